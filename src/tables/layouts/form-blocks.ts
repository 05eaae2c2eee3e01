import { hasAny, NAME_HEADS, ORDINAL_HEADERS } from "../../lexicon";
import { isDigits, unitOf, unitsIn } from "../../cells";
import { headerWords, isCatalogued, namesSubject, roleSaid } from "../../interpret";
import { headerPath, readHeaderBand } from "../header";
import { isRegionHeader, looksLikeLower, looksLikeRegion } from "../../regions";
import { hasFigure, isBlank, isBlankRow, occupiedColumns, type View } from "../view";

/** A figure's place before it is understood. */
export interface FigurePlace {
  row: number;
  at: number;
  /** What its labels say, from the outermost in. */
  path: string[];
}

/** A form before it is understood: its rows, and where its figures stand. */
export interface FoundBlock {
  /** The row of its headers; null where each figure has its label beside it. */
  headerRow: number | null;
  lastRow: number;
  /** None where it is a list too long for a form. */
  places: FigurePlace[];
}

/** A block of more rows is a ledger or a list, no form. */
const MAX_FORM_ROWS = 300;
const FIGURE_ROLES: ReadonlySet<string> = new Set(["target", "done", "rate", "note"]);

/** Indicators under one another, their 目标任务 and 完成 side by side under a header. */
export function rowsUnderRoles(view: View, headerRow: number): FoundBlock | null {
  const groups = roleGroups(view, headerRow);
  const places = groups.map((): FigurePlace[] => []);
  const names = groups.map((): string[][] => []);
  let lastRow = headerRow;
  for (let row = headerRow + 1; groups.length > 0 && row < view.rowCount && !isHeaderOfForm(view, row); row++) {
    if (row - headerRow > MAX_FORM_ROWS) return null;
    for (const [index, { names: columns, roles }] of groups.entries()) {
      const path = namePath(view, row, columns, headerRow);
      if (path.length > 0) names[index]?.push(path);
      const named = path.some((text) => namesSubject(text) || headerWords(text).stage !== null);
      if (!named || !(roles.some((column) => view.reading(row, column).kind === "number") || path.some(isCatalogued))) continue;
      places[index]?.push(...roles.map((at) => ({ row, at, path: [...path, view.spreadText(headerRow, at)] })));
      lastRow = row;
    }
  }
  const isForm = groups.some((group, index) => areIndicators(group.names.map((column) => view.spreadText(headerRow, column)).join(""), names[index] ?? []));
  return lastRow === headerRow || !isForm ? null : { headerRow, lastRow, places: places.flat() };
}

/**
 * Whether what names a form's rows is indicators: their header says so, or half of them are the catalogue's or have
 * units. Rows of firms, ports or regions that nobody recognised are no form of one region.
 */
function areIndicators(header: string, rows: readonly (readonly string[])[]): boolean {
  const mostly = (is: (text: string) => boolean) => rows.filter((path) => path.some(is)).length * 2 >= rows.length;
  const saysSo = header === "" || (hasAny(header, NAME_HEADS) && !isRegionHeader(header));
  return (saysSo || mostly((text) => isCatalogued(text) || unitsIn(text).length > 0)) && !mostly((text) => looksLikeRegion(text) || looksLikeLower(text));
}

/** 目标 and 完成 columns with the columns that name their indicators. */
interface RoleGroup {
  names: number[];
  roles: number[];
}

/** The columns of a form in groups: a second 项目 | 目标 | 完成 beside the first names its own indicators. */
function roleGroups(view: View, headerRow: number): RoleGroup[] {
  const groups: RoleGroup[] = [];
  const kinds = new Set<string>();
  const first = view.spreadText(headerRow, 0);
  let names: number[] = [];
  for (let column = 0; column < view.columnCount; column++) {
    const text = view.spreadText(headerRow, column);
    if (isRole(view, headerRow, column)) {
      const open = groups.at(-1);
      if (!open || names.some((name) => first !== "" && view.spreadText(headerRow, name) === first)) groups.push({ names, roles: [column] });
      else open?.roles.push(column);
      names = [];
      for (const { role } of headerWords(text).roles) kinds.add(role);
    } else if (!ORDINAL_HEADERS.includes(text)) names.push(column);
  }
  return kinds.has("target") && kinds.has("done") ? groups : [];
}

/** Whether a column is one of figures or notes by the lowest of its headers. */
function isRole(view: View, headerRow: number, column: number): boolean {
  const text = view.spreadText(headerRow, column);
  return FIGURE_ROLES.has(roleSaid(text)?.role ?? "") && !holdsNames(view, headerRow, column);
}

