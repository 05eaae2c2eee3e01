import { withoutUnit } from "../cells";
import { NONE_ROLES } from "./evidence";
import { siblingsOf, type Head } from "./heads";
import { BY_VERB, headerWords, OUTRIGHT, wordsWithoutCount, type HeaderWords } from "./header-words";
import type { RateLaw, SumLaw } from "./laws";
import { calledSo } from "./subjects";

/**
 * Headers that structure tells apart, whatever their words: no two places of one table are the same figure. What the
 * lexicon knows as a verb or does not know at all is a name where it stands as one.
 */
export function toldApart(heads: readonly Head[], sums: readonly SumLaw[], laws: readonly RateLaw[]): Head[] {
  return monthsApart(bandsApart(partsApart(heads, sums), laws));
}

/** What laws say of headers that each name something else (交办 | 化解): in bands without rates they are no part of a name. */
function verbsOf(laws: readonly RateLaw[], heads: readonly Head[], { slots }: Band): Set<string> {
  const isLawful = laws.some(({ target, done }) => slots.includes(target) || slots.includes(done));
  const apart = isLawful ? [] : laws.filter(({ target, done }) => heads[target]?.own?.key !== heads[done]?.own?.key);
  return new Set(apart.flatMap(({ target, done }) => [wordsOf(heads[target]), wordsOf(heads[done])]));
}

function wordsOf(head: Head | undefined): string {
  return wordsWithoutCount(head?.levels[0]);
}

/** 新建 | 改造提升 under 建设任务, of which 合计 is the sum: what adds up to a whole is named by its header, and is what the whole is. */
function partsApart(heads: readonly Head[], sums: readonly SumLaw[]): Head[] {
  const told = [...heads];
  for (const { whole, parts } of sums) {
    if (!heads[whole]?.total || !parts.every((at) => isPart(heads[at]))) continue;
    for (const at of parts) {
      const head = heads[at] as Head;
      const [leaf, ...outer] = head.levels;
      if (!leaf || head.own?.part) continue;
      const text = head.own && head.own.key !== heads[whole]?.own?.key ? head.own.text : withoutUnit(leaf.text);
      // Its verb is its name; how far it is says the header over all of them.
      const { stage = null, verb = "" } = outer.find((words) => words.stage !== null) ?? {};
      told[at] = { ...head, own: calledSo(text, head.unit, true), levels: [{ ...leaf, roles: [] }, ...outer], stage, verb, openVerb: "" };
    }
  }
  return told;
}

function isPart(head: Head | undefined): boolean {
  return head?.levels[0]?.roles.every(({ role, weight }) => weight <= BY_VERB && !NONE_ROLES.has(role)) ?? false;
}

/** 应免 | 实免 under 猪, 牛 and 羊: bands that are worded alike are of what their own headers say. */
function bandsApart(heads: readonly Head[], laws: readonly RateLaw[]): Head[] {
  const bands = bandsOf(heads);
  const byFigure = new Map<string, Band[]>();
  for (const band of bands) {
    for (const at of band.slots) {
      const figure = figureOf(heads[at], band);
      byFigure.set(figure, [...(byFigure.get(figure) ?? []), band]);
    }
  }
  const told = [...heads];
  for (const band of bands) {
    const { name } = band;
    // Of parts one that is called alike is enough: no sum of theirs is another's.
    const isLike = (other: Band) => other.name !== name && sharedLeaves(band, other) >= (band.words.part ? 1 : 2);
    if (name === null || !band.slots.some((at) => byFigure.get(figureOf(heads[at], band))?.some(isLike))) continue;
    const verbs = verbsOf(laws, heads, band);
    for (const at of band.slots) {
      const head = heads[at] as Head;
      const said = verbs.has(wordsOf(head)) ? "" : (head.own?.text ?? "");
      const text = said.includes(name) || name.endsWith(said) ? name : `${name}${said}`;
      told[at] = { ...head, own: calledSo(text, head.unit, head.own?.part) };
    }
  }
  return told;
}

/** 6月份 beside 1-6月累计, worded alike, 其中6月 beside 累计: what is of one month is another period's. */
function monthsApart(heads: readonly Head[]): Head[] {
  const bands = bandsOf(heads);
  const isSofar = (words: HeaderWords | undefined) => words?.roles.some(({ word }) => word === "累计") ?? false;
  const isMonth = (words: HeaderWords | undefined) => words?.period?.single === true && words.subject === "";
  const whole = bands.filter(({ words }) => isMonth(words)).filter((band) => bands.some((other) => isSofar(other.words) && sharedLeaves(band, other) >= 2));
  const leaves = siblingsOf(heads).map((slots) => slots.map((at) => ({ at, words: headerWords(heads[at]?.path.at(-1) ?? "") }))).filter((group) => group.some(({ words }) => isSofar(words)));
  const ofMonth = new Set([...whole.flatMap(({ slots }) => slots), ...leaves.flat().flatMap(({ at, words }) => (isMonth(words) && words.roles.length === 0 ? [at] : []))]);
  return heads.map((head, at) => (ofMonth.has(at) ? { ...head, isOfMonth: true } : head));
}

/** Slots under one header, as they follow each other. */
interface Band {
  slots: number[];
  leaves: ReadonlySet<string>;
  /** What its header names; null where it says a period, a sum, or how far: such bands are no things of their own. */
  name: string | null;
  /** What its header says of how far its figures are: 第一批交办 the same as 第二批交办, 排查 not the same as 整改. */
  says: string;
  words: HeaderWords;
}

function bandsOf(heads: readonly Head[]): Band[] {
  return siblingsOf(heads).flatMap((slots): Band[] => {
    const text = heads[slots[0] ?? 0]?.path.at(-2);
    if (slots.length < 2 || text === undefined) return [];
    const words = headerWords(text);
    const says = `${words.stage ?? ""} ${[...new Set(words.roles.map(({ role }) => role))].sort().join()}`;
    // 新建 | 改建 under 其中 are of what stands over that.
    const named = words.part ? headerWords(heads[slots[0] ?? 0]?.path.at(-3) ?? "") : words;
    return [{ slots, leaves: new Set(slots.map((at) => leafOf(heads[at]))), name: namesThing(named) && named.text !== "" ? withoutUnit(named.text) : null, says, words }];
  });
}

function sharedLeaves(one: Band, other: Band): number {
  return [...one.leaves].filter((leaf) => other.leaves.has(leaf)).length;
}

function leafOf(head: Head | undefined): string {
  return withoutUnit(head?.path.at(-1) ?? "");
}

/** The same for figures that nothing but their bands' names tells apart: not what is counted, its unit, its verb. */
function figureOf(head: Head | undefined, { says }: Band): string {
  return JSON.stringify([head?.path.length, leafOf(head), head?.own?.key, head?.unit?.kind, head?.stage, head?.counted, says]);
}

/** It says no period, sum or part, and no role outright: 目标, 完成, 率. */
function namesThing({ period, other, total, part, subject, roles }: HeaderWords): boolean {
  const saysHowFar = subject === "" && roles.some(({ weight, role }) => weight >= OUTRIGHT || role === "growth");
  return period === null && other === null && !total && !part && !saysHowFar;
}
