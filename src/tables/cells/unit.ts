import { compact } from "./text";

/** A unit as staff write it, reduced to its kind: 亿元 is 10000 of the kind 万元. */
export interface UnitInfo {
  /** 套 户 个 … or 万元 for all money. */
  kind: string;
  /** Multiply by this to get the kind's own unit. */
  scale: number;
  /** As written. */
  text: string;
}

const MONEY = new Map([
  ["元", 0.0001],
  ["千元", 0.1],
  ["万元", 1],
  ["百万元", 100],
  ["千万元", 1000],
  ["亿元", 10000],
]);
const COUNTED = "套户个间人项件处栋幢片宗部台";
const COUNT_SCALES: Record<string, number> = { "": 1, 千: 1000, 万: 10000, 百: 100 };
const COUNT = new RegExp(`^([千万百]?)([${COUNTED}])$`);

/** Homes for rent are counted 套（间）: one unit. */
const SETS_OR_ROOMS = /套(?:\(间\)|[、/]间)/g;

/** Reads one unit word; null where it is none that figures of this field come in. */
export function unitOf(word: string): UnitInfo | null {
  const text = compact(word).replace(/人民币/, "");
  const money = MONEY.get(text);
  if (money !== undefined) return { kind: "万元", scale: money, text };
  if (/^(平方米|㎡|m2|万平方米|亩|公顷|米|千米|公里)$/i.test(text)) return { kind: text, scale: 1, text };
  const count = COUNT.exec(text);
  const scale = COUNT_SCALES[count?.[1] ?? ""];
  return count?.[2] && scale !== undefined ? { kind: count[2], scale, text } : null;
}

/** The units in a header or caption: "完成投资（万元）" → 万元; "单位：套、户、万元" → all three. */
export function unitsIn(text: string): UnitInfo[] {
  const bare = compact(text).replace(SETS_OR_ROOMS, "套");
  const places = [
    ...[...bare.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] ?? ""),
    ...[...bare.matchAll(/单位:?([^()\s;；。]*)/g)].map((match) => match[1] ?? ""),
  ];
  const found = places.flatMap((place) =>
    place.split(/[、,/;和及:]/).flatMap((word) => unitOf(word.replace(/^单位:?/, "")) ?? []),
  );
  return found.filter((unit, index) => found.findIndex((other) => other.text === unit.text) === index);
}

/** A header without its unit: "完成投资（万元）" → "完成投资". */
export function withoutUnit(header: string): string {
  const text = compact(header);
  if (!text.includes("(")) return text;
  return text.replace(/\(([^()]*)\)/g, (whole: string, inner: string) => {
    const words = inner.replace(/^单位:?/, "").split(/[、,/]/);
    return inner === "%" || words.every((word) => unitOf(word)) ? "" : whole;
  });
}
