import type { ExcelHost } from "../../excel-host";
import { Package } from "../../excel-host/engine/package";

/** Ids that name nothing outside their own part, and what Excel is asked to do when it opens the file. */
const VOLATILE = / (?:fullCalcOnLoad="1"|uniqueCount="\d+"|count="\d+"|sheetId="\d+"|id="\{[-0-9A-F]{36}\}")/g;

/**
 * Every part of a workbook as it would be saved, with what its cells show in place of numbers into lists: two
 * workbooks that hold the same have the same parts.
 */
export async function partsOf(host: ExcelHost): Promise<Map<string, string>> {
  const saved = await Package.open(await host.save());
  const text = (name: string) => new TextDecoder().decode(saved.bytes(name));
  const names = saved.names().filter((name) => name !== "xl/styles.xml" && name !== "xl/sharedStrings.xml");
  const styles = saved.names().includes("xl/styles.xml") ? text("xl/styles.xml") : "";
  const strings = saved.names().includes("xl/sharedStrings.xml") ? [...text("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, one]) => one ?? "") : [];
  const looks = looksIn(styles);
  const marks = itemsOf(styles, "dxfs", "dxf");
  return new Map(
    names.map((name) => [
      name,
      ordered(text(name))
        .replace(VOLATILE, "")
        .replace(/ s="(\d+)"/g, (_, at: string) => ` look="${looks[Number(at)] ?? at}"`)
        .replace(/ dxfId="(\d+)"/g, (_, at: string) => ` mark="${marks[Number(at)] ?? at}"`)
        .replace(/ t="s"([^>]*)><v>(\d+)<\/v>/g, (_, more: string, at: string) => `${more}>${strings[Number(at)] ?? at}`),
    ]),
  );
}

/** The parts that differ, each with the first place where it does. Empty: none. */
export function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].flatMap((name) => {
    const [a, b] = [before.get(name), after.get(name)];
    if (a === b) return [];
    if (a === undefined || b === undefined) return [`${name} ${a === undefined ? "came" : "is gone"}`];
    let at = 0;
    while (a[at] === b[at]) at++;
    return [`${name}: …${a.slice(Math.max(0, at - 80), at + 120)}… became …${b.slice(Math.max(0, at - 80), at + 120)}…`];
  });
}

/** Names, rules and the list of parts stand in no order of their own: a rule's rank counts, not its number. */
function ordered(xml: string): string {
  const ranks = [...xml.matchAll(/ priority="(\d+)"/g)].map(([, rank]) => Number(rank)).sort((a, b) => a - b);
  const ranked = xml.replace(/ priority="(\d+)"/g, (_, rank: string) => ` rank="${String(ranks.indexOf(Number(rank))).padStart(4, "0")}"`);
  const sorted = (text: string, item: RegExp) => {
    const items = [...text.matchAll(item)].map(([all]) => all).sort();
    return text.replace(item, () => items.shift() ?? "");
  };
  const items = [/<definedName [^>]*>.*?<\/definedName>/gs, /<conditionalFormatting [^>]*>.*?<\/conditionalFormatting>/gs, /<Override [^>]*>/g];
  return items.reduce(sorted, ranked);
}

/** Each cell format with its font, fill and borders in full. */
function looksIn(styles: string): string[] {
  const lists = { font: itemsOf(styles, "fonts", "font"), fill: itemsOf(styles, "fills", "fill"), border: itemsOf(styles, "borders", "border") };
  const formats = new Map([...styles.matchAll(/<numFmt [^>]*numFmtId="(\d+)"[^>]*>/g)].map(([all, id]) => [id, all]));
  return itemsOf(styles, "cellXfs", "xf").map((format) =>
    format
      .replace(/ (font|fill|border)Id="(\d+)"/g, (_, list: keyof typeof lists, at: string) => ` ${list}="${lists[list][Number(at)] ?? at}"`)
      .replace(/ numFmtId="(\d+)"/g, (all, id: string) => formats.get(id) ?? all)
      .replace(/ apply\w+="[01]"/g, ""),
  );
}

function itemsOf(xml: string, list: string, item: string): string[] {
  const inside = new RegExp(`<${list}(?: [^>]*?)?>(.*?)</${list}>`, "s").exec(xml)?.[1] ?? "";
  return [...inside.matchAll(new RegExp(`<${item}(?: [^>]*?)?(?:/>|>.*?</${item}>)`, "gs"))].map(([all]) => all);
}
