/** The names of a package's parts, and the encoding of their text. */
import { WorkbookError } from "./errors";

/**
 * A zip entry's name as a part's name, without a leading slash; undefined for what is no part's name
 * (ECMA-376 part 2, 6.2.2): a path that leads elsewhere.
 */
export function partName(entry: string): string | undefined {
  const name = entry.replace(/\\/g, "/").replace(/^\//, "");
  const segments = name.split("/");
  // A segment of dots alone climbs; a colon names a drive.
  return segments.some((segment) => /^\.*$/.test(segment)) || /^[A-Za-z]:/.test(name) ? undefined : name;
}

/** The part that a relationship's target names, seen from a folder. */
export function resolvePart(folder: string, target: string): string {
  const path = decodePercent(target.replace(/\\/g, "/"));
  if (path.startsWith("/")) return path.slice(1);
  const parts: string[] = [];
  for (const part of (folder + path).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function decodePercent(text: string): string {
  try {
    return text.includes("%") ? decodeURIComponent(text) : text;
  } catch {
    // A percent sign that encodes nothing is one.
    return text;
  }
}

/** Where the XML declaration ends at the latest. */
const DECLARATION = 200;

/**
 * A part's text in the encoding that its mark or its declaration says.
 * @throws WorkbookError where that encoding is unknown
 */
export function decodePart(data: Uint8Array, name: string): string {
  const [first, second] = data;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(data);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(data);
  const head = new TextDecoder("latin1").decode(data.subarray(0, DECLARATION));
  const encoding = /^(?:\u00ef\u00bb\u00bf)?<\?xml\b[^>]{0,150}\bencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(head)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(encoding).decode(data);
  } catch {
    throw new WorkbookError("notWorkbook", `The part ${name} is written in ${encoding}.`);
  }
}
