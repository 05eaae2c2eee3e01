import type { AllSettings, ExportRequest, KeptTemplate, NoticeRequest, NoticeTarget, Outcome, Reading, ReadingOptions, TableChange, TakenBack, TemplateKey } from "../../actions";
import type { EditedPolicy, StopWatching, Takeable } from "../../excel";
import type { NoticeSettings, Proofreading, ProofreadOptions } from "../../notice";
import type { CellAddress, RangeAddress } from "../../progress";

/** What becomes of sheets that the office has edited by hand. */
export interface HowToWrite {
  edited?: EditedPolicy;
}

/** The add-in's actions, as `src/actions` has them. */
export interface PaneActions {
  readReport(options: ReadingOptions): Promise<Reading>;
  computeProgress(reading: Reading, how: HowToWrite): Promise<Outcome>;
  insertAttachments(reading: Reading, how: HowToWrite): Promise<Outcome>;
  insertRanking(reading: Reading, how: HowToWrite & { indicators?: readonly string[] | undefined }): Promise<Outcome>;
  insertCharts(reading: Reading, how: HowToWrite & { ends?: boolean | undefined }): Promise<Outcome>;
  insertBrief(reading: Reading, how: HowToWrite): Promise<Outcome>;
  saveTemplate(reading: Reading, key: TemplateKey): Promise<KeptTemplate>;
  forgetTemplate(reading: Reading, key: TemplateKey): Promise<Reading>;
  writeNotice(reading: Reading, target: NoticeTarget, how: HowToWrite & NoticeRequest): Promise<Outcome>;
  updateOutdated(reading: Reading, how: HowToWrite): Promise<Outcome>;
  updateNotice(reading: Reading, wanted: readonly number[], how: HowToWrite): Promise<Outcome>;
  /** Makes the notice a Word file and lets the user save it. */
  exportNotice(reading: Reading, request: ExportRequest): Promise<void>;
  keepNoticeSettings(reading: Reading, settings: NoticeSettings): Promise<Reading>;
  keepPeriod(reading: Reading): Promise<Reading>;
  clearMarks(reading: Reading): Promise<Outcome>;
  keepSettings(reading: Reading, settings: AllSettings, options: ReadingOptions): Promise<Reading>;
  changeTables(reading: Reading, change: TableChange, options: ReadingOptions): Promise<Reading>;
  takeBack(written: Takeable): Promise<TakenBack>;
  showCell(cell: CellAddress | RangeAddress): Promise<void>;
  openDraft(bytes: Uint8Array): Promise<string>;
  readSelectedDraft(): Promise<string>;
  /** Judges a draft; pure, but its code is loaded when first used. */
  proofreadDraft(reading: Reading, draft: string, options: ProofreadOptions): Promise<Proofreading>;
  writeProofreading(reading: Reading, draft: string, proofreading: Proofreading, how: HowToWrite): Promise<Outcome>;
  watchChanges(latest: () => Reading | null, stale: () => void): Promise<StopWatching>;
}
