/** Recalculation: the formula engine sees the sheets through a thin face, so nothing is copied. */
import { calculateFormulas, type WorkbookLike } from "@cj-tech-master/excelts/formula";
import type { Cell } from "./cells";
import { cellName, parseRect } from "./address";
import { readingOf } from "./formulaReading";
import type { StoredValue } from "./input";
import { Lookups } from "./lookups";
import { affectedCells, bandsOf, calculationBands, type AffectedCells, type Changes } from "./precedents";
import { qualify, sheetsNamed } from "./references";
import type { Sheet } from "./sheet";
import type { TableInfo } from "./tables";

/** What calculation needs to know of a workbook. */
export interface CalculationSource {
  readonly sheets: readonly Sheet[];
  readonly date1904: boolean;
  readonly names: readonly { name: string; formula: string; sheet?: Sheet }[];
  tables(sheet: Sheet): readonly TableInfo[];
}

/** Formulas that the engine works out at once; it fails from some 10,000 in a row on, each reading the one before (found by trial). */
const MOST_AT_ONCE = 2_000;

/** Which formulas of a sheet are worked out. */
type LiveFormulas = "all" | "none" | ReadonlySet<Cell>;

type Model = { shareType?: string; ref?: string; isDynamicArray?: boolean };

// The engine reads a cell at once and never keeps it: one face serves for all.
class CellFace {
  cell: Cell | undefined;
  sheet!: Sheet;
  row = 0;
  col = 0;
  /** the formulas that are worked out: every other one stands as its last result */
  live: LiveFormulas = "all";
  /** formulas that look into other files, which are not there */
  external: ((formula: string) => boolean) | undefined;
  /** what is looked up before the engine sees a formula */
  lookups: Lookups | undefined;
  onWrite: (() => void) | undefined;

  get type(): number {
    const { cell } = this;
    if (!cell) return 0;
    if (cell.f !== undefined && (this.live === "all" || (this.live !== "none" && this.live.has(cell))) && !this.external?.(cell.f)) return 6;
    return cell.v === null ? 0 : 2;
  }

  get formula(): string | undefined {
    const formula = this.cell?.f;
    return formula === undefined || !this.lookups ? formula : this.lookups.shortened(formula, this.sheet);
  }

  get model(): Model {
    const { cell } = this;
    if (cell?.dynamic) return { shareType: "array", ref: cell.array!, isDynamicArray: true };
    return cell?.array !== undefined ? { shareType: "array", ref: cell.array } : {};
  }

  get value(): unknown {
    return this.cell?.v ?? null;
  }

  set value(value: unknown) {
    const next = toStored(value);
    const cell = this.sheet.ensureCell(this.row - 1, this.col - 1);
    if (same(cell.v, next) && cell.ghost) return;
    cell.v = next;
    delete cell.si;
    if (next === null) delete cell.ghost;
    else cell.ghost = true;
    this.sheet.touchCells();
    this.onWrite?.();
  }

  get result(): unknown {
    return this.cell?.v ?? undefined;
  }

  set result(value: unknown) {
    const { cell } = this;
    if (!cell) return;
    // A formula that comes out empty shows 0 in Excel.
    const next = value === undefined || value === null ? 0 : toStored(value);
    if (same(cell.v, next)) return;
    cell.v = next;
    this.sheet.touchCells();
    this.onWrite?.();
  }
}

function same(a: StoredValue, b: StoredValue): boolean {
  if (a !== null && b !== null && typeof a === "object" && typeof b === "object") return a.error === b.error;
  return a === b;
}

function toStored(value: unknown): StoredValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return { error: "#NUM!" };
    return Object.is(value, -0) ? 0 : value;
  }
  if (typeof value === "string" || typeof value === "boolean") return value;
  const error = (value as { error?: string }).error;
  return { error: typeof error === "string" ? error : "#VALUE!" };
}

