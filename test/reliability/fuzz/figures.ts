import Big from "big.js";
import { SHARE_UNIT, type CellAddress, type Figure, type Link, type RangeAddress, type Report } from "../../../src/progress";
import type { CellValue, SheetGrid } from "../../../src/tables";

/** Factors between what cells say and the units that figures are kept in: 亿元, 元, per cent, 万套. */
const SCALES = [1, 10_000, 0.0001, 0.01, 1000, 100, 10, 0.1, 0.001, 100_000, 1_000_000, 10_000_000, 0.1, 0.000001];
/** Excel keeps 15 digits. */
const CLOSE = 1e-13;
/** What binary arithmetic leaves of 0 counts as 0; the largest factor multiplies it. */
const RESIDUE = 1e-8;

/** What is wrong with the figures of a report: those that no cell bears out, and formulas' places that hold others. */
export function unexplained(report: Report, sheets: readonly SheetGrid[]): string[] {
  const cells = new Cells(sheets);
  return [...figuresOf(report).flatMap(([name, figure]) => troublesOf(name, figure, cells)), ...totalsOf(report), ...report.findings.flatMap(({ code, cells: at }) => at.filter((one) => !cells.has(one)).map((one) => `${code} names ${JSON.stringify(one)}, which is not there`))];
}

/** Every figure that a report has read, by what it is called. */
export function figuresOf(report: Report): [string, Figure][] {
  const named = (name: string, figure: Figure | null | undefined): [string, Figure][] => (figure ? [[name, figure]] : []);
  return [
    ...report.indicators.flatMap(({ id, statedTotal, regions }) => [
      ...named(`${id} 合计 target`, statedTotal?.target),
      ...named(`${id} 合计 done`, statedTotal?.done),
      ...regions.flatMap(({ region, target, done }) => [...named(`${id} ${region} target`, target), ...named(`${id} ${region} done`, done)]),
    ]),
    ...(report.backlog?.regions ?? []).flatMap(({ region, task, reported, repurposed, stock, verified, stated }) =>
      [task, reported, repurposed, stock, verified, stated].flatMap((figure) => named(`backlog ${region}`, figure)),
    ),
    ...report.audit.flatMap(({ year, regions }) => regions.flatMap(({ region, figures }) => figures.flatMap((figure) => named(`audit ${year} ${region}`, figure)))),
    ...(report.continuing?.regions ?? []).flatMap(({ region, units }) => named(`continuing ${region}`, units)),
  ];
}

class Cells {
  constructor(private readonly sheets: readonly SheetGrid[]) {}

  has(at: CellAddress | RangeAddress): boolean {
    return this.sheets.some(({ name }) => name === at.sheet) && at.row >= 0 && at.column >= 0 && at.row < 1_048_576 && at.column < 16_384;
  }

  /** The values of a cell or a block, row by row. */
  values(at: CellAddress | RangeAddress): CellValue[] {
    const sheet = this.sheets.find(({ name }) => name === at.sheet);
    const [rowCount, columnCount] = "rowCount" in at ? [at.rowCount, at.columnCount] : [1, 1];
    return Array.from({ length: rowCount * columnCount }, (_, index) => {
      const [row, column] = [at.row + Math.floor(index / columnCount), at.column + (index % columnCount)];
      return sheet?.values[row - sheet.row]?.[column - sheet.column] ?? "";
    });
  }
}

function troublesOf(name: string, { value, source }: Figure, cells: Cells): string[] {
  const held = source.cells.flatMap((cell) => cells.values(cell));
  const say = (what: string) => `${name} = ${value}: ${what} (${JSON.stringify(held.slice(0, 9))}, ${JSON.stringify(source.link)})`;
  if (source.cells.length === 0 || !source.cells.every((cell) => cells.has(cell))) return [say("no cell")];
  const numbers = held.map(numberIn);
  if (numbers.includes(null)) return [say("a cell that says no number")];
  const total = (numbers as number[]).reduce((sum, one) => sum.plus(one), new Big(0)).toNumber();
  if (!SCALES.some((scale) => isClose(total * scale, value)) && !isScaledEach(numbers as number[], value)) return [say("its cells say otherwise")];
  const followed = followedBy(source.link, cells);
  if (followed === null) return [];
  return typeof followed === "number" && isClose(followed, value) ? [] : [say(`the formula gives ${followed}`)];
}

