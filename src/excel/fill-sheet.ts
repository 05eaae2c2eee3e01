import { pointsOf, type CellStyle, type PlannedBlock, type PlannedCell, type SheetPlan } from "../attachments";
import { addRule } from "./apply-highlights";
import { cellInput } from "./cell-input";

const POINTS_PER_MM = 72 / 25.4;

/** Excel on the web takes 5 MB at once; formats and rules need the other half. */
const MOST_BYTES = 2.5 * 1024 * 1024;

/** A planned sheet's cells in blocks of rows, each of which Excel takes at once; one block unless it is very large. */
export function cellBlocks({ cells }: SheetPlan): { row: number; inputs: (string | number)[][] }[] {
  const blocks: { row: number; inputs: (string | number)[][] }[] = [];
  let room = 0;
  cells.forEach((planned, row) => {
    const inputs = planned.map(inputOf);
    const size = sizeOf(inputs);
    const open = blocks.at(-1);
    if (open && size <= room) open.inputs.push(inputs);
    else blocks.push({ row, inputs: [inputs] });
    room = (open && size <= room ? room : MOST_BYTES) - size;
  });
  return blocks;
}

/** Bytes that a row takes in a request, at most: a sign beyond ASCII takes three. */
function sizeOf(inputs: readonly (string | number)[]): number {
  return inputs.reduce<number>((total, input) => {
    const text = String(input);
    return total + text.length + 3 + 2 * text.replace(/[ -~]/g, "").length;
  }, 0);
}

/** Queues one block of a planned sheet's cells. */
export function fillCells(sheet: Excel.Worksheet, { columnCount }: SheetPlan, { row, inputs }: ReturnType<typeof cellBlocks>[number]): void {
  sheet.getRangeByIndexes(row, 0, inputs.length, columnCount).formulas = inputs;
}

/** Queues all else of a planned sheet: formats, merges, hints, rules, sizes and page. */
export function formatSheet(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const { block: at, style } of plan.styles) applyStyle(rangeAt(sheet, at), at, style);
  for (const merge of plan.merges) rangeAt(sheet, merge).merge(false);
  for (const { row, column, title, message } of plan.hints) {
    sheet.getCell(row, column).dataValidation.prompt = { showPrompt: true, title, message };
  }
  addRules(sheet, plan);
  sizeCells(sheet, plan);
  setUpPage(sheet, plan);
}

/** Lays the plan's conditional formats on the sheet. */
export function addRules(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const { block, rules } of plan.rules) {
    for (const rule of rules) addRule(rangeAt(sheet, block), rule);
  }
}

/** Sets column widths and row heights, and hides the columns that others are only computed from. */
export function sizeCells(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const { printedColumns, columnCount } = plan;
  sheet.getRangeByIndexes(0, 0, 1, columnCount).columnHidden = false;
  for (const { start, count, value } of runs(plan.columnWidths)) {
    sheet.getRangeByIndexes(0, start, 1, count).format.columnWidth = pointsOf(value);
  }
  for (const { start, count, value } of runs(plan.rowHeights)) {
    sheet.getRangeByIndexes(start, 0, count, 1).format.rowHeight = value;
  }
  if (columnCount > printedColumns) sheet.getRangeByIndexes(0, printedColumns, 1, columnCount - printedColumns).columnHidden = true;
}

