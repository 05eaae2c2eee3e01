import { useStrings } from "../language";
import type { PlannedSheet } from "../model/planned-writes";
import { ranHere, usePane } from "../store";
import { PlannedList, plannedSheetText } from "./planned-list";
import { WriteButton } from "./write-button";
import { WrittenList } from "./written-list";

interface InsertSheetProps {
  kind: "insertRanking" | "insertCharts" | "insertBrief";
  sheet: PlannedSheet;
  /** What the button says of a sheet that is not there yet, and of one that stands. */
  words: { insert: string; update: string };
  /** Nothing to insert yet. */
  disabled?: boolean;
  onInsert(): void;
}

/** The button that inserts or updates one sheet, what it will write, and what it has written. */
export function InsertSheet({ kind, sheet, words, disabled = false, onInsert }: InsertSheetProps) {
  const strings = useStrings();
  const state = usePane();
  return (
    <>
      <WriteButton task={{ kind }} appearance="secondary" disabled={disabled} onClick={onInsert}>
        {sheet.update ? words.update : words.insert}
      </WriteButton>
      <WrittenList kinds={[kind]} />
      {!disabled && !ranHere(state, kind) && <PlannedList lines={[plannedSheetText(sheet, strings)]} />}
    </>
  );
}
