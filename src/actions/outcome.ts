import type { SheetPlan } from "../attachments";
import { namesOf, NOT_ASKED, standingAsWritten, withKept, type Applied, type Remark, type SheetState, type Takeable, type WorkbookState, type WrittenSheet } from "../excel";
import type { Reading } from "./read-report";

/** What an action wrote, for the pane to say, to be taken back, and for the next action to build on. */
export interface Outcome extends Takeable {
  reading: Reading;
  sheets: WrittenSheet[];
  /** Blocks of the staff's tables that were marked, or the place a notice was written to: 目标任务!C5:C19. */
  places: string[];
  /** Sheets that could not be marked because they are protected. */
  skipped: string[];
  /** What else it could not do. */
  remarks: Remark[];
}

/**
 * What a write came to.
 * @param reading as it was before, but for what the workbook keeps since
 * @param plans of the sheets that were written
 */
export function outcomeOf(
  reading: Reading,
  { sheets, remarks, history, undo }: Applied,
  plans: readonly SheetPlan[],
  { skipped = [], remarks: more = [] }: Partial<Pick<Outcome, "skipped" | "remarks">> = {},
): Outcome {
  const past = history.at(-1);
  if (!past) throw new Error("a write that is not remembered");
  const after = afterWriting({ ...reading, state: withKept(reading.state, { history }) }, sheets, plans);
  return { reading: after, sheets, places: past.places, skipped, remarks: [...remarks, ...more], past, undo };
}

/** A reading that knows the sheets just written, so that the next action needs no new round trip. */
function afterWriting(reading: Reading, written: readonly WrittenSheet[], plans: readonly SheetPlan[]): Reading {
  const { state } = reading;
  const keys = written.map(({ key }) => key);
  const fresh = written.filter(({ replaced }) => !replaced);
  const standing = new Map(
    written.flatMap(({ key, record }, index) => (plans[index] ? [[key, standingAsWritten(plans[index], record)] as const] : [])),
  );
  const standingOf = (key: WrittenSheet["key"]) => standing.get(key) ?? null;
  const stood = state.sheets.map((sheet): SheetState => {
    if (fresh.some(({ left }) => left === sheet.name)) return { ...sheet, key: "kept", standing: null };
    const over = written.find(({ name, replaced }) => replaced && name === sheet.name);
    return over ? { ...sheet, standing: standingOf(over.key) } : sheet;
  });
  const names = written.flatMap(({ name, replaced }, index) => {
    const plan = plans[index];
    // A sheet that stood keeps the name that marks it.
    return plan ? namesOf(plan, name).filter(({ column }) => column || !replaced).map((one) => ({ ...one, key: plan.key })) : [];
  });
  const added = fresh.map(({ key, name }): SheetState => ({
    id: "",
    name,
    key,
    visible: true,
    protected: false,
    rules: NOT_ASKED,
    standing: standingOf(key),
  }));
  const records = Object.fromEntries(written.map(({ key, record }) => [key, record]));
  const next: WorkbookState = {
    ...withKept(state, { records: { ...state.records, ...records } }),
    sheets: [...stood, ...added],
    markers: [...state.markers.filter(({ key }) => !keys.includes(key)), ...written.map(({ key, name }) => ({ key, sheet: name }))],
    columnNames: [
      ...state.columnNames.filter(({ key }) => !keys.includes(key)),
      ...names.filter(({ column }) => column).map(({ key, name }) => ({ key, name })),
    ],
    names: [
      ...state.names.filter(({ name }) => !names.some((one) => one.name === name)),
      ...names.map(({ name, formula }) => ({ name, formula })),
    ],
    keptCount: state.keptCount + fresh.filter(({ left }) => left !== null).length,
  };
  return { ...reading, state: next };
}
