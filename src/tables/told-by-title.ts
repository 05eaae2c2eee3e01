import type { IndicatorDefinition, Meaning } from "../progress";
import { subjectsAbout } from "./interpret";
import type { TableReading } from "./layouts";

/** So many figures of the same regions have to be there before two tables are compared. */
const LEAST_SHARED = 3;
/** Tables of one indicator that were copied agree but for a typing error; of two, hardly ever. */
const MOSTLY = 2 / 3;

/**
 * Tells apart what tables of the same headers are of by their titles: 完成投资 under 表一：省重点项目 and under 表二：市重点项目
 * are two indicators, where the same regions have other figures in each.
 */
export function toldByTitle(readings: readonly TableReading[]): TableReading[] {
  const told = readings.map(() => new Map<string, IndicatorDefinition>());
  readings.forEach((one, at) => {
    readings.slice(at + 1).forEach((other, index) => {
      const [own, others] = [subjectOf(one), subjectOf(other)];
      if (own === null || others === null || own === others) return;
      for (const { id } of one.indicators) {
        if (!other.indicators.some((indicator) => indicator.id === id) || !areApart(one, other, id)) continue;
        for (const [reading, subject, names] of [[one, own, told[at]], [other, others, told[at + 1 + index]]] as const) {
          const known = reading.indicators.find((indicator) => indicator.id === id);
          if (known) names?.set(id, named(known, subject));
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

function named({ name, unit, verb }: IndicatorDefinition, subject: string): IndicatorDefinition {
  const full = name.startsWith(subject) ? name : `${subject}${name}`;
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
