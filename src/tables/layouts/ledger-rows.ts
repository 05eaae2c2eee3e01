import { remembered, STAGE_HEADERS } from "../../lexicon";
import { STEP_ROWS, type Steps } from "../../progress";
import { isSumLabel, regionOfSubtotal, type RegionNames } from "../../regions";
import { indicatorNamed, roleSaid, yearAlone } from "../../interpret";
import { compact, unitOf, unitsIn, withoutUnit, type UnitInfo } from "../../cells";
import type { Frame } from "./frame";
import type { LabelRow } from "./label-run";
import { isManner, type LedgerColumns } from "./ledger-columns";

/** What a row of a ledger says beside its figures: a project, or the stated total of the projects above or below it. */
export interface LedgerGroup {
  /** Canonical; null in a row that totals the whole ledger or a section of it. */
  region: string | null;
  /** The region's label as typed, also where it stands only on the region's first project. */
  label: string;
  kind: "project" | "subtotal" | "total";
  /** The indicator that its type says; null where the ledger has no such column. */
  type: ProjectType | null;
  /** Where a column tells 任务 rows from 完成 rows: which this one is. */
  role: "target" | "done" | "rate" | null;
  /** The first row that says so. */
  first: number;
}

/** A row of a ledger that holds figures. What rows say in common is told once: a long ledger has few groups and many rows. */
export interface LedgerRow {
  row: number;
  group: LedgerGroup;
}

/** The indicator of a project's type, of the catalogue or of its own. */
export interface ProjectType {
  indicator: string;
  name: string;
  /** It is a stage of what the columns are of (建成, 接平台 under 环节), and no thing of its own. */
  isStage: boolean;
  /** The unit of the row's figures, where its type or a column beside it names one. */
  unit: UnitInfo | null;
}

/** What a map holds under a key, made where it holds nothing yet. */
export function heldIn<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

const NONE: readonly number[] = [];
/** A longer text is a remark. */
const MAX_TOTAL_TEXT = 14;

