import { withoutUnit } from "../cells";
import type { Head } from "./heads";
import { outerOf } from "./heads";
import { headerWords, type HeaderWords } from "./header-words";
import type { SumLaw } from "./laws";
import type { Subject } from "./subjects";

/**
 * Headers that structure tells apart, whatever their words: no two places of one table are the same figure. What the
 * lexicon knows as a verb or does not know at all is a name where it stands as one.
 */
export function toldApart(heads: readonly Head[], sums: readonly SumLaw[]): Head[] {
  return monthsApart(bandsApart(partsApart(heads, sums)));
}

/** A verb by itself says done, weakly: 新建, 分配. */
const WEAK = 1;
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
      told[at] = { ...head, own, levels: [{ ...leaf, roles: leaf.roles.filter(({ weight }) => weight > WEAK) }, ...outer], stage: verb?.stage ?? null, verb: verb?.verb ?? "", openVerb: "" };
    }
  }
  return told;
}

function isPart(head: Head | undefined): boolean {
  const leaf = head?.levels[0];
  return leaf !== undefined && !leaf.total && leaf.roles.every(({ role, weight }) => weight <= WEAK && !NO_PART.has(role));
}

/** 应免 | 实免 under 猪, 牛 and 羊: bands that are worded alike are of what their own headers say. */
function bandsApart(heads: readonly Head[]): Head[] {
  const bands = bandsOf(heads);
  const told = [...heads];
  for (const band of bands) {
    const alike = bands.filter((other) => other !== band && other.level === band.level && sharedLeaves(band, other) >= 2);
    const name = nameOf(heads[band.slots[0] ?? 0]);
    const clashes = alike.some((other) => nameOf(heads[other.slots[0] ?? 0]) !== name && saysAlike(heads[band.slots[0] ?? 0], heads[other.slots[0] ?? 0]) && band.slots.some((at) => other.slots.some((another) => isSame(heads[at], heads[another]))));
    if (!clashes || name === null) continue;
    for (const at of band.slots) {
      const head = heads[at] as Head;
      const text = head.own && !head.own.text.includes(name) ? `${name}${head.own.text}` : name;
      told[at] = { ...head, own: { key: text, text, concepts: [], stage: null, part: false, unit: head.unit } };
    }
  }
  return told;
}

/** 6月份 beside 1-6月累计, worded alike: what is of one month is another period's. */
function monthsApart(heads: readonly Head[]): Head[] {
  const bands = bandsOf(heads);
  const wordsOf = ({ slots }: Band) => headerWords(heads[slots[0] ?? 0]?.path.at(-2) ?? "");
  const told = [...heads];
  for (const band of bands) {
    const { period, subject } = wordsOf(band);
    if (subject !== "" || period?.single !== true) continue;
    const isBeside = bands.some((other) => other !== band && sharedLeaves(band, other) >= 2 && wordsOf(other).roles.some(({ word }) => word === "累计"));
    if (!isBeside) continue;
    for (const at of band.slots) told[at] = { ...(heads[at] as Head), isOfMonth: true };
  }
  return told;
}

/** Slots under one header, as they follow each other. */
interface Band {
  level: number;
  slots: number[];
  leaves: ReadonlySet<string>;
}

function bandsOf(heads: readonly Head[]): Band[] {
  const found = new Map<string, number[]>();
  heads.forEach(({ path }, at) => {
    if (path.length < 2) return;
    const key = outerOf({ path });
    found.set(key, [...(found.get(key) ?? []), at]);
  });
  return [...found.values()].filter((slots) => slots.length >= 2).map((slots) => ({ level: heads[slots[0] ?? 0]?.path.length ?? 0, slots, leaves: new Set(slots.map((at) => leafOf(heads[at]))) }));
}

function sharedLeaves(one: Band, other: Band): number {
  return [...one.leaves].filter((leaf) => other.leaves.has(leaf)).length;
}

function leafOf(head: Head | undefined): string {
  return withoutUnit(head?.path.at(-1) ?? "");
}

/** Whether nothing but the band tells two figures apart: not what is counted, its unit, its verb. */
function isSame(one: Head | undefined, other: Head | undefined): boolean {
  return leafOf(one) === leafOf(other) && one?.own?.key === other?.own?.key && one?.unit?.kind === other?.unit?.kind && one?.stage === other?.stage && one?.counted === other?.counted;
}

/** Whether two bands' own headers say the same of how far their figures are: 第一批交办 and 第二批交办, not 排查 and 整改. */
function saysAlike(one: Head | undefined, other: Head | undefined): boolean {
  const said = (head: Head | undefined) => {
    const { roles, stage } = headerWords(head?.path.at(-2) ?? "");
    return `${stage ?? ""} ${[...new Set(roles.map(({ role }) => role))].sort().join()}`;
  };
  return said(one) === said(other);
}

/** What the header over a band names; null where it says a period, a sum, or how far: such bands are no things of their own. */
function nameOf(head: Head | undefined): string | null {
  const text = head?.path.at(-2);
  if (text === undefined) return null;
  const words = headerWords(text);
  const isName = words.period === null && words.other === null && !words.total && !words.part && !saysHowFar(words);
  return isName ? withoutUnit(text) : null;
}

/** 目标, 完成, 率 outright: the header says a role. */
function saysHowFar({ roles, subject }: HeaderWords): boolean {
  return subject === "" && roles.some(({ weight, role }) => weight >= 2 || role === "growth");
}
