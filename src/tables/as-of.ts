import type { CellAddress, IsoDate } from "../progress";
import { compact, dayIn, saysSinceJanuary, saysUntil, serialDate, yearIn } from "./cells";
import type { FoundTable } from "./find-tables";
import { headerCellOf, type Candidate } from "./layouts";

/**
 * The day that the figures stand for, from the tables' own captions and titles: a line that says 截至 comes
 * first, a table with targets before others (a backlog table may stand as of an earlier year).
 */
export function findAsOf(tables: readonly FoundTable[]): { date: IsoDate; source: CellAddress } | null {
  const ordered = [...tables].sort((a, b) => Number(hasTargets(b)) - Number(hasTargets(a)));
  // Of months side by side one was chosen: its day, the latest where tables have several.
  const [chosen] = ordered.flatMap(({ day }) => day ?? []).sort((a, b) => b.date.localeCompare(a.date));
  if (chosen) return chosen;
  const lines = ordered.flatMap(linesOf);
  const isUntil = ({ text, header }: Line) => saysUntil(text) && !header;
  return dayOf([...lines.filter(isUntil), ...lines.filter((line) => !isUntil(line))]);
}

/** The year that titles, else sheets' names, say that the tables are of; a table with targets before others. */
export function findTitleYear(tables: readonly FoundTable[]): number | null {
  const ordered = [...tables].sort((a, b) => Number(hasTargets(b)) - Number(hasTargets(a)));
  for (const { candidate, form, sheet } of ordered) {
    const band = candidate?.band ?? form?.band;
    for (const text of [...(band?.titles ?? []), ...(band?.captions ?? []).map((caption) => caption.text), sheet]) {
      const year = yearIn(text);
      if (year !== null) return year;
    }
  }
  return null;
}

/** The day that one table's own captions and title say it stands for. */
export function dateOfTable(table: FoundTable): { date: IsoDate; source: CellAddress } | null {
  return findAsOf([table]);
}

/** The day that a table's title, captions or foot say it stands for, whatever its columns are of. */
export function statedDay(table: FoundTable): { date: IsoDate; source: CellAddress } | null {
  return dayOf(linesOf(table).filter(({ header }) => !header));
}

interface Line {
  text: string;
  cell: CellAddress;
  year: number | null;
  /** A column's header: asked last. */
  header?: boolean;
}

function dayOf(lines: readonly Line[]): { date: IsoDate; source: CellAddress } | null {
  for (const { text, cell, year } of lines) {
    const date = dayIn(text, year);
    if (date) return { date, source: cell };
  }
  return null;
}

/** Captions, title and dated headers of a table; a caption's date may stand in the cell beside it (截至日期： | 2021/5/31). */
function linesOf({ candidate, form }: FoundTable): Line[] {
  const found = candidate ?? form;
  if (!found) return [];
  const { view, band, span } = found;
  const headers = candidate?.columns.map(({ header, column }) => ({ text: header, cell: headerCellOf(candidate, column) })) ?? [];
  const year = yearIn(band.title ?? "") ?? yearIn(view.sheet) ?? headers.map(({ text }) => yearIn(text)).find((found) => found !== null) ?? null;
  const captions = band.captions.map(({ row, column, text }): Line => {
    const beside = saysUntil(text) || /(?:日期|时间):?$/.test(compact(text)) ? serialDate(view.value(row, column + (view.merge(row, column)?.columnCount ?? 1)), view.date1904) : null;
    return { text: beside === null ? text : `${text}${beside}`, cell: view.address(row, column), year };
  });
  const title = band.title === null ? [] : [{ text: band.title, cell: view.address(band.top, span.first), year }];
  const foot = candidate ? footLines(candidate).map((line) => ({ ...line, year })) : [];
  return [...captions, ...title, ...foot, ...headers.filter(({ text }) => saysUntil(text) || saysSinceJanuary(text)).map((line) => ({ ...line, year, header: true }))];
}

const FOOT_ROWS = 6;

/** Lines below a table that say its day: 注：数据截至2023年11月15日. */
function footLines({ view, lastRow }: Candidate): Omit<Line, "year">[] {
  const lines: Omit<Line, "year">[] = [];
  for (let row = lastRow + 1; row <= Math.min(lastRow + FOOT_ROWS, view.rowCount - 1); row++) {
    for (let column = 0; column < view.columnCount; column++) {
      const text = view.text(row, column);
      if (saysUntil(text)) lines.push({ text, cell: view.address(row, column), header: true });
    }
  }
  return lines;
}

function hasTargets({ candidate, form }: FoundTable): boolean {
  const columns = candidate?.columns ?? form?.entries.map(({ column }) => column) ?? [];
  return columns.some(({ meaning }) => meaning?.kind === "target");
}
