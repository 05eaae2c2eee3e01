import { isInRange, type Finding, type Meaning } from "../progress";
import { notUsed, type TableReading } from "./layouts";

/**
 * Keeps an indicator that the catalogue lacks only where the workbook has two of its target, done and rate, or says
 * outright that its figures are a target or done: 低保户数 alone is a count of something else. A part (其中) stands as
 * its whole does. Columns of the others are left as not understood.
 */
export function withPairsOnly(given: readonly TableReading[]): TableReading[] {
  const readings = withoutTemplates(given);
  const kinds = new Map<string, Set<string>>();
  for (const { meaning } of readings.flatMap(({ facts, gaps }) => [...facts, ...gaps])) {
    if ("indicator" in meaning) kinds.set(meaning.indicator, (kinds.get(meaning.indicator) ?? new Set()).add(meaning.kind));
  }
  const firm = new Set(given.flatMap(({ firm: said }) => said));
  const wholes = new Map(readings.flatMap(({ indicators }) => indicators.map(({ id, parent = id }) => [id, parent] as const)));
  const stands = (id: string) => !id.startsWith("own:") || (kinds.get(id)?.size ?? 0) >= 2 || firm.has(id);
  const isLone = (meaning: Meaning | null) =>
    meaning !== null && "indicator" in meaning && !stands(meaning.indicator) && !stands(wholes.get(meaning.indicator) ?? meaning.indicator);
  const kept = readings
    .map((reading) => without(reading, isLone))
    .filter(({ facts, gaps, texts }) => facts.length + gaps.length + texts.length > 0);
  return kept.length < given.length ? kept.map(numbered) : kept;
}

/** A table with no figure at all beside others that have some is a form to be filled in; a region's own form is not. */
function withoutTemplates(readings: readonly TableReading[]): readonly TableReading[] {
  const filled = readings.filter(({ facts, texts, summary }) => facts.length + texts.length > 0 || summary.layout === "perRegion");
  return filled.some(({ facts }) => facts.length > 0) ? filled : readings;
}

function without(reading: TableReading, isLone: (meaning: Meaning | null) => boolean): TableReading {
  const { summary } = reading;
  const lost = summary.columns.filter(({ meaning }) => isLone(meaning));
  if (lost.length === 0) return reading;
  // What could not be read of a column that is not used is no fault of the table.
  const isOfLost = ({ cells }: Finding) => cells.length > 0 && cells.every((cell) => lost.some(({ range }) => isInRange(cell, range)));
  return {
    ...reading,
    summary: { ...summary, columns: summary.columns.map((column) => (lost.includes(column) ? { ...column, meaning: null } : column)) },
    indicators: reading.indicators.filter(({ id }) => !isLone({ kind: "done", indicator: id })),
    facts: reading.facts.filter(({ meaning }) => !isLone(meaning)),
    gaps: reading.gaps.filter(({ meaning }) => !isLone(meaning)),
    findings: [
      ...reading.findings.filter((one) => !isOfLost(one)),
      ...lost.map(({ header, range, headerCell }) => notUsed(header, headerCell ?? range, NOTHING_BESIDE)),
    ],
  };
}

const NOTHING_BESIDE = "旁边没有与它相对的任务数或完成数";

/** A reading as the table of that number among those that are kept. */
function numbered(reading: TableReading, table: number): TableReading {
  const of = <T>(items: readonly T[]): T[] => items.map((item) => ({ ...item, table }));
  return { ...reading, facts: of(reading.facts), gaps: of(reading.gaps), texts: of(reading.texts) };
}
