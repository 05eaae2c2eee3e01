/** A new chart as Excel makes it, before anything of it is set. */
import { element, type XmlNode } from "../xml";
import { addSeries } from "./groups";

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
/** Excel numbers axes at random. */
const CATEGORY_AXIS = 111_111_111;
const VALUE_AXIS = 222_222_222;

const value = (name: string, val: string | number): XmlNode => element(`c:${name}`, { val });

/** A chart of a type with one series that has no cells yet: a title, a legend at the foot, gridlines. */
export function blankChart(type: string): XmlNode {
  const isBar = type.startsWith("Bar");
  const root = element("c:chartSpace", { "xmlns:c": CHART, "xmlns:a": DRAWING, "xmlns:r": RELATIONS }, [
    value("date1904", 0),
    value("roundedCorners", 0),
    element("c:chart", {}, [
      element("c:title", {}, [value("overlay", 0)]),
      value("autoTitleDeleted", 0),
      element("c:plotArea", {}, [
        element("c:layout"),
        element("c:catAx", {}, [
          value("axId", CATEGORY_AXIS),
          element("c:scaling", {}, [value("orientation", "minMax")]),
          value("delete", 0),
          value("axPos", isBar ? "l" : "b"),
          element("c:numFmt", { formatCode: "General", sourceLinked: 1 }),
          value("majorTickMark", "none"),
          value("minorTickMark", "none"),
          value("tickLblPos", "nextTo"),
          value("crossAx", VALUE_AXIS),
          value("crosses", "autoZero"),
          value("auto", 1),
          value("lblAlgn", "ctr"),
          value("lblOffset", 100),
          value("noMultiLvlLbl", 0),
        ]),
        element("c:valAx", {}, [
          value("axId", VALUE_AXIS),
          element("c:scaling", {}, [value("orientation", "minMax")]),
          value("delete", 0),
          value("axPos", isBar ? "b" : "l"),
          element("c:majorGridlines"),
          element("c:numFmt", { formatCode: "General", sourceLinked: 1 }),
          value("majorTickMark", "none"),
          value("minorTickMark", "none"),
          value("tickLblPos", "nextTo"),
          value("crossAx", CATEGORY_AXIS),
          value("crosses", "autoZero"),
          value("crossBetween", "between"),
        ]),
      ]),
      element("c:legend", {}, [value("legendPos", "b"), value("overlay", 0)]),
      value("plotVisOnly", 1),
      value("dispBlanksAs", "gap"),
    ]),
    element("c:printSettings", {}, [
      element("c:headerFooter"),
      element("c:pageMargins", { b: 0.75, l: 0.7, r: 0.7, t: 0.75, header: 0.3, footer: 0.3 }),
      element("c:pageSetup"),
    ]),
  ]);
  addSeries(root, type);
  return root;
}

/** A reference to cells, without what it keeps of them. */
export function referenceTo(kind: "num" | "str", formula: string): XmlNode {
  return element(`c:${kind}Ref`, {}, [element("c:f", {}, [formula])]);
}

/** The drawing of a sheet without any object. */
export function blankDrawing(): XmlNode {
  return element("xdr:wsDr", { "xmlns:xdr": SHEET_DRAWING, "xmlns:a": DRAWING });
}

/** Where an object lies: from the corner of one cell to that of another. */
export interface Corner {
  column: number;
  row: number;
}

const corner = (name: string, { column, row }: Corner): XmlNode =>
  element(`xdr:${name}`, {}, [
    element("xdr:col", {}, [String(column)]),
    element("xdr:colOff", {}, ["0"]),
    element("xdr:row", {}, [String(row)]),
    element("xdr:rowOff", {}, ["0"]),
  ]);

/** The frame of a chart on a sheet; its relationship is made when the sheet is saved. */
export function blankAnchor(id: number, name: string): XmlNode {
  const anchor = element("xdr:twoCellAnchor", {}, [
    element("xdr:graphicFrame", { macro: "" }, [
      element("xdr:nvGraphicFramePr", {}, [element("xdr:cNvPr", { id, name }), element("xdr:cNvGraphicFramePr")]),
      element("xdr:xfrm", {}, [element("a:off", { x: 0, y: 0 }), element("a:ext", { cx: 0, cy: 0 })]),
      element("a:graphic", {}, [element("a:graphicData", { uri: CHART }, [element("c:chart", { "xmlns:c": CHART, "xmlns:r": RELATIONS })])]),
    ]),
    element("xdr:clientData"),
  ]);
  setCorners(anchor, { column: 1, row: 1 }, { column: 9, row: 16 });
  return anchor;
}

/** Moves a frame so that it reaches from one corner to another. */
export function setCorners(anchor: XmlNode, from: Corner, to: Corner): void {
  anchor.children = anchor.children.filter((one) => typeof one === "string" || !/:(?:from|to|ext|pos)$/.test(one.name));
  anchor.name = "xdr:twoCellAnchor";
  anchor.children.unshift(corner("from", from), corner("to", to));
}
