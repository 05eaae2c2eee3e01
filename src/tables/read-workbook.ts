import { finding, overlaps, runSteps, type CellAddress, type Finding, type IndicatorDefinition, type IsoDate, type MonthRecords, type Records, type Region, type UnreadBlock, type Steps } from "../progress";
import { ambiguousColumns, assumedYears } from "./ambiguous-columns";
import { findAsOf, findDayBeside, findTitleYear, latestYear } from "./as-of";
import { findPlace, titledPlaces } from "./place";
import { readable } from "./cells";
import { clipped } from "./clipped";
import { corrected, isIgnored, isPicked, namedRegions, pickedRanges, withNamedRegions, type Correction } from "./corrections";
import { findTables, readTable, type FoundTable } from "./find-tables";
import { chooseMonth } from "./months";
import { leftAbove, levelsAbove } from "./levels-above";
import { nearestTable } from "./nearest";
import type { ChosenMention, TableReading } from "./layouts";
import { learnRegionNames, shortRegion, type Gazetteer, type RegionNames } from "./regions";
import { chooseMentions, withWholes } from "./choose-regions";
import { unknownRegions, withListedRegions } from "./listed-regions";
import { figuresLeftOut } from "./left-out";
import { withLayouts } from "./told-layouts";
import { withPairsOnly } from "./own-indicators";
import { tablesApart } from "./tables-apart";
import { textsUnderMerges } from "./under-merges";
import { unrelatedBlocks } from "./unread";
import type { SheetGrid, WorkbookSnapshot } from "./snapshot";

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
  const { gazetteer, corrections = [] } = options;
  const sources = snapshot.sheets.filter((sheet) => !sheet.ours);
  const isRead = ({ visible, name }: SheetGrid) => visible || corrections.some((one) => one.kind === "readHidden" && one.sheet === name);
  const year = latestYear(sources.filter(isRead));
  const found: FoundTables[] = [];
  for (const sheet of sources.filter(isRead)) found.push(yield* tablesOn(sheet, options, year));
  const all = found.flatMap((sheet) => sheet.tables);
  const ignored = all.filter((table) => isIgnored(table, corrections));
  const hidden: FoundTables[] = [];
  for (const sheet of sources.filter((one) => !isRead(one))) hidden.push(yield* tablesOn(sheet, options, year));
  const asFound = chooseMonth(all.filter((table) => !ignored.includes(table)), hidden.flatMap((sheet) => sheet.tables), options.asOf ?? null);
  const { day } = asFound;
  const above = levelsAbove(asFound.tables, gazetteer);
  const unread = [...asFound.unread, ...above.map(({ sheet, range }): UnreadBlock => ({ sheet, range, reason: "unrelated" }))];
  const tables = asFound.tables.filter((table) => !above.includes(table)).map((table) => corrected(table, corrections));
  const months = asFound.months.map((month) => {
    const ofOthers = levelsAbove(month.tables, gazetteer);
    return { ...month, tables: month.tables.filter((table) => !ofOthers.includes(table)).map((table) => corrected(table, corrections)) };
  });
  const likely = chooseMentions(tables);
  const lists = [...tables, ...months.flatMap((month) => month.tables)].map((table) => table.labels);
  const places = titledPlaces(tables);
  const formLabels = likely.flatMap((one) => (one && !one.whole ? [one.mention.name] : []));
  const names = withNamedRegions(learnRegionNames([...lists.flat(), ...formLabels], gazetteer, places, lists), corrections);
  const chosen = withWholes(tables, likely, places, names);
  const read = yield* readTables(tables, names, chosen);
  yield;
  const readings = withListedRegions(read, names);
  const ofMonths: MonthRecords[] = [];
  for (const month of months) {
    const own = yield* readTables(month.tables, names, []);
    ofMonths.push({ asOf: month.asOf, sheets: [...new Set(month.tables.map(({ sheet }) => sheet))], records: recordsOf(own) });
  }
  const regions = regionsOf(readings);
  const asMonths = new Set([...tables, ...months.flatMap((month) => month.tables)].map((table) => table.sheet));
  const taken = [...readings.map(({ summary }) => summary.range), ...ignored.map(({ range }) => range), ...unread.map(({ range }) => range)];
  return {
    asOf: findAsOf(tables) ?? findDayBeside(sources.filter(isRead), all),
    ...(readings.length === 0 ? { nearest: nearestTable(sources.filter(isRead), (name) => gazetteer?.knows(name) ?? false) } : {}),
    titleYear: findTitleYear(tables),
    place: findPlace(tables, names),
    ...recordsOf(readings),
    ...(day === null ? {} : { months: { day, sheets: [...new Set(tables.map(({ sheet }) => sheet))], others: ofMonths } }),
    findings: [
      ...found.flatMap(({ findings }) => findings),
      ...readings.flatMap(({ findings }) => findings),
      ...above.map(leftAbove),
      ...ambiguousColumns(readings),
      ...assumedYears(tables),
      ...unknownRegions(readings, regions, names, (name) => gazetteer?.knows(name) ?? false).filter(({ region }) => !namedRegions(corrections).has(region)).map((one) => one.finding),
      ...hiddenSources(sources, isRead, asMonths, readings),
      ...figuresLeftOut(
        sources.filter(isRead),
        { tables: readings.map(({ summary }) => summary), facts: readings.flatMap(({ facts }) => facts), ranges: taken },
        (name) => regions.some((region) => region.name === name) || (gazetteer?.knows(name) ?? false),
      ),
      ...textsUnderMerges(sources.filter(isRead), readings.map(({ summary }) => summary.range)),
    ],
    unread: [
      ...unread,
      ...ignored.map(({ sheet, range }): UnreadBlock => ({ sheet, range, reason: "ignored" })),
      ...sources.filter(isRead).flatMap((sheet) => unrelatedBlocks(sheet, taken)),
      ...sources.filter((sheet) => !isRead(sheet) && !asMonths.has(sheet.name)).map(({ name, row, column, values }): UnreadBlock => {
        const range = { sheet: name, row, column, rowCount: Math.max(1, values.length), columnCount: Math.max(1, values[0]?.length ?? 1) };
        return { sheet: name, range, reason: "hidden" };
      }),
    ],
  };
}

