import type { CellAddress, RangeAddress } from "./address";
import type { IsoDate } from "./calendar";
import type { Finding } from "./findings";
import type { IndicatorDefinition } from "./indicators";

/** How a table is laid out; the words of the headless contract. */
export type Layout = "wide" | "transposed" | "perIndicator" | "perRegion" | "ledger";

/** A table that was found and read. */
export interface TableSummary {
  sheet: string;
  /** The whole block from its title to its last row. */
  range: RangeAddress;
  layout: Layout;
  /** The table's title, where it has one. */
  title: string | null;
  /** The column or row that holds the region names. */
  labels: RangeAddress | null;
  /** Region rows (columns in a transposed table) without totals, as contiguous blocks of the label column. */
  regionBlocks: RangeAddress[];
  columns: TableColumn[];
  /** Units that the national list puts beside the table's regions and that it lacks. */
  listed?: string[];
}

/** A block of the workbook that is left alone, and why. */
export interface UnreadBlock {
  sheet: string;
  range: RangeAddress;
  /** no county table · a hidden sheet · ignored by the user's own choice · another month of a table that was read */
  reason: "unrelated" | "hidden" | "ignored" | "earlier";
  /** The day of another month. */
  asOf?: IsoDate;
}

/** A column (or row, in a transposed table) of a table and what it was taken for. */
export interface TableColumn {
  header: string;
  /** The lowest header cell; not there for a form, whose figures each have a header of their own. */
  headerCell?: CellAddress;
  /** The cells of the column beside the region names. */
  range: RangeAddress;
  /** null: not understood, left alone. */
  meaning: Meaning | null;
  /** Further indicators that this target is the target of: 任务 beside 已开工 and 已竣工. */
  also?: Meaning[];
  unit: string | null;
  /** Why it was taken for that, in the clerk's words, the strongest reason first. */
  why?: string[];
  /** The reading that came nearest; null where nothing came near. */
  runnerUp?: Meaning | null;
  /** The two lie close together: the clerk is asked. */
  unsure?: boolean;
}

/** 公租房历史欠账: the measures that it is computed from, and what offices state of it. */
export type BacklogMeasure = "task" | "reported" | "repurposed" | "stock" | "computed" | "verified";

/** What a figure is a figure of. */
export type Meaning =
  | { kind: "target" | "done" | "rate"; indicator: string }
  /** Projects under an indicator (棚改项目数). */
  | { kind: "projects"; indicator: string }
  | { kind: "backlog"; measure: BacklogMeasure }
  /** Audit findings still open; category null: the year's own total. */
  | { kind: "audit"; year: number; category: string | null }
  | { kind: "continuing" }
  /** Region notes in words: 进展说明, 攻坚前景. */
  | { kind: "note" }
  | { kind: "outlook" };

/**
 * How our sheets can follow a figure to the staff's own cell.
 * - lookup: the cell of `values` beside (or under) the label in `labels`; survives sorting and inserting
 * - sumByLabel: the sum of the cells of `values` where every criterion's range has its label
 * - sum: the sum of those very cells
 * - cell: that very cell
 * - typed: the cell holds no number (263套); the figure is typed with its source named; `label` is
 *   the region label beside it
 */
export type Link =
  | { kind: "lookup"; labels: RangeAddress; values: RangeAddress; label: string; scale: number }
  | { kind: "sumByLabel"; criteria: { range: RangeAddress; label: string }[]; values: RangeAddress; scale: number }
  | { kind: "sum"; ranges: RangeAddress[]; scale: number }
  | { kind: "cell"; cell: CellAddress; scale: number }
  | { kind: "typed"; label: string };

/** Where a figure came from. */
export interface Source {
  /** The cells that hold it; more than one for a figure summed from several. */
  cells: CellAddress[];
  link: Link;
}

/** One figure read from the workbook. */
export interface Fact {
  /** Canonical region name; null in a stated total row. */
  region: string | null;
  /** For the total of some rows only (小计): the regions that it adds up. */
  of?: string[];
  meaning: Meaning;
  /** In the indicator's unit (money in 万元); a rate is a fraction. */
  value: number;
  /** Digits after the point as stated; of the percentage for a rate. */
  decimals: number;
  source: Source;
  /** Index into `tables`. */
  table: number;
}

/** One text read from the workbook. */
export interface TextFact {
  region: string;
  kind: "note" | "outlook";
  text: string;
  source: CellAddress;
  link: Link;
  table: number;
}

/**
 * A cell of a figure's column that holds no figure: blank (or a dash), one that could not be read, or one of a
 * region that stands twice with differing figures.
 */
export interface Gap {
  region: string | null;
  meaning: Meaning;
  reason: "blank" | "unreadable" | "twice";
  source: Source;
  table: number;
}

/** A region (县市区) of the workbook. */
export interface Region {
  /** Canonical name: 离石区. */
  name: string;
  /** As lists in notices print it: 离石. */
  shortName: string;
  /** Where it was first met. */
  source: CellAddress;
}

/** The sheet of a workbook without a table that came nearest to one. */
export interface NearestTable {
  sheet: string;
  /** no column or row of regions · regions without figures · figures whose headers say no target and no done */
  missing: "regions" | "figures" | "meanings";
}

/** All that was read from a workbook: the input of `buildReport`. */
export interface Records {
  asOf: { date: IsoDate; source: CellAddress } | null;
  /** The year that the tables' titles name; null where none does. */
  titleYear: number | null;
  /** The city or province that the tables are of (吕梁市); null where nothing names it. */
  place: string | null;
  tables: TableSummary[];
  /** In the workbook's first order; no total rows. */
  regions: Region[];
  /** In the workbook's order. */
  indicators: IndicatorDefinition[];
  facts: Fact[];
  texts: TextFact[];
  gaps: Gap[];
  /** What the reading itself could not take as it stood. */
  findings: Finding[];
  /** Where there is no table: what came nearest. */
  nearest?: NearestTable | null;
  /** Blocks that are no county tables or were left alone. */
  unread?: UnreadBlock[];
  /** Where the workbook keeps a sheet a month: which one this is, and what the others say. */
  months?: { day: IsoDate; sheets: string[]; others: MonthRecords[] };
}

/** What the tables of another month say of the same regions. */
export interface MonthRecords {
  asOf: IsoDate;
  sheets: string[];
  records: Pick<Records, "tables" | "regions" | "indicators" | "facts" | "texts" | "gaps">;
}
