/** What kind of figure a unit makes. */
export type UnitFamily = "percent" | "points" | "money" | "count" | "regions" | "rank" | "none";

/** The unit of a stated figure. */
export interface StatedUnit {
  family: UnitFamily;
  /** 套 户 个 …; 万元 for all money; "" where there is none. */
  kind: string;
  /** Multiply by this to get the kind's own unit: 10000 for 亿元 and for 万套. */
  scale: number;
  /** As printed, spaces left out. */
  text: string;
  /** What is counted, where the unit names it: 问题, 项目. */
  noun: string;
}

/** Units below a city or province as a count is followed by them: 县（市、区）, 县区, 市州. */
export const REGION_NOUN =
  "县（市、区、单位）|县（市、区）及单位|旗县（市、区）|旗县市区|县（市、区）|县（区、市）|县（市）区|县（市区）|市（县、区）|县（市）|县（区）|市（州）|市（区）|县市区|市县区|县区市|区县市|县区|县市|区县|市县|市区|市州|旗县|地级市|地市|地区|县|市|区|旗|州|盟";

const MONEY: Readonly<Record<string, number>> = { 亿元: 10_000, 千万元: 1000, 百万元: 100, 万元: 1, 元: 0.0001, 亿: 10_000 };
const MONEY_UNIT = /^(亿|千万|百万|万)?元|^亿(?![\d套户个间人平])/;
const COUNT_UNIT = /^(万|千)?(平方米|㎡|公顷|亩|套（户）|户（套）|套|户|间|个|件|项|处|栋|幢|家|人|宗|座|笔|名|片)/;
const NOUN = /^(?:的)?(?:棚改项目|公租房项目|问题|项目|地块|小区|片区)/;
const REGIONS_UNIT = new RegExp(`^个?(?:${REGION_NOUN}|单位|县级单位|地(?![区块市方点级]))(?![级域本直场政委管属内])`);
const SPACE = /^[ \t\u00a0\u3000]*/;

/**
 * Reads the unit that begins at a place.
 * @param plain a draft made half-width
 * @param ahead whether 余, 多 or 来 may stand between (1700余套)
 * @returns the unit and where it ends; family "none" and the same place where there is none
 */
export function unitAt(plain: string, at: number): { unit: StatedUnit; end: number; more: boolean } {
  const gap = SPACE.exec(plain.slice(at, at + 8))?.[0].length ?? 0;
  let from = at + gap;
  const more = /^[余多来](?=[亿万套户个间元%])/.test(plain.slice(from, from + 3));
  if (more) from += 1;
  const rest = plain.slice(from, from + 14);
  const done = (length: number, unit: Omit<StatedUnit, "text">) => ({
    unit: { ...unit, text: rest.slice(0, length) },
    end: from + length,
    more: more || /^(?:亿|万)[多余]/.test(rest),
  });
  const points = /^个?百分点/.exec(rest);
  if (points) return done(points[0].length, { family: "points", kind: "points", scale: 1, noun: "" });
  if (rest.startsWith("%")) return done(1, { family: "percent", kind: "%", scale: 1, noun: "" });
  const loose = /^(亿|万)[多余]元/.exec(rest);
  if (loose) return done(3, { family: "money", kind: "万元", scale: loose[1] === "亿" ? 10_000 : 1, noun: "" });
  const money = MONEY_UNIT.exec(rest);
  if (money) return done(money[0].length, { family: "money", kind: "万元", scale: MONEY[money[0]] ?? 1, noun: "" });
  const regions = REGIONS_UNIT.exec(rest);
  if (regions) return done(regions[0].length, { family: "regions", kind: "regions", scale: 1, noun: "" });
  const count = COUNT_UNIT.exec(rest);
  if (count) {
    const [whole, prefix, word = ""] = count;
    const noun = /[个项件]/.test(word) ? (NOUN.exec(rest.slice(whole.length))?.[0] ?? "") : "";
    const scale = prefix === "万" ? 10_000 : prefix === "千" ? 1000 : 1;
    const kind = word.replace(/（.*$/, "").replace("户（套", "户");
    return done(whole.length + noun.length, { family: "count", kind, scale, noun: noun.replace(/^的/, "") });
  }
  return { unit: { family: "none", kind: "", scale: 1, text: "", noun: "" }, end: at, more: false };
}
