/** A small XML tree for the parts of a workbook that are changed; the rest of a file is never parsed. */
export interface XmlNode {
  /** with its prefix, as written */
  name: string;
  attrs: Record<string, string>;
  children: (XmlNode | string)[];
}

const ENTITIES: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Resolves XML's entities and character references. */
export function decodeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
    if (name.startsWith("#x")) return String.fromCodePoint(parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
    return ENTITIES[name] ?? whole;
  });
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

/** Reads attributes: ` a="1" b='2'`. */
export function parseAttributes(text: string): Record<string, string> {
  const attrs: Record<string, string> = {};
  const pattern = /([^\s=]+)\s*=\s*("([^"]*)"|'([^']*)')/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    attrs[match[1]!] = decodeXml(match[3] ?? match[4] ?? "");
  }
  return attrs;
}

/**
 * Parses an XML document (or a fragment with one root) into its root element.
 * Comments, processing instructions and document types are left out; no entity is ever expanded
 * beyond XML's own five.
 * @throws Error when the text is not well formed
 */
export function parseXml(text: string): XmlNode {
  const root: XmlNode = { name: "", attrs: {}, children: [] };
  const stack: XmlNode[] = [root];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("<", at);
    const top = stack[stack.length - 1]!;
    if (open < 0) break;
    if (open > at && stack.length > 1) top.children.push(decodeXml(text.slice(at, open)));
    if (text.startsWith("<!--", open)) {
      at = endOf(text, "-->", open);
    } else if (text.startsWith("<![CDATA[", open)) {
      at = endOf(text, "]]>", open);
      top.children.push(text.slice(open + 9, at - 3));
    } else if (text[open + 1] === "?" || text[open + 1] === "!") {
      at = endOf(text, ">", open);
    } else if (text[open + 1] === "/") {
      at = endOf(text, ">", open);
      if (stack.length < 2 || text.slice(open + 2, at - 1).trim() !== top.name) {
        throw new Error(`XML: unexpected end tag at ${open}`);
      }
      stack.pop();
    } else {
      at = endOfTag(text, open);
      const selfClosed = text[at - 2] === "/";
      const inner = text.slice(open + 1, selfClosed ? at - 2 : at - 1);
      const name = /^\S+/.exec(inner)?.[0] ?? "";
      const node: XmlNode = { name, attrs: parseAttributes(inner.slice(name.length)), children: [] };
      top.children.push(node);
      if (!selfClosed) stack.push(node);
      if (stack.length > 400) throw new Error("XML: nested too deeply");
    }
  }
  const first = root.children.find((child): child is XmlNode => typeof child !== "string");
  if (!first || stack.length !== 1) throw new Error("XML: no complete root element");
  return first;
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new Error(`XML: ${mark} is missing`);
  return at + mark.length;
}

// A ">" may stand inside an attribute's value.
function endOfTag(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const c = text[at];
    if (c === ">") return at + 1;
    if (c === '"' || c === "'") {
      at = text.indexOf(c, at + 1);
      if (at < 0) break;
    }
  }
  throw new Error("XML: a tag has no end");
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

/** Child elements, of that local name if given. */
export function childElements(node: XmlNode | undefined, name?: string): XmlNode[] {
  if (!node) return [];
  return node.children.filter(
    (child): child is XmlNode =>
      typeof child !== "string" && (name === undefined || localName(child.name) === name),
  );
}

/** The first child element of that local name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  for (const part of node?.children ?? []) if (typeof part !== "string" && localName(part.name) === name) return part;
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
