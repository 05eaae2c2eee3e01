import { withoutUnit } from "../cells";
import { siblingsOf, type Head } from "./heads";
import { BY_VERB, headerWords, OUTRIGHT, type HeaderWords } from "./header-words";
import type { SumLaw } from "./laws";
import type { Subject } from "./subjects";

/**
 * Headers that structure tells apart, whatever their words: no two places of one table are the same figure. What the
 * lexicon knows as a verb or does not know at all is a name where it stands as one.
 */
export function toldApart(heads: readonly Head[], sums: readonly SumLaw[]): Head[] {
  return monthsApart(bandsApart(partsApart(heads, sums)));
}

const NO_PART: ReadonlySet<string> = new Set(["rest", "excess", "growth", "rank", "date", "clerical"]);

/** 新建 | 改造提升 under 建设任务, of which 合计 is the sum: what adds up to a whole is named by its header, and is what the whole is. */
function partsApart(heads: readonly Head[], sums: readonly SumLaw[]): Head[] {
  const told = [...heads];
  for (const { whole, parts } of sums) {
    if (!heads[whole]?.total || !parts.every((at) => isPart(heads[at]))) continue;
    for (const at of parts) {
      const head = heads[at] as Head;
      const [leaf, ...outer] = head.levels;
      if (!leaf) continue;
      if (head.own?.part) continue;
      const text = head.own && head.own.key !== heads[whole]?.own?.key ? head.own.text : withoutUnit(leaf.text);
      const own: Subject = { key: text, text, concepts: [], stage: null, part: true, unit: head.unit };
      // Its verb is its name; how far it is says the header over all of them.
      const verb = outer.find(({ stage }) => stage !== null);
      told[at] = { ...head, own, levels: [{ ...leaf, roles: leaf.roles.filter(({ weight }) => weight > BY_VERB) }, ...outer], stage: verb?.stage ?? null, verb: verb?.verb ?? "", openVerb: "" };
    }
  }
  return told;
}

function isPart(head: Head | undefined): boolean {
  const leaf = head?.levels[0];
  return leaf !== undefined && !leaf.total && leaf.roles.every(({ role, weight }) => weight <= BY_VERB && !NO_PART.has(role));
}

/** 应免 | 实免 under 猪, 牛 and 羊: bands that are worded alike are of what their own headers say. */
function bandsApart(heads: readonly Head[]): Head[] {
  const bands = bandsOf(heads);
  const byFigure = new Map<string, Band[]>();
  for (const band of bands) {
    for (const at of band.slots) {
      const figure = figureOf(heads[at], band);
      const known = byFigure.get(figure);
      if (known) known.push(band);
      else byFigure.set(figure, [band]);
    }
  }
  const told = [...heads];
  for (const band of bands) {
    const { name } = band;
    // Of parts one that is called alike is enough: no sum of theirs is another's.
    const isLike = (other: Band) => other.name !== name && sharedLeaves(band, other) >= (band.words.part ? 1 : 2);
    if (name === null || !band.slots.some((at) => byFigure.get(figureOf(heads[at], band))?.some(isLike))) continue;
    for (const at of band.slots) {
      const head = heads[at] as Head;
      const said = head.own?.text ?? "";
      const text = said.includes(name) || name.endsWith(said) ? name : `${name}${said}`;
      told[at] = { ...head, own: { key: text, text, concepts: [], stage: null, part: head.own?.part ?? false, unit: head.unit } };
    }
  }
  return told;
}

/** 6月份 beside 1-6月累计, worded alike, 其中6月 beside 累计: what is of one month is another period's. */
function monthsApart(heads: readonly Head[]): Head[] {
  const bands = bandsOf(heads);
  const sofar = bands.filter(({ words }) => words.roles.some(({ word }) => word === "累计"));
  const told = [...heads];
  for (const band of bands) {
    const { period, subject } = band.words;
    if (subject !== "" || period?.single !== true || !sofar.some((other) => other !== band && sharedLeaves(band, other) >= 2)) continue;
    for (const at of band.slots) told[at] = { ...(heads[at] as Head), isOfMonth: true };
  }
  for (const slots of siblingsOf(heads)) {
    const isSofar = (at: number) => headerWords(heads[at]?.path.at(-1) ?? "").roles.some(({ word }) => word === "累计");
    const month = slots.filter((at) => isMonthAlone(heads[at]?.levels[0]));
    if (slots.some(isSofar)) for (const at of month) told[at] = { ...(heads[at] as Head), isOfMonth: true };
  }
  return told;
}

/** 8月, 其中8月 beside 累计 under one header. */
function isMonthAlone(words: HeaderWords | undefined): boolean {
  return words?.period?.single === true && words.subject === "" && words.roles.length === 0;
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
    return [{ slots, leaves: new Set(slots.map((at) => leafOf(heads[at]))), name: nameIn(named) && named.text !== "" ? withoutUnit(named.text) : null, says, words }];
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

function nameIn(words: HeaderWords): boolean {
  return words.period === null && words.other === null && !words.total && !words.part && !saysHowFar(words);
}

/** 目标, 完成, 率 outright: the header says a role. */
function saysHowFar({ roles, subject }: HeaderWords): boolean {
  return subject === "" && roles.some(({ weight, role }) => weight >= OUTRIGHT || role === "growth");
}
