/** Excel's number formats: what a cell displays. */
import { serialToDate, type DateParts } from "./dates";
import { dbNum } from "./chineseNumerals";
import type { StoredValue } from "./input";

/** Number formats that files name by id only (ECMA-376 18.8.30; 27–36 and 50–58 are the Chinese ones). */
export const BUILT_IN_FORMATS: Readonly<Record<number, string>> = {
  0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "$#,##0_);($#,##0)", 6: "$#,##0_);[Red]($#,##0)",
  7: "$#,##0.00_);($#,##0.00)", 8: "$#,##0.00_);[Red]($#,##0.00)", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
  14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
  21: "h:mm:ss", 22: "m/d/yyyy h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: '上午/下午h"时"mm"分"', 35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"', 37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)", 39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);[Red](#,##0.00)",
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', 42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)', 44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
  45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
};

type Token =
  | { type: "literal"; text: string }
  | { type: "digit"; text: "0" | "#" | "?" }
  | { type: "point" | "comma" | "percent" | "slash" | "general" | "text" }
  | { type: "exponent"; sign: "+" | "-" }
  | { type: "date"; text: string }
  | { type: "elapsed"; unit: "h" | "m" | "s"; length: number }
  | { type: "fraction"; length: number }
  | { type: "ampm"; text: string };

interface Section {
  tokens: Token[];
  condition?: { operator: string; value: number };
  color?: string;
  dbNum?: number;
  isDate: boolean;
  hasText: boolean;
}

const cache = new Map<string, Section[]>();

function sectionsOf(format: string): Section[] {
  let sections = cache.get(format);
  if (!sections) {
    sections = split(format).map(parseSection);
    if (cache.size > 2000) cache.clear();
    cache.set(format, sections);
  }
  return sections;
}

function split(format: string): string[] {
  const parts: string[] = [];
  let part = "";
  for (let i = 0; i < format.length; i++) {
    const c = format[i]!;
    if (c === '"') {
      const end = format.indexOf('"', i + 1);
      part += end < 0 ? format.slice(i) : format.slice(i, end + 1);
      i = end < 0 ? format.length : end;
    } else if (c === "\\" || c === "_" || c === "*") {
      part += c + (format[i + 1] ?? "");
      i++;
    } else if (c === ";") {
      parts.push(part);
      part = "";
    } else part += c;
  }
  parts.push(part);
  return parts;
}

const COLORS = /^(black|blue|cyan|green|magenta|red|white|yellow|color\s*\d+|黑|蓝|青|绿|洋红|红|白|黄)(色)?$/i;

