import { pointsOf, type CellStyle, type PlannedBlock, type SheetPlan } from "../attachments";
import { addRule } from "./add-rule";

/** Queues how a planned sheet's cells look, and what is said when one is selected. */
export function formatCells(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const { block: at, style } of plan.styles) applyStyle(rangeAt(sheet, at), at, style);
  for (const merge of plan.merges) rangeAt(sheet, merge).merge(false);
  for (const { row, column, title, message } of plan.hints) {
    sheet.getCell(row, column).dataValidation.prompt = { showPrompt: true, title, message };
  }
}

/** Lays the plan's conditional formats on the sheet. */
export function addRules(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const { block, rules } of plan.rules) {
    for (const rule of rules) addRule(rangeAt(sheet, block), rule);
  }
}

/** Gives all columns and rows of a sheet the standard's size: it may have been laid out otherwise. */
export function resetSizes(sheet: Excel.Worksheet): void {
  const { format } = sheet.getRange();
  format.useStandardWidth = true;
  format.useStandardHeight = true;
}

/** Sets column widths and row heights, and hides the columns that others are only computed from. */
export function sizeCells(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const { columnCount } = plan;
  const shown = plan.columns.filter(({ hidden }) => !hidden).length;
  sheet.getRangeByIndexes(0, 0, 1, columnCount).columnHidden = false;
  for (const { start, count, value } of runs(plan.columnWidths)) {
    sheet.getRangeByIndexes(0, start, 1, count).format.columnWidth = pointsOf(value);
  }
  for (const { start, count, value } of runs(plan.rowHeights)) {
    sheet.getRangeByIndexes(start, 0, count, 1).format.rowHeight = value;
  }
  if (plan.columns.length > shown) sheet.getRangeByIndexes(0, shown, 1, plan.columns.length - shown).columnHidden = true;
}

/** Sets frozen panes, grid lines and tab colour. */
export function setUpView(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const { freeze } = plan;
  sheet.tabColor = plan.tabColor;
  sheet.showGridlines = false;
  sheet.freezePanes.unfreeze();
  if (freeze.rows > 0 && freeze.columns > 0) {
    sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, freeze.rows, freeze.columns));
  } else if (freeze.rows > 0) sheet.freezePanes.freezeRows(freeze.rows);
}

function rangeAt(sheet: Excel.Worksheet, { row, column, rowCount, columnCount }: PlannedBlock): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rowCount, columnCount);
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
