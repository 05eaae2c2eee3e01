import type { CellAddress, IsoDate } from "../progress";
import { clausesIn, dayIn, isDayAlone, saysSinceJanuary, saysUntil, serialDate, yearIn, type CellValue } from "../cells";
import type { FoundTable } from "./find-tables";
import { namesDay } from "./header";
import { headerCellOf, type Frame } from "./layouts";
import type { SheetGrid } from "./snapshot";
import { isBlankRow, topOf, viewOf, type View } from "./view";

/** A day with the cell that states it. */
export interface StatedDay {
  date: IsoDate;
  source: CellAddress;
}

/** A line that may say a table's day. */
interface Line {
  text: string;
  cell: CellAddress;
  place: "above" | "sheet" | "header" | "below";
  /** The table's year, for a day that names none. */
  year: number | null;
}

/**
 * The day that the figures stand for, from the tables' own lines, a table with targets before others (a backlog table may
 * stand as of an earlier year): what says 截至, above a table or below it; else the period that a title or a header names
 * since January and that had ended (1-9月 in a table of 18 October); else a day by itself.
 */
export function findAsOf(tables: readonly FoundTable[]): StatedDay | null {
  const ordered = targetsFirst(tables);
  // Of months side by side one was chosen: its day, the latest where tables have several.
  const [chosen] = ordered.flatMap(({ day }) => day ?? []).sort((a, b) => b.date.localeCompare(a.date));
  return chosen ?? dayInLines(ordered.flatMap(linesOf));
}

/** The day that a table's title and captions say it stands for, whatever its columns are of. */
export function statedDay(table: FoundTable): StatedDay | null {
  return dayInLines(linesOf(table).filter(({ place }) => place === "above"));
}

/** The year that titles, else sheets' names, say that the tables are of; a table with targets before others. */
export function findTitleYear(tables: readonly FoundTable[]): number | null {
  const lines = targetsFirst(tables).flatMap(({ frame: { band }, sheet }) => [...band.titles, ...band.captions.map(({ text }) => text), sheet]);
  return lines.map(yearIn).find((year) => year !== null) ?? null;
}

function targetsFirst(tables: readonly FoundTable[]): FoundTable[] {
  const hasTargets = ({ frame }: FoundTable) => frame.columns.some(({ meaning }) => meaning?.kind === "target");
  return [...tables.filter(hasTargets), ...tables.filter((table) => !hasTargets(table))];
}

/** Rows of a sheet of explanations that are looked at. */
const LOOKED_AT = 40;

/** The day that sheets without a table say the workbook stands for (本表数据截至2024年9月30日 on a sheet 说明); null where none or several do. */
export function findDayBeside(sheets: readonly SheetGrid[], tables: readonly FoundTable[]): StatedDay | null {
  const days = sheets.filter(({ name }) => !tables.some((table) => table.sheet === name)).flatMap((sheet) => {
    const view = topOf(viewOf(sheet), LOOKED_AT);
    const stated: StatedDay[] = [];
    for (let row = 0; row < view.rowCount; row++) {
      for (let column = 0; column < view.columnCount; column++) {
        for (const clause of clausesIn(view.text(row, column)).filter(saysUntil)) {
          const date = dayIn(clause, yearIn(sheet.name));
          if (date) stated.push({ date, source: view.address(row, column) });
        }
      }
    }
    return stated;
  });
  return days.every(({ date }) => date === days[0]?.date) ? (days[0] ?? null) : null;
}

const [TITLE_ROWS, LONGEST_TITLE] = [4, 60];

/** The latest year that the first or last lines of any sheet name: that of tables which name none. */
export function latestYear(sheets: readonly SheetGrid[]): number | null {
  const lines = sheets.flatMap(({ values }) => [...values.slice(0, TITLE_ROWS), ...values.slice(-TITLE_ROWS)].flat());
  const years = lines.flatMap((value) => (typeof value === "string" && value.length <= LONGEST_TITLE ? (yearIn(value) ?? []) : []));
  return years.length > 0 ? Math.max(...years) : null;
}

function dayInLines(lines: readonly Line[]): StatedDay | null {
  const of = (...places: Line["place"][]) => places.flatMap((place) => lines.filter((line) => line.place === place));
  // 除治期截至3月31日 below a table is a term, not the day of its figures.
  const isUntil = ({ text, place }: Line) => saysUntil(text) && !(place === "below" && text.includes("期截"));
  const stated = firstDay(of("above", "sheet", "below").filter(isUntil));
  if (stated) return stated;
  const alone = firstDay(of("above", "header", "below", "sheet"));
  if (!alone) return null;
  const year = Number(alone.date.slice(0, 4));
  const summed = firstDay(of("above", "header").filter(({ text }) => saysSinceJanuary(text)).map((line) => ({ ...line, year: line.year ?? year })));
  return summed && summed.date < alone.date ? summed : alone;
}

function firstDay(lines: readonly Line[]): StatedDay | null {
  for (const { text, cell, year } of lines) {
    const date = dayIn(text, year);
    if (date) return { date, source: cell };
  }
  return null;
}

/** Captions, title and dated headers of a table; a caption's date may stand in the cell beside it (截至日期： | 2021/5/31). */
function linesOf({ frame }: FoundTable): Line[] {
  const { view, band, range: { sheet, row, column }, columns } = frame;
  const cell = { sheet, row, column };
  const year = [band.title ?? "", view.sheet, ...columns.map(({ header }) => header)].map(yearIn).find((found) => found !== null) ?? null;
  const lines: Omit<Line, "year">[] = [
    ...band.captions.map(({ text, cell, beside }) => ({ text: withDay(text, beside, view), cell, place: "above" as const })),
    { text: band.title ?? "", cell, place: "above" },
    { text: saysUntil(view.sheet) || isDayAlone(view.sheet) ? view.sheet : "", cell, place: "sheet" },
    ...footLines(frame),
    ...columns
      .filter(({ header }) => saysUntil(header) || saysSinceJanuary(header))
      .map(({ header, column }) => ({ text: header, cell: headerCellOf(frame, column), place: "header" as const })),
  ];
  return lines.map((line) => ({ ...line, year }));
}

/** 填报时间： with the day that stands in the cell beside it. */
function withDay(text: string, beside: CellValue, { date1904 }: Pick<View, "date1904">): string {
  const day = saysUntil(text) || namesDay(text) ? serialDate(beside, date1904) : null;
  return `${text}${day ?? ""}`;
}

const FOOT_ROWS = 6;

/**
 * Lines below a table, which may say its day: 注：数据截至2023年11月15日; right below it any line, further down one that
 * says 截至 or is a day and nothing else.
 */
function footLines({ view, lastRow }: Frame): Omit<Line, "year">[] {
  const lines: Omit<Line, "year">[] = [];
  let isNext = true;
  for (let row = lastRow + 1; row <= Math.min(lastRow + FOOT_ROWS, view.rowCount - 1); row++) {
    isNext &&= !isBlankRow(view, row);
    for (let column = 0; column < view.columnCount; column++) {
      const text = view.text(row, column);
      if (saysUntil(text) || (isDayAlone(text) && text.endsWith("日")) || (text !== "" && isNext))
        lines.push({ text: withDay(text, view.value(row, column + 1), view), cell: view.address(row, column), place: "below" });
    }
  }
  return lines;
}
