import { cellName } from "./address";
import { yearOf, type IsoDate } from "./calendar";
import { finding, forTheRecord, type Finding } from "./findings";
import type { Records } from "./records";

/** Who says which day figures stand for: who asked for them, the tables, the clerk where the tables do not, or nobody. */
export type DayOrigin = "asked" | "tables" | "clerk" | "guess";

/** The day that a workbook's figures stand for, and what is to be said of it. */
interface FiguresDay {
  day: IsoDate;
  origin: DayOrigin;
  /** The year that the tasks are of. */
  year: number;
  findings: Finding[];
}

/** What can be known of the day beside the tables. */
export interface DayOptions {
  /** The date the figures stand for, whatever the tables say. */
  asOf?: IsoDate;
  /** The day that the clerk has set; it counts where the tables state none. */
  dayIfNone?: IsoDate;
  today: IsoDate;
}

/**
 * The day that figures stand for: what is asked for, else what the tables say, else what the clerk sets, else a guess
 * that is told. Of a year that is over it is the year's last day, of this year today.
 * @example dayOfFigures(recordsOf2019, { today: "2026-11-29" }).day // "2019-12-31"
 */
export function dayOfFigures({ asOf: said, titleYear, tables, facts }: Records, { asOf, dayIfNone, today }: DayOptions): FiguresDay {
  if (asOf !== undefined) return { day: asOf, origin: "asked", year: yearOf(asOf), findings: [] };
  if (said) return { day: said.date, origin: "tables", year: yearOf(said.date), findings: [] };
  if (dayIfNone !== undefined) return { day: dayIfNone, origin: "clerk", year: titleYear ?? yearOf(dayIfNone), findings: [] };
  const thisYear = yearOf(today);
  const isOver = titleYear !== null && titleYear < thisYear;
  const day = isOver ? `${titleYear}-12-31` : titleYear !== null && titleYear > thisYear ? `${titleYear}-01-01` : today;
  const guessed = { day, origin: "guess", year: titleYear ?? yearOf(day) } as const;
  const [table] = tables;
  if (!table) return { ...guessed, findings: [] };
  const kinds = new Set(facts.map(({ meaning }) => meaning.kind));
  // Of a year that is over nothing but its last day is likely.
  const matters = kinds.has("target") && kinds.has("done") && !isOver;
  const told = finding(
    "date-unknown",
    [table.range],
    `${cellName(table.range)} 的表里没有写明截至日期，暂按 ${day} 计算${titleYear === null ? "" : `（标题写的是${titleYear}年）`}；请在“截至”处填写实际日期`,
    `The table at ${cellName(table.range)} names no day; ${day} was taken`,
  );
  return { ...guessed, findings: [matters ? told : forTheRecord(told)] };
}
