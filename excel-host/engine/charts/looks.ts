/** Fills, lines and letters of a chart's elements. */
import { child, childElements, element, type XmlNode } from "../xml";
import { drop, ensure, place } from "./order";

/** A point in the units of drawings (EMU). */
const EMU = 12_700;
const DASHES: Readonly<Record<string, string>> = { Dash: "dash", DashDot: "dashDot", DashDotDot: "lgDashDotDot", Dot: "sysDash", RoundDot: "sysDot", Continuous: "solid" };

/** The names of line styles that can be set. */
export const LINE_STYLES = ["None", "Automatic", ...Object.keys(DASHES)];

function solid(parent: XmlNode, colour: string | null): void {
  drop(parent, "noFill", "solidFill", "gradFill", "pattFill", "blipFill");
  place(parent, colour === null ? element("a:noFill") : element("a:solidFill", {}, [element("a:srgbClr", { val: colour.slice(1) })]));
}

function solidOf(parent: XmlNode | undefined): string {
  const value = child(child(parent, "solidFill"), "srgbClr")?.attrs["val"];
  return value === undefined ? "" : `#${value.toUpperCase()}`;
}

/** Fills an element with one colour; null: with none. */
export function setFill(owner: XmlNode, colour: string | null): void {
  solid(ensure(owner, "c:spPr"), colour);
}

/** "" where it is filled with none, or by the theme. */
export function fillOf(owner: XmlNode): string {
  return solidOf(child(owner, "spPr"));
}

const lineNode = (owner: XmlNode) => ensure(ensure(owner, "c:spPr"), "a:ln");

export function setLineColour(owner: XmlNode, colour: string): void {
  solid(lineNode(owner), colour);
}

export function lineColourOf(owner: XmlNode): string {
  return solidOf(child(child(owner, "spPr"), "ln"));
}

export function setLineWeight(owner: XmlNode, points: number): void {
  lineNode(owner).attrs["w"] = String(Math.round(points * EMU));
}

export function lineWeightOf(owner: XmlNode): number {
  return Number(child(child(owner, "spPr"), "ln")?.attrs["w"] ?? 0.75 * EMU) / EMU;
}

export function setLineStyle(owner: XmlNode, style: string): void {
  const line = lineNode(owner);
  drop(line, "prstDash", "custDash");
  if (style === "None") solid(line, null);
  else {
    drop(line, "noFill");
    if (style !== "Automatic") place(line, element("a:prstDash", { val: DASHES[style] }));
  }
}

export function lineStyleOf(owner: XmlNode): string {
  const line = child(child(owner, "spPr"), "ln");
  if (child(line, "noFill")) return "None";
  const dash = child(line, "prstDash")?.attrs["val"];
  return Object.entries(DASHES).find(([, value]) => value === dash)?.[0] ?? "Automatic";
}

/** What can be set of letters. */
export interface Letters {
  size?: number;
  bold?: boolean;
  color?: string;
  name?: string;
}

/** The letters of an element; those of a title that was typed are its paragraphs' own. */
export function setLetters(owner: XmlNode, letters: Letters): void {
  for (const properties of letterNodes(owner)) {
    if (letters.size !== undefined) properties.attrs["sz"] = String(Math.round(letters.size * 100));
    if (letters.bold !== undefined) properties.attrs["b"] = letters.bold ? "1" : "0";
    if (letters.color !== undefined) solid(properties, letters.color);
    if (letters.name === undefined) continue;
    drop(properties, "latin", "ea");
    place(properties, element("a:latin", { typeface: letters.name }));
    place(properties, element("a:ea", { typeface: letters.name }));
  }
}

export function lettersOf(owner: XmlNode): Required<Letters> {
  const properties = richOf(owner) ? letterNodes(owner)[0] : child(child(child(child(owner, "txPr"), "p"), "pPr"), "defRPr");
  return {
    size: Number(properties?.attrs["sz"] ?? 1000) / 100,
    bold: properties?.attrs["b"] === "1",
    color: solidOf(properties) || "#000000",
    name: child(properties, "latin")?.attrs["typeface"] ?? "",
  };
}

function richOf(owner: XmlNode): XmlNode | undefined {
  return child(child(owner, "tx"), "rich");
}

function letterNodes(owner: XmlNode): XmlNode[] {
  const rich = richOf(owner);
  if (!rich) return [ensure(ensure(paragraphOf(owner), "a:pPr"), "a:defRPr")];
  return childElements(rich, "p").flatMap((paragraph) => {
    const properties = ensure(first(paragraph, "a:pPr"), "a:defRPr");
    return [properties, ...childElements(paragraph, "r").map((run) => first(run, "a:rPr"))];
  });
}

function first(parent: XmlNode, name: string): XmlNode {
  const found = child(parent, name.slice(2));
  if (found) return found;
  const node = element(name);
  parent.children.unshift(node);
  return node;
}

function paragraphOf(owner: XmlNode): XmlNode {
  const text = textProperties(owner);
  return ensure(text, "a:p");
}

/** The text properties of an element, made where it has none. */
function textProperties(owner: XmlNode): XmlNode {
  const found = child(owner, "txPr");
  if (found) return found;
  const made = element("c:txPr", {}, [
    element("a:bodyPr"),
    element("a:lstStyle"),
    element("a:p", {}, [element("a:pPr", {}, [element("a:defRPr")]), element("a:endParaRPr", { lang: "zh-CN" })]),
  ]);
  return place(owner, made);
}

/** How far letters are turned, in degrees against the clock; 180: they stand one above the other. */
export function setTurn(owner: XmlNode, degrees: number): void {
  const body = ensure(textProperties(owner), "a:bodyPr");
  delete body.attrs["vert"];
  if (degrees === 180) Object.assign(body.attrs, { rot: "0", vert: "wordArtVert" });
  else Object.assign(body.attrs, { rot: String(-degrees * 60_000), vert: "horz" });
}

export function turnOf(owner: XmlNode): number {
  const body = child(child(owner, "txPr"), "bodyPr");
  if (body?.attrs["vert"] === "wordArtVert") return 180;
  const turn = -Number(body?.attrs["rot"] ?? 0) / 60_000;
  return turn === 0 || Math.abs(turn) > 90 ? 0 : turn;
}
