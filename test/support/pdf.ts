import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The text of each page of a PDF, which pdftotext ends with a form feed. */
export function pageTexts(pdf: Uint8Array): string[] {
  return withPdfFile(pdf, (file) => execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1));
}

/** Does something with a PDF as a file, which is gone afterwards. */
export function withPdfFile<Result>(pdf: Uint8Array, work: (file: string) => Result): Result {
  const folder = mkdtempSync(path.join(tmpdir(), "pages-"));
  try {
    const file = path.join(folder, "in.pdf");
    writeFileSync(file, pdf);
    return work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
