import { finding, type CellAddress, type Finding, type IndicatorDefinition, type Records, type Region } from "../progress";
import { findAsOf } from "./as-of";
import { findPlace, titledPlaces } from "./place";
import { readable } from "./cells";
import { findTables } from "./find-tables";
import type { TableReading } from "./layouts";
import { learnRegionNames, shortRegion, type Gazetteer } from "./regions";
import { chooseMentions, markWholes } from "./choose-regions";
import { addListedRegions, unknownRegions } from "./listed-regions";
import { markLayouts } from "./mark-layouts";
import { withoutEarlierMonths } from "./superseded";
import { withPairsOnly } from "./own-indicators";
import type { SheetGrid, WorkbookSnapshot } from "./snapshot";

export interface ReadOptions {
  /** The national list; without it short names are only led back to full names in the workbook. */
  gazetteer: Gazetteer | null;
}

/**
 * Reads the county tables of a workbook as staff keep them: finds them, takes each column for what its
 * header says, and brings every figure out with the cell that it came from.
 */
export function readWorkbook(snapshot: WorkbookSnapshot, options: ReadOptions): Records {
  const { gazetteer } = options;
  const knows = (name: string) => gazetteer?.knows(name) ?? false;
  const sources = snapshot.sheets.filter((sheet) => !sheet.ours);
  const found = sources.filter((sheet) => sheet.visible).map((sheet) => findTables(sheet, knows, null));
  const { tables, findings: earlier } = withoutEarlierMonths(found.flatMap((sheet) => sheet.tables));
  const chosen = chooseMentions(tables);
  const labels = tables.flatMap((table) => table.labels);
  const places = titledPlaces(tables);
  const formLabels = chosen.flatMap((one) => (one && !one.whole ? [one.mention.name] : []));
  const names = learnRegionNames([...labels, ...formLabels], gazetteer, places);
  markWholes(tables, chosen, places, names);
  const readings = markLayouts(withPairsOnly(tables.map((table, index) => table.read(index, names, chosen[index]))));
  addListedRegions(readings, names);
  const regions = regionsOf(readings);
  return {
    asOf: findAsOf(tables),
    place: findPlace(tables, names),
    tables: readings.map(({ summary }) => summary),
    regions,
    indicators: mergeIndicators(readings),
    facts: readings.flatMap(({ facts }) => facts),
    texts: readings.flatMap(({ texts }) => texts),
    gaps: readings.flatMap(({ gaps }) => gaps),
    findings: [
      ...found.flatMap(({ findings }) => findings),
      ...earlier,
      ...readings.flatMap(({ findings }) => findings),
      ...unknownRegions(readings, regions, names),
      ...hiddenSources(sources, readings),
    ],
  };
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

function hiddenSources(sheets: readonly SheetGrid[], readings: readonly TableReading[]): Finding[] {
  const hiddenSheets = sheets
    .filter((sheet) => !sheet.visible && sheet.values.some((row) => row.some((value) => readable(value) !== "")))
    .map((sheet) =>
      finding(
        "hidden-source",
        [{ sheet: sheet.name, row: sheet.row, column: sheet.column }],
        `工作表“${sheet.name}”是隐藏的，没有读取；如需计入请先取消隐藏`,
        `The sheet “${sheet.name}” is hidden and was not read`,
      ),
    );
  const hiddenRows = readings.flatMap(({ regions }) =>
    regions
      .filter(({ cell }) => sheets.find(({ name }) => name === cell.sheet)?.hiddenRows.includes(cell.row))
      .map(({ name, cell }) =>
        finding("hidden-source", [cell], `${name}所在的行是隐藏的，仍然计入`, `The row of ${name} is hidden and still counts`),
      ),
  );
  return [...hiddenSheets, ...hiddenRows];
}
