import { cellRect } from "../engine/address";
import { copySheet } from "../engine/copySheet";
import { excelError } from "../engine/errors";
import type { Sheet, Visibility } from "../engine/sheet";
import type { HostContext, RangeTarget } from "../protocol/context";
import { defineClass, entity, entityOrNull, integer, method, object, oneOf, text, value, type ClassMembers, type MethodMember, type ObjectClass } from "../protocol/define";
import { EVENT, WORKBOOK_TARGET } from "../protocol/events";
import { AutoFilter } from "./autoFilter";
import { ChartCollection } from "./charts/chart";
import { Range, RangeAreas, Worksheet } from "./classes";
import { CommentCollection } from "./comments";
import { NamedItemCollection } from "./namedItems";
import { PageBreakCollection, PageLayout } from "./pageLayout";
import { rangeAt, within } from "./ranges";
import { color } from "./rangeFormat";
import { TableCollection } from "./tables";
import { WorksheetCustomPropertyCollection } from "./worksheetCustomProperties";
import { WorksheetFreezePanes } from "./worksheetFreezePanes";
import { WorksheetProtection } from "./worksheetProtection";

const range = (target: RangeTarget) => entity(Range, target);

/** Registering and unregistering for an event, as office.js asks for it. */
export function eventMembers<T>(targetOf: (target: T) => string, events: Record<string, { type: number; since?: string }>): Record<string, MethodMember<T>> {
  return Object.fromEntries(
    Object.entries(events).flatMap(([name, { type, since }]): [string, MethodMember<T>][] => [
      [`_Register${name}`, method((t, _args, c) => c.events.register(type, targetOf(t)), since)],
      [`_Unregister${name}`, method((t, _args, c) => c.events.unregister(type, targetOf(t)), since)],
    ]),
  );
}

function visibleSheets(context: HostContext, visibleOnly: unknown): Sheet[] {
  return visibleOnly === true ? context.workbook.sheets.filter((s) => s.visibility === "Visible") : context.workbook.sheets;
}

