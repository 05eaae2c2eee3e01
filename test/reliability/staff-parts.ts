import { Package } from "../../excel-host/engine/package";
import { writeXml, type XmlNode } from "../../excel-host/engine/xml";

/** What a part's tree says, whatever its spelling: attributes in one order, numbers by their value, no white space between elements. */
function said(node: XmlNode): string {
  const attrs = Object.entries(node.attrs)
    .filter(([name, value]) => !name.startsWith("xmlns") && !(node.name === "c" && name === "t" && value === "n"))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .join("");
  const elements = node.children.some((one) => typeof one !== "string");
  const children = node.children.filter((one) => typeof one !== "string" || !elements || one.trim() !== "");
  const text = (one: string) => (node.name === "v" && one.trim() !== "" && Number.isFinite(Number(one)) ? String(Number(one)) : one);
  return `<${node.name}${attrs}>${children.map((one) => (typeof one === "string" ? text(one) : said(one))).join("")}</${node.name}>`;
}

const OURS = 'N("住房保障进度通报';
const elements = (node: XmlNode): XmlNode[] => node.children.filter((one): one is XmlNode => typeof one !== "string");

/** What a saving may change of an element, taken out: which tab is in front, counts, ranks of rules beside ours, where the cells end. */
function kept(node: XmlNode): XmlNode {
  const attrs = { ...node.attrs };
  // What a formula came out as last is worked out anew.
  const isFormula = node.name === "c" && elements(node).some(({ name }) => name === "f");
  if (isFormula) delete attrs["t"];
  for (const name of FREE[node.name] ?? []) delete attrs[name];
  const children = node.children.filter((one) => typeof one === "string" || !(DROPPED.has(one.name) || (isFormula && one.name === "v") || isNothing(one) || (one.name === "conditionalFormatting" && writeXml(one).includes(OURS.replaceAll('"', "&quot;"))) || writeRule(one)));
  return { name: node.name, attrs, children: children.map((one) => (typeof one === "string" ? one : kept(one))) };
}
/** A cell that holds nothing and looks like any other. */
const isNothing = ({ name, attrs, children }: XmlNode) => name === "c" && children.length === 0 && (attrs["s"] ?? "0") === "0";
const writeRule = (node: XmlNode) => node.name === "conditionalFormatting" && elements(node).some((rule) => elements(rule).some((formula) => formula.children.join("").includes(OURS)));
const FREE: Readonly<Record<string, readonly string[]>> = { workbookView: ["activeTab", "firstSheet"], sheetView: ["tabSelected"], cfRule: ["priority"], row: ["spans"] };
const DROPPED: ReadonlySet<string> = new Set(["dimension", "calcPr"]);
/** Lists to which a saving may add at the end. */
const GROWING: ReadonlySet<string> = new Set(["Types", "Relationships", "sst", "sheets", "definedNames", "fonts", "fills", "borders", "cellXfs", "cellStyleXfs", "cellStyles", "dxfs", "numFmts"]);
/** The order of calculation, which is left out. */
const LEFT_OUT = /calcChain/i;

/** What of the first tree the second does not say, in its order. */
function missing(before: XmlNode, after: XmlNode | undefined, where: string): string[] {
  if (!after || after.name !== before.name) return [`${where}: <${before.name}> is gone`];
  const here = `${where}/${before.name}`;
  if (said(before) === said(after)) return [];
  const own = Object.entries(before.attrs).filter(([name, value]) => after.attrs[name] !== value && name !== "count" && name !== "uniqueCount" && !(before.name === "c" && name === "t" && value === "n") && !name.startsWith("xmlns"));
  const troubles = own.map(([name, value]) => `${here}: ${name}=${value} is ${after.attrs[name] ?? "gone"}`);
  const [old, now] = [elements(before), elements(after)];
  if (GROWING.has(before.name)) {
    const all = new Set(now.map(said));
    return [...troubles, ...old.filter((one) => !all.has(said(one)) && !LEFT_OUT.test(writeXml(one))).map((one) => `${here}: ${said(one).slice(0, 200)} is gone`)];
  }
  if (old.length === 0 && now.length === 0) return [...troubles, `${here}: ${said(before).slice(0, 120)} → ${said(after).slice(0, 120)}`];
  // Sections that were not there may have come: the old ones follow each other as they did.
  let at = 0;
  for (const one of old) {
    const found = now.findIndex((other, index) => index >= at && other.name === one.name);
    troubles.push(...missing(one, now[found], here));
    if (found >= 0) at = found + 1;
  }
  return troubles;
}

/** What of the staff's parts a file no longer says; nothing where all of them are as they were. */
export async function lostParts(before: Uint8Array, after: Uint8Array): Promise<{ parts: number; identical: number; lost: string[] }> {
  const [old, now] = [await Package.open(before), await Package.open(after)];
  const lost: string[] = [];
  let identical = 0;
  const names = old.names().filter((name) => !LEFT_OUT.test(name));
  for (const name of names) {
    const [one, other] = [old.bytes(name)!, now.bytes(name)];
    if (!other) lost.push(`${name} is gone`);
    else if (Buffer.from(one).equals(Buffer.from(other))) identical++;
    else if (!/\.(?:xml|rels|vml)$/i.test(name)) lost.push(`${name} has other bytes`);
    else lost.push(...missing(kept(old.xml(name)!), kept(now.xml(name)!), name));
  }
  return { parts: names.length, identical, lost };
}
