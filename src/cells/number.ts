import { remembered } from "../lexicon";
import { decimalsOf, times } from "../progress";
import type { CellValue } from "./text";
import { compact, readable } from "./text";
import { unitOf, type UnitInfo } from "./unit";

/** What a cell says where a figure is expected. */
export type CellReading =
  | {
      kind: "number";
      value: number;
      /** Digits after the point as typed. */
      decimals: number;
      /** The cell's own unit, typed (263套); null where it names none. */
      unit: UnitInfo | null;
      /** The cell says per cent, by a typed sign or its number format; `value` is then a fraction. */
      percent: boolean;
      /** The cell holds a number, which a formula can follow, not a text. */
      numeric: boolean;
    }
  | { kind: "blank" }
  | { kind: "error"; code: string }
  | { kind: "unreadable"; text: string };

const ERRORS = /^#(REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BUSY!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|EXTERNAL!)$/i;

/** Whether a cell's text is what Excel shows for a formula's error: #N/A, #REF!. */
export function isErrorText(text: string): boolean {
  return ERRORS.test(text);
}

/** Raised or ringed digits are note marks (263①), fractions are no decimals: made half-width they would join the figure. */
const MARKED = /[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209f\u2150-\u218b\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289]/;
/** Two figures in one cell: white space between digits that is no thousands separator. */
const TWO_FIGURES = /\d[^\S\n]*\n\s*[+-]?\d|\d\s+(?!\d{3}(?!\d))\d|\d{4}\s+\d/;
/** What staff type for "nothing": a dash of any kind, a slash, 无. */
const NOTHING = /^([-‐‑‒–—―─－—]+|[/\\]+|[暂本]?无(?:此项)?(?:目标|任务|计划)?|没有(?:任务)?|空|不涉及|未(?:下达|分配)(?:任务)?|N\/A|NA)$/i;
/** What a cell may say again of its column: 目标15台 under 年度目标, 不少于96户 and ≥96户 of a task. */
const SAID_AGAIN = /^(?:(?:年度|全年)?(?:目标|任务|计划)|累计|已?完成|不少于|不低于|[≥≧]|>=)(?=\d)/;
/** 9（含2台待验收）, 25（差1户）, 7（已验）: a remark changes no figure, unless it begins with another or doubts the one before it. */
const REMARK = /\(((?:其中|含|包括|(?!\d|[^()]*[约预暂估原应调拟核疑误?])(?=[^()]*[\u4e00-\u9fff]))[^()]*)\)$/;
const TYPED_NUMBER = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+)(?!\d)(.*)$/;
/** Binary floating point carries noise after the 15th digit: 0.1+0.2 is read as 0.3. */
const SIGNIFICANT_DIGITS = 15;
/** Excel keeps no digit beyond the 15th: a larger number is no exact one. */
const TOO_LARGE = 1e15;
/** What subtraction leaves of 0: less than the smallest part of a yuan in 亿元. */
const RESIDUE = 1e-12;

/**
 * Reads a cell as staff type figures: 1,700 · １７００ · 263套 · 30.1181万元 · 24.94% · — · 无.
 * Nothing is guessed: 约300 or 200多 is unreadable.
 * @param format the cell's number format, for % and dates
 */
export function readNumber(value: CellValue, format: string | null): CellReading {
  if (typeof value === "boolean") return { kind: "unreadable", text: String(value) };
  if (typeof value === "number") return readNumericCell(value, format);
  const text = compact(value).replace("−", "-");
  if (text === "" || NOTHING.test(text)) return { kind: "blank" };
  if (MARKED.test(value) || TWO_FIGURES.test(value.normalize("NFKC").trim())) return { kind: "unreadable", text: readable(value) };
  if (isErrorText(text)) return { kind: "error", code: text.toUpperCase() };
  return readTypedNumber(text.replace(SAID_AGAIN, "").replace(REMARK, (whole: string, inner: string) => (unitOf(inner) ? whole : "")));
}

