import { roleSaid } from "../interpret";
import { viewOn, type View } from "./view";

/** 9591/9850, 25套/30套: two figures in one cell. */
const PAIR = /^([\d.,]+[^\d/]{0,2})\/([\d.,]+[^\d/]{0,2})$/;
/** Under a header of two roles so many cells hold two figures at the least: a day (5/6) stands by itself. */
const LEAST_CELLS = 2;

/**
 * The same sheet with 已查验/应查验 over 9591/9850 as two columns of one figure each, so that nothing after it meets
 * two figures in one cell. Cells keep their addresses: both columns are the staff's one.
 */
export function withPairsApart(view: View): View {
  const note = noteOfPairs(view);
  const all = Array.from({ length: view.columnCount }, (_, column) => column);
  const headers = all.map((column) => headerOfPairs(view, column, note !== ""));
  if (headers.every((header) => header === null)) return view;
  /** The column of the sheet that each column is of. */
  const columns = all.flatMap((column) => (headers[column] === null ? [column] : [column, column]));
  const at = (column: number) => columns[column] ?? -1;
  return viewOn({
    ...view,
    columnCount: columns.length,
    value: (row, column) => {
      const own = at(column);
      const header = headers[own] ?? null;
      if (header === null) return view.value(row, own);
      const text = view.text(row, own);
      const parts = row === header ? sidesOfHeader(saysTwoRoles(text) ? text : `${text}:${note}`) : (PAIR.exec(text)?.slice(1) ?? [view.value(row, own)]);
      return parts[column - columns.indexOf(own)] ?? "";
    },
    format: (row, column) => view.format(row, at(column)),
    merge: (row, column) => {
      const area = view.merge(row, at(column));
      if (!area || area.columnCount === 1) return area && { ...area, column };
      const from = columns.indexOf(area.column);
      return { ...area, column: from, columnCount: columns.lastIndexOf(area.column + area.columnCount - 1) - from + 1 };
    },
    address: (row, column) => view.address(row, at(column)),
    range: (row, column, rowCount, columnCount) => view.range(row, at(column), rowCount, at(column + columnCount - 1) - at(column) + 1),
  });
}

/**
 * The row of a header over cells that hold two figures each; null where a column has none.
 * @param isNoted what the two are is said beside the table, so that any header will do
 */
function headerOfPairs(view: View, column: number, isNoted: boolean): number | null {
  let header: number | null = null;
  let [pairs, others] = [0, 0];
  for (let row = 0; row < view.rowCount && row < LOOKED_AT; row++) {
    const text = view.text(row, column);
    if (header !== null && PAIR.test(text)) pairs++;
    else if (pairs === 0 && (isNoted ? text !== "" : header === null && saysTwoRoles(text))) header = row;
    else if (header !== null && view.reading(row, column).kind === "number") others++;
  }
  return pairs >= LEAST_CELLS && pairs > others ? header : null;
}

/** 目标/完成 of 表内：目标/完成, a line over the table that says for all its columns what the two figures are; "" without one. */
function noteOfPairs(view: View): string {
  for (let row = 0; row < view.rowCount && row < NOTE_ROWS; row++) {
    for (let column = 0; column < view.columnCount; column++) {
      const [before = "", roles = ""] = view.text(row, column).replace(/[()]/g, "").split(":");
      if (before !== "" && saysTwoRoles(roles)) return roles;
    }
  }
  return "";
}

/** Rows of title and captions in which such a line stands. */
const NOTE_ROWS = 6;

/** A pair's header stands at the top of its table. */
const LOOKED_AT = 200;

/** 已完成/任务数 as 已完成 and 任务数; 整顿：已销号数/应销号数 as 整顿已销号数 and 整顿应销号数, but for the colon. */
function sidesOfHeader(text: string): string[] {
  const within = text.indexOf(":") + 1;
  return text.slice(within).split("/").map((side) => `${text.slice(0, within)}${side}`);
}

/** What was done and what was to be. */
function saysTwoRoles(text: string): boolean {
  if (!text.includes("/")) return false;
  const roles = sidesOfHeader(text).map((side) => roleSaid(side)?.role);
  return roles.length === 2 && roles.includes("target") && roles.includes("done");
}
