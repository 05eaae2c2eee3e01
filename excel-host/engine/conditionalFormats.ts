/** Conditional formats as rules in the sheet's XML: listed, added, changed, taken away. */
import { contains, intersection, intersects, parseRects, rectName, subtract } from "./address";
import { newId } from "./documentParts";
import { addPrefixes, stripPrefixes } from "./futureFunctions";
import { translate } from "./references";
import type { Sheet } from "./sheet";
import type { DxfStyle } from "./styles";
import { argb, sideElement } from "./styles";
import type { BorderSide, Rect } from "./types";
import { child, childElements, element, localName, textOf, type XmlNode } from "./xml";

/** Office.js's names of the kinds of conditional formats. */
export type RuleType = "Custom" | "DataBar" | "ColorScale" | "IconSet" | "TopBottom" | "PresetCriteria" | "ContainsText" | "CellValue";

const TYPES: Record<string, RuleType> = {
  expression: "Custom", cellIs: "CellValue", dataBar: "DataBar", colorScale: "ColorScale", iconSet: "IconSet", top10: "TopBottom",
  containsText: "ContainsText", notContainsText: "ContainsText", beginsWith: "ContainsText", endsWith: "ContainsText",
  aboveAverage: "PresetCriteria", duplicateValues: "PresetCriteria", uniqueValues: "PresetCriteria", containsBlanks: "PresetCriteria",
  notContainsBlanks: "PresetCriteria", containsErrors: "PresetCriteria", notContainsErrors: "PresetCriteria", timePeriod: "PresetCriteria",
};

const ids = new WeakMap<XmlNode, string>();

/** One rule of a sheet. */
export class ConditionalRule {
  constructor(
    readonly sheet: Sheet,
    /** the conditionalFormatting element */
    readonly block: XmlNode,
    /** its cfRule */
    readonly node: XmlNode,
  ) {}

  get id(): string {
    let id = ids.get(this.node);
    if (!id) ids.set(this.node, (id = newId()));
    return id;
  }

  get type(): RuleType {
    return TYPES[this.node.attrs["type"] ?? ""] ?? "Custom";
  }

  get rects(): Rect[] {
    return parseRects(this.block.attrs["sqref"] ?? "");
  }

  get priority(): number {
    return Number(this.node.attrs["priority"] ?? 0);
  }

  get stopIfTrue(): boolean {
    return this.node.attrs["stopIfTrue"] === "1";
  }

  set stopIfTrue(on: boolean) {
    if (on) this.node.attrs["stopIfTrue"] = "1";
    else delete this.node.attrs["stopIfTrue"];
    this.sheet.touchLayout();
  }

  /** Formulas without "=", seen from the first cell of the first rectangle. */
  get formulas(): string[] {
    return childElements(this.node, "formula").map((f) => stripPrefixes(textOf(f)));
  }

  set formulas(formulas: readonly string[]) {
    this.node.children = this.node.children.filter((c) => typeof c === "string" || localName(c.name) !== "formula");
    this.node.children.unshift(...formulas.map((f) => element("formula", {}, [addPrefixes(f)])));
    this.sheet.touchLayout();
  }

  get style(): DxfStyle {
    const id = this.node.attrs["dxfId"];
    return id === undefined ? {} : this.sheet.styles.readDxf(this.sheet.styles.dxf(Number(id)));
  }

  /** Changes what the rule sets: another format takes the place of its own, which other rules may have too. */
  changeStyle(change: (dxf: XmlNode) => void): void {
    const { styles } = this.sheet;
    const old = this.node.attrs["dxfId"];
    const dxf = structuredClone(old === undefined ? undefined : styles.dxf(Number(old))) ?? element("dxf");
    change(dxf);
    const order = ["font", "numFmt", "fill", "alignment", "border", "protection", "extLst"];
    dxf.children.sort((a, b) => order.indexOf((a as XmlNode).name) - order.indexOf((b as XmlNode).name));
    this.node.attrs["dxfId"] = String(styles.dxfId(dxf));
    this.sheet.touchLayout();
  }

  delete(): void {
    this.block.children = this.block.children.filter((c) => c !== this.node);
    if (childElements(this.block, "cfRule").length === 0) {
      this.sheet.root.children = this.sheet.root.children.filter((c) => c !== this.block);
    }
    this.removeExtension();
    this.sheet.touchLayout();
  }

  // The newer half of a data bar lives in the sheet's extension list, under the rule's id.
  private removeExtension(): void {
    const id = extensionId(this.node);
    if (!id) return;
    for (const list of extensionLists(this.sheet)) {
      for (const block of childElements(list)) {
        block.children = block.children.filter((c) => typeof c === "string" || c.attrs["id"] !== id);
      }
      list.children = list.children.filter((c) => typeof c !== "string" && childElements(c, "cfRule").length > 0);
    }
  }
}

/** The id under which a rule continues in the extension list. */
export function extensionId(rule: XmlNode): string | undefined {
  for (const ext of childElements(child(rule, "extLst"), "ext")) {
    const id = child(ext, "id");
    if (id) return textOf(id);
  }
  return undefined;
}

/** The lists of newer rules in the sheet's extensions. */
export function extensionLists(sheet: Sheet): XmlNode[] {
  return childElements(child(sheet.root, "extLst"), "ext").flatMap((ext) => childElements(ext, "conditionalFormattings"));
}

/** The rules of a sheet, first in rank first. */
export function rulesOf(sheet: Sheet): ConditionalRule[] {
  return childElements(sheet.root, "conditionalFormatting")
    .flatMap((block) => childElements(block, "cfRule").map((node) => new ConditionalRule(sheet, block, node)))
    .sort((a, b) => a.priority - b.priority);
}