/** Sets frozen panes, tab colour and the printed page. */
export function setUpPage(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const { freeze, print } = plan;
  sheet.tabColor = plan.tabColor;
  sheet.showGridlines = false;
  sheet.freezePanes.unfreeze();
  if (freeze.rows > 0 && freeze.columns > 0) {
    sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, freeze.rows, freeze.columns));
  } else if (freeze.rows > 0) sheet.freezePanes.freezeRows(freeze.rows);
  const { pageLayout } = sheet;
  pageLayout.orientation = print.orientation === "Landscape" ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.topMargin = print.marginsMm.top * POINTS_PER_MM;
  pageLayout.bottomMargin = print.marginsMm.bottom * POINTS_PER_MM;
  pageLayout.leftMargin = print.marginsMm.left * POINTS_PER_MM;
  pageLayout.rightMargin = print.marginsMm.right * POINTS_PER_MM;
  pageLayout.headerMargin = print.marginsMm.header * POINTS_PER_MM;
  pageLayout.footerMargin = print.marginsMm.footer * POINTS_PER_MM;
  pageLayout.centerHorizontally = true;
  setPages(sheet, plan);
  // Each document begins with page 1, also where the whole workbook is printed.
  pageLayout.firstPageNumber = 1;
  pageLayout.setPrintArea(sheet.getRangeByIndexes(0, 0, plan.rowCount, plan.printedColumns));
  if (print.titleRows) {
    pageLayout.setPrintTitleRows(`$${print.titleRows.first + 1}:$${print.titleRows.last + 1}`);
  }
  pageLayout.headersFooters.defaultForAllPages.centerFooter = print.centerFooter;
}

/** One page wide, or pages that begin where the plan says. */
function setPages(sheet: Excel.Worksheet, { print }: SheetPlan): void {
  const { pageColumns, pageRows, oneTall } = print;
  sheet.verticalPageBreaks.removePageBreaks();
  sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of pageRows) sheet.horizontalPageBreaks.add(sheet.getCell(row, 0));
  for (const column of pageColumns?.starts ?? []) sheet.verticalPageBreaks.add(sheet.getCell(0, column));
  if (pageColumns) sheet.pageLayout.setPrintTitleColumns(sheet.getRangeByIndexes(0, 0, 1, pageColumns.repeated));
  sheet.pageLayout.zoom = pageColumns ? { scale: 100 } : { horizontalFitToPages: 1, ...(oneTall && { verticalFitToPages: 1 }) };
}

function rangeAt(sheet: Excel.Worksheet, { row, column, rowCount, columnCount }: PlannedBlock): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rowCount, columnCount);
}

function inputOf(cell: PlannedCell): string | number {
  switch (cell.kind) {
    case "blank":
      return "";
    case "text":
      return cellInput(cell.text);
    case "number":
      return cell.value;
    case "formula":
      return cell.formula;
  }
}

/** Sets how a block of cells looks; what the style leaves out stays as it is. */
export function applyStyle(range: Excel.Range, block: Pick<PlannedBlock, "rowCount" | "columnCount">, style: CellStyle): void {
  const { format } = range;
  if (style.fontName !== undefined) format.font.name = style.fontName;
  if (style.fontSize !== undefined) format.font.size = style.fontSize;
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.fontColor !== undefined) format.font.color = style.fontColor;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.horizontal !== undefined) format.horizontalAlignment = style.horizontal;
  if (style.vertical !== undefined) format.verticalAlignment = style.vertical;
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  // A number format given once fills the block, as Microsoft documents for single values.
  if (style.numberFormat !== undefined) range.numberFormat = style.numberFormat as unknown as string[][];
  if (style.borders) drawBorders(format, block);
}

function drawBorders(format: Excel.RangeFormat, { rowCount, columnCount }: Pick<PlannedBlock, "rowCount" | "columnCount">): void {
  const edges: Excel.BorderIndex[] = [
    Excel.BorderIndex.edgeTop,
    Excel.BorderIndex.edgeBottom,
    Excel.BorderIndex.edgeLeft,
    Excel.BorderIndex.edgeRight,
    ...(rowCount > 1 ? [Excel.BorderIndex.insideHorizontal] : []),
    ...(columnCount > 1 ? [Excel.BorderIndex.insideVertical] : []),
  ];
  for (const edge of edges) {
    const border = format.borders.getItem(edge);
    border.style = Excel.BorderLineStyle.continuous;
    border.weight = Excel.BorderWeight.thin;
  }
}

/** Equal neighbours together, so that sizes take few requests. */
function runs(values: readonly number[]): { start: number; count: number; value: number }[] {
  const found: { start: number; count: number; value: number }[] = [];
  values.forEach((value, index) => {
    const open = found.at(-1);
    if (open && open.value === value) open.count++;
    else found.push({ start: index, count: 1, value });
  });
  return found;
}
