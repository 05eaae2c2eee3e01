import { plain } from "../decimal";
import { finding, type Finding } from "../findings";
import { meaningName } from "../meaning";
import type { Records } from "../records";

/** negative-value: no target, start, subsidy or backlog part can be below zero. */
export function negativeValues(records: Records): Finding[] {
  return records.facts
    .filter((fact) => fact.value < 0 && fact.region !== null && fact.meaning.kind !== "rate" && !isBacklogResult(fact.meaning))
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

/** A computed backlog below zero says that the stock exceeds what was reported: no typing error. */
function isBacklogResult(meaning: Records["facts"][number]["meaning"]): boolean {
  return meaning.kind === "backlog" && meaning.measure === "computed";
}
