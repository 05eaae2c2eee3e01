import { MAX_COLUMNS, MAX_ROWS, absoluteRectName, quoteSheet, splitUnion } from "../engine/address";
import { excelError } from "../engine/errors";
import type { Sheet } from "../engine/sheet";
import { child, childElements, element, flag, textOf } from "../engine/xml";
import type { HostContext, RangeTarget } from "../protocol/context";
import { defineClass, entity, method, object, oneOf, text, value, type Entity, type ObjectClass, type ValueMember } from "../protocol/define";
import { Range, RangeAreas } from "./classes";
import { rangeArgument } from "./ranges";

const PAPER: Record<string, number> = { Letter: 1, Tabloid: 3, Ledger: 4, Legal: 5, Statement: 6, Executive: 7, A3: 8, A4: 9, A4Small: 10, A5: 11, B4: 12, B5: 13 };
const HEADERS = ["leftHeader", "centerHeader", "rightHeader", "leftFooter", "centerFooter", "rightFooter"] as const;
const CODES = ["&L", "&C", "&R"] as const;

function margin(name: string): ValueMember<Sheet> {
  // Inches in the file, points in Office.js.
  const standard: Record<string, number> = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };
  return value(
    (s) => Number(child(s.root, "pageMargins")?.attrs[name] ?? standard[name]) * 72,
    (s, points, c) => {
      const given = points as unknown;
      if (typeof given !== "number" || given < 0 || given > 3528) throw excelError("InvalidArgument", "margin");
      const node = s.section("pageMargins");
      for (const [key, inches] of Object.entries(standard)) node.attrs[key] ??= String(inches);
      node.attrs[name] = String(given / 72);
      c.layoutChanged(s);
    },
  );
}

function option(section: string, name: string): ValueMember<Sheet> {
  return value(
    (s) => flag(child(s.root, section), name),
    (s, on, c) => {
      if (typeof (on as unknown) !== "boolean") throw excelError("InvalidArgument", name);
      s.section(section).attrs[name] = on ? "1" : "0";
      c.layoutChanged(s);
    },
  );
}

// What an area or a title of the print set-up is called among the names.
function printName(sheet: Sheet, context: HostContext, name: string): string | undefined {
  return context.workbook.findName(`_xlnm.${name}`, sheet)?.formula;
}

function setPrintName(sheet: Sheet, context: HostContext, name: string, formula: string | undefined): void {
  const full = `_xlnm.${name}`;
  const known = context.workbook.findName(full, sheet);
  if (known && formula) known.formula = formula;
  else if (known) context.workbook.names.splice(context.workbook.names.indexOf(known), 1);
  else if (formula) context.workbook.names.push({ name: full, formula, sheet, hidden: false, comment: "", extra: {} });
  context.layoutChanged(sheet);
}

function titles(sheet: Sheet, context: HostContext): { rows?: string; columns?: string } {
  const found: { rows?: string; columns?: string } = {};
  for (const part of splitUnion(printName(sheet, context, "Print_Titles") ?? "")) {
    const area = context.workbook.referencedRange(part, sheet);
    if (!area) continue;
    if (area.rect.left === 0 && area.rect.right === MAX_COLUMNS - 1) found.rows = part;
    else found.columns = part;
  }
  return found;
}

function titleRange(sheet: Sheet, context: HostContext, kind: "rows" | "columns"): Entity | null {
  const part = titles(sheet, context)[kind];
  const found = part && context.workbook.referencedRange(part, sheet);
  return found ? entity(Range, found) : null;
}

function setTitle(sheet: Sheet, context: HostContext, kind: "rows" | "columns", given: unknown): void {
  const { sheet: home, rect } = rangeArgument(context, sheet, given);
  const isWhole = kind === "rows" ? rect.left === 0 && rect.right === MAX_COLUMNS - 1 : rect.top === 0 && rect.bottom === MAX_ROWS - 1;
  if (!isWhole || home !== sheet) throw excelError("InvalidArgument", `the range must span the entire ${kind === "rows" ? "row" : "column"}`);
  const all = { ...titles(sheet, context), [kind]: `${quoteSheet(sheet.name)}!${absoluteRectName(rect)}` };
  setPrintName(sheet, context, "Print_Titles", [all.columns, all.rows].filter(Boolean).join(","));
}

interface HeaderTarget {
  sheet: Sheet;
}

function readHeader(sheet: Sheet, header: boolean, at: number): string {
  const all = textOf(child(child(sheet.root, "headerFooter"), header ? "oddHeader" : "oddFooter"));
  const parts = split(all);
  return parts[at] ?? "";
}

// "&L…&C…&R…": what stands before the first code is the centre's.
function split(all: string): string[] {
  const parts = ["", "", ""];
  let current = 1;
  for (const piece of all.split(/(&[LCR])/)) {
    const code = CODES.indexOf(piece as "&L");
    if (code >= 0) current = code;
    else parts[current] += piece;
  }
  return parts;
}

