import type { CellAddress, IsoDate } from "../progress";
import { clausesIn, dayIn, isDayAlone, saysSinceJanuary, saysUntil, serialDate, yearIn } from "./cells";
import type { FoundTable } from "./find-tables";
import { namesDay } from "./header";
import { headerCellOf, type Frame } from "./layouts";
import type { CellValue, SheetGrid } from "./snapshot";
import { isBlankRow, topOf, viewOf, type View } from "./view";

/**
 * The day that the figures stand for, from the tables' own lines, a table with targets before others (a backlog table may
 * stand as of an earlier year): what says 截至, above a table or below it; else the period that a title or a header names
 * since January and that had ended (1-9月 in a table of 18 October); else a day by itself.
 */
export function findAsOf(tables: readonly FoundTable[]): StatedDay | null {
  const ordered = [...tables].sort((a, b) => Number(hasTargets(b)) - Number(hasTargets(a)));
  // Of months side by side one was chosen: its day, the latest where tables have several.
  const [chosen] = ordered.flatMap(({ day }) => day ?? []).sort((a, b) => b.date.localeCompare(a.date));
  return chosen ?? dayOf(ordered.flatMap(linesOf));
}

/** The year that titles, else sheets' names, say that the tables are of; a table with targets before others. */
export function findTitleYear(tables: readonly FoundTable[]): number | null {
  const ordered = [...tables].sort((a, b) => Number(hasTargets(b)) - Number(hasTargets(a)));
  for (const { frame, sheet } of ordered) {
    for (const text of [...frame.band.titles, ...frame.band.captions.map((caption) => caption.text), sheet]) {
      const year = yearIn(text);
      if (year !== null) return year;
    }
  }
  return null;
}

/** The day that sheets without a table say the workbook stands for (本表数据截至2024年9月30日 on a sheet 说明); null where none or several do. */
export function findDayBeside(sheets: readonly SheetGrid[], tables: readonly FoundTable[]): StatedDay | null {
  const days = sheets.filter(({ name }) => !tables.some((table) => table.sheet === name)).flatMap((sheet) => {
    const view = topOf(viewOf(sheet), LOOKED_AT);
    const stated: StatedDay[] = [];
    for (let row = 0; row < view.rowCount; row++) {
      for (let column = 0; column < view.columnCount; column++) {
        for (const clause of clausesIn(view.text(row, column))) {
          const date = saysUntil(clause) && clause.length <= LONGEST_LINE ? dayIn(clause, yearIn(sheet.name)) : null;
          if (date) stated.push({ date, source: view.address(row, column) });
        }
      }
    }
    return stated;
  });
  return days.every(({ date }) => date === days[0]?.date) ? (days[0] ?? null) : null;
}

/** Rows of a sheet of explanations that are looked at. */
const LOOKED_AT = 40;
/** A longer text may be of a notice of another month. */
const LONGEST_LINE = 30;

/** The latest year that the first or last lines of any sheet name: that of tables which name none. */
export function latestYear(sheets: readonly SheetGrid[]): number | null {
  const years = sheets.flatMap(({ values }) => [...values.slice(0, TITLE_ROWS), ...values.slice(-TITLE_ROWS)].flatMap((row) => row.flatMap((value) => (typeof value === "string" && value.length <= LONGEST_TITLE ? (yearIn(value) ?? []) : []))));
  return years.length > 0 ? Math.max(...years) : null;
}

const [TITLE_ROWS, LONGEST_TITLE] = [4, 60];

/** The day that one table's own captions and title say it stands for. */
export function dateOfTable(table: FoundTable): StatedDay | null {
  return findAsOf([table]);
}

/** The day that a table's title, captions or foot say it stands for, whatever its columns are of. */
export function statedDay(table: FoundTable): StatedDay | null {
  return dayOf(linesOf(table).filter(({ place }) => place === "above"));
}

/** A day with the cell that states it. */
export interface StatedDay {
  date: IsoDate;
  source: CellAddress;
}

interface Line {
  text: string;
  cell: CellAddress;
  year: number | null;
  place: "above" | "below" | "header" | "sheet";
}

function dayOf(lines: readonly Line[]): StatedDay | null {
  const of = (place: Line["place"]) => lines.filter((line) => line.place === place);
  const isUntil = ({ text }: Line) => saysUntil(text);
  // 除治期截至3月31日 below a table is a term, not the day of its figures.
  const stated = firstDay(of("above").filter(isUntil)) ?? firstDay(of("below").filter((line) => isUntil(line) && !line.text.includes("期截")));
  if (stated) return stated;
  const alone = firstDay([...of("above"), ...of("header"), ...of("below"), ...of("sheet")]);
  if (!alone) return null;
  const year = Number(alone.date.slice(0, 4));
  const summed = firstDay([...of("above"), ...of("header")].filter(({ text }) => saysSinceJanuary(text)).map((line) => ({ ...line, year: line.year ?? year })));
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
  const { view, band, range, columns } = frame;
  const headers = columns.map(({ header, column }) => ({ text: header, cell: headerCellOf(frame, column) }));
  const year = yearIn(band.title ?? "") ?? yearIn(view.sheet) ?? headers.map(({ text }) => yearIn(text)).find((found) => found !== null) ?? null;
  const captions = band.captions.map(({ text, cell, beside }): Line => ({ text: withDay(text, beside, view), cell, year, place: "above" }));
  const title = band.title === null ? [] : [{ text: band.title, cell: { sheet: range.sheet, row: range.row, column: range.column }, year, place: "above" as const }];
  const named = saysUntil(view.sheet) || isDayAlone(view.sheet) ? [{ text: view.sheet, cell: { sheet: range.sheet, row: range.row, column: range.column }, year, place: saysUntil(view.sheet) ? ("above" as const) : ("sheet" as const) }] : [];
  const foot = footLines(frame).map((line) => ({ ...line, year, place: "below" as const }));
  return [...captions, ...title, ...named, ...foot, ...headers.filter(({ text }) => saysUntil(text) || saysSinceJanuary(text)).map((line) => ({ ...line, year, place: "header" as const }))];
}

/** 填报时间： with the day that stands in the cell beside it. */
function withDay(text: string, beside: CellValue, { date1904 }: Pick<View, "date1904">): string {
  const day = saysUntil(text) || namesDay(text) ? serialDate(beside, date1904) : null;
  return `${text}${day ?? ""}`;
}

const FOOT_ROWS = 6;

/** Lines below a table, which may say its day: 注：数据截至2023年11月15日; right below it any line, further down one that says 截至 or is a day and nothing else. */
function footLines({ view, lastRow }: Frame): Pick<Line, "text" | "cell">[] {
  const lines: Pick<Line, "text" | "cell">[] = [];
  let isNext = true;
  for (let row = lastRow + 1; row <= Math.min(lastRow + FOOT_ROWS, view.rowCount - 1); row++) {
    isNext &&= !isBlankRow(view, row);
    for (let column = 0; column < view.columnCount; column++) {
      const text = view.text(row, column);
      if (saysUntil(text) || (isDayAlone(text) && text.endsWith("日")) || (text !== "" && isNext)) lines.push({ text: withDay(text, view.value(row, column + 1), view), cell: view.address(row, column) });
    }
  }
  return lines;
}

function hasTargets({ frame }: FoundTable): boolean {
  return frame.columns.some(({ meaning }) => meaning?.kind === "target");
}
