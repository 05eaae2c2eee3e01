import type { SheetKey } from "../attachments";
import { requestKeptData } from "./kept-data";
import { markedCell, markOf } from "./ownership";
import { readCells, type SheetToRead } from "./read-cells";
import { NOT_ASKED, readRules } from "./read-rules";
import type { ReadingWatch } from "./reading-watch";
import { requestStanding, type ColumnAnchor } from "./standing-sheet";
import { isOurSheet, type SheetRole, type SheetState, type WorkbookState } from "./workbook-state";
import { isTemporaryName } from "./write-journal";

/** What DATE(2000,1,1) gives in a workbook that counts days from 1900. Office.js tells the system in no other way. */
const DAY_IN_1900 = 36_526;

/** What the workbook's names say of our sheets. */
interface Marks extends Pick<WorkbookState, "markers" | "columnNames" | "names"> {
  kept: string[];
  keptCount: number;
  anchors: (ColumnAnchor & { key: SheetKey; sheet: string })[];
}

/**
 * Reads the whole workbook in three round trips: its sheets, names and what it keeps of ours; then every sheet's
 * used cells and merged areas; then the conditional formats of the staff's sheets, apart because Excel may refuse to
 * read rules that its own dialog made. More are made as `readCells` and `readRules` say.
 * @throws an Office.js error; see `describeError`; Problem `cancelled` where the user no longer wants it
 */
export async function readWorkbookState(context: Excel.RequestContext, watch: ReadingWatch = {}): Promise<WorkbookState> {
  const { worksheets, names } = context.workbook;
  context.workbook.load("name");
  worksheets.load("items/id,items/name,items/visibility");
  names.load("items/name,items/formula");
  const keptData = requestKeptData(context);
  const day = context.workbook.functions.date(2000, 1, 1);
  day.load("value");
  await context.sync();

  const marks = marksOf(names.items);
  const kept = keptData();
  // What a stopped write left behind is no table of the staff's, whether or not its journal can still be read.
  const roleOf = (name: string): SheetRole => marks.markers.find(({ sheet }) => sheet === name)?.key ?? (marks.kept.includes(name) || isTemporaryName(name) ? "kept" : null);
  const asked = worksheets.items.map((worksheet): SheetToRead => {
    const role = roleOf(worksheet.name);
    if (!isOurSheet(role)) return { worksheet, role, ask: null };
    const anchors = marks.anchors.filter(({ key, sheet }) => key === role && sheet === worksheet.name);
    const record = kept.records[role] ?? null;
    return { worksheet, role, ask: (used) => requestStanding(worksheet, used, record, anchors, record?.charts !== undefined) };
  });
  const cells = await readCells(context, asked, watch);
  const sheets = asked.map(({ worksheet, role }, index): SheetState => ({
    id: worksheet.id,
    name: worksheet.name,
    key: cells[index] ? role : "other",
    visible: worksheet.visibility === "Visible",
    protected: cells[index]?.protected ?? true,
    rules: NOT_ASKED,
    standing: cells[index]?.standing ?? null,
  }));
  const staffs = sheets.filter(({ key }) => key === null);
  const rules = await readRules(context, staffs.map(({ id }) => id));
  staffs.forEach((sheet, index) => (sheet.rules = rules[index] ?? NOT_ASKED));
  const system = day.value < DAY_IN_1900 ? { date1904: true } : {};
  const grids = cells.flatMap((one) => (one ? one.grids.map((grid) => ({ ...grid, ...system })) : []));
  const { markers, columnNames, names: ours, keptCount } = marks;
  return { fileName: context.workbook.name, snapshot: { sheets: grids }, sheets, markers, columnNames, names: ours, keptCount, ...kept };
}

function marksOf(items: readonly Excel.NamedItem[]): Marks {
  const marks: Marks = { markers: [], columnNames: [], names: [], kept: [], keptCount: 0, anchors: [] };
  for (const { name, formula } of items) {
    const mark = markOf(name);
    const cell = mark && markedCell(String(formula));
    if (mark) marks.names.push({ name, formula: String(formula) });
    if (mark?.kind === "sheet") marks.markers.push({ key: mark.key, sheet: cell?.sheet ?? null });
    if (mark?.kind === "column") {
      marks.columnNames.push({ key: mark.key, name });
      if (cell) marks.anchors.push({ key: mark.key, id: mark.id, ...cell });
    }
    if (mark?.kind === "kept") {
      marks.keptCount = Math.max(marks.keptCount, mark.number);
      if (cell) marks.kept.push(cell.sheet);
    }
  }
  return marks;
}
