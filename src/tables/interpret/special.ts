import { ORDINAL_HEADERS, senseOf, wordsIn } from "../../lexicon";
import type { BacklogMeasure, Meaning } from "../../progress";
import { compact, withoutBrackets, yearIn } from "../cells";
import { FIGURE_ROLES, OUTRIGHT, saysRole } from "./header-words";
import { outerOf, type Head } from "./heads";
import type { Reason } from "./evidence";
import { isNowhereLess, type RateLaw } from "./laws";
import { withoutPeriods } from "./periods";
import { isWords, type Slot, type Surroundings } from "./slot";
import type { Weights } from "./weights";

/** A reading outside target, done and rate, with what speaks for it. */
export interface SpecialReading {
  meaning: Meaning;
  reasons: Reason[];
}

/** What the lines over a table are about, beside progress. */
interface Topics {
  backlog: boolean;
  audit: boolean;
  continuing: boolean;
}

/** Measures by which a band is one of the backlog: 任务 and 核定 stand in other tables too. */
const TELLING: ReadonlySet<BacklogMeasure> = new Set(["reported", "repurposed", "stock", "computed"]);

/**
 * Readings of the backlog, of audits and of unfinished projects. A band is one of them by its own words, or by the
 * title's where its slots name no subject of their own; no word in one band decides another.
 * @param laws a table with rates (应整改, 已整改, 整改率) is of progress, whatever its title speaks of, but for what is 未整改
 * @returns one list a slot, in order
 */
export function specialReadings(slots: readonly Slot[], heads: readonly Head[], around: Surroundings, laws: readonly RateLaw[], weights: Weights): SpecialReading[][] {
  const title = topicsIn([...around.titles, around.sheet].map(compact));
  const bands = bandsOf(heads);
  return slots.map((slot, at) => {
    const head = heads[at];
    if (!head || head.path.length === 0 || ORDINAL_HEADERS.includes(head.path.at(-1) ?? "")) return [];
    const own = topicsIn(head.path);
    const foreign = head.own !== null && head.own.concepts.some((concept) => concept === "shantytown" || concept === "rentSubsidy" || concept === "investment");
    // 目标任务 by itself; 未完成开工任务 in the name of a finding is none.
    const isTarget = head.levels[0]?.subject === "" && head.levels[0].roles.every(({ role }) => role === "target") && saysRole(head.levels[0], "target", OUTRIGHT);
    return [
      ...backlogReadings(head, own.backlog, title.backlog && !foreign, bands[at] ?? new Set(), weights),
      ...(own.audit || (title.audit && !isTarget && !foreign && (laws.length === 0 || isOpen(head))) ? auditReadings(slot, head, around, openBeside(head, heads) >= 0) : []),
      ...(own.continuing || (title.continuing && !isTarget && !foreign && !hasRate(head)) ? continuingReadings(slot, own.continuing) : []),
    ];
  });
}

function topicsIn(texts: readonly string[]): Topics {
  const kinds = new Set(texts.flatMap((text) => wordsIn(text).flatMap(({ senses }) => senses.filter(({ value }) => value === "topic").map(({ kind }) => kind))));
  return { backlog: kinds.has("backlog"), audit: kinds.has("audit"), continuing: kinds.has("continuing") };
}

/** For each slot the backlog measures that stand with it under one header, or side by side without one. */
function bandsOf(heads: readonly Head[]): ReadonlySet<BacklogMeasure>[] {
  const bands: { key: string; measures: Set<BacklogMeasure> }[] = [];
  return heads.map((head) => {
    const key = outerOf(head);
    let open = bands.at(-1);
    if (!open || open.key !== key) bands.push((open = { key, measures: new Set() }));
    for (const { measure } of measuresIn(head)) open.measures.add(measure);
    return open.measures;
  });
}

function measuresIn({ levels }: Head): { measure: BacklogMeasure; weight: number; word: string }[] {
  return (levels[0]?.tokens ?? []).flatMap((token) => token.senses.flatMap(({ kind, value, weight }) => (kind === "backlog" && value !== "topic" ? [{ measure: value as BacklogMeasure, weight, word: token.text }] : [])));
}

