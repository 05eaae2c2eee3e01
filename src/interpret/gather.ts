import { compact, withoutUnit } from "../cells";
import type { Links } from "./choose";
import { lawPieces, titleRole, type Piece, type TableEvidence } from "./evidence";
import { anySays, headOf, leafSays, outerOf, siblingsOf, type Head } from "./heads";
import { FIGURE_ROLES, OUTRIGHT, PLAINLY } from "./header-words";
import { NO_RATE, rateLaws, rateLikeness, restLaws, sumLaws, type RateLaw, type SumLaw } from "./laws";
import { parallelPieces } from "./parallels";
import { partPieces } from "./parts";
import { beforeAdjusting, lesserTargets, likeliestTargets } from "./rival-targets";
import { toldApart } from "./siblings";
import { currentYear, periodsOf } from "./side-periods";
import { isWords, type Slot, type Surroundings } from "./slot";
import { settledFindings } from "./special";
import { atLeastDone, isUnderWay, stagesBetween, verbsBeside } from "./stages";
import { isAboutFunds } from "./subjects";
import type { Weights } from "./weights";

/** A whole table before any slot of it is read. */
export interface Gathered {
  heads: readonly Head[];
  sums: readonly SumLaw[];
  links: Links;
  evidence: TableEvidence;
  /** The name of a slot's column in the clerk's words: F列. */
  nameOf(slot: number): string;
}

/** Takes the headers of a table apart and gathers what the whole table says of each slot: arithmetic first, words by its light. */
export function gather(slots: readonly Slot[], around: Surroundings, weights: Weights): Gathered {
  const patterns = patternsIn(slots.map((slot) => headOf(slot)));
  const apart = slots.map((slot) => headOf(slot, patterns));
  const laws = likeliestTargets(rateLaws(slots, apart.map(rateLikenessOf), apart.map(({ unit }) => unit)), apart);
  const rests = restLaws(slots, [...apart.keys()].filter((at) => leafSays(apart[at], "rest", PLAINLY)));
  const sums = sumLaws(slots, siblingsOf(apart), (at) => apart[at]?.total ?? false);
  const between = stagesBetween(apart, laws, rests, new Set(sums.flatMap(({ parts }) => parts)));
  const told = toldApart(withVerbs(apart, laws, between), sums, laws);
  const bounding = new Set(atLeastDone(told).filter((at) => !between.has(at)));
  const heads = told.map((head, at) => (bounding.has(at) ? ofItsBand(head, told[at + 1]) : head));
  const lesser = lesserTargets(heads);
  const nameOf = (slot: number) => around.placeName(slots[slot]?.column ?? 0);
  const pieces: Piece[] = [
    ...[...between.keys()].map((slot) => ({ slot, role: "done" as const, weight: weights.law, text: "各行都不大于任务数，是其中一个环节" })),
    ...[...bounding].map((slot) => ({ slot, role: "target" as const, weight: 1, text: "各行都不小于后面的完成数" })),
    ...parallelPieces(heads, laws, bounding, nameOf, weights),
    ...partPieces(heads, laws, nameOf, weights),
    ...lawPieces(laws, nameOf, weights),
  ];
  const noProgress = (at: readonly number[], why: string) => at.map((one) => [one, why] as const);
  const evidence: TableEvidence = {
    titleRole: around.role ? { role: around.role, word: "" } : heads.some(saysRoles) ? null : titleRole([...around.titles, around.sheet].map(compact)),
    pieces,
    noProgress: new Map([
      ...noProgress(around.role ? [] : grants(heads, isAboutFunds(around.titles, around.sheet), laws), "是资金的分配，不是进度"),
      ...noProgress(settledFindings(heads, around, laws), "是审计发现的和已整改的，未整改的在旁边"),
      ...noProgress(beforeAdjusting(heads), "是调整前的任务，调整后的在旁边"),
      ...noProgress(lesser, "是一部分时期的任务，全年的在旁边"),
      ...noProgress(ratesOf(lesser, laws), "是一部分时期任务的完成率"),
    ]),
    currentYear: currentYear(heads),
  };
  return { heads, sums, links: { laws, periods: periodsOf(heads), areLinked: linkedBy(laws, between) }, evidence, nameOf };
}

