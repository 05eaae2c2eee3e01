import type { Language } from "../progress";

/** What can stand in the way of an action, in terms of the user's own world. */
export type ProblemCode =
  | "no-county-table"
  | "empty-workbook"
  | "cell-edit-mode"
  | "protected"
  | "too-large"
  | "sheet-changed"
  | "selection"
  | "no-room"
  | "nothing-to-write"
  | "template"
  | "settings-file"
  | "draft-file"
  | "edited-by-hand"
  | "edited-since"
  | "other-day"
  | "not-supported"
  | "busy"
  | "other-workbook"
  | "no-answer"
  | "half-written"
  | "not-loaded"
  | "cancelled"
  | "unexpected";

/** An error that a clerk can act on: what happened, where, and what to do. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    /** The message in both languages. */
    readonly text: Record<Language, string>,
    options?: { cause?: unknown },
  ) {
    super(text["zh-CN"], options);
    this.name = "Problem";
  }
}

interface Wording {
  code: ProblemCode;
  text: Record<Language, string>;
}

/** Excel's error codes in a clerk's words; Excel's own messages are localised and meant for developers. */
const WORDINGS: Record<string, Wording> = {
  InvalidOperationInCellEditMode: {
    code: "cell-edit-mode",
    text: {
      "zh-CN": "Excel 正在编辑单元格，暂时不能读写。请按回车键或 Esc 键结束编辑，再试一次。",
      en: "A cell is being edited. Press Enter or Esc to leave it, then try again.",
    },
  },
  AccessDenied: {
    code: "protected",
    text: {
      "zh-CN": "Excel 拒绝了这次操作：工作表或工作簿受保护，也可能是杀毒软件拦截了加载项。请在“审阅”中取消保护后再试；没有设保护的，请让技术人员把 Excel 加载项加入杀毒软件的信任名单。已有内容没有改动。",
      en: "Excel refused: the sheet or workbook is protected, or antivirus software stands in the way. Remove the protection (Review tab) and try again; where there is none, ask IT to let the add-in pass. Nothing was changed.",
    },
  },
  ItemNotFound: {
    code: "sheet-changed",
    text: {
      "zh-CN": "读取之后有工作表被改名或删除。请重新读取后再试，没有写入任何内容。",
      en: "A sheet was renamed or deleted after it was read. Read again and retry; nothing was written.",
    },
  },
  RequestPayloadSizeLimitExceeded: {
    code: "too-large",
    text: {
      "zh-CN": "一次写入的内容超过了 Excel 的 5 MB 限制。请减少工作表数量或行数后再试。",
      en: "The request is larger than Excel's limit of 5 MB. Use fewer sheets or rows and try again.",
    },
  },
  ResponsePayloadSizeLimitExceeded: {
    code: "too-large",
    text: {
      "zh-CN": "工作簿的内容超过了 Excel 一次读取的 5 MB 限制。请隐藏与进度无关的大表后再试。",
      en: "The workbook is larger than Excel lets an add-in read at once (5 MB). Hide large unrelated sheets and try again.",
    },
  },
  InvalidSelection: {
    code: "selection",
    text: {
      "zh-CN": "当前选中的不是单元格区域，或者前面打开的是另一个工作簿。请回到本工作簿，选中空白单元格后再试。没有写入任何内容。",
      en: "The selection is no range of cells, or another workbook is in front. Return to this workbook, select empty cells and try again. Nothing was written.",
    },
  },
  // Microsoft's own code; older versions of Excel tell GeneralException or InvalidSelection instead.
  InactiveWorkbook: {
    code: "other-workbook",
    text: {
      "zh-CN": "前面打开的是另一个工作簿，Excel 这时不让加载项改动本工作簿。请切回本工作簿再试，写完之前不要切换。没有写入任何内容。",
      en: "Another workbook is in front, and Excel lets no add-in change this one meanwhile. Return to this workbook and try again; do not switch until it is done. Nothing was written.",
    },
  },
  UnsupportedSheet: {
    code: "selection",
    text: {
      "zh-CN": "当前工作表是图表，没有单元格。请切换到普通工作表，选中空白单元格后再试。没有写入任何内容。",
      en: "The sheet in front is a chart and has no cells. Go to an ordinary sheet, select empty cells and try again. Nothing was written.",
    },
  },
  ActivityLimitReached: {
    code: "busy",
    text: { "zh-CN": "Excel 正忙，请稍后再试。", en: "Excel is busy. Try again in a moment." },
  },
  // Not Excel's: a part of the pane is fetched when it is first used.
  ChunkLoadError: {
    code: "not-loaded",
    text: {
      "zh-CN": "面板的一部分没有下载到，您的表格没有改动。请检查网络后再试；如仍不行，请关闭面板重新打开。",
      en: "A part of the pane could not be fetched; your tables were not changed. Check the network and try again; if it fails again, close and reopen the pane.",
    },
  },
  RequestAborted: {
    code: "busy",
    text: {
      "zh-CN": "Excel 中断了这次操作，您的表格没有改动。请稍后再试。",
      en: "Excel broke off this operation; your tables were not changed. Try again in a moment.",
    },
  },
};
/** Codes for more cells or more memory than Excel gives an add-in. */
const TOO_LARGE = ["RangeExceedsLimit", "OperationCellsExceedLimit", "MemoryLimitReached"];
for (const code of TOO_LARGE) WORDINGS[code] = tooLargeWording();
WORDINGS.ItemAlreadyExists = WORDINGS.ItemNotFound ?? unexpected("ItemAlreadyExists");
WORDINGS.InvalidReference = WORDINGS.ItemNotFound ?? unexpected("InvalidReference");

