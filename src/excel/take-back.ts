import type { HighlightPlan, SheetKey, SheetPlan, SheetRecords } from "../attachments";
import type { NoticeRecord } from "../notice";
import { queueHighlights, queueRuleRemoval, removeMarks } from "./apply-highlights";
import { applySheets } from "./apply-sheets";
import { queueCellsBefore, type CellsBefore } from "./cells-before";
import { queueNoticeRecord } from "./kept-data";
import { markerName } from "./ownership";
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
 * Takes back what was written, and nothing else, in one round trip; in two where cells were formatted. Sheets that are gone already are passed over.
 * @param state the workbook as it is now
 */
export async function takeBack(context: Excel.RequestContext, state: WorkbookState, { remove, restore, marks, cells, noticeRecord }: TakeBack): Promise<void> {
  const { names, worksheets } = context.workbook;
  const removed = state.sheets.filter(({ key }) => key !== null && key !== "kept" && remove.includes(key));
  const left: WorkbookState = { ...state, records: without(state.records, remove) };
  let restoreLooks = () => false;
  await applySheets(context, left, restore, {
    edited: "replace",
    beside: {
      queue() {
        for (const { key } of state.markers) if (remove.includes(key)) names.getItem(markerName(key)).delete();
        for (const { key, name } of state.columnNames) if (remove.includes(key)) names.getItem(name).delete();
        for (const { name } of removed) worksheets.getItem(name).delete();
        if (marks?.length === 0) queueRuleRemoval(context, state);
        else if (marks) queueHighlights(context, state, marks);
        if (cells) restoreLooks = queueCellsBefore(context, cells);
        if (noticeRecord !== undefined) queueNoticeRecord(context, noticeRecord);
      },
      undo: () => (marks ? removeMarks(context, state) : Promise.resolve()),
    },
  });
  if (restoreLooks()) await context.sync();
}

function without(records: SheetRecords, keys: readonly SheetKey[]): SheetRecords {
  return Object.fromEntries(Object.entries(records).filter(([key]) => !keys.includes(key as SheetKey)));
}
