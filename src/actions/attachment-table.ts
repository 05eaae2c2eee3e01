import { REGION_COLUMN, TABLE_FONT_SIZE, type SheetPlan } from "../attachments";
import { isAmong, meaningFrom, meaningKey, STATUS_LABELS, statusOf, type Demand } from "../progress";
import type { ShownSheet } from "../excel";
import type { AttachmentCell, AttachmentTable } from "../notice";

type Merge = SheetPlan["merges"][number];

/** From this many characters on, a text of the table is words, set left. */
const WORDS = 9;
/**
 * An attachment as it stands in the workbook, as a table for Word.
 * @param sheet the sheet as it is shown
 * @param plan what we would write there: it tells which row is what, and the merges where Excel does not
 * @param demand what rates are marked against; null: they are not marked
 */
export function attachmentTable(sheet: ShownSheet, plan: SheetPlan, demand: Demand | null): AttachmentTable {
  const { widths } = sheet;
  const totals = totalLabels(plan);
  const text = sheet.text.map((_, at) => (demand ? withSymbols(sheet, at, plan, totals, demand) : [...(sheet.text[at] ?? [])]));
  const { label, title = 0, caption = title + 1, header = caption + 1, body = header + 1 } = plan.parts;
  const columns = widths.flatMap((width, column) => (width > 0 ? [column] : []));
  const merges = sheet.merges ?? plan.merges;
  const row = (at: number): string[] => columns.map((column) => text[at]?.[column] ?? "");
  const filled = (at: number) => row(at).filter((one) => one !== "");
  const rows = Array.from({ length: text.length }, (_, at) => at);
  const last = rows.filter((at) => at >= body && filled(at).length > 1).at(-1) ?? body;
  const cells = (from: number, to: number) =>
    rows.slice(from, to + 1).map((at) => cellsOf({ ...sheet, text }, at, from, columns, totals, merges));
  return {
    label: label === undefined ? "" : (filled(label)[0] ?? ""),
    title: (filled(title)[0] ?? "")
      .split("\n")
      .map((line) => line.trim())
      .join(""),
    caption: captionOf(row(caption)),
    fontSize:
      plan.styles.find(({ block, style }) => style.fontSize !== undefined && isAmong(body, block.row, block.rowCount))?.style.fontSize ??
      TABLE_FONT_SIZE,
    columnWidths: columns.map((column) => widths[column] ?? 0),
    header: cells(header, body - 1),
    body: cells(body, last),
    notes: rows.slice(last + 1).flatMap((at) => filled(at)),
  };
}

/** What stands before the rows of totals. */
function totalLabels({ cells, parts: { body = 0, total = body }, columns }: SheetPlan): ReadonlySet<unknown> {
  const at = columns.findIndex(({ id }) => id === REGION_COLUMN);
  const label = cells[total]?.[at];
  return new Set(label?.kind === "text" ? [label.text] : []);
}

/** A row with the symbol of its status before each rate, as the sheet's marks show it: judged by what its cells hold. */
function withSymbols(sheet: ShownSheet, row: number, plan: SheetPlan, totals: ReadonlySet<unknown>, demand: Demand): string[] {
  const columns = sheet.columns ?? plan.columns.map(({ id }, column) => ({ id, column }));
  const valueOf = (id: string) => {
    const column = columns.find((one) => one.id === id)?.column;
    return column === undefined ? undefined : sheet.values[row]?.[column];
  };
  const texts = [...(sheet.text[row] ?? [])];
  if (totals.has(valueOf(REGION_COLUMN))) return texts;
  for (const { id, column } of columns) {
    const meaning = meaningFrom(id);
    if (meaning?.kind !== "rate") continue;
    const { indicator } = meaning;
    const [target, done, rate] = [
      valueOf(meaningKey({ kind: "target", indicator })),
      valueOf(meaningKey({ kind: "done", indicator })),
      valueOf(id),
    ];
    if (typeof target !== "number" || typeof done !== "number" || typeof rate !== "number") continue;
    const status = statusOf({ target, done, demanded: demand.rate });
    texts[column] = `${STATUS_LABELS[status].symbol} ${texts[column] ?? ""}`;
  }
  return texts;
}

/** Who reports, the day and the units, wherever they stand in the row. */
function captionOf(row: readonly string[]): string[] {
  const find = (pattern: RegExp) => row.find((text) => pattern.test(text)) ?? "";
  const [day, units] = [find(/截[至止]/), find(/^单位/)];
  return [row.find((text) => text !== "" && text !== day && text !== units) ?? "", day, units];
}

function cellsOf(
  { text, values }: Pick<ShownSheet, "text" | "values">,
  row: number,
  first: number,
  columns: readonly number[],
  totals: ReadonlySet<unknown>,
  merges: readonly Merge[],
): AttachmentCell[] {
  const bold = columns.some((column) => totals.has(values[row]?.[column]));
  return columns.flatMap((column, index): AttachmentCell[] => {
    const merge = merges.find((one) => isAmong(row, one.row, one.rowCount) && isAmong(column, one.column, one.columnCount));
    const shown = merge ? columns.filter((one) => isAmong(one, merge.column, merge.columnCount)) : [column];
    // A merge that begins above the table counts from its first row there.
    const top = merge ? Math.max(merge.row, first) : row;
    if (row !== top || column !== shown[0]) return [];
    const [ownRow, ownColumn] = [merge?.row ?? row, merge?.column ?? column];
    const own = text[ownRow]?.[ownColumn] ?? "";
    const isWords = own.length >= WORDS && typeof values[ownRow]?.[ownColumn] === "string";
    return [
      {
        text: own,
        rowSpan: merge ? merge.row + merge.rowCount - top : 1,
        columnSpan: shown.length,
        bold,
        align: isWords && index > 0 && !merge ? "left" : "center",
      },
    ];
  });
}
