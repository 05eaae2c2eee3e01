/** Conditional formats worked out for display: which rule holds for which cell, and what it draws. */
import { intersection } from "./address";
import type { ConditionalRule} from "./conditionalFormats";
import { extensionId, extensionLists, rulesOf } from "./conditionalFormats";
import type { StoredValue } from "./input";
import { translate } from "./references";
import type { Sheet } from "./sheet";
import type { DxfStyle } from "./styles";
import type { DataBarView, IconView, Rect } from "./types";
import type { Workbook } from "./workbook";
import { child, childElements, textOf, type XmlNode } from "./xml";

/** What conditional formats add to a cell. */
export interface ConditionalLook {
  styles: DxfStyle[];
  /** a colour scale's colour */
  scale?: string;
  dataBar?: DataBarView;
  icon?: IconView;
}

type Hit = (value: StoredValue, row: number, column: number) => ((look: ConditionalLook) => void) | undefined;

const key = (row: number, column: number): number => row * 16384 + column;

/** Works out all rules of a sheet; answers the look of every cell some rule holds for. */
export function evaluateRules(workbook: Workbook, sheet: Sheet): Map<number, ConditionalLook> {
  const looks = new Map<number, ConditionalLook>();
  const stopped = new Set<number>();
  const used = sheet.usedRange();
  if (!used) return looks;
  const rules = rulesOf(sheet);
  const formulas = new FormulaBatch(workbook, sheet);
  const prepared = rules.map((rule) => ({ rule, areas: areasOf(rule, used) }));
  for (const entry of prepared) requestFormulas(entry.rule, entry.areas, formulas);
  formulas.run();
  for (const { rule, areas } of prepared) {
    const judge = judgeOf(rule, areas, formulas, sheet);
    if (!judge) continue;
    for (const area of areas) {
      for (let r = area.top; r <= area.bottom; r++) {
        for (let c = area.left; c <= area.right; c++) {
          const at = key(r, c);
          if (stopped.has(at)) continue;
          const apply = judge(sheet.value(r, c), r, c);
          if (!apply) continue;
          let look = looks.get(at);
          if (!look) looks.set(at, (look = { styles: [] }));
          apply(look);
          if (rule.stopIfTrue) stopped.add(at);
        }
      }
    }
  }
  return looks;
}

function areasOf(rule: ConditionalRule, used: Rect): Rect[] {
  // Formats show on empty cells too, so a rule's own extent counts, within reason.
  return rule.rects.flatMap((r) => {
    const small = (r.bottom - r.top + 1) * (r.right - r.left + 1) <= 20_000;
    return small ? [r] : (intersection(r, used) ?? []);
  });
}

class FormulaBatch {
  private readonly requests: { sheet: Sheet; row: number; column: number; formula: string }[] = [];
  private readonly index = new Map<string, number>();
  private results: StoredValue[] = [];

  constructor(
    private readonly workbook: Workbook,
    private readonly sheet: Sheet,
  ) {}

  /** A rule's formula as seen from a cell. */
  request(formula: string, origin: Rect, row: number, column: number): void {
    const id = idOf(formula, origin, row, column);
    if (this.index.has(id)) return;
    this.index.set(id, this.requests.length);
    this.requests.push({ sheet: this.sheet, row, column, formula: translate(formula, row - origin.top, column - origin.left) });
  }

  run(): void {
    this.results = this.requests.length > 0 ? this.workbook.calculator.evaluate(this.requests) : [];
  }

  value(formula: string, origin: Rect, row: number, column: number): StoredValue {
    const at = this.index.get(idOf(formula, origin, row, column));
    return at === undefined ? null : (this.results[at] ?? null);
  }
}

const idOf = (formula: string, origin: Rect, row: number, column: number): string => `${row}:${column}:${origin.top}:${origin.left}:${formula}`;

const plainNumber = (formula: string): number | undefined => (/^-?\d+(\.\d+)?$/.test(formula) ? Number(formula) : undefined);

