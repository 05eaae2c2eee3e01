import type { Conditions } from "./conditions";
import { rectName } from "./engine/address";
import { excelError } from "./engine/errors";
import type { Sheet } from "./engine/sheet";
import type { ChangeEvent, Rect } from "./engine/types";
import { storedSelection, type Workbook } from "./engine/workbook";
import type { CellChange, HostContext, RangeTarget } from "./protocol/context";
import { EVENT, EventHub } from "./protocol/events";

/** office.js's number for the selection event of the common API. */
const DOCUMENT_SELECTION_CHANGED = 2;

/** Places of a sheet that are kept apart until formulas are worked out. */
const MOST_RECTS = 200;

/** What changes while requests run and users edit: calculation, events, listeners. */
export class HostState implements HostContext {
  readonly events = new EventHub();
  readonly listeners = new Set<(event: ChangeEvent) => void>();
  conditions: Conditions;
  readonly shortDate: string;
  fileName: string;
  /** who makes the changes now, as events tell it */
  source: "ThisLocalAddin" | "Unknown" = "Unknown";
  /** the ranges the add-in tracks */
  tracked: () => Iterable<RangeTarget> = () => [];

  taskpaneVisible = false;

  private readonly eventRanges = new Map<string, RangeTarget>();
  private nextEventRange = 1;
  /** what changed since formulas were worked out */
  private readonly dirty = new Map<Sheet, Rect[] | "all">();
  private changed = false;
  private selected = false;

  constructor(
    public workbook: Workbook,
    options: { conditions: Conditions; fileName: string; shortDate: string },
  ) {
    this.conditions = options.conditions;
    this.fileName = options.fileName;
    this.shortDate = options.shortDate;
  }

  get excelApi(): string {
    return this.conditions.excelApi;
  }

  /** Another workbook takes the place of this one. */
  replace(workbook: Workbook, fileName?: string): void {
    this.workbook = workbook;
    if (fileName !== undefined) this.fileName = fileName;
    this.events.clear();
    this.eventRanges.clear();
    this.dirty.clear();
  }

  cellsChanged(sheet: Sheet, rect: Rect, change?: CellChange): void {
    sheet.touchCells();
    // Cells that moved changed places beyond the rectangle.
    if (change?.shift) this.dirty.set(sheet, "all");
    else this.markDirty(sheet, rect);
    this.touch();
    if (change) this.fireChange(sheet, rect, change);
  }

  private markDirty(sheet: Sheet, rect: Rect): void {
    const rects = this.dirty.get(sheet);
    if (rects === "all") return;
    // A write of many single cells is told as the sheet it is on.
    if (!rects) this.dirty.set(sheet, [{ ...rect }]);
    else if (rects.length < MOST_RECTS) rects.push({ ...rect });
    else this.dirty.set(sheet, "all");
  }

  layoutChanged(sheet: Sheet): void {
    sheet.touchLayout();
    this.touch();
  }

  workbookChanged(bearing: Iterable<Sheet> = []): void {
    for (const sheet of bearing) this.dirty.set(sheet, "all");
    this.touch();
  }

  private touch(): void {
    this.changed = true;
    this.workbook.isDirty = true;
  }

  calculateIfNeeded(): void {
    if (this.dirty.size === 0 || this.workbook.calculationMode === "Manual") return;
    const dirty = new Map(this.dirty);
    this.dirty.clear();
    this.afterCalculation(this.workbook.calculate(dirty));
  }

  calculate(): void {
    this.dirty.clear();
    this.afterCalculation(this.workbook.calculate());
  }

  private afterCalculation(sheets: Set<Sheet>): void {
    if (sheets.size > 0) this.touch();
    for (const sheet of sheets) this.events.fire(EVENT.calculated, sheet.id, { worksheetId: sheet.id });
  }

  /** Ends a request or a user's edit: formulas are worked out once, listeners are told once. */
  finish(): void {
    this.calculateIfNeeded();
    if (this.changed) this.notify({ type: "changed" });
    if (this.selected) this.notify({ type: "selection" });
    this.changed = false;
    this.selected = false;
  }

  notify(event: ChangeEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  select(sheet: Sheet, rect: Rect): void {
    if (sheet.visibility !== "Visible") throw excelError("InvalidOperation", `${sheet.name} is hidden`);
    const before = this.workbook.activeSheet;
    this.workbook.activeSheet = sheet;
    // Selecting a part of a merge selects the whole of it.
    const merge = sheet.mergeAt(rect.top, rect.left);
    const one = rect.top === rect.bottom && rect.left === rect.right;
    this.workbook.selection = one && merge ? { ...merge } : { ...rect };
    if (before !== sheet) this.fireActivation(before, sheet);
    this.fireSelection(sheet);
    this.selected = true;
  }

  activate(sheet: Sheet): void {
    if (sheet.visibility !== "Visible") throw excelError("InvalidOperation", `${sheet.name} is hidden`);
    const before = this.workbook.activeSheet;
    if (before === sheet) return;
    before.setSelection(this.workbook.selection, false);
    this.workbook.activeSheet = sheet;
    this.workbook.selection = storedSelection(sheet);
    this.fireActivation(before, sheet);
    this.fireSelection(sheet);
    this.selected = true;
    this.changed = true;
  }

  moveTracked(sheet: Sheet, move: (rect: Rect) => Rect | undefined): void {
    for (const target of [...this.tracked(), ...this.eventRanges.values()]) {
      if (target.sheet !== sheet || target.lost) continue;
      const next = move(target.rect);
      if (next) target.rect = next;
      else target.lost = true;
    }
  }

  eventRange(referenceId: string): RangeTarget | undefined {
    const found = this.eventRanges.get(referenceId);
    return found?.lost ? undefined : found;
  }

  showTaskpane(visible: boolean): void {
    this.taskpaneVisible = visible;
    this.notify({ type: "taskpane", visible });
  }

  // --- events

  private fireChange(sheet: Sheet, rect: Rect, change: CellChange): void {
    const anyone = this.events.listens(EVENT.dataChanged, sheet.id) || this.events.listens(EVENT.dataChanged, "Workbook");
    if (!anyone) return;
    const referenceId = `event${this.nextEventRange++}`;
    this.eventRanges.set(referenceId, { sheet, rect: { ...rect } });
    if (this.eventRanges.size > 1000) this.eventRanges.delete(this.eventRanges.keys().next().value!);
    const single = change.before !== undefined || change.after !== undefined;
    this.events.fire(EVENT.dataChanged, sheet.id, {
      changeType: change.type,
      source: "Local",
      worksheetId: sheet.id,
      address: rectName(rect),
      referenceId,
      triggerSource: this.source,
      shiftDirection: change.shift ?? "None",
      ...(single && {
        valueBefore: change.before,
        valueAfter: change.after,
        valueTypeBefore: typeName(change.before),
        valueTypeAfter: typeName(change.after),
      }),
    });
  }

  private fireActivation(before: Sheet, after: Sheet): void {
    this.events.fire(EVENT.deactivated, before.id, { worksheetId: before.id });
    this.events.fire(EVENT.activated, after.id, { worksheetId: after.id });
  }

  private fireSelection(sheet: Sheet): void {
    this.events.fire(EVENT.selectionChanged, sheet.id, { worksheetId: sheet.id, address: rectName(this.workbook.selection), workbookId: "" });
    this.events.fireAlways(DOCUMENT_SELECTION_CHANGED, "", {});
  }
}

function typeName(value: unknown): string {
  if (value === "" || value === undefined) return "Empty";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}
