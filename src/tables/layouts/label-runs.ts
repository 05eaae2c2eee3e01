import { bareRegion, isAverageLabel, isRegionHeader, isSubtotalLabel, isTotalLabel, looksLikeRegion, regionOfSubtotal } from "../regions";
import { unitOf, unitsIn } from "../cells";
import { indicatorIn, roleIn, subjectOf } from "../vocabulary";
import type { Steps } from "../steps";
import { isBlank, isBlankRow, type View } from "../view";

/** A row that carries a label in the region column. */
export interface LabelRow {
  row: number;
  /** As typed. */
  label: string;
  kind: "region" | "total" | "subtotal" | "average";
}

/** Region labels that stand under one another: the spine of a table. */
export interface LabelRun {
  column: number;
  rows: LabelRow[];
  /** The last row of the run, also where its label is blank because it belongs to the region above. */
  end: number;
  /** A header such as 县（市、区） stands above. */
  headed: boolean;
  /** Under each region stand its projects: in the same column, or in the rows of its section. */
  mixed: boolean | "sections";
}

/** Recognises a region by name alone, short forms included (离石), where a national list is at hand. */
export type KnowsRegion = (name: string) => boolean;

const MAX_NAME = 12;
/** What a project's name ends with. */
const PROJECT_NAME = /(?:项目|工程|片区|小区|家园|花园|公寓|新村|安置房|安置点|地块|棚改|改造|[一二三四五六七八九十\d]+期)(?:\([^()]*\))?$/;
/** Blank rows that a table may have between its rows. */
const MAX_BLANK_ROWS = 2;
/** Blank rows and group headings together. */
const MAX_PASSED_ROWS = 5;
/** What stands above a column of names that are no regions. */
const OTHER_HEADER = /项目|工程|小区|类型|类别|性质|方式|分类|姓名|联系|负责|责任人|备注|说明|进展|情况|地址|位置|地点|企业|公司|日期|时间|指标|内容/;
/** Rows between two points where the work may pause. */
const STEP = 500;
/** A table of more rows than this is a long one. */
const LONG = 1000;
/** The first section stands within so many rows. */
const SECTION_SEARCH = 2000;
const COLUMN_MARK = /^(?:甲|乙|\d+|栏次|\(\d+\)|序号|单位)$/;

/**
 * Finds the region columns of a sheet: runs of two or more regions under one another, or whatever stands
 * under a header such as 县（市、区）. A row that is no label ends a run.
 * @param knows recognises short forms; looksLikeRegion alone finds the full ones
 * @param turned the view is on its side: what stands before a region is the table's corner, not a header
 */
export function* findLabelRuns(view: View, knows: KnowsRegion, turned: boolean): Steps<LabelRun[]> {
  const runs: LabelRun[] = [];
  const finder = new RunFinder(view, knows, turned);
  // Where a long table has its spine, no other column's run begins far below the header.
  let longest = 0;
  for (let column = 0; column < view.columnCount; column++) {
    for (let row = 0; row < view.rowCount; row++) {
      if (row === LONG && longest > LONG) row = longest;
      if (row % STEP === 0) yield;
      if (!finder.startsRun(row, column)) continue;
      const run = yield* finder.follow(row, column);
      if (finder.isSpine(run)) {
        runs.push(run);
        if (run.headed) longest = Math.max(longest, run.end);
      }
      row = Math.max(row, run.end);
    }
  }
  return [...withoutRivals(runs), ...(turned ? [] : yield* finder.sections())];
}

class RunFinder {
  /** Whether a row has a figure, by row. */
  private readonly figured: boolean[] = [];
  /** What a label is by its words alone; a long table names few regions many times. */
  private readonly kinds = new Map<string, LabelRow["kind"] | null>();

  constructor(
    private readonly view: View,
    private readonly knows: KnowsRegion,
    private readonly turned: boolean,
  ) {}

  startsRun(row: number, column: number): boolean {
    if (typeof this.view.value(row, column) !== "string" || !this.isTopLeft(row, column)) return false;
    const text = this.view.text(row, column);
    if (text === "") return false;
    const kind = this.kindOf(text);
    if (kind === "region") return true;
    if (kind !== null) return this.hasFigures(row);
    return this.headerAbove(row, column) === "region" && this.isPlausibleName(row, column);
  }

