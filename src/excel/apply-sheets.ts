import type { SheetKey, SheetPlan } from "../attachments";
import { fillSheet, setUpPage, sizeCells, addRules } from "./fill-sheet";
import { markerName } from "./ownership";
import type { WorkbookState } from "./workbook-state";

/** A sheet that was written. */
export interface WrittenSheet {
  key: SheetKey;
  name: string;
  /** true where a sheet of ours stood before and was brought up to date. */
  replaced: boolean;
}

const MAX_SHEET_NAME = 31;
const NOTHING_BESIDE = { queue: () => undefined, undo: async () => undefined };

/**
 * Writes planned sheets in one round trip, all or none. Each is built under a temporary name first; only when
 * all are complete does it take its name, or its content move into the sheet of ours that is there already
 * (whose name, place and users' references stay). After a failure the temporary sheets are taken away.
 * @param beside changes outside these sheets that belong to the same round trip, and how to take them back;
 *   queued after the sheets are built and before they take their names
 * @throws the Office.js error that stopped it; the workbook is then as it was
 */
export async function applySheets(
  context: Excel.RequestContext,
  state: WorkbookState,
  plans: readonly SheetPlan[],
  beside: { queue(): void; undo(): Promise<void> } = NOTHING_BESIDE,
): Promise<WrittenSheet[]> {
  const taken = new Set(state.sheets.map(({ name }) => name.toLowerCase()));
  const temporary: string[] = [];
  const written: WrittenSheet[] = [];
  const finish: (() => void)[] = [];
  for (const plan of plans) {
    const draftName = freeName(`~${plan.key}`, taken);
    temporary.push(draftName);
    const draft = context.workbook.worksheets.add(draftName);
    fillSheet(draft, plan);
    const standing = state.sheets.find(({ key }) => key === plan.key);
    if (standing) {
      written.push({ key: plan.key, name: standing.name, replaced: true });
      finish.push(() => moveInto(context, standing.name, draft, plan));
    } else {
      const name = freeName(plan.name, taken);
      written.push({ key: plan.key, name, replaced: false });
      finish.push(() => takeName(context, state, draft, plan.key, name));
    }
  }
  beside.queue();
  for (const step of finish) step();
  try {
    await context.sync();
  } catch (error) {
    await removeSheets(context, temporary);
    await beside.undo();
    throw error;
  }
  return written;
}

function takeName(
  context: Excel.RequestContext,
  state: WorkbookState,
  draft: Excel.Worksheet,
  key: SheetKey,
  name: string,
): void {
  draft.name = name;
  const { names } = context.workbook;
  if (state.markers.some((marker) => marker.key === key)) names.getItem(markerName(key)).delete();
  names.add(markerName(key), draft.getRange("A1")).visible = false;
}

/** Brings a standing sheet of ours up to date; references to it, its name and place stay. */
function moveInto(context: Excel.RequestContext, name: string, draft: Excel.Worksheet, plan: SheetPlan): void {
  const standing = context.workbook.worksheets.getItem(name);
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
  draft.delete();
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
