import { meaningKey, roundHalfUp, sum, totalMismatch, type Finding, type Link, type Meaning, type RangeAddress } from "../../progress";
import type { RegionNames } from "../regions";
import { indicatorIn } from "../vocabulary";
import { sampleRows, type Candidate } from "./candidate";
import { headerCellOf, indicatorsOf, isMeant, settleUnits, type MeantColumn } from "./column-units";
import { FigureCollector } from "./figure-collector";
import { isType, ledgerColumns, ledgerRows, type LedgerRow } from "./ledger-rows";
import { sumOf, type Part } from "./ledger-sums";
import { unmapped } from "./read-candidate";
import type { TableReading } from "./table-reading";

const FIGURES: readonly Meaning["kind"][] = ["target", "done", "projects", "backlog", "audit", "continuing"];

/**
 * Reads a project ledger: every figure the sum of its region's rows, by the indicator of each row's type.
 * @param listOf the region of a list that has no column of regions
 */
export function readLedger(found: Candidate, index: number, names: RegionNames, listOf: string | null = null): TableReading {
  const candidate = listOf === null ? found : labelledBy(found, listOf);
  const { view, run, band, span } = candidate;
  const special = ledgerColumns(candidate);
  const columns = candidate.columns.map((column) =>
    column === special.type || column === special.project || column.column === candidate.roles || isType(column) ? { ...column, meaning: null, ignorable: true } : column,
  );
  const meant = columns.filter(isMeant).filter(({ meaning }) => FIGURES.includes(meaning.kind));
  const rows = ledgerRows(candidate, special, meant.map(({ column }) => column), names);
  const projects = rows.filter(({ kind }) => kind === "project");
  const byType = typedColumns(meant, projects);
  const indicators = indicatorsOf(byType);
  const { units, findings } = settleUnits(view, band, byType, indicators, ({ column }) => sampleRows(run).map((row) => ({ row, column })));
  const firstRow = run.rows[0]?.row ?? 0;
  const cellsOf = (column: number): RangeAddress => view.range(firstRow, column, run.end - firstRow + 1, 1);
  const collector = new FigureCollector(index, indicators);
  const parts: Part[] = [];
  const unitOf = (column: MeantColumn, meaning: Meaning) =>
    units.get(byType.find((one) => one.column === column.column && sameMeaning(one.meaning, meaning)) ?? column) ?? null;
  const collect = (column: MeantColumn, { row, region, label, ...kind }: LedgerRow, meaning = meaningFor(column, kind)) => {
    const before = collector.facts.length;
    const cell = view.address(row, column.column);
    collector.collect({
      reading: view.reading(row, column.column),
      cell,
      meaning,
      percent: false,
      unit: unitOf(column, meaning),
      region,
      label,
      link: (scale): Link => ({ kind: "cell", cell, scale }),
      counts: true,
    });
    return collector.facts.splice(before)[0] ?? null;
  };
  for (const column of meant) {
    for (const project of projects) {
      const fact = collect(column, project);
      if (fact) parts.push({ fact, column: column.column, row: project.row });
    }
  }
  const { facts, gaps } = sumOf(parts, collector.gaps, (column, label, part) => labelLink(candidate, special.type?.column, column, label, part, projects));
  const stated = statedTotals();
  const regions = new Map<string, number>();
  for (const { region, row } of projects) if (region !== null && !regions.has(region)) regions.set(region, row);
  return {
    summary: {
      sheet: view.sheet,
      range: view.range(band.top, span.first, run.end - band.top + 1, span.last - span.first + 1),
      layout: candidate.roles === null ? "ledger" : "wide",
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

  /** Total and subtotal rows, each held against the projects that it adds up, whatever their types. */
  function statedTotals() {
    const totals = rows.filter(({ kind }) => kind !== "project");
    const found: { facts: Part["fact"][]; findings: Finding[] } = { facts: [], findings: [] };
    if (totals.length === 0) return found;
    const scopes = totals.map((total) => new Set(scopeOf(total, rows).map(({ row }) => row)));
    for (const column of meant) {
      const cells = parts.filter((part) => part.column === column.column);
      const unread = new Set(collector.gaps.filter(({ reason, source }) => reason === "unreadable" && source.cells[0]?.column === view.address(0, column.column).column).map(({ source }) => source.cells[0]?.row));
      totals.forEach((total, at) => {
        const scope = scopes[at] ?? new Set<number>();
        const own = cells.filter(({ row }) => scope.has(row));
        const meanings = new Map(own.map(({ fact }) => [meaningKey(fact.meaning), fact.meaning]));
        const [meaning] = meanings.size === 1 ? meanings.values() : [total.type || total.role ? meaningFor(column, total) : (own[0]?.fact.meaning ?? column.meaning)];
        if (!meaning || own.length === 0 || view.reading(total.row, column.column).kind !== "number") return;
        const fact = collect(column, { ...total, region: null }, meaning);
        if (!fact) return;
        if (total.kind === "total" && meanings.size === 1) found.facts.push(fact);
        const right = sum(own.map((part) => part.fact.value));
        const known = [...scope].every((row) => !unread.has(view.address(row, 0).row));
        const agrees = roundHalfUp(right, fact.decimals) === roundHalfUp(fact.value, fact.decimals);
        const isChecked = total.kind === "total" && meanings.size === 1;
        if (known && !agrees && !isChecked) found.findings.push(totalMismatch(column.header, fact, right, total.region ?? "合计"));
      });
    }
    return found;
  }
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
  const own = rows.filter((row) => row.region === total.region && row.region !== null);
  const at = own.indexOf(total);
  const leads = own[0] === total;
  const scope: LedgerRow[] = [];
  for (let index = at + (leads ? 1 : -1); own[index]?.kind === "project"; index += leads ? 1 : -1) {
    const row = own[index];
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

/** One column entry for each indicator that its rows speak of. */
function typedColumns(columns: readonly MeantColumn[], rows: readonly LedgerRow[]): MeantColumn[] {
  const kinds = new Map(rows.map(({ type, role }) => [`${type?.indicator ?? ""} ${role ?? ""}`, { type, role }]));
  return columns.flatMap((column) => {
    const meanings = new Map([...kinds.values()].map((kind) => [meaningKey(meaningFor(column, kind)), kind]));
    return [...meanings.values()].map((kind): MeantColumn => {
      const { type } = kind;
      const meaning = meaningFor(column, kind);
      const own = type && "indicator" in meaning && meaning.indicator === type.indicator && type.indicator.startsWith("own:");
      return own ? { ...column, meaning, ownIndicator: { id: type.indicator, name: type.name } } : { ...column, meaning };
    });
  });
}

function sameMeaning(a: Meaning, b: Meaning): boolean {
  return meaningKey(a) === meaningKey(b);
}

/** SUMIFS by label (and type) where every row of the ledger carries its label; null where labels are merged. */
function labelLink(candidate: Candidate, typeColumn: number | undefined, column: number, label: string, part: Part, rows: readonly LedgerRow[]): Link | null {
  const { view, run } = candidate;
  if (part.fact.source.link.kind !== "cell" || candidate.roles !== null) return null;
  const own = rows.filter(({ region }) => region === part.fact.region);
  if (own.length !== rows.length && rows.some((row) => String(view.value(row.row, run.column)) === "")) return null;
  if (!own.every(({ row }) => String(view.value(row, run.column)) === label)) return null;
  const firstRow = run.rows[0]?.row ?? 0;
  const cells = (at: number) => view.range(firstRow, at, run.end - firstRow + 1, 1);
  const criteria = [{ range: cells(run.column), label }];
  const typeText = (row: number) => (typeColumn === undefined ? "" : String(view.value(row, typeColumn)));
  if (typeColumn !== undefined && new Set(own.map(({ row }) => typeText(row))).size > 1) {
    const header = candidate.columns.find((one) => one.column === column);
    if (!header || !isMeant(header)) return null;
    const mine = new Set(own.filter((row) => sameMeaning(meaningFor(header, row), part.fact.meaning)).map(({ row }) => typeText(row)));
    const others = new Set(own.filter((row) => !sameMeaning(meaningFor(header, row), part.fact.meaning)).map(({ row }) => typeText(row)));
    const [type] = mine;
    if (type === undefined || mine.size !== 1) return others.size === 0 ? sumByLabel() : null;
    criteria.push({ range: cells(typeColumn), label: type });
  }
  return sumByLabel();

  function sumByLabel(): Link | null {
    const { link } = part.fact.source;
    return link.kind === "cell" ? { kind: "sumByLabel", criteria, values: cells(column), scale: link.scale } : null;
  }
}
