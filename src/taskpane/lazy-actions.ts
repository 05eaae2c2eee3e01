import type * as actions from "../actions";
import type { PaneActions } from "./store";

/**
 * The add-in's actions behind a dynamic import: what reads, computes and writes arrives while the pane is being
 * drawn, and is no part of what the pane has to load first.
 * @param load begins the import; asked again after a failure, so that a retry can succeed
 */
export function lazyActions(load: () => Promise<typeof actions>): PaneActions {
  return {
    readReport: async (options) => (await load()).readReport(options),
    computeProgress: async (reading, how) => (await load()).computeProgress(reading, how),
    insertAttachments: async (reading, how) => (await load()).insertAttachments(reading, how),
    writeNotice: async (reading, target, how) => (await load()).writeNotice(reading, target, how),
    takeBack: async (outcome, earlier) => (await load()).takeBack(outcome, earlier),
    clearMarks: async (reading) => (await load()).clearMarks(reading),
    readSelectedDraft: async () => (await load()).readSelectedDraft(),
    proofreadDraft: async (reading, draft) => (await load()).proofreadDraft(reading, draft),
    writeProofreading: async (reading, draft, proofreading, how) => (await load()).writeProofreading(reading, draft, proofreading, how),
    watchChanges: async (latest, stale) => (await load()).watchChanges(latest, stale),
    showCell: async (cell) => (await load()).showCell(cell),
  };
}