function headerMember(name: (typeof HEADERS)[number], i: number): ValueMember<HeaderTarget> {
  const header = i < 3;
  const at = i % 3;
  return value(
    ({ sheet }) => readHeader(sheet, header, at),
    ({ sheet }, given, c) => {
      const section = sheet.section("headerFooter");
      const tag = header ? "oddHeader" : "oddFooter";
      const parts = split(textOf(child(section, tag)));
      parts[at] = text(given, name);
      const all = parts.map((part, k) => (part ? CODES[k]! + part : "")).join("");
      if (all.length > 255) throw excelError("InvalidArgument", "a header holds 255 characters at most");
      section.children = section.children.filter((n) => typeof n === "string" || n.name !== tag);
      if (all) section.children.push(element(tag, {}, [all]));
      const order = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];
      section.children.sort((a, b) => order.indexOf((a as { name: string }).name) - order.indexOf((b as { name: string }).name));
      c.layoutChanged(sheet);
    },
  );
}

/** What stands at the head and foot of every page. */
export const HeaderFooter: ObjectClass<HeaderTarget> = defineClass<HeaderTarget>({
  name: "HeaderFooter",
  members: Object.fromEntries(HEADERS.map((name, i) => [name, headerMember(name, i)])),
});

/** Heads and feet of a sheet's pages. */
export const HeaderFooterGroup: ObjectClass<HeaderTarget> = defineClass<HeaderTarget>({
  name: "HeaderFooterGroup",
  members: { defaultForAllPages: object((t) => entity(HeaderFooter, t)) },
});

function zoom(sheet: Sheet): object {
  const setup = child(sheet.root, "pageSetup");
  const fit = flag(child(child(sheet.root, "sheetPr"), "pageSetUpPr"), "fitToPage");
  if (!fit) return { scale: Number(setup?.attrs["scale"] ?? 100) };
  const answer: Record<string, number> = {};
  const wide = Number(setup?.attrs["fitToWidth"] ?? 1);
  const high = Number(setup?.attrs["fitToHeight"] ?? 1);
  if (wide > 0) answer["horizontalFitToPages"] = wide;
  if (high > 0) answer["verticalFitToPages"] = high;
  return answer;
}

function setZoom(sheet: Sheet, given: unknown, context: HostContext): void {
  const { scale, horizontalFitToPages, verticalFitToPages } = (given ?? {}) as Record<string, number | undefined | null>;
  const fits = [horizontalFitToPages, verticalFitToPages].some((n) => n !== undefined && n !== null);
  if (fits && scale !== undefined && scale !== null) throw excelError("InvalidArgument", "zoom takes a scale or a number of pages, not both");
  if (fits && !context.conditions.fitToPages) return;
  const setup = sheet.section("pageSetup");
  const properties = sheet.section("sheetPr");
  properties.children = properties.children.filter((n) => typeof n === "string" || n.name !== "pageSetUpPr");
  if (fits) {
    properties.children.push(element("pageSetUpPr", { fitToPage: 1 }));
    delete setup.attrs["scale"];
    // 0 pages: as many as are needed.
    setup.attrs["fitToWidth"] = String(horizontalFitToPages ?? 0);
    setup.attrs["fitToHeight"] = String(verticalFitToPages ?? 0);
  } else {
    if (typeof scale !== "number" || scale < 10 || scale > 400) throw excelError("InvalidArgument", "zoom.scale");
    delete setup.attrs["fitToWidth"];
    delete setup.attrs["fitToHeight"];
    setup.attrs["scale"] = String(scale);
  }
  context.layoutChanged(sheet);
}

