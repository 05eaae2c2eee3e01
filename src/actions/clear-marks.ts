import { removeMarks, withExcel } from "../excel";
import type { Outcome } from "./outcome";
import type { Reading } from "./read-report";
import { tracesOf } from "./traces";

/** 取消标记: takes every conditional format of ours off the staff's sheets; their own rules stay. */
export async function clearMarks(reading: Reading): Promise<Outcome> {
  const { state } = reading;
  const remarks = await withExcel((context) => removeMarks(context, state));
  const sheets = state.sheets.map((sheet) => (sheet.key === null ? { ...sheet, rules: { ...sheet.rules, ours: [] } } : sheet));
  return {
    reading: { ...reading, state: { ...state, sheets } },
    sheets: [],
    places: [],
    skipped: [],
    remarks,
    traces: { ...tracesOf(state, []), marks: [] },
  };
}
