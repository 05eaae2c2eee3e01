/** The workbook's styles: cell formats by index, read as plain styles and extended when a cell is formatted. */
import { BUILT_IN_FORMATS } from "./numberFormat";
import type { Theme } from "./theme";
import type { BorderSide, CellStyle } from "./types";
import { child, childElements, copyOf, element, flag, type XmlNode } from "./xml";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A change to some of a cell's style; what is left out stays. `null` takes a fill or a border away. */
export interface StylePatch {
  font?: Partial<CellStyle["font"]>;
  fill?: string | null;
  borders?: Partial<Record<BorderName, BorderSide | null>>;
  horizontalAlignment?: string;
  verticalAlignment?: string;
  wrapText?: boolean;
  shrinkToFit?: boolean;
  indentLevel?: number;
  textOrientation?: number;
  locked?: boolean;
  numberFormat?: string;
  quotePrefix?: boolean;
}

export type BorderName = keyof CellStyle["borders"];

// Office.js's line styles and weights against the file's one word.
const LINES: Record<string, [style: string, weight: string]> = {
  hair: ["Continuous", "Hairline"],
  thin: ["Continuous", "Thin"],
  medium: ["Continuous", "Medium"],
  thick: ["Continuous", "Thick"],
  dashed: ["Dash", "Thin"],
  mediumDashed: ["Dash", "Medium"],
  dashDot: ["DashDot", "Thin"],
  mediumDashDot: ["DashDot", "Medium"],
  dashDotDot: ["DashDotDot", "Thin"],
  mediumDashDotDot: ["DashDotDot", "Medium"],
  dotted: ["Dot", "Thin"],
  double: ["Double", "Thick"],
  slantDashDot: ["SlantDashDot", "Medium"],
};

/** The file's word for a border line. */
export function lineWord(style: string, weight: string): string | undefined {
  if (style === "None") return undefined;
  const exact = Object.entries(LINES).find(([, [s, w]]) => s === style && w === weight);
  const near = Object.entries(LINES).find(([, [s]]) => s === style);
  return (exact ?? near)?.[0] ?? "thin";
}

const UNDERLINES: Record<string, string> = {
  single: "Single",
  double: "Double",
  singleAccounting: "SingleAccountant",
  doubleAccounting: "DoubleAccountant",
};
const HORIZONTAL: Record<string, string> = {
  general: "General", left: "Left", center: "Center", right: "Right", fill: "Fill", justify: "Justify",
  centerContinuous: "CenterAcrossSelection", distributed: "Distributed",
};
const VERTICAL: Record<string, string> = { top: "Top", center: "Center", bottom: "Bottom", justify: "Justify", distributed: "Distributed" };

function wordFor(map: Record<string, string>, value: string): string | undefined {
  return Object.entries(map).find(([, v]) => v === value)?.[0];
}

/** The styles part of a workbook. */
export class Styles {
  private readonly resolved: (CellStyle | undefined)[] = [];
  private readonly derived = new Map<string, number>();
  private readonly texts = new Map<string, Map<string, number>>();
  private readonly quoted: (boolean | undefined)[] = [];
  private readonly palette: string[] | undefined;
  dirty = false;

  constructor(
    readonly root: XmlNode,
    readonly theme: Theme,
  ) {
    const indexed = childElements(child(child(root, "colors"), "indexedColors"), "rgbColor");
    this.palette = indexed.length > 0 ? indexed.map((c) => c.attrs["rgb"]?.slice(-6) ?? "000000") : undefined;
    for (const name of ["fonts", "fills", "borders", "cellXfs"]) this.list(name);
  }

