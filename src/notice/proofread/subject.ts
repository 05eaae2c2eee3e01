import type { BacklogMeasure } from "../../progress";

/** What a figure of a draft is a figure of, before its measure: what the workbook has figures of. */
export type ClaimSubject =
  | { kind: "indicator"; id: string }
  | { kind: "backlog"; measure: BacklogMeasure }
  | { kind: "audit"; year: number | null; category: string | null }
  | { kind: "continuing" }
  /** 综合得分, 综合排名. */
  | { kind: "overall" };

/** Whose figure it is: the whole area's, some regions' together, or those of each of some regions. */
export type Scope = { kind: "all" } | { kind: "regions"; regions: readonly string[]; share: "together" | "each" | "either" };

/** What is said of an indicator in amounts. */
export type Measure = "target" | "done" | "rest" | "excess" | "projects";

export const ALL: Scope = { kind: "all" };

/** Whether two subjects are the same. */
export function sameSubject(a: ClaimSubject, b: ClaimSubject): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
