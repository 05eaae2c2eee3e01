import type { TableReading } from "./layouts";
import { isCatalogued } from "../interpret";

/**
 * Tells apart what only the workbook as a whole shows: one indicator a sheet, and region-a-row tables that hold
 * one region each, which are forms.
 */
export function withLayouts(readings: readonly TableReading[]): TableReading[] {
  const wide = readings.filter(({ summary }) => summary.layout === "wide");
  const lone = wide.filter(({ regions }) => regions.length === 1);
  const forms = lone.length > 1 && new Set(lone.map(({ regions }) => regions[0]?.name)).size === lone.length ? lone : [];
  const single = wide.filter((reading) => !forms.includes(reading) && family(reading) !== null);
  const families = new Set(single.map(family));
  const isOfOneIndicator = (reading: TableReading) => {
    const { columns, sheet } = reading.summary;
    const unnamed = columns.every(({ header, meaning }) => !meaning || !("indicator" in meaning) || !header.split("/").some(isCatalogued));
    const alone = readings.every((other) => other === reading || other.summary.sheet !== sheet);
    return alone && (unnamed || families.size > 1);
  };
  return readings.map((reading) => {
    const layout = forms.includes(reading) ? "perRegion" : single.includes(reading) && isOfOneIndicator(reading) ? "perIndicator" : reading.summary.layout;
    return { ...reading, summary: { ...reading.summary, layout } };
  });
}

/** The one indicator that a table is about, its parts and the amount beside 户数 counted with it. */
function family(reading: TableReading): string | null {
  const others = reading.facts.some(({ meaning }) => !("indicator" in meaning));
  const stages = new Map(
    reading.summary.columns.flatMap(({ meaning, also = [] }) =>
      also.flatMap((one) => (meaning && "indicator" in meaning && "indicator" in one ? [[one.indicator, meaning.indicator] as const] : [])),
    ),
  );
  const roots = new Set(
    reading.indicators.map(({ id, parent }) => (id === "rentSubsidyAmount" ? "rentSubsidyHouseholds" : (parent ?? stages.get(id) ?? id))),
  );
  const [root] = roots;
  return !others && roots.size === 1 && root !== undefined ? root : null;
}
