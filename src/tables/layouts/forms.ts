import { yearIn, compact, readNumber, readable } from "../cells";
import { classifyColumns, readHeaderBand, type HeaderBand, type ReadColumn, type Span } from "../header";
import { bareRegion, looksLikeRegion } from "../regions";
import { indicatorIn, roleIn } from "../vocabulary";
import { isBlank, type View } from "../view";
import { isBlankRow, type KnowsRegion } from "./label-runs";

/** One region's form: indicators under one another, target and done side by side. */
export interface Form {
  view: View;
  /** The region as written. */
  region: string;
  regionCell: { row: number; column: number };
  band: HeaderBand;
  span: Span;
  lastRow: number;
  /** The figures of the form: each with what it means and where it stands. */
  entries: FormEntry[];
}

export interface FormEntry {
  column: ReadColumn;
  row: number;
  /** The column of the upright sheet that holds the figure. */
  at: number;
  unitText: string;
}

const ROW_NAME = /棚户区|棚改|公租房|公共租赁|基本建成|补贴|投资|欠账|上报|盘活|实有|未整改|未建成|开工/;
const MAX_ROWS_ABOVE = 8;

/**
 * Finds forms of one region: one a sheet, or several under one another.
 * The region is what the form's title or caption names, else the sheet.
 */
export function findForms(view: View, knows: KnowsRegion, year: number | null): Form[] {
  const forms: Form[] = [];
  let floor = -1;
  for (let row = 0; row < view.rowCount; row++) {
    const header = headerAt(view, row);
    if (!header) continue;
    const form = readForm(view, row, header, floor, knows, year);
    if (!form) continue;
    forms.push(form);
    floor = form.lastRow;
    row = form.lastRow;
  }
  return forms;
}

/** A header row of a form: a column of indicator names below it, and target and done beside it. */
function headerAt(view: View, row: number): { names: number; roles: number[] } | null {
  const roles: number[] = [];
  let names = -1;
  for (let column = 0; column < view.columnCount; column++) {
    const text = compact(view.spread(row, column));
    const role = roleIn(text);
    if (indicatorIn(text) === null && (role === "target" || role === "done" || role === "rate" || role === "note")) roles.push(column);
    else if (names === -1 && countNames(view, row + 1, column) >= 1 && text !== "") names = column;
  }
  const kinds = new Set(roles.map((column) => roleIn(compact(view.spread(row, column)))));
  return names !== -1 && kinds.has("target") && kinds.has("done") && roles.every((column) => column > names) ? { names, roles } : null;
}

function countNames(view: View, from: number, column: number): number {
  let count = 0;
  for (let row = from; row < view.rowCount && !isBlankRow(view, row); row++) {
    if (ROW_NAME.test(compact(view.value(row, column)))) count++;
  }
  return count;
}

function readForm(
  view: View,
  headerRow: number,
  header: { names: number; roles: number[] },
  floor: number,
  knows: KnowsRegion,
  year: number | null,
): Form | null {
  let lastRow = headerRow;
  while (lastRow + 1 < view.rowCount && !isBlankRow(view, lastRow + 1) && !endsForm(view, lastRow + 1, header.names)) lastRow++;
  const span: Span = { first: 0, last: Math.max(header.names, ...header.roles) };
  const band = readHeaderBand(view, headerRow + 1, floor, span);
  const named = regionOf(view, headerRow, floor, knows);
  if (!named || lastRow === headerRow) return null;
  const about = `${band.title ?? ""}`;
  const entries: FormEntry[] = [];
  for (const at of header.roles) {
    const role = compact(view.spread(headerRow, at));
    const drafts = [];
    for (let row = headerRow + 1; row <= lastRow; row++) {
      const group = namePath(view, row, header.names);
      const reading = readNumber(view.value(row, at), view.format(row, at));
      drafts.push({ column: row, path: [...group, role], wordy: reading.kind === "unreadable", empty: reading.kind === "blank" });
    }
    const columns = classifyColumns(drafts, { title: about, sheet: "", year: yearIn(about) ?? year });
    for (const column of columns) {
      if (column.meaning) entries.push({ column, row: column.column, at, unitText: unitBeside(view, column.column, header) });
    }
  }
  return { view, region: named.region, regionCell: named.cell, band, span, lastRow, entries };
}

/** A new title or caption, or another header, ends a form that no blank row ends. */
function endsForm(view: View, row: number, names: number): boolean {
  if (headerAt(view, row)) return true;
  let texts = 0;
  for (let column = 0; column < view.columnCount; column++) if (!isBlank(view, row, column)) texts++;
  const name = compact(view.value(row, names));
  return texts === 1 && !ROW_NAME.test(name) && name !== "" && (looksLikeRegion(name) || name.length > 12);
}

/** The names of a row: a merged or blank group to the left, then its own. */
function namePath(view: View, row: number, names: number): string[] {
  const path: string[] = [];
  for (let column = 0; column <= names; column++) {
    const text = compact(view.spread(row, column));
    if (text !== "" && !/^\d+$/.test(text) && text !== path.at(-1)) path.push(text);
  }
  return path;
}

/** The unit column of a form (指标 | 单位 | 目标 | 完成). */
function unitBeside(view: View, row: number, header: { names: number; roles: number[] }): string {
  const first = Math.min(...header.roles);
  for (let column = header.names + 1; column < first; column++) {
    const text = compact(view.value(row, column));
    if (text !== "") return `(${text})`;
  }
  return "";
}

const AFTER_LABEL = /(?:填报单位|单位|县\(?市、?区\)?(?:名称)?|地区|区县|县区|名称)[:](.+?)(?:截[至止]|填报|单位|日期|联系|$)/;
const BEFORE_YEAR = /^(.{2,16}?)(?:20\d{2}年|住房|保障|棚户|城镇|目标|进展|完成|情况)/;

/** The region that stands above a form: in a caption, a title, a cell of its own, or the sheet's name. */
function regionOf(
  view: View,
  headerRow: number,
  floor: number,
  knows: KnowsRegion,
): { region: string; cell: { row: number; column: number } } | null {
  const isRegion = (name: string) => looksLikeRegion(name) || knows(bareRegion(name));
  for (let row = headerRow; row > floor && row >= headerRow - MAX_ROWS_ABOVE; row--) {
    for (let column = 0; column < view.columnCount; column++) {
      const text = compact(view.value(row, column));
      if (text === "") continue;
      const found = [AFTER_LABEL.exec(text)?.[1], row === headerRow ? undefined : text, BEFORE_YEAR.exec(text)?.[1]]
        .flatMap((name) => (name === undefined ? [] : [trimmed(name)]))
        .find(isRegion);
      if (found !== undefined) return { region: found, cell: { row, column } };
    }
  }
  return isRegion(view.sheet) ? { region: view.sheet, cell: { row: headerRow, column: 0 } } : null;
}

function trimmed(name: string): string {
  return bareRegion(readable(name)).replace(/[(（].*$/, "");
}