function requestFormulas(rule: ConditionalRule, areas: Rect[], batch: FormulaBatch): void {
  const origin = rule.rects[0];
  if (!origin) return;
  const { formulas } = rule;
  for (const node of childElements(rule.node).flatMap((n) => childElements(n, "cfvo"))) {
    const text = node.attrs["val"];
    if (text !== undefined && plainNumber(text) === undefined) batch.request(text, origin, origin.top, origin.left);
  }
  for (const formula of formulas) {
    if (plainNumber(formula) !== undefined) continue;
    for (const area of areas) for (let r = area.top; r <= area.bottom; r++) for (let c = area.left; c <= area.right; c++) batch.request(formula, origin, r, c);
  }
}

function isTrue(value: StoredValue): boolean {
  return value === true || (typeof value === "number" && value !== 0);
}

function judgeOf(rule: ConditionalRule, areas: Rect[], batch: FormulaBatch, sheet: Sheet): Hit | undefined {
  const origin = rule.rects[0];
  if (!origin) return undefined;
  const { style } = rule;
  const paint = (look: ConditionalLook): void => {
    look.styles.push(style);
  };
  const { attrs } = rule.node;
  const formulaValue = (i: number, r: number, c: number): StoredValue => {
    const formula = rule.formulas[i];
    if (formula === undefined) return null;
    return plainNumber(formula) ?? batch.value(formula, origin, r, c);
  };
  switch (attrs["type"]) {
    case "cellIs":
      return (v, r, c) => (compareWith(v, attrs["operator"] ?? "equal", formulaValue(0, r, c), formulaValue(1, r, c)) ? paint : undefined);
    case "top10": {
      const numbers = numbersOf(sheet, areas).sort((a, b) => (attrs["bottom"] === "1" ? a - b : b - a));
      const rank = Number(attrs["rank"] ?? 10);
      const count = attrs["percent"] === "1" ? Math.max(1, Math.floor((numbers.length * rank) / 100)) : rank;
      const edge = numbers[Math.min(count, numbers.length) - 1];
      return (v) => (typeof v === "number" && edge !== undefined && (attrs["bottom"] === "1" ? v <= edge : v >= edge) ? paint : undefined);
    }
    case "aboveAverage": {
      const numbers = numbersOf(sheet, areas);
      const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
      const deviation = Math.sqrt(numbers.reduce((a, b) => a + (b - mean) ** 2, 0) / Math.max(1, numbers.length - 1));
      const above = attrs["aboveAverage"] !== "0";
      const edge = mean + (above ? 1 : -1) * Number(attrs["stdDev"] ?? 0) * deviation;
      const equal = attrs["equalAverage"] === "1";
      return (v) => (typeof v === "number" && ((above ? v > edge : v < edge) || (equal && v === edge)) ? paint : undefined);
    }
    case "duplicateValues":
    case "uniqueValues": {
      const counts = new Map<string, number>();
      const id = (v: StoredValue): string => (typeof v === "string" ? `s${v.toLowerCase()}` : typeof v === "object" ? `e${v?.error}` : `${typeof v}${String(v)}`);
      for (const area of areas) sheet.eachCell(area, (cell) => cell.v !== null && counts.set(id(cell.v), (counts.get(id(cell.v)) ?? 0) + 1));
      const duplicate = attrs["type"] === "duplicateValues";
      return (v) => (v !== null && v !== "" && counts.get(id(v))! > 1 === duplicate ? paint : undefined);
    }
    case "dataBar":
      return dataBar(rule, areas, batch, sheet, origin);
    case "colorScale":
      return colorScale(rule, areas, batch, sheet, origin);
    case "iconSet":
      return iconSet(rule, areas, batch, sheet, origin);
    default:
      return rule.formulas.length > 0 ? (_v, r, c) => (isTrue(formulaValue(0, r, c)) ? paint : undefined) : undefined;
  }
}

function numbersOf(sheet: Sheet, areas: Rect[]): number[] {
  const numbers: number[] = [];
  for (const area of areas) sheet.eachCell(area, (cell) => typeof cell.v === "number" && numbers.push(cell.v));
  return numbers;
}