/** What stands between a task and its end names a stage on the way (设备安装), so does the end beside it, and what stands among verbs. */
function withVerbs(heads: readonly Head[], laws: readonly RateLaw[], between: ReadonlyMap<number, number>): Head[] {
  const verbs = verbsBeside(heads);
  const isEnd = (at: number) => laws.some((law) => law.done === at && [...between.keys()].some((stage) => outerOf(heads[stage]) === outerOf(heads[at])));
  const isVerb = (at: number) => between.has(at) || verbs.has(at) || isEnd(at);
  return heads.map((head, at) => (isVerb(at) && !isUnderWay(head) && head.own?.concepts.length === 0 ? { ...head, openVerb: head.own.text } : head));
}

/** 设岗 before 已认领 under 微岗位: where what was done is of the header over both, what there was to do is too. */
function ofItsBand(head: Head, next: Head | undefined): Head {
  const isOne = next?.own && outerOf(head) === outerOf(next) && head.path.at(-2)?.includes(next.own.text);
  return isOne ? { ...head, own: next.own } : head;
}

/** Whether two slots are figures of one thing: they share a rate, or one is a stage on the way of the other's task. */
function linkedBy(laws: readonly RateLaw[], between: ReadonlyMap<number, number>): Links["areLinked"] {
  const taskOf = (slot: number) => between.get(slot) ?? slot;
  const share = ({ target, done, rate }: RateLaw, slots: readonly number[]) => slots.every((slot) => [target, done, rate].includes(slot));
  return (a, b) => laws.some((law) => share(law, [a, b])) || ((between.has(a) || between.has(b)) && taskOf(a) === taskOf(b));
}

/** How much a slot is like a rate, by its cells and headers; what its lowest header counts (已开工（套）) is none. */
function rateLikenessOf({ slot, levels: [leaf], percent }: Head): number {
  const said = (roles: readonly string[]) => (leaf?.roles ?? []).reduce((sum, { role, weight }) => sum + (roles.includes(role) ? weight : 0), 0);
  if (leaf?.unit && leaf.unit.kind !== "%" && !leaf.percent && said(["rate"]) === 0) return NO_RATE;
  return rateLikeness(slot) + (percent ? 2 : 0) + said(["rate"]) - said(["target", "done"]) / 2;
}

/** Rates of some targets and of no other. */
function ratesOf(targets: readonly number[], laws: readonly RateLaw[]): number[] {
  return laws.flatMap(({ target, rate }) => (targets.includes(target) && !laws.some((law) => law.rate === rate && !targets.includes(law.target)) ? [rate] : []));
}

/** Whether any of its headers says a role of figures outright. */
function saysRoles(head: Head): boolean {
  return !isWords(head.slot) && FIGURE_ROLES.some((role) => anySays(head, role, OUTRIGHT));
}

/** Lowest headers that stand under several outer ones, each of which names something else. */
function patternsIn(heads: readonly Head[]): Set<string> {
  const outer = new Map<string, Set<string>>();
  for (const head of heads) {
    const [leaf] = head.levels;
    if (!leaf || leaf.subject === "" || head.path.length < 2) continue;
    const text = withoutUnit(leaf.text);
    outer.set(text, (outer.get(text) ?? new Set()).add(outerOf(head)));
  }
  return new Set([...outer].filter(([, bands]) => bands.size > 1).map(([text]) => text));
}

/** Money that is handed out (补助资金分配) is no progress, where the table has no rate of it. */
function grants(heads: readonly Head[], isAbout: boolean, laws: readonly RateLaw[]): number[] {
  const says = (role: "target" | "done" | "rate") => heads.some((head) => anySays(head, role, PLAINLY));
  // 计划投入 beside 已投入 is progress with money, unless the title says that money is shared out.
  if (laws.length > 0 || says("rate") || (!isAbout && says("done") && says("target"))) return [];
  return heads.flatMap(({ slot, levels, unit }, at) => {
    const isMoney = unit?.kind === "万元" && (isAbout || levels.some(({ concepts }) => concepts.includes("fund")));
    return isMoney || (isAbout && unit === null && !isWords(slot)) ? [at] : [];
  });
}
