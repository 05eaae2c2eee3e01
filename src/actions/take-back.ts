import { Problem, readWorkbookState, setUpPages, takeBack as takeBackWritten, withExcel, type Remark, type WorkbookState } from "../excel";
import { cellName } from "../progress";
import type { Outcome } from "./outcome";
import type { Traces } from "./traces";

/** What could not be taken back, for the pane to say. */
export interface TakenBack {
  /** Sheets that stood before this session's first write and were laid out otherwise then: they stay as written. */
  sheets: string[];
  /** Marks that stood before this session's first: the new ones stay. */
  marks: boolean;
  remarks: Remark[];
}

/**
 * 撤销: takes back exactly what an action wrote. Sheets that it added go; sheets that it wrote over, and marks that
 * it replaced, become what they were; cells that the notice went into are empty again. At most six round trips.
 * @param earlier the outcomes of this session before it, oldest first
 * @throws Problem `edited-since` where a sheet or a cell was edited since: the edits are the office's
 */
export async function takeBack({ sheets, traces }: Outcome, earlier: readonly Outcome[]): Promise<TakenBack> {
  const before = (key: string) => earlier.flatMap((outcome) => outcome.traces.plans).filter((plan) => plan.key === key).at(-1) ?? traces.before.find((plan) => plan.key === key);
  const added = sheets.filter(({ replaced }) => !replaced).map(({ key }) => key);
  const over = sheets.filter(({ replaced }) => replaced);
  const earlierMarks = earlier.flatMap(({ traces: one }) => (one.marks ? [one.marks] : [])).at(-1);
  const marksStay = earlierMarks === undefined && traces.wasMarked;
  const restore = over.flatMap(({ key }) => before(key) ?? []);
  const applied = await withExcel(async (context) => {
    const state = await readWorkbookState(context);
    refuseEdited(state, traces);
    return takeBackWritten(context, state, {
      remove: added,
      restore,
      marks: traces.marks === null || marksStay ? null : (earlierMarks ?? []),
      cells: traces.cells?.before ?? null,
      noticeRecord: traces.noticeRecord,
    });
  });
  const printed = applied.sheets.flatMap(({ name }, index) => (restore[index] ? [{ name, plan: restore[index] }] : []));
  const remarks = [...applied.remarks, ...(await setUpPages(printed))];
  return { sheets: over.filter(({ key }) => !before(key)).map(({ name }) => name), marks: traces.marks !== null && marksStay, remarks };
}

/** What the office has edited since is its own. */
function refuseEdited(state: WorkbookState, { plans, cells }: Traces): void {
  const edited = state.sheets.filter(({ key, standing }) => standing?.edits && plans.some((plan) => plan.key === key)).map(({ name }) => name);
  if (cells) {
    const { sheet, block } = cells.before;
    const grids = state.snapshot.sheets.filter(({ name }) => name === sheet);
    const now = (row: number) => String(grids.map((grid) => grid.values[row - grid.row]?.[block.column - grid.column] ?? "").find((value) => value !== "") ?? "");
    // Cells that are empty already hold no edit: a taking back was stopped before their looks were back.
    const isGone = cells.texts.every((_, at) => now(block.row + at) === "");
    if (grids.length === 0 || (!isGone && cells.texts.some((text, at) => now(block.row + at) !== text))) edited.push(cellName({ sheet, row: block.row, column: block.column }));
  }
  if (edited.length === 0) return;
  throw new Problem("edited-since", {
    "zh-CN": `${edited.join("、")} 写入之后又改过，撤销会丢掉这些修改，所以没有撤销。如不再需要，请自行删除。`,
    en: `${edited.join(", ")} was edited after it was written. Taking it back would lose those edits, so nothing was taken back. Delete it yourself if it is no longer needed.`,
  });
}