/** A column with words under its header is one of names, whatever the header says: 工作任务, 目标任务. */
function holdsNames(view: View, headerRow: number, column: number): boolean {
  if (roleSaid(view.text(headerRow, column))?.role === "note") return false;
  let [words, figures] = [0, 0];
  for (let row = headerRow + 1; row <= headerRow + LOOKED_AT && !isHeaderOfForm(view, row); row++) {
    const { kind } = view.reading(row, column);
    if (kind === "number") figures++;
    else if (kind === "unreadable") words++;
  }
  return words > figures;
}

const LOOKED_AT = 6;

/** Whether a row announces another form: its own 目标 and 完成. */
function isHeaderOfForm(view: View, row: number): boolean {
  let roles = 0;
  for (let column = 1; column < view.columnCount; column++) {
    const role = roleSaid(view.text(row, column))?.role;
    if ((role === "target" || role === "done") && headerWords(view.text(row, column)).subject === "") roles++;
  }
  return roles >= 2;
}

/** The names of a row: a merged group, or the last one above where its cell is blank, then its own; a unit in brackets. */
function namePath(view: View, row: number, columns: readonly number[], headerRow: number): string[] {
  const path: string[] = [];
  const deepest = Math.max(...columns.map((column, level) => (isBlank(view, row, column) ? -1 : level)));
  columns.forEach((column, level) => {
    let text = view.spreadText(row, column);
    for (let above = row - 1; text === "" && level < deepest && above > headerRow; above--) text = view.spreadText(above, column);
    if (text !== "" && !isDigits(text) && text !== path.at(-1)) path.push(unitOf(text) ? `(${text})` : text);
  });
  return path;
}

/** Labels that say indicator and role, each with its figure beside: 棚改目标任务 | 1700 | 已开工 | 0. */
export function figuresBesideLabels(view: View, first: number): FoundBlock | null {
  if (labelledFigures(view, first).places.length === 0) return null;
  const places: FigurePlace[] = [];
  let lastRow = first;
  for (let row = first; row < view.rowCount && !isBlankRow(view, row); row++) {
    const found = labelledFigures(view, row);
    if (found.places.length === 0 && !found.open) break;
    places.push(...found.places);
    // A label without a figure is of the blank cell where the others have theirs.
    if (found.open) places.push({ row, at: places[0]?.at ?? 0, path: found.open });
    lastRow = row;
  }
  if (lastRow - first > MAX_FORM_ROWS) return { headerRow: null, lastRow, places: [] };
  const targets = places.some(({ path }) => path.some((text) => roleSaid(text)?.role === "target"));
  return places.length >= 2 && targets ? { headerRow: null, lastRow, places } : null;
}

/** The figures of a row with their labels, and the label that has none. */
function labelledFigures(view: View, row: number): { places: FigurePlace[]; open: string[] | null } {
  const places: FigurePlace[] = [];
  let group: string[] = [];
  let label: string | null = null;
  const path = () => [...group.filter((name) => name !== label), ...(label === null ? [] : [label])];
  const speaks = () => path().some((name) => ["target", "done", "rate"].includes(roleSaid(name)?.role ?? ""));
  for (let column = 0; column < view.columnCount; column++) {
    const text = view.spreadText(row, column);
    const { kind } = view.reading(row, column);
    if (kind === "unreadable" && text !== "") {
      if (label !== null && places.length === 0 && text !== label) group = [...group, label];
      if (unitOf(text)) group = [...group, `(${text})`];
      else label = text;
    } else if (label !== null && speaks() && (kind === "number" || kind === "error")) {
      places.push({ row, at: column, path: path() });
      label = null;
    }
  }
  return { places, open: label !== null && places.length === 0 && speaks() ? path() : null };
}

/** One row of figures under a header that names indicators, with no region before it. */
export function rowUnderHeader(view: View, row: number, floor: number): FoundBlock | null {
  const span = occupiedColumns(view, row, row);
  const columns = Array.from({ length: span.last - span.first + 1 }, (_, at) => span.first + at);
  if (columns.filter((column) => view.reading(row, column).kind === "number").length < 2 || hasFigure(view, row + 1)) return null;
  const band = readHeaderBand(view, row, floor, span);
  const places = columns.map((at) => ({ row, at, path: headerPath(view, band, at, span.first) })).filter(({ path }) => path.length > 0);
  return band.rows.length === 0 ? null : { headerRow: band.rows.at(-1) ?? row, lastRow: row, places };
}
