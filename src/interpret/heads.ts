import { senseOf, type Role } from "../lexicon";
import { unitAlone, unitsIn, withoutUnit, type UnitInfo } from "../cells";
import { BY_VERB, FIGURE_ROLES, headerWords, OUTRIGHT, saysRole, type HeaderWords } from "./header-words";
import type { NamedPeriod } from "./periods";
import type { Slot } from "./slot";
import { calledSo, isFundAlone, MONEY, subjectOf, type Subject } from "./subjects";
import { INVESTMENT, VERBS } from "./title-subjects";

/** A slot with its headers, taken apart and told together. */
export interface Head {
  slot: Slot;
  /** Levels that say something, the lowest first. */
  levels: readonly HeaderWords[];
  /** The texts of those levels, outermost first: what the header is called. */
  path: readonly string[];
  unit: UnitInfo | null;
  /** What its own headers name; null where they only say roles. */
  own: Subject | null;
  /** The verb that says how far: one that the lexicon knows, or as written. */
  stage: string | null;
  verb: string;
  /** What its lowest header names may be a verb: 签约 in 已签约. */
  openVerb: string;
  /** What is counted, as written: 户数. */
  counted: string;
  /** The header under which its part stands; null for a whole. */
  partOf: string | null;
  total: boolean;
  percent: boolean;
  period: NamedPeriod | null;
  /** An outer header that names nothing but a period: 2022年, 第一季度. */
  periodBand: string | null;
  /** Its subject itself is a percentage: 失业率（%）. */
  isShareGoal: boolean;
  /** It is of one month, beside the same of all months so far. */
  isOfMonth: boolean;
}

const NUMBER_ALONE = /^(?:[\d一二三四五六七八九十]{1,3}[.、]?|\([\d一二三四五六七八九十]{1,3}\)|[①-⑳])$/;
const PERCENT_ALONE = /^\(?%\)?$/;

/**
 * Takes a slot's headers apart.
 * @param patterns lowest headers that stand under several outer ones (计划播种 | 已播): they say a role and a verb
 */
export function headOf(slot: Slot, patterns: ReadonlySet<string> = NONE): Head {
  const { path } = slot;
  const said = path.filter((text, level) => unitAlone(text) === null && !NUMBER_ALONE.test(text) && !(PERCENT_ALONE.test(text) && path.some((other, at) => at !== level && speaksOfRate(other))));
  const levels = said.map(headerWords).reverse();
  const named = levels.filter(({ subject }) => subject !== "");
  const telling = levels.filter((one) => !(one.office && named.some((other) => other !== one)));
  const part = telling.findIndex((one) => one.part);
  const unit = unitIn(path);
  const isShare = isShareGoal(telling);
  const isPattern = saysVerbOnly(telling, part, patterns);
  const known = telling.find((one) => one.stage !== null);
  const stage = known?.stage ?? (isPattern && telling[0]?.openVerb ? telling[0].openVerb : null);
  return {
    slot,
    levels: telling,
    path: said,
    unit: isShare ? SHARE : unit,
    own: isShare ? shareSubject(telling) : ownSubject(isPattern ? [{ ...(telling[0] as HeaderWords), subject: "" }, ...telling.slice(1)] : telling, part, unit),
    openVerb: isPattern || part >= 0 ? "" : (telling[0]?.openVerb ?? ""),
    stage,
    verb: known?.verb ?? (isPattern ? (telling[0]?.openVerb ?? "") : ""),
    // 户数 over 任务数: the longer word says what is counted.
    counted: telling.reduce((longest, { counted }) => (counted.length > longest.length ? counted : longest), ""),
    partOf: part < 0 ? null : said.slice(0, said.length - part).join("/"),
    total: telling[0]?.total ?? false,
    percent: telling.some(({ percent }) => percent) || path.some((text) => PERCENT_ALONE.test(text)),
    period: telling.map(({ period }) => period).find((period) => period !== null) ?? null,
    periodBand: telling.find((words, level) => isPeriodAlone(words, level > 0))?.period?.text ?? null,
    isShareGoal: isShare,
    isOfMonth: false,
  };
}

/** The headers over a slot's lowest one, as one text: slots that share it stand under one header. */
export function outerOf(head: Pick<Head, "path"> | undefined): string {
  return head?.path.slice(0, -1).join("/") ?? "";
}

/** Slots that stand under the same outer headers, by their place among the slots. */
export function siblingsOf(heads: readonly Pick<Head, "path">[]): number[][] {
  const groups = new Map<string, number[]>();
  heads.forEach((head, at) => {
    if (head.path.length < 2) return;
    const key = outerOf(head);
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  });
  return [...groups.values()];
}

/** Whether a slot's lowest header says a role with at least that weight. */
export function leafSays(head: Head | undefined, role: Role, least: number): boolean {
  return saysRole(head?.levels[0], role, least);
}

/** Whether any of a slot's headers does. */
export function anySays({ levels }: Head, role: Role, least: number): boolean {
  return levels.some((words) => saysRole(words, role, least));
}