// Excel's order between kinds: numbers, then text, then logical values.
function order(a: StoredValue, b: StoredValue): number | undefined {
  const rank = (v: StoredValue): number => (typeof v === "number" || v === null ? 0 : typeof v === "string" ? 1 : typeof v === "boolean" ? 2 : 3);
  if (rank(a) === 3 || rank(b) === 3) return undefined;
  if (typeof b === "string" && a === null) a = "";
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === "string" && typeof b === "string") {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(a ?? 0) - Number(b ?? 0);
}

function compareWith(v: StoredValue, operator: string, low: StoredValue, high: StoredValue): boolean {
  const a = order(v, low);
  if (a === undefined) return false;
  switch (operator) {
    case "between":
    case "notBetween": {
      const b = order(v, high);
      const swapped = (order(low, high) ?? 0) > 0;
      const inside = b !== undefined && (swapped ? a <= 0 && b >= 0 : a >= 0 && b <= 0);
      return operator === "between" ? inside : !inside;
    }
    case "notEqual":
      return a !== 0;
    case "greaterThan":
      return a > 0;
    case "greaterThanOrEqual":
      return a >= 0;
    // An empty cell is not marked as small.
    case "lessThan":
      return v !== null && a < 0;
    case "lessThanOrEqual":
      return v !== null && a <= 0;
    default:
      return v !== null && a === 0;
  }
}

function threshold(node: XmlNode | undefined, numbers: number[], formula: (text: string) => StoredValue): number | undefined {
  const type = node?.attrs["type"] ?? "num";
  const text = node?.attrs["val"] ?? textOf(child(node, "f"));
  const min = Math.min(...numbers);
  const max = Math.max(...numbers);
  if (type === "min") return min;
  if (type === "max") return max;
  if (type === "autoMin") return Math.min(0, min);
  if (type === "autoMax") return Math.max(0, max);
  const worked = plainNumber(text) ?? formula(text);
  if (typeof worked !== "number") return undefined;
  if (type === "percent") return min + ((max - min) * worked) / 100;
  if (type === "percentile") {
    const sorted = [...numbers].sort((a, b) => a - b);
    const place = ((sorted.length - 1) * worked) / 100;
    const below = sorted[Math.floor(place)]!;
    return below + (sorted[Math.ceil(place)]! - below) * (place - Math.floor(place));
  }
  return worked;
}

function extensionOf(rule: ConditionalRule): XmlNode | undefined {
  const id = extensionId(rule.node);
  if (!id) return undefined;
  return extensionLists(rule.sheet)
    .flatMap((list) => childElements(list))
    .flatMap((block) => childElements(block, "cfRule"))
    .find((node) => node.attrs["id"] === id);
}

function dataBar(rule: ConditionalRule, areas: Rect[], batch: FormulaBatch, sheet: Sheet, origin: Rect): Hit {
  const numbers = numbersOf(sheet, areas);
  const formula = (text: string): StoredValue => batch.value(text, origin, origin.top, origin.left);
  const old = child(rule.node, "dataBar");
  const newer = child(extensionOf(rule), "dataBar");
  const bounds = childElements(newer ?? old, "cfvo");
  const fallback = childElements(old, "cfvo");
  const low = threshold(bounds[0], numbers, formula) ?? threshold(fallback[0], numbers, formula) ?? 0;
  const high = threshold(bounds[1], numbers, formula) ?? threshold(fallback[1], numbers, formula) ?? 1;
  const resolve = (node: XmlNode | undefined): string | undefined => sheet.styles.colorOf(node);
  const color = resolve(child(newer, "fillColor")) ?? resolve(child(old, "color")) ?? "#638EC6";
  const negative = resolve(child(newer, "negativeFillColor")) ?? (newer ? "#FF0000" : color);
  const gradient = newer?.attrs["gradient"] !== "0";
  const showValue = old?.attrs["showValue"] !== "0";
  const shortest = newer ? Number(newer.attrs["minLength"] ?? 0) / 100 : Number(old?.attrs["minLength"] ?? 10) / 100;
  const longest = Number((newer ?? old)?.attrs["maxLength"] ?? (newer ? 100 : 90)) / 100;
  return (v) => {
    if (typeof v !== "number" || high <= low) return undefined;
    const share = (n: number): number => Math.min(1, Math.max(0, (n - low) / (high - low)));
    const bar = ((): DataBarView => {
      if (newer && low < 0) {
        const axis = share(0);
        const at = share(v);
        return { start: Math.min(axis, at), end: Math.max(axis, at), color: v < 0 ? negative : color, gradient, axis, showValue };
      }
      return { start: 0, end: shortest + (longest - shortest) * share(v), color, gradient, showValue };
    })();
    return (look) => {
      look.dataBar ??= bar;
    };
  };
}

