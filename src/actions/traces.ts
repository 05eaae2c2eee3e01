import { planBefore, type HighlightPlan, type SheetPlan } from "../attachments";
import type { CellsBefore, WorkbookState } from "../excel";
import type { NoticeRecord } from "../notice";

/** What a write left in the workbook, and what stood there before: what taking it back needs to know. */
export interface Traces {
  plans: readonly SheetPlan[];
  /** Sheets of ours that stood and were written over, where it is known how they stood. */
  before: readonly SheetPlan[];
  /** The marks that were set; null: marks were not touched. */
  marks: readonly HighlightPlan[] | null;
  /** Whether marks stood before. */
  wasMarked: boolean;
  /** Cells of the staff's that the notice went into. */
  cells: { before: CellsBefore; texts: string[] } | null;
  /** The record of the notice before; left out: it was not touched. */
  noticeRecord?: NoticeRecord | null;
}

/** The traces of a write of sheets alone. */
export function tracesOf(state: WorkbookState, plans: readonly SheetPlan[]): Traces {
  const before = plans.flatMap((plan) => {
    const standing = state.sheets.find(({ key }) => key === plan.key)?.standing;
    return (standing?.record && planBefore(plan, standing.record, standing.formulas)) ?? [];
  });
  const wasMarked = state.sheets.some(({ key, rules }) => key === null && rules.ours.length > 0);
  return { plans, before, marks: null, wasMarked, cells: null };
}
