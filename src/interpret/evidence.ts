import { MAY_BE_WORDS, type Role } from "../lexicon";
import { withoutBrackets } from "../cells";
import { leafSays, type Head } from "./heads";
import { BY_VERB, headerWords, PLAINLY, saysRole } from "./header-words";
import { lawStrength, type RateLaw } from "./laws";
import { isWords } from "./slot";
import type { Weights } from "./weights";

/** A role that figures of ours have. */
export type FigureRole = "target" | "done" | "rate" | "projects";

/** One thing that speaks for a reading, or against it. */
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

/** What the whole table says of one of its slots. */
export interface Piece extends Reason {
  slot: number;
  role: FigureRole;
}

/** What is known of the whole table when one slot is weighed. */
export interface TableEvidence {
  /** What the title or sheet's name makes of figures whose headers say nothing. */
  titleRole: { role: FigureRole; word: string } | null;
  pieces: readonly Piece[];
  /** Slots that are no progress whatever else they say, each with why: money that is handed out, a task before it was adjusted. */
  noProgress: ReadonlyMap<number, string>;
  /** The year of the figures, where headers name several. */
  currentYear: number | null;
}

/** Roles that say of a slot that it is none of ours. */
export const NONE_ROLES: ReadonlySet<Role> = new Set(["rest", "excess", "growth", "rank", "date", "clerical"]);
/** A size by itself (房源套数) is what is to be built; 总投资 and 建筑面积 are no task of the year. */
const SIZE_LIMIT = 1;
const MOST_OF_A_LEVEL = 6;
const MOSTLY = 0.6;

/** Weighs what words, cells and arithmetic say of a slot's role. */
export function roleEvidence(at: number, head: Head, table: TableEvidence, weights: Weights): RoleEvidence {
  const evidence: RoleEvidence = { target: [], done: [], rate: [], projects: [], none: [], note: [] };
  wordEvidence(head, evidence, table.titleRole?.role ?? null, weights);
  if (table.titleRole) evidence[table.titleRole.role].push({ weight: weights.title, text: `标题写“${table.titleRole.word}”` });
  if (head.total) for (const role of ["target", "done"] as const) evidence[role].push({ weight: weights.sum, text: "是合计数" });
  cellEvidence(head, evidence, weights);
  for (const { slot, role, ...reason } of table.pieces) if (slot === at) evidence[role].push(reason);
  return evidence;
}

function wordEvidence(head: Head, evidence: RoleEvidence, titleRole: FigureRole | null, weights: Weights): void {
  const saysFigure = leafSays(head, "target", BY_VERB) || leafSays(head, "done", BY_VERB);
  head.levels.forEach((words, level) => {
    const { roles, other } = words;
    const factor = weights.levels[Math.min(level, weights.levels.length - 1)] ?? 0;
    const spent = new Map<string, number>();
    // 率 in 利用率 over 目标值 is part of the name; 任务及进度 over 任务 and 开工 says that both stand there.
    if (level > 0 && (head.isShareGoal || (saysRole(words, "target", BY_VERB) && saysRole(words, "rate", BY_VERB)))) return;
    for (const { role, weight, word } of roles) {
      // In a table of targets 发放 names what is planned.
      if (role === "done" && weight < PLAINLY && titleRole === "target") continue;
      // 完工 under 建筑面积, 开工改造户数: the size says what is counted.
      if (role === "size" && ((level > 0 && saysFigure) || roles.some((other) => other.role === "done"))) continue;
      const kind = kindOf(role, weight);
      const counted = Math.min(weight, MOST_OF_A_LEVEL - (spent.get(kind) ?? 0));
      spent.set(kind, (spent.get(kind) ?? 0) + counted);
      evidence[kind].push({ weight: counted * factor, text: `${level === 0 ? "表头" : "上层表头"}写“${word}”`, quiet: role !== "growth" });
    }
    if (other === "start") evidence.target.push({ weight: -weights.sum * 2, text: "是年初的数" });
    else if (other !== null) evidence.none.push({ weight: weights.otherPeriod * factor, text: "是另一时期的数" });
  });
}

function kindOf(role: Role, weight: number): keyof RoleEvidence {
  if (NONE_ROLES.has(role)) return "none";
  if (role === "size") return weight <= SIZE_LIMIT ? "target" : "none";
  return role as FigureRole | "note";
}

function cellEvidence({ slot, isShareGoal, levels }: Head, evidence: RoleEvidence, weights: Weights): void {
  const numbers = slot.cells.filter((cell) => cell.kind === "number");
  const percents = numbers.filter((cell) => cell.percent).length;
  if (numbers.length > 0 && percents >= numbers.length * MOSTLY && !isShareGoal) {
    for (const role of ["rate", "target", "done", "projects"] as const) evidence[role].push({ weight: role === "rate" ? weights.percent : -weights.percent, text: "单元格是百分数" });
  }
  if (isWords(slot)) {
    evidence.none.push({ weight: weights.noFigures, text: "单元格是文字", isOfCells: true });
    evidence.note.push({ weight: weights.noFigures, text: "单元格是文字" });
    if (levels[0]?.tokens.some(({ text }) => MAY_BE_WORDS.has(text))) evidence.note.push({ weight: 2, text: "表头可指文字说明" });
  } else if (slot.doubtful > slot.numbers && evidence.note.length === 0) evidence.none.push({ weight: weights.noFigures, text: "单元格不是数字", isOfCells: true });
}

/** What arithmetic says of slots: each role of each by the law that most rows bear out. */
export function lawPieces(laws: readonly RateLaw[], nameOf: (slot: number) => string, weights: Weights): Piece[] {
  const best = [...laws].sort((a, b) => b.holds - a.holds);
  const isFirst = (law: RateLaw, role: "target" | "done" | "rate") => best.find((other) => other[role] === law[role]) === law;
  return best.flatMap((law) => (["target", "done", "rate"] as const).flatMap((role) => (isFirst(law, role) ? [{ slot: law[role], role, weight: weights.law * lawStrength(law), text: lawText(law, nameOf) }] : [])));
}

/** H列＝G÷F，13行相符. */
export function lawText({ target, done, rate, holds, informative }: RateLaw, nameOf: (slot: number) => string): string {
  const rows = holds === informative ? `${holds}行全部相符` : `${informative}行中${holds}行相符`;
  return `${nameOf(rate)}＝${nameOf(done)}÷${nameOf(target)}，${rows}`;
}

/** The role that the first of some texts to say one plainly says most. */
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
