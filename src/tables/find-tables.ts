import type { CellAddress, Finding, IsoDate, RangeAddress, Steps } from "../progress";
import { a1Range, finding, overlaps, type Layout } from "../progress";
import {
  findCandidates,
  findProjectLists,
  findTransposed,
  formsOn,
  headerCellOf,
  isLedger,
  ledgerColumns,
  readCandidate,
  readForm,
  readLedger,
  type Candidate,
  type Form,
  type ProjectList,
  type KnowsRegion,
  type RegionMention,
  type TableReading,
} from "./layouts";
import type { ReadSlot } from "./interpret";
import type { ColumnMonth } from "./month-columns";
import { bareRegion, looksLikeLower, looksLikeRegion, regionOfSubtotal, type RegionNames } from "./regions";
import type { SheetGrid } from "./snapshot";
import { topOf, viewOf } from "./view";

const SHORT_ROWS = 2000;
/** Rows of a long table beside which a table on its side may stand. */
const BESIDE_ROWS = 200;

/** What was found: lines of regions with their columns, or a form of one region. */
type Found = { kind: "table"; candidate: Candidate } | { kind: "form"; form: Form };

/** A table found on a sheet, whatever its layout, ready to be read. */
export interface FoundTable {
  sheet: string;
  range: RangeAddress;
  layout: Layout;
  /** Region labels as typed, each once; none for a form before its region is chosen. */
  labels: string[];
  found: Found;
  /** Where a form's or list's region may be named; empty for tables with regions of their own. */
  mentions: RegionMention[];
  /** The same table as of each month that its columns are of, earliest first; none where they are of no month. */
  months: MonthOfTable[];
  /** What a table with months side by side and the one of another year have in common; null without months. */
  alike: string[] | null;
  /** The day that it is read as of, where one of its columns names it. */
  day?: { date: IsoDate; source: CellAddress };
  /** How much of it was understood: regions times columns. */
  weight: number;
  /** @param mention the region of a form; `whole` where it is the city's own */
  read(index: number, names: RegionNames, mention?: ChosenMention): Steps<TableReading>;
}

/** A table with months side by side as of one of them. */
export interface MonthOfTable {
  when: ColumnMonth;
  /** It has no figure other than 0. */
  isEmpty: boolean;
  /** The header that names it. */
  header: CellAddress;
  /** With all that stands beside the months, which is of the latest. */
  asLatest: FoundTable;
  asEarlier: FoundTable;
}

/** The region that a form was found to be of. */
export interface ChosenMention {
  mention: RegionMention;
  whole: boolean;
}

/**
 * Finds the county tables of a sheet in any layout. Where two readings of the same cells compete, the one that
 * explains more of them is taken; a form only where no table with regions of its own stands.
 */
export function* findTables(sheet: SheetGrid, knows: KnowsRegion, year: number | null): Steps<{ tables: FoundTable[]; findings: Finding[] }> {
  const whole = viewOf(sheet);
  const isSectioned = (one: Candidate) => one.run.mixed === "sections";
  const candidates = yield* findCandidates(whole, "wide", knows, year);
  yield;
  const upright = candidates.filter((one) => !isSectioned(one) || ledgerColumns(one).project).map((one) => ofCandidate(one, knows));
  // Tables on their side and forms are short, and a list begins at the top: a long sheet is searched for them there,
  // beside the head of a long table and above it.
  const long = upright.find(({ weight, range }) => weight > 0 && range.rowCount > SHORT_ROWS);
  const above = long ? long.range.row - sheet.row : SHORT_ROWS;
  const turned = (yield * findTransposed(topOf(whole, long ? above + BESIDE_ROWS : SHORT_ROWS), knows, year)).map((one) =>
    ofCandidate(one, knows),
  );
  const grids = [...upright, ...turned].filter(({ weight }) => weight > 0);
  const lists = (yield* findProjectLists(whole, above, knows, year)).map((one) => ofList(one, knows));
  const tables: FoundTable[] = [];
  const findings: Finding[] = [];
  const take = (table: FoundTable) => {
    const rival = tables.find((taken) => overlaps(taken.range, table.range));
    if (!rival) tables.push(table);
    else if (table.mentions.length === 0 && table.weight === rival.weight) findings.push(ambiguous(rival));
  };
  for (const table of [...grids.sort((a, b) => b.weight - a.weight), ...lists]) take(table);
  for (const form of yield* formsOn(sheet, above, tables.map(({ range }) => range), knows, year)) take(ofForm(form));
  return { tables: tables.sort((a, b) => a.range.row - b.range.row || a.range.column - b.range.column), findings };
}

