/** What formulas look at: which cells may come out differently after some cells changed. */
import { intersects } from "./address";
import type { Cell } from "./cells";
import { mapReferences } from "./references";
import type { Sheet } from "./sheet";
import type { Rect } from "./types";

/** A part of a sheet, which is named in lower case. */
interface Area {
  sheet: string;
  rect: Rect;
}

/** What a formula's text says of the cells that it reads. */
interface Reading {
  /** the references, all told; undefined sheet: the formula's own */
  areas: { sheet: string | undefined; rect: Rect; absolute: boolean }[];
  /** every word, in lower case: names are among them */
  words: string[];
  /** it may change without any of its references changing, or reads more than they tell */
  restless: boolean;
  /** it looks at formulas themselves, so that no formula may stand as its mere result */
  looksAtFormulas: boolean;
}

/** Volatile functions, references that are worked out, and functions that read beyond the range they are given. */
const RESTLESS = /\b(TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|INDIRECT|OFFSET|CELL|INFO|SHEET|SHEETS|SUMIF|AVERAGEIF)\s*\(/i;
/** SUBTOTAL passes over cells that hold a SUBTOTAL. */
const LOOKS_AT_FORMULAS = /\b(ISFORMULA|FORMULATEXT|SUBTOTAL|AGGREGATE|LAMBDA)\s*\(|#(?![A-Z])/i;
const WORD = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/gu;
const TEXT = /"(?:[^"]|"")*"/g;
const MOST_KEPT = 20_000;

const readings = new Map<string, Reading>();

function readingOf(formula: string): Reading {
  let found = readings.get(formula);
  if (found) return found;
  const areas: Reading["areas"] = [];
  const rest = mapReferences(formula, ({ sheet, rect, fixed, kind }) => {
    const absolute = (kind === "columns" || (fixed.top && fixed.bottom)) && (kind === "rows" || (fixed.left && fixed.right));
    areas.push({ sheet: sheet?.toLowerCase(), rect, absolute });
    return "0";
  }).replace(TEXT, '""');
  // A colon that is left joins what is worked out (A1:INDEX(…)) or sheets; a bracket is a table's or another file's.
  const restless = RESTLESS.test(rest) || /[:[]/.test(rest);
  found = { areas, words: [...rest.matchAll(WORD)].map(([word]) => word.toLowerCase()), restless, looksAtFormulas: LOOKS_AT_FORMULAS.test(rest) };
  if (readings.size >= MOST_KEPT) readings.clear();
  readings.set(formula, found);
  return found;
}

interface Node {
  sheet: Sheet;
  row: number;
  column: number;
  cell: Cell;
}

/** Cells that changed, sheet by sheet; "all": rows moved, or what names mean changed. */
export type Changes = ReadonlyMap<Sheet, readonly Rect[] | "all">;

export interface PrecedentSource {
  readonly sheets: readonly Sheet[];
  readonly names: readonly { name: string; formula: string; sheet?: Sheet }[];
  tables(sheet: Sheet): readonly { name: string }[];
}

const ALL: Rect = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };
const keyOf = (row: number, column: number): number => row * 16_384 + column;

/** Who reads what, over all formulas of a workbook. */
class Readers {
  readonly restless: Node[] = [];
  readonly nodes = new Map<string, Node[]>();
  private readonly cells = new Map<string, Map<number, Node[]>>();
  private readonly ranges = new Map<string, Map<string, { rect: Rect; nodes: Node[] }>>();

  /** How many different ranges are read. */
  get rangeCount(): number {
    return [...this.ranges.values()].reduce((total, { size }) => total + size, 0);
  }

  add(node: Node, areas: readonly Area[]): void {
    listIn(this.nodes, node.sheet.name.toLowerCase()).push(node);
    for (const { sheet, rect } of areas) {
      if (rect.top === rect.bottom && rect.left === rect.right) listIn(mapIn(this.cells, sheet), keyOf(rect.top, rect.left)).push(node);
      else {
        const known = mapIn(this.ranges, sheet);
        const key = `${rect.top}:${rect.left}:${rect.bottom}:${rect.right}`;
        const range = known.get(key);
        if (range) range.nodes.push(node);
        else known.set(key, { rect, nodes: [node] });
      }
    }
  }

