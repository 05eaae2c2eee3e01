/** Notes (the yellow boxes) and comments (threads), read from their parts. */
import { parseRect } from "./address";
import type { Sheet } from "./sheet";
import type { Workbook } from "./workbook";
import { child, childElements, textOf } from "./xml";

/** One note of a sheet. */
export interface Note {
  row: number;
  column: number;
  author: string;
  text: string;
}

const cache = new WeakMap<Sheet, Note[]>();

/** The notes of a sheet. */
export function notesOf(workbook: Workbook, sheet: Sheet): Note[] {
  const known = cache.get(sheet);
  if (known) return known;
  const part = sheet.part ? workbook.pkg.relationships(sheet.part).find((r) => r.type.endsWith("/comments"))?.target : undefined;
  const root = part ? workbook.pkg.xml(part) : undefined;
  const authors = childElements(child(root, "authors"), "author").map(textOf);
  const notes = childElements(child(root, "commentList"), "comment").flatMap((node): Note[] => {
    const rect = parseRect(node.attrs["ref"] ?? "");
    if (!rect) return [];
    const text = textOf(child(node, "text"));
    return [{ row: rect.top, column: rect.left, author: authors[Number(node.attrs["authorId"] ?? 0)] ?? "", text }];
  });
  cache.set(sheet, notes);
  return notes;
}

/** The text of a cell's note. */
export function noteAt(workbook: Workbook, sheet: Sheet, row: number, column: number): string | undefined {
  const notes = notesOf(workbook, sheet);
  return notes.length > 0 ? notes.find((n) => n.row === row && n.column === column)?.text : undefined;
}

/** One threaded comment with what it says. */
export interface ThreadedComment {
  id: string;
  row: number;
  column: number;
  author: string;
  text: string;
  resolved: boolean;
}

/** The first comments of the threads of a sheet. */
export function threadsOf(workbook: Workbook, sheet: Sheet): ThreadedComment[] {
  const part = sheet.part ? workbook.pkg.relationships(sheet.part).find((r) => r.type.endsWith("/threadedComment"))?.target : undefined;
  const people = workbook.pkg.names().filter((n) => /^xl\/persons\//.test(n)).flatMap((n) => childElements(workbook.pkg.xml(n), "person"));
  return childElements(part ? workbook.pkg.xml(part) : undefined, "threadedComment").flatMap((node): ThreadedComment[] => {
    const rect = parseRect(node.attrs["ref"] ?? "");
    if (!rect || node.attrs["parentId"]) return [];
    const person = people.find((p) => p.attrs["id"] === node.attrs["personId"]);
    return [{ id: node.attrs["id"] ?? "", row: rect.top, column: rect.left, author: person?.attrs["displayName"] ?? "", text: textOf(child(node, "text")), resolved: node.attrs["done"] === "1" }];
  });
}