function mix(a: string, b: string, t: number): string {
  const part = (color: string, i: number): number => parseInt(color.slice(1 + i * 2, 3 + i * 2), 16);
  return `#${[0, 1, 2].map((i) => Math.round(part(a, i) + (part(b, i) - part(a, i)) * t).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}

function colorScale(rule: ConditionalRule, areas: Rect[], batch: FormulaBatch, sheet: Sheet, origin: Rect): Hit {
  const scale = child(rule.node, "colorScale");
  const numbers = numbersOf(sheet, areas);
  const formula = (text: string): StoredValue => batch.value(text, origin, origin.top, origin.left);
  const points = childElements(scale, "cfvo").map((node) => threshold(node, numbers, formula));
  const colors = childElements(scale, "color").map((node) => sheet.styles.colorOf(node) ?? "#FFFFFF");
  return (v) => {
    if (typeof v !== "number" || numbers.length === 0) return undefined;
    let color = colors[0];
    for (let i = 0; i + 1 < points.length; i++) {
      const [a, b] = [points[i], points[i + 1]];
      if (a === undefined || b === undefined) return undefined;
      if (v >= a) color = mix(colors[i]!, colors[i + 1]!, b === a ? 1 : Math.min(1, (v - a) / (b - a)));
    }
    return (look) => {
      if (color && look.scale === undefined) look.scale = color;
    };
  };
}

/** Office.js's names of the icon sets, by the file's. */
export const ICON_SETS: Readonly<Record<string, string>> = {
  "3Arrows": "ThreeArrows", "3ArrowsGray": "ThreeArrowsGray", "3Flags": "ThreeFlags", "3TrafficLights1": "ThreeTrafficLights1", "3TrafficLights2": "ThreeTrafficLights2",
  "3Signs": "ThreeSigns", "3Symbols": "ThreeSymbols", "3Symbols2": "ThreeSymbols2", "4Arrows": "FourArrows", "4ArrowsGray": "FourArrowsGray", "4RedToBlack": "FourRedToBlack",
  "4Rating": "FourRating", "4TrafficLights": "FourTrafficLights", "5Arrows": "FiveArrows", "5ArrowsGray": "FiveArrowsGray", "5Rating": "FiveRating", "5Quarters": "FiveQuarters",
  "3Stars": "ThreeStars", "3Triangles": "ThreeTriangles", "5Boxes": "FiveBoxes",
};

function iconSet(rule: ConditionalRule, areas: Rect[], batch: FormulaBatch, sheet: Sheet, origin: Rect): Hit {
  const node = child(rule.node, "iconSet");
  const numbers = numbersOf(sheet, areas);
  const formula = (text: string): StoredValue => batch.value(text, origin, origin.top, origin.left);
  const marks = childElements(node, "cfvo");
  const points = marks.map((mark) => threshold(mark, numbers, formula));
  const set = ICON_SETS[node?.attrs["iconSet"] ?? "3TrafficLights1"] ?? "ThreeTrafficLights1";
  const reverse = node?.attrs["reverse"] === "1";
  const showValue = node?.attrs["showValue"] !== "0";
  return (v) => {
    if (typeof v !== "number" || numbers.length === 0) return undefined;
    let index = 0;
    points.forEach((point, i) => {
      if (i > 0 && point !== undefined && (marks[i]!.attrs["gte"] === "0" ? v > point : v >= point)) index = i;
    });
    const icon: IconView = { set, index: reverse ? points.length - 1 - index : index, showValue };
    return (look) => {
      look.icon ??= icon;
    };
  };
}
