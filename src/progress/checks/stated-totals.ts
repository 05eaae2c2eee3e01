import { plain, roundHalfUp, sum } from "../decimal";
import { meaningKey } from "../figure-id";
import { finding, forTheRecord, type Finding } from "../findings";
import { isRatioUnit } from "../indicators";
import { meaningName, meaningUnit } from "../meaning";
import type { Fact, Records } from "../records";
import { groupKey } from "./missing-regions";

/**
 * total-mismatch: a stated total that is not the sum of its rows, compared at the total's own decimals. A column
 * with an unreadable cell, or a region that stands twice, is not judged: its sum is not known. A table in two
 * halves may state the total of both. What rounding may explain is told and accuses nobody.
 */
export function statedTotals(records: Records): Finding[] {
  const unknown = unknownSums(records);
  const groups = records.tables.map(groupKey);
  const rows = byColumn(records.facts.filter(({ region }) => region !== null));
  const findings = records.facts.flatMap((stated) => {
    if (stated.region !== null || stated.meaning.kind === "rate" || isRatioUnit(meaningUnit(stated.meaning, records.indicators) ?? ""))
      return [];
    const own = rows.get(columnKey(stated.table, stated.meaning)) ?? [];
    const summed = stated.of ? own.filter(({ region }) => region !== null && stated.of?.includes(region)) : own;
    if (summed.length === 0 || unknown.has(columnKey(stated.table, stated.meaning))) return [];
    const halves = groups.flatMap((group, table) =>
      group === groups[stated.table] ? (rows.get(columnKey(table, stated.meaning)) ?? []) : [],
    );
    if (agrees(stated, sumOf(summed)) || (!stated.of && agrees(stated, sumOf(halves)))) return [];
    const nearest = !stated.of && missedBy(stated, halves) < missedBy(stated, summed) ? halves : summed;
    const told = mismatch(records, stated, sumOf(nearest));
    return [mayBeRounded(stated, nearest) ? forTheRecord(told) : told];
  });
  return [...findings, ...statedAuditTotals(records)];
}

function sumOf(facts: readonly Fact[]): number {
  return sum(facts.map(({ value }) => value));
}

function missedBy({ value }: Fact, facts: readonly Fact[]): number {
  return Math.abs(value - sumOf(facts));
}

/** Whether the rows, rounded each at its own decimals, may have added up so: counts are exact, other figures may have been rounded. */
function mayBeRounded(stated: Fact, facts: readonly Fact[]): boolean {
  const room = ({ decimals }: Fact) => (decimals === 0 ? 0 : 0.5 * 10 ** -decimals);
  return missedBy(stated, facts) <= sum([stated, ...facts].map(room)) * (1 + 1e-9);
}

function agrees(stated: Fact, total: number): boolean {
  return roundHalfUp(total, stated.decimals) === roundHalfUp(stated.value, stated.decimals);
}

/** Columns whose sum cannot be known. */
function unknownSums(records: Records): Set<string> {
  return new Set(records.gaps.filter(({ reason }) => reason !== "blank").map((gap) => columnKey(gap.table, gap.meaning)));
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
  return totalMismatch(name.chinese, stated, total, stated.region ?? (stated.of ? "小计" : "合计"), unit, name.english);
}

/**
 * A stated total that is not what its rows add up to.
 * @param name the figure's name as staff see it
 * @param total what the rows add up to, in the figure's unit
 * @param whose 合计, 小计 or the region whose total it is
 */
export function totalMismatch(name: string, stated: Fact, total: number, whose: string, unit = "", english = name): Finding {
  return finding(
    "total-mismatch",
    stated.source.cells,
    `${name}：${whose}写的是 ${plain(stated.value)}${unit}，各行相加为 ${plain(total)}${unit}，相差 ${plain(sum([stated.value, -total]))}${unit}；计算以各行为准`,
    `${english}: the stated total is ${plain(stated.value)}${unit}, its rows add up to ${plain(total)}${unit}; the rows are used`,
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