/** The rules that touch a rectangle. */
export function rulesIn(sheet: Sheet, rect: Rect): ConditionalRule[] {
  return rulesOf(sheet).filter((rule) => rule.rects.some((r) => intersects(r, rect)));
}

/** Adds a rule that ranks first. */
export function addRule(sheet: Sheet, rects: readonly Rect[], type: string, attrs: Record<string, string> = {}, children: XmlNode[] = []): ConditionalRule {
  for (const rule of rulesOf(sheet)) rule.node.attrs["priority"] = String(rule.priority + 1);
  for (const list of extensionLists(sheet)) {
    for (const node of childElements(list).flatMap((b) => childElements(b, "cfRule"))) {
      if (node.attrs["priority"]) node.attrs["priority"] = String(Number(node.attrs["priority"]) + 1);
    }
  }
  const node = element("cfRule", { type, priority: 1, ...attrs }, children);
  const block = element("conditionalFormatting", { sqref: rects.map(rectName).join(" ") }, [node]);
  sheet.insert(block);
  sheet.touchLayout();
  return new ConditionalRule(sheet, block, node);
}

/**
 * Copies the rules of a rectangle along with its cells, once for each time that it fits into the target; their ranks
 * among themselves stay. The newer half of a data bar, in the sheet's extensions, stays behind.
 */
export function copyRules(from: Sheet, source: Rect, to: Sheet, target: Rect): void {
  const [height, width] = [source.bottom - source.top + 1, source.right - source.left + 1];
  for (const rule of rulesIn(from, source).reverse()) {
    const parts = rule.rects.flatMap((rect) => intersection(rect, source) ?? []);
    const [home, first] = [rule.rects[0]!, parts[0]!];
    for (let row = target.top; row <= target.bottom; row += height) {
      for (let column = target.left; column <= target.right; column += width) {
        const [down, across] = [row - source.top, column - source.left];
        const rects = parts.map((r) => ({ top: r.top + down, left: r.left + across, bottom: r.bottom + down, right: r.right + across }));
        const { type = "expression", ...attrs } = structuredClone(rule.node.attrs);
        delete attrs["priority"];
        const children = structuredClone(rule.node.children).filter((c): c is XmlNode => typeof c !== "string" && c.name !== "extLst");
        for (const formula of children.filter(({ name }) => localName(name) === "formula")) {
          // A formula is seen from the first cell of its rule.
          formula.children = [translate(textOf(formula), first.top - home.top, first.left - home.left)];
        }
        addRule(to, rects, type, attrs, children);
      }
    }
  }
}

/** Puts a rule at a rank (from 0); the others close up. */
export function setRank(rule: ConditionalRule, rank: number): void {
  const all = rulesOf(rule.sheet);
  const others = all.filter((r) => r.node !== rule.node);
  others.splice(rank < 0 ? Math.max(0, all.length + rank) : rank, 0, rule);
  others.forEach((r, i) => {
    r.node.attrs["priority"] = String(i + 1);
  });
  rule.sheet.touchLayout();
}

/** Takes a rectangle out of every rule. */
export function clearRules(sheet: Sheet, rect: Rect): void {
  for (const rule of rulesIn(sheet, rect)) {
    if (rule.rects.every((r) => contains(rect, r))) rule.delete();
    else rule.block.attrs["sqref"] = rule.rects.flatMap((r) => subtract(r, rect)).map(rectName).join(" ");
  }
  sheet.touchLayout();
}

/** Sets the fill of a conditional format; null takes it away. */
export function setDxfFill(dxf: XmlNode, color: string | null): void {
  dxf.children = dxf.children.filter((c) => typeof c === "string" || c.name !== "fill");
  if (color) dxf.children.push(element("fill", {}, [element("patternFill", { patternType: "solid" }, [element("fgColor", { rgb: argb(color) }), element("bgColor", { rgb: argb(color) })])]));
}

const FONT_ORDER = ["b", "i", "strike", "u", "color"];

/** Sets one property of a conditional format's font. */
export function setDxfFont(dxf: XmlNode, name: "b" | "i" | "strike" | "u" | "color", value: boolean | string | null): void {
  let font = child(dxf, "font");
  if (!font) dxf.children.push((font = element("font")));
  font.children = font.children.filter((c) => typeof c === "string" || c.name !== name);
  if (value !== null) {
    font.children.push(
      name === "color" ? element("color", { rgb: argb(value as string) }) : typeof value === "boolean" ? element(name, value ? {} : { val: 0 }) : element(name, { val: value }),
    );
  }
  font.children.sort((a, b) => FONT_ORDER.indexOf((a as XmlNode).name) - FONT_ORDER.indexOf((b as XmlNode).name));
}

/** Sets one border of a conditional format; null takes it away. */
export function setDxfBorder(dxf: XmlNode, name: "left" | "right" | "top" | "bottom", side: BorderSide | null): void {
  let border = child(dxf, "border");
  if (!border) dxf.children.push((border = element("border")));
  border.children = border.children.filter((c) => typeof c === "string" || c.name !== name);
  if (side) border.children.push(sideElement(name, side));
  const order = ["left", "right", "top", "bottom"];
  border.children.sort((a, b) => order.indexOf((a as XmlNode).name) - order.indexOf((b as XmlNode).name));
}

/** Sets a conditional format's number format. */
export function setDxfNumberFormat(dxf: XmlNode, code: string): void {
  dxf.children = dxf.children.filter((c) => typeof c === "string" || c.name !== "numFmt");
  if (code !== "" && code !== "General") dxf.children.push(element("numFmt", { numFmtId: 164 + (hash(code) % 800), formatCode: code }));
}

function hash(text: string): number {
  let h = 0;
  for (const c of text) h = (h * 31 + c.charCodeAt(0)) % 65521;
  return h;
}