function backlogReadings(head: Head, ownTopic: boolean, titleTopic: boolean, band: ReadonlySet<BacklogMeasure>, weights: Weights): SpecialReading[] {
  const measures = measuresIn(head);
  const beside = [...band].filter((measure) => TELLING.has(measure) && !measures.some((one) => one.measure === measure)).length;
  if (measures.length === 0 || !(ownTopic || titleTopic || (beside >= 1 && band.size >= 3))) return [];
  const byMeasure = new Map<BacklogMeasure, { weight: number; word: string }>();
  for (const { measure, weight, word } of measures) byMeasure.set(measure, { weight: weight + (byMeasure.get(measure)?.weight ?? 0), word });
  // 核实欠账 is what was verified and 上报欠账 what was reported, 欠账 alone what was computed.
  const isTold = byMeasure.size > 1 && byMeasure.has("computed");
  return [...byMeasure].flatMap(([measure, { weight, word }]) => {
    if (isTold && measure === "computed") return [];
    const reasons = [{ weight: weight + (isTold ? 3 : 0), text: `表头写“${word}”` }];
    if (ownTopic || titleTopic) reasons.push({ weight: ownTopic ? 2 : 1.5, text: "是公租房历史欠账的表" });
    if (beside > 0) reasons.push({ weight: weights.backlogBand * Math.min(beside, 3), text: "同组有上报、盘活、实有等列" });
    return [{ meaning: { kind: "backlog" as const, measure }, reasons }];
  });
}

/** @param saysOpen a header beside it says 未整改: 问题个数 are all that were found */
function auditReadings(slot: Slot, head: Head, around: Surroundings, saysOpen: boolean): SpecialReading[] {
  if (isWords(slot) || slot.numbers === 0 || (saysOpen && !isOpen(head) && categoryIn(head) === null)) return [];
  const year = head.period?.year ?? around.titles.map(yearIn).find((one) => one !== null) ?? yearIn(around.sheet) ?? around.year;
  return year === null ? [] : [{ meaning: { kind: "audit", year, category: categoryIn(head) }, reasons: [{ weight: isOpen(head) ? 9 : 7, text: "是审计发现问题的数" }] }];
}

/** The slot of what is open under the same outer header, which is another than that of another year (2016年 | 2017年); -1 without one. */
function openBeside(head: Head, heads: readonly Head[]): number {
  return heads.findIndex((other) => isOpen(other) && outerOf(other) === outerOf(head));
}

/** 未整改, 尚未整改到位. */
function isOpen({ path }: Head): boolean {
  return path.some((text) => text.includes("未整改"));
}

/**
 * 审计反馈问题 and 已整改 beside 未整改, in a table of audits without rates: what was found and what of it is done with. What
 * is nowhere less than the open ones is no kind of them.
 */
export function settledFindings(slots: readonly Slot[], heads: readonly Head[], around: Surroundings, laws: readonly RateLaw[]): number[] {
  if (laws.length > 0 || !topicsIn([...around.titles, around.sheet].map(compact)).audit) return [];
  return slots.flatMap((slot, at) => {
    const head = heads[at];
    const open = head ? openBeside(head, heads) : -1;
    return head && open >= 0 && !isWords(slot) && !isOpen(head) && (saysRole(head.levels[0], "done", OUTRIGHT) || isNowhereLess(slot, slots[open])) ? [at] : [];
  });
}

/** What kind of finding a header names; null for the total of a year. */
function categoryIn({ levels, total }: Head): string | null {
  const leaf = levels[0];
  if (!leaf || total) return null;
  const isState = leaf.tokens.every((token) => token.senses.length > 0 && token.senses.some(({ kind }) => kind !== "concept" && kind !== "stage"));
  if (isState || (leaf.tokens.some((token) => senseOf(token, "audit")) && leaf.subject === "")) return null;
  return withoutPeriods(withoutBrackets(leaf.text)) || null;
}

function continuingReadings(slot: Slot, isOwn: boolean): SpecialReading[] {
  const reasons = [{ weight: isWords(slot) ? 10 : isOwn ? 7 : 5, text: "是以前年度开工未建成的项目" }];
  return [{ meaning: { kind: isWords(slot) ? "outlook" : "continuing" }, reasons }];
}

function hasRate({ levels }: Head): boolean {
  return FIGURE_ROLES.some((role) => saysRole(levels[0], role, OUTRIGHT));
}
