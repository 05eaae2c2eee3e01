import { decimalsOf } from "../../progress";
import { chineseNumeralAt } from "../../lexicon";
import type { Approximation, StatedNumber } from "./token";
import { unitAt, type StatedUnit } from "./units";

/** A number found in a text, and where it ends. */
interface Scanned {
  number: StatedNumber;
  end: number;
}

const ARABIC = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/y;
const NONE: StatedUnit = { family: "none", kind: "", scale: 1, text: "", noun: "" };
const PERCENT: StatedUnit = { family: "percent", kind: "%", scale: 1, text: "", noun: "" };
const RANGE_SIGNS = "-—–~～至到";

const BEFORE: readonly (readonly [string, Approximation])[] = [
  ...["不足", "不到", "未达到", "未达", "低于", "不超过", "未超过", "小于", "少于", "未过", "不满", "没到", "没有达到"].map((word) => [word, "below"] as const),
  ...["将近", "接近", "近", "逼近", "临近"].map((word) => [word, "almost"] as const),
  ...["超过", "突破", "逾", "超", "高于", "大于", "多于", "达到或超过", "不低于", "不少于", "至少", "过", "超出", "突破了", "超过了"].map((word) => [word, "above"] as const),
  ...["大约", "约", "大概", "约为", "约占", "大致", "约达", "基本达到"].map((word) => [word, "about"] as const),
];
const AFTER: readonly (readonly [string, Approximation])[] = [
  ...["左右", "上下"].map((word) => [word, "about"] as const),
  ...["及以上", "以上", "之多", "（含）以上"].map((word) => [word, "above"] as const),
  ...["以下", "以内", "之内", "及以下"].map((word) => [word, "below"] as const),
  ...["有余", "多", "余", "出头", "挂零", "强"].map((word) => [word, "odd"] as const),
];

/** Makes a figure of its digits. */
function stated(digits: string, unit: StatedUnit, approximation: Approximation | null, more: Partial<StatedNumber> = {}): StatedNumber {
  const bare = digits.replaceAll(",", "");
  const value = Number(bare);
  return {
    value,
    upTo: null,
    decimals: bare.split(".")[1]?.length ?? decimalsOf(value),
    digits: bare.replace(".", "").replace(/^0+(?=\d)/, ""),
    separated: digits.includes(","),
    coarse: null,
    approximation,
    unit,
    ...more,
  };
}

function matched(
  words: readonly (readonly [string, Approximation])[],
  fits: (word: string) => boolean,
): { word: string; says: Approximation } | null {
  let best: { word: string; says: Approximation } | null = null;
  for (const [word, says] of words) if (fits(word) && word.length > (best?.word.length ?? 0)) best = { word, says };
  return best;
}

/** A numeral in either script without its unit. */
function numeralAt(plain: string, at: number): { digits: string; end: number; chinese: boolean } | null {
  ARABIC.lastIndex = at;
  const arabic = ARABIC.exec(plain)?.[0];
  if (arabic !== undefined) return { digits: arabic, end: at + arabic.length, chinese: false };
  const chinese = chineseNumeralAt(plain, at);
  return chinese ? { digits: chinese.value.toFixed(chinese.decimals), end: at + chinese.length, chinese: true } : null;
}

/** 一半, 半数, 三分之一, 五成, 四成半, 百分之三十五: shares in words. */
function shareAt(plain: string, at: number): Scanned | null {
  if (plain.startsWith("百分之", at)) {
    const numeral = numeralAt(plain, at + 3);
    return numeral ? { number: stated(numeral.digits, PERCENT, null), end: numeral.end } : null;
  }
  if (plain.startsWith("一半", at) || plain.startsWith("半数", at)) return { number: stated("50", PERCENT, null, { coarse: 10 }), end: at + 2 };
  const first = numeralAt(plain, at);
  if (!first) return null;
  const slash = /^\/(\d{1,2})(?![\d.%\u4e00-\u9fff])/.exec(plain.slice(first.end, first.end + 4));
  if (slash && !first.chinese && Number(slash[1]) <= 10 && Number(first.digits) < Number(slash[1]) && !/\d/.test(plain.charAt(at - 1))) {
    const whole = Number(slash[1]);
    const value = (Number(first.digits) / whole) * 100;
    return {
      number: { ...stated(String(Math.round(value * 100) / 100), PERCENT, null, { coarse: 100 / whole }), value },
      end: first.end + slash[0].length,
    };
  }
  if (plain.startsWith("分之", first.end)) {
    const part = numeralAt(plain, first.end + 2);
    const whole = Number(first.digits);
    if (!part || !(whole > 1) || !(whole <= 20)) return null;
    const value = (Number(part.digits) / whole) * 100;
    return { number: { ...stated(String(Math.round(value * 100) / 100), PERCENT, null, { coarse: 100 / whole }), value }, end: part.end };
  }
  if (plain.charAt(first.end) === "成" && !/[立为员本品功都型效绩果交熟就长]/.test(plain.charAt(first.end + 1)) && Number(first.digits) <= 10) {
    const half = plain.charAt(first.end + 1) === "半";
    const value = Number(first.digits) * 10 + (half ? 5 : 0);
    return { number: stated(String(value), PERCENT, null, { coarse: half ? 5 : 10 }), end: first.end + (half ? 2 : 1) };
  }
  return null;
}

