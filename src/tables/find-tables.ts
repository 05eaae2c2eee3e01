import type { CellAddress, Finding, IsoDate, RangeAddress, Steps } from "../progress";
import { a1Range, finding, overlaps, type Layout } from "../progress";
import {
  findFrames,
  findProjectLists,
  formsOn,
  headerCellOf,
  readFrame,
  readLedger,
  withRegion,
  type ChosenMention,
  type Frame,
  type KnowsRegion,
  type TableReading,
} from "./layouts";
import type { ColumnMonth } from "./month-columns";
import { bareRegion, looksLikeLower, looksLikeRegion, regionOfSubtotal, type RegionNames } from "../regions";
import { withPairsApart } from "./paired-cells";
import type { SheetGrid } from "./snapshot";
import { topOf, transpose, viewOf } from "./view";

const SHORT_ROWS = 2000;
/** Rows of a long table beside which a table on its side may stand. */
const BESIDE_ROWS = 200;

/** A table found on a sheet, whatever its layout, ready to be read. */
export interface FoundTable {
  frame: Frame;
  sheet: string;
  range: RangeAddress;
  layout: Layout;
  /** Region labels as typed, each once; none for a form or list before its region is chosen. */
  labels: string[];
  /** The same table as of each month that its columns are of, earliest first; none where they are of no month. */
  months: MonthOfTable[];
  /** The day that it is read as of, where one of its columns names it. */
  day?: { date: IsoDate; source: CellAddress };
  /** How much of it was understood: regions times columns. */
  weight: number;
}

/** A table with months side by side as of one of them. */
export interface MonthOfTable {
  when: ColumnMonth;
  /** The header that names it. */
  header: CellAddress;
  table: FoundTable;
}

/**
 * Finds the county tables of a sheet in any layout. Where two readings of the same cells compete, the one that
 * explains more of them is taken; a form only where no table with regions of its own stands.
 */
export function* findTables(sheet: SheetGrid, knows: KnowsRegion, year: number | null): Steps<{ tables: FoundTable[]; findings: Finding[] }> {
  const whole = withPairsApart(viewOf(sheet));
  const found = (one: Frame) => foundTable(one, knows);
  const upright = (yield* findFrames(whole, "wide", knows, year)).map(found);
  yield;
  // Tables on their side and forms are short, and a list begins at the top: a long sheet is searched for them there,
  // beside the head of a long table and above it.
  const long = upright.find(({ weight, range }) => weight > 0 && range.rowCount > SHORT_ROWS);
  const above = long ? long.range.row - sheet.row : SHORT_ROWS;
  const turned = (yield* findFrames(transpose(topOf(whole, long ? above + BESIDE_ROWS : SHORT_ROWS)), "transposed", knows, year)).map(found);
  const grids = [...upright, ...turned].filter(({ weight }) => weight > 0);
  const lists = (yield* findProjectLists(whole, above, knows, year)).map(found);
  const tables: FoundTable[] = [];
  const findings: Finding[] = [];
  const take = (table: FoundTable) => {
    const rival = tables.find((taken) => overlaps(taken.range, table.range));
    if (!rival) tables.push(table);
    else if (table.frame.mentions.length === 0 && table.weight === rival.weight) findings.push(ambiguous(rival));
  };
  for (const table of [...grids.sort((a, b) => b.weight - a.weight), ...lists]) take(table);
  for (const form of yield* formsOn(sheet, above, tables.map(({ range }) => range), knows, year)) take(found(form));
  return { tables: tables.sort((a, b) => a.range.row - b.range.row || a.range.column - b.range.column), findings };
}

/** Names that no rank and no list bears out count for less: another axis may have real ones. */
const DOUBTED = 0.25;

function isOfRealNames(labels: readonly string[], knows: KnowsRegion): boolean {
  const names = new Set([...new Set(labels)].map(bareRegion));
  return [...names].filter((name) => looksLikeRegion(name) || looksLikeLower(name) || knows(name)).length * 2 >= names.size;
}

function foundTable(frame: Frame, knows: KnowsRegion): FoundTable {
  const { columns, isSummed, roles } = frame;
  const regions = regionLabels(frame);
  const meant = columns.filter(({ meaning }) => meaning !== null && meaning.kind !== "note").length;
  return {
    frame,
    sheet: frame.view.sheet,
    range: frame.range,
    layout: isSummed && roles === null ? "ledger" : frame.layout,
    labels: [...new Set(regions)],
    months: isSummed ? [] : monthsOf(frame, knows),
    weight: meant * regions.length * (isOfRealNames(regions, knows) ? 1 : DOUBTED),
  };
}

/** Region labels as typed, one a row: a ledger's may stand in its subtotals alone; none where the region is named elsewhere. */
function regionLabels({ run, isSummed, mentions }: Frame): string[] {
  if (mentions.length > 0) return [];
  const named: string[] = [];
  for (const { kind, label } of run.rows) if (kind === "region") named.push(label);
  return named.length > 0 || !isSummed ? named : run.rows.flatMap(({ label }) => regionOfSubtotal(label) ?? []);
}

/**
 * Reads a table that was found.
 * @param index its place among all tables of the workbook
 * @param chosen the region of a form or list
 */
export function* readTable({ frame }: FoundTable, index: number, names: RegionNames, chosen: ChosenMention | undefined): Steps<TableReading> {
  const named = withRegion(frame, chosen);
  yield;
  return named.isSummed ? yield* readLedger(named, index, names) : readFrame(named, index, names);
}

/** Of each month the table with that month's columns alone. */
function monthsOf(frame: Frame, knows: KnowsRegion): MonthOfTable[] {
  return frame.byMonth.months.map(({ when, column, columns }) => ({
    when,
    header: headerCellOf(frame, column),
    table: foundTable({ ...frame, columns, byMonth: { ...frame.byMonth, months: [] } }, knows),
  }));
}

const LAYOUTS: Record<Layout, string> = { wide: "一行一个县", transposed: "一列一个县", perRegion: "一县一表", perIndicator: "一项指标一表", ledger: "项目台账" };

function ambiguous(taken: FoundTable): Finding {
  return finding(
    "ambiguous-table",
    [taken.range],
    `“${taken.sheet}”的 ${a1Range(taken.range)} 可以有两种读法，按“${LAYOUTS[taken.layout]}”读取，请核对`,
    `${a1Range(taken.range)} on “${taken.sheet}” could be read in two ways; it was taken as ${taken.layout}`,
  );
}
