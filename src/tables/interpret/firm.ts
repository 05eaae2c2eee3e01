import type { Candidate } from "./candidates";
import type { Choice } from "./choose";
import { outerOf, type Head } from "./heads";
import { BY_VERB, OUTRIGHT, PLAINLY, saysRole } from "./header-words";
import { sumLaws } from "./laws";
import type { Slot } from "./slot";
import type { Subject } from "./subjects";

/**
 * Whether what a slot was chosen to be was said outright, by words or arithmetic: it is kept though nothing stands beside it.
 * @param at its place among the table's slots
 */
export function isFirm(at: number, choice: Choice, { heads, slots, about, hasLaws }: FirmTable): boolean {
  const head = heads[at];
  const isSaid = isOutright(choice.candidate, head) || isWhatIsTold(choice, about) || (hasLaws && isVerbOfOwn(choice.candidate, head));
  return isSaid && !isComponent(at, heads, slots) && !isFundAlone(choice, head);
}

interface FirmTable {
  heads: readonly Head[];
  slots: readonly Slot[];
  /** What the title speaks of. */
  about: readonly Subject[];
  /** Something in it is at a rate. */
  hasLaws: boolean;
}

/** Said to be target or done outright, by whichever header. */
function isOutright(candidate: Candidate, head: Head | undefined): boolean {
  if (candidate.kind !== "figure") return false;
  const isSaid = head?.levels.some((words) => saysRole(words, candidate.role, OUTRIGHT)) ?? false;
  return isSaid || candidate.reasons.some(({ weight }) => weight >= PLAINLY);
}

/** 货币化安置签约（户）: what it names was done, as what stands beside it was at a rate. */
function isVerbOfOwn(candidate: Candidate, head: Head | undefined): boolean {
  return candidate.kind === "figure" && candidate.role === "done" && candidate.subject !== "carried" && candidate.subject === head?.own && saysRole(head.levels[0], "done", BY_VERB);
}

/** Money that is to be handed out is no task, and 资金到位 by itself no progress; 累计拨付补助资金 says that it was. */
function isFundAlone({ candidate, subject }: Choice, head: Head | undefined): boolean {
  if (candidate.kind !== "figure" || !subject?.concepts.includes("fund")) return false;
  return candidate.role !== "done" || (head?.levels[0]?.roles.filter(({ role }) => role === "done").length ?? 0) < 2;
}

/** 发放人数 in a table of 补助金发放情况: what the title says was done. */
function isWhatIsTold({ candidate, subject }: Choice, about: readonly Subject[]): boolean {
  const [only] = about;
  return candidate.kind === "figure" && candidate.role === "done" && about.length === 1 && only !== undefined && only.stage !== null && candidate.stage === only.stage && subject?.key === only.key;
}

/** 结转任务 and 新增任务 beside 任务合计: what the total that follows is made of, without 其中. */
function isComponent(at: number, heads: readonly Head[], slots: readonly Slot[]): boolean {
  const outer = (slot: number) => outerOf(heads[slot]);
  for (let whole = at + 1; whole < slots.length && whole <= at + MOST_PARTS; whole++) {
    if (!heads[whole]?.total || outer(whole) !== outer(at)) continue;
    for (let first = Math.max(0, whole - MOST_PARTS); first <= at; first++) {
      const parts = Array.from({ length: whole - first }, (_, index) => first + index);
      if (parts.length >= 2 && sumLaws(slots, [[...parts, whole]]).some((law) => law.whole === whole)) return true;
    }
  }
  return false;
}

const MOST_PARTS = 5;

/** A slot that is said outright to be none of ours (序号, 排名) is not reported. */
export function isQuiet(none: Candidate, all: readonly Candidate[]): boolean {
  const said = none.reasons.filter(({ quiet }) => quiet).reduce((sum, { weight }) => sum + weight, 0);
  const figure = Math.max(0, ...all.filter(({ kind }) => kind === "figure").map(({ reasons }) => Math.max(0, ...reasons.map(({ weight }) => weight))));
  return said >= PLAINLY && said > figure;
}
