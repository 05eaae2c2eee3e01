import type { HighlightPlan, SheetKey } from "../attachments";
import type { NoticeRecord } from "../notice";

/** A sheet that was written. */
export interface WrittenSheet {
  key: SheetKey;
  name: string;
  /** true where a sheet of ours stood before and was brought up to date. */
  replaced: boolean;
  /** The sheet that was left to the office as it had edited it; ours stands beside it. */
  left: string | null;
  /** The names of its charts. */
  charts: string[];
}

/**
 * What becomes of a sheet of ours that the office has edited by hand: "ask" writes nothing and says so,
 * "replace" writes over it, "keep" leaves it to the office and writes ours beside it.
 */
export type EditedPolicy = "ask" | "replace" | "keep";

/** How sheets are written, and what else belongs to the same write. */
export interface ApplyOptions {
  edited?: EditedPolicy | undefined;
  /** Our marks on the staff's sheets from now on; left out: they stay as they are. */
  marks?: readonly HighlightPlan[] | undefined;
  /** What the notice that stands rests on; null: none stands. Left out: it stays. */
  noticeRecord?: NoticeRecord | null | undefined;
  /** Sheets of ours that go. */
  remove?: readonly SheetKey[] | undefined;
  /** Queues what cannot be put back, after all else is done; queued again where a failure stops it. */
  last?: (() => void) | undefined;
}
