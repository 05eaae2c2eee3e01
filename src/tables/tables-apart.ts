import type { IndicatorDefinition, Meaning } from "../progress";
import { subjectsAbout } from "./interpret";
import type { TableReading } from "./layouts";

/** So many figures of the same regions have to be there before two tables are compared. */
const LEAST_SHARED = 3;
/** Tables of one indicator that were copied agree but for a typing error; of two, hardly ever. */
const MOSTLY = 2 / 3;

/**
 * Tells apart what tables of the same headers are of, where the same regions have other figures in each: by their
 * titles (完成投资 under 表一：省重点项目 and under 表二：市重点项目 are two indicators), by their units, by their sheets.
 * Tables that agree nowhere are not of one figure; only under one title and in one unit one of them is an error.
 */
export function tablesApart(readings: readonly TableReading[]): TableReading[] {
  const told = readings.map(() => new Map<string, IndicatorDefinition>());
  const tell = (at: number, id: string, name: IndicatorDefinition) => void (told[at]?.has(id) || told[at]?.set(id, name));
  readings.forEach((one, at) => {
    readings.slice(at + 1).forEach((other, index) => {
      const [own, others] = [subjectOf(one), subjectOf(other)];
      for (const { id } of one.indicators) {
        const [first, second] = [one, other].map(({ indicators }) => indicators.find((indicator) => indicator.id === id));
        if (!first || !second || !areApart(one, other, id)) continue;
        const [titled, othersTitled] = [named(first, own ?? ""), named(second, others ?? "")];
        if (own !== null && others !== null && titled.id !== othersTitled.id) {
          tell(at, id, titled);
          tell(at + 1 + index, id, othersTitled);
        } else {
          const qualifier = qualifierOf(one, other, id);
          if (qualifier !== null) tell(at + 1 + index, id, called(second, `${second.name}${qualifier}`));
        }
      }
    });
  });
  return readings.map((reading, at) => renamed(reading, told[at] ?? new Map()));
}

function subjectOf({ summary: { title, sheet } }: TableReading): string | null {
  const [only, ...others] = subjectsAbout((title ?? "").split(" "), sheet);
  return only && others.length === 0 ? only.text : null;
}

/** What the figures of a second table are called beside the first one's: by their unit, else by their sheet; null where nothing tells them apart. */
function qualifierOf(one: TableReading, other: TableReading, id: string): string | null {
  const [first, second] = [unitsOf(one, id), unitsOf(other, id)];
  const unit = [...second].find((kind) => !first.has(kind));
  if (first.size > 0 && unit !== undefined) return unit.endsWith("元") ? "金额" : `${unit}数`;
  return one.summary.title === other.summary.title || one.summary.sheet === other.summary.sheet ? null : `（${other.summary.sheet}）`;
}

function unitsOf({ summary }: TableReading, id: string): Set<string> {
  return new Set(summary.columns.flatMap(({ meaning, unit }) => (unit !== null && meaning !== null && "indicator" in meaning && meaning.indicator === id && meaning.kind !== "rate" ? [unit] : [])));
}

/** Whether two tables have other figures of the same regions. */
function areApart(one: TableReading, other: TableReading, id: string): boolean {
  const figures = (reading: TableReading) =>
    new Map(
      reading.facts.flatMap(({ region, meaning, value }) =>
        region !== null && "indicator" in meaning && meaning.indicator === id ? [[`${meaning.kind} ${region}`, value] as const] : [],
      ),
    );
  const others = figures(other);
  const shared = [...figures(one)].filter(([key]) => others.has(key));
  return shared.length >= LEAST_SHARED && shared.filter(([key, value]) => others.get(key) !== value).length >= shared.length * MOSTLY;
}

function named({ name, unit, verb }: Pick<IndicatorDefinition, "name" | "unit" | "verb">, subject: string): IndicatorDefinition {
  // 城市棚户区改造 and 棚户区改造开工 are 城市棚户区改造开工.
  const from = [...subject].findIndex((_, at) => name.startsWith(subject.slice(at)));
  return called({ unit, verb }, `${from < 0 ? subject : subject.slice(0, from)}${name}`);
}

function called({ unit, verb }: Pick<IndicatorDefinition, "unit" | "verb">, full: string): IndicatorDefinition {
  return { id: `own:${full}`, name: full, shortName: full, unit, english: full, ...(verb === undefined ? {} : { verb }) };
}

function renamed(reading: TableReading, names: ReadonlyMap<string, IndicatorDefinition>): TableReading {
  if (names.size === 0) return reading;
  const idOf = (id: string) => names.get(id)?.id ?? id;
  const meant = <T extends Meaning | null>(meaning: T): T =>
    meaning !== null && "indicator" in meaning ? { ...meaning, indicator: idOf(meaning.indicator) } : meaning;
  const { summary } = reading;
  return {
    ...reading,
    summary: {
      ...summary,
      columns: summary.columns.map((column) => ({
        ...column,
        meaning: meant(column.meaning),
        ...(column.also ? { also: column.also.map(meant) } : {}),
      })),
    },
    indicators: reading.indicators.map((indicator) => {
      const own = names.get(indicator.id) ?? indicator;
      return own.parent === undefined ? own : { ...own, parent: idOf(own.parent) };
    }),
    facts: reading.facts.map((fact) => ({ ...fact, meaning: meant(fact.meaning) })),
    gaps: reading.gaps.map((gap) => ({ ...gap, meaning: meant(gap.meaning) })),
    firm: reading.firm.map(idOf),
  };
}
