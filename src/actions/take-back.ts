import { type HighlightPlan, type SheetPlan } from "../attachments";
import { EditedByHand, readWorkbookState, takeBack as takeBackWritten, withExcel } from "../excel";
import type { Outcome } from "./outcome";

/** What a write changed in the workbook, as far as taking it back needs to know it. */
export interface Written {
  plans: readonly SheetPlan[];
  /** The marks that were set; null: marks were not touched. */
  marks: readonly HighlightPlan[] | null;
}

/** What a write was taken back to. */
export interface TakenBack {
  /** Sheets that stood before this session's first write: as they were then is not known, so they stay. */
  left: string[];
}

/**
 * 撤销: takes back exactly what an action wrote. Sheets that it added go; sheets that it wrote over, and marks that
 * it replaced, become what the session's write before it had made them. Three round trips.
 * @param earlier the outcomes of this session before it, oldest first
 * @throws EditedByHand where a sheet was edited since: the edits are the office's
 */
export async function takeBack({ sheets, written: { plans, marks } }: Outcome, earlier: readonly Outcome[]): Promise<TakenBack> {
  const before = (key: string) => earlier.flatMap((outcome) => outcome.written.plans).filter((plan) => plan.key === key).at(-1);
  const added = sheets.filter(({ replaced }) => !replaced).map(({ key }) => key);
  const over = plans.filter(({ key }) => !added.includes(key));
  const restore = over.flatMap(({ key }) => before(key) ?? []);
  return withExcel(async (context) => {
    const state = await readWorkbookState(context);
    const edited = state.sheets.flatMap(({ key, name, standing }) =>
      key !== null && key !== "kept" && standing?.edits && plans.some((plan) => plan.key === key) ? [{ key, name, edit: standing.edits }] : [],
    );
    if (edited.length > 0) throw new EditedByHand(edited);
    await takeBackWritten(context, state, {
      remove: added,
      restore,
      marks: marks && lastMarks(earlier),
    });
    return { left: sheets.filter(({ key, replaced }) => replaced && !before(key)).map(({ name }) => name) };
  });
}

function lastMarks(earlier: readonly Outcome[]): readonly HighlightPlan[] {
  return earlier.flatMap(({ written }) => (written.marks ? [written.marks] : [])).at(-1) ?? [];
}
