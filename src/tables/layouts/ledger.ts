import { hasAny, INDICATOR_WORDS } from "../../lexicon";
import type { Fact, Finding, Gap, Layout, Meaning, RangeAddress, Steps } from "../../progress";
import type { RegionNames } from "../../regions";
import { headerCellOf, sampleRows, type Frame, type TableReading } from "./frame";
import { explained, firmIn, indicatorsOf, isMeant, settleUnits, type MeantColumn } from "./column-units";
import type { Ledger } from "./ledger-cells";
import { checkRates, checkTotals } from "./ledger-checks";
import { labelLinks } from "./ledger-links";
import { typedColumns, withTells } from "./ledger-meanings";
import { isType, ledgerColumns, type LedgerColumns } from "./ledger-columns";
import { ledgerRows, type LedgerGroup, type LedgerRow } from "./ledger-rows";
import { columnSums, factOf, gapsOf } from "./ledger-sums";
import { unmapped } from "./not-used";
import { areInPercent, percentColumns } from "./rates";

const FIGURES: readonly Meaning["kind"][] = ["target", "done", "projects", "backlog", "audit", "continuing"];

/** Reads a project ledger: every figure the sum of its region's rows, by the indicator of each row's type. */
export function* readLedger(frame: Frame, index: number, names: RegionNames): Steps<TableReading> {
  const { view, run, band } = frame;
  const special = ledgerColumns(frame);
  const named = [special.type?.column, special.project?.column, special.unit?.column, frame.roles];
  const columns = frame.columns.map((column) => (named.includes(column.column) || isType(column) ? { ...column, meaning: null, ignorable: true } : column));
  const meant = withTells(columns.filter(isMeant).filter(({ meaning }) => FIGURES.includes(meaning.kind)));
  const rows = yield* ledgerRows(frame, special, meant.map(({ column }) => column), names);
  const groups = [...new Set(rows.map(({ group }) => group))];
  const projects = groups.filter(({ kind }) => kind === "project");
  const byType = typedColumns(meant, projects);
  const indicators = indicatorsOf(byType);
  const { units, findings } = settleUnits(frame, byType, indicators, sampleRows(run));
  const firstRow = run.rows[0]?.row ?? 0;
  const cellsOf = (column: number): RangeAddress => view.range(firstRow, column, run.end - firstRow + 1, 1);
  const ledger: Ledger = { view, index, rows, meant, byType, indicators, units, inPercent: rateRowsInPercent(frame, meant, rows) };
  yield;
  const linkOf = yield* labelLinks(frame, special.type?.column, rows);
  const facts: Fact[] = [];
  const gaps: Gap[] = [];
  const statedFacts: Fact[] = [];
  const statedFindings: Finding[] = [];
  for (const [at, { sums, findings: ofCells }] of (yield* columnSums(ledger)).entries()) {
    findings.push(...ofCells);
    for (const sum of sums) {
      yield;
      facts.push(...[factOf(sum, index, linkOf(sum))].filter((fact) => fact !== null));
      gaps.push(...gapsOf(sum));
    }
    const column = meant[at];
    if (!column || projects.length === groups.length) continue;
    const stated = yield* checkTotals(ledger, column, sums.some(({ unreadable }) => unreadable !== undefined));
    statedFacts.push(...stated.facts);
    statedFindings.push(...stated.findings);
  }
  const percents = percentColumns({ ...frame, columns }, sampleRows(run));
  for (const column of columns.filter(isMeant)) {
    if (column.meaning.kind === "rate") statedFindings.push(...(yield* checkRates(ledger, column, column.meaning.indicator, percents.has(column))));
  }
  const regions = new Map<string, number>();
  for (const { region, first } of projects) if (region !== null && !regions.has(region)) regions.set(region, first);
  // A region that has no project stands there too, with — in all its cells.
  const labels = new Map<string, number>();
  for (const { kind, label, row } of run.rows) if (kind === "region" && !labels.has(label)) labels.set(label, row);
  for (const [label, row] of labels) if (!names.isWhole(label) && !regions.has(names.canonical(label))) regions.set(names.canonical(label), row);
  return {
    summary: {
      sheet: view.sheet,
      range: frame.range,
      layout: frame.roles === null ? layoutOf(special, rows) : frame.layout,
      title: band.title,
      labels: frame.mentions.length === 0 ? cellsOf(run.column) : null,
      regionBlocks: [],
      columns: columns.map((column) => ({
        ...explained(column, units.get(column) ?? column.unit),
        headerCell: headerCellOf(frame, column.column),
        range: cellsOf(column.column),
        meaning: byType.find((typed) => typed.column === column.column)?.meaning ?? rateByType(column.meaning, meant, byType),
      })),
    },
    indicators,
    facts: [...facts, ...statedFacts],
    texts: [],
    gaps,
    findings: [...findings, ...statedFindings, ...unmapped({ ...frame, columns })],
    firm: firmIn(byType),
    regions: [...regions].sort((a, b) => a[1] - b[1]).map(([name, row]) => ({ name, cell: view.address(row, run.column) })),
  };
}

/** The columns whose rows of rates (目标, 完成 and 完成率 under one another) are typed without a per cent sign: 98.7. */
function rateRowsInPercent({ view }: Frame, meant: readonly MeantColumn[], rows: readonly LedgerRow[]): Set<number> {
  const rates = rows.filter(({ group }) => group.role === "rate");
  const inPercent = meant.filter(({ column }) =>
    areInPercent(
      rates.flatMap(({ row }) => {
        const reading = view.reading(row, column);
        return reading.kind === "number" && !reading.percent ? [{ value: reading.value, decimals: reading.decimals, target: null, done: null }] : [];
      }),
    ),
  );
  return new Set(inPercent.map(({ column }) => column));
}

/** A row a region and indicator is no ledger: one form a region, or one block an indicator, under one another. */
function layoutOf({ project, type }: LedgerColumns, rows: readonly LedgerRow[]): Layout {
  if (project || !type) return "ledger";
  const projects = rows.map(({ group }) => group).filter(({ kind }) => kind === "project");
  const count = (of: (group: LedgerGroup) => string | null | undefined) => new Set(projects.map(of)).size;
  const [regions, kinds, pairs] = [count(({ region }) => region), count((group) => group.type?.indicator), count((group) => `${group.region} ${group.type?.indicator}`)];
  const isWhole = kinds > 1 && pairs === regions * kinds;
  if (pairs < projects.length || !(isWhole || hasAny(type.path.at(-1) ?? "", INDICATOR_WORDS))) return "ledger";
  const changes = projects.filter((group, at) => group.region !== projects[at - 1]?.region).length;
  return changes === regions ? "perRegion" : "perIndicator";
}

/** A rate is of what its target is of, by the type of its row. */
function rateByType(meaning: Meaning | null, meant: readonly MeantColumn[], byType: readonly MeantColumn[]): Meaning | null {
  if (meaning?.kind !== "rate") return meaning;
  const target = meant.find((column) => column.meaning.kind === "target" && column.meaning.indicator === meaning.indicator);
  const typed = target && byType.find(({ column }) => column === target.column)?.meaning;
  return typed && "indicator" in typed ? { kind: "rate", indicator: typed.indicator } : meaning;
}
