import { sheetsNamedIn } from "../attachments";
import { applySteps, laterOf, movedSheets, Problem, readWorkbookState, requestUndo, stepOf, stepsOf, withExcel, withPages, type PastWrite, type Remark, type Step, type Takeable, type WorkbookState } from "../excel";
import { cellName } from "../progress";

/** What could not be taken back, for the pane to say. */
export interface TakenBack {
  /** Sheets that stood before and of which it is not known how: they stay as written. */
  sheets: string[];
  remarks: Remark[];
}

/**
 * 撤销: takes back exactly what an action wrote, in this session or an earlier one. Sheets that it added go; sheets that
 * it wrote over, and marks that it replaced, become what they were; cells that the notice went into are empty again.
 * What the office has deleted since is passed over. At most six round trips.
 * @throws Problem `edited-since` where a sheet or a cell was edited since, or written by a later write, or where the
 *   workbook does not keep the inverse any more: nothing is taken back then
 */
export async function takeBack({ past, undo }: Takeable): Promise<TakenBack> {
  const { applied, steps } = await withExcel(async (context) => {
    const kept = undo === null ? requestUndo(context, past.id) : null;
    const state = await readWorkbookState(context);
    const back = undo ?? kept?.() ?? null;
    if (!back) throw notKept();
    if (laterOf(state, past).length > 0) throw writtenSince();
    const { steps, landmarks } = back;
    refuseEdited(state, past, steps);
    const moved = movedSheets(landmarks, state.snapshot);
    if (moved.length > 0) throw movedSince(moved);
    return { applied: await applySteps(context, state, stillPossible(state, steps), { as: past.id, edited: "replace" }), steps };
  });
  const { remarks } = await withPages(applied, steps);
  const stay = past.sheets.filter(({ key }) => !steps.some((step) => "key" in step && step.key === key));
  return { sheets: stay.map(({ name }) => name), remarks };
}

/** The steps without what the office has deleted: sheets of ours that stood, and its own that were marked. */
function stillPossible({ sheets }: WorkbookState, steps: readonly Step[]): Step[] {
  const stands = (name: string) => sheets.some((sheet) => sheet.name === name);
  return steps.flatMap((step): Step[] => {
    if (step.kind === "sheet" && !sheets.some(({ key }) => key === step.key)) return [];
    if (step.kind === "marks") return [{ ...step, marks: step.marks.filter(({ sheet }) => stands(sheet)) }];
    return [step];
  });
}

/** What the office has edited since is its own; what it has renamed or deleted, no formula may name. */
function refuseEdited(state: WorkbookState, { sheets }: PastWrite, steps: readonly Step[]): void {
  const edited = state.sheets
    .filter(({ key, standing }) => standing?.edits && sheets.some((sheet) => sheet.key === key))
    .map(({ name }) => name);
  const cells = stepOf(steps, "cells");
  if (cells && areEdited(state, cells)) {
    const { sheet, block } = cells.before;
    edited.push(cellName({ sheet, row: block.row, column: block.column }));
  }
  const named = stepsOf(steps, "sheet").flatMap((step) => sheetsNamedIn(step.cells));
  edited.push(...new Set(named.filter((name) => !state.sheets.some((sheet) => sheet.name === name))));
  if (edited.length > 0) throw editedSince(edited);
}

function areEdited({ snapshot }: WorkbookState, { before: { sheet, block }, texts }: Extract<Step, { kind: "cells" }>): boolean {
  const grids = snapshot.sheets.filter(({ name }) => name === sheet);
  const now = (row: number) =>
    String(grids.map((grid) => grid.values[row - grid.row]?.[block.column - grid.column] ?? "").find((value) => value !== "") ?? "");
  // Cells that are empty already hold no edit: a taking back was stopped before their looks were back.
  const isGone = texts.every((_, at) => now(block.row + at) === "");
  return grids.length === 0 || (!isGone && texts.some((text, at) => now(block.row + at) !== text));
}

function editedSince(what: readonly string[]): Problem {
  return new Problem("edited-since", {
    "zh-CN": `${what.join("、")} 写入之后又改过，撤销会丢掉这些修改，所以没有撤销。如不再需要，请自行删除。`,
    en: `${what.join(", ")} was edited after it was written. Taking it back would lose those edits, so nothing was taken back. Delete it yourself if it is no longer needed.`,
  });
}

function movedSince(sheets: readonly string[]): Problem {
  return new Problem("edited-since", {
    "zh-CN": `${sheets.join("、")} 的行或列后来移动过，恢复的公式会指错单元格，所以没有撤销。请重新插入，按现在的表计算。`,
    en: `Rows or columns of ${sheets.join(", ")} have moved since, and the formulas put back would name other cells: nothing was taken back. Insert again to compute from the tables as they are.`,
  });
}

function writtenSince(): Problem {
  return new Problem("edited-since", {
    "zh-CN": "这次写入之后，同一处又写过，没有撤销。请先撤销后来的写入。",
    en: "The same place was written again since; nothing was taken back. Undo the later write first.",
  });
}

function notKept(): Problem {
  return new Problem("edited-since", {
    "zh-CN": "工作簿里没有这次写入的撤销记录，或者已经损坏，没有撤销。如不再需要所写的内容，请自行删除。",
    en: "The workbook holds no record to undo this write, or it is damaged; nothing was taken back. Delete what was written yourself if it is no longer needed.",
  });
}
