import { meaningKey, meaningName, rateMismatch, roundHalfUp, sum, totalMismatch, type Fact, type Finding, type Gap, type Layout, type Link, type Meaning, type RangeAddress } from "../../progress";
import type { UnitInfo } from "../cells";
import type { RegionNames } from "../regions";
import type { Steps } from "../steps";
import { indicatorIn } from "../vocabulary";
import { sampleRows, type Candidate } from "./candidate";
import { headerCellOf, indicatorsOf, isMeant, settleUnits, type MeantColumn } from "./column-units";
import { FigureCollector, rateOf } from "./figure-collector";
import { groupProjects } from "./ledger-groups";
import { labelLinks } from "./ledger-links";
import { isType, ledgerColumns, ledgerRows, type LedgerColumns, type LedgerRow } from "./ledger-rows";
import { LedgerSum } from "./ledger-sums";
import { percentColumns } from "./rates";
import { unmapped } from "./read-candidate";
import type { TableReading } from "./table-reading";

const FIGURES: readonly Meaning["kind"][] = ["target", "done", "projects", "backlog", "audit", "continuing"];
const STEP = 500;

/**
 * Reads a project ledger: every figure the sum of its region's rows, by the indicator of each row's type.
 * @param listOf the region of a list that has no column of regions
 */
