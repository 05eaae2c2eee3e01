import type { Outcome, TakenBack } from "../../actions";
import { lastWritten, type PaneState } from "../store/pane-state";
import { verdictCounts } from "../model/draft";
import type { Strings } from "./zh-CN";

/** What the live region says of the state: what is under way, else what was finished last. */
export function announcement(state: PaneState, strings: Strings): string {
  if (state.busy) return busyText(state.busy.kind, strings);
  switch (state.finished) {
    case "setDay":
    case "read": {
      const report = state.reading?.report;
      if (!report) return "";
      const errors = report.findings.filter(({ severity }) => severity === "error").length;
      return strings.readDone(report.tables.length, report.regions.length, errors);
    }
    case "computeProgress":
    case "insertAttachments":
    case "insertRanking":
    case "insertCharts":
    case "insertBrief":
    case "writeNotice":
    case "writeProofreading":
    case "updateOutdated":
    case "updateNotice": {
      const outcome = lastWritten(state, state.finished)?.outcome;
      return outcome ? strings.written(outcome.sheets.length + outcome.places.length) : "";
    }
    case "clearMarks":
      return marksClearedText(lastWritten(state, "clearMarks")?.outcome.remarks ?? [], strings);
    case "keepSettings":
      return strings.settingsKept;
    case "takeBack":
      return state.takenBack ? takenBackText(state.takenBack.left, strings) : "";
    case "proofread":
    case "correct":
    case "fill":
      return state.draft.result ? strings.verdictCounts(verdictCounts(state.draft.result)) : "";
    case "openDraft":
      return strings.draftOpened;
    case "readDraft":
      return strings.draftRead;
    case "exportNotice":
      return strings.exported;
    case "keepPeriod":
      return strings.periodKept;
    case "saveTemplate":
      return strings.formSaved;
    case "keepNotice":
    case "changeTables":
    case "forgetTemplate":
      return strings.settled;
    case "copied":
      return strings.copied;
    case "showCell":
    case null:
      return "";
  }
}

/** What is said after marks were taken off: all of them, or as far as Excel lets them go. */
export function marksClearedText(remarks: Outcome["remarks"], strings: Strings): string {
  return remarks.length === 0 ? strings.marksCleared : strings.marksPartlyCleared;
}

/** What is said after something was taken back. */
export function takenBackText({ sheets, remarks }: TakenBack, strings: Strings): string {
  const isWhole = sheets.length === 0 && remarks.length === 0;
  return [
    isWhole ? strings.takenBack : strings.partlyTakenBack,
    ...sheets.map(strings.notTakenBack),
    ...remarks.flatMap(({ kind, sheets: on }) => on.map(strings.remarks[kind])),
  ].join(" ");
}

/** What is said while a task runs. */
export function busyText(task: NonNullable<PaneState["busy"]>["kind"], strings: Strings): string {
  if (task === "read" || task === "setDay" || task === "readDraft" || task === "openDraft" || task === "changeTables") return strings.reading;
  if (task === "proofread" || task === "correct" || task === "fill") return strings.proofreading;
  if (task === "takeBack") return strings.takingBack;
  return task === "clearMarks" ? strings.clearingMarks : strings.working;
}
