import type { GeneratorValue } from "../../support/property";
import type { Block, CellValue, SheetGrid } from "../../../src/tables";
import { flag, pick, upTo } from "../../tables/generated/draw";
import { layOut } from "../../tables/generated/layouts";
import { trueFigures } from "../../tables/generated/truth";
import { sheetName, wildFormat, wildName, wildValue } from "./wild-values";

/** Excel's columns. */
const COLUMNS = 16_384;
const MOST_ROWS = 14;
const MOST_COLUMNS = 10;

/** Sheets of a workbook that nobody would keep: noise, county tables with anything in their cells, or both. */
export function wildSheets(g: GeneratorValue): SheetGrid[] {
  const tables = flag(g) || flag(g) ? layOut(g, trueFigures(g)).sheets : [];
  const sheets = [...tables, ...Array.from({ length: tables.length === 0 ? 1 + upTo(g, 1) : upTo(g, 1) }, () => noise(g))].slice(0, 8);
  return sheets.map((sheet, index) => spoiled(g, { ...sheet, name: flag(g) ? sheetName(g, index) : sheet.name.slice(0, 28) + (index === 0 ? "" : ` ${index}`) }));
}

/** A sheet that is used to Excel's last column, all but a few of its cells blank. */
export function widestSheet(g: GeneratorValue): SheetGrid {
  const [sheet = noise(g)] = layOut(g, trueFigures(g)).sheets;
  const at = pick(g, [0, 200, COLUMNS - 40]);
  const values = sheet.values.slice(0, 20).map((row) => {
    const wide: CellValue[] = Array.from({ length: COLUMNS }, () => "");
    row.forEach((value, column) => (wide[at + column] = value));
    return wide;
  });
  const last = values[upTo(g, Math.max(0, values.length - 1))];
  if (last) last[COLUMNS - 1] = wildValue(g);
  return { ...sheet, row: 0, column: 0, values, formats: null, merges: null, hiddenRows: [] };
}

function noise(g: GeneratorValue): SheetGrid {
  const [rowCount, columnCount] = [1 + upTo(g, MOST_ROWS - 1), 1 + upTo(g, MOST_COLUMNS - 1)];
  const values = Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, () => wildValue(g)));
  return { name: "杂项", visible: true, ours: false, row: upTo(g, 3), column: upTo(g, 3), values, formats: null, merges: [], hiddenRows: [] };
}

/** The same with cells, names and rows as no clerk should leave them. */
function spoiled(g: GeneratorValue, sheet: SheetGrid): SheetGrid {
  const values = sheet.values.map((row) => [...row]);
  const width = values[0]?.length ?? 0;
  const anyRow = () => upTo(g, Math.max(0, values.length - 1));
  const anyColumn = () => upTo(g, Math.max(0, width - 1));
  for (let count = upTo(g, 6); count > 0; count--) {
    const row = values[anyRow()];
    if (row) row[anyColumn()] = wildValue(g);
  }
  // Names of regions, wherever they stand.
  for (let count = upTo(g, 4); count > 0; count--) {
    const old = values[anyRow()]?.[upTo(g, Math.min(2, Math.max(0, width - 1)))];
    const name = wildName(g);
    if (typeof old === "string" && old !== "") for (const row of values) row.forEach((value, column) => value === old && (row[column] = name));
  }
  const twice = values[anyRow()];
  if (upTo(g, 3) === 0 && twice) values.splice(anyRow(), 0, [...twice]);
  if (upTo(g, 3) === 0) values.splice(anyRow(), 0, Array.from({ length: width }, () => ""));
  const formats = flag(g) ? values.map((row) => row.map(() => (upTo(g, 4) === 0 ? wildFormat(g) : "General"))) : null;
  const merges = sheet.merges && [...sheet.merges, ...Array.from({ length: upTo(g, 3) }, () => anyMerge(g, sheet, values))];
  const hiddenRows = Array.from({ length: upTo(g, 2) }, () => sheet.row + anyRow());
  return { ...sheet, visible: upTo(g, 9) > 0, values, formats, merges, hiddenRows };
}

/** Merged areas may reach beyond what is used, and over one another where a file says so. */
function anyMerge(g: GeneratorValue, { row, column }: SheetGrid, values: readonly CellValue[][]): Block {
  const [height, width] = [values.length, values[0]?.length ?? 1];
  return { row: row + upTo(g, height), column: column + upTo(g, width), rowCount: 1 + upTo(g, 4), columnCount: 1 + upTo(g, 4) };
}
