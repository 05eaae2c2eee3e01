import { readFileSync } from "node:fs";
import path from "node:path";
import { validateXML } from "xmllint-wasm";
import { Package } from "../../excel-host/engine/package";
import { childElements, localName, textOf, type XmlNode } from "../../excel-host/engine/xml";

const SCHEMA = path.resolve(__dirname, "../excel-host/schema");

/** The charts of a saved workbook by the name of their part, as trees. */
export async function chartParts(saved: Uint8Array): Promise<Map<string, XmlNode>> {
  const pkg = await Package.open(saved);
  const names = pkg.names().filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name)).sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  return new Map(names.flatMap((name) => {
    const root = pkg.xml(name);
    return root ? [[name, root] as const] : [];
  }));
}

/** All elements of a local name inside a tree. */
export function all(node: XmlNode, name: string): XmlNode[] {
  return childElements(node).flatMap((one) => [...(localName(one.name) === name ? [one] : []), ...all(one, name)]);
}

/** What a chart keeps of its cells, by the reference's formula: values in order, undefined for a blank. */
export function cachesOf(chart: XmlNode): Map<string, (string | undefined)[]> {
  return new Map(
    [...all(chart, "numRef"), ...all(chart, "strRef")].map((reference) => {
      const [formula] = all(reference, "f");
      const count = Number(all(reference, "ptCount")[0]?.attrs["val"] ?? 0);
      const values: (string | undefined)[] = Array.from({ length: count }, () => undefined);
      for (const point of all(reference, "pt")) values[Number(point.attrs["idx"])] = textOf(point);
      return [textOf(formula), values];
    }),
  );
}

/** What is wrong with the charts and drawings of a saved workbook by the schema; empty: nothing. */
export async function schemaErrors(saved: Uint8Array): Promise<string[]> {
  const pkg = await Package.open(saved);
  const file = (name: string) => ({ fileName: name, contents: readFileSync(path.join(SCHEMA, name), "utf8") });
  const check = async (part: string, schema: string) => {
    const { errors } = await validateXML({ xml: [{ fileName: "part.xml", contents: pkg.text(part) ?? "" }], schema: [file(schema)], preload: [file("drawing.xsd")] });
    return errors.map(({ message }) => `${part}: ${message}`);
  };
  const found: string[] = [];
  for (const name of pkg.names()) {
    if (/^xl\/charts\/chart\d+\.xml$/.test(name)) found.push(...(await check(name, "chart.xsd")));
    if (/^xl\/drawings\/drawing\d+\.xml$/.test(name)) found.push(...(await check(name, "sheet-drawing.xsd")));
  }
  return found;
}
