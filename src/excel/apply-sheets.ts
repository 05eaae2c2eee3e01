import { editsSince, recordOf, type HandEdit, type SheetKey, type SheetPlan, type SheetRecords } from "../attachments";
import { EditedByHand } from "./edited-by-hand";
import { addRules, fillSheet, setUpPage, sizeCells } from "./fill-sheet";
import { queueRecords } from "./kept-data";
import { columnName, keptName, markerName } from "./ownership";
import type { SheetState, WorkbookState } from "./workbook-state";

/** A sheet that was written. */
export interface WrittenSheet {
  key: SheetKey;
  name: string;
  /** true where a sheet of ours stood before and was brought up to date. */
  replaced: boolean;
  /** The sheet that was left to the office as it had edited it; ours stands beside it. */
  left: string | null;
}

/**
 * What becomes of a sheet of ours that the office has edited by hand: "ask" writes nothing and says so,
 * "replace" writes over it, "keep" leaves it to the office and writes ours beside it.
 */
export type EditedPolicy = "ask" | "replace" | "keep";

/** How sheets are written. */
export interface ApplyOptions {
  edited?: EditedPolicy | undefined;
  /** Changes outside these sheets that belong to the same round trip, and how to take them back. */
  beside?: { queue(): void; undo(): Promise<void> };
}

const MAX_SHEET_NAME = 31;

/**
 * Writes planned sheets in one round trip, all or none. Each is built under a temporary name first; only when
 * all are complete does it take its name, or its content move into the sheet of ours that is there already
 * (whose name, place and users' references stay). After a failure the temporary sheets are taken away.
 * @throws EditedByHand where a sheet was edited and the policy is "ask"; nothing is written then
 * @throws the Office.js error that stopped it; the workbook is then as it was
 */
export async function applySheets(
  context: Excel.RequestContext,
  state: WorkbookState,
  plans: readonly SheetPlan[],
  { edited = "ask", beside }: ApplyOptions = {},
): Promise<WrittenSheet[]> {
  const changed = editedSheets(state, plans);
  if (edited === "ask" && changed.length > 0) throw new EditedByHand(changed);
  const writer = new Writer(context, state);
  for (const plan of plans) writer.build(plan, edited === "keep" && changed.some(({ key }) => key === plan.key));
  beside?.queue();
  writer.finish(plans);
  try {
    await context.sync();
  } catch (error) {
    await removeSheets(context, writer.temporary);
    await beside?.undo();
    throw error;
  }
  return writer.written;
}

/** The sheets to be written that the office has edited since we wrote them, and what it changed. */
export function editedSheets(state: WorkbookState, plans: readonly SheetPlan[]): { key: SheetKey; name: string; edit: HandEdit }[] {
  return plans.flatMap((plan) => {
    const sheet = state.sheets.find(({ key }) => key === plan.key);
    const standing = sheet?.standing;
    if (!sheet || !standing) return [];
    // Without a record, what stands is taken for edited unless it is what would be written now.
    const edit = standing.record ? standing.edits : editsSince({ ...recordOf(plan), looks: [] }, standing.formulas, []);
    return edit ? [{ key: plan.key, name: sheet.name, edit }] : [];
  });
}

