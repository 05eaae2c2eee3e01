import { cellName, type CellAddress, type Report } from "../../../src/progress";
import type { NoticeFigure } from "../../../src/notice";
import type { Random } from "./random";

/** How a correct text was made wrong. */
export const MUTATIONS = ["one more or less", "digits swapped", "point moved", "unit swapped", "name swapped", "count of names", "another region's rate"] as const;
export type Mutation = (typeof MUTATIONS)[number];

/** A text with one error in it; offsets are those of the mutant. */
export interface Mutant {
  kind: Mutation;
  text: string;
  start: number;
  end: number;
  /** What stood there. */
  original: string;
}

/** A paragraph of a correct notice. */
export interface Paragraph {
  text: string;
  figures: readonly NoticeFigure[];
}

const NUMBER = /\d+(?:\.\d+)?/;

/** Makes one error of a kind in a text; null where the text has no place for it. */
export function mutate(kind: Mutation, paragraphs: readonly Paragraph[], report: Report, random: Random): Mutant | null {
  const places = figuresOf(paragraphs);
  const text = paragraphs.map((paragraph) => paragraph.text).join("\n");
  const values = valuesByCell(report);
  const choices = places.flatMap((place) => {
    const printed = text.slice(place.start, place.end);
    const change = changeOf(kind, printed, place, text, report, values, random);
    return change && change.text !== text.slice(change.start, change.end) ? [change] : [];
  });
  if (choices.length === 0) return null;
  const change = random.pick(choices);
  return {
    kind,
    text: text.slice(0, change.start) + change.text + text.slice(change.end),
    start: change.start,
    end: change.start + change.text.length,
    original: text.slice(change.start, change.end),
  };
}

interface Change {
  start: number;
  end: number;
  text: string;
}

function changeOf(kind: Mutation, printed: string, place: NoticeFigure, text: string, report: Report, values: ReadonlyMap<string, number>, random: Random): Change | null {
  const number = NUMBER.exec(printed)?.[0] ?? "";
  const unit = printed.slice(number.length);
  const inPlace = (changed: string): Change => ({ start: place.start, end: place.end, text: changed });
  const counted = unit === "" || unit === "个";
  const noun = /^(?:个)?(?:县（市、区）|县（区）|县（市）|县市区|县区|县市|市州|县|市|区|个单位|个地区|单位|地区)/.exec(text.slice(place.start + number.length, place.start + number.length + 8));
  const countsNames = counted && noun !== null;
  switch (kind) {
    case "one more or less": {
      const decimals = number.split(".")[1]?.length ?? 0;
      const changed = Number(number) + (random.chance(0.5) || Number(number) <= 1 ? 1 : -1) / 10 ** decimals;
      return countsNames ? null : inPlace(changed.toFixed(decimals) + unit);
    }
    case "digits swapped": {
      const digits = [...number];
      const at = digits.findIndex((digit, index) => /\d/.test(digit) && /\d/.test(digits[index + 1] ?? "") && digit !== digits[index + 1]);
      if (at < 0) return null;
      [digits[at], digits[at + 1]] = [digits[at + 1] ?? "", digits[at] ?? ""];
      return inPlace(digits.join("").replace(/^0+(?=\d)/, "") + unit);
    }
    case "point moved": {
      if (!/万元|亿元|%|套|户/.test(unit) || number.replace(".", "").length < 3) return null;
      const moved = random.chance(0.5) ? Number(number) * 10 : Number(number) / 10;
      return inPlace(String(Number(moved.toPrecision(12))) + unit);
    }
    case "unit swapped": {
      const other = { 万元: "亿元", 亿元: "万元", 套: "户", 户: "套" }[unit];
      return other === undefined ? null : inPlace(number + other);
    }
    case "name swapped":
      return swapName(place, text, report, values, random);
    case "count of names":
      return countsNames ? inPlace(String(Number(number) + (random.chance(0.5) || Number(number) <= 2 ? 1 : -1)) + unit) : null;
    case "another region's rate": {
      if (unit !== "%") return null;
      const rates = report.indicators.flatMap(({ regions }) => regions.flatMap(({ rate }) => (rate === null ? [] : [String(Math.round(rate * 10_000) / 100)])));
      const others = rates.filter((rate) => Math.abs(Number(rate) - Number(number)) > 0.5);
      return others.length === 0 ? null : inPlace(`${random.pick(others)}%`);
    }
  }
}

/** The region just before a figure becomes another one whose own figure is not the same. */
function swapName(place: NoticeFigure, text: string, report: Report, values: ReadonlyMap<string, number>, random: Random): Change | null {
  const [cell] = place.cells;
  if (place.cells.length !== 1 || !cell || "rowCount" in cell) return null;
  const own = values.get(cellName(cell));
  const before = text.slice(Math.max(0, place.start - 14), place.start);
  for (const { name, shortName, source } of report.regions) {
    if (source.row !== cell.row) continue;
    const printed = [name, shortName].find((one) => before.includes(one));
    if (printed === undefined) return null;
    const start = place.start - before.length + before.lastIndexOf(printed);
    const others = report.regions.filter((other) => other.name !== name && valueAt(values, { ...cell, row: other.source.row }) !== own && valueAt(values, { ...cell, row: other.source.row }) !== undefined);
    if (others.length === 0) return null;
    const other = random.pick(others);
    return { start, end: start + printed.length, text: printed === name ? other.name : other.shortName };
  }
  return null;
}

function valueAt(values: ReadonlyMap<string, number>, cell: CellAddress): number | undefined {
  return values.get(cellName(cell));
}

/** Every figure of a report by the cell that it stands in. */
function valuesByCell(report: Report): Map<string, number> {
  const values = new Map<string, number>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== "object" || node === null) return;
    const { value, source } = node as { value?: unknown; source?: { cells?: CellAddress[] } };
    const [cell] = source?.cells ?? [];
    if (typeof value === "number" && cell) values.set(cellName(cell), value);
    Object.values(node).forEach(visit);
  };
  visit([report.indicators, report.backlog, report.audit, report.continuing]);
  return values;
}

function figuresOf(paragraphs: readonly Paragraph[]): NoticeFigure[] {
  let offset = 0;
  return paragraphs.flatMap(({ text, figures }) => {
    const placed = figures.map((figure) => ({ ...figure, start: figure.start + offset, end: figure.end + offset }));
    offset += text.length + 1;
    return placed;
  });
}
