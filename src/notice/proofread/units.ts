/** What kind of figure a unit makes. */
export type UnitFamily = "percent" | "points" | "money" | "count" | "regions" | "rank" | "multiple" | "none";

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

const MONEY: Readonly<Record<string, number>> = { 亿元: 10_000, 千万元: 1000, 百万元: 100, 万元: 1, 元: 0.0001, 亿: 10_000, 万亿元: 100_000_000 };
const MONEY_UNIT = /(?:万亿|亿|千万|百万|万)?元|亿(?![\d套户个间人平公吨亩米])/y;
const COUNTED = [
  "平方公里", "平方米", "平方千米", "㎡", "平米", "公顷", "亩", "公里", "千米", "立方米", "套（户）", "户（套）", "套", "户", "间", "个", "件", "项", "处", "栋", "幢", "家", "人次", "人", "宗", "座",
  "笔", "名", "片", "所", "吨", "台", "部", "辆", "条", "块", "次", "场", "份", "头", "只", "口", "眼", "棵", "株", "米", "床", "张", "批", "株", "孔", "盏", "根", "千瓦", "千瓦时", "度", "辆次", "床位", "村", "组", "课时", "学位", "个学位",
];
const NOUNS = ["棚改项目", "公租房项目", "问题", "项目", "地块", "小区", "片区", "老旧小区", "行政村", "村", "社区", "学校", "学位"];
/** Units below a city or province as a count is followed by them: 县（市、区）, 县区, 市州, 乡镇. */
const REGIONS_UNIT =
  /个?(?:设区市|设区的市|县级市|旗?[县市区州旗盟]{1,3}(?:（[县市区旗州盟、单位及]+）)?(?:及单位)?|乡镇街道|镇街|乡镇|街道|镇|乡|地级市|地市|地区|单位|县级单位|地(?![区块市方点级]))(?![级域本直场政委管属内容房住])/y;
const SPACES = " \t\u00a0\u3000";

function longest(words: readonly string[], text: string, at: number): string {
  return words.reduce((best, word) => (word.length > best.length && text.startsWith(word, at) ? word : best), "");
}

/** The unit of a workbook's figure apart from a 万 before it: 万亩 is 亩 by ten thousands. */
export function baseUnit(unit: string): { kind: string; scale: number } {
  if (unit === "万元") return { kind: "万元", scale: 1 };
  const scale = unit.startsWith("万") ? 10_000 : unit.startsWith("亿") ? 100_000_000 : 1;
  return { kind: same(scale === 1 ? unit : unit.slice(1)), scale };
}

/** Spellings of one unit. */
function same(kind: string): string {
  return { 千米: "公里", "㎡": "平方米", 平米: "平方米", 平方千米: "平方公里", 所: "所", 幢: "栋" }[kind] ?? kind;
}

/**
 * Reads the unit that begins at a place.
 * @param plain a draft made half-width
 * @returns the unit and where it ends; family "none" and the same place where there is none. `more` tells of 余, 多 or 来 within (1700余套)
 */
export function unitAt(plain: string, at: number): { unit: StatedUnit; end: number; more: boolean } {
  let from = at;
  while (SPACES.includes(plain.charAt(from)) && from < at + 4 && from < plain.length) from++;
  let more = false;
  if ("余多来".includes(plain.charAt(from)) && from < plain.length && unitAt(plain, from + 1).unit.family !== "none") {
    more = true;
    from += 1;
  }
  const done = (end: number, unit: Omit<StatedUnit, "text">, printed = plain.slice(from, end)) => ({
    unit: { ...unit, text: printed },
    end,
    more: more || /^[亿万][多余]/.test(printed),
  });
  const points = longest(["个百分点", "百分点"], plain, from);
  if (points !== "") return done(from + points.length, { family: "points", kind: "points", scale: 1, noun: "" });
  if (plain.charAt(from) === "%") return done(from + 1, { family: "percent", kind: "%", scale: 1, noun: "" });
  if (plain.charAt(from) === "倍") return done(from + 1, { family: "multiple", kind: "倍", scale: 1, noun: "" });
  const big = plain.charAt(from);
  if ((big === "亿" || big === "万") && "多余".includes(plain.charAt(from + 1)) && plain.charAt(from + 1) !== "") {
    const { unit, end } = unitAt(plain, from + 2);
    const scale = big === "亿" ? 100_000_000 : 10_000;
    if (unit.family === "money" && unit.text === "元") return done(end, { ...unit, scale: scale / 10_000 });
    if (unit.family === "count") return done(end, { ...unit, scale });
  }
  MONEY_UNIT.lastIndex = from;
  const money = MONEY_UNIT.exec(plain)?.[0];
  if (money !== undefined) return done(from + money.length, { family: "money", kind: "万元", scale: MONEY[money] ?? 1, noun: "" });
  REGIONS_UNIT.lastIndex = from;
  const regions = REGIONS_UNIT.exec(plain)?.[0];
  // 49.44分 of a score; 分 in 十分之一, 30分钟, 分别 is none.
  if (big === "分" && !/[之钟别局类批期布析成工管配支部校公享秒]/.test(plain.charAt(from + 1)))
    return done(from + 1, { family: "count", kind: "分", scale: 1, noun: "" });
  const prefix = plain.charAt(from) === "万" || plain.charAt(from) === "千" || plain.charAt(from) === "亿" ? plain.charAt(from) : "";
  const word = longest(COUNTED, plain, from + prefix.length);
  if (regions !== undefined && regions.length >= word.length)
    return done(from + regions.length, { family: "regions", kind: "regions", scale: 1, noun: "" });
  if (word !== "") {
    const end = from + prefix.length + word.length;
    const noun = "个项件".includes(word) ? longest(NOUNS.flatMap((one) => [one, `的${one}`]), plain, end) : "";
    const scale = prefix === "亿" ? 100_000_000 : prefix === "万" ? 10_000 : prefix === "千" ? 1000 : 1;
    const kind = same(word === "户（套）" || word === "套（户）" ? "户套" : word);
    return done(end + noun.length, { family: "count", kind, scale, noun: noun.replace(/^的/, "") });
  }
  return { unit: { family: "none", kind: "", scale: 1, text: "", noun: "" }, end: at, more: false };
}
