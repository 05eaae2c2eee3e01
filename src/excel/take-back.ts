import type { HighlightPlan, SheetKey, SheetPlan } from "../attachments";
import type { NoticeRecord } from "../notice";
import { applySheets, type Applied } from "./apply-sheets";
import { putBack } from "./put-back";
import { haveRules, queueCellsBefore, type CellsBefore } from "./cells-before";
import type { WorkbookState } from "./workbook-state";

/** What is to be taken back of earlier writes. */
export interface TakeBack {
  /** Sheets of ours that were added: they go, with the names and the record that belong to them. */
  remove: readonly SheetKey[];
  /** Sheets of ours that were written over: as they were. */
  restore: readonly SheetPlan[];
  /** The marks that stood on the staff's sheets before; null: marks stay as they are. */
  marks: readonly HighlightPlan[] | null;
  /** Cells of the staff's that were written into, as they were; null: none. */
  cells: CellsBefore | null;
  /** The record of the notice that stood before, null where none did; left out: it stays. */
  noticeRecord?: NoticeRecord | null | undefined;
}

/**
 * Takes back what was written, and nothing else, in one round trip; one more where marks were set, two where cells were
 * written into, and one where they were formatted.
 * Sheets that are gone already are passed over.
 * @param state the workbook as it is now
 * @returns the sheets that became what they were; how they are printed is the caller's to set up
 */
export async function takeBack(context: Excel.RequestContext, state: WorkbookState, { remove, restore, marks, cells, noticeRecord }: TakeBack): Promise<Applied> {
  let restoreLooks = () => false;
  const ruled = cells !== null && (await haveRules(context, cells));
  const applied = await applySheets(context, state, restore, {
    edited: "replace",
    marks: marks ?? undefined,
    noticeRecord,
    remove,
    last: () => {
      if (cells) restoreLooks = queueCellsBefore(context, cells, ruled);
    },
  });
  const finish = async () => {
    if (restoreLooks()) await context.sync();
  };
  await finish().catch((error: unknown) => putBack(error, finish));
  return applied;
}