/** The columns of a table, or the figures of a form, each with its meaning. */
export function foundColumns({ found }: FoundTable): ReadSlot[] {
  return found.kind === "table" ? found.candidate.columns : found.form.entries.map(({ column }) => column);
}

/** Names that no rank and no list bears out count for less: another axis may have real ones. */
const DOUBTED = 0.25;

function isOfRealNames(labels: readonly string[], knows: KnowsRegion): boolean {
  const names = new Set([...new Set(labels)].map(bareRegion));
  return [...names].filter((name) => looksLikeRegion(name) || looksLikeLower(name) || knows(name)).length * 2 >= names.size;
}

function ofCandidate(candidate: Candidate, knows: KnowsRegion): FoundTable {
  const { view, band, span, run, columns } = candidate;
  const ledger = candidate.layout === "wide" ? isLedger(candidate) : candidate.roles !== null;
  const last = ledger ? run.end : candidate.lastRow;
  const named: string[] = [];
  for (const { kind, label } of run.rows) if (kind === "region") named.push(label);
  const regions = named.length > 0 || !ledger ? named : run.rows.flatMap(({ label }) => regionOfSubtotal(label) ?? []);
  const meant = columns.filter(({ meaning }) => meaning !== null && meaning.kind !== "note").length;
  return {
    sheet: view.sheet,
    range: view.range(band.top, span.first, last - band.top + 1, span.last - span.first + 1),
    layout: ledger && candidate.roles === null ? "ledger" : candidate.layout,
    labels: [...new Set(regions)],
    found: { kind: "table", candidate },
    mentions: [],
    months: ledger ? [] : monthsOf(candidate, knows),
    alike: ledger || candidate.byMonth.months.length === 0 ? null : [...candidate.byMonth.wordings, ...indicatorsIn(columns)],
    weight: meant * regions.length * (isOfRealNames(regions, knows) ? 1 : DOUBTED),
    read: function* (index, names) {
      return ledger ? yield* readLedger(candidate, index, names) : readCandidate(candidate, index, names);
    },
  };
}

/** Of each month the table with that month's columns alone. */
function monthsOf(candidate: Candidate, knows: KnowsRegion): MonthOfTable[] {
  const { months, unclear } = candidate.byMonth;
  const asOf = (columns: ReadSlot[]) => ofCandidate({ ...candidate, columns, byMonth: { months: [], wordings: [], unclear } }, knows);
  return months.map(({ when, isEmpty, column, asLatest, asEarlier }) => ({
    when,
    isEmpty,
    header: headerCellOf(candidate, column),
    asLatest: asOf(asLatest),
    asEarlier: asOf(asEarlier),
  }));
}

function indicatorsIn(columns: readonly ReadSlot[]): string[] {
  return [...new Set(columns.flatMap(({ meaning }) => (meaning && "indicator" in meaning ? [meaning.indicator] : [])))].sort();
}

function ofList({ candidate, mentions }: ProjectList, knows: KnowsRegion): FoundTable {
  const found = ofCandidate(candidate, knows);
  return {
    ...found,
    layout: "ledger",
    labels: [],
    mentions,
    read: (index, names, chosen) => readLedger(candidate, index, names, chosen?.mention.name ?? mentions[0]?.name ?? ""),
  };
}

function ofForm(form: Form): FoundTable {
  const { view, band, span } = form;
  return {
    sheet: view.sheet,
    range: view.range(band.top, span.first, form.lastRow - band.top + 1, span.last - span.first + 1),
    layout: "perRegion",
    labels: [],
    found: { kind: "form", form },
    mentions: form.mentions,
    months: [],
    alike: null,
    weight: form.entries.length,
    read: function* (index, names, chosen) {
      yield;
      const [first] = form.mentions;
      const mention = chosen?.mention ?? first ?? { name: view.sheet, cell: null };
      return readForm(form, index, chosen?.whole ? null : names.canonical(mention.name), mention);
    },
  };
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
