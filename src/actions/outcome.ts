import { recordOf, type SheetPlan } from "../attachments";
import { namesOf, NOT_ASKED, withKept, type Remark, type SheetState, type WorkbookState, type WrittenSheet } from "../excel";
import type { Reading } from "./read-report";
import type { Traces } from "./traces";

/** What an action wrote, for the pane to say and the next action to build on. */
export interface Outcome {
  reading: Reading;
  sheets: WrittenSheet[];
  /** Blocks of the staff's tables that were marked, or the place a notice was written to: 目标任务!C5:C19. */
  places: string[];
  /** Sheets that could not be marked because they are protected. */
  skipped: string[];
  /** What else it could not do. */
  remarks: Remark[];
  /** What taking it back needs to know. */
  traces: Traces;
}

/** A reading that knows the sheets just written, so that the next action needs no new round trip. */
export function afterWriting(reading: Reading, written: readonly WrittenSheet[], plans: readonly SheetPlan[]): Reading {
  const { state } = reading;
  const keys = written.map(({ key }) => key);
  const fresh = written.filter(({ replaced }) => !replaced);
  const stood = state.sheets.map((sheet): SheetState => {
    if (fresh.some(({ left }) => left === sheet.name)) return { ...sheet, key: "kept", standing: null };
    return written.some(({ name, replaced }) => replaced && name === sheet.name) ? { ...sheet, standing: null } : sheet;
  });
  const names = written.flatMap(({ name, replaced }, index) => {
    const plan = plans[index];
    // A sheet that stood keeps the name that marks it.
    return plan ? namesOf(plan, name).filter(({ column }) => column || !replaced).map((one) => ({ ...one, key: plan.key })) : [];
  });
  const added = fresh.map(({ key, name }): SheetState => ({ id: "", name, key, visible: true, protected: false, rules: NOT_ASKED, standing: null }));
  const next: WorkbookState = {
    ...withKept(state, { records: { ...state.records, ...Object.fromEntries(plans.map((plan, index) => [plan.key, recordOf(plan, written[index]?.charts)])) } }),
    sheets: [...stood, ...added],
    markers: [...state.markers.filter(({ key }) => !keys.includes(key)), ...written.map(({ key, name }) => ({ key, sheet: name }))],
    columnNames: [
      ...state.columnNames.filter(({ key }) => !keys.includes(key)),
      ...names.filter(({ column }) => column).map(({ key, name }) => ({ key, name })),
    ],
    names: [...state.names.filter(({ name }) => !names.some((one) => one.name === name)), ...names.map(({ name, formula }) => ({ name, formula }))],
    keptCount: state.keptCount + fresh.filter(({ left }) => left !== null).length,
  };
  return { ...reading, state: next };
}
