import { beginsWithAny } from "../../lexicon";
import { compact, withoutUnit } from "../cells";
import { isRegionHeader } from "../regions";
import { candidatesOf, type Candidate } from "./candidates";
import { chooseTogether, type Choice, type Links } from "./choose";
import { lawText, titleRole, type TableEvidence } from "./evidence";
import { reasonsOf, runnersUp } from "./explain";
import { headOf, outerOf, siblingsOf, type Head } from "./heads";
import { saysRole } from "./header-words";
import { assignIndicators } from "./indicators";
import { isNowhereLess, NO_RATE, rateLaws, rateLikeness, sumLaws, type RateLaw } from "./laws";
import { parallelRoles } from "./parallels";
import { partRoles } from "./parts";
import { periodIn } from "./periods";
import { isWords, type ReadSlot, type Slot, type Surroundings } from "./slot";
import { settledFindings, specialReadings } from "./special";
import { toldApart } from "./siblings";
import { isAboutFunds, programmeAbout, subjectsAbout, type Subject } from "./subjects";
import { underSections } from "./sections";
import { WEIGHTS, type Weights } from "./weights";

export { titleRole } from "./evidence";
export { headerWords, roleSaid } from "./header-words";
export { isSumOf, rateLaws } from "./laws";
export { yearAlone } from "./periods";
export { indicatorNamed, isCatalogued, namesSubject, ownName, subjectsAbout } from "./subjects";
export { titleSubjects } from "./title-subjects";
export * from "./slot";
export { CLOSE, WEIGHTS, type Weights } from "./weights";

/**
 * Says of each slot of a table what its figures mean: words, cells and arithmetic are weighed for each reading, and
 * the readings that together have the most evidence are taken.
 * @param given slots in the table's order
 * @returns one entry a slot, in order
 */
