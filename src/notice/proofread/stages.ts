import type { Stage } from "../../lexicon";
import { isWord, type DraftToken } from "./token";

/** How far a task has come as a draft tells it; finishing (竣工) is told apart from basic completion (基本建成). */
export type DraftStage = Stage | "finish";

const FINISHED = new Set(["竣工", "竣工验收", "完工", "完工验收", "交付", "交付使用"]);
/** Verbs within words that say more: 未开工, 尚未发放, 比任务多开工. */
const WITHIN: readonly (readonly [string, DraftStage])[] = [
  ["开工", "start"],
  ["动工", "start"],
  ["竣工", "finish"],
  ["完工", "finish"],
  ["建成", "complete"],
  ["发放", "grant"],
  ["筹集", "raise"],
  ["投资", "invest"],
];

/** The stage that a word of the lexicon tells, by its spelling. */
export function stageOf(value: string, text: string): DraftStage {
  return value === "complete" && FINISHED.has(text) ? "finish" : (value as Stage);
}

/** The stage that a token tells: 开工 itself, or within 尚未开工; null for none, and for what is only part of a name (改造, 建设). */
export function stageIn(token: DraftToken): DraftStage | null {
  if (isWord(token, "stage")) return token.value === "renovate" || token.value === "build" ? null : stageOf(token.value, token.text);
  if (!isWord(token, "rest", "status", "excess")) return null;
  return WITHIN.find(([verb]) => token.text.includes(verb))?.[1] ?? null;
}
