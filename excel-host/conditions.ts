/** How the Excel that is played differs from one at its best: plain switches, and the modes that tests and the playground turn on by name. */

/** Which conditional formats cannot be read. Source: OfficeDev/office-js #5222, #6827, #6835, #6396. */
export type UnreadableRules =
  | "none"
  /** two rules of one kind that Excel's own dialog laid on the same cells: neither loads, neither can be deleted */
  | "dialog"
  /** nothing can be learned of a sheet's rules that stood when the workbook was opened, not even how many there are */
  | "all"
  /** rules that an add-in had deleted and that Ctrl+Z brought back: nothing of them loads, no call of theirs works */
  | "afterUndo"
  /** rules that stood when the workbook was opened load, and cannot be deleted */
  | "undeletable";

/** What may stand in the way; each at its best if left out. */
export interface Conditions {
  /** newest ExcelApi requirement set that is answered */
  excelApi: string;
  platform: "PC" | "Mac" | "OfficeOnline";
  /** another workbook is in front: what has to do with the window fails. #771, #5319 */
  otherWorkbook: boolean;
  unreadableRules: UnreadableRules;
  /** false: page set-up fails */
  printer: boolean;
  /** false: fitting to pages is taken and not done, as while the Page Layout tab is not shown. #1860 */
  fitToPages: boolean;
  /** columns of a sheet: 256 in the format of Excel 97 to 2003 */
  columns: number;
  rows: number;
  /** a chart sheet stands among the sheets; it has no cells. #2444 */
  chartSheet: boolean;
  /** false: `text` is given in full, as in columns that are wide enough */
  narrowText: boolean;
  /** bytes of a request and of a response; null: no limit, as on the desktop */
  payloadLimit: number | null;
  /** cells of one block: `values` of more are null, and no error. #4783, #6781 */
  cellLimit: number;
}

/** Excel on the web's limit on a request and on a response. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** The strictest of what holds everywhere: the web's limit and the desktop's. */
export const AT_BEST: Readonly<Conditions> = {
  excelApi: "1.17",
  platform: "PC",
  otherWorkbook: false,
  unreadableRules: "none",
  printer: true,
  fitToPages: true,
  columns: 16_384,
  rows: 1_048_576,
  chartSheet: false,
  narrowText: true,
  payloadLimit: PAYLOAD_LIMIT,
  cellLimit: 5_000_000,
};

/** A mode by name: what it plays, in one sentence, and the switches. */
export interface Mode {
  plays: string;
  conditions: Partial<Conditions>;
}

/** All modes, in the order of docs/reliability.md. */
export const MODES = {
  "another workbook in front": { plays: "adding, deleting and showing sheets, panes, grid lines and the selection fail", conditions: { otherWorkbook: true } },
  "rules of Excel's dialog": { plays: "two rules of one kind on the same cells do not load and cannot be deleted", conditions: { unreadableRules: "dialog" } },
  "rules unreadable": { plays: "nothing loads of rules that stood when the workbook was opened", conditions: { unreadableRules: "all" } },
  "rules after Ctrl+Z": { plays: "our rules that stood when the workbook was opened answer no call", conditions: { unreadableRules: "afterUndo" } },
  "rules undeletable": { plays: "rules that stood when the workbook was opened load and cannot be deleted", conditions: { unreadableRules: "undeletable" } },
  "no printer": { plays: "every call of the page set-up fails", conditions: { printer: false } },
  "fit to page ignored": { plays: "fitting to pages is taken and not done", conditions: { fitToPages: false } },
  "256 columns": { plays: "a workbook of Excel 97 to 2003: ranges beyond column IV or row 65,536 are refused", conditions: { columns: 256, rows: 65_536 } },
  "chart sheet": { plays: "a sheet that has no cells stands among the others", conditions: { chartSheet: true } },
  "text in full": { plays: "`text` is never ####: the other of the two behaviours", conditions: { narrowText: false } },
  Mac: { plays: "Office for Mac", conditions: { platform: "Mac" } },
  "ExcelApi 1.9": { plays: "no member of a later set", conditions: { excelApi: "1.9" } },
  desktop: { plays: "no limit on bytes, 5,000,000 cells to a block", conditions: { payloadLimit: null } },
  web: { plays: "5 MB to a request and a response", conditions: { platform: "OfficeOnline" } },
} satisfies Record<string, Mode>;

export type ModeName = keyof typeof MODES;

/** The conditions of some modes together. */
export function conditionsOf(...modes: readonly ModeName[]): Conditions {
  return Object.assign({ ...AT_BEST }, ...modes.map((mode) => MODES[mode].conditions)) as Conditions;
}
