import type { CellAddress, Finding, IndicatorDefinition, IsoDate, MonthRecords, Records, Region, Steps, UnreadBlock } from "../progress";
import { finding, overlaps, runSteps } from "../progress";
import { ambiguousColumns, assumedYears } from "./ambiguous-columns";
import { findAsOf, findDayBeside, findTitleYear, latestYear } from "./as-of";
import { readable } from "../cells";
import { clipped } from "./clipped";
import { corrected, isIgnored, isPicked, namedRegions, pickedRanges, withNamedRegions, type Correction } from "./corrections";
import { findTables, readTable, type FoundTable } from "./find-tables";
import type { ChosenMention, KnowsRegion, TableReading } from "./layouts";
import { countiesLeftOut, namelessRows, unrelatedBlocks } from "./left-out";
import { leftLevel, levelsAbove, levelsBelow } from "./levels";
import { unknownRegions, withListedRegions } from "./listed-regions";
import { chooseMonth } from "./months";
import { nearestTable } from "./nearest";
import { withPairsOnly } from "./own-indicators";
import { chooseMentions, titledPlaces } from "./place";
import { learnRegionNames, shortRegion, type Gazetteer, type RegionNames } from "../regions";
import type { SheetGrid, WorkbookSnapshot } from "./snapshot";
import { tablesApart } from "./tables-apart";
import { withLayouts } from "./told-layouts";
import { textsUnderMerges } from "./under-merges";
import { viewOf } from "./view";

interface FoundTables {
  tables: FoundTable[];
  findings: Finding[];
}

export interface ReadOptions {
  /** The national list; without it short names are only led back to full names in the workbook. */
  gazetteer: Gazetteer | null;
  /** What the user has set right. */
  corrections?: readonly Correction[];
  /** The day whose figures are read, where the workbook keeps several months; the newest if left out. */
  asOf?: IsoDate;
}

/**
 * Reads the county tables of a workbook as staff keep them: finds them, takes each column for what its
 * header says, and brings every figure out with the cell that it came from.
 */
export function readWorkbook(snapshot: WorkbookSnapshot, options: ReadOptions): Records {
  return runSteps(readingSteps(snapshot, options));
}

/** The same in steps, so that a long ledger does not hold the pane. */
export function* readingSteps(snapshot: WorkbookSnapshot, options: ReadOptions): Steps<Records> {
  const { gazetteer, corrections = [], asOf = null } = options;
  const knows = (name: string) => gazetteer?.knows(name) ?? false;
  const sources = snapshot.sheets.filter((sheet) => !sheet.ours);
  const isRead = ({ visible, name }: SheetGrid) => visible || corrections.some((one) => one.kind === "readHidden" && one.sheet === name);
  const [shown, hidden] = [sources.filter(isRead), sources.filter((sheet) => !isRead(sheet))];
  const year = latestYear(shown);
  const found: FoundTables[] = [];
  for (const sheet of shown) found.push(yield* tablesOn(sheet, corrections, knows, year));
  const all = found.flatMap((sheet) => sheet.tables);
  const onHidden: FoundTable[] = [];
  for (const sheet of hidden) onHidden.push(...(yield* tablesOn(sheet, corrections, knows, year)).tables);
  const ignored = all.filter((table) => isIgnored(table, corrections));
  const asFound = chooseMonth(all.filter((table) => !ignored.includes(table)), onHidden, asOf);
  const above = levelsAbove(asFound.tables, gazetteer);
  const below = levelsBelow(asFound.tables);
  const ready = (some: readonly FoundTable[]) => {
    const others = [...levelsAbove(some, gazetteer), ...levelsBelow(some)];
    return some.filter((table) => !others.includes(table)).map((table) => corrected(table, corrections));
  };
  const tables = ready(asFound.tables);
  const months = asFound.months.map((month) => ({ ...month, tables: ready(month.tables) }));
  const ofAllMonths = [...tables, ...months.flatMap((month) => month.tables)];
  const mentions = chooseMentions(tables);
  const lists = ofAllMonths.map((table) => table.labels);
  const formLabels = mentions.flatMap((one) => (one && !one.whole ? [one.mention.name] : []));
  const places = titledPlaces(tables);
  const named = namedRegions(corrections);
  const names = withNamedRegions(learnRegionNames([...lists.flat(), ...formLabels], gazetteer, places, lists), named);
  const read = yield* readTables(tables, names, mentions);
  yield;
  // A form that nobody has filled in says nothing, not even whose figures are missing.
  const readings = withListedRegions(read.every(({ facts }) => facts.length === 0) ? [] : read, names);
  const others: MonthRecords[] = [];
  for (const month of months) {
    const own = yield* readTables(month.tables, names, []);
    others.push({ asOf: month.asOf, sheets: sheetsOf(month.tables), records: recordsOf(own) });
  }
  const records = recordsOf(readings);
  const unread = [
    ...asFound.unread,
    ...[...above, ...below].map(({ sheet, range }): UnreadBlock => ({ sheet, range, reason: "unrelated" })),
    ...ignored.map(({ sheet, range }): UnreadBlock => ({ sheet, range, reason: "ignored" })),
  ];
  const ranges = records.tables.map(({ range }) => range);
  const taken = [...ranges, ...unread.map(({ range }) => range)];
  const left = shown.map(viewOf).map((view) => ({ view, blocks: unrelatedBlocks(view, taken) }));
  const isRegion = (name: string) => knows(name) || records.regions.some((region) => region.name === name);
  const known = new Set(named.values());
  return {
    asOf: findAsOf(tables) ?? findDayBeside(shown, all),
    ...(readings.length === 0 ? { nearest: nearestTable(shown, knows) } : {}),
    titleYear: findTitleYear(tables),
    place: places[0] ?? names.parent?.name ?? null,
    ...records,
    ...(asFound.day === null ? {} : { months: { day: asFound.day, sheets: sheetsOf(tables), others } }),
    findings: [
      ...found.flatMap(({ findings }) => findings),
      ...readings.flatMap(({ findings }) => findings),
      ...above.map((table) => leftLevel(table, true)),
      ...below.map((table) => leftLevel(table, false)),
      ...ambiguousColumns(readings),
      ...assumedYears(tables),
      ...unknownRegions(readings, records.regions.filter(({ name }) => !known.has(name)), names, knows),
      ...hidden.flatMap((sheet) => hiddenSheet(sheet, sheetsOf(ofAllMonths).includes(sheet.name))),
      ...hiddenRows(sources, readings),
      ...left.flatMap(({ view, blocks }) => [...countiesLeftOut(view, blocks, isRegion), ...namelessRows(view, records.tables, records.facts)]),
      ...textsUnderMerges(shown, ranges),
    ],
    unread: [
      ...unread,
      ...left.flatMap(({ blocks }) => blocks),
      ...hidden.filter(({ name }) => !sheetsOf(ofAllMonths).includes(name)).map(({ name, row, column, values }): UnreadBlock => {
        const range = { sheet: name, row, column, rowCount: Math.max(1, values.length), columnCount: Math.max(1, values[0]?.length ?? 1) };
        return { sheet: name, range, reason: "hidden" };
      }),
    ],
  };
}

