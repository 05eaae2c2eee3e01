/**
 * The two dialects of the file format: what goes out is all of the one that came in. This host speaks transitional;
 * strict is translated at the door.
 */

export const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument";

/** Namespaces and relationship types that this host writes, the longer ones first (ECMA-376 part 4, annex A). */
const PAIRS: readonly (readonly [transitional: string, strict: string])[] = [
  ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", STRICT_MAIN],
  [`${OFFICE}/relationships/custom-properties`, `${STRICT_OFFICE}/relationships/customProperties`],
  [`${OFFICE}/relationships/extended-properties`, `${STRICT_OFFICE}/relationships/extendedProperties`],
  [`${OFFICE}/relationships`, `${STRICT_OFFICE}/relationships`],
  [`${OFFICE}/custom-properties`, `${STRICT_OFFICE}/customProperties`],
  [`${OFFICE}/docPropsVTypes`, `${STRICT_OFFICE}/docPropsVTypes`],
  [`${OFFICE}/customXml`, `${STRICT_OFFICE}/customXml`],
];

/** A relationship's type as transitional files name it. */
export function transitional(type: string): string {
  const pair = PAIRS.find(([, strict]) => type.startsWith(strict));
  return pair ? pair[0] + type.slice(pair[1].length) : type;
}

/** A part's text with its namespaces and relationship types as strict files name them. */
export function inStrict(xml: string): string {
  return xml.replace(/(\s(?:xmlns(?::[\w.-]+)?|Type)=")(http:[^"]*)/g, (whole, before: string, name: string) => {
    const pair = PAIRS.find(([one]) => name.startsWith(one));
    return pair ? before + pair[1] + name.slice(pair[0].length) : whole;
  });
}
