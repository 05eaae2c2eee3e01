import type { NoticeTarget, Outcome, Reading } from "../../actions";
import type { Problem } from "../../excel";
import type { CellAddress, Finding, IsoDate, RangeAddress, Status } from "../../progress";

/** The five views, in working order. */
export const VIEWS = ["data", "progress", "attachments", "notice", "check"] as const;
export type View = (typeof VIEWS)[number];

/** Something the pane does with the workbook; kept with a problem so that it can be tried again. */
export type Task =
  | { kind: "read" }
  | { kind: "computeProgress" }
  | { kind: "insertAttachments" }
  | { kind: "writeNotice"; target: NoticeTarget }
  | { kind: "clearMarks" }
  | { kind: "showCell"; cell: CellAddress | RangeAddress };

/** Tasks that write to the workbook and leave an outcome to show. */
export type WriteKind = "computeProgress" | "insertAttachments" | "writeNotice";

/** What a write left behind, and what it was asked to do. */
export interface Written {
  outcome: Outcome;
  /** The notice's target; null for the other writes. */
  target: NoticeTarget | null;
}

export type ListOrder = "lowestFirst" | "highestFirst" | "asInTable";

/** How the list of regions is chosen and ordered. */
export interface ListSettings {
  /** Indicator id; null: the first one. */
  indicator: string | null;
  /** Statuses shown; empty: all. */
  statuses: readonly Status[];
  /** Part of a region's name. */
  query: string;
  order: ListOrder;
}

/** Everything the pane shows: plain data. */
export interface PaneState {
  view: View;
  /** What is under way; buttons that write wait for it. */
  busy: Task | null;
  /** The workbook as last read; null before the first reading and where no table was found. */
  reading: Reading | null;
  /** Whether marks of ours stand on the staff's sheets. */
  marked: boolean;
  /** The day that the user chose; null: the tables' own, else today. */
  asOf: IsoDate | null;
  /** What went wrong last, and what was being done. */
  blocked: { problem: Problem; task: Task } | null;
  /** What each write wrote last. */
  written: Partial<Record<WriteKind, Written>>;
  /** What was finished last: the live region tells it. */
  finished: Task["kind"] | "copied" | null;
  list: ListSettings;
  /** The finding that ⚠ of an indicator led to. */
  shownFinding: Finding | null;
}

export const INITIAL_STATE: PaneState = {
  view: "data",
  busy: null,
  reading: null,
  marked: false,
  asOf: null,
  blocked: null,
  written: {},
  finished: null,
  list: { indicator: null, statuses: [], query: "", order: "lowestFirst" },
  shownFinding: null,
};

/** Whether a problem says that the workbook has nothing to compute from. */
export function isWithoutTables(state: PaneState): boolean {
  const code = state.blocked?.problem.code;
  return state.reading === null && (code === "no-county-table" || code === "empty-workbook");
}
