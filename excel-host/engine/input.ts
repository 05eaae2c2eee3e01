/** What Excel makes of what is typed into a cell (en-US rules, as Office.js has them whatever the locale). */
import { dateToSerial } from "./dates";

/** Excel's error values. */
export const ERRORS = ["#N/A", "#REF!", "#NAME?", "#DIV/0!", "#NULL!", "#VALUE!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#UNKNOWN!"] as const;

/** An error in a cell. */
export interface CellError {
  error: string;
}

export type StoredValue = string | number | boolean | CellError | null;

/** What typed text becomes. */
export interface TypedInput {
  formula?: string;
  value: StoredValue;
  /** the number format Excel gives a cell that was General */
  numberFormat?: string;
  /** the cell was typed with a leading apostrophe */
  quotePrefix?: boolean;
}

const NUMBER = /^([+-]?)(?:(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?)(?:[eE]([+-]?\d{1,3}))?$/;

function parseNumber(text: string): { value: number; grouped: boolean; decimals: number; exponent: boolean } | undefined {
  const match = NUMBER.exec(text);
  if (!match || (match[2] === undefined && !/\d/.test(match[3] ?? ""))) return undefined;
  const value = Number(`${match[1]}${(match[2] ?? "0").replace(/,/g, "")}${match[3] === "." ? "" : (match[3] ?? "")}${match[4] ? `e${match[4]}` : ""}`);
  return Number.isFinite(value)
    ? { value, grouped: match[2]?.includes(",") ?? false, decimals: Math.max(0, (match[3]?.length ?? 1) - 1), exponent: match[4] !== undefined }
    : undefined;
}

/**
 * Reads a value as Excel reads what is typed into a cell.
 * @param input what was typed
 * @param isText the cell's number format is "@": everything stays text
 * @param date1904 the workbook counts days from 1904
 * @example readInput("12.5%") // { value: 0.125, numberFormat: "0.00%" }
 */
export function readInput(input: string, isText = false, date1904 = false): TypedInput {
  if (input === "") return { value: null };
  if (isText) return { value: input };
  if (input.startsWith("'")) return { value: input.slice(1), quotePrefix: true };
  if (input.length > 1 && input.startsWith("=")) return { formula: input.slice(1), value: null };
  const text = input.trim();
  if (/^[+-][A-Za-z($]/.test(text) && text.length > 1 && /[\d(]/.test(text)) {
    return { formula: text.startsWith("+") ? text : text, value: null };
  }
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === "true" };
  const upper = text.toUpperCase();
  if ((ERRORS as readonly string[]).includes(upper)) return { value: { error: upper } };
  const plain = parseNumber(text);
  if (plain) {
    if (plain.exponent) return { value: plain.value, numberFormat: "0.00E+00" };
    if (plain.grouped) return { value: plain.value, numberFormat: plain.decimals > 0 ? "#,##0.00" : "#,##0" };
    return { value: plain.value };
  }
  const percent = /^(.*)%$/.exec(text);
  const share = percent && parseNumber(percent[1]!.trimEnd());
  if (share) {
    // Divided in decimal: 30.1% is 0.301, not 0.30100000000000005.
    return { value: Number(`${share.value}e-2`), numberFormat: share.decimals > 0 ? "0.00%" : "0%" };
  }
  const brackets = /^\(([^()]+)\)$/.exec(text);
  const negative = brackets && parseNumber(brackets[1]!);
  if (negative && negative.value >= 0) return { value: -negative.value };
  const currency = /^([+-]?)([$¥￥])(.+)$/.exec(text);
  const money = currency && parseNumber(currency[3]!.trimStart());
  if (money) {
    const sign = currency[1] === "-" ? -1 : 1;
    const code = currency[2] === "$" ? "$" : "¥";
    return { value: sign * money.value, numberFormat: money.decimals > 0 ? `${code}#,##0.00` : `${code}#,##0` };
  }
  const fraction = /^([+-]?)(\d+) (\d{1,3})\/([1-9]\d{0,2})$/.exec(text);
  if (fraction) {
    const value = Number(fraction[2]) + Number(fraction[3]) / Number(fraction[4]);
    return { value: fraction[1] === "-" ? -value : value, numberFormat: fraction[4]!.length > 1 ? "# ??/??" : "# ?/?" };
  }
  return readDate(text, date1904) ?? { value: input };
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function readDate(text: string, date1904: boolean): TypedInput | undefined {
  const parts = /^(.*?)(?:(?:^|\s)(\d{1,2}):(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?\s*([AaPp][Mm]?)?)?$/.exec(text);
  if (!parts) return undefined;
  let time: number | undefined;
  if (parts[2] !== undefined) {
    let hours = Number(parts[2]);
    const half = parts[5]?.[0]?.toLowerCase();
    if (half && (hours < 1 || hours > 12)) return undefined;
    if (half === "p" && hours < 12) hours += 12;
    if (half === "a" && hours === 12) hours = 0;
    const minutes = Number(parts[3]);
    const seconds = Number(parts[4] ?? 0);
    if (minutes > 59 || seconds >= 60 || hours > 9999) return undefined;
    time = (hours * 3600 + minutes * 60 + seconds) / 86400;
  }
  const day = parts[1]!.trim();
  if (day === "") {
    if (time === undefined) return undefined;
    const format = parts[4] !== undefined ? (parts[5] ? "h:mm:ss AM/PM" : "h:mm:ss") : parts[5] ? "h:mm AM/PM" : "h:mm";
    return { value: time, numberFormat: time >= 1 ? "[h]:mm:ss" : format };
  }
  const found = readDay(day);
  if (!found) return undefined;
  const serial = dateToSerial(found.year, found.month, found.day, date1904);
  if (serial === undefined) return undefined;
  return { value: serial + (time ?? 0), numberFormat: time === undefined ? found.format : "m/d/yyyy h:mm" };
}

function readDay(text: string): { year: number; month: number; day: number; format: string } | undefined {
  const valid = (year: number, month: number, day: number, format: string) => {
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return month >= 1 && month <= 12 && day >= 1 && day <= last && year >= 1900 && year <= 9999
      ? { year, month, day, format }
      : undefined;
  };
  const full = (year: string): number => (year.length > 2 ? Number(year) : Number(year) + (Number(year) < 30 ? 2000 : 1900));
  let match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (match && match[2] !== ".") return valid(Number(match[1]), Number(match[3]), Number(match[4]), "m/d/yyyy");
  match = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (match) return valid(Number(match[1]), Number(match[2]), Number(match[3]), 'yyyy"年"m"月"d"日"');
  match = /^(\d{1,2})[-/](\d{1,2})[-/](\d{2}|\d{4})$/.exec(text);
  if (match) return valid(full(match[3]!), Number(match[1]), Number(match[2]), "m/d/yyyy");
  const year = new Date().getFullYear();
  match = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (match) return valid(year, Number(match[1]), Number(match[2]), "d-mmm");
  match = /^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*(?:[- ](\d{2}|\d{4}))?$/.exec(text);
  if (match) {
    const month = MONTHS.indexOf(match[2]!.toLowerCase()) + 1;
    return valid(match[3] ? full(match[3]) : year, month, Number(match[1]), match[3] ? "d-mmm-yy" : "d-mmm");
  }
  match = /^([A-Za-z]{3})[a-z]*[- ](\d{4})$/.exec(text);
  if (match) return valid(Number(match[2]), MONTHS.indexOf(match[1]!.toLowerCase()) + 1, 1, "mmm-yy");
  return undefined;
}
