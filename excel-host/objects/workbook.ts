import { cellRect } from "../engine/address";
import { excelError } from "../engine/errors";
import type { Workbook as Model } from "../engine/workbook";
import { completeClass, defineClass, entity, entityOrNull, method, object, oneOf, value, type ObjectClass } from "../protocol/define";
import { Range, RangeAreas, Worksheet } from "./classes";
import { CommentCollection } from "./comments";
import { CustomXmlPartCollection } from "./customXmlParts";
import { DocumentProperties } from "./documentProperties";
import { Functions } from "./functions";
import { NamedItemCollection } from "./namedItems";
import { RANGE } from "./range";
import { RANGE_AREAS } from "./rangeAreas";
import { SettingCollection } from "./settings";
import { TableCollection } from "./tables";
import { WORKSHEET, WorksheetCollection } from "./worksheet";

// Here, where every other class is reached from: no module acts by being imported alone.
completeClass(Range, RANGE);
completeClass(RangeAreas, RANGE_AREAS);
completeClass(Worksheet, WORKSHEET);

/** Excel itself. */
export const Application: ObjectClass<Model> = defineClass<Model>({
  name: "Application",
  members: {
    calculationMode: value((w) => w.calculationMode, (w, mode) => {
      w.calculationMode = oneOf(mode, ["Automatic", "AutomaticExceptTables", "Manual"], "calculationMode");
    }),
    calculationState: value(() => "Done"),
    calculate: method((_w, [type], c) => {
      oneOf(type ?? "Recalculate", ["Recalculate", "Full", "FullRebuild"], "calculationType");
      c.calculate();
    }),
    // Formulas are worked out at the end of a request anyway, and nothing is drawn during one.
    suspendApiCalculationUntilNextSync: method(() => null),
    suspendScreenUpdatingUntilNextSync: method(() => null),
  },
});

/** Whether the workbook's structure is locked. */
export const WorkbookProtection: ObjectClass<Model> = defineClass<Model>({
  name: "WorkbookProtection",
  members: { protected: value((w) => w.isProtected) },
});

/** The workbook: where every path begins. */
export const Workbook: ObjectClass<Model> = defineClass<Model>({
  name: "Workbook",
  members: {
    name: value((_w, c) => c.fileName),
    readOnly: value(() => false),
    isDirty: value((w) => w.isDirty),
    application: object((w) => entity(Application, w)),
    comments: object((w) => entity(CommentCollection, { workbook: w }), "1.10"),
    customXmlParts: object((w) => entity(CustomXmlPartCollection, w.customXml)),
    functions: object((w) => entity(Functions, w), "1.2"),
    names: object((w) => entity(NamedItemCollection, { workbook: w })),
    properties: object((w) => entity(DocumentProperties, w)),
    protection: object((w) => entity(WorkbookProtection, w)),
    settings: object((w) => entity(SettingCollection, w.settings)),
    tables: object((w) => entity(TableCollection, { workbook: w })),
    worksheets: object((w) => entity(WorksheetCollection, w)),
    getActiveCell: method((w) => entity(Range, { sheet: w.activeSheet, rect: cellRect(w.selection.top, w.selection.left) })),
    getSelectedRange: method((w) => entity(Range, { sheet: w.activeSheet, rect: { ...w.selection } })),
    _GetRangeForEventByReferenceId: method((_w, [id], c) => {
      const found = c.eventRange(String(id));
      if (!found) throw excelError("ItemNotFound");
      return entity(Range, found);
    }),
    _GetRangeOrNullObjectForEventByReferenceId: method((_w, [id], c) => entityOrNull(Range, c.eventRange(String(id)))),
  },
});
