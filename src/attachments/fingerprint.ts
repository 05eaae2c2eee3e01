import { fields, flag, keptBlock, listOf, named, namedOf, number, oneOf, saysSame, text } from "../progress";
import { layoutOf } from "./charts/chart";
import { pointsOf } from "./measure";
import { SHEET_KEYS, type CellStyle, type PlannedBlock, type PlannedCell, type SheetKey, type SheetPlan } from "./plan";
import { contentOf, keptParts, keptShape, shapeOf, type SheetShape } from "./sheet-shape";

/** What a cell looks like, as far as we said. */
export type Look = Pick<CellStyle, "fontName" | "fontSize" | "bold" | "fontColor" | "fill" | "horizontal">;
/** What Excel says of cells for which nothing was said. */
const UNSAID: Look = { bold: false, fontColor: "#000000", fill: "#FFFFFF" };
const LOOK = ["fontName", "fontSize", "bold", "fontColor", "fill", "horizontal"] as const;

/** What we wrote on a sheet, so that a later edit by hand is noticed and the sheet can be written again as it was. */
export interface SheetRecord {
  /** One hash a row. */
  rows: string[];
  /** Blocks of one look each; empty where formats are the office's own (kept as a template). */
  looks: { block: PlannedBlock; look: Look }[];
  /** In points, by column id. */
  widths: Record<string, number>;
  /** Columns whose width the office had set by hand before. */
  kept: string[];
  /** Rows of the parts that have a font of their own. */
  parts: SheetPlan["parts"];
  /** What a ranking was asked for, so that it can be made anew alike. */
  chosen?: string[];
  /** Its charts; not there where it has none. */
  charts?: ChartsRecord;
  /** All else that it was; not there where an earlier version of the add-in wrote it. */
  shape?: SheetShape;
}

/** What we drew on a sheet. */
interface ChartsRecord {
  /** Their names in the workbook, in the order of the plan; none before they are drawn. */
  names: string[];
  /** How they were laid out, as one hash: what is drawn from where, and how it looks. */
  layout: string;
  /** Whether of many regions only the first and last were asked for. */
  ends: boolean;
}

export type SheetRecords = Partial<Record<SheetKey, SheetRecord>>;

/** More blocks of one look than any sheet of ours has, each of which is asked for when the workbook is read. */
const MOST_LOOKS = 20_000;
/** More columns than any sheet of ours has, likewise. */
const MOST_COLUMNS = 2000;
const look = fields<object, Look>(
  {},
  {
    fontName: text(),
    fontSize: number(),
    bold: flag,
    fontColor: text(),
    fill: text(),
    horizontal: oneOf(["Left", "Center", "Right"] as const),
  },
);
/** What was kept of a sheet of ours; undefined where it is spoiled. */
export const keptRecord = fields<
  Required<Pick<SheetRecord, "rows" | "looks" | "widths" | "kept" | "parts">>,
  Required<Pick<SheetRecord, "chosen" | "charts" | "shape">>
>(
  {
    rows: listOf(text()),
    looks: listOf(fields({ block: keptBlock, look }), MOST_LOOKS),
    widths: namedOf(number(0), MOST_COLUMNS),
    kept: listOf(text()),
    parts: keptParts,
  },
  { chosen: listOf(text()), charts: fields({ names: listOf(text()), layout: text(), ends: flag }), shape: keptShape },
);

/** The records of our sheets as they were stored; one that is spoiled is left out. */
export function sheetRecordsFrom(stored: unknown): SheetRecords {
  return named<SheetRecord>(keptRecord, (key) => SHEET_KEYS.some((one) => one === key))(stored);
}

/** What a person changed on a sheet of ours since we wrote it. */
export interface HandEdit {
  /** Rows whose content differs, from 0. */
  rows: number[];
  /** Whether fonts, fills or alignments differ. */
  look: boolean;
  /** Whether a chart of ours is gone. */
  charts?: boolean;
}

/** The record of a plan, before its charts have names. */
export function recordOf(plan: SheetPlan): SheetRecord {
  const layout = chartsHash(plan);
  return {
    rows: rowHashes(plan),
    looks: looksOf(plan),
    widths: Object.fromEntries(plan.columns.map(({ id }, column) => [id, pointsOf(plan.columnWidths[column] ?? 0)])),
    kept: plan.columns.filter(({ widthKept }) => widthKept).map(({ id }) => id),
    parts: plan.parts,
    ...(plan.chosen ? { chosen: plan.chosen } : {}),
    ...(layout === undefined ? {} : { charts: { names: [], layout, ends: plan.chartEnds === true } }),
    shape: shapeOf(plan),
  };
}

function rowHashes({ cells }: SheetPlan): string[] {
  return cells.map((row) => rowHash(row.map(contentOf)));
}

function chartsHash({ charts }: SheetPlan): string | undefined {
  return charts && hash(JSON.stringify(charts.map(layoutOf)));
}

/**
 * Whether a sheet holds what would be written now. One that the office has shaped by hand and kept so is not told
 * from what it should be: it follows until it is written again.
 */
export function isUpToDate(record: SheetRecord, plan: SheetPlan): boolean {
  return record.looks.length === 0 || (saysSame(record.rows, rowHashes(plan)) && record.charts?.layout === chartsHash(plan));
}

