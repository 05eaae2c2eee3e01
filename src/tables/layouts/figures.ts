import {
  cellName,
  finding,
  meaningName,
  meaningUnit,
  times,
  type CellAddress,
  type Fact,
  type Finding,
  type Gap,
  type IndicatorDefinition,
  type Link,
  type Meaning,
} from "../../progress";
import { asDone, isErrorText, type CellReading, type UnitInfo } from "../../cells";

/** A cell in a place where a figure is expected. */
export interface FigureCell {
  reading: CellReading;
  cell: CellAddress;
  /** All of them, where the figure is added up from several. */
  cells?: CellAddress[];
  meaning: Meaning;
  /** A rate typed without a per cent sign is in per cent all the same. */
  percent: boolean;
  /** The unit of its column; null where nothing names one. */
  unit: UnitInfo | null;
  /** Canonical; null in a total row. */
  region: string | null;
  /** The regions that a subtotal adds up. */
  of?: string[];
  /** The region's label as typed. */
  label: string;
  /** How a formula follows this cell where it holds a number. */
  link(scale: number): Link;
  /** false: findings are made, but no figure is taken (a region that stands twice). */
  counts: boolean;
}

/** What a cell gives: a figure, or what is lacking or wrong. */
export interface TakenFigure {
  fact?: Fact;
  gap?: Gap;
  finding?: Finding;
}

/** What tells one table's figures from another's. */
export interface FigureTable {
  /** Its place among the tables. */
  index: number;
  indicators: readonly IndicatorDefinition[];
}

/** Takes the figure out of a cell: a fact, or a gap, with a finding for whatever cannot be taken as it stands. */
export function takeFigure(figure: FigureCell, { index, indicators }: FigureTable): TakenFigure {
  const { region, of, meaning, cell, cells = [cell] } = figure;
  const reading = meaning.kind === "done" ? asDone(figure.reading) : figure.reading;
  const scale = scaleOf(reading, figure);
  const follows = reading.kind === "blank" || (reading.kind === "number" && reading.numeric);
  const link: Link = follows ? figure.link(scale) : { kind: "typed", label: figure.label };
  const base = { region, ...(of ? { of } : {}), meaning, source: { cells, link }, table: index };
  if (!figure.counts) return { gap: { ...base, reason: "twice" } };
  if (reading.kind === "blank") return { gap: { ...base, reason: "blank" } };
  const finding = reading.kind === "number" ? unitConflict(reading, figure, indicators) : unreadable(reading, figure, indicators);
  if (reading.kind === "number" && !finding) return { fact: { ...base, ...amountOf(reading, figure, scale) } };
  return { gap: { ...base, reason: "unreadable" }, ...(finding ? { finding } : {}) };
}

/** 263户 in a column of 套: nothing says how many 套 that is. */
function unitConflict({ unit: own }: NumberReading, { cell, unit, meaning }: FigureCell, indicators: readonly IndicatorDefinition[]): Finding | null {
  const expected = meaningUnit(meaning, indicators);
  if (!own || !expected || own.kind === expected) return null;
  if (own.kind !== "万元" && expected !== "万元" && !unit) return null;
  const [name, where] = [meaningName(meaning, indicators), cellName(cell)];
  return finding(
    "unit-conflict",
    [cell],
    `${where} 写的单位是“${own.text}”，而${name.chinese}应为“${expected}”；未计入，请核对`,
    `${where} is in ${own.text}, ${name.english} in ${expected}; left out`,
  );
}

function unreadable(reading: Unreadable, { cell, region, meaning }: FigureCell, indicators: readonly IndicatorDefinition[]): Finding {
  const name = meaningName(meaning, indicators);
  const [where, whose] = [cellName(cell), region ?? "合计"];
  if (reading.kind === "error") {
    return finding(
      "formula-error",
      [cell],
      `${where}（${whose}，${name.chinese}）是公式错误 ${reading.code}，未计入，请修正公式`,
      `${where} (${whose}, ${name.english}) holds the formula error ${reading.code}; left out`,
    );
  }
  return finding(
    "unreadable-number",
    [cell],
    `${where}（${whose}，${name.chinese}）写的是“${reading.text}”，不是确切的数字，未计入，请改为数字`,
    `${where} (${whose}, ${name.english}) says “${reading.text}”, which is no exact number; left out`,
  );
}

type NumberReading = Extract<CellReading, { kind: "number" }>;
type Unreadable = Extract<CellReading, { kind: "error" | "unreadable" }>;

/** From the cell's own unit, else its column's, to the unit that figures are kept in. */
function scaleOf(reading: CellReading, { unit }: FigureCell): number {
  return (reading.kind === "number" ? reading.unit?.scale : undefined) ?? unit?.scale ?? 1;
}

function amountOf(reading: NumberReading, figure: FigureCell, scale: number): Pick<Fact, "value" | "decimals"> {
  if (figure.meaning.kind === "rate") return rateOf(reading, figure.percent);
  if (figure.unit?.kind === "%" && reading.percent) return { value: times(reading.value, 100), decimals: reading.decimals };
  if (scale === 1) return { value: reading.value, decimals: reading.decimals };
  // 12.95亿元 is stated to 2 decimals of 亿元: to the hundred 万元.
  return { value: times(reading.value, scale), decimals: reading.decimals - Math.round(Math.log10(scale)) };
}

/** A rate is a fraction, however it is written: 24.94%, 24.94 under 开工率（%）, 0.2494. */
export function rateOf(reading: NumberReading, inPercent: boolean): Pick<Fact, "value" | "decimals"> {
  if (reading.percent) return { value: reading.value, decimals: reading.decimals };
  if (inPercent) return { value: times(reading.value, 0.01), decimals: reading.decimals };
  return { value: reading.value, decimals: Math.max(0, reading.decimals - 2) };
}

/** MATCH and SUMIFS take no longer text to look for, the signs that escape wildcards included. */
const LONGEST = 250;
const ESCAPED = "~*?\"";

/** A label as MATCH and SUMIFS compare it: without regard to case. */
export function foldedLabel(label: string): string {
  return label.toLowerCase();
}

/** Whether a label can be looked for at all: a text that is no error of a formula, which no text is equal to. */
export function isLookable(label: string): boolean {
  return label !== "" && !isErrorText(label) && label.length + [...label].filter((sign) => ESCAPED.includes(sign)).length <= LONGEST;
}