/** Queues what brings planned sheets into the workbook. */
class Writer {
  readonly temporary: string[] = [];
  readonly written: WrittenSheet[] = [];
  private readonly taken: Set<string>;
  private readonly steps: (() => void)[] = [];
  private keptCount: number;

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly state: WorkbookState,
  ) {
    this.taken = new Set(state.sheets.map(({ name }) => name.toLowerCase()));
    this.keptCount = state.keptCount;
  }

  /** Builds a sheet under a temporary name. */
  build(plan: SheetPlan, leaveStanding: boolean): void {
    const draftName = freeName(`~${plan.key}`, this.taken);
    this.temporary.push(draftName);
    const draft = this.context.workbook.worksheets.add(draftName);
    fillSheet(draft, plan);
    const standing = this.state.sheets.find(({ key }) => key === plan.key);
    if (standing && !leaveStanding) {
      this.written.push({ key: plan.key, name: standing.name, replaced: true, left: null });
      this.steps.push(() => this.moveInto(standing, draft, plan));
      return;
    }
    const name = freeName(plan.name, this.taken);
    this.written.push({ key: plan.key, name, replaced: false, left: standing?.name ?? null });
    this.steps.push(() => this.takeName(standing, draft, plan, name));
  }

  /** Queues that the built sheets take their names and places. */
  finish(plans: readonly SheetPlan[]): void {
    for (const step of this.steps) step();
    const records: SheetRecords = { ...this.state.records };
    for (const plan of plans) records[plan.key] = recordOf(plan);
    queueRecords(this.context, records);
  }

  private takeName(standing: SheetState | undefined, draft: Excel.Worksheet, plan: SheetPlan, name: string): void {
    const { names, worksheets } = this.context.workbook;
    draft.name = name;
    if (this.state.markers.some(({ key }) => key === plan.key)) names.getItem(markerName(plan.key)).delete();
    names.add(markerName(plan.key), draft.getRange("A1")).visible = false;
    if (standing) names.add(keptName(++this.keptCount), worksheets.getItem(standing.name).getRange("A1")).visible = false;
    this.markColumns(draft, plan);
  }

  /** Brings a standing sheet of ours up to date; references to it, its name and place stay. */
  private moveInto({ name }: SheetState, draft: Excel.Worksheet, plan: SheetPlan): void {
    const standing = this.context.workbook.worksheets.getItem(name);
    const everything = standing.getRange();
    everything.unmerge();
    everything.conditionalFormats.clearAll();
    everything.clear();
    const block = draft.getRangeByIndexes(0, 0, plan.rowCount, plan.columnCount);
    standing.getRangeByIndexes(0, 0, plan.rowCount, plan.columnCount).copyFrom(block);
    // A copy brings the rules along; they are laid anew so that there is one set of them, in our order.
    everything.conditionalFormats.clearAll();
    addRules(standing, plan);
    sizeCells(standing, plan);
    setUpPage(standing, plan);
    this.markColumns(standing, plan);
    draft.delete();
  }

  /** Marks the columns by names, so that they are known wherever the office moves them. */
  private markColumns(sheet: Excel.Worksheet, plan: SheetPlan): void {
    const { names } = this.context.workbook;
    for (const { key, name } of this.state.columnNames) if (key === plan.key) names.getItem(name).delete();
    const row = plan.parts.header;
    if (row === undefined) return;
    plan.columns.forEach(({ id }, column) => {
      const name = columnName(plan.key, id);
      if (name !== null) names.add(name, sheet.getCell(row, column)).visible = false;
    });
  }
}

/** The names that mark a plan's columns: only those of a sheet that the office may rearrange. */
export function columnNamesOf(plan: SheetPlan): string[] {
  return plan.parts.header === undefined ? [] : plan.columns.flatMap(({ id }) => columnName(plan.key, id) ?? []);
}

async function removeSheets(context: Excel.RequestContext, names: readonly string[]): Promise<void> {
  const found = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
  for (const sheet of found) sheet.load("name");
  await context.sync();
  for (const sheet of found) if (!sheet.isNullObject) sheet.delete();
  await context.sync();
}

/** A sheet name that no sheet bears yet: 进度计算, else 进度计算 (2); within Excel's 31 characters. */
function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted.slice(0, MAX_SHEET_NAME);
  for (let number = 2; taken.has(name.toLowerCase()); number++) {
    const suffix = ` (${number})`;
    name = `${wanted.slice(0, MAX_SHEET_NAME - suffix.length)}${suffix}`;
  }
  taken.add(name.toLowerCase());
  return name;
}
