import type { WorkbookState, WrittenSheet } from "../excel";
import type { Reading } from "./read-report";

/** What an action wrote, for the pane to say and the next action to build on. */
export interface Outcome {
  reading: Reading;
  sheets: WrittenSheet[];
  /** Blocks of the staff's tables that were marked, or the place a notice was written to: 目标任务!C5:C19. */
  places: string[];
  /** Sheets that could not be marked because they are protected. */
  skipped: string[];
}

/** A reading that knows the sheets just written, so that the next action needs no new round trip. */
export function afterWriting(reading: Reading, written: readonly WrittenSheet[]): Reading {
  const state: WorkbookState = {
    ...reading.state,
    sheets: [
      ...reading.state.sheets,
      ...written
        .filter(({ replaced }) => !replaced)
        .map(({ key, name }) => ({ id: "", name, key, visible: true, protected: false, ourRules: [] })),
    ],
    markers: [
      ...reading.state.markers.filter(({ key }) => !written.some((sheet) => sheet.key === key)),
      ...written.map(({ key, name }) => ({ key, sheet: name })),
    ],
  };
  return { ...reading, state };
}
