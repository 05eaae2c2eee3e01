import { STEP_ROWS, type Steps } from "../../progress";
import { bareRegion, isRegionHeader, isVillage, looksLikeLower, regionOfSubtotal } from "../../regions";
import { isBlank, isBlankRow, type View } from "../view";
import { LabelCells, type Label } from "./label-cells";
import type { KnowsRegion, LabelRow, LabelRun } from "./label-run";
import { findSections } from "./label-sections";

/** Blank rows that a table may have between its rows. */
const MAX_BLANK_ROWS = 2;
/** Blank rows and group headings together. */
const MAX_PASSED_ROWS = 5;
/** So many regions in the same order are no chance. */
const SAME_AGAIN = 3;
/** A table of more rows than this is a long one. */
const LONG = 1000;

/**
 * Finds the region columns of a sheet: runs of two or more regions under one another, or whatever stands
 * under a header such as 县（市、区）. A row that is no label ends a run. Where a sheet has no regions, the bodies that
 * stand under one another (监管所, 税务分局) are its spine.
 * @param knows recognises short forms; looksLikeRegion alone finds the full ones
 * @param turned the view is on its side: what stands before a region is the table's corner, not a header
 */
export function* findLabelRuns(view: View, knows: KnowsRegion, turned: boolean): Steps<LabelRun[]> {
  const ofRegions = yield* runsOf(view, new LabelCells(view, knows, turned, false), turned);
  return ofRegions.length > 0 || turned ? ofRegions : yield* runsOf(view, new LabelCells(view, knows, turned, true), turned);
}

function* runsOf(view: View, cells: LabelCells, turned: boolean): Steps<LabelRun[]> {
  const finder = new RunFinder(view, cells, turned);
  const runs: LabelRun[] = [];
  /** Where the search of each column goes on. */
  const next: number[] = [];
  let longest = 0;
  yield* search(LONG);
  yield* search(view.rowCount);
  yield;
  const inOrder = runs.sort((a, b) => a.column - b.column || firstOf(a) - firstOf(b));
  return [...withoutRivals(inOrder, cells), ...(turned ? [] : yield* findSections(view, cells))];

  /** Where a long table has its spine, no other column's run begins far below the header: not looked for there. */
  function* search(until: number): Steps<void> {
    for (let column = 0; column < view.columnCount; column++) {
      let row = Math.max(next[column] ?? 0, until > LONG && longest > LONG ? longest : 0);
      for (; row < Math.min(until, view.rowCount); row++) {
        if (row % STEP_ROWS === 0) yield;
        if (!finder.startsRun(row, column)) continue;
        const run = yield* finder.follow(row, column);
        yield;
        if (finder.isSpine(run)) {
          runs.push(run);
          if (run.headed) longest = Math.max(longest, run.end);
        }
        // What was no spine may hold one that begins further down.
        if (finder.isSpine(run) || run.end - row > LONG) row = Math.max(row, run.end);
      }
      next[column] = row;
    }
  }
}

function firstOf({ rows }: LabelRun): number {
  return rows[0]?.row ?? 0;
}

class RunFinder {
  constructor(
    private readonly view: View,
    private readonly cells: LabelCells,
    private readonly turned: boolean,
  ) {}

  startsRun(row: number, column: number): boolean {
    if (typeof this.view.value(row, column) !== "string" || !this.cells.isTopLeft(row, column)) return false;
    const text = this.view.text(row, column);
    if (text === "") return false;
    const kind = this.cells.kindOf(text);
    if (kind !== null) return this.cells.hasFigures(row) || (kind === "region" && !this.cells.ofBodies && !isRegionHeader(text) && !this.cells.isAmongHeaders(row));
    return this.cells.headerAbove(row, column) === "region" && this.cells.isPlausibleName(row, column);
  }

  *follow(first: number, column: number): Steps<LabelRun> {
    const { view } = this;
    const rows: LabelRow[] = [];
    const start = this.startOf(first, column);
    let end = first;
    let mixed = false;
    const projects = this.cells.speaksOfProjects(start, column);
    let above: LabelRow | null = null;
    for (let row = start; row < view.rowCount; row++) {
      if (row % STEP_ROWS === 0) yield;
      if (above !== null && this.isAgain(above, row, column)) {
        rows.push((above = { row, label: above.label, kind: above.kind }));
        end = row;
        continue;
      }
      const detail = rows.length > 0 && this.cells.isDetail(row, column, projects);
      const found = detail ? null : row < first ? this.cells.leadingTotal(row, column) : this.cells.labelAt(row, column);
      const label = found ?? (detail || rows.length === 0 ? null : this.cells.strangerAt(row, column));
      mixed ||= detail;
      above = null;
      if (label) {
        const labelled = { row, label: label.label, kind: isPart(label, rows.at(-1)) ? ("part" as const) : label.kind };
        // Of the first it was not asked whether it is a project.
        if (rows.push(labelled) > 1) above = labelled;
      } else if (this.beginsAgain(rows, row, column)) break;
      else if (this.isPassed(row, column)) continue;
      else if (!detail && !this.isContinued(row, column)) break;
      if (label || this.cells.hasFigures(row)) end = row;
    }
    return { column, rows, end, headed: this.cells.headerAbove(start, column) === "region", mixed };
  }

  /** A heading with the run's own first regions below it, in their order: the same regions are given of something else. */
  private beginsAgain(rows: readonly LabelRow[], row: number, column: number): boolean {
    const again = rows.slice(0, SAME_AGAIN);
    return again.length === SAME_AGAIN && again.every(({ label }, at) => this.view.value(row + 1 + at, column) === label && this.cells.hasFigures(row + 1 + at));
  }

