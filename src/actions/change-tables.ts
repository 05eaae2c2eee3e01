import { selectedRange, withExcel } from "../excel";
import { tableKey, withCorrection, withoutCorrection, type ColumnSetting, type Correction } from "../tables";
import { correctTables } from "./correct-tables";
import type { Reading, ReadingOptions } from "./read-report";

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
  return correctTables(reading, withCorrection(corrections, await correctionOf(reading, change)), options);
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
      return change.kind === "ignore" ? { kind: "ignore", table } : { kind: "column", table, header: change.header, setting: change.setting };
    }
  }
}
