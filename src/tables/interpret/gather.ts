import { compact, withoutUnit } from "../cells";
import type { Links } from "./choose";
import { titleRole, type TableEvidence } from "./evidence";
import { headOf, outerOf, siblingsOf, type Head } from "./heads";
import { FIGURE_ROLES, OUTRIGHT, PLAINLY, saysRole } from "./header-words";
import { NO_RATE, rateLaws, rateLikeness, restLaws, sumLaws, type RateLaw, type SumLaw } from "./laws";
import { parallelRoles } from "./parallels";
import { partRoles } from "./parts";
import { beforeAdjusting, lesserTargets, likeliestTargets } from "./rival-targets";
import { toldApart } from "./siblings";
import { currentYear, periodsOf } from "./side-periods";
import { isWords, type Slot, type Surroundings } from "./slot";
import { settledFindings } from "./special";
import { atLeastDone, isUnderWay, stagesBetween, verbsBeside } from "./stages";
import { isAboutFunds } from "./subjects";

/** A whole table before any slot of it is read. */
export interface Gathered {
  heads: readonly Head[];
  sums: readonly SumLaw[];
  links: Links;
  evidence: TableEvidence;
}

/** Takes the headers of a table apart and gathers what the whole table says of each slot: arithmetic first, words by its light. */
export function gather(slots: readonly Slot[], around: Surroundings): Gathered {
  const patterns = patternsIn(slots.map((slot) => headOf(slot)));
  const apart = slots.map((slot) => headOf(slot, patterns));
  const likeness = slots.map((slot, at) => (counts(apart[at]) ? NO_RATE : rateLikeness(slot) + rateWords(apart[at])));
  const laws = likeliestTargets(rateLaws(slots, likeness, apart.map(({ unit }) => unit)), apart);
  const rests = restLaws(slots, [...apart.keys()].filter((at) => saysRole(apart[at]?.levels[0], "rest", PLAINLY)));
  const sums = sumLaws(slots, siblingsOf(apart), (at) => apart[at]?.total ?? false);
  const between = stagesBetween(slots, apart, laws, rests, new Set(sums.flatMap(({ parts }) => parts)));
  const verbs = verbsBeside(apart);
  // What stands between a task and its end names a stage on the way: 设备安装; and so does the end beside it.
  const isEnd = (at: number) => laws.some((law) => law.done === at && [...between].some(([stage, task]) => task === law.target && outerOf(apart[stage]) === outerOf(apart[at])));
  const isVerb = (at: number) => between.has(at) || verbs.has(at) || isEnd(at);
  const staged = apart.map((head, at) => (isVerb(at) && !isUnderWay(head) && head.own?.concepts.length === 0 ? { ...head, openVerb: head.own.text } : head));
  const told = toldApart(staged, sums);
  const bounding = new Set([...atLeastDone(slots, told)].filter((at) => !between.has(at)));
  const heads = told.map((head, at) => (bounding.has(at) ? ofItsBand(head, told[at + 1]) : head));
  const lines = [...around.titles, around.sheet];
  const evidence: TableEvidence = {
    laws,
    titleRole: around.role ? { role: around.role, word: "" } : saysRoles(heads, slots) ? null : titleRole(lines.map((line) => compact(line))),
    atLeastDone: bounding,
    parallels: parallelRoles(slots, heads, laws, bounding),
    parts: partRoles(slots, heads, laws),
    lesserTargets: lesserTargets(heads),
    noProgress: new Map([
      ...(around.role ? [] : grants(slots, heads, isAboutFunds(around.titles, around.sheet), laws)).map((at) => [at, "是资金的分配，不是进度"] as const),
      ...settledFindings(slots, heads, around, laws).map((at) => [at, "是审计发现的和已整改的，未整改的在旁边"] as const),
      ...beforeAdjusting(heads).map((at) => [at, "是调整前的任务，调整后的在旁边"] as const),
    ]),
    stagesBetween: between,
    currentYear: currentYear(heads.filter(({ periodBand }) => periodBand === null)),
    nameOf: (slot) => around.placeName(slots[slot]?.column ?? 0),
  };
  return { heads, sums, links: { laws, periods: periodsOf(heads), areLinked: linkedBy(laws, between) }, evidence };
}