export function* readLedger(found: Candidate, index: number, names: RegionNames, listOf: string | null = null): Steps<TableReading> {
  const candidate = listOf === null ? found : labelledBy(found, listOf);
  const { view, run, band, span } = candidate;
  const special = ledgerColumns(candidate);
  const columns = candidate.columns.map((column) =>
    column === special.type || column === special.project || column === special.unit || column.column === candidate.roles || isType(column) ? { ...column, meaning: null, ignorable: true } : column,
  );
  const meant = columns.filter(isMeant).filter(({ meaning }) => FIGURES.includes(meaning.kind));
  const rows = yield* ledgerRows(candidate, special, meant.map(({ column }) => column), names);
  const projects = rows.filter(({ kind }) => kind === "project");
  const totals = rows.filter(({ kind }) => kind !== "project");
  const groups = groupProjects(projects);
  const byType = typedColumns(meant, groups.heads);
  const indicators = indicatorsOf(byType);
  const { units, findings } = settleUnits(view, band, byType, indicators, ({ column }) => sampleRows(run).map((row) => ({ row, column })));
  const firstRow = run.rows[0]?.row ?? 0;
  const cellsOf = (column: number): RangeAddress => view.range(firstRow, column, run.end - firstRow + 1, 1);
  const collector = new FigureCollector(index, indicators);
  const unitOf = (column: MeantColumn, meaning: Meaning): UnitInfo | null =>
    units.get(byType.find((one) => one.column === column.column && meaningKey(one.meaning) === meaningKey(meaning)) ?? column) ?? null;
  const rowUnit = (column: MeantColumn, meaning: Meaning, type: LedgerRow["type"]) => type?.unit ?? unitOf(column, meaning);
  const linkOf = labelLinks(candidate, special.type?.column, rows, groups);
  const facts: Fact[] = [];
  const gaps: Gap[] = [];
  const stated: { facts: Fact[]; findings: Finding[] } = { facts: [], findings: [] };
  for (const column of meant) {
    const sums = yield* columnSums(column);
    for (const one of sums) {
      yield;
      const own = (row: LedgerRow) => meaningKey(meaningFor(column, row)) === meaningKey(one.meaning);
      const fact = one.fact(view, index, one.firstRow === null ? null : linkOf(column, one.region, own, unitOf(column, one.meaning)?.scale ?? 1));
      if (fact) facts.push(fact);
      gaps.push(...one.gaps());
    }
    checkTotals(column, sums.some(({ isIncomplete }) => isIncomplete));
  }
  for (const column of columns.filter(isMeant)) if (column.meaning.kind === "rate") yield* checkRates(column, column.meaning.indicator);
  const regions = new Map<string, number>();
  for (const { region, row } of projects) if (region !== null && !regions.has(region)) regions.set(region, row);
  return {
    summary: {
      sheet: view.sheet,
      range: view.range(band.top, span.first, run.end - band.top + 1, span.last - span.first + 1),
      layout: candidate.roles === null ? layoutOf(special, projects) : "wide",
      title: band.title,
      labels: listOf === null ? cellsOf(run.column) : null,
      regionBlocks: [],
      columns: columns.map((column) => ({
        header: column.header,
        headerCell: headerCellOf(candidate, column.column),
        range: cellsOf(column.column),
        meaning: byType.find((typed) => typed.column === column.column)?.meaning ?? column.meaning,
        unit: units.get(column)?.text ?? column.unit?.text ?? null,
      })),
    },
    indicators,
    facts: [...facts, ...stated.facts],
    texts: [],
    gaps,
    findings: [...findings, ...collector.findings, ...stated.findings, ...unmapped({ ...candidate, columns })],
    regions: [...regions].map(([name, row]) => ({ name, cell: view.address(row, run.column) })),
  };

  /** Adds a column up by region and meaning, in the order in which they are met. */
  function* columnSums(column: MeantColumn): Steps<LedgerSum[]> {
    const sums = new Map<string, LedgerSum>();
    const ofGroup: { own: LedgerSum; unscaled: boolean }[] = [];
    let at = 0;
    for (const project of projects) {
      if (at % STEP === 0) yield;
      const { own, unscaled } = (ofGroup[groups.of[at++] ?? 0] ??= sumOf(project));
      if (unscaled && view.isPlain(project.row, column.column)) own.addNumber(project.row, view.value(project.row, column.column) as number);
      else addTyped(own, column, project);
    }
    return [...sums.values()];

    /** The sum that a project counts for, and whether its figures come in that sum's own unit. */
    function sumOf(project: LedgerRow): { own: LedgerSum; unscaled: boolean } {
      const { region, type } = project;
      const meaning = meaningFor(column, project);
      const key = `${region} ${meaningKey(meaning)}`;
      const own = sums.get(key) ?? new LedgerSum(region ?? "", meaning, column.column, rowUnit(column, meaning, type)?.scale ?? 1);
      sums.set(key, own);
      return { own, unscaled: !type?.unit || type.unit.scale === own.scale };
    }
  }

  function addTyped(own: LedgerSum, column: MeantColumn, project: LedgerRow): void {
    const taken = collect(column, project, own.meaning);
    if (taken.fact) own.addFact(project.row, taken.fact);
    else if (taken.gap) own.addGap(taken.gap);
  }

  function collect(column: MeantColumn, { row, region, label, type }: LedgerRow, meaning: Meaning): { fact: Fact | undefined; gap: Gap | undefined } {
    const cell = view.address(row, column.column);
    const link = (scale: number): Link => ({ kind: "cell", cell, scale });
    collector.collect({ reading: view.reading(row, column.column), cell, meaning, percent: false, unit: rowUnit(column, meaning, type), region, label, link, counts: true });
    return { fact: collector.facts.pop(), gap: collector.gaps.pop() };
  }

  /** Total and subtotal rows of a column, each held against the projects that it adds up, whatever their types. */
  function checkTotals(column: MeantColumn, isIncomplete: boolean): void {
    for (const total of totals) {
      if (view.reading(total.row, column.column).kind !== "number") continue;
      const scope = scopeOf(total, rows);
      const meanings = new Map(scope.map((row) => meaningFor(column, row)).map((meaning) => [meaningKey(meaning), meaning]));
      const [only] = meanings.values();
      if (!only) continue;
      const { fact } = collect(column, { ...total, region: null }, total.type || total.role ? meaningFor(column, total) : only);
      if (!fact) continue;
      const isStated = total.kind === "total" && meanings.size === 1;
      if (isStated) stated.facts.push(fact);
      if (isStated || isIncomplete) continue;
      const right = sum(scope.flatMap((row) => valueAt(column, row)));
      if (roundHalfUp(right, fact.decimals) !== roundHalfUp(fact.value, fact.decimals)) {
        stated.findings.push(totalMismatch(column.header, fact, right, total.region ?? "合计"));
      }
    }
  }

  /** Stated rates, each held against its own row's figures. */
  function* checkRates(column: MeantColumn, indicator: string): Steps<void> {
    const beside = (kind: "target" | "done") => meant.find(({ meaning }) => meaning.kind === kind && meaning.indicator === indicator);
    const [target, done] = [beside("target"), beside("done")];
    if (!target || !done) return;
    const percent = percentColumns(view, sampleRows(run), columns).has(column);
    for (const [at, row] of rows.entries()) {
      if (at % STEP === 0) yield;
      const reading = view.reading(row.row, column.column);
      if (reading.kind !== "number") continue;
      const source: Fact["source"] = { cells: [view.address(row.row, column.column)], link: { kind: "typed", label: row.label } };
      const name = meaningName({ kind: "rate", indicator: row.type?.indicator ?? indicator }, indicators);
      const found = rateMismatch({ ...rateOf(reading, percent), region: row.kind === "total" ? null : row.region, source }, name, valueAt(target, row)[0] ?? null, valueAt(done, row)[0] ?? null);
      if (found) stated.findings.push(found);
    }
  }

  function valueAt(column: MeantColumn, row: LedgerRow): number[] {
    if (view.reading(row.row, column.column).kind !== "number") return [];
    const silent = new FigureCollector(index, indicators);
    const cell = view.address(row.row, column.column);
    const meaning = meaningFor(column, row);
    silent.collect({ reading: view.reading(row.row, column.column), cell, meaning, percent: false, unit: rowUnit(column, meaning, row.type), region: row.region, label: "", link: (scale) => ({ kind: "cell", cell, scale }), counts: true });
    return silent.facts.map(({ value }) => value);
  }
}

