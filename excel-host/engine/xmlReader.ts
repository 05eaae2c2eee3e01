/**
 * XML as the standard has it, read by saxes: entities, CDATA, comments, any quoting. What is not well formed is refused
 * where it ends to be.
 */
import { SaxesParser } from "saxes";
import type { XmlNode } from "./xml";

/** What is told of a document, in its order. Positions count in the text: behind the tag that was read. */
export interface XmlVisitor {
  open(name: string, attrs: Record<string, string>, position: number): void;
  close(name: string, position: number): void;
  text(text: string): void;
}

/** No part of a workbook comes near; without a bound a small file could fill the stack of whoever walks its tree. */
const DEEPEST = 400;

/** Namespaces whose elements are told without a prefix, whichever the file gives them. */
const PLAIN: ReadonlySet<string> = new Set([
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
  "http://schemas.openxmlformats.org/package/2006/content-types",
  "http://schemas.openxmlformats.org/package/2006/relationships",
]);

/** Whether a document gives one of them a prefix at all; few do. */
const PREFIXED = new RegExp(`xmlns:[^\\s=]{1,100}\\s{0,9}=\\s{0,9}["'](?:${[...PLAIN].join("|").replaceAll(".", "\\.")})["']`);

/**
 * Reads a document once, in time that grows with its length.
 * @throws Error when it is not well formed, nested too deeply, or has a document type (Office writes none, and its entities could stand for anything)
 */
export function scanXml(xml: string, visitor: XmlVisitor): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const names: string[] = [];
  const isPrefixed = PREFIXED.test(xml);
  const scopes: { depth: number; plain: ReadonlySet<string> }[] = [{ depth: 0, plain: new Set() }];
  parser.on("doctype", () => {
    throw new Error("XML: a document type");
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (names.length >= DEEPEST) throw new Error("XML: nested too deeply");
    const attrs = !isPrefixed ? attributes : plainDeclarations(attributes, (declared) => {
      scopes.push({ depth: names.length, plain: new Set([...scopes.at(-1)!.plain, ...declared]) });
    });
    const colon = isPrefixed ? name.indexOf(":") : -1;
    const own = colon > 0 && scopes.at(-1)!.plain.has(name.slice(0, colon)) ? name.slice(colon + 1) : name;
    names.push(own);
    visitor.open(own, attrs, parser.position);
  });
  parser.on("closetag", () => {
    visitor.close(names.pop()!, parser.position);
    if (scopes.length > 1 && scopes.at(-1)!.depth === names.length) scopes.pop();
  });
  parser.on("text", (text) => {
    if (names.length > 0) visitor.text(text);
  });
  parser.on("cdata", (text) => visitor.text(text));
  parser.write(xml).close();
}

/** The attributes, prefixes of plain namespaces declared as the default one. */
function plainDeclarations(attributes: Record<string, string>, declares: (prefixes: string[]) => void): Record<string, string> {
  let found: string[] | undefined;
  for (const name in attributes) {
    if (name.startsWith("xmlns:") && PLAIN.has(attributes[name]!)) (found ??= []).push(name);
  }
  if (!found) return attributes;
  declares(found.map((name) => name.slice("xmlns:".length)));
  const attrs: Record<string, string> = { xmlns: attributes[found[0]!]! };
  for (const [name, value] of Object.entries(attributes)) if (!found.includes(name)) attrs[name] = value;
  return attrs;
}

/** Makes a tree of what a visitor is told; comments and processing instructions are not in it. */
export class TreeBuilder implements XmlVisitor {
  root: XmlNode | undefined;
  private readonly stack: XmlNode[] = [];

  /** How many elements are open. */
  get depth(): number {
    return this.stack.length;
  }

  open(name: string, attrs: Record<string, string>): void {
    const node: XmlNode = { name, attrs, children: [] };
    const parent = this.stack.at(-1);
    if (parent) parent.children.push(node);
    else this.root ??= node;
    this.stack.push(node);
  }

  close(): void {
    this.stack.pop();
  }

  text(text: string): void {
    const children = this.stack.at(-1)?.children;
    if (!children) return;
    const last = children.length - 1;
    // A comment or CDATA cuts one text into several.
    if (typeof children[last] === "string") children[last] += text;
    else children.push(text);
  }
}

/**
 * Parses a document (or a fragment with one root) into its root element.
 * @throws Error as scanXml does
 */
export function parseXml(xml: string): XmlNode {
  const tree = new TreeBuilder();
  scanXml(xml, tree);
  if (!tree.root) throw new Error("XML: no root element");
  return tree.root;
}
