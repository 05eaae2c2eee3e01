import { plain, roundHalfUp, sum } from "../decimal";
import { finding, type Finding } from "../findings";
import { meaningKey, meaningName, meaningUnit } from "../meaning";
import type { Fact, Records } from "../records";

/**
 * total-mismatch: a stated total that is not the sum of its rows, compared at the total's own decimals.
 * A column with an unreadable cell is not judged: its sum is not known.
 */
export function statedTotals(records: Records): Finding[] {
  const findings: Finding[] = [];
  const unjudged = new Set(
    records.gaps
      .filter((gap) => gap.reason === "unreadable")
      .map((gap) => columnKey(gap.table, gap.meaning)),
  );
  for (const [key, facts] of byColumn(records.facts)) {
    const rows = facts.filter((fact) => fact.region !== null);
    if (unjudged.has(key) || rows.length === 0) continue;
    const total = sum(rows.map((fact) => fact.value));
    for (const stated of facts.filter((fact) => fact.region === null)) {
      if (roundHalfUp(total, stated.decimals) === roundHalfUp(stated.value, stated.decimals)) continue;
      findings.push(mismatch(records, stated, total));
    }
  }
  return [...findings, ...statedAuditTotals(records)];
}

/** A region's (or the total row's) own 合计 column of audit findings against its categories. */
function statedAuditTotals(records: Records): Finding[] {
  const audits = records.facts.flatMap((fact) =>
    fact.meaning.kind === "audit" ? [{ fact, meaning: fact.meaning }] : [],
  );
  return audits.flatMap(({ fact, meaning }) => {
    if (meaning.category !== null || fact.region === null) return [];
    const parts = audits.filter(
      (other) =>
        other.fact.table === fact.table &&
        other.fact.region === fact.region &&
        other.meaning.year === meaning.year &&
        other.meaning.category !== null,
    );
    const total = sum(parts.map((part) => part.fact.value));
    return parts.length === 0 || total === fact.value ? [] : [mismatch(records, fact, total)];
  });
}

function mismatch(records: Records, stated: Fact, total: number): Finding {
  const name = meaningName(stated.meaning, records.indicators);
  const unit = meaningUnit(stated.meaning, records.indicators) ?? "";
  const whose = stated.region ?? "合计";
  return finding(
    "total-mismatch",
    stated.source.cells,
    `${name.chinese}：${whose}写的是 ${plain(stated.value)}${unit}，各行相加为 ${plain(total)}${unit}，相差 ${plain(sum([stated.value, -total]))}${unit}；计算以各行为准`,
    `${name.english}: the stated total is ${plain(stated.value)}${unit}, its rows add up to ${plain(total)}${unit}; the rows are used`,
  );
}

function byColumn(facts: readonly Fact[]): Map<string, Fact[]> {
  const columns = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (fact.meaning.kind === "rate") continue;
    const key = columnKey(fact.table, fact.meaning);
    const column = columns.get(key);
    if (column) column.push(fact);
    else columns.set(key, [fact]);
  }
  return columns;
}

function columnKey(table: number, meaning: Fact["meaning"]): string {
  return `${table} ${meaningKey(meaning)}`;
}
