import type { Meaning } from "../../progress";
import { unitOf, unitsIn, withoutUnit, yearIn, type UnitInfo } from "../cells";
import { isRegionHeader, isTotalLabel, looksLikeRegion } from "../regions";
import {
  backlogMeasureIn,
  indicatorIn,
  isBookkeeping,
  isOutlookHeader,
  namesBacklog,
  roleIn,
  speaksOfAudit,
  speaksOfBacklog,
  speaksOfContinuing,
  subjectOf,
  type RoleReading,
} from "../vocabulary";
import { columnRole, isWords, tableRole } from "./column-roles";
import { IndicatorFinder } from "./column-indicators";

/** A column before it is understood. */
export interface ColumnDraft {
  column: number;
  path: string[];
  /** Cells that hold a figure (or a formula's error). */
  numbers: number;
  /** Cells that hold words. */
  words: number;
  /** Cells that hold something like a figure: 约300, a date. */
  doubtful: number;
}

/** A column with its meaning. */
export interface ReadColumn extends ColumnDraft {
  header: string;
  meaning: Meaning | null;
  /** No finding even though it has no meaning: 序号, 联系人, 排名. */
  ignorable: boolean;
  /** The unit that its own header names. */
  unit: UnitInfo | null;
  /** For a target/done pair that the catalogue lacks: the name of the new indicator. */
  ownIndicator: { id: string; name: string } | null;
  /** The header begins with 其中: a part of the indicator before it. */
  partOf: string | null;
}

/** What else is known of a table when its columns are classified. */
export interface TableContext {
  title: string;
  sheet: string;
  /** Year for audit columns whose header names none. */
  year: number | null;
  /** The role of every column, where the rows tell target and done apart. */
  role?: RoleReading | null;
}

/**
 * Takes each column of a table for what its header says, in the light of its title and its neighbours.
 * @returns one entry a draft, in order
 */
export function classifyColumns(given: readonly ColumnDraft[], context: TableContext): ReadColumn[] {
  const about = `${context.title} ${context.sheet}`;
  const bases = given.map(baseOf);
  putUnderSections(bases);
  const kinds = tableKinds(bases, about);
  const finder = new IndicatorFinder(context, bases);
  const whole = context.role ?? tableRole(bases, context.title, context.sheet);
  for (const base of bases) {
    if (base.ignorable) continue;
    if (looksLikeRegion(base.path.at(-1) ?? "")) continue;
    const special = specialMeaning(base, kinds, context);
    const own = special === undefined ? columnRole(base, bases) : null;
    const role = whole && special === undefined && !own?.strong && namesFigure(base) ? whole : own;
    if (special !== undefined) base.meaning = special;
    else if (role?.role === "note") base.meaning = { kind: "note" };
    else finder.offer(base, role);
  }
  finder.settle();
  return bases;
}

function baseOf(draft: ColumnDraft): ReadColumn {
  const path = draft.path.filter((text, level) => !isUnitAlone(text) && !NUMBER_ALONE.test(text) && !(PERCENT_ALONE.test(text) && saysRate(draft.path, level)));
  return {
    ...draft,
    path,
    header: draft.path.join("/"),
    meaning: null,
    ignorable: path.length === 0 || isBookkeeping(path.at(-1) ?? "") || (isWords(draft) && isRegionHeader(path.at(-1) ?? "")),
    unit: headerUnit(draft.path),
    ownIndicator: null,
    partOf: null,
  };
}

/** % beside a header that says 率 itself. */
function saysRate(path: readonly string[], level: number): boolean {
  return path.some((text, other) => other !== level && roleIn(text)?.role === "rate");
}

const PERCENT_ALONE = /^\(?[%％]\)?$/;
const NUMBER_ALONE = /^[\d一二三四五六七八九十]+[.、]?$|^\([\d一二三四五六七八九十]+\)$/;

/** A heading without figures (一、棚户区改造) names those after it that say only 计划 or 完成. */
function putUnderSections(columns: ReadColumn[]): void {
  let section: string[] | null = null;
  for (const column of columns) {
    const { path, numbers, words, doubtful } = column;
    const names = path.some((text) => subjectOf(text) !== "" || indicatorIn(text) !== null);
    if (numbers + words + doubtful === 0 && names && !path.some((text) => roleIn(text)?.strong)) {
      section = path;
      column.ignorable = true;
    } else if (section && path.length > 0 && !names) {
      column.path = [...section, ...path];
      column.header = column.path.join("/");
      column.unit ??= headerUnit(section);
    }
  }
}