  private list(name: string): XmlNode {
    let node = child(this.root, name);
    if (!node) {
      node = element(name, { count: 0 });
      const order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];
      const after = order.slice(order.indexOf(name) + 1);
      const at = this.root.children.findIndex((c) => typeof c !== "string" && after.includes(c.name));
      this.root.children.splice(at < 0 ? this.root.children.length : at, 0, node);
    }
    return node;
  }

  private append(list: string, node: XmlNode): number {
    const parent = this.list(list);
    let known = this.texts.get(list);
    if (!known) {
      known = new Map();
      for (const [i, k] of childElements(parent).entries()) if (!known.has(JSON.stringify(k))) known.set(JSON.stringify(k), i);
      this.texts.set(list, known);
    }
    const text = JSON.stringify(node);
    const same = known.get(text);
    this.dirty = true;
    if (same !== undefined) return same;
    const index = childElements(parent).length;
    parent.children.push(node);
    parent.attrs["count"] = String(index + 1);
    known.set(text, index);
    return index;
  }

  get count(): number {
    return childElements(this.list("cellXfs")).length;
  }

  /** The number format with that id. */
  formatCode(id: number): string {
    const own = childElements(child(this.root, "numFmts"), "numFmt").find((n) => Number(n.attrs["numFmtId"]) === id);
    return own?.attrs["formatCode"] ?? BUILT_IN_FORMATS[id] ?? "General";
  }

  private formatId(code: string): number {
    for (const [id, known] of Object.entries(BUILT_IN_FORMATS)) if (known === code) return Number(id);
    const list = this.list("numFmts");
    const known = childElements(list, "numFmt");
    const same = known.find((n) => n.attrs["formatCode"] === code);
    if (same) return Number(same.attrs["numFmtId"]);
    const id = Math.max(163, ...known.map((n) => Number(n.attrs["numFmtId"]))) + 1;
    list.children.push(element("numFmt", { numFmtId: id, formatCode: code }));
    list.attrs["count"] = String(known.length + 1);
    return id;
  }

  /** The style with that index, resolved. Shared: do not change it. */
  get(index: number): CellStyle {
    const known = this.resolved[index];
    if (known) return known;
    const xf = childElements(this.list("cellXfs"), "xf")[index] ?? childElements(this.list("cellXfs"), "xf")[0];
    const at = (list: string, attribute: string): XmlNode | undefined =>
      childElements(this.list(list))[Number(xf?.attrs[attribute] ?? 0)];
    const alignment = child(xf, "alignment");
    const rotation = Number(alignment?.attrs["textRotation"] ?? 0);
    const style: CellStyle = {
      font: this.readFont(at("fonts", "fontId")),
      fill: this.readFill(at("fills", "fillId")),
      borders: this.readBorders(at("borders", "borderId")),
      horizontalAlignment: HORIZONTAL[alignment?.attrs["horizontal"] ?? "general"] ?? "General",
      verticalAlignment: VERTICAL[alignment?.attrs["vertical"] ?? "bottom"] ?? "Bottom",
      wrapText: flag(alignment, "wrapText"),
      shrinkToFit: flag(alignment, "shrinkToFit"),
      indentLevel: Number(alignment?.attrs["indent"] ?? 0),
      textOrientation: rotation === 255 ? 180 : rotation > 90 ? 90 - rotation : rotation,
      locked: flag(child(xf, "protection"), "locked", true),
      numberFormat: this.formatCode(Number(xf?.attrs["numFmtId"] ?? 0)),
    };
    this.resolved[index] = style;
    return style;
  }

  private readFont(font: XmlNode | undefined): CellStyle["font"] {
    const on = (name: string): boolean => {
      const node = child(font, name);
      return node !== undefined && flag(node, "val", true);
    };
    const underline = child(font, "u");
    const scheme = child(font, "scheme")?.attrs["val"];
    const themed = scheme === "minor" ? this.theme.minorFont : scheme === "major" ? this.theme.majorFont : undefined;
    return {
      name: child(font, "name")?.attrs["val"] ?? themed ?? "Calibri",
      size: Number(child(font, "sz")?.attrs["val"] ?? 11),
      bold: on("b"),
      italic: on("i"),
      strikethrough: on("strike"),
      underline: underline ? (UNDERLINES[underline.attrs["val"] ?? "single"] ?? "None") : "None",
      color: this.theme.resolve(child(font, "color"), this.palette) ?? "#000000",
    };
  }

  private readFill(fill: XmlNode | undefined): string | undefined {
    const pattern = child(fill, "patternFill");
    const kind = pattern?.attrs["patternType"] ?? "none";
    if (pattern && kind !== "none") {
      const fore = this.theme.resolve(child(pattern, "fgColor"), this.palette);
      if (kind === "solid") return fore ?? "#000000";
      return this.theme.resolve(child(pattern, "bgColor"), this.palette) ?? "#FFFFFF";
    }
    const stop = childElements(child(fill, "gradientFill"), "stop")[0];
    return stop ? this.theme.resolve(child(stop, "color"), this.palette) : undefined;
  }

  private readBorders(border: XmlNode | undefined): CellStyle["borders"] {
    const side = (name: string): BorderSide | undefined => {
      const node = child(border, name);
      const line = LINES[node?.attrs["style"] ?? "none"];
      return line ? { style: line[0], weight: line[1], color: this.theme.resolve(child(node, "color"), this.palette) ?? "#000000" } : undefined;
    };
    const borders: CellStyle["borders"] = {};
    for (const name of ["top", "bottom", "left", "right"] as const) {
      const found = side(name) ?? (name === "left" ? side("start") : name === "right" ? side("end") : undefined);
      if (found) borders[name] = found;
    }
    const diagonal = side("diagonal");
    if (diagonal && flag(border, "diagonalDown")) borders.diagonalDown = diagonal;
    if (diagonal && flag(border, "diagonalUp")) borders.diagonalUp = diagonal;
    return borders;
  }

  /** The style index of `base` with a change made to it. */
  derive(base: number, patch: StylePatch): number {
    return this.deriving(patch)(base);
  }

  /** Makes one change to many styles: each base gives the index of the style that it becomes. */
  deriving(patch: StylePatch): (base: number) => number {
    const text = JSON.stringify(patch);
    return (base) => this.derivedStyle(base, patch, `${base}|${text}`);
  }

  private derivedStyle(base: number, patch: StylePatch, key: string): number {
    const known = this.derived.get(key);
    if (known !== undefined) return known;
    const xfs = childElements(this.list("cellXfs"), "xf");
    const xf: XmlNode = copyOf(xfs[base] ?? xfs[0] ?? element("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }));
    const source = (list: string, attribute: string): XmlNode | undefined => {
      const node = childElements(this.list(list))[Number(xf.attrs[attribute] ?? 0)];
      return node && copyOf(node);
    };
    if (patch.numberFormat !== undefined) {
      xf.attrs["numFmtId"] = String(this.formatId(patch.numberFormat));
      xf.attrs["applyNumberFormat"] = "1";
    }
    if (patch.font) {
      xf.attrs["fontId"] = String(this.append("fonts", patchFont(source("fonts", "fontId") ?? element("font"), patch.font)));
      xf.attrs["applyFont"] = "1";
    }
    if (patch.fill !== undefined) {
      const none = patch.fill === null;
      const node = none
        ? element("fill", {}, [element("patternFill", { patternType: "none" })])
        : element("fill", {}, [
            element("patternFill", { patternType: "solid" }, [element("fgColor", { rgb: argb(patch.fill!) }), element("bgColor", { indexed: 64 })]),
          ]);
      xf.attrs["fillId"] = String(none ? 0 : this.append("fills", node));
      xf.attrs["applyFill"] = "1";
    }
    if (patch.borders) {
      xf.attrs["borderId"] = String(this.append("borders", patchBorders(source("borders", "borderId"), patch.borders)));
      xf.attrs["applyBorder"] = "1";
    }
    patchAlignment(xf, patch);
    if (patch.locked !== undefined) {
      let protection = child(xf, "protection");
      if (!protection) xf.children.push((protection = element("protection")));
      protection.attrs["locked"] = patch.locked ? "1" : "0";
      xf.attrs["applyProtection"] = "1";
    }
    if (patch.quotePrefix !== undefined) {
      if (patch.quotePrefix) xf.attrs["quotePrefix"] = "1";
      else delete xf.attrs["quotePrefix"];
    }
    const index = this.append("cellXfs", xf);
    this.derived.set(key, index);
    return index;
  }

  /** True when the cell was typed with a leading apostrophe. */
  quotePrefix(index: number): boolean {
    return (this.quoted[index] ??= flag(childElements(this.list("cellXfs"), "xf")[index], "quotePrefix"));
  }

  /** The format of a conditional format, as an element; undefined when there is none. */
  dxf(id: number): XmlNode | undefined {
    return childElements(child(this.root, "dxfs"), "dxf")[id];
  }

  /** The id of a conditional format's format; one that is equal is not added again. */
  dxfId(node: XmlNode): number {
    return this.append("dxfs", node);
  }

  /** How many formats each list holds. */
  get counts(): Record<string, number> {
    return Object.fromEntries(childElements(this.root).map((list) => [list.name, childElements(list).length]));
  }

  /** Reads a conditional format's format: only what it sets. */
  readDxf(node: XmlNode | undefined): DxfStyle {
    if (!node) return {};
    const font = child(node, "font");
    const style: DxfStyle = {};
    if (font) {
      const set = (name: string): boolean | undefined => {
        const found = child(font, name);
        return found ? flag(found, "val", true) : undefined;
      };
      const underline = child(font, "u");
      style.font = {
        bold: set("b"),
        italic: set("i"),
        strikethrough: set("strike"),
        underline: underline ? (UNDERLINES[underline.attrs["val"] ?? "single"] ?? "None") : undefined,
        color: this.theme.resolve(child(font, "color"), this.palette),
      };
    }
    const pattern = child(child(node, "fill"), "patternFill");
    if (pattern) {
      const kind = pattern.attrs["patternType"];
      const back = this.theme.resolve(child(pattern, "bgColor"), this.palette);
      const fore = this.theme.resolve(child(pattern, "fgColor"), this.palette);
      // In a conditional format a solid fill's colour is its background colour.
      style.fill = kind === undefined || kind === "solid" ? (back ?? fore) : (back ?? "#FFFFFF");
    }
    if (child(node, "border")) style.borders = this.readBorders(child(node, "border"));
    const format = child(node, "numFmt")?.attrs["formatCode"];
    if (format) style.numberFormat = format;
    return style;
  }

  colorOf(node: XmlNode | undefined): string | undefined {
    return this.theme.resolve(node, this.palette);
  }
}

/** What a conditional format sets. */
export interface DxfStyle {
  font?: Partial<Record<"bold" | "italic" | "strikethrough", boolean>> & { underline?: string; color?: string };
  fill?: string;
  borders?: CellStyle["borders"];
  numberFormat?: string;
}

/** "#RRGGBB" as the file's eight digits. */
export function argb(color: string): string {
  return `FF${color.replace("#", "").toUpperCase()}`;
}

const FONT_ORDER = ["b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"];

function patchFont(font: XmlNode, patch: Partial<CellStyle["font"]>): XmlNode {
  const put = (name: string, value: string | undefined, attribute = "val"): void => {
    font.children = font.children.filter((c) => typeof c === "string" || c.name !== name);
    if (value !== undefined) font.children.push(element(name, value === "" ? {} : { [attribute]: value }));
  };
  if (patch.bold !== undefined) put("b", patch.bold ? "" : undefined);
  if (patch.italic !== undefined) put("i", patch.italic ? "" : undefined);
  if (patch.strikethrough !== undefined) put("strike", patch.strikethrough ? "" : undefined);
  if (patch.underline !== undefined) put("u", wordFor(UNDERLINES, patch.underline));
  if (patch.size !== undefined) put("sz", String(patch.size));
  if (patch.color !== undefined) put("color", argb(patch.color), "rgb");
  if (patch.name !== undefined) {
    put("name", patch.name);
    // A font named outright is no longer the theme's.
    put("scheme", undefined);
    put("charset", /[\u3400-\u9fff]/.test(patch.name) ? "134" : undefined);
  }
  const rank = (c: XmlNode | string): number => (typeof c === "string" ? -1 : FONT_ORDER.indexOf(c.name));
  font.children.sort((a, b) => rank(a) - rank(b));
  return font;
}

function patchBorders(border: XmlNode | undefined, patch: NonNullable<StylePatch["borders"]>): XmlNode {
  const node = element("border", { ...border?.attrs });
  for (const name of ["left", "right", "top", "bottom"] as const) {
    const wanted = patch[name];
    node.children.push(wanted === undefined ? (child(border, name) ?? element(name)) : wanted === null ? element(name) : sideElement(name, wanted));
  }
  let diagonal = child(border, "diagonal") ?? element("diagonal");
  for (const name of ["diagonalDown", "diagonalUp"] as const) {
    const wanted = patch[name];
    if (wanted === undefined) continue;
    if (wanted === null) delete node.attrs[name];
    else {
      node.attrs[name] = "1";
      diagonal = sideElement("diagonal", wanted);
    }
  }
  if (!node.attrs["diagonalDown"] && !node.attrs["diagonalUp"]) diagonal = element("diagonal");
  node.children.push(diagonal);
  return node;
}

/** One side of a border as an element. */
export function sideElement(name: string, side: BorderSide): XmlNode {
  const word = lineWord(side.style, side.weight);
  return word ? element(name, { style: word }, [element("color", { rgb: argb(side.color) })]) : element(name);
}

function patchAlignment(xf: XmlNode, patch: StylePatch): void {
  const { horizontalAlignment, verticalAlignment, wrapText, shrinkToFit, indentLevel, textOrientation } = patch;
  if ([horizontalAlignment, verticalAlignment, wrapText, shrinkToFit, indentLevel, textOrientation].every((v) => v === undefined)) return;
  const alignment = child(xf, "alignment") ?? element("alignment");
  const put = (name: string, value: string | undefined): void => {
    if (value === undefined) delete alignment.attrs[name];
    else alignment.attrs[name] = value;
  };
  if (horizontalAlignment !== undefined) put("horizontal", horizontalAlignment === "General" ? undefined : wordFor(HORIZONTAL, horizontalAlignment));
  if (verticalAlignment !== undefined) put("vertical", verticalAlignment === "Bottom" ? undefined : wordFor(VERTICAL, verticalAlignment));
  if (wrapText !== undefined) put("wrapText", wrapText ? "1" : undefined);
  if (shrinkToFit !== undefined) put("shrinkToFit", shrinkToFit ? "1" : undefined);
  if (indentLevel !== undefined) {
    put("indent", indentLevel > 0 ? String(indentLevel) : undefined);
    // An indent needs a side to count from: Excel takes left.
    if (indentLevel > 0 && !alignment.attrs["horizontal"]) put("horizontal", "left");
  }
  if (textOrientation !== undefined) {
    put("textRotation", textOrientation === 0 ? undefined : textOrientation === 180 ? "255" : String(textOrientation < 0 ? 90 - textOrientation : textOrientation));
  }
  xf.children = xf.children.filter((c) => typeof c === "string" || c.name !== "alignment");
  xf.children.unshift(alignment);
  xf.attrs["applyAlignment"] = "1";
}

/** Styles for a workbook made here: Excel's defaults with a Chinese font. */
export function blankStyles(): XmlNode {
  const side = ["left", "right", "top", "bottom", "diagonal"].map((name) => element(name));
  return element("styleSheet", { xmlns: MAIN }, [
    element("fonts", { count: 1 }, [
      element("font", {}, [element("sz", { val: 11 }), element("color", { theme: 1 }), element("name", { val: "等线" }), element("family", { val: 2 }), element("charset", { val: 134 })]),
    ]),
    element("fills", { count: 2 }, [
      element("fill", {}, [element("patternFill", { patternType: "none" })]),
      element("fill", {}, [element("patternFill", { patternType: "gray125" })]),
    ]),
    element("borders", { count: 1 }, [element("border", {}, side)]),
    element("cellStyleXfs", { count: 1 }, [element("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
    element("cellXfs", { count: 1 }, [element("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 })]),
    element("cellStyles", { count: 1 }, [element("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 })]),
    element("dxfs", { count: 0 }),
  ]);
}
