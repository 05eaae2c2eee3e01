/** The charts of a sheet: read from its drawing, written back where something of them changed. */
import type { Sheet } from "../sheet";
import { child, childElements, localName, textOf, type XmlNode } from "../xml";
import { blankAnchor, blankChart, blankDrawing } from "./blank";
import { cacheText, fillCache, referencesIn } from "./caches";
import type { ChartBook } from "./chartBook";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";

/** One chart on a sheet. */
export interface ChartObject {
  sheet: Sheet;
  /** its frame in the drawing */
  anchor: XmlNode;
  /** its own part */
  root: XmlNode;
  /** undefined until it is saved */
  part: string | undefined;
  /** something of it was set since it was opened or saved */
  changed: boolean;
  /** what its references held when it was opened or saved */
  kept: (string | null)[];
}

/** The name and number of a chart, as its frame has them. */
export function frameOf({ anchor }: ChartObject): XmlNode {
  const found = child(child(child(anchor, "graphicFrame"), "nvGraphicFramePr"), "cNvPr");
  if (!found) throw new Error("a chart without a frame");
  return found;
}

/** The charts of one sheet, and the drawing that they lie in with whatever else the sheet has there. */
export class SheetCharts {
  readonly items: ChartObject[] = [];
  private part: string | undefined;
  private root: XmlNode | undefined;
  private changed = false;

  constructor(
    private readonly workbook: ChartBook,
    private readonly sheet: Sheet,
  ) {
    const { pkg } = workbook;
    this.part = sheet.part === undefined ? undefined : pkg.relationships(sheet.part).find(({ type }) => type.endsWith("/drawing"))?.target;
    this.root = this.part === undefined ? undefined : pkg.readableXml(this.part);
    const { part } = this;
    if (part === undefined || !this.root) return;
    const relations = pkg.relationships(part);
    for (const anchor of childElements(this.root)) {
      const id = chartReference(anchor);
      const target = relations.find((relation) => relation.id === id?.attrs[idName(id)])?.target;
      const root = target === undefined ? undefined : pkg.readableXml(target);
      if (target !== undefined && root && localName(root.name) === "chartSpace") this.items.push({ sheet, anchor, root, part: target, changed: false, kept: [] });
    }
    for (const chart of this.items) chart.kept = this.held(chart);
  }

  private held({ root, sheet }: ChartObject): (string | null)[] {
    return referencesIn(root).map((reference) => cacheText(this.workbook, sheet, reference));
  }

  /** Puts a new chart on the sheet, above all others, named as Excel names them. */
  add(type: string): ChartObject {
    this.root ??= blankDrawing();
    const numbers = objectNumbers(this.root);
    let id = 2;
    while (numbers.has(id)) id++;
    let number = 1;
    while (this.items.some((chart) => frameOf(chart).attrs["name"] === `Chart ${number}`)) number++;
    const chart: ChartObject = { sheet: this.sheet, anchor: blankAnchor(id, `Chart ${number}`), root: blankChart(type), part: undefined, changed: true, kept: [] };
    this.root.children.push(chart.anchor);
    this.items.push(chart);
    this.changed = true;
    return chart;
  }

  /** The frame of a chart was moved or renamed. */
  touch(): void {
    this.changed = true;
  }

  delete(chart: ChartObject): void {
    const { pkg } = this.workbook;
    this.items.splice(this.items.indexOf(chart), 1);
    if (this.root) this.root.children = this.root.children.filter((one) => one !== chart.anchor);
    if (chart.part !== undefined && this.part !== undefined) {
      const id = pkg.relationships(this.part).find(({ target }) => target === chart.part)?.id;
      if (id !== undefined) pkg.unrelate(this.part, id);
      for (const { target, external } of pkg.relationships(chart.part)) if (!external) pkg.remove(target);
      pkg.remove(chart.part);
    }
    this.changed = true;
    if (childElements(this.root).length === 0) this.deleteDrawing();
  }

  /** Everything goes with the sheet. */
  deleteAll(): void {
    for (const chart of [...this.items]) this.delete(chart);
    if (this.part !== undefined && childElements(this.root).length > 0) this.deleteDrawing();
  }

  private deleteDrawing(): void {
    const { pkg } = this.workbook;
    if (this.part !== undefined && this.sheet.part !== undefined) {
      const id = pkg.relationships(this.sheet.part).find(({ target }) => target === this.part)?.id;
      if (id !== undefined) pkg.unrelate(this.sheet.part, id);
      pkg.remove(this.part);
      this.sheet.removeSection("drawing");
    }
    this.part = undefined;
    this.root = undefined;
    this.changed = false;
  }

  /** A formula is written otherwise: a sheet was renamed, cells have moved. */
  rewrite(rewrite: (formula: string) => string): void {
    for (const chart of this.items) {
      for (const reference of referencesIn(chart.root)) {
        const formula = child(reference, "f");
        const before = textOf(formula);
        const next = rewrite(before);
        if (!formula || next === before) continue;
        formula.children = [next];
        chart.changed = true;
      }
    }
  }

  /** What its references hold now, written where it differs from what they held. */
  refresh(chart: ChartObject): void {
    const now = this.held(chart);
    if (!chart.changed && JSON.stringify(now) === JSON.stringify(chart.kept)) return;
    for (const reference of referencesIn(chart.root)) fillCache(this.workbook, chart.sheet, reference);
    chart.kept = now;
    chart.changed = true;
  }

  /** Writes what changed into the package; called while saving, when the sheet has its part. */
  save(): void {
    const { pkg } = this.workbook;
    for (const chart of this.items) {
      this.refresh(chart);
      if (!chart.changed) continue;
      if (chart.part === undefined) {
        chart.part = pkg.freeName("xl/charts/chart", ".xml");
        this.changed = true;
      }
      pkg.set(chart.part, chart.root, CHART_TYPE);
      chart.changed = false;
    }
    if (!this.changed || !this.root || this.sheet.part === undefined) return;
    if (this.part === undefined) {
      this.part = pkg.freeName("xl/drawings/drawing", ".xml");
      pkg.set(this.part, "", DRAWING_TYPE);
      const id = pkg.relate(this.sheet.part, `${RELATIONS}/drawing`, this.part);
      this.sheet.root.attrs["xmlns:r"] ??= RELATIONS;
      this.sheet.section("drawing").attrs["r:id"] = id;
      this.sheet.touchLayout();
    }
    for (const { anchor, part } of this.items) {
      const reference = chartReference(anchor);
      if (reference && part !== undefined && reference.attrs[idName(reference)] === undefined) reference.attrs["r:id"] = pkg.relate(this.part, `${RELATIONS}/chart`, part);
    }
    pkg.set(this.part, this.root);
    this.changed = false;
  }
}

/** <c:chart r:id="…"> in the frame of a chart; undefined for any other object. */
function chartReference(anchor: XmlNode): XmlNode | undefined {
  return child(child(child(child(anchor, "graphicFrame"), "graphic"), "graphicData"), "chart");
}

/** The name of the attribute that holds a relationship's id, whatever its prefix. */
function idName(reference: XmlNode): string {
  return Object.keys(reference.attrs).find((name) => name.endsWith(":id")) ?? "r:id";
}

function objectNumbers(root: XmlNode): Set<number> {
  const own = localName(root.name) === "cNvPr" ? [Number(root.attrs["id"])] : [];
  return new Set([...own, ...childElements(root).flatMap((one) => [...objectNumbers(one)])]);
}
