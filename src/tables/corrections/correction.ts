import { either, fields, keptBlock, listed, oneOf, orNull, text, type TableSummary } from "../../progress";
import type { Block } from "../snapshot";

/** A table as it is recognised again next month: by its sheet and headers, not by its rows or its place. */
export interface TableKey {
  /** Its sheet's name with numbers left out, so that 4月 and 5月 are one; null: a form on any sheet. */
  sheet: string | null;
  /** Its headers, numbers left out. */
  headers: string;
}

/** What a column can be set to. */
export const SET_ROLES = ["target", "done", "rate", "otherPeriod", "ignore"] as const;

/** What a column is set to by hand. */
export interface ColumnSetting {
  /** `otherPeriod`: the figures are last month's, this week's or another year's; neither they nor what is ignored are read. */
  role: (typeof SET_ROLES)[number];
  /** An id of the catalogue, or the name of an indicator of its own; not needed for what is not read. */
  indicator?: string;
  /** The unit as written in a header: 套, 户, 万元, 亿元. */
  unit?: string;
  /** The verb of what was done, for an indicator of its own: 筹集. */
  verb?: string;
}

/** One thing that the user has set right; kept in the workbook. */
export type Correction =
  /** A table stands here, whatever else the sheet holds; it may grow downward. */
  | { kind: "range"; sheet: string; range: Block; headers: string }
  | { kind: "ignore"; table: TableKey }
  | { kind: "column"; table: TableKey; header: string; setting: ColumnSetting }
  /** A label is this region's; null: no region, the row is left out. */
  | { kind: "region"; label: string; region: string | null }
  /** Read this sheet although it is hidden. */
  | { kind: "readHidden"; sheet: string };

/** A table's headers as they recognise it: numbers (months, years) left out. */
export function headersKey(headers: readonly string[]): string {
  return headers.map(withoutNumbers).join("|");
}

/**
 * The key of a table that was read, for a correction of it.
 * @param table labels is null for a form of one region, which is the same form on any sheet
 */
export function tableKey({
  sheet,
  labels,
  columns,
}: Pick<TableSummary, "sheet" | "labels"> & { columns: readonly { header: string }[] }): TableKey {
  return { sheet: labels === null ? null : withoutNumbers(sheet), headers: headersKey(columns.map(({ header }) => header)) };
}

/** Whether a correction's key is this table's. */
export function isSameTable(a: TableKey, b: TableKey): boolean {
  return a.sheet === b.sheet && a.headers === b.headers;
}

/** Adds a correction, in place of the earlier one about the same thing. */
export function withCorrection(corrections: readonly Correction[], added: Correction): Correction[] {
  return [...withoutCorrection(corrections, added), added];
}

/** Takes a correction back. */
export function withoutCorrection(corrections: readonly Correction[], taken: Correction): Correction[] {
  return corrections.filter((one) => subjectKey(one) !== subjectKey(taken));
}

/** What a correction is about, without what it says of it. */
function subjectKey(correction: Correction): string {
  switch (correction.kind) {
    case "range":
      return JSON.stringify(["range", correction.sheet, correction.range.row, correction.range.column]);
    case "ignore":
      return JSON.stringify(["ignore", correction.table]);
    case "column":
      return JSON.stringify(["column", correction.table, withoutNumbers(correction.header)]);
    case "region":
      return JSON.stringify(["region", correction.label]);
    case "readHidden":
      return JSON.stringify(["readHidden", correction.sheet]);
  }
}

/** A text without its numbers: 截至4月23日完成 and 截至5月20日完成 are one header. */
export function withoutNumbers(text: string): string {
  return text.normalize("NFKC").replace(/\d+/g, "#");
}

const keptTable = fields<TableKey>({ sheet: orNull(text()), headers: text(Number.POSITIVE_INFINITY) });
const keptSetting = fields({ role: oneOf(SET_ROLES) }, { indicator: text(), unit: text(), verb: text() });
const kept = either<Correction>(
  fields({ kind: oneOf(["range"] as const), sheet: text(), range: keptBlock, headers: text(Number.POSITIVE_INFINITY) }),
  fields({ kind: oneOf(["ignore"] as const), table: keptTable }),
  fields({ kind: oneOf(["column"] as const), table: keptTable, header: text(), setting: keptSetting }),
  fields({ kind: oneOf(["region"] as const), label: text(), region: orNull(text()) }),
  fields({ kind: oneOf(["readHidden"] as const), sheet: text() }),
);

/**
 * Takes corrections from what the workbook keeps; what another hand or another version has spoiled is left out.
 * @param value any JSON value
 */
export function correctionsIn(value: unknown): Correction[] {
  return listed(kept)(value);
}