/**
 * Compares a sheet with the record of what we wrote.
 * @param formulas the sheet's formulas from cell A1; a text that begins with “=” has an apostrophe before it
 * @param looks what each block of the record looks like now; null where its cells differ
 * @param charts the names of the charts that are there
 * @returns null where nothing was changed by hand
 */
export function editsSince(
  record: SheetRecord,
  formulas: readonly (readonly unknown[])[],
  looks: readonly (Look | null)[],
  charts: readonly string[] = [],
): HandEdit | null {
  const now = formulas.map(rowHash);
  const blank = rowHash([]);
  const count = Math.max(now.length, record.rows.length);
  const rows = Array.from({ length: count }, (_, row) => row).filter((row) => (now[row] ?? blank) !== (record.rows[row] ?? blank));
  const look = record.looks.some((written, index) => !sameLook(written.look, looks[index] ?? null));
  const gone = record.charts?.names.some((name) => !charts.includes(name)) ?? false;
  return rows.length === 0 && !look && !gone ? null : { rows, look, ...(gone && { charts: true }) };
}

/** The record of a sheet that the office has shaped by hand and keeps so. */
export function acceptedRecord(record: SheetRecord, formulas: readonly (readonly unknown[])[]): SheetRecord {
  return { ...record, rows: formulas.map(rowHash), looks: [] };
}

/** Widths in points that the office has set by hand since, or had before. */
export function widthsByHand(record: SheetRecord, now: Readonly<Record<string, number>>): Record<string, number> {
  const TOLERANCE = 1;
  return Object.fromEntries(
    Object.entries(now).filter(([id, width]) => {
      const written = record.widths[id];
      return written !== undefined && (record.kept.includes(id) || Math.abs(width - written) > TOLERANCE);
    }),
  );
}

/** References to other sheets change when the staff rename a sheet or move its rows: they are no edit of ours. */
const ELSEWHERE =
  /(?:(?<!')'(?:[^']|'')+'|(?<![\p{L}\p{N}_.])[\p{L}\p{N}_.]+)!(?:\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|#REF!)|#REF!/gu;

/** The sheets that formulas name. @example sheetsNamedIn([[{ kind: "formula", formula: "='3 月'!C5" }]]) // ["3 月"] */
export function sheetsNamedIn(cells: readonly (readonly PlannedCell[])[]): string[] {
  const names = cells
    .flat()
    .flatMap((cell) =>
      cell.kind === "formula" ? [...cell.formula.matchAll(ELSEWHERE)].map(([all]) => all.slice(0, Math.max(0, all.lastIndexOf("!")))) : [],
    );
  return [...new Set(names)]
    .filter((name) => name !== "" && !name.startsWith("#"))
    .map((name) => (name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name));
}

function rowHash(cells: readonly unknown[]): string {
  const texts = cells.map((cell) => {
    const text = String(cell ?? "");
    // Where a header is broken into lines is a matter of its column's width.
    return text.startsWith("=") ? text.replace(ELSEWHERE, "@") : text.replaceAll("\n", "");
  });
  while (texts.at(-1) === "") texts.pop();
  return hash(texts.join("\u0001"));
}

/** FNV-1a over UTF-16 units: enough to notice an edit, short enough to keep one a row. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(36);
}

function sameLook(written: Look, now: Look | null): boolean {
  return now !== null && LOOK.every((name) => written[name] === undefined || same(written[name], now[name]));
}

function same(written: string | number | boolean, now: string | number | boolean | undefined): boolean {
  return typeof written === "string" ? written.toLowerCase() === String(now).toLowerCase() : written === now;
}

/** Blocks of cells that look alike, as the plan's styles laid over each other come out. */
function looksOf(plan: SheetPlan): SheetRecord["looks"] {
  const grid = Array.from({ length: plan.rowCount }, () => Array.from({ length: plan.printedColumns }, (): Look => ({})));
  for (const { block, style } of plan.styles) {
    const wanted = Object.fromEntries(LOOK.flatMap((name) => (style[name] === undefined ? [] : [[name, style[name]]]))) as Look;
    for (let row = block.row; row < block.row + block.rowCount; row++) {
      for (let column = block.column; column < block.column + block.columnCount; column++) {
        const line = grid[row];
        if (line?.[column]) line[column] = { ...UNSAID, ...line[column], ...wanted };
      }
    }
  }
  return blocksOf(grid.map((row) => row.map((look) => JSON.stringify(look)))).map(({ block, key }) => ({
    block,
    look: JSON.parse(key) as Look,
  }));
}

/** Runs of equal cells in a row, joined with the same run in the row above. */
function blocksOf(grid: readonly (readonly string[])[]): { block: PlannedBlock; key: string }[] {
  const found: { block: PlannedBlock; key: string }[] = [];
  grid.forEach((cells, row) => {
    for (let column = 0; column < cells.length; ) {
      const key = cells[column] ?? "{}";
      let end = column + 1;
      while (end < cells.length && cells[end] === key) end++;
      const above = found.find(
        ({ block, key: other }) =>
          other === key && block.column === column && block.columnCount === end - column && block.row + block.rowCount === row,
      );
      if (above) above.block.rowCount++;
      else if (key !== "{}") found.push({ block: { row, column, rowCount: 1, columnCount: end - column }, key });
      column = end;
    }
  });
  return found;
}
