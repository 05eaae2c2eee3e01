import type { Link, RangeAddress, TextFact } from "../../progress";
import { compact, readNumber } from "../cells";
import type { ReadColumn } from "../header";
import type { RegionNames } from "../regions";
import { indicatorIn } from "../vocabulary";
import type { Candidate } from "./candidate";
import { indicatorsOf, isMeant, settleUnits, type MeantColumn } from "./column-units";
import { FigureCollector } from "./figure-collector";
import { unmapped } from "./read-candidate";
import { sumOf, type Part } from "./ledger-sums";
import type { TableReading } from "./table-reading";

const PROJECT_HEADER = /项目名称|^项目$|工程名称|小区名称|建设项目|子项目|具体项目/;
const TYPE_HEADER = /(?:项目|工程|保障|改造|住房|任务)?(?:类型|类别|性质|分类)/;

/** A project of the ledger: its row and the region that it counts for. */
interface ProjectRow {
  row: number;
  region: string | null;
  label: string;
  /** The indicator that its type says; null where the ledger has no such column. */
  indicator: string | null;
}

/**
 * Whether a table is a project ledger: a row a project, so that a region's rows add up.
 * @returns false for a table in which a region merely stands twice
 */
export function isLedger(candidate: Candidate): boolean {
  const { run, columns } = candidate;
  const named = columns.some(({ path, wordy }) => wordy && PROJECT_HEADER.test(path.at(-1) ?? ""));
  if (named) return true;
  const regions = run.rows.filter(({ kind }) => kind === "region");
  const distinct = new Set(regions.map(({ label }) => compact(label))).size;
  const typed = columns.some(({ path, wordy }) => wordy && TYPE_HEADER.test(path.at(-1) ?? ""));
  return typed && distinct < regions.length;
}

/** Reads a project ledger: every figure the sum of its region's rows, by the indicator of each row's type. */
export function readLedger(candidate: Candidate, index: number, names: RegionNames): TableReading {
  const { view, run, band, span } = candidate;
  const typeColumn = candidate.columns.find(({ path, wordy }) => wordy && TYPE_HEADER.test(path.at(-1) ?? ""));
  const rows = projectRows(candidate, typeColumn, names);
  const columns = candidate.columns.map((column) => (column === typeColumn || isName(column) ? { ...column, ignorable: true } : column));
  const meant = columns.filter(isMeant).filter(({ meaning }) => meaning.kind !== "note" && meaning.kind !== "outlook" && meaning.kind !== "rate");
  const byType = typedColumns(meant, rows);
  const indicators = indicatorsOf(byType);
  const { units, findings } = settleUnits(view, band, byType, indicators);
  const firstRow = run.rows[0]?.row ?? 0;
  const rowCount = run.end - firstRow + 1;
  const cellsOf = (column: number): RangeAddress => view.range(firstRow, column, rowCount, 1);
  const collector = new FigureCollector(index, indicators);
  const parts: Part[] = [];
  for (const project of rows) {
    for (const column of meant) {
      const meaning = meaningFor(column, project);
      const own = byType.find((one) => one.column === column.column && sameMeaning(one.meaning, meaning)) ?? column;
      const before = collector.facts.length;
      collector.collect({
        value: view.value(project.row, column.column),
        format: view.format(project.row, column.column),
        cell: view.address(project.row, column.column),
        meaning,
        header: column.header,
        unit: units.get(own) ?? units.get(column) ?? null,
        region: project.region,
        label: project.label,
        link: (scale): Link => ({ kind: "cell", cell: view.address(project.row, column.column), scale }),
        counts: true,
      });
      const fact = collector.facts[before];
      if (fact) parts.push({ fact, column: column.column, row: project.row });
    }
  }
  const { facts, gaps } = sumOf(parts, collector.gaps, (column, label, fact) => labelLink(candidate, typeColumn, column, label, fact, rows));
  const regions = new Map<string, number>();
  for (const { region, row } of rows) if (region !== null && !regions.has(region)) regions.set(region, row);
  return {
    summary: {
      sheet: view.sheet,
      range: view.range(band.top, span.first, run.end - band.top + 1, span.last - span.first + 1),
      layout: "ledger",
      title: band.title,
      labels: cellsOf(run.column),
      regionBlocks: [],
      columns: columns.map((column) => ({
        header: column.header,
        range: cellsOf(column.column),
        meaning: column.meaning,
        unit: units.get(column)?.text ?? column.unit?.text ?? null,
      })),
    },
    indicators,
    facts,
    texts: [] as TextFact[],
    gaps,
    findings: [...findings, ...collector.findings, ...unmapped({ ...candidate, columns })],
    regions: [...regions].map(([name, row]) => ({ name, cell: view.address(row, run.column) })),
  };
}