  *follow(first: number, column: number): Steps<LabelRun> {
    const { view } = this;
    const rows: LabelRow[] = [];
    let start = first;
    while (start > 0 && view.text(start - 1, column) === "" && this.leadingTotal(start - 1, column)) start--;
    let end = first;
    let mixed = false;
    const projects = this.speaksOfProjects(start, column);
    for (let row = start; row < view.rowCount; row++) {
      if (row % STEP === 0) yield;
      const detail = rows.length > 0 && this.isDetail(row, column, projects);
      const label = detail ? null : row < first ? this.leadingTotal(row, column) : this.labelAt(row, column);
      mixed ||= detail;
      if (label) rows.push({ row, label: label.label, kind: label.kind });
      else if (this.isPassed(row, column)) continue;
      else if (!detail && !this.isContinued(row, column)) break;
      if (label || this.hasFigures(row)) end = row;
    }
    return { column, rows, end, headed: this.headerAbove(start, column) === "region", mixed };
  }

  isSpine({ rows, column, headed }: LabelRun): boolean {
    const regions = new Set([...labelsOf(rows, "region").map(bareRegion), ...labelsOf(rows, "subtotal").flatMap((label) => regionOfSubtotal(label) ?? [])]);
    const first = rows[0];
    if (!first || regions.size === 0) return false;
    if (headed && (!this.turned || regions.size > 1)) return true;
    if (regions.size < 2 || this.headerAbove(first.row, column) === "other") return false;
    const real = [...regions].filter((name) => this.isRegion(name)).length;
    return real >= 2 && real * 2 >= regions.size;
  }

  /** Region names alone in their rows, the rows of their projects below each: 一、离石区. */
  *sections(): Steps<LabelRun[]> {
    const { view } = this;
    const rows: LabelRow[] = [];
    let [end, column] = [-1, -1];
    for (let row = 0; row < view.rowCount && (row < SECTION_SEARCH || rows.length > 0); row++) {
      if (row % STEP === 0) yield;
      const at = firstText(view, row);
      if (at < 0) continue;
      const text = view.text(row, at);
      if (this.kindOf(text) === "region" && this.isAlone(row, at) && row + 1 < view.rowCount && this.hasFigures(row + 1) && (column < 0 || column === at)) {
        column = at;
        rows.push({ row, label: String(view.value(row, at)), kind: "region" });
      } else if (rows.length > 0 && this.hasFigures(row)) {
        if (this.kindOf(text) === "region") return [];
        if (isTotalLabel(text)) rows.push({ row, label: text, kind: "total" });
        end = row;
      }
    }
    return rows.filter(({ kind }) => kind === "region").length < 2 ? [] : [{ column, rows, end, headed: true, mixed: "sections" }];
  }

  private labelAt(row: number, column: number): Omit<LabelRow, "row"> | null {
    const { view } = this;
    const text = this.isTopLeft(row, column) ? view.text(row, column) : "";
    if (text === "") return this.totalBefore(row, column);
    const value = view.value(row, column);
    const label = String(value);
    const kind = this.kindOf(text);
    if (kind !== null && kind !== "region") return { label, kind };
    const isName = typeof value === "string" && kind === "region" && !this.isHeading(row, column);
    return isName || this.isPlausibleName(row, column) ? { label, kind: "region" } : null;
  }

  private kindOf(text: string): LabelRow["kind"] | null {
    const known = this.kinds.get(text);
    if (known !== undefined) return known;
    const kind = isTotalLabel(text) ? "total" : isSubtotalLabel(text) ? "subtotal" : isAverageLabel(text) ? "average" : this.isRegion(text) ? "region" : null;
    this.kinds.set(text, kind);
    return kind;
  }

  /** 合计 in the 序号 column, or merged from there over the region's. */
  private totalBefore(row: number, column: number): Omit<LabelRow, "row"> | null {
    for (let before = column - 1; before >= 0; before--) {
      const text = this.view.text(row, before);
      if (text === "") continue;
      const found = isTotalLabel(text) ? "total" : isSubtotalLabel(text) ? "subtotal" : null;
      return found && this.hasFigures(row) ? { label: String(this.view.value(row, before)), kind: found } : null;
    }
    return null;
  }

  /** A total before the first region, told by its own row's words, in the columns after the region's too. */
  private leadingTotal(row: number, column: number): Omit<LabelRow, "row"> | null {
    const before = this.totalBefore(row, column);
    if (before || !this.hasFigures(row)) return before;
    const text = this.view.text(row, column + 1);
    return isTotalLabel(text) ? { label: text, kind: "total" } : isSubtotalLabel(text) ? { label: text, kind: "subtotal" } : null;
  }

  /** 城中片区改造项目 under 离石区 in one column: a project of that region. */
  private isDetail(row: number, column: number, projects: boolean): boolean {
    if (this.turned || !this.isTopLeft(row, column)) return false;
    const text = this.view.text(row, column);
    return (projects ? PROJECT_NAME : /(?:项目|工程)$/).test(text) && typeof this.view.value(row, column) === "string" && this.kindOf(text) === null && this.hasFigures(row);
  }

