/** What formulas look at: which cells may come out differently after some cells changed. */
import { intersects } from "./address";
import type { Cell } from "./cells";
import { readingOf } from "./formulaReading";
import type { Sheet } from "./sheet";
import type { Rect } from "./types";

/** A part of a sheet, which is named in lower case. */
interface Area {
  sheet: string;
  rect: Rect;
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
  /** the same cells in the order in which they are worked out */
  turns: Turns;
}

/** Formulas in the order in which they are worked out. */
interface Turns {
  /** each after those that it reads, with how many stand in a row before it */
  cells: { cell: Cell; level: number }[];
  /** those of which it cannot be told what they read */
  restless: readonly Cell[];
}

/**
 * The formula cells that may come out differently: those among the changed cells, those that read a changed cell,
 * those that read one of these, and all that may change by themselves.
 * @returns null where that cannot be told cell by cell: arrays that spill, formulas that look at formulas, circles
 */
export function affectedCells(source: PrecedentSource, changes: Changes): AffectedCells | null {
  const readers = readersOf(source);
  if (!readers) return null;
  const affected = new Map<Cell, Node>();
  const waiting: Node[] = [];
  const reach = (node: Node): void => {
    if (affected.has(node.cell)) return;
    affected.set(node.cell, node);
    waiting.push(node);
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
  const after = new Map<Cell, Cell[]>();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const { sheet, row, column, cell } = node;
    const next = [...readers.of({ sheet: sheet.name.toLowerCase(), rect: { top: row, left: column, bottom: row, right: column } })];
    after.set(cell, next.map((one) => one.cell));
    for (const one of next) reach(one);
  }
  const cells = inTurn([...affected.keys()], after);
  // They wait for each other: what they come out as depends on where one begins.
  if (cells.length < affected.size) return null;
  return { cells: new Set(affected.keys()), sheets: new Set([...affected.values()].map(({ sheet }) => sheet)), turns: { cells, restless: readers.restless.map(({ cell }) => cell) } };
}

/** Formulas each after those that it reads; those that wait for each other are left out. @param after by whom each is read; one may come twice */
function inTurn(formulas: readonly Cell[], after: ReadonlyMap<Cell, readonly Cell[]>): Turns["cells"] {
  const waiting = new Map<Cell, { before: number; level: number }>(formulas.map((cell) => [cell, { before: 0, level: 0 }]));
  for (const cell of formulas) for (const one of after.get(cell) ?? []) waiting.get(one)!.before++;
  const turns: Turns["cells"] = [];
  const ready = formulas.filter((cell) => waiting.get(cell)!.before === 0);
  for (let cell = ready.pop(); cell; cell = ready.pop()) {
    const { level } = waiting.get(cell)!;
    turns.push({ cell, level });
    for (const one of after.get(cell) ?? []) {
      const next = waiting.get(one)!;
      next.level = Math.max(next.level, level + 1);
      if (--next.before === 0) ready.push(one);
    }
  }
  return turns;
}

/**
 * Formulas in bands that can be worked out one after the other: none reads a later band's. Those whose reading cannot be
 * told stand in each.
 * @param most how many formulas a band may hold; where there are some of which it cannot be told what they read, how many
 * may stand in a row within a band, so that there are few bands
 */
export function bandsOf({ cells, restless }: Turns, most: number): Set<Cell>[] {
  const bands: Set<Cell>[] = [];
  cells.forEach(({ cell, level }, turn) => (bands[Math.floor((restless.length > 0 ? level : turn) / most)] ??= new Set()).add(cell));
  for (const band of bands) for (const cell of restless) band.add(cell);
  return bands;
}

/** Work on ranges beyond which the order of formulas is not looked for: each formula against each range. */
const MOST_COMPARED = 200_000_000;

/**
 * All formula cells in bands, as `bandsOf` has them; those that wait for each other in the last.
 * @returns null where the order cannot be told
 */
export function calculationBands(source: PrecedentSource, most: number): Set<Cell>[] | null {
  const readers = readersOf(source);
  if (!readers) return null;
  const nodes = [...readers.nodes.values()].flat();
  if (nodes.length * readers.rangeCount > MOST_COMPARED) return null;
  const after = new Map<Cell, Cell[]>();
  for (const { sheet, row, column, cell } of nodes) {
    const next = [...readers.of({ sheet: sheet.name.toLowerCase(), rect: { top: row, left: column, bottom: row, right: column } })];
    after.set(cell, next.map((one) => one.cell));
  }
  const cells = inTurn(nodes.map(({ cell }) => cell), after);
  const bands = bandsOf({ cells, restless: readers.restless.map(({ cell }) => cell) }, most);
  const known = new Set(cells.map(({ cell }) => cell));
  const last = (bands[Math.max(0, bands.length - 1)] ??= new Set());
  for (const { cell } of nodes) if (!known.has(cell)) last.add(cell);
  return bands;
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
        if (told === "restless" || (tableNames.size > 0 && [...readingOf(cell.f).words].some((word) => tableNames.has(word)))) readers.restless.push(node);
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