function parseSection(text: string): Section {
  const section: Section = { tokens: [], isDate: false, hasText: false };
  const { tokens } = section;
  const literal = (value: string): void => {
    const last = tokens[tokens.length - 1];
    if (last?.type === "literal") last.text += value;
    else tokens.push({ type: "literal", text: value });
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    const rest = text.slice(i);
    let match: RegExpExecArray | null;
    if (c === '"') {
      const end = text.indexOf('"', i + 1);
      literal(text.slice(i + 1, end < 0 ? undefined : end));
      i = end < 0 ? text.length : end;
    } else if (c === "\\") {
      literal(text[++i] ?? "");
    } else if (c === "_") {
      i++;
      literal(" ");
    } else if (c === "*") {
      i++;
    } else if (c === "[") {
      const end = text.indexOf("]", i);
      const inside = text.slice(i + 1, end < 0 ? undefined : end);
      i = end < 0 ? text.length : end;
      const elapsed = /^(h+|m+|s+)$/i.exec(inside);
      const condition = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+(?:E[+-]?\d+)?)$/i.exec(inside);
      const money = /^\$([^-\]]*)/.exec(inside);
      if (elapsed) {
        tokens.push({ type: "elapsed", unit: inside[0]!.toLowerCase() as "h", length: inside.length });
        section.isDate = true;
      } else if (condition) section.condition = { operator: condition[1]!, value: Number(condition[2]) };
      else if (money) {
        if (money[1]) literal(money[1]);
      } else if (/^dbnum[123]$/i.test(inside)) section.dbNum = Number(inside.slice(-1));
      else if (COLORS.test(inside)) section.color = inside;
    } else if ((match = /^general/i.exec(rest))) {
      tokens.push({ type: "general" });
      i += 6;
    } else if (c === "0" || c === "#" || c === "?") tokens.push({ type: "digit", text: c });
    else if (c === ".") {
      match = /^\.(0+)/.exec(rest);
      const seconds = section.isDate && match && /s/i.test(text.slice(0, i));
      if (seconds) {
        tokens.push({ type: "fraction", length: match![1]!.length });
        i += match![1]!.length;
      } else tokens.push({ type: "point" });
    } else if (c === ",") tokens.push({ type: "comma" });
    else if (c === "%") tokens.push({ type: "percent" });
    else if (c === "/" && !section.isDate) tokens.push({ type: "slash" });
    else if (c === "@") {
      tokens.push({ type: "text" });
      section.hasText = true;
    } else if ((match = /^E([+-])(?=[0#?])/i.exec(rest)) && tokens.some((t) => t.type === "digit")) {
      tokens.push({ type: "exponent", sign: match[1] as "+" });
      i++;
    } else if ((match = /^(am\/pm|a\/p|上午\/下午)/i.exec(rest))) {
      tokens.push({ type: "ampm", text: match[0] });
      section.isDate = true;
      i += match[0].length - 1;
    } else if ((match = /^(y+|m+|d+|h+|s+|aaaa|aaa|e+|b+)/i.exec(rest))) {
      tokens.push({ type: "date", text: match[0].toLowerCase() });
      section.isDate = true;
      i += match[0].length - 1;
    } else literal(c);
  }
  if (section.isDate) {
    section.tokens = tokens.map((token) =>
      token.type === "slash" ? { type: "literal", text: "/" } : token.type === "comma" ? { type: "literal", text: "," } : token.type === "point" ? { type: "literal", text: "." } : token,
    );
  }
  return section;
}

/** True when the format shows a number as a date or a time. */
export function isDateFormat(format: string): boolean {
  return sectionsOf(format).some((section) => section.isDate);
}

/** True when the format is text ("@"): what is typed into such a cell stays as typed. */
export function isTextFormat(format: string): boolean {
  return format === "@";
}

/** The colour a number format itself asks for ("[Red]"), as "#RRGGBB". */
export function formatColor(value: StoredValue, format: string): string | undefined {
  if (typeof value !== "number" || !format.includes("[")) return undefined;
  const color = choose(sectionsOf(format), value).section?.color?.toLowerCase().replace(/\s|色/g, "");
  const names: Record<string, string> = {
    black: "#000000", blue: "#0000FF", cyan: "#00FFFF", green: "#00FF00", magenta: "#FF00FF", red: "#FF0000", white: "#FFFFFF", yellow: "#FFFF00",
    黑: "#000000", 蓝: "#0000FF", 青: "#00FFFF", 绿: "#00FF00", 洋红: "#FF00FF", 红: "#FF0000", 白: "#FFFFFF", 黄: "#FFFF00",
    color3: "#FF0000", color10: "#008000", color5: "#0000FF",
  };
  return color ? names[color] : undefined;
}

/** How dates are shown and read. */
export interface FormatLocale {
  date1904?: boolean;
  /** what the system's short date (m/d/yyyy, format 14) looks like, e.g. "yyyy/m/d" in China */
  shortDate?: string;
}

/**
 * What Excel displays for a value.
 * @param format an Office.js number format, e.g. "0.00%", "yyyy\"年\"m\"月\""
 * @example displayText(0.2494, "0.00%") // "24.94%"
 */
export function displayText(value: StoredValue, format: string, locale: FormatLocale = {}): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "object") return value.error;
  if (format === "General" || format === "" || format === "@") {
    return typeof value === "number" ? generalText(value) : value;
  }
  if (locale.shortDate) {
    if (format === "m/d/yyyy") format = locale.shortDate;
    else if (format === "m/d/yyyy h:mm") format = `${locale.shortDate} h:mm`;
  }
  const sections = sectionsOf(format);
  if (typeof value === "string") {
    const section = sections.length > 3 ? sections[3]! : sections.find((s) => s.hasText);
    if (!section) return value;
    return section.tokens.map((t) => (t.type === "text" ? value : t.type === "literal" ? t.text : "")).join("");
  }
  const { section, negate, minus } = choose(sections, value);
  if (!section || (section.isDate && value < 0 && !locale.date1904)) return "#".repeat(8);
  const shown = formatNumber(negate ? -value : value, section, locale);
  return (minus ? "-" : "") + shown;
}

