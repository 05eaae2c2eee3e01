import { SHEET_KEYS, type SheetKey } from "../attachments";
import { fields, flag, listed, listOf, oneOf, text, whole } from "../progress";

/** The actions that write what can be taken back. */
export const WRITE_KINDS = [
  "computeProgress",
  "clearMarks",
  "insertAttachments",
  "insertRanking",
  "insertCharts",
  "insertBrief",
  "writeNotice",
  "writeProofreading",
  "updateOutdated",
  "updateNotice",
] as const;
export type WriteKind = (typeof WRITE_KINDS)[number];

/** A write that can be taken back, as the workbook remembers it. */
export interface PastWrite {
  /** Told from the others by it; the later one has the greater. */
  id: number;
  kind: WriteKind;
  /** The sheets of ours that it wrote. */
  sheets: { key: SheetKey; name: string; replaced: boolean }[];
  /** The cells of the staff's that it marked or wrote into: 目标任务!C5:C19. */
  places: string[];
  /** All that it changed: what a later write has changed too can be taken back after that one alone. */
  touched: string[];
  /** How long its inverse is that the workbook keeps, in characters; 0: it keeps none. */
  kept: number;
}

const MOST_ID = 2 ** 31 - 1;

/** The writes that can be taken back, as they were stored, oldest first; one that is spoiled is left out. */
export const pastWritesFrom = listed<PastWrite>(
  fields<PastWrite>({
    id: whole(1, MOST_ID),
    kind: oneOf(WRITE_KINDS),
    sheets: listOf(fields({ key: oneOf(SHEET_KEYS), name: text(), replaced: flag })),
    places: listOf(text()),
    touched: listOf(text()),
    kept: whole(0, MOST_ID),
  }),
);
