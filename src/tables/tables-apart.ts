import type { IndicatorDefinition, Meaning } from "../progress";
import { subjectsAbout } from "../interpret";
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
  const told = readings.map(() => new Map<string, string>());
  readings.forEach((one, at) => {
    readings.slice(at + 1).forEach((other, index) => {
      for (const { id, name } of one.indicators) {
        if (!other.indicators.some((indicator) => indicator.id === id) || !areApart(one, other, id)) continue;
        const names = namesApart(one, other, { id, name });
        [at, at + 1 + index].forEach((place, index) => {
          const full = names[index];
          if (full && !told[place]?.has(id)) told[place]?.set(id, full);
        });
      }
    });
  });
  return readings.map((reading, at) => renamed(reading, told[at] ?? new Map()));
}

/** What an indicator is called in each of two tables: by their titles, else the second by its unit or its sheet; "" where it keeps its name. */
function namesApart(one: TableReading, other: TableReading, { id, name }: Pick<IndicatorDefinition, "id" | "name">): [string, string] {
  const [own, others] = [subjectOf(one), subjectOf(other)];
  const titled: [string, string] = [named(name, own), named(name, others)];
  if (own !== "" && others !== "" && titled[0] !== titled[1]) return titled;
  const [first, second] = [unitsOf(one, id), unitsOf(other, id)];
  const unit = [...second].find((kind) => !first.has(kind));
  if (first.size > 0 && unit !== undefined) return ["", `${name}${unit.endsWith("元") ? "金额" : `${unit}数`}`];
  const isOneTitle = one.summary.title === other.summary.title || one.summary.sheet === other.summary.sheet;
  return ["", isOneTitle ? "" : `${name}（${other.summary.sheet}）`];
}

/** The one subject that a table's title is about. */
function subjectOf({ summary: { title, sheet } }: TableReading): string {
  const [only, ...others] = subjectsAbout((title ?? "").split(" "), sheet);
  return only && others.length === 0 ? only.text : "";
}

/** 城市棚户区改造 and 棚户区改造开工 are 城市棚户区改造开工. */
function named(name: string, subject: string): string {
  const from = [...subject].findIndex((_, at) => name.startsWith(subject.slice(at)));
  return `${from < 0 ? subject : subject.slice(0, from)}${name}`;
}

function isOf(meaning: Meaning | null, id: string): boolean {
  return meaning !== null && "indicator" in meaning && meaning.indicator === id;
}

function unitsOf({ summary }: TableReading, id: string): Set<string> {
  return new Set(summary.columns.flatMap(({ meaning, unit }) => (unit !== null && isOf(meaning, id) && meaning?.kind !== "rate" ? [unit] : [])));
}

/** Whether two tables have other figures of the same regions. */
function areApart(one: TableReading, other: TableReading, id: string): boolean {
  const figures = ({ facts }: TableReading) => {
    const own = facts.filter(({ region, meaning }) => region !== null && isOf(meaning, id));
    return new Map(own.map(({ region, meaning, value }) => [`${meaning.kind} ${region}`, value] as const));
  };
  const others = figures(other);
  const shared = [...figures(one)].filter(([key]) => others.has(key));
  return shared.length >= LEAST_SHARED && shared.filter(([key, value]) => others.get(key) !== value).length >= shared.length * MOSTLY;
}

/** @param names by an indicator's id its full name */
function renamed(reading: TableReading, names: ReadonlyMap<string, string>): TableReading {
  if (names.size === 0) return reading;
  const idOf = (id: string) => (names.has(id) ? `own:${names.get(id)}` : id);
  const meant = <T extends Meaning | null>(meaning: T): T =>
    meaning !== null && "indicator" in meaning ? { ...meaning, indicator: idOf(meaning.indicator) } : meaning;
  const { summary } = reading;
  return {
    ...reading,
    summary: {
      ...summary,
      columns: summary.columns.map(({ also, ...column }) => ({ ...column, meaning: meant(column.meaning), ...(also ? { also: also.map(meant) } : {}) })),
    },
    indicators: reading.indicators.map((indicator) => {
      const full = names.get(indicator.id);
      const own = full === undefined ? indicator : { ...indicator, id: idOf(indicator.id), name: full, shortName: full, english: full };
      return own.parent === undefined ? own : { ...own, parent: idOf(own.parent) };
    }),
    facts: reading.facts.map((fact) => ({ ...fact, meaning: meant(fact.meaning) })),
    gaps: reading.gaps.map((gap) => ({ ...gap, meaning: meant(gap.meaning) })),
    firm: reading.firm.map(idOf),
  };
}