/** What a sheet can do. */
export const WORKSHEET: ClassMembers<Sheet> = {
  identity: (s) => ({ Id: s.id }),
  members: {
    id: value((s) => s.id),
    name: value((s) => s.name, (s, name, c) => {
      const before = s.name;
      c.workbook.renameSheet(s, text(name, "name"));
      c.workbookChanged();
      c.events.fire(EVENT.nameChanged, s.id, { type: EVENT.nameChanged, source: "Local", worksheetId: s.id, nameBefore: before, nameAfter: s.name });
    }),
    position: value((s, c) => c.workbook.sheets.indexOf(s), (s, to, c) => {
      const before = c.workbook.sheets.indexOf(s);
      c.workbook.moveSheet(s, to);
      c.layoutChanged(s);
      c.events.fire(EVENT.moved, undefined, { source: "Local", worksheetId: s.id, positionBefore: before, positionAfter: to });
    }),
    visibility: value((s) => s.visibility, (s, to, c) => {
      const before = s.visibility;
      c.workbook.setVisibility(s, oneOf<Visibility>(to, ["Visible", "Hidden", "VeryHidden"], "visibility"));
      c.layoutChanged(s);
      c.events.fire(EVENT.visibilityChanged, s.id, { source: "Local", worksheetId: s.id, visibilityBefore: before, visibilityAfter: s.visibility });
    }),
    tabColor: value((s) => s.tabColor, (s, to, c) => {
      s.tabColor = (to as unknown) === "" ? "" : color(to);
      c.layoutChanged(s);
    }),
    showGridlines: value((s) => s.showGridlines, (s, on, c) => {
      s.showGridlines = on === (true as never);
      c.layoutChanged(s);
    }),
    showHeadings: value((s) => s.showHeadings, (s, on, c) => {
      s.showHeadings = on === (true as never);
      c.layoutChanged(s);
    }),
    // office.js sends what is set as showGridlines and showHeadings under these names.
    gridlines: value((s) => s.showGridlines, (s, on, c) => {
      s.showGridlines = on === (true as never);
      c.layoutChanged(s);
    }),
    headings: value((s) => s.showHeadings, (s, on, c) => {
      s.showHeadings = on === (true as never);
      c.layoutChanged(s);
    }),
    standardHeight: value((s) => s.defaultRowHeight),
    // Characters of the standard font: pixels without the padding of five, seven a character.
    standardWidth: value((s) => Math.round(((Math.trunc(s.defaultColumnWidth * 7) - 5) / 7) * 100) / 100, (s, width, c) => {
      const characters = width as unknown;
      if (typeof characters !== "number" || characters < 0 || characters > 255) throw excelError("InvalidArgument", "standardWidth");
      s.section("sheetFormatPr").attrs["defaultColWidth"] = String(Math.trunc(((characters * 7 + 5) / 7) * 256) / 256);
      c.layoutChanged(s);
    }),

    autoFilter: object((s) => entity(AutoFilter, s)),
    freezePanes: object((s) => entity(WorksheetFreezePanes, s)),
    pageLayout: object((s) => entity(PageLayout, s)),
    horizontalPageBreaks: object((s) => entity(PageBreakCollection, { sheet: s, kind: "rowBreaks" })),
    verticalPageBreaks: object((s) => entity(PageBreakCollection, { sheet: s, kind: "colBreaks" })),
    protection: object((s) => entity(WorksheetProtection, s)),
    names: object((s, c) => entity(NamedItemCollection, { workbook: c.workbook, sheet: s })),
    charts: object((s) => entity(ChartCollection, s)),
    tables: object((s, c) => entity(TableCollection, { workbook: c.workbook, sheet: s })),
    comments: object((s, c) => entity(CommentCollection, { workbook: c.workbook, sheet: s }), "1.10"),
    customProperties: object((s, c) => entity(WorksheetCustomPropertyCollection, { workbook: c.workbook, sheet: s }), "1.12"),

    activate: method((s, _args, c) => {
      if (s.visibility !== "Visible") throw excelError("InvalidOperation", `${s.name} is hidden`);
      c.activate(s);
    }),
    calculate: method((_s, _args, c) => c.calculate()),
    delete: method((s, _args, c) => {
      const bearing = c.workbook.deleteSheet(s);
      c.moveTracked(s, () => undefined);
      c.workbookChanged(bearing);
      c.events.fire(EVENT.deleted, undefined, { source: "Local", worksheetId: s.id });
    }),
    copy: method((s, [position, relative], c) => {
      const kind = oneOf(position ?? "None", ["None", "Before", "After", "Beginning", "End"], "positionType");
      const other = (relative as { target?: Sheet } | undefined)?.target;
      if ((kind === "Before" || kind === "After") && !other) throw excelError("InvalidArgument", "relativeTo");
      const made = copySheet(c.workbook, s);
      const at = kind === "Beginning" ? 0 : kind === "Before" ? c.workbook.sheets.indexOf(other!) : kind === "After" ? c.workbook.sheets.indexOf(other!) + 1 : c.workbook.sheets.length;
      c.workbook.sheets.splice(at, 0, made);
      c.workbookChanged([made]);
      c.events.fire(EVENT.added, undefined, { source: "Local", worksheetId: made.id });
      return entity(Worksheet, made);
    }),
    getRange: method((s, [address], c) => range(rangeAt(c, s, address))),
    getRanges: method((s, [address], c) => {
      const parts = address === undefined || address === null ? [""] : text(address, "address").split(/[,;]/);
      return entity(RangeAreas, { sheet: s, rects: parts.map((part) => rangeAt(c, s, part.trim()).rect) });
    }),
    getRangeByIndexes: method((s, [row, column, rows, columns]) => {
      const [r, k, h, w] = [integer(row, "startRow"), integer(column, "startColumn"), integer(rows, "rowCount"), integer(columns, "columnCount")];
      return range(within(s, { top: r, left: k, bottom: r + h - 1, right: k + w - 1 }));
    }),
    getCell: method((s, [row, column]) => range(within(s, cellRect(integer(row, "row"), integer(column, "column"))))),
    // What an array spills counts as used.
    getUsedRange: method((s, [valuesOnly], c) => (c.calculateIfNeeded(), range({ sheet: s, rect: s.usedRange(valuesOnly === true) ?? cellRect(0, 0) }))),
    getUsedRangeOrNullObject: method((s, [valuesOnly], c) => {
      c.calculateIfNeeded();
      const rect = s.usedRange(valuesOnly === true);
      return rect ? range({ sheet: s, rect }) : null;
    }),

    ...eventMembers<Sheet>((s) => s.id, {
      DataChangedEvent: { type: EVENT.dataChanged },
      SelectionChangedEvent: { type: EVENT.selectionChanged },
      ActivatedEvent: { type: EVENT.activated },
      DeactivatedEvent: { type: EVENT.deactivated },
      CalculatedEvent: { type: EVENT.calculated },
      EventNameChanged: { type: EVENT.nameChanged, since: "1.17" },
      EventVisibilityChanged: { type: EVENT.visibilityChanged, since: "1.17" },
    }),
  },
};

/** The sheets of the workbook. */
export const WorksheetCollection: ObjectClass<HostContext["workbook"]> = defineClass<HostContext["workbook"]>({
  name: "WorksheetCollection",
  items: (w) => w.sheets.map((s) => entity(Worksheet, s)),
  find: (w, key) => entityOrNull(Worksheet, w.findSheet(text(key, "key"))),
  members: {
    add: method((w, [name], c) => {
      const made = w.addSheet(name === null || name === undefined ? undefined : text(name, "name"));
      c.workbookChanged();
      c.events.fire(EVENT.added, undefined, { source: "Local", worksheetId: made.id });
      return entity(Worksheet, made);
    }),
    getActiveWorksheet: method((w) => entity(Worksheet, w.activeSheet)),
    getCount: method((_w, [visibleOnly], c) => visibleSheets(c, visibleOnly).length),
    getFirst: method((_w, [visibleOnly], c) => entity(Worksheet, visibleSheets(c, visibleOnly)[0]!)),
    getLast: method((_w, [visibleOnly], c) => entity(Worksheet, visibleSheets(c, visibleOnly).at(-1)!)),
    ...eventMembers<HostContext["workbook"]>(() => WORKBOOK_TARGET, {
      DataChangedEvent: { type: EVENT.dataChanged, since: "1.9" },
      SelectionChangedEvent: { type: EVENT.selectionChanged },
      ActivatedEvent: { type: EVENT.activated },
      DeactivatedEvent: { type: EVENT.deactivated },
      AddedEvent: { type: EVENT.added },
      DeletedEvent: { type: EVENT.deleted },
      CalculatedEvent: { type: EVENT.calculated },
      EventNameChanged: { type: EVENT.nameChanged, since: "1.17" },
      EventVisibilityChanged: { type: EVENT.visibilityChanged, since: "1.17" },
      EventMoved: { type: EVENT.moved, since: "1.17" },
    }),
  },
});