function choose(sections: Section[], value: number): { section: Section | undefined; negate: boolean; minus: boolean } {
  const numeric = sections.length > 3 ? sections.slice(0, 3) : sections.length > 1 && sections[sections.length - 1]!.hasText ? sections.slice(0, -1) : sections;
  const test = ({ condition }: Section): boolean => {
    if (!condition) return true;
    const { operator, value: bound } = condition;
    if (operator === "<") return value < bound;
    if (operator === "<=") return value <= bound;
    if (operator === ">") return value > bound;
    if (operator === ">=") return value >= bound;
    return operator === "=" ? value === bound : value !== bound;
  };
  if (numeric.some((s) => s.condition)) {
    const filled = numeric.map((s, i): Section => {
      if (s.condition || i === numeric.length - 1) return s;
      return { ...s, condition: i === 0 ? { operator: ">", value: 0 } : { operator: "<", value: 0 } };
    });
    const section = filled.find(test);
    // A section for negative numbers alone shows its own sign, or none.
    const ownSign = section?.condition !== undefined && value < 0 && /^[<]/.test(section.condition.operator) && section.condition.value <= 0;
    return { section, negate: value < 0, minus: value < 0 && !ownSign };
  }
  if (numeric.length === 1) return { section: numeric[0], negate: value < 0, minus: value < 0 };
  if (numeric.length === 2) {
    return value < 0 ? { section: numeric[1], negate: true, minus: false } : { section: numeric[0], negate: false, minus: false };
  }
  if (value > 0) return { section: numeric[0], negate: false, minus: false };
  return value < 0 ? { section: numeric[1], negate: true, minus: false } : { section: numeric[2], negate: false, minus: false };
}

