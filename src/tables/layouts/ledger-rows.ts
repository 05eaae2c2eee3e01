import { ORDINAL_HEADERS, STAGE_HEADERS } from "../../lexicon";
import { STEP_ROWS, type Steps } from "../../progress";
import { isSubtotalLabel, isSumLabel, regionOfSubtotal, type RegionNames } from "../regions";
import { indicatorNamed, roleSaid, yearAlone } from "../interpret";
import { compact, unitOf, unitsIn, withoutUnit, type UnitInfo } from "../cells";
import type { CellValue } from "../snapshot";
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
  /** Its place among the groups. */
  index: number;
  /** The first row that says so. */
  first: number;
}

/** The rows of a ledger that hold figures. What rows say in common is told once: a long ledger has few groups and many rows. */
export interface LedgerRows {
  /** The rows of the view, from the top. */
  rows: number[];
  /** The group of each row, in the same order. */
  of: LedgerGroup[];
  /** Each group once, in the order in which they are met. */
  groups: LedgerGroup[];
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

const MAX_TOTAL_TEXT = 14;

/** A 小计 at the end without any total: the total of all. */
function onlySubtotal(rows: readonly LabelRow[]): LabelRow | undefined {
  const last = rows.at(-1);
  if (last?.kind !== "subtotal" || !isSubtotalLabel(last.label) || regionOfSubtotal(last.label) !== null) return undefined;
  return rows.every((row) => row === last || (row.kind !== "total" && row.kind !== "subtotal")) ? last : undefined;
}

/** The rows of a ledger that hold figures; a blank label belongs to the region above. */
export function* ledgerRows(frame: Frame, { project, type, unit }: LedgerColumns, figures: readonly number[], names: RegionNames): Steps<LedgerRows> {
  const { view, run, columns } = frame;
  const first = run.rows[0]?.row ?? 0;
  /** The label of the row that is read, and the one after it. */
  let [label, next]: (LabelRow | undefined)[] = [undefined, run.rows[0]];
  let passed = 0;
  // 小计 may stand among the numbers of 序号.
  const texts = columns.filter((column) => !figures.includes(column.column) && (column.words > 0 || ORDINAL_HEADERS.includes(column.path.at(-1) ?? ""))).map(({ column }) => column);
  const namings = new Map<string, string | null>();
  const types = new Map<string, Map<CellValue, ProjectType | null>>();
  const found: LedgerRows = { rows: [], of: [], groups: [] };
  const known = new Map<ProjectType | null, Map<string, LedgerGroup>>();
  const loneSubtotal = onlySubtotal(run.rows);
  let current = leadingRegion();
  for (let row = first; row <= run.end; row++) {
    if (row % STEP_ROWS === 0) yield;
    label = next?.row === row ? next : undefined;
    if (label) next = run.rows[++passed];
    if (label?.kind === "aside" || label?.kind === "part") continue;
    const region = label?.kind === "region" ? regionOf(label.label) : null;
    if (label && region !== null && current?.label !== label.label) current = { region, label: label.label };
    if (!hasFigure(row)) continue;
    const kind = label && (label.kind !== "region" || region === null) ? (label.kind === "subtotal" ? "subtotal" : "total") : isTotalText(row) ? "subtotal" : "project";
    const typed = type ? typeOf(view.spread(row, type.column), unit ? view.spreadText(row, unit.column) : "") : null;
    const role = frame.roles === null ? null : ((roleSaid(view.text(row, frame.roles))?.role ?? null) as LedgerGroup["role"]);
    const summed = kind === "subtotal" ? subtotalOf(row) : null;
    if (summed !== null) current = summed;
    const whole = kind === "subtotal" && summed === null && isWholeTotal(row);
    const goesOn = label === undefined && frame.roles !== null && role !== null ? found.of.at(-1)?.kind : undefined;
    const total = kind === "total" || whole || goesOn === "total" || (label === undefined && found.of.at(-1)?.kind === "total") || (label !== undefined && label === loneSubtotal) || (kind === "subtotal" && summed === null && closesType(typed));
    if (kind === "subtotal" && !total && summed === null && label !== undefined && closesSection()) take(row, { region: null, label: label.label, kind, type: typed, role });
    else if (total) take(row, { region: null, label: label?.label ?? "", kind: "total", type: typed, role });
    else if (current) take(row, { region: current.region, label: current.label, kind: kind === "subtotal" || isLead(row) ? "subtotal" : "project", type: typed, role });
  }
  return found;

  /** A label is always of the same region, but in a total. */
  function take(row: number, said: Omit<LedgerGroup, "index" | "first">): void {
    const { label, kind, type, role } = said;
    let ofType = known.get(type);
    if (!ofType) known.set(type, (ofType = new Map()));
    const key = kind === "project" && role === null ? label : `${label} ${kind} ${role}`;
    let group = ofType.get(key);
    if (!group) {
      group = { ...said, index: found.groups.length, first: row };
      ofType.set(key, group);
      found.groups.push(group);
    }
    found.rows.push(row);
    found.of.push(group);
  }

  /** 小计 below the regions of one type, in the column of types too: the type's total. */
  function closesType(typed: ProjectType | null): boolean {
    const [last, before] = [found.of.at(-1), found.of.at(-2)];
    const isOwn = (one: LedgerGroup | undefined) => one?.kind === "project" && one.type !== null && one.type.indicator === typed?.indicator;
    return isOwn(last) && isOwn(before) && last?.region !== before?.region;
  }

  /** 小计 below projects of several regions is of a section: no region's, and not the whole. */
  function closesSection(): boolean {
    const last = found.of.at(-1);
    for (let at = found.of.length - 1; found.of[at]?.kind === "project"; at--) if (found.of[at]?.region !== last?.region) return true;
    return false;
  }

  /** A subtotal before the first region is that region's. */
  function leadingRegion(): { region: string | null; label: string } | null {
    const label = run.rows[0]?.kind === "subtotal" ? run.rows.find(({ kind }) => kind === "region")?.label : undefined;
    return label === undefined ? null : { region: regionOf(label), label };
  }

  /** Canonical; null for the city's own name, whose row is a total. */
  function regionOf(label: string): string | null {
    const known = namings.get(label);
    if (known !== undefined) return known;
    const region = names.isWhole(label) ? null : names.canonical(label);
    namings.set(label, region);
    return region;
  }

  function hasFigure(row: number): boolean {
    for (const column of figures) if (view.plain(row, column) !== null) return true;
    return figures.some((column) => view.reading(row, column).kind !== "blank");
  }

  function isTotalText(row: number): boolean {
    for (const column of texts) if (totalTextAt(row, column) !== null) return true;
    return false;
  }

  /** 合计 in the last row: of the whole ledger where the region above has its own subtotal, or none has. */
  function isWholeTotal(row: number): boolean {
    if (row !== run.end || label) return false;
    const subtotals = found.groups.filter(({ kind }) => kind === "subtotal");
    const several = found.groups.some(({ region }) => region !== current?.region);
    return several && (subtotals.length === 0 || subtotals.some(({ region }) => region === current?.region));
  }

  function totalTextAt(row: number, column: number): string | null {
    const value = view.value(row, column);
    if (typeof value !== "string" || value.length > MAX_TOTAL_TEXT) return null;
    return isSumLabel(value) ? view.text(row, column) : null;
  }

  /** The region that a subtotal names itself (离石区小计), its projects above it or below. */
  function subtotalOf(row: number): { region: string; label: string } | null {
    for (const column of [run.column, ...texts]) {
      const label = regionOfSubtotal(totalTextAt(row, column) ?? "");
      const region = label === null ? null : regionOf(label);
      if (label !== null && region !== null) return { region, label };
    }
    return null;
  }

  /** A region's row without a project, its projects in the rows below: their stated sum. */
  function isLead(row: number): boolean {
    if (run.mixed === true) return label !== undefined && row < run.end && next?.row !== row + 1 && view.text(row + 1, run.column) !== "";
    if (!project || !label || view.spread(row, project.column) !== "") return false;
    return row < run.end && next?.row !== row + 1 && view.text(row + 1, project.column) !== "";
  }

  function typeOf(value: CellValue, unitText: string): ProjectType | null {
    let ofUnit = types.get(unitText);
    if (!ofUnit) types.set(unitText, (ofUnit = new Map()));
    const read = ofUnit.get(value);
    if (read !== undefined) return read;
    const text = withoutUnit(compact(value));
    const known = indicatorNamed(text);
    const indicator = known && !known.own ? known.id : null;
    const none = text === "" || isManner(text) || isSumLabel(text) || yearAlone(text) !== null;
    const named = unitOf(unitText) ?? unitsIn(String(value))[0] ?? null;
    const isStage = STAGE_HEADERS.includes(type?.path.at(-1) ?? "");
    const found = indicator ? { indicator, name: indicator, isStage: false, unit: named } : none ? null : { indicator: `own:${text}`, name: text, isStage, unit: named };
    ofUnit.set(value, found);
    return found;
  }
}
