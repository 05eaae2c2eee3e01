import { meaningKey, meaningName, rateMismatch, roundHalfUp, sum, totalMismatch, type Fact, type Finding, type IndicatorDefinition, type Steps } from "../../progress";
import type { ReadSlot } from "../interpret";
import type { MeantColumn } from "./column-units";
import { rateOf } from "./figure-collector";
import type { LedgerCells } from "./ledger-cells";
import { meaningFor } from "./ledger-meanings";
import type { LedgerRow } from "./ledger-rows";

const STEP = 500;

/** What a ledger states of itself, and where it is wrong. */
export interface Stated {
  facts: Fact[];
  findings: Finding[];
}

/** A total or subtotal row with its place among the rows. */
interface StatedTotal {
  total: LedgerRow;
  at: number;
}

/** The stated totals among a ledger's rows. */
export function totalsAmong(rows: readonly LedgerRow[]): StatedTotal[] {
  const totals: StatedTotal[] = [];
  rows.forEach((total, at) => {
    if (total.kind !== "project") totals.push({ total, at });
  });
  return totals;
}

/**
 * Total and subtotal rows of a column, each held against the projects that it adds up, whatever their types.
 * @param isIncomplete a project's figure could not be read: no total can be held against the rest
 */
export function* checkTotals(cells: LedgerCells, column: MeantColumn, rows: readonly LedgerRow[], totals: readonly StatedTotal[], isIncomplete: boolean): Steps<Stated> {
  const stated: Stated = { facts: [], findings: [] };
  for (const { total, at } of totals) {
    yield;
    if (cells.reading(column, total).kind !== "number") continue;
    const scope = scopeOf(total, at, rows);
    const meanings = new Map(scope.map((row) => meaningFor(column, row)).map((meaning) => [meaningKey(meaning), meaning]));
    const [only] = meanings.values();
    if (!only) continue;
    const { fact } = cells.take(column, { ...total, region: null }, total.type || total.role ? meaningFor(column, total) : only);
    if (!fact) continue;
    const isStated = total.kind === "total" && meanings.size === 1;
    if (isStated) stated.facts.push(fact);
    if (isStated || isIncomplete) continue;
    const right = sum(scope.flatMap((row) => cells.valueAt(column, row) ?? []));
    if (roundHalfUp(right, fact.decimals) !== roundHalfUp(fact.value, fact.decimals)) {
      stated.findings.push(totalMismatch(column.header, fact, right, total.region ?? "合计"));
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
  { meant, rows, percent, indicators }: { meant: readonly MeantColumn[]; rows: readonly LedgerRow[]; percent: boolean; indicators: readonly IndicatorDefinition[] },
): Steps<Finding[]> {
  const findings: Finding[] = [];
  const beside = (kind: "target" | "done") => meant.find(({ meaning }) => meaning.kind === kind && meaning.indicator === indicator);
  const [target, done] = [beside("target"), beside("done")];
  if (!target || !done) return findings;
  for (const [at, row] of rows.entries()) {
    if (at % STEP === 0) yield;
    const reading = cells.reading(column, row);
    if (reading.kind !== "number") continue;
    const source: Fact["source"] = { cells: [cells.view.address(row.row, column.column)], link: { kind: "typed", label: row.label } };
    const name = meaningName({ kind: "rate", indicator: row.type?.indicator ?? indicator }, indicators);
    const stated = { ...rateOf(reading, percent), region: row.kind === "total" ? null : row.region, source };
    const found = rateMismatch(stated, name, cells.valueAt(target, row), cells.valueAt(done, row));
    if (found) findings.push(found);
  }
  return findings;
}

/** The projects that a stated total adds up: all of its type, or its region's, up to the next subtotal. */
function scopeOf(total: LedgerRow, at: number, rows: readonly LedgerRow[]): LedgerRow[] {
  const isPart = (row: LedgerRow) =>
    row.kind === "project" && row.role === total.role && (total.type === null || row.type?.indicator === total.type.indicator);
  if (total.kind === "total") return rows.filter(isPart);
  const isOwn = (row: LedgerRow | undefined) => row?.region === total.region && row.kind === "project";
  const step = isOwn(rows[at - 1]) ? -1 : 1;
  const scope: LedgerRow[] = [];
  for (let index = at + step; isOwn(rows[index]); index += step) {
    const row = rows[index];
    if (row && isPart(row)) scope.push(row);
  }
  return scope;
}

