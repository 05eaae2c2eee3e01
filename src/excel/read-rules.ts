import { isOurs, saysNothing } from "./our-rules";
import { attempt } from "./problem";

/**
 * What is known of a sheet's conditional formats. Rules that Excel's own dialog made, and rules that Ctrl+Z brought
 * back, may not load; what does not load counts as the staff's. Source: OfficeDev/office-js #5222, #6396, #6827, #6835.
 */
export interface KnownRules {
  /** Ids of our own. */
  ours: string[];
  /** Ids of those that have no formula of anybody's yet. */
  blank: string[];
  /** Ids of all that could be read. */
  all: string[];
  /** How many of the sheet's rules that is. */
  read: "all" | "some" | "none";
}

/** A sheet of whose rules nothing was asked. */
export const NOT_ASKED: KnownRules = { ours: [], blank: [], all: [], read: "all" };

/** Round trips to a sheet in which some rules do not load; what is not found out by then counts as unread. */
const MOST_TRIPS = 64;

/**
 * Reads the conditional formats of some sheets, apart from anything else. One round trip; more where Excel refuses
 * to read some of them.
 * @param sheets their ids or names
 */
export async function readRules(context: Excel.RequestContext, sheets: readonly string[]): Promise<KnownRules[]> {
  if (sheets.length === 0) return [];
  const together = await attempt(context, () => sheets.map((sheet) => requestAll(context, sheet)));
  if (together) return together.map(({ items }) => knownOf(items, "all"));
  const known: KnownRules[] = [];
  for (const sheet of sheets) known.push(await readSheetRules(context, sheet));
  return known;
}

async function readSheetRules(context: Excel.RequestContext, sheet: string): Promise<KnownRules> {
  const all = await attempt(context, () => requestAll(context, sheet));
  if (all) return knownOf(all.items, "all");
  const count = await attempt(context, () => rulesOf(context, sheet).getCount());
  if (!count) return knownOf([], "none");
  const found: Excel.ConditionalFormat[] = [];
  const waiting = [{ first: 0, count: count.value }];
  for (let trips = 0; trips < MOST_TRIPS; trips++) {
    const part = waiting.shift();
    if (!part) break;
    const items = await attempt(context, () => requestSome(context, sheet, part));
    if (items) found.push(...items);
    else if (part.count > 1) {
      const half = Math.ceil(part.count / 2);
      waiting.unshift({ first: part.first, count: half }, { first: part.first + half, count: part.count - half });
    }
  }
  return knownOf(found, found.length === count.value ? "all" : "some");
}

function rulesOf(context: Excel.RequestContext, sheet: string): Excel.ConditionalFormatCollection {
  return context.workbook.worksheets.getItem(sheet).getRange().conditionalFormats;
}

function requestAll(context: Excel.RequestContext, sheet: string): Excel.ConditionalFormatCollection {
  const rules = rulesOf(context, sheet);
  rules.load("items/id,items/customOrNullObject/rule/formula,items/dataBarOrNullObject/lowerBoundRule");
  return rules;
}

function requestSome(context: Excel.RequestContext, sheet: string, { first, count }: { first: number; count: number }): Excel.ConditionalFormat[] {
  const rules = rulesOf(context, sheet);
  return Array.from({ length: count }, (_, index) => {
    const rule = rules.getItemAt(first + index);
    rule.load("id,customOrNullObject/rule/formula,dataBarOrNullObject/lowerBoundRule");
    return rule;
  });
}

function knownOf(items: readonly Excel.ConditionalFormat[], read: KnownRules["read"]): KnownRules {
  const ids = (rules: readonly Excel.ConditionalFormat[]) => rules.map(({ id }) => id);
  return { ours: ids(items.filter(isOurs)), blank: ids(items.filter(saysNothing)), all: ids(items), read };
}
