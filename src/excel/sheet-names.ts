import type { SheetPlan } from "../attachments";
import { columnLetters, quotedSheet } from "../progress";
import { columnName, markerName } from "./ownership";

const MAX_SHEET_NAME = 31;

/** The names that mark a sheet of a plan and its columns, with what they refer to. */
export function namesOf(plan: SheetPlan, sheet: string): { name: string; formula: string; column: boolean }[] {
  const refer = (row: number, column: number) => `=${quotedSheet(sheet)}!$${columnLetters(column)}$${row + 1}`;
  return [
    { name: markerName(plan.key), formula: refer(0, 0), column: false },
    ...markedColumns(plan).map(({ name, row, column }) => ({ name, formula: refer(row, column), column: true })),
  ];
}

/** The header cells of columns that an office may rearrange, each with the name that marks it. */
export function markedColumns(plan: SheetPlan): { name: string; row: number; column: number }[] {
  const row = plan.parts.header;
  if (row === undefined) return [];
  return plan.columns.flatMap(({ id }, column) => {
    const name = columnName(plan.key, id);
    return name === null ? [] : [{ name, row, column }];
  });
}

/** A sheet name that no sheet bears yet: 进度计算, else 进度计算 (2); within Excel's 31 characters. */
export function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted.slice(0, MAX_SHEET_NAME);
  for (let number = 2; taken.has(name.toLowerCase()); number++) {
    const suffix = ` (${number})`;
    name = `${wanted.slice(0, MAX_SHEET_NAME - suffix.length)}${suffix}`;
  }
  taken.add(name.toLowerCase());
  return name;
}
