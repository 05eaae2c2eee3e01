import { hasAny, INDICATOR_WORDS } from "../../lexicon";
import { meaningKey, type Fact, type Finding, type Gap, type Layout, type Meaning, type RangeAddress, type Steps } from "../../progress";
import type { RegionNames } from "../regions";
import { headerCellOf, sampleRows, type Frame } from "./frame";
import { explained, firmIn, indicatorsOf, isMeant, settleUnits, type MeantColumn } from "./column-units";
import { LedgerCells } from "./ledger-cells";
import { checkRates, checkTotals } from "./ledger-checks";
import { labelLinks } from "./ledger-links";
import { meaningFor, withTells, typedColumns } from "./ledger-meanings";
import { isType, ledgerColumns, type LedgerColumns } from "./ledger-columns";
import { ledgerRows, type LedgerGroup, type LedgerRows } from "./ledger-rows";
import { columnSums } from "./ledger-sums";
import { unmapped } from "./not-used";
import { areInPercent, percentColumns } from "./rates";
import type { TableReading } from "./table-reading";

const FIGURES: readonly Meaning["kind"][] = ["target", "done", "projects", "backlog", "audit", "continuing"];

/** Reads a project ledger: every figure the sum of its region's rows, by the indicator of each row's type. */
export function* readLedger(frame: Frame, index: number, names: RegionNames): Steps<TableReading> {
  const { view, run, band } = frame;
  const special = ledgerColumns(frame);
  const columns = frame.columns.map((column) =>
    column === special.type || column === special.project || column === special.unit || column.column === frame.roles || isType(column) ? { ...column, meaning: null, ignorable: true } : column,
  );
  const meant = withTells(columns.filter(isMeant).filter(({ meaning }) => FIGURES.includes(meaning.kind)));
  const ledger = yield* ledgerRows(frame, special, meant.map(({ column }) => column), names);
  const projects = ledger.groups.filter(({ kind }) => kind === "project");
  const byType = typedColumns(meant, projects);
  const indicators = indicatorsOf(byType);
  const { units, findings } = settleUnits(frame, byType, indicators, sampleRows(run));
  const firstRow = run.rows[0]?.row ?? 0;
  const cellsOf = (column: number): RangeAddress => view.range(firstRow, column, run.end - firstRow + 1, 1);
  const cells = new LedgerCells(view, index, indicators, byType, units, rateRowsInPercent(frame, meant, ledger));
  yield;
  const linkOf = yield* labelLinks(frame, special.type?.column, ledger);
  const facts: Fact[] = [];
  const gaps: Gap[] = [];
  const statedFacts: Fact[] = [];
  const statedFindings: Finding[] = [];
  const sumsOf = yield* columnSums(cells, meant, ledger);
  for (const [at, column] of meant.entries()) {
    const sums = sumsOf[at] ?? [];
    for (const one of sums) {
      yield;
      const own = (group: LedgerGroup) => meaningKey(meaningFor(column, group)) === meaningKey(one.meaning);
      const link = !one.isFilled ? null : linkOf(column, one.region, own, cells.unitOf(column, one.meaning)?.scale ?? 1);
      const fact = one.fact(index, link);
      if (fact) facts.push(fact);
      gaps.push(...one.gaps());
    }
    const stated = yield* checkTotals(cells, column, ledger, sums.some(({ isIncomplete }) => isIncomplete));
    statedFacts.push(...stated.facts);
    statedFindings.push(...stated.findings);
  }
  const percents = percentColumns({ ...frame, columns }, sampleRows(run));
  for (const column of columns.filter(isMeant)) {
    if (column.meaning.kind !== "rate") continue;
    statedFindings.push(...(yield* checkRates(cells, column, column.meaning.indicator, { meant, ledger, percent: percents.has(column), indicators })));
  }
  const regions = new Map<string, number>();
  for (const { region, first } of projects) if (region !== null && !regions.has(region)) regions.set(region, first);
  return {
    summary: {
      sheet: view.sheet,
      range: frame.range,
      layout: frame.roles === null ? layoutOf(special, ledger) : frame.layout,
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
    findings: [...findings, ...cells.findings, ...statedFindings, ...unmapped({ ...frame, columns })],
    firm: firmIn(byType),
    regions: [...regions].map(([name, row]) => ({ name, cell: view.address(row, run.column) })),
  };
}

/** The columns whose rows of rates (目标, 完成 and 完成率 under one another) are typed without a per cent sign: 98.7. */
function rateRowsInPercent({ view, roles }: Frame, meant: readonly MeantColumn[], { rows, of }: LedgerRows): Set<number> {
  if (roles === null) return new Set();
  const rates = rows.filter((_, at) => of[at]?.role === "rate");
  return new Set(
    meant.flatMap(({ column }) => {
      const typed = rates.flatMap((row) => {
        const reading = view.reading(row, column);
        return reading.kind === "number" && !reading.percent ? [{ value: reading.value, decimals: reading.decimals, target: null, done: null }] : [];
      });
      return areInPercent(typed) ? [column] : [];
    }),
  );
}

/** A row a region and indicator is no ledger: one form a region, or one block an indicator, under one another. */
function layoutOf({ project, type }: LedgerColumns, { of, groups }: LedgerRows): Layout {
  if (project || !type) return "ledger";
  const projects = groups.filter(({ kind }) => kind === "project");
  const [regions, kinds] = [new Set(projects.map(({ region }) => region)), new Set(projects.map((group) => group.type?.indicator))];
  const pairs = new Set(projects.map((group) => `${group.region} ${group.type?.indicator}`));
  const isWhole = kinds.size > 1 && pairs.size === regions.size * kinds.size;
  const inOrder = of.filter(({ kind }) => kind === "project");
  if (pairs.size < inOrder.length || !(isWhole || hasAny(type.path.at(-1) ?? "", INDICATOR_WORDS))) return "ledger";
  const changes = inOrder.filter((group, at) => group.region !== inOrder[at - 1]?.region).length;
  return changes === regions.size ? "perRegion" : "perIndicator";
}

/** A rate is of what its target is of, by the type of its row. */
function rateByType(meaning: Meaning | null, meant: readonly MeantColumn[], byType: readonly MeantColumn[]): Meaning | null {
  if (meaning?.kind !== "rate") return meaning;
  const target = meant.find((column) => column.meaning.kind === "target" && column.meaning.indicator === meaning.indicator);
  const typed = target && byType.find(({ column }) => column === target.column)?.meaning;
  return typed && "indicator" in typed ? { kind: "rate", indicator: typed.indicator } : meaning;
}