function isName({ path }: ReadColumn): boolean {
  return PROJECT_HEADER.test(path.at(-1) ?? "");
}

/** Rows with figures; a blank label belongs to the region above, 小计 rows are left out. */
function projectRows(candidate: Candidate, typeColumn: ReadColumn | undefined, names: RegionNames): ProjectRow[] {
  const { view, run, columns } = candidate;
  const labels = new Map(run.rows.map((row) => [row.row, row]));
  const rows: ProjectRow[] = [];
  let current: { region: string | null; label: string } | null = null;
  for (let row = run.rows[0]?.row ?? 0; row <= run.end; row++) {
    const label = labels.get(row);
    if (label) current = { region: label.kind === "region" ? names.canonical(label.label) : null, label: label.label };
    const subtotal = columns.some(({ column, wordy }) => wordy && /^(?:小计|合计)$/.test(compact(view.value(row, column))));
    if (!current || subtotal || label?.kind === "average" || isSubtotal(label?.label)) continue;
    if (!columns.some(({ column, meaning }) => meaning && readNumber(view.value(row, column), null).kind !== "blank")) continue;
    const type = typeColumn ? compact(view.spread(row, typeColumn.column)) : null;
    rows.push({ row, ...current, indicator: type === null || current.region === null ? null : (indicatorIn(type) ?? (type === "" ? null : `own:${type}`)) });
  }
  return rows;
}

function isSubtotal(label: string | undefined): boolean {
  return label !== undefined && compact(label) === "小计";
}

/** A 计划/开工 column is of the indicator that the row's type says; 投资 or 基本建成 is of its own. */
function meaningFor(column: MeantColumn, project: ProjectRow): MeantColumn["meaning"] {
  const { meaning } = column;
  if (!("indicator" in meaning) || project.indicator === null || namesItself(column)) return meaning;
  return { ...meaning, indicator: project.indicator };
}

function namesItself({ path }: MeantColumn): boolean {
  return path.some((text) => indicatorIn(text) !== null);
}

/** One column entry for each indicator that its rows speak of. */
function typedColumns(columns: readonly MeantColumn[], rows: readonly ProjectRow[]): MeantColumn[] {
  return columns.flatMap((column) => {
    const meanings = new Map(rows.map((project) => meaningFor(column, project)).map((meaning) => [JSON.stringify(meaning), meaning]));
    return [...meanings.values()].map((meaning) =>
      "indicator" in meaning && meaning.indicator.startsWith("own:")
        ? { ...column, meaning, ownIndicator: { id: meaning.indicator, name: meaning.indicator.slice(4) } }
        : { ...column, meaning },
    );
  });
}

function sameMeaning(a: MeantColumn["meaning"], b: MeantColumn["meaning"]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** SUMIFS by label (and type) where every row of the ledger carries its label; null where labels are merged. */
function labelLink(
  candidate: Candidate,
  typeColumn: ReadColumn | undefined,
  column: number,
  label: string,
  part: Part,
  rows: readonly ProjectRow[],
): Link | null {
  const { view, run } = candidate;
  const own = rows.filter(({ region }) => region === part.fact.region);
  const labelled = own.every(({ row }) => String(view.value(row, run.column)) === label);
  if (!labelled || part.fact.source.link.kind !== "cell") return null;
  const firstRow = run.rows[0]?.row ?? 0;
  const cells = (at: number) => view.range(firstRow, at, run.end - firstRow + 1, 1);
  const criteria = [{ range: cells(run.column), label }];
  const types = typeColumn && new Set(rows.filter(({ region }) => region === part.fact.region).map(({ row }) => String(view.value(row, typeColumn.column))));
  const splits = types !== undefined && typeColumn !== undefined && types.size > 1;
  if (splits) {
    const mine = own.filter(({ row }) => meaningIs(candidate, column, row, part, rows)).map(({ row }) => String(view.value(row, typeColumn.column)));
    const [type] = mine;
    if (type === undefined || new Set(mine).size !== 1) return null;
    criteria.push({ range: cells(typeColumn.column), label: type });
  }
  return { kind: "sumByLabel", criteria, values: cells(column), scale: part.fact.source.link.scale };
}

function meaningIs(candidate: Candidate, column: number, row: number, part: Part, rows: readonly ProjectRow[]): boolean {
  const project = rows.find((one) => one.row === row);
  const found = candidate.columns.find((one) => one.column === column);
  return project !== undefined && found !== undefined && isMeant(found) && sameMeaning(meaningFor(found, project), part.fact.meaning);
}
