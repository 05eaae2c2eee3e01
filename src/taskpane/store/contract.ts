import type { AllSettings, NoticeTarget, TableChange, TemplateKey } from "../../actions";
import type { EditedPolicy } from "../../excel";
import type { NoticeFields, NoticeSettings } from "../../notice";
import type { CellAddress, Finding, IsoDate, RangeAddress } from "../../progress";
import type { Filling } from "../../notice";
import type { DraftCorrection } from "../model/draft";
import type { DraftState, ListSettings, NoticeChoice, PaneState, View, WriteKind } from "./pane-state";

/** The pane's one place of state. Every task answers whether it succeeded and never rejects. */
export interface PaneStore {
  getState(): PaneState;
  subscribe(listener: () => void): () => void;
  /** Begins to notice when the staff's cells change; answers false where Excel does not let it listen. */
  watch(): Promise<boolean>;
  /** Reads the workbook; earlier results leave the pane. */
  read(): Promise<boolean>;
  /** Stops a reading that is under way. */
  cancelReading(): void;
  /** 更正: sets right what was taken for what. */
  changeTables(change: TableChange): Promise<boolean>;
  computeProgress(): Promise<boolean>;
  insertAttachments(): Promise<boolean>;
  /** 插入进度排名表, by the indicators chosen. */
  insertRanking(): Promise<boolean>;
  /** Chooses what to rank by; null: everything that has targets. */
  rankBy(indicators: readonly string[] | null): void;
  /** 插入进度图. */
  insertCharts(): Promise<boolean>;
  /** 插入领导快报. */
  insertBrief(): Promise<boolean>;
  /** Chooses whether charts of many regions show the first and last alone. */
  chartEnds(ends: boolean): void;
  /** 存为模板: keeps how the office has shaped a form. */
  saveTemplate(key: TemplateKey): Promise<boolean>;
  /** 恢复标准格式. */
  forgetTemplate(key: TemplateKey): Promise<boolean>;
  writeNotice(target: NoticeTarget): Promise<boolean>;
  /** 全部更新: writes anew what stands and is not what would be written now. */
  updateOutdated(): Promise<boolean>;
  /** Writes some paragraphs of the notice anew. @param wanted the changes, by their place in what is out of date */
  updateNotice(wanted: readonly number[]): Promise<boolean>;
  /** 导出 Word. */
  exportNotice(): Promise<boolean>;
  /** Changes how the notice is wanted, in this session. */
  notice(change: Partial<NoticeChoice>): void;
  /** Keeps the notice's settings in the workbook: its templates and which of them is used. */
  keepNotice(settings: NoticeSettings): Promise<boolean>;
  /** 保存本期. */
  keepPeriod(): Promise<boolean>;
  clearMarks(): Promise<boolean>;
  /** Takes the selected cells for the draft of 校核. */
  readDraft(): Promise<boolean>;
  /** Takes a Word or text file for the draft of 校核. */
  openDraft(file: Blob): Promise<boolean>;
  /** 校核: judges the draft by the workbook as it is now. */
  proofread(): Promise<boolean>;
  writeProofreading(): Promise<boolean>;
  /** Changes the draft or what is shown of it; a changed text is to be judged anew. */
  draft(change: Partial<Omit<DraftState, "result">>): void;
  /** Leaves what was found, to write on the draft. */
  editDraft(): void;
  /** 改为…: puts a statement of the draft right and judges the draft again. */
  correct(correction: DraftCorrection): Promise<boolean>;
  /** Sets slots of figures (这是2020年的, 这是全省的) and judges the draft again. */
  fill(fillings: readonly Filling[]): Promise<boolean>;
  showCell(cell: CellAddress | RangeAddress): Promise<boolean>;
  /** Keeps the office's settings in the workbook and computes anew by them. */
  keepSettings(settings: AllSettings): Promise<boolean>;
  /** 撤销: takes back what a write of a kind wrote last. */
  takeBack(kind: WriteKind): Promise<boolean>;
  /** Does again what a problem stopped. @param edited what becomes of sheets edited by hand, where the problem was that */
  retry(edited?: EditedPolicy): Promise<boolean>;
  /** Sets the day the figures stand for, where the tables state none (null: a guess), and reads again. */
  setAsOf(date: IsoDate | null): Promise<boolean>;
  show(view: View): void;
  /** Keeps settings that are being changed until they are saved, whatever view is shown; null: there are none. */
  changeSettings(unsaved: PaneState["unsaved"]): void;
  /** Shows the settings at a field of the notice. */
  showField(field: keyof NoticeFields): void;
  showFinding(finding: Finding): void;
  list(change: Partial<ListSettings>): void;
  dismissProblem(): void;
  /** The notice was put on the clipboard. */
  copied(): void;
}
