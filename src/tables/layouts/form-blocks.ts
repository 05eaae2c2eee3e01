import { hasAny, NAME_HEADS, NAMES_HEADERS, ORDINAL_HEADERS, TITLE_WORDS, UNIT_HEADERS } from "../../lexicon";
import { isDigits, unitOf, unitsIn } from "../cells";
import { headerWords, isCatalogued, namesSubject, roleSaid } from "../interpret";
import { isRegionHeader, looksLikeLower, looksLikeRegion } from "../regions";
import { isBlank, isBlankRow, type View } from "../view";

/** A figure's place before it is understood. */
export interface FigurePlace {
  row: number;
  at: number;
  path: string[];
}

/** A form before it is understood: its rows, and where its figures stand. */
export interface FoundBlock {
  /** The row of its headers; null where each figure has its label beside it. */
  headerRow: number | null;
  lastRow: number;
  places: FigurePlace[];
}

/** A block of more rows is a ledger or a list, no form. */
export const MAX_FORM_ROWS = 300;
const FIGURE_ROLES: ReadonlySet<string> = new Set(["target", "done", "rate", "note"]);

/** Indicators under one another, their 目标任务 and 完成 side by side under a header. */
export function rowsUnderRoles(view: View, headerRow: number): FoundBlock | null {
  const roles: number[] = [];
  const kinds = new Set<string>();
  for (let column = 0; column < view.columnCount; column++) {
    const text = view.spreadText(headerRow, column);
    const reading = roleSaid(text);
    const merge = view.merge(headerRow, column);
    if (merge && (merge.column !== column || merge.row + merge.rowCount - 1 !== headerRow)) continue;
    if (!reading || NAMES_HEADERS.has(text) || namesSubject(text) || !FIGURE_ROLES.has(reading.role) || holdsNames(view, headerRow, column)) continue;
    roles.push(column);
    for (const { role } of headerWords(text).roles) kinds.add(role);
  }
  const first = roles[0];
  if (first === undefined || first === 0 || !kinds.has("done") || !(kinds.has("target") || kinds.has("rate"))) return null;
  const groups = roleGroups(view, headerRow, roles);
  if (!groups.some(({ names }) => namesIndicators(view, headerRow, names))) return null;
  const places: FigurePlace[] = [];
  let lastRow = headerRow;
  let blanks = 0;
  for (let row = headerRow + 1; row < view.rowCount && blanks < 2; row++) {
    if (isBlankRow(view, row)) {
      blanks++;
      continue;
    }
    if (isHeaderOfForm(view, row)) break;
    const found = groups.flatMap(({ names, roles: own }) => {
      const path = namePath(view, row, names.columns, headerRow);
      const named = path.some((text) => namesSubject(text) || headerWords(text).stage !== null);
      const figured = own.some((column) => view.reading(row, column).kind === "number");
      return named && (figured || path.some(isCatalogued)) ? [{ path, names, own }] : [];
    });
    const [leading] = found;
    if (!leading) continue;
    if (isTitleLine(view, row) && saysTitle(leading.path.join(""))) break;
    if (row - headerRow > MAX_FORM_ROWS) return null;
    blanks = 0;
    lastRow = row;
    for (const { path, names, own } of found) {
      const unit = names.unit === null ? "" : view.spreadText(row, names.unit);
      for (const at of own) places.push({ row, at, path: [...path, ...(unit === "" || unit === "%" ? [] : [`(${unit})`]), view.spreadText(headerRow, at)] });
    }
  }
  if (groups.length > 1) places.sort((a, b) => groupAt(groups, a.at) - groupAt(groups, b.at) || a.row - b.row || a.at - b.at);
  return places.length === 0 ? null : { headerRow, lastRow, places };
}

/**
 * Whether the rows are indicators: their header says so, or they have units, or half of them are the catalogue's.
 * Rows of firms, trades or regions that nobody recognised are no form of one region.
 */
function namesIndicators(view: View, headerRow: number, { columns, unit }: RoleGroup["names"]): boolean {
  const header = columns.map((column) => view.spreadText(headerRow, column)).join("");
  const saysSo = unit !== null || header === "" || (NAME_HEADS.some((word) => header.includes(word)) && !isRegionHeader(header));
  let [named, regions, all] = [0, 0, 0];
  const end = endOfForm(view, headerRow, MAX_FORM_ROWS);
  for (let row = headerRow + 1; row < end && !isBlankRow(view, row); row++) {
    const texts = columns.map((column) => view.spreadText(row, column));
    all++;
    if (texts.some((text) => isCatalogued(text) || unitsIn(text).length > 0)) named++;
    if (texts.some((text) => looksLikeRegion(text) || looksLikeLower(text))) regions++;
  }
  return regions * 2 < all && (saysSo || named * 2 >= all);
}

