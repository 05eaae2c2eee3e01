import { ORDINAL_HEADERS, senseOf, wordsIn } from "../lexicon";
import type { BacklogMeasure, Meaning } from "../progress";
import { compact, withoutBrackets, yearIn } from "../cells";
import type { Reason } from "./evidence";
import { leafSays, outerOf, type Head } from "./heads";
import { FIGURE_ROLES, OUTRIGHT } from "./header-words";
import { isNowhereLess, type RateLaw } from "./laws";
import { withoutPeriods } from "./periods";
import { isWords, type Surroundings } from "./slot";
import type { Weights } from "./weights";

/** A reading outside target, done and rate, with what speaks for it. */
export interface SpecialReading {
  meaning: Meaning;
  reasons: Reason[];
}

/** Measures by which a band is one of the backlog: 任务 and 核定 stand in other tables too. */
const TELLING: ReadonlySet<BacklogMeasure> = new Set(["reported", "repurposed", "stock", "computed"]);
/** Subjects of the catalogue that stand beside a backlog or an audit and are none of it. */
const OF_PROGRESS: ReadonlySet<string> = new Set(["shantytown", "rentSubsidy", "investment"]);

/**
 * Readings of the backlog, of audits and of unfinished projects. A band is one of them by its own words, or by the
 * title's where its slots name no subject of their own; no word in one band decides another.
 * @param laws a table with rates (应整改, 已整改, 整改率) is of progress, whatever its title speaks of, but for what is 未整改
 * @returns one list a slot, in order
 */
export function specialReadings(heads: readonly Head[], around: Surroundings, laws: readonly RateLaw[], weights: Weights): SpecialReading[][] {
  const title = topicsAround(around);
  return heads.map((head) => {
    if (head.path.length === 0 || ORDINAL_HEADERS.includes(head.path.at(-1) ?? "")) return [];
    const own = topicsIn(head.path);
    const isForeign = head.own?.concepts.some((concept) => OF_PROGRESS.has(concept)) ?? false;
    // 目标任务 by itself; 未完成开工任务 in the name of a finding is none.
    const isTarget = head.levels[0]?.subject === "" && head.levels[0].roles.every(({ role }) => role === "target") && leafSays(head, "target", OUTRIGHT);
    const isOfTitle = (topic: string) => title.has(topic) && !isTarget && !isForeign;
    const saysRole = FIGURE_ROLES.some((role) => leafSays(head, role, OUTRIGHT));
    return [
      ...backlogReadings(head, heads, own.has("backlog") ? 2 : title.has("backlog") && !isForeign ? 1.5 : 0, weights),
      ...(own.has("audit") || (isOfTitle("audit") && (laws.length === 0 || isOpen(head))) ? auditReadings(head, heads, around) : []),
      ...(own.has("continuing") || (isOfTitle("continuing") && !saysRole) ? continuingReadings(head) : []),
    ];
  });
}

/** What texts are about beside progress: backlog, audit, continuing. */
function topicsIn(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => wordsIn(text).flatMap(({ senses }) => senses.filter(({ value }) => value === "topic").map(({ kind }) => kind))));
}

function topicsAround({ titles, sheet }: Surroundings): Set<string> {
  return topicsIn([...titles, sheet].map(compact));
}

/** Measures of the backlog that a lowest header names, each with how plainly and by which word. */
function measuresIn({ levels }: Head): Map<BacklogMeasure, { weight: number; word: string }> {
  const measures = new Map<BacklogMeasure, { weight: number; word: string }>();
  for (const { text, senses } of levels[0]?.tokens ?? []) {
    for (const { kind, value, weight } of senses) {
      if (kind !== "backlog" || value === "topic") continue;
      const measure = value as BacklogMeasure;
      measures.set(measure, { weight: weight + (measures.get(measure)?.weight ?? 0), word: text });
    }
  }
  return measures;
}

/** @param topic how much the header's own words or the title say that it is about the backlog */
function backlogReadings(head: Head, heads: readonly Head[], topic: number, weights: Weights): SpecialReading[] {
  const measures = measuresIn(head);
  if (measures.size === 0) return [];
  const band = new Set(heads.flatMap((other) => (outerOf(other) === outerOf(head) ? [...measuresIn(other).keys()] : [])));
  const beside = [...band].filter((measure) => TELLING.has(measure) && !measures.has(measure)).length;
  if (topic === 0 && (beside === 0 || band.size < 3)) return [];
  // 核实欠账 is what was verified and 上报欠账 what was reported, 欠账 alone what was computed.
  const isTold = measures.size > 1 && measures.delete("computed");
  return [...measures].map(([measure, { weight, word }]) => {
    const reasons = [{ weight: weight + (isTold ? 3 : 0), text: `表头写“${word}”` }];
    if (topic > 0) reasons.push({ weight: topic, text: "是公租房历史欠账的表" });
    if (beside > 0) reasons.push({ weight: weights.backlogBand * Math.min(beside, 3), text: "同组有上报、盘活、实有等列" });
    return { meaning: { kind: "backlog" as const, measure }, reasons };
  });
}

function auditReadings(head: Head, heads: readonly Head[], around: Surroundings): SpecialReading[] {
  const category = categoryIn(head);
  // 问题个数 beside 未整改 are all that were found.
  const isFound = openBeside(head, heads) !== undefined && !isOpen(head) && category === null;
  const year = head.period?.year ?? around.titles.map(yearIn).find((one) => one !== null) ?? yearIn(around.sheet) ?? around.year;
  if (isWords(head.slot) || head.slot.numbers === 0 || isFound || year === null) return [];
  return [{ meaning: { kind: "audit", year, category }, reasons: [{ weight: isOpen(head) ? 9 : 7, text: "是审计发现问题的数" }] }];
}

/** What is open under the same outer header, which is another than that of another year (2016年 | 2017年). */
function openBeside(head: Head, heads: readonly Head[]): Head | undefined {
  return heads.find((other) => isOpen(other) && outerOf(other) === outerOf(head));
}

/** 未整改, 尚未整改到位. */
function isOpen({ path }: Head): boolean {
  return path.some((text) => text.includes("未整改"));
}

/**
 * 审计反馈问题 and 已整改 beside 未整改, in a table of audits without rates: what was found and what of it is done with. What
 * is nowhere less than the open ones is no kind of them.
 */
export function settledFindings(heads: readonly Head[], around: Surroundings, laws: readonly RateLaw[]): number[] {
  if (laws.length > 0 || !topicsAround(around).has("audit")) return [];
  return heads.flatMap((head, at) => {
    const open = openBeside(head, heads);
    return open && !isWords(head.slot) && !isOpen(head) && (leafSays(head, "done", OUTRIGHT) || isNowhereLess(head.slot, open.slot)) ? [at] : [];
  });
}

/** What kind of finding a header names; null for the total of a year. */
function categoryIn({ levels, total }: Head): string | null {
  const [leaf] = levels;
  if (!leaf || total) return null;
  const saysState = leaf.tokens.every(({ senses }) => senses.some(({ kind }) => kind !== "concept" && kind !== "stage"));
  if (saysState || (leaf.subject === "" && leaf.tokens.some((token) => senseOf(token, "audit")))) return null;
  return withoutPeriods(withoutBrackets(leaf.text)) || null;
}

function continuingReadings({ slot }: Head): SpecialReading[] {
  return [{ meaning: { kind: isWords(slot) ? "outlook" : "continuing" }, reasons: [{ weight: isWords(slot) ? 10 : 7, text: "是以前年度开工未建成的项目" }] }];
}
