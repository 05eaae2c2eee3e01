import { execFileSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { pageTexts, withPdfFile } from "../test/support/pdf";

/** Dots an inch: enough to see every line of an A4 page, little enough to keep. */
const RESOLUTION = "64";

/** Where the documents and their pictures stand. */
export const DOCS = __dirname;
export const PICTURES = path.join(DOCS, "pictures");

/** Pages of a PDF, first and last counted from 1. */
export interface Pages {
  first: number;
  last: number;
}

/** How many pages a PDF has. */
export function pageCount(pdf: Uint8Array): number {
  return pageTexts(pdf).length;
}

/** The pages of each part: one begins at "— 1 —" or under 附件N, which goes on from the notice; pages without a number belong to none. */
export function numberedParts(pdf: Uint8Array): Pages[] {
  const parts: Pages[] = [];
  pageTexts(pdf).forEach((text, index) => {
    const number = /—\s*(\d+)\s*—\s*$/.exec(text)?.[1];
    const open = parts.at(-1);
    if (number === "1" || (number !== undefined && /^\s*附件\d/.test(text))) parts.push({ first: index + 1, last: index + 1 });
    else if (number !== undefined && open) open.last = index + 1;
  });
  return parts;
}

/**
 * Draws pages of a PDF as docs/pictures/NAME-1.png, …; pages of an earlier run go.
 * @param grey as a printer without colours prints them
 * @returns the pictures' names, in order
 */
export function drawPages(pdf: Uint8Array, { first, last }: Pages, name: string, grey = false): string[] {
  const own = new RegExp(`^${name}-\\d+\\.png$`);
  for (const file of readdirSync(PICTURES).filter((one) => own.test(one))) rmSync(path.join(PICTURES, file));
  return withPdfFile(pdf, (file) =>
    Array.from({ length: last - first + 1 }, (_, index) => {
      const picture = `${name}-${index + 1}`;
      const page = String(first + index);
      execFileSync("pdftoppm", [...(grey ? ["-gray"] : []), "-r", RESOLUTION, "-f", page, "-l", page, "-singlefile", "-png", file, path.join(PICTURES, picture)]);
      return `${picture}.png`;
    }),
  );
}
