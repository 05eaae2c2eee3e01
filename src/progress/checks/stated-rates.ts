import { decimalsOf, fixed, percentage, ratio, sum } from "../decimal";
import { figureKey, meaningKey } from "../figure-id";
import { finding, type Finding } from "../findings";
import { meaningName } from "../meaning";
import type { Fact, Meaning, Records } from "../records";

/** No cell states a rate with more digits than this; a formula's 15 are compared at 6. */
const FINEST_PERCENT_DECIMALS = 6;

/**
 * rate-mismatch: a stated rate that is not done ÷ target of its own table, at the rate's own decimals.
 * A total row's rate is held against that row's own figures, or the rows' sums where it has none; a region's
 * against another table's, where its own has none.
 */
export function statedRates(records: Records): Finding[] {
  const cells = new Map(records.facts.map((fact) => [factKey(fact), fact]));
  const elsewhere = new Map<string, Fact>();
  for (const fact of records.facts) {
    const key = figureKey(fact);
    if (!elsewhere.has(key)) elsewhere.set(key, fact);
  }
  const find = (fact: Fact, kind: "target" | "done", indicator: string) => {
    const meaning: Meaning = { kind, indicator };
    const own = cells.get(factKey({ ...fact, meaning }));
    if (own) return own.value;
    if (fact.region !== null) return elsewhere.get(figureKey({ region: fact.region, meaning }))?.value ?? null;
    return fact.region === null && !fact.of ? columnSum(records.facts, fact.table, meaning) : null;
  };
  return records.facts.flatMap((fact) => {
    if (fact.meaning.kind !== "rate") return [];
    const target = find(fact, "target", fact.meaning.indicator);
    const done = find(fact, "done", fact.meaning.indicator);
    return rateMismatch(fact, meaningName(fact.meaning, records.indicators), target, done) ?? [];
  });
}

/**
 * The finding on a stated rate that is not done ÷ target at its own decimals; null where it is, or cannot be told.
 * @param stated its value is a fraction, its decimals those of the percentage
 * @param name what it is a rate of
 */
export function rateMismatch(
  { region, value, decimals: statedDecimals, source }: Pick<Fact, "region" | "value" | "decimals" | "source">,
  name: { chinese: string; english: string },
  target: number | null,
  done: number | null,
): Finding | null {
  const rate = target === null || done === null ? null : ratio(done, target);
  if (rate === null || target === null || done === null) return null;
  const decimals = Math.min(statedDecimals, FINEST_PERCENT_DECIMALS);
  const [stated, right] = [percentage(value, decimals), percentage(rate, decimals)];
  if (stated === right || mayBeRounded(value, decimals, target, done)) return null;
  const [statedText, rightText] = [`${fixed(stated, decimals)}%`, `${fixed(right, decimals)}%`];
  const whose = region ?? "合计";
  return finding(
    "rate-mismatch",
    source.cells,
    `${whose}的${name.chinese}写的是 ${statedText}，按 ${done} ÷ ${target} 应为 ${rightText}`,
    `${whose}, ${name.english}: stated ${statedText}, but ${done} ÷ ${target} is ${rightText}`,
  );
}

/**
 * Whether some figures that are published as these, and some way of rounding halves, give the stated rate: counts
 * are exact, figures with decimals may have been rounded.
 */
function mayBeRounded(stated: number, decimals: number, target: number, done: number): boolean {
  const half = 0.5 * 10 ** -(decimals + 2) * (1 + 1e-9);
  const room = (figure: number) => (Number.isInteger(figure) ? 0 : 0.5 * 10 ** -decimalsOf(figure));
  const [low, high] = [(done - room(done)) / (target + room(target)), (done + room(done)) / (target - room(target))];
  return low - 1e-12 <= stated + half && high + 1e-12 >= stated - half;
}

function columnSum(facts: readonly Fact[], table: number, meaning: Meaning): number | null {
  const key = meaningKey(meaning);
  const rows = facts.filter(
    (fact) => fact.table === table && fact.region !== null && meaningKey(fact.meaning) === key,
  );
  return rows.length === 0 ? null : sum(rows.map((fact) => fact.value));
}

/** A fact within its table: totals of some rows are told apart by them. */
function factKey({ table, region, of, meaning }: Pick<Fact, "table" | "region" | "of" | "meaning">): string {
  return `${table} ${of?.join() ?? ""} ${figureKey({ region, meaning })}`;
}