function sheetFace(sheet: Sheet, id: number, source: CalculationSource, live: LiveFormulas, changed?: (sheet: Sheet) => void, aid?: { external: (formula: string) => boolean; lookups: Lookups }) {
  const face = (cell: Cell | undefined, row: number, col: number): CellFace => {
    const made = new CellFace();
    Object.assign(made, { cell, sheet, row, col, live, ...aid, onWrite: changed && (() => changed(sheet)) });
    return made;
  };
  const reader = new CellFace();
  reader.sheet = sheet;
  reader.live = live;
  Object.assign(reader, aid);
  type Visit = (row: unknown, index: number) => void;
  return {
    id,
    name: sheet.name,
    get dimensions() {
      const used = sheet.usedRange();
      return used ? { top: used.top + 1, left: used.left + 1, bottom: used.bottom + 1, right: used.right + 1 } : null;
    },
    get mergedRegions() {
      return sheet.merges.map((m) => ({ top: m.top + 1, left: m.left + 1, bottom: m.bottom + 1, right: m.right + 1 }));
    },
    eachRow(options: unknown, visit?: Visit): void {
      const callback = (visit ?? options) as Visit;
      for (const [index, row] of sheet.rows) {
        const rowFace = {
          hidden: row.hidden ?? false,
          eachCell(cellOptions: unknown, cellVisit?: Visit): void {
            const visitCell = (cellVisit ?? cellOptions) as Visit;
            row.cells.forEach((cell, column) => {
              reader.cell = cell;
              reader.row = index + 1;
              reader.col = column + 1;
              visitCell(reader, column + 1);
            });
          },
        };
        callback(rowFace, index + 1);
      }
    },
    findCell(row: number, col: number) {
      const cell = sheet.cell(row - 1, col - 1);
      return cell ? face(cell, row, col) : undefined;
    },
    getCell: (row: number, col: number) => face(sheet.cell(row - 1, col - 1), row, col),
    getTables: () =>
      source.tables(sheet).map((t) => ({
        table: {
          name: t.name,
          displayName: t.name,
          tl: { row: t.rect.top + 1, col: t.rect.left + 1 },
          columns: t.columns.map((name) => ({ name })),
          rows: { length: t.rect.bottom - t.rect.top + 1 - (t.headerRow ? 1 : 0) - (t.totalsRow ? 1 : 0) } as unknown[],
          headerRow: t.headerRow,
          totalsRow: t.totalsRow,
        },
      })),
  };
}

interface FormulaSummary {
  version: number;
  any: boolean;
  restless: boolean;
  /** columns in which formulas stand, or what they have spilled */
  columns: Set<number>;
  /** sheets named, in lower case */
  sheets: Set<string>;
  /** every word, in lower case: names are among them */
  words: Set<string>;
}

type SheetFace = ReturnType<typeof sheetFace>;

function workbookFace(sheets: SheetFace[], names: { name: string; ranges: string[]; localSheetId?: number }[], date1904: boolean) {
  const byName = new Map(sheets.map((s) => [s.name.toLowerCase(), s]));
  return {
    worksheets: sheets,
    getWorksheet: (id?: number | string) => (typeof id === "string" ? byName.get(id.toLowerCase()) : sheets.find((s) => s.id === id)),
    definedNames: { getAllEntries: () => names, getAllNames: () => names },
    properties: { date1904 },
  };
}

/** Keeps a workbook's formulas worked out. */
export class Calculator {
  // The engine remembers spills by the face it is given: one face a workbook, until rows move.
  private face: ReturnType<typeof workbookFace> | undefined;
  private ids = new WeakMap<Sheet, number>();
  private nextId = 1;

  constructor(private readonly source: CalculationSource) {}

  /** Takes back what arrays have spilled, before cells move; the next calculation spills anew. */
  resetSpills(): void {
    for (const sheet of this.source.sheets) {
      for (const row of sheet.rows.values()) {
        row.cells.forEach((cell) => {
          if (!cell.ghost) return;
          cell.v = null;
          delete cell.ghost;
        });
      }
    }
    this.face = undefined;
  }

