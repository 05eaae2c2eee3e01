import type { Proofreading } from "../../src/notice";
import { cellName, type Language } from "../../src/progress";
import type { Draft } from "./draft";

const VERDICTS = {
  "zh-CN": { wrong: "有误", suspect: "存疑" },
  en: { wrong: "wrong", suspect: "suspect" },
} as const;
const MOST_CELLS = 3;

/** A draft with what was found in it. */
export interface CheckedDraft extends Draft {
  proofreading: Proofreading;
}

/**
 * The proofreading of one draft for people on standard output: the count of each verdict, what is wrong or suspect, the hints.
 * @param named whether the file is named, which it is where there are several
 */
export function proofreadingReport({ file, text: draft, proofreading: { claims, hints } }: CheckedDraft, named: boolean, language: Language): string {
  const chinese = language === "zh-CN";
  const count = (verdict: string) => claims.filter((claim) => claim.verdict === verdict).length;
  const [wrong, suspect, ok, unverified] = ["wrong", "suspect", "ok", "unverified"].map(count);
  const of = named ? `${file}  ` : "";
  const head = chinese
    ? `${of}校核：${wrong} 处有误，${suspect} 处存疑，${ok} 处相符，${unverified} 处未核对`
    : `${of}Proofreading: ${wrong} wrong, ${suspect} suspect, ${ok} right, ${unverified} not checked`;
  const lines = claims.flatMap(({ verdict, text, start, end, expected, why, cells }) => {
    if (verdict !== "wrong" && verdict !== "suspect") return [];
    const change = expected === null ? "" : chinese ? ` 改为 ${expected}` : ` → ${expected}`;
    const named = cells.slice(0, MOST_CELLS).map(cellName).join("、") + (cells.length > MOST_CELLS ? " …" : "");
    const around = `${draft.slice(Math.max(0, start - 10), start)}【${text}】${draft.slice(end, end + 10)}`.replace(/[\r\n]+/g, " ");
    return [`  ${VERDICTS[language][verdict]}  ${around}${change}  ${why[language]}${named === "" ? "" : ` (${named})`}`];
  });
  const style = hints.map(({ text, replacement, message }) => `  ${chinese ? "用语" : "style"}  ${text}${replacement === null ? "" : ` → ${replacement}`}  ${message[language]}`);
  return [head, ...lines, ...style].join("\n");
}

/** What was found as the result has it: `claims` of the only draft, `drafts` of several or of a folder's. */
export function proofreadingResults(checked: readonly CheckedDraft[], language: Language) {
  const [only] = checked;
  if (!only) return {};
  if (checked.length === 1) return proofreadingResult(only.proofreading, language);
  return { drafts: checked.map(({ file, proofreading }) => ({ file, ...proofreadingResult(proofreading, language) })) };
}

function proofreadingResult({ claims, hints }: Proofreading, language: Language) {
  return {
    claims: claims.map(({ why, cells, ...claim }) => ({ ...claim, why: why[language], cells: cells.map(cellName) })),
    hints: hints.map(({ code, text, start, end, replacement, message }) => ({ code, text, start, end, replacement, message: message[language] })),
  };
}
