import { planProofreadingSheet, type ProofreadStatement } from "../attachments";
import { applySheets, selectedLines, withExcel } from "../excel";
import { proofread, type Claim, type Hint, type Proofreading, type ProofreadOptions } from "../notice";
import { afterWriting, type Outcome } from "./outcome";
import type { Reading } from "./read-report";
import { tracesOf } from "./take-back";
import { wishesOf, type SheetSettings } from "./sheet-settings";

export type { ProofreadOptions } from "../notice";

/** Signs shown on either side of a judged figure. */
const CONTEXT = 14;

/** 校核: judges every figure of a draft by the workbook as read; needs no round trip. */
export function proofreadDraft(reading: Reading, draft: string, options: ProofreadOptions = {}): Proofreading {
  return proofread(draft, reading.report, options);
}

/**
 * 读取所选单元格: the draft in the selected cells, a row a line. One round trip.
 * @throws Problem `selection` where they hold no text
 */
export async function readSelectedDraft(): Promise<string> {
  return (await withExcel(selectedLines)).join("\n");
}

/** 写入校核结果: writes the judged statements onto our sheet 校核结果, or brings it up to date. One round trip. */
export async function writeProofreading(reading: Reading, draft: string, proofreading: Proofreading, settings: Pick<SheetSettings, "edited"> = {}): Promise<Outcome> {
  const statements = [
    ...proofreading.claims.map((claim) => statementOf(draft, claim, claim.verdict, claim.expected, claim.why, claim.cells)),
    ...proofreading.hints.map((hint) => statementOf(draft, hint, "hint", hint.replacement, hint.message, [])),
  ];
  const plans = [planProofreadingSheet(statements, wishesOf(reading, "proofreading").keptWidths)];
  const sheets = await withExcel((context) => applySheets(context, reading.state, plans, settings));
  return { reading: afterWriting(reading, sheets, plans), sheets, places: [], skipped: [], traces: tracesOf(reading.state, plans) };
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
  const after = draft.slice(end, end + CONTEXT).replace(/[\r\n][^]*$/, "");
  const line = draft.slice(0, start).split(/\r\n|\r|\n/).length;
  return { verdict, text, line, context: `${before}【${text}】${after}`, expected, why, cells };
}
