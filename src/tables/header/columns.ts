import type { Meaning } from "../../progress";
import { unitsIn, withoutUnit, yearIn, type UnitInfo } from "../cells";
import { isTotalLabel } from "../regions";
import {
  backlogMeasureIn,
  indicatorIn,
  isBookkeeping,
  isOutlookHeader,
  roleIn,
  speaksOfAudit,
  speaksOfBacklog,
  speaksOfContinuing,
  subjectOf,
  type Role,
} from "../vocabulary";

/** A column before it is understood. */
export interface ColumnDraft {
  column: number;
  path: string[];
  /** Whether its cells are words rather than figures. */
  wordy: boolean;
  empty: boolean;
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
}

/**
 * Takes each column of a table for what its header says, in the light of its title and its neighbours.
 * @returns one entry a draft, in order
 */
export function classifyColumns(drafts: readonly ColumnDraft[], context: TableContext): ReadColumn[] {
  const about = `${context.title} ${context.sheet}`;
  const paths = drafts.map(({ path }) => path.join(" "));
  const hasTargets = drafts.some((draft) => !draft.wordy && strongRole(leafOf(draft)) === "target");
  const audit = !hasTargets && speaksOfAudit(about);
  const continuing = !hasTargets && speaksOfContinuing(about);
  const backlog = speaksOfBacklog(about) || paths.some((path) => /欠账|欠帐|盘活/.test(path));
  const taken = new Set<string>();
  let previous: ReadColumn | null = null;

  return drafts.map((draft) => {
    const whole = draft.path.join(" ");
    const base: ReadColumn = {
      ...draft,
      header: draft.path.join("/"),
      meaning: null,
      ignorable: isBookkeeping(leafOf(draft)) || draft.path.length === 0,
      unit: headerUnit(draft.path),
      ownIndicator: null,
      partOf: null,
    };
    if (base.ignorable) return base;
    if (isNote(draft)) {
      const kind = continuing || speaksOfContinuing(whole) ? "outlook" : "note";
      return { ...base, meaning: { kind } };
    }
    if (speaksOfContinuing(whole) || (continuing && !hasRole(draft))) {
      if (draft.wordy) return { ...base, meaning: isOutlookHeader(whole) ? { kind: "outlook" } : null };
      return { ...base, meaning: { kind: "continuing" } };
    }
    if (speaksOfAudit(whole) || audit) {
      return draft.wordy ? base : { ...base, meaning: auditMeaning(draft, context) };
    }
    const measure = backlog || speaksOfBacklog(whole) ? backlogMeasure(draft, whole, backlog && !hasTargets) : null;
    if (measure && !draft.wordy) return { ...base, meaning: { kind: "backlog", measure } };
    if (draft.wordy && !hasRole(draft)) return base;
    const column = indicatorColumn(base, drafts, about, previous, taken);
    if (column.meaning) previous = column;
    return column;
  });
}

