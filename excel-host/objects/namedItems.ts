import { absoluteRectName, parseRect, quoteSheet } from "../engine/address";
import { excelError } from "../engine/errors";
import { checkFormula } from "../engine/formulaSyntax";
import { stripPrefixes } from "../engine/futureFunctions";
import { mapReferences, writeReference } from "../engine/references";
import type { Sheet } from "../engine/sheet";
import type { DefinedName, Workbook } from "../engine/workbook";
import type { HostContext, RangeTarget } from "../protocol/context";
import { defineClass, entity, entityOrNull, isEntity, method, object, text, value, type ObjectClass } from "../protocol/define";
import { Range, Worksheet } from "./classes";

/** The names of the workbook, or of one sheet. */
export interface NamesTarget {
  workbook: Workbook;
  sheet?: Sheet;
}

// Names of the print set-up and of filters are Excel's own: the API does not list them.
const listed = ({ workbook, sheet }: NamesTarget): DefinedName[] => workbook.names.filter((n) => n.sheet === sheet && !/^_xl/i.test(n.name));

function checkName(name: string): void {
  // Letters and decimal digits: ① is neither, and of what lies beyond 16 bits nothing is known to be taken.
  const bad = !/^[\p{L}_\\][\p{L}\p{Nd}_.\\?]*$/u.test(name) || /[\u{10000}-\u{10ffff}]/u.test(name) || name.length > 255 || parseRect(name) !== undefined || /^[RC]$/i.test(name) || /^R\d*C\d*$/i.test(name);
  if (bad) throw excelError("InvalidArgument", `"${name}" cannot be a name`);
}

// A reference without a sheet means the active one, and is kept with it.
function formulaOf(context: HostContext, given: unknown): string {
  if (isEntity(given)) {
    const { sheet, rect } = given.target as RangeTarget;
    return `${quoteSheet(sheet.name)}!${absoluteRectName(rect)}`;
  }
  if (typeof given !== "string" && typeof given !== "number") throw excelError("InvalidArgument", "reference");
  const raw = String(given);
  if (!raw.startsWith("=")) return /^-?[\d.]+$/.test(raw) ? raw : `"${raw.replace(/"/g, '""')}"`;
  const formula = stripPrefixes(raw.slice(1)).trim();
  checkFormula(formula);
  return mapReferences(formula, (r) => (r.sheet === undefined ? writeReference({ ...r, sheet: context.workbook.activeSheet.name }) : undefined));
}

function evaluated(name: DefinedName, context: HostContext): { type: string; value: unknown } {
  context.calculateIfNeeded();
  const home = name.sheet ?? context.workbook.activeSheet;
  if (context.workbook.referencedRange(name.formula, home)) return { type: "Range", value: context.workbook.referencedRange(name.formula, home)!.sheet.absoluteAddressOf(context.workbook.referencedRange(name.formula, home)!.rect) };
  const [result] = context.workbook.calculator.evaluate([{ sheet: home, row: 0, column: 0, formula: name.formula }]);
  if (result === null || result === undefined) return { type: "Error", value: "#REF!" };
  if (typeof result === "object") return { type: "Error", value: result.error };
  if (typeof result === "number") return { type: Number.isInteger(result) ? "Integer" : "Double", value: result };
  return typeof result === "boolean" ? { type: "Boolean", value: result } : { type: "String", value: result };
}

function rangeOf(name: DefinedName, context: HostContext) {
  return context.workbook.referencedRange(name.formula, name.sheet ?? context.workbook.activeSheet);
}

/** A name. */
export const NamedItem: ObjectClass<DefinedName> = defineClass<DefinedName>({
  name: "NamedItem",
  identity: (n) => ({ _Id: n.name }),
  members: {
    name: value((n) => n.name),
    formula: value((n) => `=${n.formula}`, (n, formula, c) => {
      n.formula = formulaOf(c, formula);
      c.workbookChanged(c.workbook.sheetsUsing(n.name));
    }),
    visible: value((n) => !n.hidden, (n, on, c) => {
      n.hidden = !on;
      c.workbookChanged();
    }),
    comment: value((n) => n.comment, (n, comment, c) => {
      if (text(comment, "comment").length > 255) throw excelError("InvalidArgument", "comment");
      n.comment = comment;
      c.workbookChanged();
    }),
    scope: value((n) => (n.sheet ? "Worksheet" : "Workbook")),
    type: value((n, c) => evaluated(n, c).type),
    value: value((n, c) => evaluated(n, c).value),
    worksheetOrNullObject: object((n) => entityOrNull(Worksheet, n.sheet)),
    getRange: method((n, _args, c) => {
      const found = rangeOf(n, c);
      if (!found) throw excelError("InvalidOperation", `${n.name} is no range`);
      return entity(Range, found);
    }),
    getRangeOrNullObject: method((n, _args, c) => entityOrNull(Range, rangeOf(n, c))),
    delete: method((n, _args, c) => {
      c.workbookChanged(c.workbook.deleteName(n));
    }),
  },
});

/** The names of the workbook or of a sheet. */
export const NamedItemCollection: ObjectClass<NamesTarget> = defineClass<NamesTarget>({
  name: "NamedItemCollection",
  items: (t) => listed(t).map((n) => entity(NamedItem, n)),
  find: (t, name) => entityOrNull(NamedItem, listed(t).find((n) => n.name.toLowerCase() === String(name).toLowerCase())),
  members: {
    add: method((t, [name, reference, comment], c) => {
      const wanted = text(name, "name");
      checkName(wanted);
      if (listed(t).some((n) => n.name.toLowerCase() === wanted.toLowerCase())) throw excelError("ItemAlreadyExists", wanted);
      const made: DefinedName = { name: wanted, formula: formulaOf(c, reference), hidden: false, comment: comment === undefined || comment === null ? "" : text(comment, "comment"), extra: {} };
      if (t.sheet) made.sheet = t.sheet;
      t.workbook.names.push(made);
      c.workbookChanged(t.workbook.sheetsUsing(made.name));
      return entity(NamedItem, made);
    }),
  },
});
