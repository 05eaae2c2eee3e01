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
  | "not-supported"
  | "busy"
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
      "zh-CN": "工作表或工作簿受保护，无法写入。请在“审阅”中取消保护后再试。已有内容没有改动。",
      en: "The sheet or workbook is protected. Remove the protection (Review tab) and try again. Nothing was changed.",
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
      "zh-CN": "当前选中的不是单元格区域。请选中空白单元格后再试。",
      en: "The selection is no range of cells. Select empty cells and try again.",
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
WORDINGS.ItemAlreadyExists = WORDINGS.ItemNotFound ?? unexpected("ItemAlreadyExists");
WORDINGS.InvalidReference = WORDINGS.ItemNotFound ?? unexpected("InvalidReference");

WORDINGS.Timeout = WORDINGS.RequestAborted ?? unexpected("Timeout");

/**
 * After a failure of a write: puts back what it had changed.
 * @param undo called again where it fails: what stopped the write may have stopped it too
 * @throws a Problem `half-written` where what was changed could not be put back
 */
export async function putBack<T>(failure: unknown, undo: () => Promise<T>): Promise<T> {
  // What has no answer yet may still be done as a whole: nothing is to be put back.
  if (failure instanceof Problem && failure.code === "no-answer") throw failure;
  try {
    return await undo().catch(undo);
  } catch (error) {
    throw halfWritten(failure, error);
  }
}

/** What could neither be finished nor put back, with what to do about it. */
function halfWritten(failure: unknown, undoing: unknown): Problem {
  const { text } = describeError(failure);
  return new Problem(
    "half-written",
    {
      "zh-CN": `${text["zh-CN"].replace(/(?:，您的表格没有改动|已有内容没有改动。|，没有写入任何内容)/, "")}而且没能恢复原样：工作簿里可能留下名称以“~”开头的临时工作表。请重新读取后再写一次，届时会自动清理；也可以不保存，关闭后重新打开。`,
      en: `Not completed, and it could not be undone: temporary sheets whose names begin with "~" may be left. Read again and write once more, which clears them away; or close the workbook without saving and open it again.`,
    },
    { cause: new AggregateError([failure, undoing]) },
  );
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
  return codeOf(error) === "ResponsePayloadSizeLimitExceeded";
}

function codeOf(error: unknown): string {
  if (typeof error === "object" && error !== null && "code" in error) return String(error.code);
  return error instanceof Error ? error.name : "UnknownError";
}

function unexpected(code: string): Wording {
  return {
    code: "unexpected",
    text: {
      "zh-CN": `没有完成（错误代码 ${code}），您的表格没有改动。请再试一次；如仍不行，请把此代码告诉技术人员。`,
      en: `Not completed (error code ${code}); your tables were not changed. Try again; if it fails again, report this code.`,
    },
  };
}