/** Of what was to be done nothing was: 未开工. */
const NOT_BEGUN = /^(?:尚|暂|均)?未(?:开工|启动|动工|开始|实施|完成)$/;

/** A cell of what was done: 未开工 there is 0, where a column of words says how a project stands. */
export function asDone(reading: CellReading): CellReading {
  const isNone = reading.kind === "unreadable" && NOT_BEGUN.test(reading.text);
  return isNone ? typed(0, 0) : reading;
}

function readNumericCell(value: number, format: string | null): CellReading {
  const kind = format === null ? "plain" : formatKind(format);
  if (!isCountable(value) || kind === "date") return { kind: "unreadable", text: String(value) };
  const clean = withoutNoise(value);
  const percent = kind === "percent";
  const decimals = percent ? percentDecimals(clean, format ?? "") : decimalsOf(clean);
  return { kind: "number", value: clean, decimals, unit: null, percent, numeric: true };
}

/** Whether a number is one that a table can count: no more digits than Excel keeps. */
export function isCountable(value: number): boolean {
  return Math.abs(value) < TOO_LARGE;
}

/** A number as the 15 digits that Excel shows of it. */
export function withoutNoise(value: number): number {
  if (Math.abs(value) < RESIDUE) return 0;
  if (Number.isInteger(value) || isCents(value) || String(value).length <= SIGNIFICANT_DIGITS + 1) return value;
  return Number(value.toPrecision(SIGNIFICANT_DIGITS));
}

/** Whether a number has two decimals at the most: what nearly every figure has, told without writing it out. */
function isCents(value: number): boolean {
  return Math.abs(value) < 1e12 && Math.round(value * 100) / 100 === value;
}

/** What a number format makes of a number; a workbook has few formats and many cells. */
export const formatKind: (format: string) => "plain" | "percent" | "date" = remembered((format) =>
  isDateFormat(format) ? "date" : literalFree(format).includes("%") ? "percent" : "plain",
);

function readTypedNumber(text: string): CellReading {
  const [, figure = "", suffix = ""] = TYPED_NUMBER.exec(text) ?? [];
  const digits = figure.replaceAll(",", "");
  const [value, unit] = [Number(digits), suffix === "" ? null : unitOf(suffix)];
  const isRead = digits !== "" && isCountable(value) && (suffix === "" || suffix === "%" || unit !== null);
  if (!isRead) return { kind: "unreadable", text };
  const decimals = digits.split(".")[1]?.length ?? 0;
  return suffix === "%" ? { ...typed(times(value, 0.01), decimals), percent: true } : typed(value, decimals, unit);
}

function typed(value: number, decimals: number, unit: UnitInfo | null = null): Extract<CellReading, { kind: "number" }> {
  return { kind: "number", value, decimals, unit, percent: false, numeric: false };
}

/** Whether a cell that is no figure looks like one: 约300, 200多, a date; unlike 主体施工. */
export function doubtful(value: CellValue): boolean {
  if (typeof value !== "string") return true;
  const text = compact(value);
  if (TWO_IN_ONE.test(text)) return true;
  return text.length <= 10 && /^[^\d]{0,3}\d[\d.,]*[^\d]{0,4}$/.test(text) && !/[。;]/.test(text);
}

/** 120/97 under 任务/完成. */
const TWO_IN_ONE = /^\d[\d.,]*\/\d[\d.,]*$/;

/** The digits that a percentage shows: those of its format, or all where the value has fewer. */
function percentDecimals(value: number, format: string): number {
  const shown = /\.([0#?]+)(?![0#?])[^;]*%/.exec(literalFree(format))?.[1]?.length ?? 0;
  return Math.min(shown, decimalsOf(times(value, 100)));
}

/** A date or time format: its letters outside literals and colours are those of a calendar. */
function isDateFormat(format: string): boolean {
  const bare = literalFree(format);
  return !/general/i.test(bare) && /[ymdhs]/i.test(bare);
}

/** A number format without its quoted texts, escaped characters and [conditions]. */
function literalFree(format: string): string {
  return format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\][]*\]/g, "");
}
