import { zip } from "@cj-tech-master/excelts/archive";
import { Package } from "../../../excel-host/engine/package";

/** Draws whole numbers below a bound. */
export type Draw = (below: number) => number;

/** A file's parts, in the order of its entries. */
export type Parts = [name: string, bytes: Uint8Array][];

/** What is done to the parts of a workbook, or to its bytes. Each keeps what cells hold, or breaks what the format asks for. */
type Mutation = (parts: Parts, draw: Draw) => Parts | Promise<Uint8Array>;

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const pick = <T>(list: readonly T[], draw: Draw): T => list[draw(list.length)]!;
const isXml = ([name]: Parts[number]) => /\.(?:xml|rels)$/.test(name);

/** Changes the text of one part. */
function edited(parts: Parts, draw: Draw, which: (name: string) => boolean, change: (xml: string) => string): Parts {
  const some = parts.filter((part) => isXml(part) && which(part[0]));
  if (some.length === 0) return parts;
  const chosen = pick(some, draw);
  return parts.map((part) => (part === chosen ? [part[0], encoder.encode(change(decoder.decode(part[1])))] : part));
}
const any = () => true;
/** Attributes of cells are what cells hold: moved, they are another workbook's. */
const noCells = (name: string) => !/worksheets\/sheet/.test(name);

/** The places of a pattern in a text. */
const placesOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => ({ at: match.index, text: match[0] }));
const TAG = /<[A-Za-z][^<>]*>/g;
const ATTRIBUTE = /\s[\w:]+="[^"<]*"/g;

function replaceAt(text: string, { at, text: old }: { at: number; text: string }, by: string): string {
  return text.slice(0, at) + by + text.slice(at + old.length);
}

