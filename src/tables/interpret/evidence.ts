import type { Role } from "../../lexicon";
import { withoutBrackets } from "../cells";
import type { Head } from "./heads";
import { BY_VERB, headerWords, PLAINLY, saysRole } from "./header-words";
import { lawStrength, type RateLaw } from "./laws";
import type { Parallel } from "./parallels";
import type { PartRole } from "./parts";
import { isWords, type Slot } from "./slot";
import type { Weights } from "./weights";

/** A role that figures of ours have. */
export type FigureRole = "target" | "done" | "rate" | "projects";

/** One thing that speaks for a reading. */
export interface Reason {
  /** How much it counts. */
  weight: number;
  /** In the clerk's words. */
  text: string;
  /** The slot is of a kind that every office keeps and nobody misses: 序号, 排名. */
  quiet?: boolean;
  /** It is what the cells hold and not what is said of them. */
  isOfCells?: true;
}

/** What speaks for each role of a slot. */
export type RoleEvidence = Record<FigureRole | "none" | "note", Reason[]>;

/** What is known of the whole table when one slot is weighed. */
export interface TableEvidence {
  laws: readonly RateLaw[];
  /** What the title or sheet's name makes of figures whose headers say nothing. */
  titleRole: { role: FigureRole; word: string } | null;
  /** Slots whose figures are nowhere less than those of a done slot beside them. */
  atLeastDone: ReadonlySet<number>;
  /** Slots worded like others that arithmetic explains. */
  parallels: ReadonlyMap<number, Parallel>;
  /** Slots under 其中 with what they are parts of. */
  parts: ReadonlyMap<number, PartRole>;
  /** Targets of a part of the year beside one of the whole. */
  lesserTargets: ReadonlySet<number>;
  /** Slots that are no progress whatever else they say, each with why: money that is handed out, a task before it was adjusted. */
  noProgress: ReadonlyMap<number, string>;
  /** Slots between a target and what was done of it, nowhere more than the target. */
  stagesBetween: ReadonlyMap<number, number>;
  /** The year of the figures, where headers name several. */
  currentYear: number | null;
  /** The name of a slot's column in the clerk's words: F列. */
  nameOf(slot: number): string;
}

/** Roles that say of a slot that it is none of ours. */
const NONE_ROLES: ReadonlySet<Role> = new Set(["rest", "excess", "growth", "rank", "date", "clerical"]);
/** A size by itself (房源套数) is what is to be built; 总投资 and 建筑面积 are no task of the year. */
const SIZE_LIMIT = 1;
const MOST_OF_A_LEVEL = 4;
const MOSTLY = 0.6;
/** Headers that name a column of words as well as one of figures. */
const MAY_BE_WORDS: ReadonlySet<string> = new Set(["情况", "进展", "进展情况", "进度", "现状", "完成情况"]);