/** How a sheet is printed. */
export const PageLayout: ObjectClass<Sheet> = defineClass<Sheet>({
  name: "PageLayout",
  members: {
    orientation: value(
      (s) => (child(s.root, "pageSetup")?.attrs["orientation"] === "landscape" ? "Landscape" : "Portrait"),
      (s, to, c) => {
        s.section("pageSetup").attrs["orientation"] = oneOf(to, ["Portrait", "Landscape"], "orientation").toLowerCase();
        c.layoutChanged(s);
      },
    ),
    paperSize: value(
      (s) => Object.entries(PAPER).find(([, id]) => id === Number(child(s.root, "pageSetup")?.attrs["paperSize"] ?? 1))?.[0] ?? null,
      (s, to, c) => {
        s.section("pageSetup").attrs["paperSize"] = String(PAPER[oneOf(to, Object.keys(PAPER), "paperSize")]);
        c.layoutChanged(s);
      },
    ),
    leftMargin: margin("left"),
    rightMargin: margin("right"),
    topMargin: margin("top"),
    bottomMargin: margin("bottom"),
    headerMargin: margin("header"),
    footerMargin: margin("footer"),
    centerHorizontally: option("printOptions", "horizontalCentered"),
    centerVertically: option("printOptions", "verticalCentered"),
    printGridlines: option("printOptions", "gridLines"),
    printHeadings: option("printOptions", "headings"),
    blackAndWhite: option("pageSetup", "blackAndWhite"),
    // Empty: numbered on from the sheet before, which office.js types as "" and documents as null.
    firstPageNumber: value(
      (s) => {
        const { firstPageNumber, useFirstPageNumber } = child(s.root, "pageSetup")?.attrs ?? {};
        return useFirstPageNumber === "1" ? Number(firstPageNumber ?? 1) : "";
      },
      (s, given, c) => {
        const number = given as unknown;
        const { attrs } = s.section("pageSetup");
        if (number === "" || number === null) {
          delete attrs["firstPageNumber"];
          delete attrs["useFirstPageNumber"];
        } else if (typeof number === "number" && Number.isInteger(number)) {
          attrs["firstPageNumber"] = String(number);
          attrs["useFirstPageNumber"] = "1";
        } else throw excelError("InvalidArgument", "firstPageNumber");
        c.layoutChanged(s);
      },
    ),
    zoom: value(zoom, setZoom as never),
    headersFooters: object((s) => entity(HeaderFooterGroup, { sheet: s })),
    setPrintArea: method((s, [range], c) => {
      const { sheet: home, rect } = rangeArgument(c, s, range);
      if (home !== s) throw excelError("InvalidArgument", "a print area of another sheet");
      setPrintName(s, c, "Print_Area", `${quoteSheet(s.name)}!${absoluteRectName(rect)}`);
    }),
    getPrintAreaOrNullObject: method((s, _args, c) => {
      const formula = printName(s, c, "Print_Area");
      const rects: RangeTarget[] = splitUnion(formula ?? "").flatMap((part) => c.workbook.referencedRange(part, s) ?? []);
      return rects.length > 0 ? entity(RangeAreas, { sheet: s, rects: rects.map((r) => r.rect) }) : null;
    }),
    setPrintTitleRows: method((s, [range], c) => setTitle(s, c, "rows", range)),
    getPrintTitleRowsOrNullObject: method((s, _args, c) => titleRange(s, c, "rows")),
    setPrintTitleColumns: method((s, [range], c) => setTitle(s, c, "columns", range)),
    getPrintTitleColumnsOrNullObject: method((s, _args, c) => titleRange(s, c, "columns")),
  },
});

/** Page breaks of a sheet, along one axis. */
export interface BreaksTarget {
  sheet: Sheet;
  kind: "rowBreaks" | "colBreaks";
}

interface BreakTarget extends BreaksTarget {
  at: number;
}

/** A break between pages. */
export const PageBreak: ObjectClass<BreakTarget> = defineClass<BreakTarget>({
  name: "PageBreak",
  identity: ({ at }) => ({ _Id: at }),
  members: {
    rowIndex: value(({ at, kind }) => (kind === "rowBreaks" ? at : 0)),
    columnIndex: value(({ at, kind }) => (kind === "colBreaks" ? at : 0)),
    delete: method(({ sheet, kind, at }, _args, c) => {
      const list = sheet.section(kind);
      list.children = list.children.filter((n) => typeof n === "string" || Number(n.attrs["id"]) !== at);
      count(list);
      c.layoutChanged(sheet);
    }),
  },
});

function count(list: ReturnType<Sheet["section"]>): void {
  const n = childElements(list, "brk").length;
  list.attrs["count"] = String(n);
  list.attrs["manualBreakCount"] = String(n);
}

/** The breaks of a sheet along one axis. */
export const PageBreakCollection: ObjectClass<BreaksTarget> = defineClass<BreaksTarget>({
  name: "PageBreakCollection",
  items: (t) => childElements(child(t.sheet.root, t.kind), "brk").map((n) => entity(PageBreak, { ...t, at: Number(n.attrs["id"]) })),
  find: (t, index) => {
    const found = childElements(child(t.sheet.root, t.kind), "brk")[index];
    return found ? entity(PageBreak, { ...t, at: Number(found.attrs["id"]) }) : null;
  },
  members: {
    add: method((t, [range], c) => {
      const { rect } = rangeArgument(c, t.sheet, range);
      const at = t.kind === "rowBreaks" ? rect.top : rect.left;
      if (at === 0) throw excelError("InvalidArgument", "no break before the first page");
      const list = t.sheet.section(t.kind);
      if (!childElements(list, "brk").some((n) => Number(n.attrs["id"]) === at)) {
        list.children.push(element("brk", { id: at, max: t.kind === "rowBreaks" ? MAX_COLUMNS - 1 : MAX_ROWS - 1, man: 1 }));
        list.children.sort((a, b) => Number((a as { attrs: Record<string, string> }).attrs["id"]) - Number((b as { attrs: Record<string, string> }).attrs["id"]));
        count(list);
      }
      c.layoutChanged(t.sheet);
      return entity(PageBreak, { ...t, at });
    }),
    removePageBreaks: method((t, _args, c) => {
      t.sheet.removeSection(t.kind);
      c.layoutChanged(t.sheet);
    }),
  },
});
