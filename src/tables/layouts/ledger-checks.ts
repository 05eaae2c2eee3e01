import { STEP_ROWS, meaningKey, meaningName, rateMismatch, roundHalfUp, sum, totalMismatch, type Fact, type Finding, type IndicatorDefinition, type Steps } from "../../progress";
import type { ReadSlot } from "../interpret";
import type { MeantColumn } from "./column-units";
import { rateOf } from "./figure-collector";
import type { LedgerCells } from "./ledger-cells";
import { meaningFor } from "./ledger-meanings";
import type { LedgerGroup, LedgerRows } from "./ledger-rows";

/** What a ledger states of itself, and where it is wrong. */
export interface Stated {
  facts: Fact[];
  findings: Finding[];
}

/**
 * Total and subtotal rows of a column, each held against the projects that it adds up, whatever their types.
 * @param isIncomplete a project's figure could not be read: no total can be held against the rest
 */
export function* checkTotals(cells: LedgerCells, column: MeantColumn, ledger: LedgerRows, isIncomplete: boolean): Steps<Stated> {
  const stated: Stated = { facts: [], findings: [] };
  for (const at of totalsAmong(ledger)) {
    yield;
    const [row, total] = [ledger.rows[at] ?? 0, ledger.of[at]];
    if (!total || cells.reading(column, row).kind !== "number") continue;
    const scope = scopeOf(total, at, ledger);
    const meanings = new Map([...new Set(scope.map(({ group }) => group))].map((group) => meaningFor(column, group)).map((meaning) => [meaningKey(meaning), meaning]));
    const [only] = meanings.values();
    if (!only) continue;
    const { fact } = cells.take(column, row, { ...total, region: null }, total.type || total.role ? meaningFor(column, total) : only);
    if (!fact) continue;
    const isStated = total.kind === "total" && meanings.size === 1;
    if (isStated) stated.facts.push(fact);
    if (isStated || isIncomplete) continue;
    const right = sum(scope.flatMap(({ row, group }) => cells.valueAt(column, row, group) ?? []));
    if (roundHalfUp(right, fact.decimals) !== roundHalfUp(fact.value, fact.decimals)) {
      stated.findings.push(totalMismatch(column.header, fact, right, total.region ?? total.label));
    }
  }
  return stated;
}

/**
 * Stated rates, each held against its own row's figures.
 * @param column the column of rates
 * @param meant the columns of figures
 * @param percent the rates are in per cent though no sign says so
 */
export function* checkRates(
  cells: LedgerCells,
  column: ReadSlot,
  indicator: string,
  { meant, ledger, percent, indicators }: { meant: readonly MeantColumn[]; ledger: LedgerRows; percent: boolean; indicators: readonly IndicatorDefinition[] },
): Steps<Finding[]> {
  const findings: Finding[] = [];
  const beside = (kind: "target" | "done") => meant.find(({ meaning }) => meaning.kind === kind && meaning.indicator === indicator);
  const [target, done] = [beside("target"), beside("done")];
  if (!target || !done) return findings;
  for (const [at, row] of ledger.rows.entries()) {
    if (at % STEP_ROWS === 0) yield;
    const group = ledger.of[at];
    if (!group) continue;
    const reading = cells.reading(column, row);
    if (reading.kind !== "number") continue;
    const source: Fact["source"] = { cells: [cells.view.address(row, column.column)], link: { kind: "typed", label: group.label } };
    const name = meaningName({ kind: "rate", indicator: group.type?.indicator ?? indicator }, indicators);
    const stated = { ...rateOf(reading, percent), region: group.kind === "total" ? null : group.region, source };
    const found = rateMismatch(stated, name, cells.valueAt(target, row, group), cells.valueAt(done, row, group));
    if (found) findings.push(found);
  }
  return findings;
}

/** Where the stated totals stand among a ledger's rows. */
function totalsAmong({ of, groups }: LedgerRows): number[] {
  if (groups.every(({ kind }) => kind === "project")) return [];
  return [...of.keys()].filter((at) => of[at]?.kind !== "project");
}

/** The projects that a stated total adds up: all of its type, or its region's, up to the next subtotal. */
function scopeOf(total: LedgerGroup, at: number, { rows, of }: LedgerRows): { row: number; group: LedgerGroup }[] {
  const isPart = ({ kind, role, type }: LedgerGroup) => kind === "project" && role === total.role && (total.type === null || type?.indicator === total.type.indicator);
  const scope: { row: number; group: LedgerGroup }[] = [];
  const take = (index: number) => {
    const [row, group] = [rows[index], of[index]];
    if (row !== undefined && group && isPart(group)) scope.push({ row, group });
  };
  if (total.kind === "total") of.forEach((_, index) => take(index));
  else {
    const isOwn = (group: LedgerGroup | undefined) => group?.kind === "project" && (total.region === null || group.region === total.region);
    const step = isOwn(of[at - 1]) ? -1 : 1;
    for (let index = at + step; isOwn(of[index]); index += step) take(index);
  }
  return scope;
}
