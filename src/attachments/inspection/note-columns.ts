import { meaningKey, type Report } from "../../progress";
import type { FormColumn } from "../form";
import { wordsColumn } from "./words-column";

/** 项目进展情况: what each region reports of its projects, in its own words. */
export function noteColumns(report: Report): FormColumn[] {
  if (report.notes.length === 0) return [];
  return [wordsColumn(meaningKey({ kind: "note" }), ["项目进展情况"], (region) => report.notes.find((note) => note.region === region) ?? null)];
}