/** Cells that each name a unit of their own: 1亿元 and 30万元. */
function isScaledEach(numbers: readonly number[], value: number): boolean {
  if (numbers.length > 4) return true;
  const sums = numbers.reduce<number[]>((known, one) => known.flatMap((sum) => SCALES.slice(0, 4).map((scale) => sum + one * scale)), [0]);
  return sums.some((sum) => isClose(sum, value));
}

function isClose(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= Math.max(RESIDUE, CLOSE * Math.max(Math.abs(a), Math.abs(b)));
}

/** The number that a person reads in a cell; a blank is none done; null where there is none to be read. */
function numberIn(value: CellValue): number | null {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return null;
  const text = value.normalize("NFKC").replace(/[\s,\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, "").replace("−", "-");
  if (/^(?:[-‐‑‒–—―─－]*|\/+|无|没有|空)$/.test(text)) return 0;
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)/.exec(text)?.[0];
  return number === undefined ? null : Number(number);
}

/**
 * What Excel makes of a figure's formula: MATCH and SUMIFS without regard to case, errors as their names. The cells'
 * wildcards are escaped by the formula, so that labels stand for themselves.
 * @returns null for a figure that no formula follows
 */
function followedBy(link: Link, cells: Cells): number | string | null {
  switch (link.kind) {
    case "typed":
      return null;
    case "cell":
      return numeric(cells.values(link.cell)[0]) * link.scale;
    case "sum":
      return link.ranges.flatMap((range) => cells.values(range)).reduce<number>((sum, value) => sum + numeric(value), 0) * link.scale;
    case "lookup": {
      if (link.label.length > 255) return "#VALUE!";
      const at = cells.values(link.labels).findIndex((value) => isSame(value, link.label));
      return at < 0 ? "#N/A" : numeric(cells.values(link.values)[at]) * link.scale;
    }
    case "sumByLabel": {
      if (link.criteria.some(({ label }) => label.length > 254)) return "#VALUE!";
      const columns = link.criteria.map(({ range, label }) => cells.values(range).map((value) => isSame(value, label) || (typeof value === "number" && String(value) === label)));
      return cells.values(link.values).reduce<number>((sum, value, at) => (columns.every((column) => column[at]) ? sum + numeric(value) : sum), 0) * link.scale;
    }
  }
}

function numeric(value: CellValue | undefined): number {
  return typeof value === "number" ? value : 0;
}

function isSame(value: CellValue, label: string): boolean {
  return typeof value === "string" && value.toLowerCase() === label.toLowerCase();
}

/** Totals are the sums of their regions' figures, rates their quotients. */
function totalsOf({ indicators }: Report): string[] {
  return indicators.flatMap(({ id, unit, target, done, rate, regions }) => {
    // Goals in per cent are never added up.
    if (unit === SHARE_UNIT) return target === null && done === null && rate === null ? [] : [`${id}: per cents are added up`];
    const sums = (["target", "done"] as const).map((part) => {
      const values = regions.flatMap((row) => (row[part] ? [row[part].value] : []));
      return values.length === 0 ? null : values.reduce((sum, one) => sum.plus(one), new Big(0)).toNumber();
    });
    const right = sums[0] === target && sums[1] === done;
    const finite = [target, done, rate, ...regions.map((row) => row.rate)].every((one) => one === null || Number.isFinite(one));
    return [...(right ? [] : [`${id}: ${target}/${done} are not the sums ${sums.join("/")}`]), ...(finite ? [] : [`${id}: a figure without end`])];
  });
}