/** A number without a format, as Excel shows it in a cell of usual width: 11 characters at most. */
export function generalText(value: number): string {
  if (!Number.isFinite(value)) return "#NUM!";
  const size = Math.abs(value);
  if (size === 0) return "0";
  const sign = value < 0 ? "-" : "";
  const exact = Number(size.toPrecision(15));
  if (exact < 1e11 && exact >= 1e-9) {
    const integerDigits = exact >= 1 ? Math.floor(Math.log10(exact) + 1e-12) + 1 : 1;
    const fixed = trimZeros(fixedText(exact, Math.max(0, 10 - integerDigits)));
    const significant = Number(fixed);
    if (exact >= 1e-4 || significant === exact) return sign + (significant === 1e11 ? "1E+11" : fixed);
  }
  const [mantissa, exponent] = exact.toExponential(5).split("e") as [string, string];
  const power = Number(exponent);
  return `${sign}${trimZeros(mantissa)}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

function trimZeros(text: string): string {
  return text.includes(".") ? text.replace(/(?<![.0])\.?0+$|\.0+$/, "") : text;
}

/**
 * A non-negative number with so many decimals, rounded half up on its decimal digits as Excel does
 * (15 significant digits count): fixedText(1.005, 2) is "1.01".
 */
export function fixedText(value: number, decimals: number): string {
  const [mantissa, exponentText] = value.toExponential(14).split("e") as [string, string];
  const exponent = Number(exponentText);
  const digits = mantissa.replace(".", "");
  // digits × 10^(exponent − 14), to be cut after `decimals`
  const drop = 14 - exponent - decimals;
  let number: string;
  if (drop <= 0) number = digits + "0".repeat(-drop);
  else if (drop > digits.length) number = "0";
  else {
    const kept = digits.slice(0, digits.length - drop) || "0";
    number = digits[digits.length - drop]! >= "5" ? String(BigInt(kept) + 1n) : kept;
  }
  number = number.replace(/^0+(?=\d)/, "").padStart(decimals + 1, "0");
  return decimals > 0 ? `${number.slice(0, -decimals)}.${number.slice(-decimals)}` : number;
}

function formatNumber(value: number, section: Section, locale: FormatLocale): string {
  if (section.isDate) return formatDate(value, section, locale);
  const { tokens } = section;
  if (!tokens.some((t) => t.type === "digit" || t.type === "general")) {
    return tokens.map((t) => (t.type === "literal" ? t.text : t.type === "percent" ? "%" : t.type === "text" ? generalText(value) : t.type === "slash" ? "/" : "")).join("");
  }
  if (tokens.some((t) => t.type === "general")) {
    const text = section.dbNum ? dbNum(value, section.dbNum) : generalText(value);
    return tokens.map((t) => (t.type === "general" ? text : t.type === "literal" ? t.text : t.type === "percent" ? "%" : "")).join("");
  }
  const slash = tokens.findIndex((t) => t.type === "slash");
  if (slash > 0 && tokens[slash - 1]?.type === "digit") return formatFraction(value, tokens, slash);
  const exponentAt = tokens.findIndex((t) => t.type === "exponent");
  const point = tokens.findIndex((t) => t.type === "point");
  const mantissaEnd = exponentAt < 0 ? tokens.length : exponentAt;
  const digitsBetween = (from: number, to: number): Token[] => tokens.slice(from, to).filter((t) => t.type === "digit");
  const integerEnd = point >= 0 && point < mantissaEnd ? point : mantissaEnd;
  const integerSlots = digitsBetween(0, integerEnd);
  const decimalSlots = integerEnd === mantissaEnd ? [] : digitsBetween(integerEnd, mantissaEnd);
  // A comma between digit places groups; commas behind the last place of the integer divide by 1000 each.
  let lastDigit = -1;
  for (let i = 0; i < integerEnd; i++) if (tokens[i]!.type === "digit") lastDigit = i;
  const firstDigit = tokens.findIndex((t) => t.type === "digit");
  let grouped = false;
  let scale = 0;
  tokens.forEach((t, i) => {
    if (t.type !== "comma" || i >= mantissaEnd) return;
    if (i > firstDigit && i < lastDigit) grouped = true;
    else if (i > lastDigit && lastDigit >= 0) scale++;
  });
  const percents = tokens.filter((t) => t.type === "percent").length;
  let number = Math.abs(value);
  if (percents > 0 || scale > 0) number = shift(number, 2 * percents - 3 * scale);
  let exponent = 0;
  if (exponentAt >= 0 && number !== 0) {
    const places = Math.max(1, integerSlots.length);
    exponent = Math.floor(Math.log10(number));
    if (places > 1) exponent = Math.floor(exponent / places) * places;
    let mantissa = shift(number, -exponent);
    if (Number(fixedText(mantissa, decimalSlots.length)) >= 10 ** places) {
      exponent += places;
      mantissa = shift(number, -exponent);
    }
    number = mantissa;
  }
  const [whole, fraction = ""] = fixedText(number, decimalSlots.length).split(".") as [string, string?];
  let integer = whole === "0" ? "" : whole;
  let out = "";
  // Integer places are filled from the right; the leftmost takes what is left over.
  const filled: string[] = [];
  const slots = integerSlots as { type: "digit"; text: string }[];
  let seen = 0;
  for (let i = slots.length - 1; i >= 0; i--) {
    let piece: string;
    const group = (text: string): string => {
      let result = "";
      for (let k = text.length - 1; k >= 0; k--) {
        if (grouped && seen > 0 && seen % 3 === 0) result = `,${result}`;
        result = text[k] + result;
        seen++;
      }
      return result;
    };
    if (integer === "") {
      piece = slots[i]!.text === "0" ? group("0") : slots[i]!.text === "?" ? " " : "";
    } else if (i === 0) {
      piece = group(integer);
      integer = "";
    } else {
      piece = group(integer.slice(-1));
      integer = integer.slice(0, -1);
    }
    filled[i] = piece;
  }
  let integerAt = 0;
  let decimalAt = 0;
  // "#.##": no digit is shown for optional places after the last significant one.
  let lastNeeded = -1;
  (decimalSlots as { text: string }[]).forEach((slot, i) => {
    if (slot.text === "0" || slot.text === "?" || fraction[i] !== "0") lastNeeded = Math.max(lastNeeded, slot.text === "#" && fraction[i] === "0" ? -1 : i);
  });
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.type === "literal") out += token.text;
    else if (token.type === "percent") out += "%";
    else if (token.type === "slash") out += "/";
    else if (token.type === "text") out += generalText(value);
    else if (token.type === "point") out += ".";
    else if (token.type === "digit" && i < integerEnd) out += filled[integerAt++] ?? "";
    else if (token.type === "digit" && i < mantissaEnd) {
      const digit = fraction[decimalAt] ?? "0";
      const trailing = /^0*$/.test(fraction.slice(decimalAt));
      if (token.text === "#" && trailing) out += "";
      else if (token.text === "?" && trailing) out += " ";
      else out += digit;
      decimalAt++;
    } else if (token.type === "exponent") {
      const places = tokens.slice(i + 1).filter((t) => t.type === "digit").length;
      out += `E${exponent < 0 ? "-" : token.sign === "+" ? "+" : ""}${String(Math.abs(exponent)).padStart(places, "0")}`;
      while (tokens[i + 1]?.type === "digit") i++;
    }
  }
  if (integerSlots.length === 0 && point >= 0 && whole !== "0") out = whole + out;
  return section.dbNum ? out.replace(/\d+/g, (run) => [...run].map((d) => dbNum(Number(d), section.dbNum!)).join("")) : out;
}

// Moves the decimal point exactly: 0.2875 × 100 is 28.75, not 28.749999999999996.
function shift(value: number, places: number): number {
  if (places === 0 || value === 0) return value;
  const [mantissa, exponent] = value.toExponential(14).split("e") as [string, string];
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

function formatFraction(value: number, tokens: Token[], slash: number): string {
  const number = Math.abs(value);
  let numeratorStart = slash - 1;
  while (tokens[numeratorStart - 1]?.type === "digit") numeratorStart--;
  const wholeSlots = tokens.slice(0, numeratorStart).filter((t) => t.type === "digit").length;
  const after = tokens.slice(slash + 1);
  const fixedText0 = after.map((t) => (t.type === "literal" ? t.text : t.type === "digit" ? t.text : "")).join("");
  const fixed = /^[1-9]\d*/.exec(fixedText0);
  const places = after.filter((t) => t.type === "digit").length;
  let whole = wholeSlots > 0 ? Math.floor(number) : 0;
  const rest = number - whole;
  let [top, bottom] = fixed ? [Math.round(rest * Number(fixed[0])), Number(fixed[0])] : nearest(rest, 10 ** Math.max(1, places) - 1);
  if (wholeSlots > 0 && top === bottom) {
    whole += 1;
    top = 0;
    bottom = 1;
  }
  const width = slash - numeratorStart;
  const fractionText = top === 0 && wholeSlots > 0 ? " ".repeat(width + 1 + Math.max(1, places)) : `${String(top).padStart(width)}/${String(bottom).padEnd(places)}`;
  return `${wholeSlots > 0 ? (whole === 0 && top !== 0 ? "" : `${whole} `) : ""}${fractionText}`;
}

function nearest(value: number, limit: number): [number, number] {
  let best: [number, number] = [Math.round(value), 1];
  for (let bottom = 1; bottom <= limit; bottom++) {
    const top = Math.round(value * bottom);
    if (Math.abs(top / bottom - value) < Math.abs(best[0] / best[1] - value) - 1e-12) best = [top, bottom];
  }
  return best;
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const WEEK = "日一二三四五六";

function formatDate(value: number, section: Section, locale: FormatLocale): string {
  const { tokens } = section;
  const decimals = tokens.reduce((n, t) => (t.type === "fraction" ? Math.max(n, t.length) : n), 0);
  const elapsed = tokens.some((t) => t.type === "elapsed");
  const showsSeconds = tokens.some((t) => t.type === "date" && t.text.startsWith("s")) || tokens.some((t) => t.type === "elapsed" && t.unit === "s");
  // Without seconds on show Excel cuts them off; with them it rounds to what is shown.
  const shown = showsSeconds ? value : Math.floor(value * 86400 + 0.5) / 86400;
  const date = serialToDate(shown, locale.date1904, decimals);
  if (!date) return "#".repeat(8);
  const total = Math.round(value * 86400 * 10 ** decimals) / 10 ** decimals;
  const half = tokens.some((t) => t.type === "ampm");
  const number = (n: number): string => (section.dbNum ? dbNum(n, section.dbNum) : String(n));
  let out = "";
  tokens.forEach((token, i) => {
    if (token.type === "literal") out += token.text;
    else if (token.type === "percent") out += "%";
    else if (token.type === "fraction") out += `.${String(Math.round(date.fraction * 10 ** token.length)).padStart(token.length, "0")}`;
    else if (token.type === "ampm") {
      const early = date.hours < 12;
      out += token.text.startsWith("上") ? (early ? "上午" : "下午") : token.text.length > 3 ? (early ? "AM" : "PM") : early ? "A" : "P";
    } else if (token.type === "elapsed") {
      const count = Math.floor(token.unit === "h" ? total / 3600 : token.unit === "m" ? total / 60 : total);
      out += String(count).padStart(token.length, "0");
    } else if (token.type === "date") out += datePart(token.text, date, half, isMinute(tokens, i), elapsed, number, section.dbNum);
  });
  return out;
}

// "m" means minutes right after hours, or right before seconds.
function isMinute(tokens: Token[], at: number): boolean {
  const clock = (token: Token | undefined, unit: string): boolean =>
    token?.type === "date" ? token.text.startsWith(unit) : token?.type === "elapsed" && token.unit === unit;
  const isPart = (t: Token): boolean => t.type === "date" || t.type === "elapsed";
  const before = tokens.slice(0, at).filter(isPart).pop();
  const after = tokens.slice(at + 1).find(isPart);
  return clock(before, "h") || clock(after, "s");
}

function datePart(
  part: string,
  date: DateParts,
  half: boolean,
  minute: boolean,
  _elapsed: boolean,
  number: (n: number) => string,
  dbNumKind: number | undefined,
): string {
  const two = (n: number): string => (dbNumKind ? number(n) : String(n).padStart(2, "0"));
  const plain = number;
  switch (part[0]) {
    case "y":
    case "e":
      if (dbNumKind) return [...String(date.year)].map((d) => (d === "0" ? "〇" : dbNum(Number(d), dbNumKind))).join("");
      return part[0] === "e" || part.length > 2 ? String(date.year) : String(date.year % 100).padStart(2, "0");
    case "b":
      return String(date.year + 543);
    case "m":
      if (minute && part.length < 3) return part.length > 1 ? two(date.minutes) : plain(date.minutes);
      if (part.length === 1) return plain(date.month);
      if (part.length === 2) return two(date.month);
      if (part.length === 3) return MONTHS[date.month - 1]!.slice(0, 3);
      return part.length === 5 ? MONTHS[date.month - 1]![0]! : MONTHS[date.month - 1]!;
    case "d":
      if (part.length === 1) return plain(date.day);
      if (part.length === 2) return two(date.day);
      return part.length === 3 ? DAYS[date.weekday]!.slice(0, 3) : DAYS[date.weekday]!;
    case "a":
      return part.length > 3 ? `星期${WEEK[date.weekday]}` : WEEK[date.weekday]!;
    case "h": {
      const hours = half ? date.hours % 12 || 12 : date.hours;
      return part.length > 1 ? two(hours) : plain(hours);
    }
    default:
      return part.length > 1 ? two(date.seconds) : plain(date.seconds);
  }
}
