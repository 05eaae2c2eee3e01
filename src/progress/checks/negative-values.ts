import { plain } from "../decimal";
import { meaningKey } from "../figure-id";
import { finding, type Finding } from "../findings";
import { meaningName } from "../meaning";
import type { Meaning, Records } from "../records";

/** negative-value: no target, start, subsidy or backlog part can be below zero, unless most of its kind are (降低能耗 -20). */
export function negativeValues(records: Records): Finding[] {
  const counts = new Map<string, { below: number; above: number }>();
  for (const { meaning, value, region } of records.facts) {
    if (region === null) continue;
    const count = counts.get(meaningKey(meaning)) ?? { below: 0, above: 0 };
    if (value < 0) count.below++;
    if (value > 0) count.above++;
    counts.set(meaningKey(meaning), count);
  }
  const isSigned = (meaning: Meaning) => {
    const { below, above } = counts.get(meaningKey(meaning)) ?? { below: 0, above: 0 };
    return below >= LEAST_SIGNED && below > above;
  };
  return records.facts
    .filter(
      (fact) =>
        fact.value < 0 && fact.region !== null && fact.meaning.kind !== "rate" && !isBacklogResult(fact.meaning) && !isSigned(fact.meaning),
    )
    .map((fact) => {
      const name = meaningName(fact.meaning, records.indicators);
      const whose = fact.region ?? "合计";
      return finding(
        "negative-value",
        fact.source.cells,
        `${whose}的${name.chinese}为负数 ${plain(fact.value)}，请核对`,
        `${whose}, ${name.english}: ${plain(fact.value)} is negative`,
      );
    });
}

/** So many figures below zero are no typing errors. */
const LEAST_SIGNED = 3;

/** A computed backlog below zero says that the stock exceeds what was reported: no typing error. */
function isBacklogResult(meaning: Records["facts"][number]["meaning"]): boolean {
  return meaning.kind === "backlog" && meaning.measure === "computed";
}
