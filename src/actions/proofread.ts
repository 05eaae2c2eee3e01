import { planProofreadingSheet, type ProofreadStatement } from "../attachments";
import { Problem, selectedLines, withExcel, writeSheets } from "../excel";
import {
  DraftFileError,
  draftFrom,
  proofread,
  proofreadSteps,
  type Claim,
  type DraftFileFault,
  type Hint,
  type Proofreading,
  type ProofreadOptions,
} from "../notice";
import { runInStretches } from "../progress";
import { outcomeOf, type Outcome } from "./outcome";
import type { Reading } from "./read-report";
import { wishesOf, type SheetSettings } from "./sheet-settings";

export type { ProofreadOptions } from "../notice";

/** Milliseconds that proofreading holds the processor: a person types meanwhile. */
const STRETCH = 20;
/** Signs shown on either side of a judged figure. */
const CONTEXT = 14;

/** 校核: judges every figure of a draft by the workbook as read; needs no round trip. */
export function proofreadDraft(reading: Reading, draft: string, options: ProofreadOptions = {}): Proofreading {
  return proofread(draft, reading.report, options);
}

/** The same in short stretches, so that the pane can be used meanwhile. */
export async function proofreadInStretches(reading: Reading, draft: string, options: ProofreadOptions = {}): Promise<Proofreading> {
  return runInStretches(proofreadSteps(draft, reading.report, options), { stretch: STRETCH });
}

/**
 * 读取所选单元格: the draft in the selected cells, a row a line. One round trip.
 * @throws Problem `selection` where they hold no text
 */
export async function readSelectedDraft(): Promise<string> {
  return (await withExcel(selectedLines)).join("\n");
}

/** What to do about a file that holds no draft. */
const FAULTS: Record<DraftFileFault, Record<"zh-CN" | "en", string>> = {
  "not-a-document": {
    "zh-CN":
      "这不是可以打开的 Word 文件。请打开 .docx 或 .txt；旧格式 .doc、WPS 的 .wps 和加了密码的文件请先另存为 .docx，或复制文字后粘贴。",
    en: "This is no Word file that can be opened. Open a .docx or .txt; save .doc, .wps and files with a password as .docx first, or paste the text.",
  },
  "too-large": {
    "zh-CN": "文件太大，不像是一份通报。请只复制通报的文字后粘贴。",
    en: "The file is too large for a notice. Copy the text of the notice and paste it.",
  },
  empty: {
    "zh-CN": "文件里没有文字（可能是扫描的图片）。请复制文字后粘贴。",
    en: "The file holds no text; it may be a scanned picture. Paste the text instead.",
  },
};

/**
 * 打开文件: the draft in a Word or text file; needs no round trip.
 * @throws Problem `draft-file` where it holds none
 */
export async function openDraft(bytes: Uint8Array): Promise<string> {
  try {
    return await draftFrom(bytes);
  } catch (error) {
    if (error instanceof DraftFileError) throw new Problem("draft-file", FAULTS[error.fault], { cause: error });
    throw error;
  }
}

/** 写入校核结果: writes the judged statements onto our sheet 校核结果, or brings it up to date. Two round trips. */
export function writeProofreading(
  reading: Reading,
  draft: string,
  proofreading: Proofreading,
  settings: Pick<SheetSettings, "edited"> = {},
): Promise<Outcome> {
  return writeProofreadings(reading, [{ draft, proofreading, file: null }], settings);
}

/** A proofread draft; with the file's name where there are several. */
interface ProofreadDraft {
  draft: string;
  proofreading: Proofreading;
  file: string | null;
}

/** Writes what was found in several drafts onto one sheet 校核结果, draft by draft. Two round trips. */
export async function writeProofreadings(
  reading: Reading,
  drafts: readonly ProofreadDraft[],
  settings: Pick<SheetSettings, "edited"> = {},
): Promise<Outcome> {
  const statements = drafts.flatMap(({ draft, proofreading, file }) => {
    const found = [
      ...proofreading.claims.map((claim) => statementOf(draft, claim, claim.verdict, claim.expected, claim.why, claim.cells)),
      ...proofreading.hints.map((hint) => statementOf(draft, hint, "hint", hint.replacement, hint.message, [])),
    ];
    return file === null ? found : found.map((one) => ({ ...one, context: `《${file}》${one.context}` }));
  });
  const plans = [planProofreadingSheet(statements, wishesOf(reading, "proofreading").keptWidths)];
  return outcomeOf(reading, await writeSheets(reading.state, "writeProofreading", plans, settings), plans);
}

function statementOf(
  draft: string,
  { text, start, end }: Claim | Hint,
  verdict: ProofreadStatement["verdict"],
  expected: string | null,
  why: Claim["why"],
  cells: Claim["cells"],
): ProofreadStatement {
  const before = draft.slice(Math.max(0, start - CONTEXT), start).replace(/^[^]*[\r\n]/, "");
  const after = draft.slice(end, end + CONTEXT).split(/[\r\n]/, 1)[0]!;
  const line = draft.slice(0, start).split(/\r\n|\r|\n/).length;
  return { verdict, text, line, context: `${before}【${text}】${after}`, expected, why, cells };
}
