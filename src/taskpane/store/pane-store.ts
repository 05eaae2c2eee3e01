import type { NoticeTarget, Outcome, Reading, ReadingOptions } from "../../actions";
import { describeError } from "../../excel";
import type { Proofreading } from "../../notice";
import type { IsoDate } from "../../progress";
import { corrected, movedFillings, wantedHints, withFillings } from "../model/draft";
import { noticeRequest } from "../model/notice-choice";
import type { HowToWrite, PaneActions } from "./pane-actions";
import { historyOf, INITIAL_STATE, lastWritten, READ, type PaneState, type Task, type View, type WriteKind, type Written } from "./pane-state";
import { followReading } from "./read-share";
import type { PaneStore } from "./contract";

/** Readings shorter than this, in milliseconds, show no bar. */
const QUICK = 500;

/** Where the result of a write is to be seen; null: wherever the user is. */
const VIEW_OF: Record<WriteKind, View | null> = {
  computeProgress: "progress",
  clearMarks: "progress",
  insertAttachments: "attachments",
  insertRanking: "attachments",
  insertCharts: "attachments",
  insertBrief: "attachments",
  writeNotice: "notice",
  writeProofreading: "check",
  updateOutdated: null,
  updateNotice: "notice",
};

/**
 * Makes the store over the actions. It knows neither React nor Office.js, so that a ribbon button can use it
 * while no pane is open; what it did stands in the state when the pane opens.
 * Tasks run one after another. Each write reads the workbook anew first: others may have changed its cells.
 * @param today the local day, asked at each reading
 */
