import { recordOf, type HighlightPlan, type SheetPlan } from "../attachments";
import type { NoticeRecord } from "../notice";
import { marksOf } from "./apply-marks";
import { applySteps } from "./apply-steps";
import type { WriteKind } from "./past-write";
import { setUpPages } from "./page-setup";
import { planOfStep } from "./sheet-writer";
import { stepsOf, type Step } from "./step";
import { withExcel } from "./with-excel";
import type { WorkbookState } from "./workbook-state";
import type { Applied, EditedPolicy } from "./write-options";

/** How sheets are written, and what else belongs to the same write. */
export interface WriteOptions {
  edited?: EditedPolicy | undefined;
  /** Our marks on the staff's sheets from now on; left out: they stay as they are. */
  marks?: readonly HighlightPlan[] | undefined;
  /** What the notice that stands rests on. Left out: it stays. */
  noticeRecord?: NoticeRecord | undefined;
  /** What the write is to be known by among those that can be taken back: the cells that it marked. */
  places?: readonly string[] | undefined;
}

/**
 * Writes planned sheets, all or none, and then sets up their pages: two round trips, more as `applySteps` and
 * `setUpPages` say.
 * @throws Problem in a clerk's words; the workbook is then as it was
 */
export async function writeSheets(state: WorkbookState, kind: WriteKind, plans: readonly SheetPlan[], { edited, marks, noticeRecord, places = [] }: WriteOptions = {}): Promise<Applied> {
  const steps: Step[] = [
    ...plans.map((plan): Step => ({ kind: "sheet", key: plan.key, record: recordOf(plan), cells: plan.cells, widths: {} })),
    ...(marks ? [{ kind: "marks" as const, marks: marksOf(marks) }] : []),
    ...(noticeRecord ? [{ kind: "keep" as const, kept: { noticeRecord } }] : []),
  ];
  return withPages(await withExcel((context) => applySteps(context, state, steps, { as: { kind, places: [...places] }, edited })), steps);
}

/** What became of a write once the pages of its sheets are set up too; what could not be is a remark. */
export async function withPages(applied: Applied, steps: readonly Step[]): Promise<Applied> {
  const plans = stepsOf(steps, "sheet").map(planOfStep);
  const printed = applied.sheets.flatMap(({ key, name }) => plans.filter((plan) => plan.key === key).map((plan) => ({ name, plan })));
  return { ...applied, remarks: [...applied.remarks, ...(await setUpPages(printed))] };
}
