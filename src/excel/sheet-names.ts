import type { SheetPlan } from "../attachments";
import { columnLetters, quotedSheet } from "../progress";
import { columnName, markerName } from "./ownership";

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