function sheetsOf(tables: readonly FoundTable[]): string[] {
  return [...new Set(tables.map(({ sheet }) => sheet))];
}

/** Reads tables that were found, one after the other. */
function* readTables(tables: readonly FoundTable[], names: RegionNames, mentions: readonly (ChosenMention | undefined)[]): Steps<TableReading[]> {
  const read: TableReading[] = [];
  for (const [index, table] of tables.entries()) read.push(yield* readTable(table, index, names, mentions[index]));
  return withLayouts(tablesApart(withPairsOnly(read)));
}

/** What some tables say, brought together. */
function recordsOf(readings: readonly TableReading[]): Pick<Records, "tables" | "regions" | "indicators" | "facts" | "texts" | "gaps"> {
  return {
    tables: readings.map(({ summary }) => summary),
    regions: regionsOf(readings),
    indicators: mergeIndicators(readings),
    facts: readings.flatMap(({ facts }) => facts),
    texts: readings.flatMap(({ texts }) => texts),
    gaps: readings.flatMap(({ gaps }) => gaps),
  };
}

/**
 * The tables of a sheet: those in ranges that the user picked, and whatever else is found outside them.
 * @param year of what names none: 未整改 in a table of audits
 */
function* tablesOn(sheet: SheetGrid, corrections: readonly Correction[], knows: KnowsRegion, year: number | null): Steps<FoundTables> {
  const picked: FoundTable[] = [];
  for (const { range, headers } of pickedRanges(sheet.name, corrections)) {
    // Of a sheet in several parts only the one is meant that the range begins in or before.
    if (range.row + range.rowCount <= sheet.row || range.row >= sheet.row + sheet.values.length) continue;
    const inside = yield* findTables(clipped(sheet, range), knows, year);
    picked.push(...inside.tables.filter((table) => isPicked(table, headers)).slice(0, 1));
  }
  const { tables, findings } = yield* findTables(sheet, knows, year);
  const others = tables.filter((table) => !picked.some((one) => overlaps(one.range, table.range)));
  return { tables: [...picked, ...others], findings: picked.length > 0 ? [] : findings };
}

function regionsOf(readings: readonly TableReading[]): Region[] {
  const known = new Map<string, CellAddress>();
  for (const { name, cell } of readings.flatMap(({ regions }) => regions)) if (!known.has(name)) known.set(name, cell);
  return [...known].map(([name, source]) => ({ name, shortName: shortRegion(name), source }));
}

/** Each indicator as it is first met, with the first unit that a table names. */
function mergeIndicators(readings: readonly TableReading[]): IndicatorDefinition[] {
  const merged = new Map<string, IndicatorDefinition>();
  for (const definition of readings.flatMap(({ indicators }) => indicators)) {
    const known = merged.get(definition.id) ?? definition;
    merged.set(definition.id, known.unit === "" ? { ...known, unit: definition.unit } : known);
  }
  return [...merged.values()];
}

/** @param isMonth it is read as of its own day */
function hiddenSheet({ name, row, column, values }: SheetGrid, isMonth: boolean): Finding[] {
  if (values.every((cells) => cells.every((value) => readable(value) === ""))) return [];
  return [
    finding(
      "hidden-source",
      [{ sheet: name, row, column }],
      isMonth ? `工作表“${name}”是隐藏的，按表上的日期作为一期读取，不计入其他日期` : `工作表“${name}”是隐藏的，没有读取；如需计入请先取消隐藏`,
      isMonth ? `The sheet “${name}” is hidden; it is read as a period of its own day alone` : `The sheet “${name}” is hidden and was not read`,
    ),
  ];
}

function hiddenRows(sheets: readonly SheetGrid[], readings: readonly TableReading[]): Finding[] {
  const isHidden = ({ sheet, row }: CellAddress) => sheets.some(({ name, hiddenRows: rows }) => name === sheet && rows.includes(row));
  return readings.flatMap(({ regions }) =>
    regions.flatMap(({ name, cell }) =>
      isHidden(cell) ? [finding("hidden-source", [cell], `${name}所在的行是隐藏的，仍然计入`, `The row of ${name} is hidden and still counts`)] : [],
    ),
  );
}
