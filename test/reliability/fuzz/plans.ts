import { checkFormula } from "../../../excel-host/engine/formulaSyntax";
import { hasAttachmentTwo, planAttachmentOne, planAttachmentTwo, planHighlights, planProgressSheet, planRanking, type PlannedRule, type SheetPlan } from "../../../src/attachments";
import type { Report } from "../../../src/progress";
import type { SheetGrid } from "../../../src/tables";

/** Excel's own limits. */
const MOST = { formula: 8192, literal: 255, text: 32_767, hintTitle: 32, hint: 255, rows: 1_048_576, columns: 16_384, width: 255, height: 409.5, arguments: 255 };

/** Every sheet that is made of a report. */
export function plansOf(report: Report): SheetPlan[] {
  const ranking = planRanking(report);
  return [planProgressSheet(report), planAttachmentOne(report), ...(hasAttachmentTwo(report) ? [planAttachmentTwo(report)] : []), ...(ranking ? [ranking] : [])];
}

/** What Excel would not take of the sheets and marks made of a report, and formulas that point at nothing. */
export function refused(report: Report, sheets: readonly SheetGrid[]): string[] {
  const marks = planHighlights(report).flatMap(({ range, rules }) => rules.flatMap((rule) => badFormulas(ruleFormulas(rule), sheets, MOST.rows, range.sheet)));
  return [...marks, ...plansOf(report).flatMap((plan) => badPlan(plan, sheets).map((trouble) => `${plan.key}: ${trouble}`))];
}

function badPlan(plan: SheetPlan, sheets: readonly SheetGrid[]): string[] {
  const cells = plan.cells.flat();
  const formulas = [...cells.flatMap((cell) => (cell.kind === "formula" ? [cell.formula] : [])), ...plan.rules.flatMap(({ rules }) => rules.flatMap(ruleFormulas))];
  const texts = cells.flatMap((cell) => (cell.kind === "text" && cell.text.length > MOST.text ? [`a text of ${cell.text.length} signs`] : []));
  const numbers = cells.flatMap((cell) => (cell.kind === "number" && !Number.isFinite(cell.value) ? [`the number ${cell.value}`] : []));
  const hints = plan.hints.flatMap(({ title, message }) => (title.length > MOST.hintTitle || message.length > MOST.hint ? [`a hint of ${message.length} signs`] : []));
  const sizes = [...plan.columnWidths.filter((one) => !(one >= 0 && one <= MOST.width)).map((one) => `a width of ${one}`), ...plan.rowHeights.filter((one) => !(one >= 0 && one <= MOST.height)).map((one) => `a height of ${one}`)];
  return [...badFormulas(formulas, sheets, plan.rowCount, null), ...texts, ...numbers, ...hints, ...sizes, ...overlapping(plan)];
}

function ruleFormulas(rule: PlannedRule): string[] {
  return [rule.kind === "status" ? rule.formula : rule.lower];
}

/** @param lastRow of the sheet on which the formulas stand @param home that sheet, where it is the staff's */
function badFormulas(formulas: readonly string[], sheets: readonly SheetGrid[], lastRow: number, home: string | null): string[] {
  return [...new Set(formulas)].flatMap((formula) => {
    const trouble = badFormula(formula, sheets, lastRow) ?? (home !== null && /'!/.test(withoutLiterals(formula)) ? "a mark that looks at another sheet" : null);
    return trouble === null ? [] : [`${trouble}: ${formula.slice(0, 300)}`];
  });
}

const REFERENCE = /(?:'((?:[^']|'')+)'!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?(?![A-Za-z0-9(])/g;

function badFormula(formula: string, sheets: readonly SheetGrid[], lastRow: number): string | null {
  if (!formula.startsWith("=")) return "no formula";
  if (formula.length > MOST.formula) return `${formula.length} signs`;
  try {
    checkFormula(formula.slice(1));
  } catch (error) {
    return (error as Error).message;
  }
  const literals = [...withoutSheets(formula).matchAll(/"((?:[^"]|"")*)"/g)].map(([, text]) => text ?? "");
  if (literals.some((text) => text.replaceAll('""', '"').length > MOST.literal)) return "a text of more than 255 signs";
  for (const [, sheet, ...ends] of withoutLiterals(formula).matchAll(REFERENCE)) {
    const grid = sheet === undefined ? null : sheets.find(({ name }) => name === sheet.replaceAll("''", "'"));
    if (grid === undefined) return `no sheet ${sheet}`;
    const rows = [ends[1], ends[3] ?? ends[1]].map((text) => Number(text) - 1);
    const columns = [ends[0], ends[2] ?? ends[0]].map((text) => columnNumber(text ?? ""));
    const inside = (at: readonly number[], first: number, count: number) => at.every((one) => one >= first && one < first + count);
    if (!inside(rows, grid?.row ?? 0, grid ? heightOf(grid) : lastRow)) return "cells outside what is used";
    if (!inside(columns, grid?.column ?? 0, grid ? widthOf(grid) : MOST.columns)) return "columns outside what is used";
  }
  return null;
}

/** The rows that a sheet uses, merged areas that reach beyond its cells included. */
function heightOf({ row, values, merges }: SheetGrid): number {
  return Math.max(values.length, ...(merges ?? []).map((merge) => merge.row + merge.rowCount - row));
}

function widthOf({ column, values, merges }: SheetGrid): number {
  return Math.max(values[0]?.length ?? 0, ...(merges ?? []).map((merge) => merge.column + merge.columnCount - column));
}

/** Texts in quotes are emptied; sheets' names, which may hold quotes, are kept. */
function withoutLiterals(formula: string): string {
  return formula.replace(/'(?:[^']|'')*'!|"(?:[^"]|"")*"/g, (part) => (part.startsWith("'") ? part : '""'));
}

function withoutSheets(formula: string): string {
  return formula.replace(/'(?:[^']|'')*'!|"(?:[^"]|"")*"/g, (part) => (part.startsWith("'") ? "" : part));
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function overlapping({ merges, rowCount, columnCount }: SheetPlan): string[] {
  const taken = new Set<string>();
  for (const merge of merges) {
    if (merge.row + merge.rowCount > rowCount || merge.column + merge.columnCount > columnCount) return ["a merge beyond the sheet"];
    for (let row = merge.row; row < merge.row + merge.rowCount; row++) {
      for (let column = merge.column; column < merge.column + merge.columnCount; column++) {
        const key = `${row},${column}`;
        if (taken.has(key)) return ["merges over one another"];
        taken.add(key);
      }
    }
  }
  return [];
}
