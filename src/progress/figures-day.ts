import { cellName } from "./address";
import type { IsoDate } from "./calendar";
import { finding, forTheRecord, type Finding } from "./findings";
import type { Records } from "./records";

/** The day that a workbook's figures stand for, and what is to be said of it. */
export interface FiguresDay {
  day: IsoDate;
  findings: Finding[];
}

/**
 * The day that figures stand for: what the clerk sets, else what the tables say, else a guess that is told. Of a
 * year that is over it is the year's last day, of this year today.
 * @param asOf the day that was set; undefined where none was
 * @example dayOfFigures(recordsOf2019, undefined, "2026-11-29").day // "2019-12-31"
 */
export function dayOfFigures({ asOf: said, titleYear, tables, facts }: Records, asOf: IsoDate | undefined, today: IsoDate): FiguresDay {
  if (asOf !== undefined) return { day: asOf, findings: [] };
  if (said) return { day: said.date, findings: [] };
  const thisYear = Number(today.slice(0, 4));
  const isOver = titleYear !== null && titleYear < thisYear;
  const day = isOver ? `${titleYear}-12-31` : titleYear !== null && titleYear > thisYear ? `${titleYear}-01-01` : today;
  const [table] = tables;
  if (!table) return { day, findings: [] };
  const kinds = new Set(facts.map(({ meaning }) => meaning.kind));
  const matters = kinds.has("target") && kinds.has("done") && !isOver;
  const told = finding(
    "date-unknown",
    [table.range],
    `${cellName(table.range)} 的表里没有写明截至日期，暂按 ${day} 计算${titleYear === null ? "" : `（标题写的是${titleYear}年）`}；请在“截至”处填写实际日期`,
    `The table at ${cellName(table.range)} names no day; ${day} was taken`,
  );
  return { day, findings: [matters ? told : forTheRecord(told)] };
}
