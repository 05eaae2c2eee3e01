import type { Meaning } from "../progress";
import type { CellReading, UnitInfo } from "../cells";

/**
 * A series of cells under one header: a column of a table, a row of one on its side, a cell of a form.
 * What it means is not known yet; whatever the layout, nothing after this asks for it.
 */
export interface Slot {
  /** Where it stands: its column in the table's view, or its place in a form. */
  column: number;
  /** Its headers from the outermost in, without white space. */
  path: string[];
  /** Cells that hold a figure (or a formula's error). */
  numbers: number;
  /** Cells that hold words. */
  words: number;
  /** Cells that hold something like a figure: 约300, a date. */
  doubtful: number;
  /** What its cells hold, row by row the same rows for all slots of a table: a sample of a long one. */
  cells: readonly CellReading[];
}

/** What else is known of a table when its slots are interpreted. */
export interface Surroundings {
  /** The lines above the table that are its title, each for itself. */
  titles: readonly string[];
  sheet: string;
  /** Year for slots whose header names none. */
  year: number | null;
  /** What the clerk calls the place of a slot: F列, 第5行. */
  placeName(column: number): string;
  /** The rows tell target and done apart: every slot is read as this. */
  role?: "done" | null;
}

/** What a slot was taken for when something else came near. */
export interface RunnerUp {
  meaning: Meaning | null;
  /** How far behind it was: less than `CLOSE` is asked of the clerk. */
  margin: number;
}

/** A slot with its meaning. */
export interface ReadSlot extends Slot {
  header: string;
  meaning: Meaning | null;
  /** Other indicators that this target is the target of: 任务 beside 已开工 and 已竣工. */
  also: Meaning[];
  /** No finding even though it has no meaning: 序号, 联系人, 排名. */
  ignorable: boolean;
  /** Why it is none of ours, in the clerk's words (是另一时期的数); null where it was only not understood. */
  refusal: string | null;
  /** The unit that its own header names. */
  unit: UnitInfo | null;
  /** The verb of its indicator, where a header says one: 筹集. */
  verb: string | null;
  /** The indicator that its own is a part of (其中). */
  partOf: string | null;
  /** Its role was said outright, by words or arithmetic: kept though nothing stands beside it. */
  isFirm: boolean;
  /** Why it was read so, in the clerk's words, the strongest reason first. */
  why: string[];
  runnerUp: RunnerUp | null;
  /** It is of another month than the table's other columns: read when that month is. */
  isOfOtherMonth?: true;
  /** Columns of earlier months that its figures are added to: what was done since the year began. */
  addedTo?: readonly number[];
}

/** Words, and no figure among them: a slot of notes, whatever its header's verb. */
export function isWords({ numbers, words, doubtful }: Slot): boolean {
  return words > 0 && words > doubtful && numbers === 0;
}
