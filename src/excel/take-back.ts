import type { HighlightPlan, SheetKey, SheetPlan } from "../attachments";
import type { NoticeRecord } from "../notice";
import { applySheets } from "./apply-sheets";
import { putBack } from "./problem";
import { queueCellsBefore, type CellsBefore } from "./cells-before";
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
 * Takes back what was written, and nothing else, in one round trip; two where marks were set or cells were formatted.
 * Sheets that are gone already are passed over.
 * @param state the workbook as it is now
 */
export async function takeBack(context: Excel.RequestContext, state: WorkbookState, { remove, restore, marks, cells, noticeRecord }: TakeBack): Promise<void> {
  let restoreLooks = () => false;
  await applySheets(context, state, restore, {
    edited: "replace",
    marks: marks ?? undefined,
    noticeRecord,
    remove,
    last: () => {
      if (cells) restoreLooks = queueCellsBefore(context, cells);
    },
  });
  const finish = async () => {
    if (restoreLooks()) await context.sync();
  };
  await finish().catch((error: unknown) => putBack(error, finish));
}