/** 设岗 before 已认领 under 微岗位: where what was done is of the header over both, what there was to do is too. */
function ofItsBand(head: Head, next: Head | undefined): Head {
  const isOne = next?.own && head.own?.concepts.length === 0 && outerOf(head) !== "" && outerOf(head) === outerOf(next) && head.path.at(-2)?.includes(next.own.text);
  return isOne ? { ...head, own: next.own } : head;
}

/** Whether two slots are figures of one thing: they share a rate, or one is a stage on the way of the other's task. */
function linkedBy(laws: readonly RateLaw[], between: ReadonlyMap<number, number>): Links["areLinked"] {
  const taskOf = (slot: number) => between.get(slot) ?? slot;
  const share = ({ target, done, rate }: RateLaw, slots: readonly number[]) => slots.every((slot) => [target, done, rate].includes(slot));
  return (a, b) => laws.some((law) => share(law, [a, b])) || ((between.has(a) || between.has(b)) && taskOf(a) === taskOf(b));
}

/** 已开工（套）: its lowest header says what its figures count, and no rate. */
function counts(head: Head | undefined): boolean {
  const leaf = head?.levels[0];
  return leaf !== undefined && leaf.unit !== null && leaf.unit.kind !== "%" && !leaf.percent && !leaf.roles.some(({ role }) => role === "rate");
}

/** How much a slot's headers make it a rate. */
function rateWords(head: Head | undefined): number {
  const words = head?.levels[0]?.roles ?? [];
  const said = (roles: readonly string[]) => words.reduce((sum, { role, weight }) => sum + (roles.includes(role) ? weight : 0), 0);
  return (head?.percent ? 2 : 0) + said(["rate"]) - said(["target", "done"]) / 2;
}

/** Whether any header of figures says a role outright. */
function saysRoles(heads: readonly Head[], slots: readonly Slot[]): boolean {
  return heads.some(({ levels }, at) => {
    const slot = slots[at];
    return slot !== undefined && !isWords(slot) && levels.some((words) => FIGURE_ROLES.some((role) => saysRole(words, role, OUTRIGHT)));
  });
}

/** Lowest headers that stand under several outer ones, each of which names something else. */
function patternsIn(heads: readonly Head[]): Set<string> {
  const outer = new Map<string, Set<string>>();
  for (const { levels, path } of heads) {
    const leaf = levels[0];
    if (!leaf || leaf.subject === "" || path.length < 2) continue;
    const text = withoutUnit(leaf.text);
    outer.set(text, (outer.get(text) ?? new Set()).add(outerOf({ path })));
  }
  return new Set([...outer].filter(([, bands]) => bands.size > 1).map(([text]) => text));
}

/** Money that is handed out (补助资金分配) is no progress, where the table has no rate of it. */
function grants(slots: readonly Slot[], heads: readonly Head[], isAbout: boolean, laws: readonly RateLaw[]): number[] {
  const says = (head: Head, wanted: "target" | "done" | "rate") => head.levels.some((words) => saysRole(words, wanted, PLAINLY));
  if (laws.length > 0 || heads.some((head) => says(head, "rate"))) return [];
  // 计划投入 beside 已投入 is progress with money, unless the title says that money is shared out.
  if (!isAbout && heads.some((head) => says(head, "done")) && heads.some((head) => says(head, "target"))) return [];
  return slots.flatMap((_, at) => {
    const head = heads[at];
    const isFund = head?.levels.some(({ concepts }) => concepts.includes("fund")) ?? false;
    return head && (isFund || isAbout) && (head.unit?.kind === "万元" || (isAbout && head.unit === null && !isWords(slots[at] as Slot))) ? [at] : [];
  });
}