const NONE: ReadonlySet<string> = new Set();

/** A lowest header that is a verb under an outer one that names the subject: 已签约 under 高血压患者. */
function saysVerbOnly(levels: readonly HeaderWords[], part: number, patterns: ReadonlySet<string>): boolean {
  const [leaf, ...outer] = levels;
  if (!leaf || leaf.subject === "" || part === 0) return false;
  // 资金规模 under 中央资金 names no other subject than 中央资金 does.
  if (!leaf.concepts.every((concept) => outer.some(({ concepts }) => concepts.includes(concept)))) return false;
  const isNamed = outer.some(({ subject }) => subject !== "") || outer.some((words) => isPeriodAlone(words, false));
  return isNamed && (patterns.has(withoutUnit(leaf.text)) || (leaf.openVerb !== "" && outer.some(({ subject }) => subject !== "")));
}

/** 2022年, 第一季度, 2015年开工 over 应分配 and 已分配: a header that names nothing but a period longer than a month. */
function isPeriodAlone({ period, tokens, subject }: HeaderWords, isOuter: boolean): boolean {
  return period !== null && !period.single && subject === "" && tokens.every(({ senses }) => senses.some(({ kind }) => kind === "span" || kind === "noun" || (isOuter && kind === "stage")));
}

/** A goal that is itself a percentage: 失业率（%） over 目标 and 进度, 利用率 over 目标值 and 完成值. */
function isShareGoal([leaf, ...outer]: readonly HeaderWords[]): boolean {
  if (!leaf || (leaf.unit !== null && leaf.unit.kind !== "%") || !FIGURE_ROLES.some((role) => saysRole(leaf, role, BY_VERB))) return false;
  return outer.some(({ percent, subject, roles }) => subject !== "" && (percent || roles.at(-1)?.role === "rate"));
}

/** Per cent of something, compared and never added up. */
const SHARE: UnitInfo = { kind: "%", scale: 1, text: "%" };

/** 秸秆综合利用率, 失业率: what a goal in per cent is called. */
function shareSubject([, ...outer]: readonly HeaderWords[]): Subject | null {
  const found = outer.find(({ subject }) => subject !== "");
  return found ? calledSo(withoutUnit(found.text), SHARE) : null;
}

/** The lowest level that names a subject; within a part nothing above it. */
function ownSubject(levels: readonly HeaderWords[], part: number, unit: UnitInfo | null): Subject | null {
  const within = part < 0 ? levels : levels.slice(0, part + 1);
  // 发放资金 under 租赁补贴 is money of that subsidy.
  const ofSubsidy = within.findIndex(({ concepts }) => concepts.includes("rentSubsidy"));
  const at = within.findIndex(({ subject }, level) => subject !== "" && !(level < ofSubsidy && isFundAlone(subject)));
  const found = at < 0 ? null : (within[at] ?? null);
  const verbBelow = (at < 0 ? within : within.slice(0, at + 1)).find(({ stage }) => stage === "invest" || stage === "complete");
  if (found) {
    const isMoney = within.slice(0, at).some(({ subject }) => isFundAlone(subject));
    const named = subjectOf({ ...found, unit: unit ?? (isMoney ? MONEY : null) }, part >= 0);
    // 投资 under 高标准农田 is that subject's; under a subject of the catalogue its stage says it.
    return verbBelow?.stage === "invest" && found.concepts.length === 0 ? { ...named, key: `${named.key}${INVESTMENT}`, text: `${named.text}${INVESTMENT}` } : named;
  }
  if (part >= 0) return partSubject(within, unit);
  const lone = verbBelow?.stage === "invest" ? INVESTMENT : VERBS.find((name) => verbBelow?.verb === name);
  return lone === undefined ? null : calledSo(lone, unit);
}

/** 新建 in 其中：新建, a word too general elsewhere; null where it only says a role. */
function partSubject(levels: readonly HeaderWords[], unit: UnitInfo | null): Subject | null {
  const words = levels.at(-1);
  if (!words || words.roles.some(({ weight }) => weight >= OUTRIGHT)) return null;
  const own = words.tokens.flatMap((token) => (senseOf(token, "part") ? [] : token.text)).join("");
  // 其中 alone over 新建 and 改建.
  const text = own || levels.slice(0, -1).reverse().find(({ total }) => !total)?.text;
  return text ? { ...calledSo(text, unit, true), concepts: words.concepts } : null;
}

/** The lowest unit that headers name; of 授信金额 under 贷款（亿元） the one that is written out. */
function unitIn(path: readonly string[]): UnitInfo | null {
  const named = [...path].reverse().flatMap((text) => headerWords(text).unit ?? unitAlone(text) ?? []);
  const written = [...path].reverse().flatMap(unitsIn)[0];
  const [lowest = null] = named;
  return written && written.kind === lowest?.kind ? written : lowest;
}

function speaksOfRate(text: string): boolean {
  return headerWords(text).roles.some(({ role }) => role === "rate");
}
