import type { Proofreading } from "../../src/notice";
import { cellName, type Language } from "../../src/progress";

const VERDICTS = {
  "zh-CN": { wrong: "有误", suspect: "存疑" },
  en: { wrong: "wrong", suspect: "suspect" },
} as const;
const MOST_CELLS = 3;

/** The proofreading for people on standard output: the count of each verdict, what is wrong or suspect, the hints. */
export function proofreadingReport(draft: string, { claims, hints }: Proofreading, language: Language): string {
  const chinese = language === "zh-CN";
  const count = (verdict: string) => claims.filter((claim) => claim.verdict === verdict).length;
  const [wrong, suspect, ok, unverified] = ["wrong", "suspect", "ok", "unverified"].map(count);
  const head = chinese
    ? `校核：${wrong} 处有误，${suspect} 处存疑，${ok} 处相符，${unverified} 处未核对`
    : `Proofreading: ${wrong} wrong, ${suspect} suspect, ${ok} right, ${unverified} not checked`;
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

/** Claims and hints as the result has them. */
export function proofreadingResult({ claims, hints }: Proofreading, language: Language) {
  return {
    claims: claims.map(({ kind, text, start, end, verdict, expected, why, cells }) => ({ kind, text, start, end, verdict, expected, why: why[language], cells: cells.map(cellName) })),
    hints: hints.map(({ code, text, start, end, replacement, message }) => ({ code, text, start, end, replacement, message: message[language] })),
  };
}