  /** The formulas that read a part of a sheet; one may come twice. */
  *of({ sheet, rect }: Area): Iterable<Node> {
    const cells = this.cells.get(sheet);
    const size = (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1);
    if (cells && size === 1) yield* cells.get(keyOf(rect.top, rect.left)) ?? [];
    else if (cells) {
      for (const [key, nodes] of cells) {
        const [row, column] = [Math.floor(key / 16_384), key % 16_384];
        if (row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right) yield* nodes;
      }
    }
    for (const range of this.ranges.get(sheet)?.values() ?? []) if (intersects(range.rect, rect)) yield* range.nodes;
  }
}

/** Formulas that may come out differently, and the sheets that they stand on. */
export interface AffectedCells {
  cells: ReadonlySet<Cell>;
  sheets: ReadonlySet<Sheet>;
}

/**
 * The formula cells that may come out differently: those among the changed cells, those that read a changed cell,
 * those that read one of these, and all that may change by themselves.
 * @returns null where that cannot be told cell by cell: arrays that spill, formulas that look at formulas, circles
 */
export function affectedCells(source: PrecedentSource, changes: Changes): AffectedCells | null {
  const readers = readersOf(source);
  if (!readers) return null;
  const affected = new Map<Cell, { node: Node; before: number }>();
  const waiting: Node[] = [];
  const reach = (node: Node): { before: number } => {
    let found = affected.get(node.cell);
    if (!found) {
      affected.set(node.cell, (found = { node, before: 0 }));
      waiting.push(node);
    }
    return found;
  };
  for (const node of readers.restless) reach(node);
  for (const [sheet, rects] of changes) {
    const name = sheet.name.toLowerCase();
    for (const rect of rects === "all" ? [ALL] : rects) {
      for (const node of readers.nodes.get(name) ?? []) {
        if (node.row >= rect.top && node.row <= rect.bottom && node.column >= rect.left && node.column <= rect.right) reach(node);
      }
      for (const node of readers.of({ sheet: name, rect })) reach(node);
    }
  }
  const after = new Map<Cell, Node[]>();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const { sheet, row, column, cell } = node;
    const next = [...readers.of({ sheet: sheet.name.toLowerCase(), rect: { top: row, left: column, bottom: row, right: column } })];
    after.set(cell, next);
    for (const one of next) reach(one).before++;
  }
  if (hasCircle(affected, after)) return null;
  const sheets = new Set([...affected.values()].map(({ node }) => node.sheet));
  return { cells: new Set(affected.keys()), sheets };
}

/** Work on ranges beyond which the order of formulas is not looked for: each formula against each range. */
const MOST_COMPARED = 200_000_000;

/**
 * All formula cells in bands that can be worked out one after the other: none reads a later band's. Formulas whose
 * reading cannot be told stand in each band; those that wait for each other in the last.
 * @param depth how many formulas may stand in a row within a band, each reading the one before
 * @returns null where the order cannot be told
 */
export function calculationBands(source: PrecedentSource, depth: number): Set<Cell>[] | null {
  const readers = readersOf(source);
  if (!readers) return null;
  const nodes = [...readers.nodes.values()].flat();
  if (nodes.length * readers.rangeCount > MOST_COMPARED) return null;
  const after = new Map<Cell, Cell[]>();
  const waiting = new Map<Cell, { before: number; level: number }>(nodes.map(({ cell }) => [cell, { before: 0, level: 0 }]));
  for (const { sheet, row, column, cell } of nodes) {
    const next = [...readers.of({ sheet: sheet.name.toLowerCase(), rect: { top: row, left: column, bottom: row, right: column } })].map((one) => one.cell);
    after.set(cell, next);
    for (const one of next) waiting.get(one)!.before++;
  }
  const bands: Set<Cell>[] = [];
  const ready = nodes.flatMap(({ cell }) => (waiting.get(cell)!.before === 0 ? [cell] : []));
  for (let cell = ready.pop(); cell; cell = ready.pop()) {
    const { level } = waiting.get(cell)!;
    (bands[Math.floor(level / depth)] ??= new Set()).add(cell);
    waiting.delete(cell);
    for (const one of after.get(cell)!) {
      const next = waiting.get(one)!;
      next.level = Math.max(next.level, level + 1);
      if (--next.before === 0) ready.push(one);
    }
  }
  const last = (bands[Math.max(0, bands.length - 1)] ??= new Set());
  for (const cell of waiting.keys()) last.add(cell);
  for (const band of bands) for (const { cell } of readers.restless) band.add(cell);
  return bands;
}

