import type { Cell } from "./cells";
import type { Sheet } from "./sheet";
import type { Workbook } from "./workbook";

/**
 * A copy of a sheet with its formats, formulas, names and print set-up, named "Name (2)" as Excel names it.
 * Drawings, tables, notes and links to outside do not come along (LIMITS.md).
 */
export function copySheet(workbook: Workbook, sheet: Sheet): Sheet {
  const base = sheet.name.replace(/ \(\d+\)$/, "");
  let n = 2;
  const named = (): string => {
    const end = ` (${n})`;
    return base.slice(0, 31 - end.length) + end;
  };
  while (workbook.findSheet(named())) n++;
  const made = workbook.addSheet(named());
  workbook.sheets.splice(workbook.sheets.indexOf(made), 1);
  const dropped = new Set(["drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "tableParts", "customProperties", "webPublishItems", "sheetData"]);
  made.root.attrs = { ...sheet.root.attrs };
  made.root.children = [
    ...sheet.root.children.filter((c) => typeof c !== "string" && !dropped.has(c.name)).map((c) => structuredClone(c)),
  ];
  made.insert({ name: "sheetData", attrs: {}, children: [] });
  for (const [r, row] of sheet.rows) made.rows.set(r, { ...row, cells: cloneCells(row.cells) });
  made.merges = sheet.merges.map((m) => ({ ...m }));
  made.columns = sheet.columns.map((c) => ({ ...c }));
  for (const name of workbook.names.filter((entry) => entry.sheet === sheet)) workbook.names.push({ ...name, sheet: made });
  made.touchCells();
  made.layoutDirty = true;
  return made;
}

function cloneCells(cells: readonly Cell[]): Cell[] {
  const copy: Cell[] = [];
  cells.forEach((cell, c) => {
    copy[c] = { ...cell };
  });
  return copy;
}
