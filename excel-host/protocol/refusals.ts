/** What Excel refuses under the conditions it is in. */
import type { Conditions } from "../conditions";
import { MAX_COLUMNS, MAX_ROWS, intersects } from "../engine/address";
import { rulesOf, type ConditionalRule } from "../engine/conditionalFormats";
import { excelError } from "../engine/errors";
import type { Sheet } from "../engine/sheet";
import type { Workbook } from "../engine/workbook";
import type { XmlNode } from "../engine/xml";
import type { HostContext, RangeTarget } from "./context";
import type { Entity } from "./define";

type Use = "get" | "set" | "call";

/** The name of the sheet without cells that stands among the others. */
export const CHART_SHEET = "图表1";

/** What has to do with the window in front, and how it fails while that is another workbook's. */
const OF_THE_WINDOW: Readonly<Record<string, string>> = {
  "WorksheetCollection.add": "GeneralException",
  "WorksheetCollection.getActiveWorksheet": "GeneralException",
  "Worksheet.copy": "GeneralException",
  "Worksheet.delete": "GeneralException",
  "Worksheet.gridlines": "GeneralException",
  "Worksheet.headings": "GeneralException",
  "Worksheet.activate": "InactiveWorkbook",
  "WorksheetFreezePanes.freezeAt": "GeneralException",
  "WorksheetFreezePanes.freezeRows": "GeneralException",
  "WorksheetFreezePanes.freezeColumns": "GeneralException",
  "WorksheetFreezePanes.unfreeze": "GeneralException",
  "Range.select": "InvalidSelection",
  "Workbook.getSelectedRange": "InvalidSelection",
  "Workbook.getActiveCell": "InvalidSelection",
};

/** What belongs to the printed page. */
const OF_THE_PAGE = new Set(["PageLayout", "HeaderFooter", "HeaderFooterGroup", "PageBreakCollection", "PageBreak"]);

/** What a sheet without cells has. */
const OF_ANY_SHEET = new Set(["id", "name", "position", "visibility", "tabColor", "activate", "delete"]);

/** Rules that stood when the workbook was opened. */
const standing = new WeakSet<XmlNode>();

/** Brings a workbook that was just opened into the conditions. */
export function prepare(workbook: Workbook, { unreadableRules, chartSheet }: Conditions): void {
  if (unreadableRules !== "none") for (const sheet of workbook.sheets) for (const { node } of rulesOf(sheet)) standing.add(node);
  if (chartSheet && !workbook.findSheet(CHART_SHEET) && !workbook.isProtected) workbook.addSheet(CHART_SHEET);
}

/**
 * Refuses a use of a member that fails under the conditions.
 * @param name the member; "load" for all scalar properties, "getItem" for an item of a collection
 * @throws ExcelError as Excel tells it
 */
export function refuse({ type, target }: Entity, name: string, use: Use, context: HostContext): void {
  const { conditions } = context;
  const window = OF_THE_WINDOW[`${type.name}.${name}`];
  if (conditions.otherWorkbook && window !== undefined && (use !== "get" || name.startsWith("get"))) throw excelError(window, "another workbook is in front");
  if (!conditions.printer && OF_THE_PAGE.has(type.name)) throw excelError("GeneralException", "no printer");
  if (conditions.chartSheet && isChartSheet(type.name, name, target, context)) throw excelError("UnsupportedSheet");
  if (conditions.unreadableRules !== "none" && isBroken(type.name, name, use, target, conditions)) throw excelError("ItemNotFound");
}

function isChartSheet(type: string, name: string, target: unknown, { workbook }: HostContext): boolean {
  if (type === "Workbook") return (name === "getSelectedRange" || name === "getActiveCell") && workbook.activeSheet.name === CHART_SHEET;
  // Loading without names asks for all there is.
  return type === "Worksheet" && (target as Sheet).name === CHART_SHEET && !OF_ANY_SHEET.has(name);
}

function isBroken(type: string, name: string, use: Use, target: unknown, { unreadableRules }: Conditions): boolean {
  if (type === "ConditionalFormatCollection") {
    const isReading = name !== "add" && name !== "clearAll";
    return unreadableRules === "all" && isReading && rulesOf((target as { sheet: Sheet }).sheet).some(({ node }) => standing.has(node));
  }
  if (type !== "ConditionalFormat") return false;
  const rule = target as ConditionalRule;
  switch (unreadableRules) {
    case "none":
      return false;
    case "all":
      return standing.has(rule.node);
    case "undeletable":
      return use === "call" && name === "delete" && standing.has(rule.node);
    case "afterUndo":
      return standing.has(rule.node) && rule.formulas.some((formula) => formula.includes("住房保障进度通报"));
    case "dialog":
      return standing.has(rule.node) && rulesOf(rule.sheet).some((other) => other.node !== rule.node && standing.has(other.node) && other.type === rule.type && other.rects.some((a) => rule.rects.some((b) => intersects(a, b))));
  }
}

/**
 * Refuses a range that lies beyond the sheet; whole rows and columns are those that there are.
 * @throws ExcelError InvalidArgument
 */
export function checkRange({ type, target }: Entity, name: string, args: readonly unknown[], { conditions: { rows, columns } }: HostContext): void {
  if (type.name !== "Range" || (rows === MAX_ROWS && columns === MAX_COLUMNS)) return;
  const { rect } = target as RangeTarget;
  const isAsked = name === "getRangeByIndexes";
  const isWholeRow = !isAsked && rect.left === 0 && rect.right === MAX_COLUMNS - 1;
  const isWholeColumn = !isAsked && rect.top === 0 && rect.bottom === MAX_ROWS - 1;
  if ((rect.right >= columns && !isWholeRow) || (rect.bottom >= rows && !isWholeColumn)) throw excelError("InvalidArgument", `${name}(${args.map(String).join(", ")}) leaves the sheet`);
}