/** A row a region and indicator is no ledger: one form a region, or one block an indicator, under one another. */
function layoutOf({ project, type }: LedgerColumns, projects: readonly LedgerRow[]): Layout {
  if (project || !/指标|事项|名称|内容/.test(type?.path.at(-1) ?? "")) return "ledger";
  const pairs = new Set(projects.map((row) => `${row.region} ${row.type?.indicator}`));
  if (pairs.size < projects.length) return "ledger";
  const changes = projects.filter((row, at) => row.region !== projects[at - 1]?.region).length;
  return changes === new Set(projects.map(({ region }) => region)).size ? "perRegion" : "perIndicator";
}

/** The same list with its first row labelled as the region's. */
function labelledBy(candidate: Candidate, region: string): Candidate {
  const rows = candidate.run.rows.map((row) => (row.kind === "region" ? { ...row, label: region } : row));
  return { ...candidate, run: { ...candidate.run, rows } };
}

/** The projects that a stated total adds up: all of its type, or its region's, up to the next subtotal. */
function scopeOf(total: LedgerRow, rows: readonly LedgerRow[]): LedgerRow[] {
  const isPart = (row: LedgerRow) =>
    row.kind === "project" && row.role === total.role && (total.type === null || row.type?.indicator === total.type.indicator);
  if (total.kind === "total") return rows.filter(isPart);
  const at = rows.indexOf(total);
  const isOwn = (row: LedgerRow | undefined) => row?.region === total.region && row.kind === "project";
  const step = isOwn(rows[at - 1]) ? -1 : 1;
  const scope: LedgerRow[] = [];
  for (let index = at + step; isOwn(rows[index]); index += step) {
    const row = rows[index];
    if (row && isPart(row)) scope.push(row);
  }
  return scope;
}

/** A 计划/开工 column is of the indicator that the row's type says; 投资 or 基本建成 is of its own. */
function meaningFor(column: MeantColumn, { type, role }: Pick<LedgerRow, "type" | "role">): Meaning {
  const { meaning } = column;
  if ("indicator" in meaning && role !== null) return { kind: role, indicator: meaning.indicator };
  if (!("indicator" in meaning) || type === null || column.path.some((text) => indicatorIn(text) !== null)) return meaning;
  return { ...meaning, indicator: type.indicator };
}

/**
 * One column entry for each indicator that its rows speak of.
 * @param heads one row of each group
 */
function typedColumns(columns: readonly MeantColumn[], heads: readonly LedgerRow[]): MeantColumn[] {
  const kinds = new Map(heads.map(({ type, role }) => [`${type?.indicator ?? ""} ${role ?? ""}`, { type, role }]));
  return columns.flatMap((column) => {
    const meanings = new Map([...kinds.values()].map((kind) => [meaningKey(meaningFor(column, kind)), kind]));
    return [...meanings.values()].map((kind): MeantColumn => {
      const { type } = kind;
      const meaning = meaningFor(column, kind);
      const own = type && "indicator" in meaning && meaning.indicator === type.indicator && type.indicator.startsWith("own:");
      const typed = type && "indicator" in meaning && meaning.indicator === type.indicator ? { ...column, meaning, unit: type.unit ?? column.unit } : { ...column, meaning };
      return own ? { ...typed, ownIndicator: { id: type.indicator, name: type.name } } : typed;
    });
  });
}
