import { TABLE_FONT_SIZE, type SheetPlan } from "../attachments";
import { ratio, STATUS_LABELS, statusOf, type Demand } from "../progress";
import type { ShownSheet } from "../excel";
import type { AttachmentCell, AttachmentTable } from "../notice";

type Merge = SheetPlan["merges"][number];

/** From this many characters on, a text of the table is words, set left. */
const WORDS = 9;
/** Rates are shown to 0.01%, of figures that may be rounded themselves. */
const SHOWN_TO = 0.1;
/** A figure behind the sign of its status. */
const MARKED_FIGURE = new RegExp(`^[\\d.%\\s${Object.values(STATUS_LABELS).map(({ symbol }) => symbol).join("")}]+$`);
const TOTAL = /^(?:合计|总计|全(?:[国市省区州盟县旗镇]|地区|兵团))/;

/**
 * An attachment as it stands in the workbook, as a table for Word.
 * @param sheet the sheet as it is shown
 * @param plan what we would write there: it tells which row is what, and the merges where Excel does not
 * @param demand what rates are marked against; null: they are not marked
 */
export function attachmentTable(sheet: ShownSheet, plan: SheetPlan, demand: Demand | null): AttachmentTable {
  const { widths } = sheet;
  const text = sheet.text.map((row) => (demand ? withSymbols(row, plan, demand) : [...row]));
  const { label, title = 0, caption = title + 1, header = caption + 1, body = header + 1 } = plan.parts;
  const columns = widths.flatMap((width, column) => (width > 0 ? [column] : []));
  const merges = sheet.merges ?? plan.merges;
  const row = (at: number): string[] => columns.map((column) => text[at]?.[column] ?? "");
  const filled = (at: number) => row(at).filter((one) => one !== "");
  const rows = Array.from({ length: text.length }, (_, at) => at);
  const last = rows.filter((at) => at >= body && filled(at).length > 1).at(-1) ?? body;
  const cells = (from: number, to: number) => rows.slice(from, to + 1).map((at) => cellsOf(at, from, columns, text, merges));
  return {
    label: label === undefined ? "" : (filled(label)[0] ?? ""),
    title: (filled(title)[0] ?? "").split("\n").map((line) => line.trim()).join(""),
    caption: captionOf(row(caption)),
    fontSize: plan.styles.find(({ block, style }) => style.fontSize !== undefined && within(body, block.row, block.rowCount))?.style.fontSize ?? TABLE_FONT_SIZE,
    columnWidths: columns.map((column) => widths[column] ?? 0),
    header: cells(header, body - 1),
    body: cells(body, last),
    notes: rows.slice(last + 1).flatMap((at) => filled(at)),
  };
}

/** A row of a region with the symbol of its status before each rate, as the sheet's marks show it. */
function withSymbols(row: readonly string[], { columns }: SheetPlan, demand: Demand): string[] {
  if (columns.some(({ id }, at) => id === "region" && TOTAL.test(row[at] ?? ""))) return [...row];
  const numberAt = (id: string) => {
    const text = row[columns.findIndex((column) => column.id === id)] ?? "";
    return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
  };
  return row.map((text, at) => {
    const indicator = /^(.+)\.rate$/.exec(columns[at]?.id ?? "")?.[1];
    const shown = /^(-?\d+(?:\.\d+)?)%$/.exec(text)?.[1];
    const [target, done] = [numberAt(`${indicator ?? ""}.target`), numberAt(`${indicator ?? ""}.done`)];
    const rate = target === null || done === null ? null : ratio(done, target);
    // Columns that the office has moved by hand do not bear the rate out; they stay unmarked.
    if (shown === undefined || rate === null || Math.abs(rate * 100 - Number(shown)) > SHOWN_TO) return text;
    return `${STATUS_LABELS[statusOf(target, done, rate, demand.rate)].symbol} ${text}`;
  });
}

/** Who reports, the day and the units, wherever they stand in the row. */
function captionOf(row: readonly string[]): string[] {
  const find = (pattern: RegExp) => row.find((text) => pattern.test(text)) ?? "";
  const [day, units] = [find(/截[至止]/), find(/^单位/)];
  return [row.find((text) => text !== "" && text !== day && text !== units) ?? "", day, units];
}

function cellsOf(row: number, first: number, columns: readonly number[], text: readonly string[][], merges: readonly Merge[]): AttachmentCell[] {
  const bold = TOTAL.test(text[row]?.[columns[0] ?? 0] ?? "");
  return columns.flatMap((column, index): AttachmentCell[] => {
    const merge = merges.find((one) => within(row, one.row, one.rowCount) && within(column, one.column, one.columnCount));
    const shown = merge ? columns.filter((one) => within(one, merge.column, merge.columnCount)) : [column];
    // A merge that begins above the table counts from its first row there.
    const top = merge ? Math.max(merge.row, first) : row;
    if (row !== top || column !== shown[0]) return [];
    const own = text[merge?.row ?? row]?.[merge?.column ?? column] ?? "";
    const isWords = own.length >= WORDS && !MARKED_FIGURE.test(own);
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

function within(at: number, start: number, count: number): boolean {
  return at >= start && at < start + count;
}
