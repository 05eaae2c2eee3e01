import type { CellAddress, RangeAddress } from "./address";
import type { IsoDate } from "./calendar";

/** Finding codes of the headless contract. */
export type FindingCode =
  | "total-mismatch"
  | "rate-mismatch"
  | "unreadable-number"
  | "formula-error"
  | "duplicate-region"
  | "part-exceeds-whole"
  | "negative-value"
  | "unit-conflict"
  | "source-conflict"
  | "unknown-region"
  | "zero-target"
  | "text-under-merge"
  | "figures-left-out"
  | "ambiguous-table"
  | "ambiguous-column"
  | "months-unclear"
  | "kept-differs"
  | "date-unknown"
  | "missing-region"
  | "unmapped-column"
  | "blank-done"
  | "hidden-source"
  | "kept-set-aside";

export type Severity = "error" | "warning" | "info";

export type Language = "zh-CN" | "en";

/** Something a clerk should know of, with the cells to look at. */
export interface Finding {
  code: FindingCode;
  severity: Severity;
  cells: (CellAddress | RangeAddress)[];
  /** The message in both languages: what, both numbers where two disagree, what was done. */
  message: Record<Language, string>;
  /** A label that no region bears, with the names that were likely meant: one click sets it right. */
  likely?: { label: string; names: readonly string[] };
  /** The day whose kept figures it is about. */
  period?: IsoDate;
}

const SEVERITY: Record<FindingCode, Severity> = {
  "total-mismatch": "error",
  "rate-mismatch": "error",
  "unreadable-number": "error",
  "formula-error": "error",
  "duplicate-region": "error",
  "part-exceeds-whole": "error",
  "negative-value": "error",
  "unit-conflict": "error",
  "source-conflict": "error",
  "unknown-region": "warning",
  "zero-target": "warning",
  "text-under-merge": "error",
  "figures-left-out": "warning",
  "ambiguous-table": "warning",
  "ambiguous-column": "warning",
  "months-unclear": "warning",
  "kept-differs": "warning",
  "date-unknown": "warning",
  "missing-region": "info",
  "unmapped-column": "info",
  "blank-done": "info",
  "hidden-source": "info",
  "kept-set-aside": "warning",
};

const WORST_FIRST: readonly Severity[] = ["error", "warning", "info"];

/**
 * Makes a finding with the severity that its code has.
 * @param chinese the message that staff see
 * @param english the same message in English
 */
export function finding(
  code: FindingCode,
  cells: readonly (CellAddress | RangeAddress)[],
  chinese: string,
  english: string,
): Finding {
  return {
    code,
    severity: SEVERITY[code],
    cells: [...cells],
    message: { "zh-CN": chinese, en: english },
  };
}

/** The same finding for the record only, where nothing that is computed depends on it. */
export function forTheRecord(given: Finding): Finding {
  return { ...given, severity: "info" };
}

/** Sorts findings worst first, otherwise in the order in which they were met. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return WORST_FIRST.flatMap((severity) => findings.filter((one) => one.severity === severity));
}
