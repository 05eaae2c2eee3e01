import { lastIndexWhere } from "./sequence";
import type { Measure } from "./subject";
import { isWord, type DraftToken } from "./token";

/** Which measure the words around an amount ask for. */
export interface Cue {
  primary: Measure;
  /** What it may mean as well. */
  also: readonly Measure[];
  /** The words leave no doubt: an amount that is another measure of the same region is suspect. */
  strict: boolean;
}

const PLAIN = ["plain", "level", "each", "sum"] as const;

/**
 * Reads the cue of an amount.
 * @param all tokens of its part before it, back to the figure before
 * @param post tokens after it, up to the next figure or mark
 * @param handedDown whether the sentence lists what was handed down (下达, 目标任务：)
 * @param clause tokens of the clause before `pre`
 */
export function cueOf(
  all: readonly DraftToken[],
  post: readonly DraftToken[],
  handedDown: boolean,
  clause: readonly DraftToken[],
): Cue | null {
  const pre = ofLastItem(all);
  const last = (...classes: Parameters<typeof isWord>[1][]) => lastIndexWhere(pre, (token) => isWord(token, ...classes));
  const [target, done, rest, excess] = [last("target"), lastDone(pre), last("rest"), last("excess")];
  const first = post.find((token): boolean => !isWord(token, ...PLAIN, "target", "topic"));
  const denied = isWord(first, "none") && post.some((token) => isWord(token, "stage", "done"));
  if ((isWord(first, "rest") && /[未没]/.test(first.text)) || isStatus(first, "none") || denied)
    return { primary: "rest", also: [], strict: false };
  if (
    pre.some((token, at) => isWord(token, "none") && pre.slice(at + 1).some((one) => isWord(one, "stage"))) ||
    openWithoutAudit(pre, post)
  )
    return { primary: "rest", also: [], strict: true };
  if (rest >= 0 && done > rest && pre.slice(rest + 1, done + 1).every((token) => isWord(token, ...PLAIN, "done", "stage")))
    return { primary: "rest", also: [], strict: true };
  const over = pre.find(
    (token, at) => isWord(token, "more") && /^[超多]/.test(token.text) && pre.slice(at + 1).some((one) => isWord(one, "target")),
  );
  // 比任务多开工30套, 比年度计划多1190万元
  const than = lastIndexWhere(pre, (token) => isWord(token, "more") && /多|超/.test(token.text));
  const against = lastIndexWhere(pre, (token) => isWord(token, "against"));
  if (against >= 0 && than > against && pre.slice(against, than).some((token) => isWord(token, "target")))
    return { primary: "excess", also: [], strict: true };
  if (
    against >= 0 &&
    pre.slice(against).some((token) => isWord(token, "target")) &&
    pre.slice(against).some((token) => isWord(token, "less"))
  )
    return { primary: "rest", also: [], strict: true };
  if (over && target > done) return { primary: "excess", also: [], strict: true };
  if (rest > Math.max(target, done)) return { primary: "rest", also: [], strict: true };
  if (excess >= 0 && excess > Math.max(target, done)) return { primary: "excess", also: ["done"], strict: true };
  // 超额三十套完成任务; 超额完成年度任务12套
  if (excess >= 0 || pre.some((token) => isStatus(token, "exceeded")))
    return { primary: "excess", also: ["done", "target"], strict: false };
  if (
    isWord(
      post.find((token) => token.text !== "的"),
      "target",
    ) &&
    !handedDown &&
    done < 0
  )
    return { primary: "target", also: ["done"], strict: false };
  // 260套全部开工: all of the task.
  if (post.some((token) => isStatus(token, "complete"))) return { primary: "done", also: ["target"], strict: false };
  if (target >= 0 && done >= 0) return both(pre, target, done);
  if (target >= 0) return { primary: "target", also: ["done"], strict: false };
  if (handedDown) return { primary: "target", also: ["done"], strict: false };
  const said = done >= 0 || post.slice(0, 3).some((token) => isWord(token, "stage", "done") && token.text !== "数");
  if (said) return { primary: "done", also: ["target"], strict: done >= 0 && !clause.some((token) => isWord(token, "target")) };
  return null;
}

/** 甲县9190万元超额完成任务、乙县3500万元: what was said of the item before is not said of this one. */
function ofLastItem(pre: readonly DraftToken[]): readonly DraftToken[] {
  const joint = lastIndexWhere(pre, (token) => token.text === "、");
  return joint >= 0 && pre[joint + 1]?.kind === "region" ? pre.slice(joint + 1) : pre;
}

/** 还有210户没有发放: 还有 opens what a verb denies after the figure. */
function openWithoutAudit(pre: readonly DraftToken[], post: readonly DraftToken[]): boolean {
  return pre.some((token) => isWord(token, "open")) && post.some((token) => isWord(token, "none", "rest"));
}

/** 开工任务235套 is a target, 任务已完成235套 is done, 计划开工235套 a target, 完成目标任务235套 either. */
function both(pre: readonly DraftToken[], target: number, done: number): Cue {
  const between = pre.slice(Math.min(target, done) + 1, Math.max(target, done));
  const close = between.every((token) => isWord(token, "plain", "topic"));
  if (target > done) {
    const completed = pre[done]?.text.includes("完成") && close;
    return completed ? { primary: "done", also: ["target"], strict: false } : { primary: "target", also: ["done"], strict: false };
  }
  const planned =
    isWord(pre[target], "target") &&
    pre[target].value === "plan" &&
    !pre.slice(target + 1, done + 1).some((token) => isWord(token, "done") && /已|实际|累计/.test(token.text));
  const defined = between.some((token) => token.text === "为" || token.text === "是" || token.text === "：");
  return planned || defined ? { primary: "target", also: ["done"], strict: false } : { primary: "done", also: ["target"], strict: false };
}

function lastDone(pre: readonly DraftToken[]): number {
  return lastIndexWhere(pre, (token) => isWord(token, "done", "stage"));
}

function isStatus(token: DraftToken | undefined, value: string): boolean {
  return isWord(token, "status") && token.value === value;
}
