/** A numeral as read from a text. */
interface Numeral {
  value: number;
  /** Digits after the point. */
  decimals: number;
  /** Signs that it takes. */
  length: number;
}

const DIGITS = "零一二三四五六七八九";
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** The signs that can stand in a Chinese numeral. */
export const NUMERAL_SIGNS = `两${DIGITS}${Object.keys({ ...SMALL, ...LARGE }).join("")}`;

const SIGNS: ReadonlySet<string> = new Set(NUMERAL_SIGNS);

/** Whether a sign can stand in a Chinese numeral. */
export function isNumeralSign(sign: string): boolean {
  return SIGNS.has(sign);
}

function digitOf(sign: string): number {
  return sign === "两" ? 2 : sign === "" ? -1 : DIGITS.indexOf(sign);
}

/**
 * Reads the Chinese numeral that begins at a place; one pass.
 * A 万 or 亿 at its end is left to the unit (一百万元 is 一百 and 万元).
 * @returns null where none begins
 * @example chineseNumeralAt("一百二十套", 0) // { value: 120, decimals: 0, length: 4 }
 */
export function chineseNumeralAt(text: string, at: number): Numeral | null {
  let end = at;
  while (isNumeralSign(text.charAt(end))) end++;
  if (end === at || text.charAt(at) in LARGE) return null;
  const trailing = end - at > 1 && text.charAt(end - 1) in LARGE;
  const whole = wholeValue(text.slice(at, trailing ? end - 1 : end));
  if (whole === null) return null;
  if (trailing) return { value: whole, decimals: 0, length: end - 1 - at };
  if (text.charAt(end) !== "点" || digitOf(text.charAt(end + 1)) < 0) return { value: whole, decimals: 0, length: end - at };
  let decimals = "";
  let past = end + 1;
  for (let digit = digitOf(text.charAt(past)); digit >= 0; digit = digitOf(text.charAt(past))) {
    decimals += String(digit);
    past++;
  }
  return { value: Number(`${whole}.${decimals}`), decimals: decimals.length, length: past - at };
}

/** The value of a run of numeral signs; null where they make no number. */
function wholeValue(signs: string): number | null {
  const digits = [...signs].map(digitOf);
  // 二零二一: digits one by one, as years are written.
  if (digits.length > 1 && digits.every((digit) => digit >= 0)) return signs.includes("两") || digits.length === 2 ? null : Number(digits.join(""));
  let total = 0;
  let section = 0;
  let digit = -1;
  let least = Infinity;
  for (const sign of signs) {
    const value = digitOf(sign);
    if (value > 0) {
      if (digit > 0) return null;
      digit = value;
    } else if (value === 0) {
      digit = -1;
      if (signs.length === 1) return 0;
    } else if (sign in SMALL) {
      const scale = SMALL[sign] ?? 1;
      if (digit < 0 && !(scale === 10 && section === 0)) return null;
      section += (digit < 0 ? 1 : digit) * scale;
      digit = -1;
      least = scale;
    } else {
      const scale = LARGE[sign] ?? 1;
      total = (total + section + Math.max(0, digit)) * scale;
      [section, digit, least] = [0, -1, scale];
    }
  }
  if (digit < 0) return total + section;
  // 一百二 is 120, 一百零二 is 102.
  const abbreviated = signs.length > 1 && least !== Infinity && least > 10 && !signs.endsWith(`零${signs.at(-1) ?? ""}`);
  return total + section + digit * (abbreviated ? least / 10 : 1);
}

/** A count in Chinese signs, 1 to 99: 三, 十二, 二十. */
export function chineseCount(count: number): string {
  if (count < 10) return DIGITS.charAt(count);
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  return `${tens === 1 ? "" : DIGITS.charAt(tens)}十${ones === 0 ? "" : DIGITS.charAt(ones)}`;
}
