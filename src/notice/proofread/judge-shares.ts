import { percentage, plain, ratio, times } from "../../progress";
import { isOfAmount, type Judged } from "./judge-workbook";
import type { Outline } from "./outline";

/**
 * Judges rates that the workbook does not have by the draft's own numbers: 任务7200套，完成6102套，完成率87.75%;
 * 完成6102套，占任务7200套的87.75%.
 */
export function judgeShares(judged: readonly Judged[], outline: Outline): Judged[] {
  return judged.map((one, index) => {
    const { use, claim } = one;
    const { number } = use.token;
    if (claim.kind !== "rate" || claim.verdict !== "unverified" || !one.unknown || use.elsewhere || number.approximation !== null) return one;
    const before = judged.slice(Math.max(0, index - 2), index).filter((other) => other.use.position.clause === use.position.clause && other.claim.kind === "amount");
    const named = isOfAmount(use, outline);
    const done = named ? before.at(-2) : before.find((other) => other.use.cue?.primary === "done");
    const target = named ? before.at(-1) : before.find((other) => other.use.cue?.primary === "target");
    if (named && [done, target].some((other) => other?.claim.verdict === "wrong")) return one;
    if (!done || !target || done.use.token.number.unit.kind !== target.use.token.number.unit.kind) return one;
    if (done.use.token.number.approximation ?? target.use.token.number.approximation) return one;
    const [part, whole] = [amountOf(done), amountOf(target)];
    const share = ratio(part, whole);
    if (share === null || !use.pre.every(({ kind }) => kind !== "unknown")) return one;
    const right = percentage(share, number.decimals);
    const formula = `${done.use.token.text}÷${target.use.token.text}＝${plain(percentage(share, 2))}%`;
    const why = { "zh-CN": `按文中的数：${formula}`, en: `By the text's own numbers: ${formula}` };
    if (right === number.value) return { ...one, claim: { ...claim, verdict: "ok", why } };
    return { ...one, claim: { ...claim, verdict: "wrong", expected: `${plain(percentage(share, Math.min(2, number.decimals)))}%`, why } };
  });
}

function amountOf({ use }: Judged): number {
  return times(use.token.number.value, use.token.number.unit.scale);
}
