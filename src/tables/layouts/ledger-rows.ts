import { isRegionHeader, isSubtotalLabel, isTotalLabel, type RegionNames } from "../regions";
import { isWords, type ReadColumn } from "../header";
import { compact } from "../cells";
import type { CellValue } from "../snapshot";
import type { Steps } from "../steps";
import { indicatorIn, roleIn } from "../vocabulary";
import { sampleRows, type Candidate } from "./candidate";

/** A row of a ledger: a project, or the stated total of the projects above or below it. */
export interface LedgerRow {
  row: number;
  /** Canonical; null in a row that totals the whole ledger. */
  region: string | null;
  /** The region's label as typed, also where it stands only on the region's first project. */
  label: string;
  kind: "project" | "subtotal" | "total";
  /** The indicator that its type says; null where the ledger has no such column. */
  type: ProjectType | null;
  /** Where a column tells 任务 rows from 完成 rows: which this one is. */
  role: "target" | "done" | "rate" | null;
}

/** The indicator of a project's type, of the catalogue or of its own. */
export interface ProjectType {
  indicator: string;
  name: string;
}

const STEP = 500;
const MAX_TOTAL_TEXT = 14;
const PROJECT_HEADER = /项目名称|^项目$|工程名称|小区名称|建设项目|子项目|具体项目|片区名称|项目\(|^(?:地块|工程|棚改)名称$/;
const TYPE_HEADER = /类型|类别|性质|分类|方式|^类$|所属指标|任务类/;
/** How a project is built, not what it counts for. */
const MANNER = /^(?:新建|续建|新开工|在建|改建|扩建|改扩建|购买|收购|筹集|实物|货币|配建|集中|分散|完工|竣工|停工|是|否).{0,4}$/;

/** The columns of a ledger that name a project and its type. */
export interface LedgerColumns {
  project: ReadColumn | undefined;
  type: ReadColumn | undefined;
}

/** Whether a header stands over names of projects. */
export function isProjectHeader(text: string): boolean {
  return PROJECT_HEADER.test(text) && !isRegionHeader(text);
}

/** Whether a column says of what kind its row is: no figure, even where it decides no indicator. */
export function isType({ path, words, numbers }: ReadColumn): boolean {
  return words > 0 && numbers === 0 && TYPE_HEADER.test(path.at(-1) ?? "");
}

/** Finds the project and type columns of a table; of several that read like types the one that names indicators. */
export function ledgerColumns({ columns, run, view, roles }: Candidate): LedgerColumns {
  const wordy = columns.filter(({ numbers, words, doubtful }) => numbers <= (words + doubtful) / 10 && words + doubtful > 0);
  const leaf = (column: ReadColumn) => column.path.at(-1) ?? "";
  const types = wordy
    .filter((column) => TYPE_HEADER.test(leaf(column)))
    .map((column) => {
      const texts = sampleRows(run).map((row) => view.spreadText(row, column.column));
      return { column, named: texts.filter((text) => indicatorIn(text) !== null).length, manner: texts.every((text) => text === "" || MANNER.test(text)) };
    })
    .filter(({ named, manner }) => named > 0 || !manner)
    .sort((a, b) => b.named - a.named);
  const type = roles === null ? types[0]?.column : undefined;
  return { project: wordy.find((column) => column !== type && PROJECT_HEADER.test(leaf(column))), type };
}

/**
 * Whether a table is a project ledger: a row a project, so that a region's rows add up.
 * @returns false for a table in which a region merely stands twice
 */
export function isLedger(candidate: Candidate): boolean {
  const { project, type } = ledgerColumns(candidate);
  if (project || candidate.roles !== null) return true;
  const regions = candidate.run.rows.filter(({ kind }) => kind === "region");
  const distinct = new Set(regions.map(({ row }) => candidate.view.text(row, candidate.run.column))).size;
  const blanks = candidate.run.end - (candidate.run.rows[0]?.row ?? 0) + 1 - candidate.run.rows.length;
  return type !== undefined && (distinct < regions.length || blanks > 0);
}

/** The rows of a ledger that hold figures; a blank label belongs to the region above. */
export function* ledgerRows(candidate: Candidate, { project, type }: LedgerColumns, figures: readonly number[], names: RegionNames): Steps<LedgerRow[]> {
  const { view, run, columns } = candidate;
  const labels = new Map(run.rows.map((row) => [row.row, row]));
  const texts = columns.filter((column) => isWords(column) && column !== type).map(({ column }) => column);
  const namings = new Map<string, string | null>();
  const types = new Map<CellValue, ProjectType | null>();
  const rows: LedgerRow[] = [];
  let current: { region: string | null; label: string } | null = null;
  for (let row = run.rows[0]?.row ?? 0; row <= run.end; row++) {
    if (row % STEP === 0) yield;
    const label = labels.get(row);
    if (label?.kind === "average") continue;
    const region = label?.kind === "region" ? regionOf(label.label) : null;
    if (label && region !== null) current = { region, label: label.label };
    if (!figures.some((column) => view.isPlain(row, column) || view.reading(row, column).kind !== "blank")) continue;
    const kind = label && (label.kind !== "region" || region === null) ? (label.kind === "subtotal" ? "subtotal" : "total") : isTotalText(row) ? "subtotal" : "project";
    const typed = type ? typeOf(view.spread(row, type.column)) : null;
    const role = candidate.roles === null ? null : ((roleIn(view.text(row, candidate.roles))?.role ?? null) as LedgerRow["role"]);
    const total = kind === "total" || (label === undefined && rows.at(-1)?.kind === "total");
    if (total) rows.push({ row, region: null, label: label?.label ?? "", kind: "total", type: typed, role });
    else if (current) rows.push({ row, region: current.region, label: current.label, kind: kind === "subtotal" || isLead(row) ? "subtotal" : "project", type: typed, role });
  }
  return rows;

  /** Canonical; null for the city's own name, whose row is a total. */
  function regionOf(label: string): string | null {
    const known = namings.get(label);
    if (known !== undefined) return known;
    const region = names.isWhole(label) ? null : names.canonical(label);
    namings.set(label, region);
    return region;
  }

  function isTotalText(row: number): boolean {
    return texts.some((column) => {
      const value = view.value(row, column);
      if (typeof value !== "string" || value.length > MAX_TOTAL_TEXT || !/[计全总]/.test(value)) return false;
      const text = view.text(row, column);
      return isTotalLabel(text) || isSubtotalLabel(text);
    });
  }

  /** A region's row without a project, its projects in the rows below: their stated sum. */
  function isLead(row: number): boolean {
    if (!project || !labels.has(row) || view.spread(row, project.column) !== "") return false;
    return row < run.end && !labels.has(row + 1) && view.text(row + 1, project.column) !== "";
  }

  function typeOf(value: CellValue): ProjectType | null {
    const known = types.get(value);
    if (known !== undefined) return known;
    const text = compact(value);
    const indicator = indicatorIn(text);
    const own = text === "" || MANNER.test(text) || isTotalLabel(text) || isSubtotalLabel(text) ? null : { indicator: `own:${text}`, name: text };
    const found = indicator ? { indicator, name: indicator } : own;
    types.set(value, found);
    return found;
  }
}
