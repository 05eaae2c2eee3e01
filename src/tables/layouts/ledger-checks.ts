import { STEP_ROWS, meaningKey, meaningName, rateMismatch, roundHalfUp, sum, totalMismatch, type Fact, type Finding, type Steps } from "../../progress";
import type { ReadSlot } from "../../interpret";
import type { MeantColumn } from "./column-units";
import { rateOf } from "./figures";
import { figureAt, type Ledger } from "./ledger-cells";
import { meaningFor } from "./ledger-meanings";
import type { LedgerRow } from "./ledger-rows";

/** What a ledger states of itself, and where it is wrong. */
export interface Stated {
  facts: Fact[];
  findings: Finding[];
}

/**
 * Total and subtotal rows of a column, each held against the projects that it adds up, whatever their types.
 * @param isIncomplete a project's figure could not be read: no total can be held against the rest
 */
export function* checkTotals(ledger: Ledger, column: MeantColumn, isIncomplete: boolean): Steps<Stated> {
  const stated: Stated = { facts: [], findings: [] };
  for (const [at, { row, group: total }] of ledger.rows.entries()) {
    if (at % STEP_ROWS === 0) yield;
    if (total.kind === "project") continue;
    const scope = scopeOf(at, ledger.rows);
    const groups = new Set(scope.map(({ group }) => group));
    const meanings = new Map([...groups].map((group) => meaningFor(column, group)).map((meaning) => [meaningKey(meaning), meaning]));
    const [only] = meanings.values();
    if (!only) continue;
    const { fact, finding } = figureAt(ledger, column, { row, group: { ...total, region: null } }, total.type || total.role ? meaningFor(column, total) : only);
    if (finding) stated.findings.push(finding);
    if (!fact) continue;
    const isStated = total.kind === "total" && meanings.size === 1;
    if (isStated) stated.facts.push(fact);
    if (isStated || isIncomplete) continue;
    const right = sum(scope.flatMap((line) => figureAt(ledger, column, line).fact?.value ?? []));
    if (roundHalfUp(right, fact.decimals) !== roundHalfUp(fact.value, fact.decimals)) {
      stated.findings.push(totalMismatch(column.header, fact, right, total.region ?? total.label));
    }
  }
  return stated;
}

/**
 * Stated rates, each held against its own row's figures.
 * @param column the column of rates
 * @param isPercent the rates are in per cent though no sign says so
 */
export function* checkRates(ledger: Ledger, column: ReadSlot, indicator: string, isPercent: boolean): Steps<Finding[]> {
  const findings: Finding[] = [];
  const beside = (kind: "target" | "done") => ledger.meant.find(({ meaning }) => meaning.kind === kind && meaning.indicator === indicator);
  const [target, done] = [beside("target"), beside("done")];
  if (!target || !done) return findings;
  for (const [at, line] of ledger.rows.entries()) {
    if (at % STEP_ROWS === 0) yield;
    const { row, group } = line;
    const reading = ledger.view.reading(row, column.column);
    if (reading.kind !== "number") continue;
    const source: Fact["source"] = { cells: [ledger.view.address(row, column.column)], link: { kind: "typed", label: group.label } };
    const name = meaningName({ kind: "rate", indicator: group.type?.indicator ?? indicator }, ledger.indicators);
    const valueOf = (beside: MeantColumn) => figureAt(ledger, beside, line).fact?.value ?? null;
    const found = rateMismatch({ ...rateOf(reading, isPercent), region: group.region, source }, name, valueOf(target), valueOf(done));
    if (found) findings.push(found);
  }
  return findings;
}

/** The projects that a stated total adds up: all of its type, or its region's, up to the next subtotal. */
function scopeOf(at: number, rows: readonly LedgerRow[]): LedgerRow[] {
  const total = rows[at]?.group;
  if (!total) return [];
  const isPart = ({ group: { kind, role, type } }: LedgerRow) =>
    kind === "project" && role === total.role && (total.type === null || type?.indicator === total.type.indicator);
  if (total.kind === "total") return rows.filter(isPart);
  const isOwn = (line: LedgerRow | undefined): line is LedgerRow =>
    line?.group.kind === "project" && (total.region === null || line.group.region === total.region);
  const step = isOwn(rows[at - 1]) ? -1 : 1;
  const scope: LedgerRow[] = [];
  for (let index = at + step, line = rows[index]; isOwn(line); line = rows[(index += step)]) if (isPart(line)) scope.push(line);
  return scope;
}