WORDINGS.Timeout = WORDINGS.RequestAborted ?? unexpected("Timeout");

/** Cells that Excel told as null: more of them than one answer holds, and no error. Source: #4783, #6781. */
export function tooLarge(): Problem {
  const { code, text } = tooLargeWording();
  return new Problem(code, text);
}

function tooLargeWording(): Wording {
  return {
    code: "too-large",
    text: {
      "zh-CN": "单元格太多，超过了 Excel 一次给加载项的限度（500 万格）。请隐藏或移走与进度无关的大表后再试。没有改动任何内容。",
      en: "There are more cells than Excel gives an add-in at once (5 million). Hide or move large unrelated sheets and try again. Nothing was changed.",
    },
  };
}

/** @throws Problem `too-large` where Excel told the cells of a block as null */
export function told<T>(block: T | null): T {
  if (block === null) throw tooLarge();
  return block;
}

/**
 * Turns anything thrown by an action into a Problem that can be shown. Office.js errors are told apart by
 * their code, never by their localised message.
 */
export function describeError(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = codeOf(error);
  const wording = WORDINGS[code] ?? unexpected(code);
  return new Problem(wording.code, wording.text, { cause: error });
}

/** Whether Excel's answer was larger than it may be. */
export function isTooLarge(error: unknown): boolean {
  const code = codeOf(error);
  return code === "ResponsePayloadSizeLimitExceeded" || TOO_LARGE.includes(code) || (error instanceof Problem && error.code === "too-large");
}

/** Whether a sheet has no cells: a chart, a sheet of old macros. */
export function isSheetWithoutCells(error: unknown): boolean {
  return ["UnsupportedSheet", "UnsupportedOperation", "UnsupportedFeature", "NotImplemented"].includes(codeOf(error));
}

/** Asks for something that Excel may refuse, in a round trip of its own; null where it does. */
export async function attempt<T>(context: Excel.RequestContext, ask: () => T): Promise<T | null> {
  const asked = ask();
  try {
    await context.sync();
    return asked;
  } catch (error) {
    if (mayGoOn(error)) return null;
    throw error;
  }
}

/** Whether it is the thing asked for that Excel refuses, so that other things may still be asked. */
function mayGoOn(error: unknown): boolean {
  return !(error instanceof Problem) && codeOf(error) !== "InvalidOperationInCellEditMode";
}

/** Whether a write was stopped at a conditional format that stood before. */
export function isAboutRules(error: unknown): boolean {
  const { debugInfo } = (error ?? {}) as Partial<OfficeExtension.Error>;
  return /^ConditionalFormat(?:Collection)?\.(?:delete|getItem)/.test(debugInfo?.errorLocation ?? "");
}

/** The code of a failure: Excel's own where it has one. */
export function codeOf(error: unknown): string {
  if (typeof error === "object" && error !== null && "code" in error) return String(error.code);
  return error instanceof Error ? error.name : "UnknownError";
}

function unexpected(code: string): Wording {
  // Excel tells many things so, another workbook in front among them.
  const [chinese, english] = code === "GeneralException" ? ["切回本工作簿，不要切换到别的工作簿，", "Return to this workbook and do not switch to another, then try"] : ["", "Try"];
  return {
    code: "unexpected",
    text: {
      "zh-CN": `没有完成（错误代码 ${code}），您的表格没有改动。请${chinese}再试一次；如仍不行，请把此代码告诉技术人员。`,
      en: `Not completed (error code ${code}); your tables were not changed. ${english} again; if it fails again, report this code.`,
    },
  };
}