/** In a table that also has targets, a backlog column has to say so itself. */
function backlogMeasure(draft: ColumnDraft, whole: string, backlogTable: boolean) {
  const measure = backlogMeasureIn(leafOf(draft)) ?? backlogMeasureIn(whole);
  if (measure === "task" && !backlogTable && !speaksOfBacklog(whole)) return null;
  return measure;
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

function indicatorColumn(
  base: ReadColumn,
  drafts: readonly ColumnDraft[],
  about: string,
  previous: ReadColumn | null,
  taken: Set<string>,
): ReadColumn {
  const role = columnRole(base, drafts);
  if (role === "rank" || role === "remainder") return { ...base, ignorable: true };
  if (role === null || role === "note" || isOtherPeriod(base.header)) return base;
  const own = ownIndicator(base.path);
  const inherited = own === null ? inheritedIndicator(base, role, previous) : null;
  let indicator = own ?? inherited?.indicator ?? indicatorIn(about);
  let ownDefinition = inherited?.definition ?? null;
  if (indicator === null || (own !== null && taken.has(`${role} ${own}`))) {
    const name = ownName(base.path) || base.header;
    ownDefinition = { id: `own:${name}`, name };
    indicator = ownDefinition.id;
  }
  if (taken.has(`${role} ${indicator}`)) return base;
  taken.add(`${role} ${indicator}`);
  const part = base.path.some((text) => /^其中/.test(text));
  const before = previous && "indicator" in (previous.meaning ?? {}) ? (previous.meaning as { indicator: string }).indicator : null;
  const partOf = part && before !== indicator ? before : part ? (previous?.partOf ?? null) : null;
  return { ...base, meaning: { kind: role, indicator }, ownIndicator: ownDefinition, partOf };
}

/** The indicator that a column's own headers name, the most specific first. */
function ownIndicator(path: readonly string[]): string | null {
  for (let level = path.length - 1; level >= 0; level--) {
    const found = indicatorIn(path[level] ?? "");
    if (found === "rentSubsidyHouseholds" && /金额|资金|万元/.test(path.slice(level).join(" "))) {
      return "rentSubsidyAmount";
    }
    if (found) return found;
  }
  return indicatorIn(path.join(""));
}

/** A 完成 or 完成率 column without a subject belongs to the target before it. */
function inheritedIndicator(
  column: ReadColumn,
  role: Role,
  previous: ReadColumn | null,
): { indicator: string; definition: ReadColumn["ownIndicator"] } | null {
  const meaning = previous?.meaning;
  if (!previous || !meaning || !("indicator" in meaning) || meaning.kind === role) return null;
  const sameBand = column.path.length < 2 ? previous.path.length < 2 : column.path[0] === previous.path[0];
  if (role === "target" || !sameBand) return null;
  return { indicator: meaning.indicator, definition: previous.ownIndicator };
}

function ownName(path: readonly string[]): string {
  const subjects = path.map(subjectOf).filter((subject) => subject !== "");
  return subjects.at(-1) ?? "";
}

/**
 * The role of a column: its last header's own words first; then a band's (目标任务 over 基本建成), unless a
 * neighbour under the same band has a role of its own; then the verbs in an indicator's name.
 */
function columnRole(column: ColumnDraft, drafts: readonly ColumnDraft[]): Role | null {
  const band = column.path.slice(0, -1);
  const siblings = drafts.filter((draft) => draft.path.length > 1 && draft.path[0] === band[0]);
  const bandSpeaks = band.length > 0 && siblings.every((draft) => strongRole(leafOf(draft)) === null);
  const bandRole = bandSpeaks ? (band.map(strongRole).filter((role) => role !== null).at(-1) ?? null) : null;
  const leaf = leafOf(column);
  return strongRole(leaf) ?? bandRole ?? roleIn(leaf) ?? band.map(roleIn).filter((role) => role !== null).at(-1) ?? null;
}

/** A role that does not come from an indicator's own name: 完成投资 and 基本建成 say nothing by themselves. */
function strongRole(header: string): Role | null {
  const bare = header.replace(/完成投资|基本建成|(?:改造)?(?:新)?开工(?!率)|补贴发放|竣工/g, "");
  const role = roleIn(bare);
  const weak = role === "done" && !/完成|已|实际|累计|进展|进度|落实/.test(bare);
  return weak ? null : role;
}

function hasRole(draft: ColumnDraft): boolean {
  const role = roleIn(leafOf(draft));
  return role === "target" || role === "done" || role === "rate";
}

function isNote(draft: ColumnDraft): boolean {
  return roleIn(leafOf(draft)) === "note" && (draft.wordy || draft.empty);
}

/** 本月完成, 上年同期: another period than the figures stand for. */
function isOtherPeriod(header: string): boolean {
  return /本月|当月|本周|上月|上周|上年|去年|同期|同比|环比|较上/.test(header);
}

function headerUnit(path: readonly string[]): UnitInfo | null {
  for (const text of [...path].reverse()) {
    const units = unitsIn(text);
    if (units.length > 0) return units[0] ?? null;
  }
  return null;
}

function leafOf(draft: ColumnDraft): string {
  return draft.path.at(-1) ?? "";
}
