import { unitOf, withoutUntil, yearIn } from "../cells";
import { classifyColumns, headerPath, readHeaderBand, type ColumnDraft, type HeaderBand, type ReadColumn, type Span } from "../header";
import { indicatorIn, roleIn, subjectOf } from "../vocabulary";
import type { Steps } from "../steps";
import { isBlank, isBlankRow, type View } from "../view";
import { contentOf } from "./candidate";
import { regionMentions, type RegionMention } from "./form-regions";
import type { KnowsRegion } from "./label-runs";

/** One region's form: indicators under one another with target and done side by side, or in any order of its own. */
export interface Form {
  view: View;
  /** Where its region may be named, the most telling first. */
  mentions: RegionMention[];
  band: HeaderBand;
  span: Span;
  headerRow: number;
  lastRow: number;
  /** The figures of the form: each with what it means and where it stands. */
  entries: FormEntry[];
}

export interface FormEntry {
  column: ReadColumn;
  row: number;
  /** The column of the sheet that holds the figure. */
  at: number;
}

/** A figure's place before it is understood. */
interface Place {
  row: number;
  at: number;
  path: string[];
}

interface FoundBlock {
  headerRow: number;
  lastRow: number;
  places: Place[];
}

/** Rows between two points where the work may pause. */
const STEP = 100;
/** A block of more rows is a ledger or a list, no form. */
const MAX_FORM_ROWS = 300;
const NAMES_HEADER = /^(?:(?:工作|考核|主要)?(?:指标|项目)(?:名称|类别|类型|内容|分类|项目)?|(?:目标)?任务(?:名称|类别|类型|内容|分类|项目))$/;

/**
 * Finds forms of one region: one a sheet, or several under one another. Three kinds: indicators down with
 * target and done across; labels each with its figure beside; one row of figures under a header without regions.
 */
export function* findForms(view: View, knows: KnowsRegion, year: number | null): Steps<Form[]> {
  const forms: Form[] = [];
  let floor = -1;
  for (let row = 0; row < view.rowCount; row++) {
    if (row % STEP === 0) yield;
    const block = rowsUnderRoles(view, row) ?? figuresBesideLabels(view, row) ?? rowUnderHeader(view, row, floor);
    const form = block && formOf(view, block, floor, knows, year);
    if (!form) continue;
    forms.push(form);
    floor = form.lastRow;
    row = form.lastRow;
  }
  return forms;
}

function formOf(view: View, { headerRow, lastRow, places }: FoundBlock, floor: number, knows: KnowsRegion, year: number | null): Form | null {
  const span = spanOf(view, headerRow, lastRow);
  const band = readHeaderBand(view, places[0]?.row ?? headerRow, floor, span);
  const about = withoutUntil(band.title ?? "");
  const drafts = places.map(({ row, at, path }, index): ColumnDraft => ({
    column: index,
    path,
    ...contentOf([{ row, column: at }], view),
  }));
  const columns = classifyColumns(drafts, { title: about, sheet: view.sheet, year: yearIn(about) ?? year });
  const entries = columns.flatMap((column, index) => {
    const place = places[index];
    return place && column.meaning ? [{ column, row: place.row, at: place.at }] : [];
  });
  const figures = entries.filter(({ column }) => column.meaning?.kind !== "note");
  const mentions = regionMentions(view, headerRow, floor + 1, lastRow, knows);
  return figures.length === 0 || mentions.length === 0 ? null : { view, mentions, band, span, headerRow, lastRow, entries };
}

/** Indicators under one another, their 目标任务 and 完成 side by side under a header. */
function rowsUnderRoles(view: View, headerRow: number): FoundBlock | null {
  const roles: number[] = [];
  const kinds = new Set<string>();
  for (let column = 0; column < view.columnCount; column++) {
    const text = view.spreadText(headerRow, column);
    const reading = roleIn(text);
    const merge = view.merge(headerRow, column);
    if (merge && (merge.column !== column || merge.row + merge.rowCount - 1 !== headerRow)) continue;
    if (!reading || NAMES_HEADER.test(text) || indicatorIn(text) !== null || subjectOf(text) !== "" || reading.role === "other") continue;
    roles.push(column);
    kinds.add(reading.role);
    if (reading.instead) kinds.add(reading.instead);
  }
  const first = roles[0];
  if (first === undefined || first === 0 || !kinds.has("done") || !(kinds.has("target") || kinds.has("rate"))) return null;
  const names = nameColumns(view, headerRow, first);
  const places: Place[] = [];
  let lastRow = headerRow;
  let blanks = 0;
  for (let row = headerRow + 1; row < view.rowCount && blanks < 2; row++) {
    if (isBlankRow(view, row)) {
      blanks++;
      continue;
    }
    if (isHeaderOfForm(view, row)) break;
    const path = namePath(view, row, names.columns, headerRow);
    const named = path.some((text) => indicatorIn(text) !== null || subjectOf(text) !== "");
    const figured = roles.some((column) => view.reading(row, column).kind === "number");
    if (!named || !(figured || path.some((text) => indicatorIn(text) !== null))) continue;
    if (isTitleLine(view, row) && /表$|情况|年|进[度展]|报/.test(path.join(""))) break;
    if (row - headerRow > MAX_FORM_ROWS) return null;
    blanks = 0;
    lastRow = row;
    const unit = names.unit === null ? "" : view.spreadText(row, names.unit);
    for (const at of roles) {
      places.push({ row, at, path: [...path, ...(unit === "" || unit === "%" ? [] : [`(${unit})`]), view.spreadText(headerRow, at)] });
    }
  }
  return places.length === 0 ? null : { headerRow, lastRow, places };
}

