/** A small XML tree for the parts of a workbook that are changed; the rest of a file is never parsed. */
export interface XmlNode {
  /** with its prefix, as written */
  name: string;
  attrs: Record<string, string>;
  children: (XmlNode | string)[];
}

// Characters XML 1.0 cannot carry are dropped; a cell's text writes them as _xHHHH_ before it comes here.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text for an element's content. */
export function encodeText(text: string): string {
  return text
    .replace(FORBIDDEN, "")
    .replace(/[&<>\r]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : "&#13;"));
}

/** Text for an attribute's value. */
export function encodeAttribute(text: string): string {
  return encodeText(text).replace(/["\n\t]/g, (c) => (c === '"' ? "&quot;" : c === "\n" ? "&#10;" : "&#9;"));
}

/** Writes an element; `xml:space` is kept as it stands in the attributes. */
export function writeXml(node: XmlNode): string {
  let text = `<${node.name}`;
  for (const [name, value] of Object.entries(node.attrs)) text += ` ${name}="${encodeAttribute(value)}"`;
  if (node.children.length === 0) return `${text}/>`;
  text += ">";
  for (const child of node.children) text += typeof child === "string" ? encodeText(child) : writeXml(child);
  return `${text}</${node.name}>`;
}

/** A whole part: declaration and root. */
export function writeDocument(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${writeXml(root)}`;
}

/** Whether two trees say the same, whatever the order of their attributes. */
export function sameXml(a: XmlNode, b: XmlNode): boolean {
  const names = Object.keys(a.attrs);
  if (a.name !== b.name || names.length !== Object.keys(b.attrs).length || a.children.length !== b.children.length) return false;
  if (names.some((name) => a.attrs[name] !== b.attrs[name])) return false;
  return a.children.every((one, index) => {
    const other = b.children[index]!;
    return typeof one === "string" || typeof other === "string" ? one === other : sameXml(one, other);
  });
}

/** Makes an element; attributes that are undefined are left out. */
export function element(
  name: string,
  attrs: Record<string, string | number | undefined> = {},
  children: (XmlNode | string)[] = [],
): XmlNode {
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(attrs)) {
    if (value !== undefined) kept[key] = String(value);
  }
  return { name, attrs: kept, children };
}

/** The name without its prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** A node of its own with the same contents. Nodes are trees of plain data: structuredClone, which takes anything, is ten times slower. */
export function copyOf(node: XmlNode): XmlNode {
  return { name: node.name, attrs: { ...node.attrs }, children: node.children.map((one) => (typeof one === "string" ? one : copyOf(one))) };
}

/** Whether that is the name without its prefix; makes no text, as it is asked of every element. */
function isNamed({ name }: XmlNode, local: string): boolean {
  return name === local || (name.length > local.length && name.endsWith(local) && name[name.length - local.length - 1] === ":");
}

/** Child elements, of that local name if given. */
export function childElements(node: XmlNode | undefined, name?: string): XmlNode[] {
  if (!node) return [];
  return node.children.filter((child): child is XmlNode => typeof child !== "string" && (name === undefined || isNamed(child, name)));
}

/** The first child element of that local name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  for (const part of node?.children ?? []) if (typeof part !== "string" && isNamed(part, name)) return part;
  return undefined;
}

/** All text inside. */
export function textOf(node: XmlNode | undefined): string {
  if (!node) return "";
  return node.children.map((c) => (typeof c === "string" ? c : textOf(c))).join("");
}

/** True for "1" and "true", `otherwise` when the attribute is missing. */
export function flag(node: XmlNode | undefined, name: string, otherwise = false): boolean {
  const value = node?.attrs[name];
  return value === undefined ? otherwise : value === "1" || value === "true" || value === "on";
}
