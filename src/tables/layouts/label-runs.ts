import { compact, readNumber } from "../cells";
import { bareRegion, isAverageLabel, isTotalLabel, looksLikeRegion } from "../regions";
import { isBlank, type View } from "../view";

/** A row that carries a label in the region column. */
export interface LabelRow {
  row: number;
  /** As typed. */
  label: string;
  kind: "region" | "total" | "average";
}

/** Region labels that stand under one another: the spine of a table. */
export interface LabelRun {
  column: number;
  rows: LabelRow[];
  /** The last row of the run, also where its label is blank because it belongs to the region above. */
  end: number;
}

/** Recognises a region by name alone, short forms included (离石), where a national list is at hand. */
export type KnowsRegion = (name: string) => boolean;

const REGION_HEADER =
  /^(?:(?:各|所属|所在)?(?:县.{0,3}[市区]|市.{0,3}[县区州]|区.{0,2}县|旗.{0,3}[县区]|地区|州.?市|盟.?市|区域|辖区|行政区划?|市州|地州市|县市区)(?:[名)].*)?|(?:填报|责任|实施)?(?:单位|地区|区域|城市|县区)(?:名称)?|名称|项目地区|分地区)$/;
const MAX_NAME = 12;

/** Whether a header cell announces a column of regions: 县（市、区）, 区县, 地区, 单位. */
export function isRegionHeader(text: string): boolean {
  return REGION_HEADER.test(compact(text));
}

/**
 * Finds the region columns of a sheet: runs of two or more regions under one another, or whatever stands
 * under a header such as 县（市、区）. A wholly blank row, or a row that is no label, ends a run.
 * @param knows recognises short forms; looksLikeRegion alone finds the full ones
 */
export function findLabelRuns(view: View, knows: KnowsRegion): LabelRun[] {
  const runs: LabelRun[] = [];
  for (let column = 0; column < view.columnCount; column++) {
    for (let row = 0; row < view.rowCount; row++) {
      if (!startsRun(view, row, column, knows)) continue;
      const run = followRun(view, row, column, knows);
      if (isSpine(view, run)) runs.push(run);
      row = Math.max(row, run.end);
    }
  }
  return withoutRivals(runs);
}

function startsRun(view: View, row: number, column: number, knows: KnowsRegion): boolean {
  if (!isTopLeft(view, row, column)) return false;
  const value = view.value(row, column);
  if (isRegionCell(value, knows)) return true;
  if (isTotalLabel(value) && hasFigures(view, row, column)) return true;
  return underRegionHeader(view, row, column) && isPlausibleName(view, row, column);
}

function followRun(view: View, first: number, column: number, knows: KnowsRegion): LabelRun {
  const rows: LabelRow[] = [];
  let end = first;
  for (let row = first; row < view.rowCount; row++) {
    const value = view.value(row, column);
    const kind = kindOf(view, row, column, knows);
    if (kind) rows.push({ row, label: String(value), kind });
    else if (compact(value) !== "" || isBlankRow(view, row)) break;
    end = row;
  }
  return { column, rows, end };
}

function kindOf(view: View, row: number, column: number, knows: KnowsRegion): LabelRow["kind"] | null {
  if (!isTopLeft(view, row, column)) return null;
  const value = view.value(row, column);
  if (isTotalLabel(value)) return "total";
  if (isAverageLabel(value)) return "average";
  return isRegionCell(value, knows) || isPlausibleName(view, row, column) ? "region" : null;
}

function isRegionCell(value: string | number | boolean, knows: KnowsRegion): boolean {
  return typeof value === "string" && (looksLikeRegion(value) || knows(bareRegion(value)));
}

/** A name never heard of: a short text without digits, in a row that has figures. */
function isPlausibleName(view: View, row: number, column: number): boolean {
  const value = view.value(row, column);
  if (typeof value !== "string" || isRegionHeader(value)) return false;
  const name = bareRegion(value);
  const short = name.length >= 2 && name.length <= MAX_NAME;
  return short && !/[\d:。;,%]/.test(name) && hasFigures(view, row, column);
}

function underRegionHeader(view: View, row: number, column: number): boolean {
  for (let above = row - 1; above >= Math.max(0, row - 4); above--) {
    const text = compact(view.spread(above, column));
    if (isRegionHeader(text)) return true;
    if (text !== "" && !/^(?:甲|乙|\d+|栏次)$/.test(text)) return false;
  }
  return false;
}

function hasFigures(view: View, row: number, column: number): boolean {
  for (let other = 0; other < view.columnCount; other++) {
    if (other === column) continue;
    if (readNumber(view.value(row, other), view.format(row, other)).kind === "number") return true;
  }
  return false;
}

function isSpine(view: View, run: LabelRun): boolean {
  const regions = new Set(run.rows.filter(({ kind }) => kind === "region").map(({ label }) => bareRegion(label)));
  const first = run.rows[0];
  if (!first || regions.size === 0) return false;
  return regions.size >= 2 || underRegionHeader(view, first.row, run.column);
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
  return new Set(run.rows.map(({ label }) => bareRegion(label))).size;
}

function isTopLeft(view: View, row: number, column: number): boolean {
  const area = view.merge(row, column);
  return !area || (area.row === row && area.column === column);
}

/** Whether a whole row shows nothing. */
export function isBlankRow(view: View, row: number): boolean {
  for (let column = 0; column < view.columnCount; column++) {
    if (!isBlank(view, row, column)) return false;
  }
  return true;
}