/** Weighs what words, cells and arithmetic say of a slot's role. */
export function roleEvidence(at: number, slot: Slot, head: Head, table: TableEvidence, weights: Weights): RoleEvidence {
  const evidence: RoleEvidence = { target: [], done: [], rate: [], projects: [], none: [], note: [] };
  const saysFigure = saysRole(head.levels[0], "target", BY_VERB) || saysRole(head.levels[0], "done", BY_VERB);
  head.levels.forEach((words, level) => {
    const { roles, other } = words;
    const factor = weights.levels[Math.min(level, weights.levels.length - 1)] ?? 0;
    const spent = new Map<string, number>();
    // 率 in 利用率 over 目标值 is part of the name; 任务及进度 over 任务 and 开工 says that both stand there.
    if (level > 0 && (head.isShareGoal || (saysRole(words, "target", BY_VERB) && saysRole(words, "rate", BY_VERB)))) return;
    for (const { role, weight, word } of roles) {
      // In a table of targets 发放 names what is planned.
      if (role === "done" && weight < PLAINLY && table.titleRole?.role === "target") continue;
      // 完工 under 建筑面积, 开工改造户数: the size says what is counted.
      if (role === "size" && ((level > 0 && saysFigure) || roles.some((other) => other.role === "done"))) continue;
      const kind = kindOf(role, weight);
      const left = MOST_OF_A_LEVEL + 2 - (spent.get(kind) ?? 0);
      const counted = Math.min(weight, left);
      spent.set(kind, (spent.get(kind) ?? 0) + counted);
      if (counted > 0) evidence[kind].push({ weight: counted * factor, text: `${level === 0 ? "表头" : "上层表头"}写“${word}”`, quiet: role !== "growth" });
    }
    if (other !== null && other !== "start") evidence.none.push({ weight: weights.otherPeriod * factor, text: "是另一时期的数" });
    if (other === "start") evidence.target.push({ weight: -weights.sum * 2, text: "是年初的数" });
  });
  if (table.titleRole) evidence[table.titleRole.role].push({ weight: weights.title, text: `标题写“${table.titleRole.word}”` });
  if (head.total) for (const role of ["target", "done"] as const) evidence[role].push({ weight: weights.sum, text: "是合计数" });
  cellEvidence(slot, head, evidence, weights);
  if (table.stagesBetween.has(at)) evidence.done.push({ weight: weights.law, text: "各行都不大于任务数，是其中一个环节" });
  if (table.atLeastDone.has(at)) evidence.target.push({ weight: 1, text: "各行都不小于后面的完成数" });
  const parallel = table.parallels.get(at);
  if (parallel) evidence[parallel.role].push({ weight: weights.parallel * parallel.strength, text: `与${table.nameOf(parallel.like)}的写法相同` });
  const part = table.parts.get(at);
  if (part) evidence[part.role].push({ weight: part.isSum ? weights.law : weights.law / 2, text: part.isSum ? `${table.nameOf(part.whole)}是这几列之和` : `是${table.nameOf(part.whole)}的一部分` });
  for (const role of ["target", "done", "rate"] as const) {
    const law = table.laws.filter((one) => one[role] === at).sort((a, b) => b.holds - a.holds)[0];
    if (law) evidence[role].push({ weight: weights.law * lawStrength(law), text: lawText(law, table) });
  }
  return evidence;
}

function kindOf(role: Role, weight: number): keyof RoleEvidence {
  if (NONE_ROLES.has(role)) return "none";
  if (role === "size") return weight <= SIZE_LIMIT ? "target" : "none";
  return role as FigureRole | "note";
}

function cellEvidence(slot: Slot, head: Head, evidence: RoleEvidence, weights: Weights): void {
  const numbers = slot.cells.filter((cell) => cell.kind === "number");
  const percents = numbers.filter((cell) => cell.percent).length;
  if (numbers.length > 0 && percents >= numbers.length * MOSTLY && !head.isShareGoal) {
    evidence.rate.push({ weight: weights.percent, text: "单元格是百分数" });
    for (const role of ["target", "done", "projects"] as const) evidence[role].push({ weight: -weights.percent, text: "单元格是百分数" });
  }
  if (slot.doubtful > slot.numbers && !isWords(slot) && evidence.note.length === 0) evidence.none.push({ weight: weights.noFigures, text: "单元格不是数字", isOfCells: true });
  if (isWords(slot)) {
    evidence.none.push({ weight: weights.noFigures, text: "单元格是文字", isOfCells: true });
    evidence.note.push({ weight: weights.noFigures, text: "单元格是文字" });
    if (head.levels[0]?.tokens.some(({ text }) => MAY_BE_WORDS.has(text))) evidence.note.push({ weight: 2, text: "表头可指文字说明" });
  }
}

/** H列＝G÷F，13行相符. */
export function lawText({ target, done, rate, holds, informative }: RateLaw, { nameOf }: Pick<TableEvidence, "nameOf">): string {
  const rows = holds === informative ? `${holds}行全部相符` : `${informative}行中${holds}行相符`;
  return `${nameOf(rate)}＝${nameOf(done)}÷${nameOf(target)}，${rows}`;
}

/** What a title or sheet's name makes of figures: 目标任务分解表 of targets, 完成情况表 of what was done. */
export function titleRole(texts: readonly string[]): TableEvidence["titleRole"] {
  for (const text of texts) {
    const scores = new Map<FigureRole, { weight: number; word: string }>();
    for (const { role, weight, word } of headerWords(withoutBrackets(text)).roles) {
      if (role !== "target" && role !== "done" && role !== "rate") continue;
      const known = scores.get(role);
      scores.set(role, { weight: (known?.weight ?? 0) + weight, word: known && known.weight > weight ? known.word : word });
    }
    const [best] = [...scores].sort((a, b) => b[1].weight - a[1].weight);
    if (best && best[1].weight >= PLAINLY) return { role: best[0], word: best[1].word };
  }
  return null;
}

/** The sum of some reasons. */
export function total(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, { weight }) => sum + weight, 0);
}