/** A column with words under its header is one of names, whatever the header says: 工作任务, 目标任务. */
function holdsNames(view: View, headerRow: number, column: number): boolean {
  let [words, figures] = [0, 0];
  const end = endOfForm(view, headerRow, LOOKED_AT);
  for (let row = headerRow + 1; row < end; row++) {
    const { kind } = view.reading(row, column);
    if (kind === "number") figures++;
    else if (kind === "unreadable" && roleSaid(view.text(headerRow, column))?.role !== "note") words++;
  }
  return words > figures;
}

const LOOKED_AT = 6;

/** The row after the last of a form that is looked at: at most so many, and none of the form that follows. */
function endOfForm(view: View, headerRow: number, most: number): number {
  const end = Math.min(view.rowCount, headerRow + 1 + most);
  for (let row = headerRow + 1; row < end; row++) if (isHeaderOfForm(view, row)) return row;
  return end;
}

/** Whether a row announces another form: its own 目标 and 完成. */
function isHeaderOfForm(view: View, row: number): boolean {
  let roles = 0;
  for (let column = 1; column < view.columnCount; column++) {
    const text = view.text(row, column);
    const reading = roleSaid(text);
    if (reading && (reading.role === "target" || reading.role === "done") && view.reading(row, column).kind !== "number" && headerWords(text).subject === "") roles++;
  }
  return roles >= 2;
}

function saysTitle(text: string): boolean {
  return text.endsWith("表") || hasAny(text, TITLE_WORDS);
}

/** One text alone in its row: the title of the next form. */
function isTitleLine(view: View, row: number): boolean {
  let texts = 0;
  for (let column = 0; column < view.columnCount; column++) if (!isBlank(view, row, column)) texts++;
  return texts === 1;
}

/** 目标 and 完成 columns with the columns that name their indicators. */
interface RoleGroup {
  names: { columns: number[]; unit: number | null };
  roles: number[];
}

/** The columns of a form in groups: a second 项目 | 目标 | 完成 beside the first names its own indicators. */
function roleGroups(view: View, headerRow: number, roles: readonly number[]): RoleGroup[] {
  const header = view.spreadText(headerRow, 0);
  const groups: RoleGroup[] = [];
  let from = 0;
  for (const at of roles) {
    let start = from;
    while (start < at && !(start > 0 && (NAMES_HEADERS.has(view.text(headerRow, start)) || (header !== "" && view.text(headerRow, start) === header)))) start++;
    const open = groups.at(-1);
    if (!open || start < at) groups.push({ names: nameColumns(view, headerRow, open ? start : 0, at), roles: [at] });
    else open.roles.push(at);
    from = at + 1;
  }
  return groups;
}

function groupAt(groups: readonly RoleGroup[], at: number): number {
  return groups.findIndex(({ roles }) => roles.includes(at));
}

/** The columns that name the indicators of a form, and the one that says their units. */
function nameColumns(view: View, headerRow: number, first: number, firstRole: number): { columns: number[]; unit: number | null } {
  const columns: number[] = [];
  let unit: number | null = null;
  for (let column = first; column < firstRole; column++) {
    const header = view.spreadText(headerRow, column);
    const below = view.spreadText(headerRow + 1, column);
    if (UNIT_HEADERS.includes(header) || unitOf(below)) unit = column;
    else if (!ORDINAL_HEADERS.includes(header)) columns.push(column);
  }
  return { columns, unit };
}

/** The names of a row: a merged group, or the last one above where its cell is blank, then its own. */
function namePath(view: View, row: number, columns: readonly number[], headerRow: number): string[] {
  const path: string[] = [];
  let deepest = -1;
  columns.forEach((column, level) => (deepest = isBlank(view, row, column) ? deepest : level));
  columns.forEach((column, level) => {
    let text = view.spreadText(row, column);
    const deeper = level < deepest;
    for (let above = row - 1; text === "" && deeper && above > headerRow; above--) text = view.spreadText(above, column);
    if (text !== "" && !isDigits(text) && text !== path.at(-1)) path.push(text);
  });
  return path;
}