/** Whether a row announces another form: its own 目标 and 完成. */
function isHeaderOfForm(view: View, row: number): boolean {
  let roles = 0;
  for (let column = 1; column < view.columnCount; column++) {
    const text = view.text(row, column);
    const reading = roleIn(text);
    if (reading && (reading.role === "target" || reading.role === "done") && view.reading(row, column).kind !== "number" && subjectOf(text) === "") roles++;
  }
  return roles >= 2;
}

/** One text alone in its row: the title of the next form. */
function isTitleLine(view: View, row: number): boolean {
  let texts = 0;
  for (let column = 0; column < view.columnCount; column++) if (!isBlank(view, row, column)) texts++;
  return texts === 1;
}

/** The columns that name the indicators of a form, and the one that says their units. */
function nameColumns(view: View, headerRow: number, firstRole: number): { columns: number[]; unit: number | null } {
  const columns: number[] = [];
  let unit: number | null = null;
  for (let column = 0; column < firstRole; column++) {
    const header = view.spreadText(headerRow, column);
    const below = view.spreadText(headerRow + 1, column);
    if (/^(?:计量)?单位$/.test(header) || unitOf(below)) unit = column;
    else if (!/^(?:序号?|编号)$/.test(header)) columns.push(column);
  }
  return { columns, unit };
}

/** The names of a row: a merged group, or the last one above where its cell is blank, then its own. */
function namePath(view: View, row: number, columns: readonly number[], headerRow: number): string[] {
  const path: string[] = [];
  columns.forEach((column, level) => {
    let text = view.spreadText(row, column);
    const deeper = columns.slice(level + 1).some((other) => !isBlank(view, row, other));
    for (let above = row - 1; text === "" && deeper && above > headerRow; above--) text = view.spreadText(above, column);
    if (text !== "" && !/^[\d.]+$/.test(text) && text !== path.at(-1)) path.push(text);
  });
  return path;
}

/** Labels that say indicator and role, each with its figure beside: 棚改目标任务 | 1700 | 已开工 | 0. */
function figuresBesideLabels(view: View, first: number): FoundBlock | null {
  if (labelledFigures(view, first).places.length === 0) return null;
  const places: Place[] = [];
  const blanks: Omit<Place, "at">[] = [];
  let lastRow = first;
  for (let row = first; row < view.rowCount && !isBlankRow(view, row); row++) {
    const found = labelledFigures(view, row);
    if (found.places.length === 0 && !found.open) break;
    if (row - first > MAX_FORM_ROWS) return null;
    places.push(...found.places);
    if (found.open) blanks.push({ row, path: found.open });
    lastRow = row;
  }
  const [usual] = mostFrequent(places.map(({ at }) => at));
  if (usual !== undefined) places.push(...blanks.map((blank) => ({ ...blank, at: usual })));
  places.sort((a, b) => a.row - b.row || a.at - b.at);
  const targets = places.some(({ path }) => path.some((text) => roleIn(text)?.role === "target"));
  return places.length >= 2 && targets ? { headerRow: first, lastRow, places } : null;
}

/** The figures of a row with their labels, and the label that has none. */
function labelledFigures(view: View, row: number): { places: Place[]; open: string[] | null } {
  const places: Place[] = [];
  let group: string[] = [];
  let label: string | null = null;
  const path = () => [...group.filter((name) => name !== label), ...(label === null ? [] : [label])];
  const speaks = () => path().some((name) => ["target", "done", "rate"].includes(roleIn(name)?.role ?? ""));
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

function mostFrequent(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}

/** One row of figures under a header that names indicators, with no region before it. */
function rowUnderHeader(view: View, row: number, floor: number): FoundBlock | null {
  const span = spanOf(view, row, row);
  let numbers = 0;
  for (let column = span.first; column <= span.last; column++) if (view.reading(row, column).kind === "number") numbers++;
  if (numbers < 2 || (row + 1 < view.rowCount && contentOf([...Array(view.columnCount).keys()].map((column) => ({ row: row + 1, column })), view).numbers > 1)) return null;
  const band = readHeaderBand(view, row, floor, span);
  if (band.rows.length === 0) return null;
  const places: Place[] = [];
  for (let at = span.first; at <= span.last; at++) {
    const path = headerPath(view, band, at, span.first);
    if (path.length > 0) places.push({ row, at, path });
  }
  return { headerRow: band.rows.at(-1) ?? row, lastRow: row, places };
}

/** The columns that a block's rows occupy. */
function spanOf(view: View, firstRow: number, lastRow: number): Span {
  let [first, last] = [view.columnCount, -1];
  for (let column = 0; column < view.columnCount; column++) {
    for (let row = firstRow; row <= lastRow; row++) {
      if (view.spreadText(row, column) === "") continue;
      first = Math.min(first, column);
      last = column;
      break;
    }
  }
  return { first: Math.min(first, Math.max(last, 0)), last: Math.max(last, 0) };
}