  private id(sheet: Sheet): number {
    let id = this.ids.get(sheet);
    if (id === undefined) this.ids.set(sheet, (id = this.nextId++));
    return id;
  }

  /**
   * Calculates formulas: those that what changed bears on, directly or through others, and those that may change by
   * themselves. All others keep their results.
   * @param changes the cells that changed since the last time; without it everything is calculated
   * @returns the sheets on which a result changed
   */
  calculate(changes?: Changes): Set<Sheet> {
    const { sheets, date1904 } = this.source;
    const changed = new Set<Sheet>();
    if (!this.face && !sheets.some((s) => this.formulasOf(s).any)) return changed;
    // Where cells cannot be told apart, whole sheets are taken.
    const affected = changes ? affectedCells(this.source, changes) : null;
    const stale = affected ? affected.sheets : this.staleSheets(changes && new Set(changes.keys()));
    if (stale.size === 0) return changed;
    const names = this.names();
    const aid = { external: this.external(), lookups: this.lookups() };
    const wanted = this.sheetsRead(stale);
    for (const live of this.inBands(affected)) {
      const faces = sheets.filter((s) => wanted.has(s)).map((s) => sheetFace(s, this.id(s), this.source, stale.has(s) ? live : "none", (hit) => changed.add(hit), aid));
      const fresh = workbookFace(faces, names(faces), date1904);
      this.face = Object.assign(this.face ?? fresh, fresh);
      calculateFormulas(this.face as unknown as WorkbookLike);
    }
    this.keepArrayRanges();
    return changed;
  }

  // The engine follows a row of formulas, each reading the one before, by calls within calls, and is silently wrong where
  // the row is longer than it can follow; and it holds all that its formulas read at once. So many are cut into bands.
  private inBands(affected: AffectedCells | null): LiveFormulas[] {
    if (affected) return affected.cells.size <= MOST_AT_ONCE ? [affected.cells] : bandsOf(affected.turns, MOST_AT_ONCE);
    const bands = this.countFormulas() <= MOST_AT_ONCE ? null : calculationBands(this.source, MOST_AT_ONCE);
    return bands && bands.length > 1 ? bands : ["all"];
  }

  private countFormulas(): number {
    let count = 0;
    for (const sheet of this.source.sheets) for (const row of sheet.rows.values()) row.cells.forEach((cell) => (count += cell.f === undefined ? 0 : 1));
    return count;
  }

