import { lastIndexWhere } from "./sequence";
import type { Measure } from "./subject";
import { isWord, type Token } from "./token";

/** Which measure the words around an amount ask for. */
export interface Cue {
  primary: Measure;
  /** What it may mean as well. */
  also: readonly Measure[];
  /** The words leave no doubt: an amount that is another measure of the same region is suspect. */
  strict: boolean;
}

/**
 * Reads the cue of an amount.
 * @param pre tokens of its part before it, back to the figure before
 * @param post tokens after it, up to the next figure or mark
 * @param handedDown whether the sentence lists what was handed down (下达, 目标任务：)
 * @param clause tokens of the clause before `pre`
 */
export function cueOf(pre: readonly Token[], post: readonly Token[], handedDown: boolean, clause: readonly Token[]): Cue | null {
  const last = (...classes: Parameters<typeof isWord>[1][]) => lastIndexWhere(pre, (token) => isWord(token, ...classes));
  const [target, done, gap, excess] = [last("target"), lastDone(pre), last("gap"), last("excess")];
  const first = post.find((token): boolean => !isWord(token, "neutral", "indicator", "target"));
  if (isWord(first, "gap") || isStatusNone(first)) return { primary: "gap", also: ["target"], strict: false };
  // 还需完成1353套
  if (gap >= 0 && done > gap && pre.slice(gap + 1, done).every((token) => isWord(token, "neutral"))) return { primary: "gap", also: [], strict: true };
  // 超出年度计划1190万元
  if (target > 0 && target > done && isWord(pre[target - 1], "more") && /^超/.test(pre[target - 1]?.text ?? "")) return { primary: "excess", also: [], strict: true };
  if (gap > Math.max(target, done)) return { primary: "gap", also: [], strict: true };
  if (excess > Math.max(target, done)) return { primary: "excess", also: ["done"], strict: true };
  // 超额完成年度任务12套
  if (isExceeded(pre.at(-1))) return { primary: "excess", also: ["done", "target"], strict: false };
  if (isWord(post.find((token) => token.text !== "的"), "target") && !handedDown) return { primary: "target", also: ["done"], strict: false };
  if (target >= 0 && done >= 0) return both(pre, target, done);
  if (target >= 0) return { primary: "target", also: ["done"], strict: false };
  if (handedDown) return { primary: "target", also: ["done"], strict: false };
  if (done >= 0) {
    const plain = !clause.some((token) => isWord(token, "target"));
    return { primary: "done", also: ["target"], strict: plain };
  }
  return null;
}

/** 开工任务235套 is a target, 任务已完成235套 is done, 计划开工235套 a target, 完成目标任务235套 either. */
function both(pre: readonly Token[], target: number, done: number): Cue {
  const between = pre.slice(Math.min(target, done) + 1, Math.max(target, done));
  const close = between.every((token) => isWord(token, "neutral", "indicator"));
  if (target > done) {
    const completed = pre[done]?.text.includes("完成") && close;
    return completed ? { primary: "done", also: ["target"], strict: false } : { primary: "target", also: ["done"], strict: false };
  }
  const planned = isWord(pre[target], "target") && pre[target].value === "plan";
  const defined = between.some((token) => token.text === "为" || token.text === "是" || token.text === "：");
  return planned || defined ? { primary: "target", also: ["done"], strict: false } : { primary: "done", also: ["target"], strict: false };
}

function lastDone(pre: readonly Token[]): number {
  return lastIndexWhere(pre, (token) => token.kind === "word" && (token.class === "done" || (token.class === "indicator" && /^(?:完成|已)|(?:建成|开工|筹集|发放)$/.test(token.text))));
}

function isExceeded(token: Token | undefined): boolean {
  return isWord(token, "status") && token.value === "exceeded";
}

function isStatusNone(token: Token | undefined): boolean {
  return isWord(token, "status") && token.value === "none";
}