export function createPaneStore(actions: PaneActions, today: () => IsoDate): PaneStore {
  let state = INITIAL_STATE;
  let queue: Promise<unknown> = Promise.resolve();
  let stopReading = new AbortController();
  const listeners = new Set<() => void>();

  function set(change: Partial<PaneState>): void {
    const changed = { ...state, ...change };
    // Who listens draws anew: not where all is as it was.
    if (keysOf(change).every((key) => Object.is(state[key], changed[key]))) return;
    state = changed;
    for (const listener of listeners) listener();
  }

  function readingOptions(): ReadingOptions {
    const { asOf, reading } = state;
    if (asOf === null) return { today: today() };
    // Of several months one is asked for; where the tables state no day, the clerk's counts.
    const isMonth = reading?.report.months?.some((month) => month.asOf === asOf) ?? false;
    return { ...(isMonth ? { asOf } : { dayIfNone: asOf }), today: today() };
  }

  /** @param also what else changes with the reading, so that the pane is drawn once */
  async function readAnew(also: Partial<PaneState> = {}): Promise<Reading> {
    stopReading = new AbortController();
    const { progress, end } = followReading(QUICK, (readShare) => set({ readShare }));
    try {
      const reading = await actions.readReport({ ...readingOptions(), signal: stopReading.signal, progress });
      set({ reading, stale: false, marked: hasMarks(reading), history: historyOf(reading, state.history), readShare: null, ...also });
      return reading;
    } catch (error) {
      const { code } = describeError(error);
      if (code === "no-county-table" || code === "empty-workbook") set({ reading: null });
      throw error;
    } finally {
      end();
      set({ readShare: null });
    }
  }

  async function write(kind: WriteKind, target: NoticeTarget | null, act: (reading: Reading) => Promise<Outcome>) {
    set({ view: VIEW_OF[kind] ?? state.view });
    const outcome = await act(await readAnew());
    const marked = outcome.past.touched.includes("marks") ? outcome.places.length > 0 : state.marked;
    const written: Written = { kind, outcome, target, isEarlier: false };
    set({ reading: outcome.reading, marked, history: historyOf(outcome.reading, [...state.history, written]) });
  }

  async function takeBack(written: Written): Promise<void> {
    const left = await actions.takeBack(written.outcome);
    set({ history: state.history.filter((one) => one !== written), takenBack: { kind: written.kind, left } });
    await readAnew();
  }

  /** Judges a text and shows it with what was found. */
  async function judge(reading: Reading, text: string): Promise<Proofreading> {
    const { fillings } = state.draft;
    const result = await actions.proofreadDraft(reading, text, { fillings });
    set({ draft: { ...state.draft, text, result } });
    return result;
  }

  async function work(task: Task): Promise<void> {
    switch (task.kind) {
      case "read":
        await readAnew({ shownFinding: null, busy: null, finished: task.kind });
        return;
      case "setDay": {
        const { report } = state.reading ?? (await readAnew());
        // It comes with what reads: the pane's first script does without its texts.
        const { dayRefusal } = await import(/* webpackChunkName: "at-start" */ "../model/choose-day");
        const refusal = task.asOf === null ? null : dayRefusal(report, task.asOf);
        if (refusal) throw refusal;
        set({ asOf: task.asOf });
        await readAnew();
        return;
      }
      case "changeTables":
        return set({ reading: await actions.changeTables(state.reading ?? (await readAnew()), task.change, readingOptions()) });
      case "computeProgress":
        return write(task.kind, null, (reading) => actions.computeProgress(reading, howOf(task)));
      case "insertAttachments":
        return write(task.kind, null, (reading) => actions.insertAttachments(reading, howOf(task)));
      case "insertRanking":
        return write(task.kind, null, (reading) => actions.insertRanking(reading, { ...howOf(task), indicators: state.ranked ?? undefined }));
      case "insertCharts":
        return write(task.kind, null, (reading) => actions.insertCharts(reading, { ...howOf(task), ends: state.chartEnds ?? undefined }));
      case "insertBrief":
        return write(task.kind, null, (reading) => actions.insertBrief(reading, howOf(task)));
      case "saveTemplate": {
        const { reading, unknownColumns } = await actions.saveTemplate(await readAnew(), task.key);
        return set({ reading, savedTemplate: { key: task.key, unknownColumns } });
      }
      case "forgetTemplate":
        return set({ reading: await actions.forgetTemplate(await readAnew(), task.key), savedTemplate: null });
      case "writeNotice":
        return write(task.kind, task.target, (reading) => actions.writeNotice(reading, task.target, { ...howOf(task), ...noticeRequest(state.notice, reading) }));
      case "updateOutdated":
        return write(task.kind, null, (reading) => actions.updateOutdated(reading, howOf(task)));
      case "updateNotice":
        return write(task.kind, null, (reading) => actions.updateNotice(reading, task.wanted, howOf(task)));
      case "exportNotice": {
        const reading = await readAnew();
        return actions.exportNotice(reading, { ...noticeRequest(state.notice, reading), charts: state.notice.charts, brief: state.notice.brief });
      }
      case "keepNotice":
        return set({ reading: await actions.keepNoticeSettings(await readAnew(), task.settings), notice: { ...state.notice, template: null, editing: null } });
      case "keepPeriod":
        return set({ reading: await actions.keepPeriod(await readAnew()) });
      case "clearMarks":
        return write(task.kind, null, (reading) => actions.clearMarks(reading));
      case "takeBack": {
        const written = lastWritten(state, task.of);
        if (written) await takeBack(written);
        return;
      }
      case "readDraft":
        return set({ draft: { ...state.draft, text: await actions.readSelectedDraft(), result: null, chosen: null, fillings: [] } });
      case "openDraft": {
        const text = await actions.openDraft(new Uint8Array(await task.file.arrayBuffer()));
        return set({ draft: { ...state.draft, text, result: null, chosen: null, fillings: [] } });
      }
      case "proofread":
        set({ view: "check" });
        await judge(await readAnew(), state.draft.text);
        return;
      case "fill":
        set({ draft: { ...state.draft, fillings: withFillings(state.draft.fillings, task.fillings) } });
        await judge(state.reading ?? (await readAnew()), state.draft.text);
        return;
      case "correct": {
        set({ draft: { ...state.draft, fillings: movedFillings(state.draft.fillings, task.correction) } });
        await judge(state.reading ?? (await readAnew()), corrected(state.draft.text, task.correction));
        return;
      }
      case "writeProofreading":
        return write(task.kind, null, async (reading) => {
          const { text, hints } = state.draft;
          const result = await judge(reading, text);
          return actions.writeProofreading(reading, text, { ...result, hints: wantedHints(result, hints) }, howOf(task));
        });
      case "keepSettings":
        return set({ reading: await actions.keepSettings(await readAnew(), task.settings, readingOptions()) });
      case "showCell":
        return actions.showCell(task.cell);
    }
  }

  async function perform(task: Task): Promise<boolean> {
    // Going to a cell is over at once: no button waits for it, and what was said last stays said.
    const isMove = task.kind === "showCell";
    const { finished, takenBack } = state;
    set({ busy: isMove ? null : task, blocked: null, finished: isMove ? finished : null, takenBack: isMove ? takenBack : null });
    try {
      await work(task);
      set({ busy: null, finished: isMove ? state.finished : task.kind });
      return true;
    } catch (error) {
      set({ busy: null, blocked: { problem: describeError(error), task } });
      return false;
    }
  }

  function run(task: Task): Promise<boolean> {
    const next = queue.then(() => perform(task));
    queue = next;
    return next;
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async watch() {
      try {
        await actions.watchChanges(
          () => state.reading,
          () => state.busy === null && set({ stale: true }),
        );
        return true;
      } catch {
        // Nothing is lost: every write reads the workbook anew, and the user can read again.
        return false;
      }
    },
    read: () => run(READ),
    cancelReading: () => stopReading.abort(),
    changeTables: (change) => run({ kind: "changeTables", change }),
    computeProgress: () => run({ kind: "computeProgress" }),
    insertAttachments: () => run({ kind: "insertAttachments" }),
    insertRanking: () => run({ kind: "insertRanking" }),
    rankBy: (ranked) => set({ ranked }),
    insertCharts: () => run({ kind: "insertCharts" }),
    insertBrief: () => run({ kind: "insertBrief" }),
    chartEnds: (chartEnds) => set({ chartEnds }),
    saveTemplate: (key) => run({ kind: "saveTemplate", key }),
    forgetTemplate: (key) => run({ kind: "forgetTemplate", key }),
    writeNotice: (target) => run({ kind: "writeNotice", target }),
    updateOutdated: () => run({ kind: "updateOutdated" }),
    updateNotice: (wanted) => run({ kind: "updateNotice", wanted }),
    exportNotice: () => run({ kind: "exportNotice" }),
    notice: (change) => set({ notice: { ...state.notice, ...change } }),
    keepNotice: (settings) => run({ kind: "keepNotice", settings }),
    keepPeriod: () => run({ kind: "keepPeriod" }),
    clearMarks: () => run({ kind: "clearMarks" }),
    showCell: (cell) => run({ kind: "showCell", cell }),
    keepSettings: (settings) => run({ kind: "keepSettings", settings }),
    readDraft: () => run({ kind: "readDraft" }),
    openDraft: (file) => run({ kind: "openDraft", file }),
    proofread: () => run({ kind: "proofread" }),
    writeProofreading: () => run({ kind: "writeProofreading" }),
    draft(change) {
      const draft = { ...state.draft, ...change };
      set({ draft: draft.text === state.draft.text ? draft : { ...draft, result: null, chosen: null, fillings: [] } });
    },
    editDraft: () => set({ draft: { ...state.draft, result: null, chosen: null } }),
    correct: (correction) => run({ kind: "correct", correction }),
    fill: (fillings) => run({ kind: "fill", fillings }),
    takeBack: (kind) => run({ kind: "takeBack", of: kind }),
    retry(edited) {
      if (!state.blocked) return Promise.resolve(true);
      const { task } = state.blocked;
      return run(edited && writesSheets(task) ? { ...task, edited } : task);
    },
    setAsOf: (asOf) => run({ kind: "setDay", asOf }),
    show: (view) => set({ view, shownFinding: null, shownField: null }),
    changeSettings: (unsaved) => set({ unsaved }),
    showField: (shownField) => set({ view: "settings", shownField, shownFinding: null }),
    showFinding: (finding) => set({ view: "data", shownFinding: finding }),
    list: (change) => set({ list: { ...state.list, ...change } }),
    dismissProblem: () => set({ blocked: null }),
    copied: () => set({ finished: "copied" }),
  };
}

/** Whether a task may meet sheets that were edited by hand. */
function writesSheets(task: Task): task is Extract<Task, HowToWrite & { edited?: unknown }> {
  return ["computeProgress", "insertAttachments", "insertRanking", "insertCharts", "insertBrief", "writeNotice", "writeProofreading", "updateOutdated", "updateNotice"].includes(task.kind);
}

function keysOf(change: Partial<PaneState>): (keyof PaneState)[] {
  return Object.keys(change) as (keyof PaneState)[];
}

function howOf({ edited }: HowToWrite): HowToWrite {
  return edited === undefined ? {} : { edited };
}

function hasMarks({ state }: Reading): boolean {
  return state.sheets.some(({ key, rules }) => key === null && rules.ours.length > 0);
}
