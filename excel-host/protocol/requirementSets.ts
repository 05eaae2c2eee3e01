/** True when `have` is at least `need`: "1.10" is newer than "1.9". */
export function atLeast(have: string, need: string): boolean {
  const [a = 0, b = 0] = have.split(".").map(Number);
  const [c = 0, d = 0] = need.split(".").map(Number);
  return a > c || (a === c && b >= d);
}

/** True when a member's requirement set is within the host's. */
export function checkSet(member: { since?: string | undefined }, excelApi: string): boolean {
  return member.since === undefined || atLeast(excelApi, member.since);
}

/** Requirement sets beside ExcelApi that the host has. */
const OTHER_SETS: Readonly<Record<string, string>> = { SharedRuntime: "1.2", AddinCommands: "1.1", RibbonApi: "1.0", CustomXmlParts: "1.1", Settings: "1.1", File: "1.1" };

/** Office.context.requirements.isSetSupported, for a host with that ExcelApi. */
export function supportsSet(excelApi: string, set: string, version: string | number = "1.1"): boolean {
  const have = set.toLowerCase() === "excelapi" ? excelApi : Object.entries(OTHER_SETS).find(([name]) => name.toLowerCase() === set.toLowerCase())?.[1];
  return have !== undefined && atLeast(have, String(version));
}

/** All requirement sets of a host with that ExcelApi, as office.js reads them. */
export function supportedSets(excelApi: string): Record<string, string> {
  return { ExcelApi: excelApi, ...OTHER_SETS };
}
