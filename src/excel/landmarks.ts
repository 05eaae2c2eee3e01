import { fields, listOf, namedOf, text, whole, type Parser } from "../progress";
import type { WorkbookSnapshot } from "../tables";

/** Where words stood on sheets of the staff's, by sheet: formulas that name its cells are right as long as these have not moved. */
export type Landmarks = Record<string, { row: number; column: number; text: string }[]>;

/** So many words tell whether rows or columns have moved: headers and names of regions stand first. */
const MOST_WORDS = 300;
const LONGEST = 20;
const MOST_PLACE = 1_048_576;

/** Landmarks as they were kept. */
export const keptLandmarks: Parser<Landmarks> = namedOf(listOf(fields({ row: whole(0, MOST_PLACE), column: whole(0, MOST_PLACE), text: text(LONGEST) }), MOST_WORDS));

/** The words of some sheets that each stand on their sheet once. */
export function landmarksOf(snapshot: WorkbookSnapshot, sheets: readonly string[]): Landmarks {
  return Object.fromEntries(sheets.map((sheet) => [sheet, wordsOf(snapshot, sheet).slice(0, MOST_WORDS)]));
}

/** The sheets on which a word stands elsewhere now; one that is gone or was changed says nothing. */
export function movedSheets(landmarks: Landmarks, snapshot: WorkbookSnapshot): string[] {
  return Object.entries(landmarks).flatMap(([sheet, words]) => {
    const now = new Map(wordsOf(snapshot, sheet).map((word) => [word.text, word]));
    const isMoved = words.some(({ row, column, text }) => {
      const there = now.get(text);
      return there !== undefined && (there.row !== row || there.column !== column);
    });
    return isMoved ? [sheet] : [];
  });
}

function wordsOf({ sheets }: WorkbookSnapshot, sheet: string): Landmarks[string] {
  const words = sheets
    .filter(({ name }) => name === sheet)
    .flatMap((grid) => grid.values.flatMap((values, row) => values.flatMap((value, column) => (typeof value === "string" && value !== "" ? [{ row: grid.row + row, column: grid.column + column, text: value.slice(0, LONGEST) }] : []))));
  const count = new Map<string, number>();
  for (const { text } of words) count.set(text, (count.get(text) ?? 0) + 1);
  return words.filter(({ text }) => count.get(text) === 1);
}
