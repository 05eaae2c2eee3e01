import { isNamed } from "../progress";

/** How what we keep is written since it bears a version; what bears none is of before, and of the same form. */
const VERSION = 2;

/** What stands under a key of ours, opened. */
export interface OpenedKept {
  /** Plain data; undefined where there is none to be read. */
  content: unknown;
  /** "newer": a later version of the add-in kept it in a form of its own; "spoiled": it is no text of ours. */
  state: "known" | "newer" | "spoiled";
}

/** A piece of plain data as the workbook keeps it. */
export function sealed(content: unknown): string {
  return JSON.stringify({ version: VERSION, content });
}

/** What a setting of the workbook holds, whoever wrote it. */
export function openKept(stored: unknown): OpenedKept {
  const kept = typeof stored === "string" ? parsed(stored) : undefined;
  if (kept === undefined) return { content: undefined, state: "spoiled" };
  if (!isNamed(kept) || !("version" in kept)) return { content: kept, state: "known" };
  const { version, content } = kept;
  if (version === VERSION) return { content, state: content === undefined ? "spoiled" : "known" };
  return { content: undefined, state: typeof version === "number" && version > VERSION ? "newer" : "spoiled" };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
