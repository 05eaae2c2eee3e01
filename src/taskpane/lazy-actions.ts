import type * as actions from "../actions";
import type * as atStart from "../actions/at-start";
import type { PaneActions } from "./store";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * The add-in's actions behind a dynamic import: what reads, computes and writes arrives while the pane is being
 * drawn, and is no part of what the pane has to load first.
 * @param load begins the import; asked again after a failure, so that a retry can succeed
 * @param loadFirst the same for what the pane does by itself as it opens
 */
export function lazyActions(load: () => Promise<typeof actions>, loadFirst: () => Promise<typeof atStart> = load): PaneActions {
  return {
    readReport: async (options) => (await loadFirst()).readReport(options),
    computeProgress: async (reading, how) => (await load()).computeProgress(reading, how),
    insertAttachments: async (reading, how) => (await load()).insertAttachments(reading, how),
    insertRanking: async (reading, how) => (await load()).insertRanking(reading, how),
    insertCharts: async (reading, how) => (await load()).insertCharts(reading, how),
    insertBrief: async (reading, how) => (await load()).insertBrief(reading, how),
    saveTemplate: async (reading, key) => (await load()).saveTemplate(reading, key),
    forgetTemplate: async (reading, key) => (await load()).forgetTemplate(reading, key),
    writeNotice: async (reading, target, how) => (await load()).writeNotice(reading, target, how),
    updateOutdated: async (reading, how) => (await load()).updateOutdated(reading, how),
    updateNotice: async (reading, wanted, how) => (await load()).updateNotice(reading, wanted, how),
    exportNotice: async (reading, request) => {
      const { requireSavingFiles, saveFile } = await import("./host/save-file");
      requireSavingFiles();
      const bytes = await (await load()).exportNotice(reading, request);
      saveFile(`通报 ${reading.report.asOf}.docx`, bytes, WORD);
    },
    keepNoticeSettings: async (reading, settings) => (await load()).keepNoticeSettings(reading, settings),
    keepPeriod: async (reading) => (await load()).keepPeriod(reading),
    keepSettings: async (reading, settings, options) => (await load()).keepSettings(reading, settings, options),
    changeTables: async (reading, change, options) => (await load()).changeTables(reading, change, options),
    takeBack: async (written) => (await load()).takeBack(written),
    clearMarks: async (reading) => (await load()).clearMarks(reading),
    openDraft: async (bytes) => (await load()).openDraft(bytes),
    readSelectedDraft: async () => (await load()).readSelectedDraft(),
    proofreadDraft: async (reading, draft, options) => (await load()).proofreadInStretches(reading, draft, options),
    writeProofreading: async (reading, draft, proofreading, how) => (await load()).writeProofreading(reading, draft, proofreading, how),
    watchChanges: async (latest, stale) => (await loadFirst()).watchChanges(latest, stale),
    showCell: async (cell) => (await load()).showCell(cell),
  };
}