  /** 县（市、区）及项目名称 above the column. */
  private speaksOfProjects(row: number, column: number): boolean {
    return [1, 2, 3].some((above) => /项目|工程|小区/.test(this.view.spreadText(row - above, column)));
  }

  /** 一、市辖区 over its regions: a region's name by its form, in a row with nothing else. */
  private isHeading(row: number, column: number): boolean {
    const { view } = this;
    const numbered = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))/.test(view.text(row, column));
    const wide = (view.merge(row, column)?.columnCount ?? 1) > 1;
    return (numbered || wide) && this.isAlone(row, column);
  }

  private isAlone(row: number, column: number): boolean {
    for (let other = 0; other < this.view.columnCount; other++) {
      if (other !== column && !isBlank(this.view, row, other)) return false;
    }
    return true;
  }

  /** A row without a label that belongs to the run: blank below a region, or a blank row before more regions. */
  private isContinued(row: number, column: number): boolean {
    return this.view.text(row, column) === "" && !isBlankRow(this.view, row);
  }

  /** Blank rows and headings of groups between labelled rows. */
  private isPassed(row: number, column: number): boolean {
    const { view } = this;
    let next = row;
    for (let blanks = 0; next < view.rowCount && next < row + MAX_PASSED_ROWS; next++) {
      if (isBlankRow(view, next)) {
        if (++blanks > MAX_BLANK_ROWS) return false;
      } else if (!this.isGroupName(next, column)) break;
    }
    return next > row && next < view.rowCount && this.hasFigures(next) && this.labelAt(next, column) !== null;
  }

  /** 二、山区县 alone in its row. */
  private isGroupName(row: number, column: number): boolean {
    const first = firstText(this.view, row);
    return first >= 0 && first <= column && this.view.text(row, first).length <= MAX_NAME && this.isAlone(row, first);
  }

  private isRegion(text: string): boolean {
    return looksLikeRegion(text) || this.knows(bareRegion(text));
  }

  /** A name never heard of: a short text without digits, in a row that has figures. */
  private isPlausibleName(row: number, column: number): boolean {
    const value = this.view.value(row, column);
    if (typeof value !== "string" || isRegionHeader(value)) return false;
    const name = bareRegion(value);
    const short = name.length >= 2 && name.length <= MAX_NAME;
    return short && !/[\d:。;,%]/.test(name) && !speaksOfFigures(name) && this.hasFigures(row);
  }

  private headerAbove(row: number, column: number): "region" | "other" | null {
    for (let above = row - 1; above >= Math.max(0, row - 4); above--) {
      const text = this.view.spreadText(above, column);
      if (isRegionHeader(text)) return "region";
      if (text === "" || (COLUMN_MARK.test(text) && !this.turned) || isTotalLabel(text)) continue;
      return !this.turned && OTHER_HEADER.test(text) ? "other" : null;
    }
    return null;
  }

  private hasFigures(row: number): boolean {
    return (this.figured[row] ??= this.findFigure(row));
  }

  private findFigure(row: number): boolean {
    const { view } = this;
    for (let column = 0; column < view.columnCount; column++) {
      if (view.isPlain(row, column) || (view.value(row, column) !== "" && view.reading(row, column).kind === "number")) return true;
    }
    return false;
  }

  private isTopLeft(row: number, column: number): boolean {
    const area = this.view.merge(row, column);
    return !area || (area.row === row && area.column === column);
  }
}

/** The first column of a row that has a text; -1 in a blank row. */
function firstText(view: View, row: number): number {
  for (let column = 0; column < view.columnCount; column++) if (!isBlank(view, row, column)) return column;
  return -1;
}

/** 目标任务, 户数, 棚户区改造, 套: words of a table, no names. */
function speaksOfFigures(name: string): boolean {
  const role = roleIn(name);
  return role?.strong === true || indicatorIn(name) !== null || unitOf(name) !== null || unitsIn(name).length > 0 || (role !== null && subjectOf(name) === "");
}

/** Of two region columns side by side with nothing between (城市 | 区县), the one with more regions counts. */
function withoutRivals(runs: readonly LabelRun[]): LabelRun[] {
  return runs.filter(
    (run) =>
      !runs.some(
        (other) =>
          other !== run &&
          Math.abs(other.column - run.column) === 1 &&
          overlap(run, other) &&
          (distinct(other) > distinct(run) || (distinct(other) === distinct(run) && other.column < run.column)),
      ),
  );
}

function overlap(a: LabelRun, b: LabelRun): boolean {
  const span = (run: LabelRun) => [run.rows[0]?.row ?? 0, run.rows.at(-1)?.row ?? 0] as const;
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
