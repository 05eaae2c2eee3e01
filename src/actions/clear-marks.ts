import { removeMarks, withExcel } from "../excel";
import { outcomeOf, type Outcome } from "./outcome";
import type { Reading } from "./read-report";

/** 取消标记: takes every conditional format of ours off the staff's sheets; their own rules stay. */
export async function clearMarks(reading: Reading): Promise<Outcome> {
  const { state } = reading;
  const applied = await withExcel((context) => removeMarks(context, state));
  const sheets = state.sheets.map((sheet) => (sheet.key === null ? { ...sheet, rules: { ...sheet.rules, ours: [] } } : sheet));
  return outcomeOf({ ...reading, state: { ...state, sheets } }, applied, []);
}