/** Reads tables that were found, one after the other. */
function* readTables(tables: readonly FoundTable[], names: RegionNames, chosen: readonly (ChosenMention | undefined)[]): Steps<TableReading[]> {
  const read: TableReading[] = [];
  for (const [index, table] of tables.entries()) read.push(yield* readTable(table, index, names, chosen[index]));
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
function* tablesOn(sheet: SheetGrid, { gazetteer, corrections = [] }: ReadOptions, year: number | null): Steps<FoundTables> {
  const knows = (name: string) => gazetteer?.knows(name) ?? false;
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
  for (const { regions } of readings) {
    for (const { name, cell } of regions) if (!known.has(name)) known.set(name, cell);
  }
  return [...known].map(([name, source]) => ({ name, shortName: shortRegion(name), source }));
}

function mergeIndicators(readings: readonly TableReading[]): IndicatorDefinition[] {
  const merged = new Map<string, IndicatorDefinition>();
  for (const { indicators } of readings) {
    for (const definition of indicators) {
      const known = merged.get(definition.id);
      if (!known) merged.set(definition.id, definition);
      else if (known.unit === "" && definition.unit !== "") merged.set(definition.id, { ...known, unit: definition.unit });
    }
  }
  return [...merged.values()];
}

/** @param asMonths sheets that are read as of their own day, hidden or not */
function hiddenSources(sheets: readonly SheetGrid[], isRead: (sheet: SheetGrid) => boolean, asMonths: ReadonlySet<string>, readings: readonly TableReading[]): Finding[] {
  const hiddenSheets = sheets
    .filter((sheet) => !isRead(sheet) && sheet.values.some((row) => row.some((value) => readable(value) !== "")))
    .map((sheet) =>
      finding(
        "hidden-source",
        [{ sheet: sheet.name, row: sheet.row, column: sheet.column }],
        asMonths.has(sheet.name) ? `工作表“${sheet.name}”是隐藏的，按表上的日期作为一期读取，不计入其他日期` : `工作表“${sheet.name}”是隐藏的，没有读取；如需计入请先取消隐藏`,
        asMonths.has(sheet.name) ? `The sheet “${sheet.name}” is hidden; it is read as a period of its own day alone` : `The sheet “${sheet.name}” is hidden and was not read`,
      ),
    );
  const hiddenRows = readings.flatMap(({ regions }) =>
    regions
      .filter(({ cell }) => sheets.some(({ name, hiddenRows }) => name === cell.sheet && hiddenRows.includes(cell.row)))
      .map(({ name, cell }) =>
        finding("hidden-source", [cell], `${name}所在的行是隐藏的，仍然计入`, `The row of ${name} is hidden and still counts`),
      ),
  );
  return [...hiddenSheets, ...hiddenRows];
}