interface TableKinds {
  audit: boolean;
  continuing: boolean;
  backlog: boolean;
}

/** What a table as a whole is about, where that is no target and done. */
function tableKinds(drafts: readonly ColumnDraft[], about: string): TableKinds {
  const roles = drafts.filter((draft) => !isWords(draft)).map((draft) => roleIn(leafOf(draft)));
  const done = roles.some((role) => role?.role === "done" && role.strong) || roles.some((role) => role?.role === "rate");
  const targets = roles.some((role) => role?.role === "target" && role.strong);
  const measures = new Set(drafts.map((draft) => backlogMeasureIn(leafOf(draft))));
  const parts = ["reported", "stock", "repurposed"] as const;
  const backlog = parts.filter((part) => measures.has(part)).length >= 2;
  return {
    audit: !targets && speaksOfAudit(about),
    continuing: !targets && speaksOfContinuing(about),
    backlog: backlog || (speaksOfBacklog(about) && !(targets && done)),
  };
}

/** Meanings outside target and done; undefined where the column is an ordinary one. */
function specialMeaning(column: ReadColumn, kinds: TableKinds, context: TableContext): Meaning | null | undefined {
  const whole = column.path.join(" ");
  const leaf = leafOf(column);
  const words = isWords(column);
  const role = roleIn(leaf);
  if (role?.role === "note" && column.numbers <= column.words) {
    if (isOutlookHeader(leaf) && (kinds.continuing || speaksOfContinuing(whole))) return { kind: "outlook" };
    return { kind: "note" };
  }
  if (speaksOfContinuing(whole) || (kinds.continuing && !hasRole(column))) {
    if (words) return isOutlookHeader(whole) ? { kind: "outlook" } : null;
    return { kind: "continuing" };
  }
  if (speaksOfAudit(whole) || kinds.audit) return words ? null : auditMeaning(column, context);
  const named = namesBacklog(whole, `${context.title} ${context.sheet}`);
  if (words || !(kinds.backlog || named)) return undefined;
  const measure = backlogMeasureIn(leaf) ?? backlogMeasureIn(whole);
  return measure && (kinds.backlog || measure !== "task" || named) ? { kind: "backlog", measure } : undefined;
}

function auditMeaning(draft: ColumnDraft, context: TableContext): Meaning | null {
  const whole = draft.path.join(" ");
  const year = yearIn(whole) ?? yearIn(context.title) ?? yearIn(context.sheet) ?? context.year;
  if (year === null) return null;
  const leaf = withoutUnit(leafOf(draft));
  const rest = leaf
    .replace(/(?:(?:19|20)\d{2}年?度?)/, "")
    .replace(/^[-—:：、]+/, "");
  const isYearTotal =
    isTotalLabel(rest) ||
    /^(?:(?:保障性)?(?:安居|住房)?(?:保障)?(?:工程)?(?:跟踪)?审计(?:发现)?)?(?:仍有|尚)?(?:未整改|问题|未完成整改|未销号)*(?:问题)?(?:合计|小计|总数|个数|数量|数)?$/.test(rest);
  return { kind: "audit", year, category: isYearTotal ? null : rest };
}

function namesFigure({ path, numbers, unit }: ReadColumn): boolean {
  return numbers > 0 && (unit !== null || path.some((text) => indicatorIn(text) !== null || subjectOf(text) !== ""));
}

function hasRole(draft: ColumnDraft): boolean {
  const role = roleIn(leafOf(draft))?.role;
  return role === "target" || role === "done" || role === "rate";
}

function headerUnit(path: readonly string[]): UnitInfo | null {
  for (const text of [...path].reverse()) {
    const units = unitsIn(text);
    if (units.length > 0) return units[0] ?? null;
  }
  const counted = /([套户个])数$/.exec(path.at(-1) ?? "")?.[1];
  return counted === undefined ? null : unitOf(counted);
}

/** A header level of its own for the unit: (套). */
function isUnitAlone(text: string): boolean {
  return /^\(.*\)$/.test(text) && unitOf(text.slice(1, -1)) !== null;
}

function leafOf(draft: ColumnDraft): string {
  return draft.path.at(-1) ?? "";
}
