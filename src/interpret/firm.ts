import type { Candidate } from "./candidates";
import type { Choice } from "./choose";
import { total } from "./evidence";
import { anySays, leafSays, outerOf, type Head } from "./heads";
import { BY_VERB, OUTRIGHT, PLAINLY } from "./header-words";
import { isSumOf } from "./laws";
import type { Subject } from "./subjects";

/**
 * Whether what a slot was chosen to be was said outright, by words or arithmetic: it is kept though nothing stands beside it.
 * @param at its place among the table's slots
 * @param about what the title speaks of
 * @param hasLaws something in the table is at a rate
 */
export function isFirm(at: number, { candidate, subject }: Choice, heads: readonly Head[], about: readonly Subject[], hasLaws: boolean): boolean {
  const head = heads[at];
  if (candidate.kind !== "figure" || !head) return false;
  const { role, stage } = candidate;
  const isSaid = anySays(head, role, OUTRIGHT) || candidate.reasons.some(({ weight }) => weight >= PLAINLY);
  // 货币化安置签约（户）: what it names was done, as what stands beside it was at a rate.
  const isVerbOfOwn = hasLaws && role === "done" && candidate.subject === head.own && leafSays(head, "done", BY_VERB);
  // 发放人数 in a table of 补助金发放情况: what the title says was done.
  const isTold = role === "done" && about.length === 1 && about.some((only) => only.stage !== null && stage === only.stage && subject?.key === only.key);
  // Money that is to be handed out is no task, and 资金到位 by itself no progress; 累计拨付补助资金 says that it was.
  const isHandedOut = subject?.concepts.includes("fund") && (head.levels[0]?.roles.filter((word) => role === "done" && word.role === "done").length ?? 0) < 2;
  return (isSaid || isVerbOfOwn || isTold) && !isHandedOut && !isComponent(at, heads);
}

const MOST_PARTS = 5;

/** 结转任务 and 新增任务 beside 任务合计: what the total that follows is made of, without 其中. */
function isComponent(at: number, heads: readonly Head[]): boolean {
  const slots = heads.map(({ slot }) => slot);
  const beside = heads.slice(at + 1, at + 1 + MOST_PARTS);
  return beside.some((whole, index) => {
    const end = at + 1 + index;
    const firsts = Array.from({ length: at + 1 }, (_, first) => first).slice(-MOST_PARTS);
    return whole.total && outerOf(whole) === outerOf(heads[at]) && firsts.some((first) => isSumOf(slots, end, Array.from({ length: end - first }, (_, part) => first + part)));
  });
}

/** A slot that is said outright to be none of ours (序号, 排名) is not reported. */
export function isQuiet(none: Candidate, all: readonly Candidate[]): boolean {
  const said = total(none.reasons.filter(({ quiet }) => quiet));
  const figure = all.flatMap((one) => (one.kind === "figure" ? one.reasons.map(({ weight }) => weight) : []));
  return said >= PLAINLY && said > Math.max(0, ...figure);
}
