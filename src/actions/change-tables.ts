import { Problem, selectedRange, withExcel, type WorkbookState } from "../excel";
import { a1Range } from "../progress";
import { tableKey, withCorrection, withoutCorrection, type ColumnSetting, type Correction } from "../tables";
import { correctTables } from "./correct-tables";
import { computeReport, type Reading, type ReadingOptions } from "./read-report";

/** One thing that the user sets right about the tables; tables by their place in the report. */
export type TableChange =
  | { kind: "ignore"; table: number }
  | { kind: "column"; table: number; header: string; setting: ColumnSetting }
  /** null: the label is no region. */
  | { kind: "region"; label: string; region: string | null }
  | { kind: "readHidden"; sheet: string }
  /** The selected cells are a table. */
  | { kind: "pick" }
  /** Takes back what was set right before. */
  | { kind: "forget"; correction: Correction };

/** 更正: one change, kept in the workbook with the earlier ones, and the tables as they are read by it. */
export async function changeTables(reading: Reading, change: TableChange, options: ReadingOptions): Promise<Reading> {
  const { corrections } = reading.state;
  if (change.kind === "forget") return correctTables(reading, withoutCorrection(corrections, change.correction), options);
  const correction = await correctionOf(reading, change);
  const changed = withCorrection(corrections, correction);
  if (correction.kind === "range") await requireTableIn(correction, { ...reading.state, corrections: changed }, options);
  return correctTables(reading, changed, options);
}

/** @throws a Problem `selection` where no table is found in a picked range: such a correction is not kept */
async function requireTableIn(
  { sheet, range }: Extract<Correction, { kind: "range" }>,
  state: WorkbookState,
  options: ReadingOptions,
): Promise<void> {
  const { report } = await computeReport(state, options);
  const right = range.column + range.columnCount;
  if (
    report.tables.some(
      (table) =>
        table.sheet === sheet &&
        table.range.row >= range.row &&
        table.range.column >= range.column &&
        table.range.column + table.range.columnCount <= right,
    )
  )
    return;
  const where = `${sheet}!${a1Range(range)}`;
  throw new Problem("selection", {
    "zh-CN": `选中的区域 ${where} 里没有认出县（市、区）的进度表，没有改动。请从表头选到最后一行，表头要写明“任务”“完成”等字样。`,
    en: `No county table was recognised in ${where}; nothing was changed. Select from the header to the last row; the header has to say target and done.`,
  });
}

async function correctionOf({ report }: Reading, change: Exclude<TableChange, { kind: "forget" }>): Promise<Correction> {
  switch (change.kind) {
    case "region":
    case "readHidden":
      return change;
    case "pick": {
      const { sheet, ...range } = await withExcel(selectedRange);
      return { kind: "range", sheet, range, headers: "" };
    }
    case "ignore":
    case "column": {
      const found = report.tables[change.table];
      if (!found) throw new Error(`no table ${change.table}`);
      const table = tableKey(found);
      return change.kind === "ignore"
        ? { kind: "ignore", table }
        : { kind: "column", table, header: change.header, setting: change.setting };
    }
  }
}
