import type { AllSettings, NoticeTarget, Outcome, Reading, TableChange, TakenBack, TemplateKey } from "../../actions";
import type { EditedPolicy, PastWrite, Problem, Takeable, WriteKind } from "../../excel";
import type { Filling, HintSwitches, NoticeFields, NoticeSettings, Proofreading } from "../../notice";
import type { DraftCorrection } from "../model/draft";
import type { SettingsDraft } from "../model/settings-draft";
import type { CellAddress, Finding, IsoDate, RangeAddress, Status } from "../../progress";

/** The five views with a tab, in working order. */
export const VIEWS = ["data", "progress", "attachments", "notice", "check"] as const;
export type View = (typeof VIEWS)[number] | "settings";

/** Something the pane does with the workbook; kept with a problem so that it can be tried again. */
export type Task =
  | { kind: "read" }
  | { kind: "setDay"; asOf: IsoDate | null }
  | { kind: "changeTables"; change: TableChange }
  | { kind: "computeProgress"; edited?: EditedPolicy }
  | { kind: "insertAttachments"; edited?: EditedPolicy }
  | { kind: "insertRanking"; edited?: EditedPolicy }
  | { kind: "insertCharts"; edited?: EditedPolicy }
  | { kind: "insertBrief"; edited?: EditedPolicy }
  | { kind: "saveTemplate"; key: TemplateKey }
  | { kind: "forgetTemplate"; key: TemplateKey }
  | { kind: "writeNotice"; target: NoticeTarget; edited?: EditedPolicy }
  | { kind: "updateOutdated"; edited?: EditedPolicy }
  | { kind: "updateNotice"; wanted: readonly number[]; edited?: EditedPolicy }
  | { kind: "exportNotice" }
  | { kind: "keepNotice"; settings: NoticeSettings }
  | { kind: "keepPeriod" }
  | { kind: "clearMarks" }
  | { kind: "takeBack"; of: WriteKind }
  | { kind: "readDraft" }
  | { kind: "openDraft"; file: Blob }
  | { kind: "proofread" }
  | { kind: "correct"; correction: DraftCorrection }
  | { kind: "fill"; fillings: readonly Filling[] }
  | { kind: "writeProofreading"; edited?: EditedPolicy }
  | { kind: "keepSettings"; settings: AllSettings }
  | { kind: "showCell"; cell: CellAddress | RangeAddress };

export type { WriteKind } from "../../excel";

/** What a write left behind, and what it was asked to do. */
export interface Written {
  kind: WriteKind;
  outcome: Takeable & Pick<PastWrite, "sheets" | "places"> & Pick<Outcome, "skipped" | "remarks">;
  /** Whether it was before the pane was opened. */
  isEarlier: boolean;
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

/** The draft that 校核 is about. */
export interface DraftState {
  text: string;
  /** What was found in `text`; null while it is being written. */
  result: Proofreading | null;
  /** The claim that is looked at, by its index. */
  chosen: number | null;
  /** Hints on style that are not wanted are false. */
  hints: HintSwitches;
  /** What the clerk has said of figures in `text`. */
  fillings: readonly Filling[];
}

/** A template of the office's own while it is being written. */
export interface TemplateDraft {
  name: string;
  text: string;
  /** The kept template that it takes the place of; null: none, it is new. */
  replaces: string | null;
}

/** How the notice is wanted. */
export interface NoticeChoice {
  /** The template chosen in this session; null: the one that the workbook keeps. */
  template: string | null;
  /** Parts that are not wanted, as the template names them. */
  leftOut: readonly string[];
  /** Ids of the charts that its Word file shows. */
  charts: readonly string[];
  /** Whether 领导快报 is the first page of its Word file. */
  brief: boolean;
  /** The template being edited; null: none. */
  editing: TemplateDraft | null;
}

/** Everything the pane shows: plain data. */
export interface PaneState {
  view: View;
  /** What is under way; buttons that write wait for it. */
  busy: Task | null;
  /** The workbook as last read; null before the first reading and where no table was found. */
  reading: Reading | null;
  /** How far a long reading is, 0 to 1; null: none is under way, or it is quick. */
  readShare: number | null;
  /** Whether cells of the staff's changed since that reading. */
  stale: boolean;
  /** Whether marks of ours stand on the staff's sheets. */
  marked: boolean;
  /** The day that the user set for tables that state none; null: nobody set one. */
  asOf: IsoDate | null;
  /** What went wrong last, and what was being done. */
  blocked: { problem: Problem; task: Task } | null;
  /** What was written and can be taken back, in earlier sessions too, oldest first. */
  history: readonly Written[];
  /** What was taken back last, and what of it could not be. */
  takenBack: { kind: WriteKind; left: TakenBack } | null;
  /** What was finished last: the live region tells it. */
  finished: Task["kind"] | "copied" | null;
  list: ListSettings;
  draft: DraftState;
  notice: NoticeChoice;
  /** Indicators to rank by; null: all that have targets. */
  ranked: readonly string[] | null;
  /** Whether charts of many regions show the first and last alone; null: as those that stand. */
  chartEnds: boolean | null;
  /** The form whose template was saved last, and the columns that it could not take up; null: none was. */
  savedTemplate: { key: TemplateKey; unknownColumns: readonly string[] } | null;
  /** Settings that were changed and not saved, and what they were changed from; null: none. */
  unsaved: { before: AllSettings; draft: SettingsDraft } | null;
  /** The field of the notice that 签发前检查 led to. */
  shownField: keyof NoticeFields | null;
  /** The finding that ⚠ of an indicator led to. */
  shownFinding: Finding | null;
}

/** Reading the workbook: what the pane does as soon as it stands, and again when asked. */
export const READ: Task = { kind: "read" };

export const INITIAL_STATE: PaneState = {
  view: "data",
  busy: READ,
  reading: null,
  readShare: null,
  stale: false,
  marked: false,
  asOf: null,
  blocked: null,
  history: [],
  takenBack: null,
  finished: null,
  list: { indicator: null, statuses: [], query: "", order: "lowestFirst" },
  draft: { text: "", result: null, chosen: null, hints: {}, fillings: [] },
  notice: { template: null, leftOut: [], charts: [], brief: false, editing: null },
  ranked: null,
  chartEnds: null,
  savedTemplate: null,
  unsaved: null,
  shownField: null,
  shownFinding: null,
};

/** What a write of a kind wrote last; null before it ran, and after it was taken back. */
export function lastWritten({ history }: PaneState, kind: WriteKind): Written | null {
  return history.filter((written) => written.kind === kind).at(-1) ?? null;
}

/** Whether a write of a kind ran since the pane was opened. */
export function ranHere(state: PaneState, kind: WriteKind): boolean {
  return lastWritten(state, kind)?.isEarlier === false;
}

/** The writes that a workbook remembers; of those that this session did, more is known. */
export function historyOf({ state }: Reading, known: readonly Written[]): Written[] {
  return state.history.flatMap((past): Written[] => {
    const here = known.find(({ outcome, isEarlier }) => !isEarlier && outcome.past.id === past.id && outcome.past.kind === past.kind);
    if (here) return [here];
    const { kind, sheets, places } = past;
    return past.kept > 0 ? [{ kind, outcome: { sheets, places, skipped: [], remarks: [], past, undo: null }, isEarlier: true, target: null }] : [];
  });
}

/** Whether a problem says that the workbook has nothing to compute from. */
export function isWithoutTables(state: PaneState): boolean {
  const code = state.blocked?.problem.code;
  return state.reading === null && (code === "no-county-table" || code === "empty-workbook");
}