  /** The first of the totals that lead a run in another column, blank rows between them and it passed over. */
  private startOf(first: number, column: number): number {
    let start = first;
    for (let row = first - 1; start - row <= MAX_BLANK_ROWS + 1; row--) {
      if (this.view.text(row, column) === "" && this.cells.leadingTotal(row, column)) start = row;
      else if (!isBlankRow(this.view, row)) break;
    }
    return start;
  }

  /** The region of the row above named again, a row a project: as most of a long ledger's rows. */
  private isAgain({ label, kind }: LabelRow, row: number, column: number): boolean {
    const { view } = this;
    return kind === "region" && view.value(row, column) === label && view.merge(row, column) === null && this.cells.hasFigures(row);
  }

  isSpine({ rows, column, headed, mixed }: LabelRun): boolean {
    const regions = new Set([...labelsOf(rows, "region").map(bareRegion), ...labelsOf(rows, "subtotal").flatMap((label) => regionOfSubtotal(label) ?? [])]);
    const first = rows[0];
    if (!first || regions.size === 0) return false;
    // 保障股, 保障股, 村建股 say who is in charge of each row, not of whom it is.
    if (this.cells.ofBodies && regions.size * 2 <= rows.length) return false;
    if (headed && (!this.turned || regions.size > 1)) return true;
    // Regions over their projects may stand in a column that is called after the projects.
    if (regions.size < 2 || (mixed !== true && this.cells.headerAbove(first.row, column) === "other")) return false;
    const real = [...regions].filter((name) => this.cells.isRegion(name)).length;
    return real >= 2 && real * 2 >= regions.size;
  }

  /** A row without a label that belongs to the run: blank below a region, or a blank row before more regions. */
  private isContinued(row: number, column: number): boolean {
    return this.view.text(row, column) === "" && !isBlankRow(this.view, row);
  }

  /** Blank rows and headings of groups between labelled rows. */
  private isPassed(row: number, column: number): boolean {
    const { view } = this;
    let [next, blanks] = [row, 0];
    for (; next < row + MAX_PASSED_ROWS && blanks <= MAX_BLANK_ROWS; next++) {
      if (isBlankRow(view, next)) blanks++;
      else if (!this.cells.isGroupName(next, column)) break;
    }
    return next > row && (this.cells.hasFigures(next) || isOfDashes(view, next)) && this.cells.labelAt(next, column) !== null;
  }
}

/** A region's row that says — for every figure. */
function isOfDashes(view: View, row: number): boolean {
  const columns = Array.from({ length: view.columnCount }, (_, column) => column);
  return columns.filter((column) => !isBlank(view, row, column) && view.reading(row, column).kind === "blank").length >= 2;
}

/** 其中：市本级 below a region is counted in that region's row; below a total it is a region of its own. */
function isPart({ label, kind }: Label, above: LabelRow | undefined): boolean {
  const says = (text: string) => text.trimStart().startsWith("其中");
  return kind === "region" && says(label) && (above?.kind === "part" || (above?.kind === "region" && !says(above.label)));
}

/** Of two region columns side by side with nothing between (城市 | 区县), the one of the wider units counts, else the one with more regions. */
function withoutRivals(runs: readonly LabelRun[], cells: LabelCells): LabelRun[] {
  return runs.filter(
    (run) =>
      !runs.some(
        (other) =>
          other !== run &&
          overlap(run, other) &&
          (Math.abs(other.column - run.column) === 1 ? isPreferred(other, run, cells) : widthOf(other, cells) > widthOf(run, cells)),
      ),
  );
}

/** Counties before the towns beside them, towns before villages; else the column with more regions, or the first. */
function isPreferred(other: LabelRun, run: LabelRun, cells: LabelCells): boolean {
  const [above, below] = [widthOf(other, cells), widthOf(run, cells)];
  if (above !== below) return above > below;
  return distinct(other) > distinct(run) || (distinct(other) === distinct(run) && other.column < run.column);
}

const [COUNTIES, TOWNS, OTHERS] = [2, 1, 0];

/** Of what units most of a column's names are, where at least half of them are of regions and not of firms. */
function widthOf(run: LabelRun, cells: LabelCells): number {
  const names = labelsOf(run.rows, "region").filter((name) => cells.isRegion(name));
  const of = new Set(names.map(bareRegion)).size;
  if (of < 2 || of * 2 < distinct(run)) return OTHERS;
  const share = (is: (name: string) => boolean) => names.filter(is).length * 2 >= names.length;
  return share(isVillage) ? OTHERS : share(looksLikeLower) ? TOWNS : COUNTIES;
}

function overlap(a: LabelRun, b: LabelRun): boolean {
  const span = (run: LabelRun) => [firstOf(run), run.rows.at(-1)?.row ?? 0] as const;
  const [[aFirst, aLast], [bFirst, bLast]] = [span(a), span(b)];
  return aFirst <= bLast && bFirst <= aLast;
}

function distinct(run: LabelRun): number {
  return new Set([...new Set(run.rows.map(({ label }) => label))].map(bareRegion)).size;
}

/** The labels of one kind, each once: a long table has few regions and many rows. */
function labelsOf(rows: readonly LabelRow[], kind: LabelRow["kind"]): string[] {
  const labels = new Set<string>();
  for (const row of rows) if (row.kind === kind) labels.add(row.label);
  return [...labels];
}