  private lookups(): Lookups {
    const byName = new Map(this.source.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
    // Where formulas stand does not change while they are worked out.
    const formulas = new Map(this.source.sheets.map((sheet) => [sheet, this.formulasOf(sheet)]));
    const isPlain = (sheet: Sheet, column: number) => formulas.get(sheet)?.restless === false && !formulas.get(sheet)?.columns.has(column);
    return new Lookups({ sheet: (name) => byName.get(name.toLowerCase()), isPlain });
  }

  /** Tells formulas that look into other files, also by names: what the file keeps of those is all there is. */
  private external(): (formula: string) => boolean {
    const outside = new Set<string>();
    const looksOutside = (formula: string) => {
      const { external, words } = readingOf(formula);
      return external || (outside.size > 0 && [...words].some((word) => outside.has(word)));
    };
    for (let size = -1; size < outside.size; ) {
      size = outside.size;
      for (const { name, formula } of this.source.names) if (looksOutside(formula)) outside.add(name.toLowerCase());
    }
    return looksOutside;
  }

  private readonly known = new WeakMap<Sheet, FormulaSummary>();

  // What the formulas of a sheet look at; read anew only after the sheet changed.
  private formulasOf(sheet: Sheet): FormulaSummary {
    let found = this.known.get(sheet);
    if (found?.version === sheet.version) return found;
    found = { version: sheet.version, any: false, restless: false, columns: new Set(), sheets: new Set(), words: new Set() };
    for (const row of sheet.rows.values()) {
      row.cells.forEach((cell, column) => {
        if (cell.f !== undefined || cell.ghost) found!.columns.add(column);
        if (cell.f === undefined) return;
        found!.any = true;
        const { volatile, sheets, words } = readingOf(cell.f);
        if (cell.dynamic || cell.array !== undefined || volatile) found!.restless = true;
        for (const name of sheets) found!.sheets.add(name);
        for (const word of words) found!.words.add(word);
      });
    }
    this.known.set(sheet, found);
    return found;
  }

  /** True when a formula of the sheet uses the name. */
  uses(sheet: Sheet, name: string): boolean {
    return this.formulasOf(sheet).words.has(name.toLowerCase());
  }

  // The sheets a sheet's formulas read, through names too.
  private reads(sheet: Sheet): Set<string> {
    const { sheets, words } = this.formulasOf(sheet);
    const all = new Set(sheets);
    for (const { name, formula } of this.source.names) {
      if (words.has(name.toLowerCase())) for (const other of sheetsNamed(formula)) all.add(other);
    }
    return all;
  }

  // The sheets whose formulas may come out differently. Arrays that spill keep their sheet among them:
  // the engine takes back what an array has spilled when it does not see its formula.
  private staleSheets(dirty: ReadonlySet<Sheet> | undefined): Set<Sheet> {
    const { sheets } = this.source;
    if (!dirty) return new Set(sheets);
    const restless = sheets.filter((s) => this.formulasOf(s).restless || this.source.tables(s).length > 0);
    const stale = new Set([...dirty, ...restless].filter((s) => sheets.includes(s)));
    for (let grown = true; grown; ) {
      grown = false;
      const names = new Set([...stale].map((s) => s.name.toLowerCase()));
      for (const sheet of sheets) {
        if (stale.has(sheet) || !this.formulasOf(sheet).any) continue;
        const reads = this.reads(sheet);
        if ([...reads].some((name) => names.has(name) || name.includes(":"))) {
          stale.add(sheet);
          grown = true;
        }
      }
    }
    return new Set([...stale].filter((s) => this.formulasOf(s).any));
  }

  // The sheets that have to be seen to calculate the stale ones.
  private sheetsRead(stale: ReadonlySet<Sheet>): Set<Sheet> {
    const names = new Set([...stale].flatMap((s) => [...this.reads(s)]));
    const all = [...stale].some((s) => this.formulasOf(s).restless) || [...names].some((n) => n.includes(":"));
    return new Set(this.source.sheets.filter((s) => all || stale.has(s) || names.has(s.name.toLowerCase()) || this.source.tables(s).length > 0));
  }

  private names() {
    return (faces: SheetFace[]) =>
      this.source.names.flatMap(({ name, formula, sheet }) => {
        const at = sheet ? faces.findIndex((f) => f.name === sheet.name) : undefined;
        return at === -1 ? [] : [{ name, ranges: [formula], ...(at !== undefined && { localSheetId: at }) }];
      });
  }

  // A spilled formula's range goes to the file with it.
  private keepArrayRanges(): void {
    for (const sheet of this.source.sheets) {
      for (const [r, row] of sheet.rows) {
        row.cells.forEach((cell, c) => {
          if (!cell.dynamic) return;
          let bottom = r;
          let right = c;
          while (sheet.cell(bottom + 1, c)?.ghost) bottom++;
          while (sheet.cell(r, right + 1)?.ghost) right++;
          const first = parseRect(cell.array ?? "");
          if (first?.top === r && first.left === c && first.bottom === bottom && first.right === right) return;
          cell.array = `${cellName(r, c)}${bottom > r || right > c ? `:${cellName(bottom, right)}` : ""}`;
        });
      }
    }
  }

  /**
   * Works out formulas that stand in no cell: rules of conditional formats, names.
   * @param requests formula without "=", the cell it is seen from, and that cell's sheet
   */
  evaluate(requests: readonly { sheet: Sheet; row: number; column: number; formula: string }[]): StoredValue[] {
    const { sheets, date1904 } = this.source;
    // One scratch sheet a layer: each holds at most one formula a cell, at the very cell it is seen from.
    const layers: { cells: Map<string, { cell: Cell; row: number; column: number }> }[] = [];
    const cells = requests.map(({ sheet, row, column, formula }) => {
      const cell: Cell = { v: null, s: 0, f: qualify(formula, sheet.name) };
      const key = `${row}:${column}`;
      let layer = layers.find((l) => !l.cells.has(key));
      if (!layer) layers.push((layer = { cells: new Map() }));
      layer.cells.set(key, { cell, row, column });
      return cell;
    });
    const home = new Set(requests.map((r) => r.sheet));
    const wanted = sheetsFor([...new Set(requests.map((r) => r.formula))], this.source, home);
    const faces: SheetFace[] = sheets.filter((s) => wanted.has(s)).map((s) => sheetFace(s, this.id(s), this.source, "none"));
    layers.forEach((layer, i) => faces.push(scratchFace(layer.cells, `\u0001${i}`, -1 - i)));
    // A name that belongs to one sheet is seen from the scratch sheets too.
    const names = this.source.names.map(({ name, formula }) => ({ name, ranges: [formula] }));
    calculateFormulas(workbookFace(faces, names, date1904) as unknown as WorkbookLike);
    return cells.map((cell) => cell.v);
  }
}

function scratchFace(cells: Map<string, { cell: Cell; row: number; column: number }>, name: string, id: number): SheetFace {
  const face = ({ cell, row, column }: { cell: Cell; row: number; column: number }): CellFace => {
    const made = new CellFace();
    Object.assign(made, { cell, row: row + 1, col: column + 1, sheet: { touchCells: () => undefined } });
    return made;
  };
  const byRow = new Map<number, { cell: Cell; row: number; column: number }[]>();
  for (const entry of cells.values()) {
    const list = byRow.get(entry.row);
    if (list) list.push(entry);
    else byRow.set(entry.row, [entry]);
  }
  type Visit = (row: unknown, index: number) => void;
  return {
    id,
    name,
    dimensions: null,
    mergedRegions: [],
    eachRow(options: unknown, visit?: Visit): void {
      const callback = (visit ?? options) as Visit;
      for (const [row, entries] of byRow) {
        callback(
          {
            hidden: false,
            eachCell(cellOptions: unknown, cellVisit?: Visit): void {
              for (const entry of entries) ((cellVisit ?? cellOptions) as Visit)(face(entry), entry.column + 1);
            },
          },
          row + 1,
        );
      }
    },
    findCell: (row: number, col: number) => {
      const entry = cells.get(`${row - 1}:${col - 1}`);
      return entry ? face(entry) : undefined;
    },
    getCell: (row: number, col: number) => face(cells.get(`${row - 1}:${col - 1}`) ?? { cell: { v: null, s: 0 }, row: row - 1, column: col - 1 }),
    getTables: () => [],
  };
}

// Large sheets no formula looks at are left out: reading them is what costs time.
function sheetsFor(formulas: readonly string[], source: CalculationSource, home: Set<Sheet>): Set<Sheet> {
  const wanted = new Set(home);
  const named = new Set<string>();
  for (const formula of formulas) if (formula.includes("!")) for (const name of sheetsNamed(formula)) named.add(name);
  for (const { formula } of source.names) for (const name of sheetsNamed(formula)) named.add(name);
  const indirect = formulas.some((f) => /INDIRECT|SHEET|OFFSET/i.test(f)) || [...named].some((n) => n.includes(":"));
  for (const sheet of source.sheets) {
    if (indirect || named.has(sheet.name.toLowerCase()) || source.tables(sheet).length > 0) wanted.add(sheet);
  }
  return wanted;
}