export const MUTATIONS: Record<string, Mutation> = {
  "a part cut off": (parts, draw) => edited(parts, draw, any, (xml) => xml.slice(0, draw(xml.length))),
  "a part left out": (parts, draw) => parts.filter((part) => part !== pick2(parts, draw)),
  "the contents of two parts exchanged": (parts, draw) => {
    const [a, b] = [draw(parts.length), draw(parts.length)];
    return parts.map(([name, bytes], at) => [name, at === a ? parts[b]![1] : at === b ? parts[a]![1] : bytes]);
  },
  "an attribute moved to another element": (parts, draw) =>
    edited(parts, draw, noCells, (xml) => {
      const attributes = placesOf(xml, ATTRIBUTE);
      if (attributes.length === 0) return xml;
      const moved = pick(attributes, draw);
      const without = replaceAt(xml, moved, "");
      const tag = pick(placesOf(without, TAG), draw);
      return replaceAt(without, tag, tag.text.replace(/\/?>$/, (end) => moved.text + end));
    }),
  "an attribute left out": (parts, draw) => edited(parts, draw, noCells, (xml) => removed(xml, ATTRIBUTE, draw)),
  "a cell's address left out or another's": (parts, draw) =>
    edited(parts, draw, (name) => !noCells(name), (xml) => {
      const addresses = placesOf(xml, /\sr="[A-Z]+\d+"/g);
      return addresses.length === 0 ? xml : replaceAt(xml, pick(addresses, draw), pick(addresses, draw).text);
    }),
  "a tag left out": (parts, draw) => edited(parts, draw, any, (xml) => removed(xml, TAG, draw)),
  "an end tag left out": (parts, draw) => edited(parts, draw, any, (xml) => removed(xml, /<\/[^>]*>/g, draw)),
  "a namespace under another prefix": (parts, draw) =>
    edited(parts, draw, any, (xml) => {
      const root = /<([A-Za-z]+)\s[^>]*?xmlns="/.exec(xml.slice(0, 3000));
      return root ? xml.replace(/(<\/?)([A-Za-z]+)(?=[\s/>])/g, "$1q:$2").replace('xmlns="', 'xmlns:q="') : xml;
    }),
  "a namespace renamed": (parts, draw) => edited(parts, draw, any, (xml) => xml.replace(/xmlns(:\w+)?="([^"]*)"/, 'xmlns$1="$2x"')),
  "an element renamed": (parts, draw) =>
    edited(parts, draw, any, (xml) => {
      const tag = pick(placesOf(xml, /<[A-Za-z]\w*/g), draw);
      return xml.replaceAll(new RegExp(`(</?)${tag.text.slice(1)}(?=[\\s/>])`, "g"), "$1renamed");
    }),
  "comments, instructions and CDATA put in": (parts, draw) =>
    edited(parts, draw, any, (xml) => xml.replace(/>([^<>&]+)</g, (whole, text: string) => (draw(3) === 0 ? `><![CDATA[${text}]]><!-- < --><` : whole)).replace(/(<\/[A-Za-z]+>)/, "$1<?x y?>")),
  "other quotes and white space between attributes": (parts, draw) => edited(parts, draw, any, (xml) => xml.replace(/(<[A-Za-z][^<>]*>)/g, (tag) => tag.replace(/\s([\w:]+)="([^"']*)"/g, "\n\t$1 = '$2'"))),
  "letters as character references": (parts, draw) => edited(parts, draw, any, (xml) => xml.replace(/>([^<>&]+)</g, (_, text: string) => `>${[...text].map((sign) => `&#${sign.codePointAt(0)};`).join("")}<`)),
  "a byte changed in a part": (parts, draw) =>
    parts.map((part, at) => {
      if (at !== draw(parts.length) || part[1].length === 0) return part;
      const bytes = part[1].slice();
      bytes[draw(bytes.length)] = 0x3c;
      return [part[0], bytes];
    }),
  "entries in another order": (parts, draw) => [...parts].map((part) => ({ part, key: draw(1000) })).sort((a, b) => a.key - b.key).map(({ part }) => part),
  "names in other letters": (parts) => parts.map(([name, bytes]) => [name.startsWith("[") ? name : name.toUpperCase(), bytes]),
  "a part twice": (parts, draw) => [...parts, pick(parts, draw)],
  "sizes lied about": async (parts, draw) => lying(await packed(parts), draw, [20, 24], [18, 22]),
  "check sums lied about": async (parts, draw) => lying(await packed(parts), draw, [16], [14]),
  "bytes of the file changed": async (parts, draw) => {
    const bytes = await packed(parts);
    for (let count = 1 + draw(4); count > 0; count--) bytes[draw(bytes.length)] = draw(256);
    return bytes;
  },
  "the file cut off": async (parts, draw) => {
    const bytes = await packed(parts);
    return bytes.slice(0, draw(bytes.length));
  },
  "something before and behind the file": async (parts, draw) => {
    const bytes = await packed(parts);
    const more = new Uint8Array(1 + draw(100)).fill(32);
    return draw(2) === 0 ? Buffer.concat([bytes, more]) : Buffer.concat([more, bytes]);
  },
};

function pick2(parts: Parts, draw: Draw): Parts[number] {
  return pick(parts, draw);
}

function removed(xml: string, pattern: RegExp, draw: Draw): string {
  const places = placesOf(xml, pattern);
  return places.length === 0 ? xml : replaceAt(xml, pick(places, draw), "");
}

/** The parts as a file, by some packing. */
async function packed(parts: Parts): Promise<Uint8Array> {
  const archive = zip({ level: 1 });
  for (const [name, bytes] of parts) archive.add(name, bytes);
  return (await archive.bytes()).slice();
}

/** One entry's fields made into something else, in the directory and where the entry stands. */
function lying(bytes: Uint8Array, draw: Draw, inDirectory: number[], inEntry: number[]): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const value = pick([0, 1, 1000, 0x7fff_ffff, 0xffff_ffff, draw(100_000)], draw);
  for (let at = 0; at < bytes.length - 46; at++) {
    const signature = view.getUint32(at, true);
    if (draw(3) > 0) continue;
    if (signature === 0x02014b50) view.setUint32(at + pick(inDirectory, draw), value, true);
    if (signature === 0x04034b50) view.setUint32(at + pick(inEntry, draw), value, true);
  }
  return bytes;
}

/** The parts of a workbook's file. */
export async function partsOfFile(bytes: Uint8Array): Promise<Parts> {
  const pkg = await Package.open(bytes);
  return pkg.names().map((name) => [name, pkg.bytes(name)!]);
}

/** The file after one mutation. */
export async function mutated(parts: Parts, mutation: string, draw: Draw): Promise<Uint8Array> {
  const result = await MUTATIONS[mutation]!(parts, draw);
  return result instanceof Uint8Array ? result : packed(result);
}
