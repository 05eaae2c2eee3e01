import type { NoticeFields, NoticeParagraph, Proofreading } from "../notice";
import { FIELD_NAMES } from "../notice/fields";
import type { CellAddress, Finding } from "../progress";
import { isAllUpToDate, type Outdated } from "./outdated";
import { planAttachments } from "./plan-attachments";
import type { Reading } from "./read-report";

/** Something that whoever signs the notice should know of first. */
export type SigningItem =
  | { kind: "field"; field: keyof NoticeFields; name: string; english: string }
  | { kind: "day"; finding: Finding }
  | { kind: "unread"; count: number; cell: CellAddress | null }
  | { kind: "errors"; count: number; finding: Finding }
  | { kind: "ownWords"; count: number }
  | { kind: "outdated" }
  | { kind: "attachments"; names: string[] }
  | { kind: "proofread"; wrong: number; suspect: number };

/** What a notice cannot go out without. */
const NEEDED: readonly (keyof NoticeFields)[] = ["number", "issuer", "issued"];
/** Findings that stand in the list under a name of their own. */
const OF_UNREAD = ["unreadable-number", "formula-error"];

/**
 * 签发前检查: what is missing, guessed, unread, unresolved, not the tables', out of date or found by the proofreader, in
 * the order in which it is put right. It stops nothing.
 * @param paragraphs the notice as it would be written
 * @param old null: not known yet
 * @param proofreading of those paragraphs; null: not known yet
 */
export function signingCheck(
  reading: Reading,
  paragraphs: readonly NoticeParagraph[],
  old: Outdated | null,
  proofreading: Proofreading | null,
): SigningItem[] {
  const { report, state } = reading;
  const { fields } = state.noticeSettings;
  const day = report.asOfOrigin === "guess" ? report.findings.find(({ code }) => code === "date-unknown") : undefined;
  const unread = report.indicators.flatMap(({ regions }) => regions.flatMap((row) => row.unread ?? []));
  const [cell] = unread.flatMap(({ cells }) => cells);
  const errors = report.findings.filter(({ severity, code }) => severity === "error" && !OF_UNREAD.includes(code));
  const own = paragraphs.filter((paragraph) => paragraph.own.length > 0);
  const missing = planAttachments(report, reading).filter(({ key }) => !state.sheets.some((sheet) => sheet.key === key));
  const verdicts = (verdict: string) => proofreading?.claims.filter((claim) => claim.verdict === verdict).length ?? 0;
  const [wrong, suspect] = [verdicts("wrong"), verdicts("suspect")];
  const isMissing = (field: keyof NoticeFields) => NEEDED.includes(field) && (fields[field] ?? "").trim() === "";
  const unfilled = FIELD_NAMES.filter(({ key }) => isMissing(key));
  const [first] = errors;
  return [
    ...(day ? [{ kind: "day" as const, finding: day }] : []),
    ...(unread.length > 0 ? [{ kind: "unread" as const, count: unread.length, cell: cell ?? null }] : []),
    ...(first ? [{ kind: "errors" as const, count: errors.length, finding: first }] : []),
    ...(old && !isAllUpToDate(old) ? [{ kind: "outdated" as const }] : []),
    ...(missing.length > 0 ? [{ kind: "attachments" as const, names: missing.map(({ name }) => name) }] : []),
    ...unfilled.map(({ key, name, english }) => ({ kind: "field" as const, field: key, name, english })),
    ...(own.length > 0 ? [{ kind: "ownWords" as const, count: own.length }] : []),
    ...(wrong + suspect > 0 ? [{ kind: "proofread" as const, wrong, suspect }] : []),
  ];
}
