/** The order that the format wants of a chart's elements (ECMA-376 part 1, DrawingML charts). */
import { child, element, localName, type XmlNode } from "../xml";

const words = (text: string): string[] => text.split(" ");
const SERIES_END = "dPt dLbls trendline errBars cat val";
const AXIS = "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt";

const ORDER: Readonly<Record<string, readonly string[]>> = {
  chartSpace: words("date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst"),
  chart: words("title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax extLst"),
  plotArea: words("layout areaChart area3DChart lineChart line3DChart stockChart radarChart scatterChart pieChart pie3DChart doughnutChart barChart bar3DChart ofPieChart surfaceChart surface3DChart bubbleChart valAx catAx dateAx serAx dTable spPr extLst"),
  barChart: words("barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst"),
  lineChart: words("grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst"),
  // Of a bar and of a line alike: neither has what the other has at that place.
  ser: words(`idx order tx spPr invertIfNegative pictureOptions marker ${SERIES_END} shape smooth extLst`),
  dLbls: words("dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines extLst"),
  marker: words("symbol size spPr extLst"),
  title: words("tx layout overlay spPr txPr extLst"),
  legend: words("legendPos legendEntry layout overlay spPr txPr extLst"),
  catAx: words(`${AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst`),
  dateAx: words(`${AXIS} auto lblOffset baseTimeUnit majorUnit majorTimeUnit minorUnit minorTimeUnit extLst`),
  valAx: words(`${AXIS} crossBetween majorUnit minorUnit dispUnits extLst`),
  scaling: words("logBase orientation max min extLst"),
  majorGridlines: words("spPr"),
  spPr: words("xfrm custGeom prstGeom noFill solidFill gradFill blipFill pattFill grpFill ln effectLst effectDag scene3d sp3d extLst"),
  ln: words("noFill solidFill gradFill pattFill prstDash custDash round bevel miter headEnd tailEnd extLst"),
  txPr: words("bodyPr lstStyle p"),
  pPr: words("lnSpc spcBef spcAft defRPr extLst"),
  defRPr: words("ln noFill solidFill gradFill blipFill pattFill grpFill effectLst highlight latin ea cs sym extLst"),
  rPr: words("ln noFill solidFill gradFill blipFill pattFill grpFill effectLst highlight latin ea cs sym extLst"),
};

/** Puts a child where the format wants it, behind others of its name. */
export function place(parent: XmlNode, node: XmlNode): XmlNode {
  const order = ORDER[localName(parent.name)] ?? [];
  const rank = order.indexOf(localName(node.name));
  const at = parent.children.findIndex((other) => typeof other !== "string" && order.indexOf(localName(other.name)) > rank);
  parent.children.splice(at < 0 ? parent.children.length : at, 0, node);
  return node;
}

/** The child of that name, made in its place where there is none; the prefix is the format's usual one. */
export function ensure(parent: XmlNode, name: string): XmlNode {
  return child(parent, localName(name)) ?? place(parent, element(name));
}

/** Takes children of these names away. */
export function drop(parent: XmlNode, ...names: string[]): void {
  parent.children = parent.children.filter((one) => typeof one === "string" || !names.includes(localName(one.name)));
}

/** Sets <c:NAME val="…"/>. */
export function setValue(parent: XmlNode, name: string, value: string | number): void {
  ensure(parent, `c:${name}`).attrs["val"] = String(value);
}

/** The val of a child; undefined without one. */
export function valueOf(parent: XmlNode | undefined, name: string): string | undefined {
  return child(parent, name)?.attrs["val"];
}
