import { COUNT_UNITS, MEASURE_UNITS, MEASURES_ALIKE, MONEY_UNITS } from "../lexicon";
import { compact, withoutBrackets } from "./text";

/** A unit as staff write it, reduced to its kind: 亿元 is 10000 of the kind 万元. */
export interface UnitInfo {
  /** 套 户 个 … or 万元 for all money. */
  kind: string;
  /** Multiply by this to get the kind's own unit. */
  scale: number;
  /** As written. */
  text: string;
  /** Of a measure, which stays as it is written: what it is many of, and how many: 万㎡ is 10,000 of 平方米. */
  measure?: { of: string; many: number };
}

const COUNT_SCALES: readonly [string, number][] = [["", 1], ["千", 1000], ["万", 10000], ["百", 100], ["亿", 1e8]];
const COUNTED = new Set(COUNT_UNITS);
const MONEY = new Map(Object.entries(MONEY_UNITS));
const MEASURES = new Set(MEASURE_UNITS);

/** Homes for rent are counted 套（间）: one unit. */
const SETS_OR_ROOMS = /套(?:\(间\)|[、/]间)/g;

/** Reads one unit word; null where it is none that figures of this field come in. */
export function unitOf(word: string): UnitInfo | null {
  const text = compact(word).replace("人民币", "").replace(SETS_OR_ROOMS, "套");
  const money = MONEY.get(text);
  if (money !== undefined) return { kind: "万元", scale: money, text };
  if (MEASURES.has(text.toLowerCase()))
    return { kind: text.replace(/(?<!k)m[2²]$/, "㎡"), scale: 1, text, measure: measureOf(text.toLowerCase()) };
  for (const [many, scale] of COUNT_SCALES) {
    const kind = text.slice(many.length);
    if (text.startsWith(many) && COUNTED.has(kind)) return { kind, scale, text };
  }
  return null;
}

function measureOf(text: string): UnitInfo["measure"] {
  const many = { 万: 10_000, 亿: 1e8 }[text.charAt(0)] ?? 1;
  const bare = many === 1 ? text : text.slice(1);
  return { of: MEASURES_ALIKE[bare] ?? bare, many };
}

/** What two units may be told apart by: 万㎡ and 平方米 are of one family, 亩 of another. */
export function unitFamily(unit: UnitInfo | null | undefined): string {
  return unit?.measure?.of ?? unit?.kind ?? "";
}

/** What one of a unit is in another: 0.0001 for 元 of 万元 and for ㎡ of 万㎡; 1 where they are not of one family. */
export function unitRatio(unit: UnitInfo | null | undefined, other: UnitInfo | null | undefined): number {
  if (!unit || !other || unitFamily(unit) !== unitFamily(other)) return 1;
  return unit.measure && other.measure ? unit.measure.many / other.measure.many : unit.scale / other.scale;
}

/**
 * The unit that a header of figures ends with: 任务(枪). One sign in brackets is what is counted, known or not;
 * 改造(新), (一) and (甲) say which.
 */
export function unitAtEnd(header: string): UnitInfo | null {
  const text = AT_END.exec(header)?.[1] ?? "";
  return text === "" || NO_UNITS.includes(text) ? null : { kind: text, scale: 1, text };
}

const AT_END = /\(([\u4e00-\u9fff])\)$/;

const NO_UNITS = "一二三四五六七八九十甲乙丙丁上中下左右前后新旧续总含注是否有无大小主次县市区镇乡村州盟省旗";

/** The unit of a header cell that says nothing else: (套), 单位:套. */
export function unitAlone(header: string): UnitInfo | null {
  const said = /^(?:\((?:单位:)?([^()]+)\)|单位:(.+))$/.exec(header);
  return said ? unitOf(said[1] ?? said[2] ?? "") : null;
}

/** A header with its unit as others write it: 目标任务/套 is 目标任务(套); 元/户 is a price. */
export function withUnitInBrackets(header: string): string {
  const [, before = "", unit = ""] = /^([^/()]+)\/([^/()]{1,4})$/.exec(header) ?? [];
  return unit !== "" && unitOf(unit) && !unitOf(before) ? `${before}(${unit})` : header;
}

/** The units in a header or caption: "完成投资（万元）" → 万元; "单位：套、户、万元" → all three. */
export function unitsIn(text: string): UnitInfo[] {
  if (!text.includes("(") && !text.includes("（") && !text.includes("单位")) return [];
  const bare = compact(text).replace(SETS_OR_ROOMS, "套");
  const places = [/\(([^()]*)\)/g, /单位:?([^()\s;；。]*)/g].flatMap((place) => [...bare.matchAll(place)].map((match) => match[1] ?? ""));
  const found = places.flatMap((place) =>
    unitOf(place) ?? place.split(/[、,/;和及:]/).flatMap((word) => unitOf(word.replace(/^单位:?/, "")) ?? []),
  );
  return found.filter((unit, index) => found.findIndex((other) => other.text === unit.text) === index);
}

/** A header without its unit: "完成投资（万元）" → "完成投资". */
export function withoutUnit(header: string): string {
  const text = compact(header);
  const isUnit = (word: string) => unitOf(word) !== null;
  return withoutBrackets(text, (inner) => inner !== "%" && !inner.replace(/^单位:?/, "").split(/[、,/]/).every(isUnit));
}
