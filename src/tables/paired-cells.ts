import { headerWords, roleSaid } from "./interpret";
import { viewOn, type View } from "./view";

/** 9591/9850, 25套/30套: two figures in one cell. */
const PAIR = /^([\d.,]+[^\d/]{0,2})\/([\d.,]+[^\d/]{0,2})$/;
/** Under a header of two roles so many cells hold two figures at the least: a day (5/6) stands by itself. */
const LEAST_CELLS = 2;

/** A column of the view as two: what stands before the slash, and after it. */
interface Side {
  column: number;
  side: 1 | 2 | null;
}

/**
 * The same sheet with 已查验/应查验 over 9591/9850 as two columns of one figure each, so that nothing after it meets
 * two figures in one cell. Cells keep their addresses: both columns are the staff's one.
 */
export function withPairsApart(view: View): View {
  const headers = new Map<number, number>();
  const note = noteOfPairs(view);
  for (let column = 0; column < view.columnCount; column++) {
    const header = headerOfPairs(view, column, note !== "");
    if (header !== null) headers.set(column, header);
  }
  if (headers.size === 0) return view;
  const columns = Array.from({ length: view.columnCount }, (_, column) => column).flatMap((column): Side[] =>
    headers.has(column) ? [{ column, side: 1 }, { column, side: 2 }] : [{ column, side: null }],
  );
  const at = (column: number) => columns[column] ?? { column: -1, side: null };
  const sidesOf = (column: number) => [...columns.keys()].filter((index) => columns[index]?.column === column);
  const merge: View["merge"] = (row, column) => {
    const area = view.merge(row, at(column).column);
    if (!area) return null;
    if (area.columnCount === 1) return { ...area, column };
    const [from = 0] = sidesOf(area.column);
    const to = sidesOf(area.column + area.columnCount - 1).at(-1) ?? from;
    return { ...area, column: from, columnCount: to - from + 1 };
  };
  const range: View["range"] = (row, column, rowCount, columnCount) => {
    const [from, to] = [at(column).column, at(column + columnCount - 1).column];
    return view.range(row, from, rowCount, to - from + 1);
  };
  const value: View["value"] = (row, column) => {
    const { column: own, side } = at(column);
    if (side === null) return view.value(row, own);
    const text = view.text(row, own);
    const parts = row === headers.get(own) ? sidesOfHeader(saysTwoRoles(text) ? text : `${text}:${note}`) : (PAIR.exec(text)?.slice(1) ?? [view.value(row, own)]);
    return parts[side - 1] ?? "";
  };
  return viewOn({
    ...view,
    columnCount: columns.length,
    value,
    format: (row, column) => view.format(row, at(column).column),
    merge,
    address: (row, column) => view.address(row, at(column).column),
    range,
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
      if (before !== "" && saysTwoRoles(roles) && sidesOfHeader(roles).every((side) => headerWords(side).subject === "")) return roles;
    }
  }
  return "";
}

/** Rows of title and captions in which such a line stands. */
const NOTE_ROWS = 6;

/** A pair's header stands at the top of its table. */
const LOOKED_AT = 200;

/** 已完成/任务数 as 已完成 and 任务数; 整顿（已销号数/应销号数，个） and 整顿：已销号数/应销号数 as 整顿已销号数 and 整顿应销号数, but for the colon. */
function sidesOfHeader(text: string): string[] {
  const bracketed = /^(.*)\(([^()/]+\/[^()/,]+)(?:,[^()]*)?\)$/.exec(text)?.slice(1);
  const colon = text.indexOf(":") + 1;
  const [before = "", within = text] = bracketed ?? [text.slice(0, colon), text.slice(colon)];
  const [first = "", ...others] = within.split("/");
  // 在职党员应报到/已报到: both are of 在职党员.
  const { subject, openVerb } = headerWords(first);
  const shared = subject === openVerb || before !== "" ? before : subject;
  return [`${before}${first}`, ...others.map((side) => (headerWords(side).openVerb === "" ? `${before}${side}` : `${shared}${side}`))];
}

/** What was done and what was to be. */
function saysTwoRoles(text: string): boolean {
  if (!text.includes("/")) return false;
  const parts = sidesOfHeader(text);
  const roles = parts.map((part) => roleSaid(part)?.role);
  return parts.length === 2 && roles.includes("target") && roles.includes("done");
}