/** 过半, 超半数: more than half, as one figure. */
function moreThanHalfAt(plain: string, at: number): Scanned | null {
  const word = ["超过一半", "超过半数", "超半数", "过半数", "超一半", "过半"].find((one) => plain.startsWith(one, at));
  if (word === undefined || plain.startsWith("时间过半", at - 2) || plain.startsWith("任务过半", at - 2)) return null;
  const not = ["未", "没", "没有", "尚未", "不", "未能"].some((one) => plain.endsWith(one, at) || plain.slice(0, at).endsWith(one));
  return { number: stated("50", PERCENT, not ? "below" : "above", { coarse: 10 }), end: at + word.length };
}

/**
 * Reads the figure that begins at a place: its number in either script, its unit, what hedges it, and the other end of a range.
 * A Chinese numeral is a figure only with a unit.
 */
export function figureAt(plain: string, at: number): Scanned | null {
  const half = moreThanHalfAt(plain, at);
  if (half) return half;
  const share = shareAt(plain, at);
  const plainFigure = share ?? amountAt(plain, at);
  if (!plainFigure) return null;
  const ranged = rangeAt(plain, plainFigure);
  if (ranged) return ranged;
  const before = matched(
    BEFORE,
    (word) =>
      plain.startsWith(word, at - word.length) &&
      !(word === "超" && plain.startsWith("超额", at - 2)) &&
      !(word === "过" && !/[率半已超]/.test(plain.charAt(at - 2))),
  );
  const after = matched(AFTER, (word) => plain.startsWith(word, plainFigure.end));
  const odd = plainFigure.number.approximation === "odd" ? "odd" : null;
  const oddWord =
    after?.says === "odd" && plainFigure.number.coarse === null && plainFigure.number.unit.family !== "percent" ? null : after;
  const approximation = odd ?? oddWord?.says ?? before?.says ?? null;
  const taken = oddWord?.says === "odd" || oddWord?.says === "about" ? oddWord.word.length : 0;
  return { number: { ...plainFigure.number, approximation }, end: plainFigure.end + taken };
}

function amountAt(plain: string, at: number): Scanned | null {
  const numeral = numeralAt(plain, at);
  if (!numeral) return null;
  const { unit, end, more } = unitAt(plain, numeral.end);
  if (numeral.chinese && unit.family === "none") return null;
  if (numeral.chinese && unit.text === "名" && "义".includes(plain.charAt(end))) return null;
  return { number: stated(numeral.digits, unit, more ? "odd" : null, {}), end: unit.family === "none" ? numeral.end : end };
}

/** 50%—60%, 四成至五成, 500至600套. */
function rangeAt(plain: string, first: Scanned): Scanned | null {
  if (!RANGE_SIGNS.includes(plain.charAt(first.end)) || first.end >= plain.length) return null;
  const past = first.end + (plain.charAt(first.end + 1) === "—" ? 2 : 1);
  const second = shareAt(plain, past) ?? amountAt(plain, past);
  if (!second || second.number.unit.family === "none" || second.number.value <= first.number.value) return null;
  const kindred = first.number.unit.family === "none" || first.number.unit.family === second.number.unit.family;
  if (!kindred) return null;
  const between = plain.startsWith("之间", second.end) ? 2 : 0;
  const { unit } = second.number;
  const scale = first.number.unit.family === "none" ? 1 : first.number.unit.scale / unit.scale;
  return {
    number: { ...first.number, value: first.number.value * scale, upTo: second.number.value, unit, approximation: "between" },
    end: second.end + between,
  };
}

/** 第3, 第三名, 倒数第二, 首位 are places in a ranking; null for 第一季度, 第2督查组. */
export function rankAt(plain: string, at: number): Scanned | null {
  if (plain.charAt(at) !== "第") return null;
  const numeral = numeralAt(plain, at + 1);
  if (!numeral) return null;
  const value = Number(numeral.digits);
  const sign = plain.charAt(numeral.end);
  const named = sign === "位" || sign === "名";
  const end = numeral.end + (named ? 1 : 0);
  if (!named && sign !== "" && !"，。；、：！？）\n ".includes(sign) && !/[\u4e00-\u9fff]/.test(sign)) return null;
  if (
    !named &&
    /^(?:季|次|批|期|条|款|阶|步|类|项|轮|年|方|部|督|检|调|小|工|组|产|号|周|天|人|一|二|三|四|个|块|册|章|节|页|标|责|届|中|高|实|幼|人|师|团)/.test(
      plain.slice(end, end + 1),
    )
  )
    return null;
  if (!(value >= 1) || value > 400) return null;
  const kind = plain.startsWith("倒数", at - 2) ? "fromEnd" : "fromTop";
  return { number: stated(String(value), { ...NONE, family: "rank", kind, text: plain.slice(at, end) }, null), end };
}

/** 前两名, 后3位, 前列的2个: how many are named from which end; null where none is. */
export function topsAt(plain: string, at: number): { side: "first" | "last"; count: number; end: number } | null {
  const sign = plain.charAt(at);
  if (sign !== "前" && sign !== "后") return null;
  const numeral = numeralAt(plain, at + 1);
  const unit = numeral ? plain.charAt(numeral.end) : "";
  if (!numeral || !"名位强".includes(unit) || unit === "") return null;
  const count = Number(numeral.digits);
  return count >= 1 && count <= 30 ? { side: sign === "前" ? "first" : "last", count, end: numeral.end + 1 } : null;
}