/** The rows of a ledger that hold figures, from the top; a blank label belongs to the region above. */
export function* ledgerRows(frame: Frame, { project, type, unit }: LedgerColumns, figures: readonly number[], names: RegionNames): Steps<LedgerRow[]> {
  const { view, run, roles } = frame;
  // 小计 may stand among the numbers of 序号, never among figures.
  const texts = [run.column, ...frame.columns.map(({ column }) => column)].filter((column) => !figures.includes(column));
  const isStage = STAGE_HEADERS.includes(type?.path.at(-1) ?? "");
  const types = new Map<string, ProjectType | null>();
  const groups = new Map<ProjectType | null, Map<string, LedgerGroup>>();
  const found: LedgerRow[] = [];
  /** Canonical; null for the city's own name, whose row is a total. */
  const regionOf = remembered((label) => (names.isWhole(label) ? null : names.canonical(label)));
  // A subtotal before the first region is that region's.
  let current = run.rows[0]?.kind === "subtotal" ? run.rows.find(({ kind }) => kind === "region")?.label : undefined;
  /** Below a total's row, or a heading such as 十、全地区. */
  let isInTotal = false;
  /** How many labels are passed. */
  let passed = 0;
  for (let row = run.rows[0]?.row ?? 0; row <= run.end; row++) {
    if (row % STEP_ROWS === 0) yield;
    const label = run.rows[passed]?.row === row ? run.rows[passed++] : undefined;
    if (label?.kind === "aside" || label?.kind === "part") continue;
    if (label) isInTotal = label.kind === "total" || (label.kind === "region" && regionOf(label.label) === null);
    if (label?.kind === "region" && !isInTotal) current = label.label;
    const group = hasFigure(row) ? groupAt(row, label) : null;
    if (group) found.push({ row, group });
  }
  return found;

  function groupAt(row: number, label: LabelRow | undefined): LedgerGroup | null {
    const typed = type ? typeAt(row, type.column) : null;
    const role = roles === null ? null : ((roleSaid(view.text(row, roles))?.role ?? null) as LedgerGroup["role"]);
    const known = (kind: LedgerGroup["kind"], whose: string | null) => {
      const ofType = heldIn(groups, typed, () => new Map());
      // Most rows are projects: their region's label by itself is the key.
      const key = kind === "project" && role === null && whose !== null ? whose : `${kind} ${role} ${whose}`;
      return heldIn(ofType, key, () => ({ region: whose === null ? null : regionOf(whose), label: whose ?? label?.label ?? "", kind, type: typed, role, first: row }));
    };
    if (isInTotal) return known("total", null);
    const sums = texts.some((column) => isSumAt(row, column)) ? texts.filter((column) => isSumAt(row, column)) : NONE;
    const isSum = label?.kind === "subtotal" || sums.length > 0;
    if (isSum) {
      const named = sums.flatMap((column) => regionOfSubtotal(view.text(row, column)) ?? []).find((name) => regionOf(name) !== null);
      if (named !== undefined) current = named;
      else if (isOfAll(row, label)) {
        isInTotal = true;
        return known("total", null);
        // Of one type, it is of that type's projects wherever they stand.
      } else if (closesSection()) return known(typed ? "total" : "subtotal", null);
    }
    return current === undefined ? null : known(isSum || leadsProjects(row, label) ? "subtotal" : "project", current);
  }

  function hasFigure(row: number): boolean {
    return figures.some((column) => view.plain(row, column) !== null || view.reading(row, column).kind !== "blank");
  }

  /** 小计, 离石区小计, in whatever column. */
  function isSumAt(row: number, column: number): boolean {
    const value = view.value(row, column);
    return typeof value === "string" && value.length <= MAX_TOTAL_TEXT && isSumLabel(value);
  }

  /** 合计 in the last row is of the whole ledger where the region above has its own subtotal, or none has. */
  function isOfAll(row: number, label: LabelRow | undefined): boolean {
    if ((label ? label !== run.rows.at(-1) : row !== run.end) || !found.some(({ group }) => group.label !== current)) return false;
    const subtotals = found.filter(({ group }) => group.kind === "subtotal");
    return subtotals.length === 0 || subtotals.some(({ group }) => group.label === current);
  }

  /** 小计 below projects of several regions is of a section: no region's, and not the whole. */
  function closesSection(): boolean {
    const last = found.at(-1)?.group;
    for (let at = found.length - 1; found[at]?.group.kind === "project"; at--) if (found[at]?.group.region !== last?.region) return true;
    return false;
  }

  /** A region's row without a project, its projects in the rows below: their stated sum. */
  function leadsProjects(row: number, label: LabelRow | undefined): boolean {
    const column = run.mixed === true ? run.column : project?.column;
    if (!label || column === undefined || run.rows[passed]?.row === row + 1) return false;
    return (run.mixed === true || view.spread(row, column) === "") && view.text(row + 1, column) !== "";
  }

  function typeAt(row: number, column: number): ProjectType | null {
    const said = String(view.spread(row, column));
    const unitText = unit ? view.spreadText(row, unit.column) : "";
    const key = unit ? `${unitText}\n${said}` : said;
    const known = types.get(key);
    if (known !== undefined) return known;
    const text = withoutUnit(compact(said));
    const catalogued = indicatorNamed(text);
    const own = unitOf(unitText) ?? unitsIn(said)[0] ?? null;
    const isNone = text === "" || isManner(text) || isSumLabel(text) || yearAlone(text) !== null;
    let found: ProjectType | null = isNone ? null : { indicator: `own:${text}`, name: text, isStage, unit: own };
    if (catalogued && !catalogued.own) found = { indicator: catalogued.id, name: catalogued.id, isStage: false, unit: own };
    types.set(key, found);
    return found;
  }
}