export function interpret(given: readonly Slot[], around: Surroundings, weights: Weights = WEIGHTS): ReadSlot[] {
  const slots = underSections(given);
  const patterns = patternsIn(slots.map((slot) => headOf(slot)));
  const apart = slots.map((slot) => headOf(slot, patterns));
  const laws = likeliestTargets(rateLaws(slots, slots.map((slot, at) => (counts(apart[at]) ? NO_RATE : rateLikeness(slot) + rateWords(apart[at]))), apart.map(({ unit }) => unit)), apart);
  const between = stagesBetween(slots, apart, laws);
  // What stands between a task and its end names a stage on the way: 设备安装.
  const verbs = verbsBeside(apart);
  const sums = sumLaws(slots, siblingsOf(apart));
  const heads = toldApart(apart.map((head, at) => ((between.has(at) || verbs.has(at)) && head.own?.concepts.length === 0 ? { ...head, openVerb: head.own.text } : head)), sums);
  const periods = periodsOf(heads);
  const links: Links = { laws, periods, areLinked: (a, b) => laws.some(({ target, done, rate }) => [target, done, rate].includes(a) && [target, done, rate].includes(b)) || between.get(a) === b || between.get(b) === a || (between.has(a) && between.get(a) === between.get(b)) };
  const bounding = new Set([...atLeastDone(slots, heads)].filter((at) => !between.has(at)));
  const lines = [...around.titles, around.sheet];
  const table: TableEvidence = {
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
  const about = subjectsAbout(around.titles, around.sheet);
  const titled = { subjects: about, programme: programmeAbout(around.titles) };
  const special = specialReadings(slots, heads, around, laws, weights);
  const candidates = slots.map((slot, at) => {
    const head = heads[at];
    return head ? candidatesOf(at, slot, head, titled, special[at] ?? [], table, weights) : [];
  });
  const choices = chooseTogether(candidates, heads, links, weights);
  const assigned = assignIndicators(choices, heads, links, sums, about);
  const nearest = runnersUp(choices, candidates, heads, laws);
  return slots.map((slot, at): ReadSlot => {
    const [choice, head, own] = [choices[at], heads[at], assigned.get(at)];
    const special = choice?.candidate.kind === "special" ? choice.candidate.meaning : choice?.candidate.kind === "note" ? ({ kind: "note" } as const) : null;
    const law = laws.find((one) => [one.target, one.done, one.rate].includes(at) && assigned.has(one.target) && assigned.has(one.done) && assigned.has(one.rate));
    const none = choice?.candidate.kind === "none";
    return {
      ...slot,
      path: [...(head?.path ?? [])],
      header: slot.path.join("/"),
      meaning: own?.meaning ?? special,
      also: own?.also ?? [],
      ignorable: head === undefined || head.path.length === 0 || (isWords(slot) && isRegionHeader(head.path.at(-1) ?? "")) || (none && isQuiet(choice.candidate, candidates[at] ?? [])) || slot.numbers + slot.words + slot.doubtful === 0,
      unit: head?.unit ?? null,
      verb: own?.verb ?? null,
      partOf: own?.partOf ?? null,
      why: choice ? reasonsOf(choice, law ? lawText(law, table) : null) : [],
      isFirm: own !== undefined && choice !== undefined && (isFirm(choice.candidate, head) || isWhatIsTold(choice, about) || (laws.length > 0 && isVerbOfOwn(choice.candidate, head))) && !isComponent(at, heads, slots) && !isFundAlone(choice, head),
      runnerUp: nearest[at] ?? null,
    };
  });
}

/** A slot that is said outright to be none of ours (序号, 排名) is not reported. */
const IGNORED = 1.5;

/** 已开工（套）: its lowest header says what its figures count, and no rate. */
function counts(head: Head | undefined): boolean {
  const leaf = head?.levels[0];
  return leaf !== undefined && leaf.unit !== null && leaf.unit.kind !== "%" && !leaf.percent && !leaf.roles.some(({ role }) => role === "rate");
}

/** Where all that was to be begun was begun, the rate is of 任务 as it is of 开工, and of 年初任务 as of 调整后任务: words tell which. */
function likeliestTargets(laws: readonly RateLaw[], heads: readonly Head[]): RateLaw[] {
  const adjusted = beforeAdjusting(heads);
  const likeness = ({ target }: RateLaw) => (saysTarget(heads[target]) ? 2 : 0) - (adjusted.includes(target) ? 1 : 0);
  return laws.filter((law) => !laws.some((other) => other.rate === law.rate && other.done === law.done && other.holds >= law.holds && likeness(other) > likeness(law)));
}

/** How much a slot's headers make it a rate. */
function rateWords(head: Head | undefined): number {
  const words = head?.levels[0]?.roles ?? [];
  const said = (roles: readonly string[]) => words.reduce((sum, { role, weight }) => sum + (roles.includes(role) ? weight : 0), 0);
  return (head?.percent ? 2 : 0) + said(["rate"]) - said(["target", "done"]) / 2;
}

/** Said to be target or done outright, by whichever header: kept though nothing stands beside it. */
function isFirm(candidate: Candidate, head: Head | undefined): boolean {
  if (candidate.kind !== "figure") return false;
  const isSaid = head?.levels.some((words) => saysRole(words, candidate.role, OUTRIGHT)) ?? false;
  return isSaid || candidate.reasons.some(({ weight }) => weight >= IGNORED);
}

/** 货币化安置签约（户）: what it names was done, as what stands beside it was at a rate. */
function isVerbOfOwn(candidate: Candidate, head: Head | undefined): boolean {
  return candidate.kind === "figure" && candidate.role === "done" && candidate.subject !== "carried" && candidate.subject === head?.own && saysRole(head.levels[0], "done", VERB);
}

/** Money that is to be handed out is no task, and 资金到位 by itself no progress; 累计拨付补助资金 says that it was. */
function isFundAlone({ candidate, subject }: Choice, head: Head | undefined): boolean {
  if (candidate.kind !== "figure" || !subject?.concepts.includes("fund")) return false;
  return candidate.role !== "done" || (head?.levels[0]?.roles.filter(({ role }) => role === "done").length ?? 0) < 2;
}

const OUTRIGHT = 2;

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

function isQuiet(none: Candidate, all: readonly Candidate[]): boolean {
  const said = none.reasons.filter(({ quiet }) => quiet).reduce((sum, { weight }) => sum + weight, 0);
  const figure = Math.max(0, ...all.filter(({ kind }) => kind === "figure").map(({ reasons }) => Math.max(0, ...reasons.map(({ weight }) => weight))));
  return said >= IGNORED && said > figure;
}

/** Whether any header of figures says a role outright. */
function saysRoles(heads: readonly Head[], slots: readonly Slot[]): boolean {
  return heads.some(({ levels }, at) => {
    const slot = slots[at];
    return slot !== undefined && !isWords(slot) && levels.some(({ roles }) => roles.some(({ role, weight }) => (role === "target" || role === "done" || role === "rate") && weight >= 2));
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

/** By slot the period that its figures are of where several stand side by side; "" for the one that counts. */
function periodsOf(heads: readonly Head[]): string[] {
  const bands = [...new Set(heads.flatMap(({ periodBand }) => periodBand ?? []))];
  if (bands.length < 2) return heads.map(() => "");
  const isProgress = heads.some(({ levels }) => levels.some(({ roles }) => roles.some(({ role, weight }) => (role === "done" && weight >= IGNORED) || role === "rate")));
  const isSummed = heads.some(({ levels }) => levels.slice(1).some(isOfAll));
  // The latest of several years, or of the same part of several, counts where something was done; of quarters the year beside them.
  const years = bands.map((band) => ({ band, ...periodIn(band) })).sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const areYears = years.every(({ year, toYear, month }) => year && !toYear && month === years[0]?.month);
  const current = isProgress && !isSummed && areYears ? years.at(-1)?.band : undefined;
  return heads.map(({ periodBand }) => (periodBand === null || periodBand === current ? "" : periodBand));
}

/** 累计, 合计 over 任务 and 完成: of all the periods beside it. */
function isOfAll({ subject, tokens, stage }: Head["levels"][number]): boolean {
  return subject === "" && stage === null && tokens.length > 0 && tokens.every(({ text, senses }) => text === "累计" || senses.some(({ kind }) => kind === "total"));
}

/** Slots between a target and what was done of it at the last, nowhere more than the one or less than the other: stages on the way. */
function stagesBetween(slots: readonly Slot[], heads: readonly Head[], laws: readonly RateLaw[]): Map<number, number> {
  const between = new Map<number, number>();
  for (const { target, done, rate } of laws) {
    for (let at = target + 1; at < done; at++) {
      const [slot, head, whole] = [slots[at], heads[at], slots[target]];
      // 施工中 is how many there are now, not how many have come so far.
      if (at === rate || !slot || !head || !whole || (head.path.at(-1) ?? "").endsWith("中") || laws.some((law) => law.target === at || law.rate === at)) continue;
      if (head.unit?.kind !== heads[target]?.unit?.kind || head.path.length !== heads[target]?.path.length || head.partOf !== null) continue;
      if (head.levels.some(({ roles }) => roles.some(({ role, weight }) => role !== "done" && weight >= IGNORED))) continue;
      // On the way some may have begun more than they had to.
      if (!isNowhereLess(whole, slot) && !isNowhereLess(slot, slots[done])) continue;
      between.set(at, target);
    }
  }
  return between;
}

/** 申请 beside 开工 and 完工 under one header: among verbs a verb. */
function verbsBeside(heads: readonly Head[]): Set<number> {
  const isVerb = ({ levels }: Head) => levels[0]?.subject === "" && levels[0].stage !== null;
  return new Set(
    siblingsOf(heads).flatMap((group) => {
      const verbs = group.filter((at) => isVerb(heads[at] as Head));
      const others = group.filter((at) => heads[at]?.levels[0]?.subject !== "");
      return verbs.length >= 2 && others.length < verbs.length ? others : [];
    }),
  );
}

/** The year of the figures: the latest that a header names. */
function currentYear(heads: readonly Head[]): number | null {
  const years = heads.flatMap(({ period }) => period?.toYear ?? period?.year ?? []);
  return years.length > 0 ? Math.max(...years) : null;
}

/** 前三季度计划 beside 年度计划, under the same outer header. */
function lesserTargets(heads: readonly Head[]): Set<number> {
  const isPartial = ({ levels }: Head) => (levels[0]?.period?.month ?? 12) < 12;
  return new Set(heads.flatMap((head, at) => (saysTarget(head) && isPartial(head) && heads.some((other) => saysTarget(other) && !isPartial(other) && outerOf(other) === outerOf(head)) ? [at] : [])));
}

function saysTarget(head: Head | undefined): boolean {
  return saysRole(head?.levels[0], "target", IGNORED);
}

/** 年初任务 beside 调整后任务, under the same outer header. */
function beforeAdjusting(heads: readonly Head[]): number[] {
  const begins = ({ path }: Head, words: readonly string[]) => beginsWithAny(path.at(-1) ?? "", words);
  return heads.flatMap((head, at) => (saysTarget(head) && begins(head, BEFORE) && heads.some((other) => saysTarget(other) && begins(other, AFTER) && outerOf(other) === outerOf(head)) ? [at] : []));
}

const [BEFORE, AFTER] = [["年初", "调整前", "原"], ["调整后", "现"]];

/** Money that is handed out (补助资金分配) is no progress, where the table has no rate of it. */
function grants(slots: readonly Slot[], heads: readonly Head[], isAbout: boolean, laws: readonly RateLaw[]): number[] {
  const says = (head: Head, wanted: "target" | "done" | "rate") => head.levels.some((words) => saysRole(words, wanted, IGNORED));
  if (laws.length > 0 || heads.some((head) => says(head, "rate"))) return [];
  // 计划投入 beside 已投入 is progress with money, unless the title says that money is shared out.
  if (!isAbout && heads.some((head) => says(head, "done")) && heads.some((head) => says(head, "target"))) return [];
  return slots.flatMap((_, at) => {
    const head = heads[at];
    const isFund = head?.levels.some(({ concepts }) => concepts.includes("fund")) ?? false;
    return head && (isFund || isAbout) && (head.unit?.kind === "万元" || (isAbout && head.unit === null && !isWords(slots[at] as Slot))) ? [at] : [];
  });
}

/** Slots without a role's word, nowhere less than the done figures that follow under the same header. */
function atLeastDone(slots: readonly Slot[], heads: readonly Head[]): Set<number> {
  const isDone = (head: Head | undefined) => saysRole(head?.levels[0], "done", VERB);
  return new Set(
    slots.flatMap((slot, at) => {
      const [head, next, after] = [heads[at], heads[at + 1], slots[at + 1]];
      if (!head || !next || !after || isDone(head) || !isDone(next) || head.path.length !== next.path.length) return [];
      if (head.levels.some(({ roles }, level) => roles.some(({ role, weight }) => weight >= IGNORED && (level === 0 || role === "done"))) || head.unit?.kind !== next.unit?.kind) return [];
      return isNowhereLess(slot, after) ? [at] : [];
    }),
  );
}

/** A verb by itself says done, weakly. */
const VERB = 1;