/** Whether some of the formulas wait for each other: what they come out as depends on where one begins. */
function hasCircle(affected: ReadonlyMap<Cell, { node: Node; before: number }>, after: ReadonlyMap<Cell, Node[]>): boolean {
  const ready = [...affected.values()].filter(({ before }) => before === 0);
  let done = 0;
  for (let one = ready.pop(); one; one = ready.pop()) {
    done++;
    for (const { cell } of after.get(one.node.cell) ?? []) {
      const next = affected.get(cell)!;
      if (--next.before === 0) ready.push(next);
    }
  }
  return done < affected.size;
}

function readersOf(source: PrecedentSource): Readers | null {
  const { sheets, names } = source;
  const readers = new Readers();
  const tableNames = new Set(sheets.flatMap((sheet) => source.tables(sheet).map(({ name }) => name.toLowerCase())));
  const byName = new Map<string, { formula: string; sheet?: Sheet }[]>();
  for (const one of names) listIn(byName, one.name.toLowerCase()).push(one);
  for (const sheet of sheets) {
    for (const [row, line] of sheet.rows) {
      for (const column in line.cells) {
        const cell = line.cells[column]!;
        if (cell.dynamic || cell.array !== undefined || cell.ghost) return null;
        if (cell.f === undefined) continue;
        const areas: Area[] = [];
        const told = tell(cell.f, sheet.name.toLowerCase(), byName, areas, new Set());
        if (told === "looksAtFormulas") return null;
        const node = { sheet, row, column: Number(column), cell };
        readers.add(node, areas);
        if (told === "restless" || (tableNames.size > 0 && readingOf(cell.f).words.some((word) => tableNames.has(word)))) readers.restless.push(node);
      }
    }
  }
  return readers;
}

/** Tells the areas that a formula reads, through names too. */
function tell(formula: string, home: string, names: ReadonlyMap<string, { formula: string; sheet?: Sheet }[]>, areas: Area[], seen: Set<string>): "plain" | "restless" | "looksAtFormulas" {
  const reading = readingOf(formula);
  if (reading.looksAtFormulas) return "looksAtFormulas";
  let restless = reading.restless;
  for (const { sheet, rect } of reading.areas) areas.push({ sheet: sheet ?? home, rect });
  for (const word of reading.words) {
    const meant = names.get(word);
    if (!meant || seen.has(word)) continue;
    seen.add(word);
    for (const one of meant) {
      // A name that is relative to its cell means other cells in each.
      if (readingOf(one.formula).areas.some(({ absolute, sheet }) => !absolute || sheet === undefined)) restless = true;
      const told = tell(one.formula, one.sheet?.name.toLowerCase() ?? home, names, areas, seen);
      if (told === "looksAtFormulas") return told;
      if (told === "restless") restless = true;
    }
  }
  return restless ? "restless" : "plain";
}

function listIn<K, V>(map: Map<K, V[]>, key: K): V[] {
  let found = map.get(key);
  if (!found) map.set(key, (found = []));
  return found;
}

function mapIn<K, L, V>(map: Map<K, Map<L, V>>, key: K): Map<L, V> {
  let found = map.get(key);
  if (!found) map.set(key, (found = new Map()));
  return found;
}
