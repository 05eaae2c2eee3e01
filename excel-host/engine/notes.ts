/** Notes (the yellow boxes) and comments (threads): read from their parts; notes can be added. */
import { cellName, parseRect } from "./address";
import type { Sheet } from "./sheet";
import type { Workbook } from "./workbook";
import { child, childElements, element, textOf, type XmlNode } from "./xml";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** One note of a sheet. */
export interface Note {
  row: number;
  column: number;
  author: string;
  text: string;
}

interface SheetNotes {
  notes: Note[];
  part?: string;
}

const cache = new WeakMap<Sheet, SheetNotes>();

/** The notes of a sheet. */
export function notesOf(workbook: Workbook, sheet: Sheet): Note[] {
  return load(workbook, sheet).notes;
}

function load(workbook: Workbook, sheet: Sheet): SheetNotes {
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
  const found: SheetNotes = part ? { notes, part } : { notes };
  cache.set(sheet, found);
  return found;
}

/** The text of a cell's note. */
export function noteAt(workbook: Workbook, sheet: Sheet, row: number, column: number): string | undefined {
  const { notes } = load(workbook, sheet);
  return notes.length > 0 ? notes.find((n) => n.row === row && n.column === column)?.text : undefined;
}

/** Adds a note; the caller has checked that the cell has none. */
export function addNote(workbook: Workbook, sheet: Sheet, note: Note): void {
  load(workbook, sheet).notes.push(note);
  pending.set(sheet, [...(pending.get(sheet) ?? []), note]);
  sheet.touchLayout();
}

const pending = new WeakMap<Sheet, Note[]>();

/** Writes added notes into the sheet's parts; called while saving. */
export function saveNotes(workbook: Workbook, sheet: Sheet): void {
  const added = pending.get(sheet);
  if (!added || !sheet.part) return;
  pending.delete(sheet);
  const { pkg } = workbook;
  const entry = load(workbook, sheet);
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  let root: XmlNode | undefined = entry.part ? pkg.xml(entry.part) : undefined;
  if (!root) root = element("comments", { xmlns: main }, [element("authors"), element("commentList")]);
  const authors = child(root, "authors")!;
  for (const note of added) {
    let author = childElements(authors).findIndex((a) => textOf(a) === note.author);
    if (author < 0) author = authors.children.push(element("author", {}, [note.author])) - 1;
    const text = element("text", {}, [element("r", {}, [element("rPr", {}, [element("sz", { val: 9 })]), element("t", { "xml:space": "preserve" }, [note.text])])]);
    child(root, "commentList")!.children.push(element("comment", { ref: cellName(note.row, note.column), authorId: author }, [text]));
  }
  const vml = pkg.relationships(sheet.part).find((r) => r.type.endsWith("/vmlDrawing"))?.target;
  const shapes = added.map((note, i) => shape(note, 1025 + entry.notes.length + i)).join("");
  if (vml) {
    pkg.set(vml, pkg.text(vml)!.replace(/<\/xml>\s*$/, `${shapes}</xml>`));
  } else {
    const part = pkg.freeName("xl/drawings/vmlDrawing", ".vml");
    pkg.set(
      part,
      `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
        `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>` +
        `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>` +
        `<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes}</xml>`,
      "application/vnd.openxmlformats-officedocument.vmlDrawing",
    );
    const id = pkg.relate(sheet.part, `${RELATIONS}/vmlDrawing`, part);
    sheet.root.attrs["xmlns:r"] ??= RELATIONS;
    sheet.section("legacyDrawing").attrs["r:id"] = id;
  }
  if (entry.part) pkg.set(entry.part, root);
  else {
    entry.part = pkg.freeName("xl/comments", ".xml");
    pkg.set(entry.part, root, "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml");
    pkg.relate(sheet.part, `${RELATIONS}/comments`, entry.part);
  }
}

function shape({ row, column }: Note, id: number): string {
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:120pt;height:60pt;z-index:1;visibility:hidden" ` +
    `fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>` +
    `<v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>` +
    `<x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 3}, 15, ${row + 4}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
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
