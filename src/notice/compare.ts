import type { NoticeRecord, WrittenParagraph } from "./record";
import type { NoticeParagraph } from "./template/paragraphs";

/** A paragraph that stands otherwise than it would be written now. */
export interface ParagraphChange {
  /** Its place in the record; null: it would be new. */
  before: number | null;
  /** Its place in the notice as it would be written; null: it would fall away. */
  after: number | null;
}

/** A stretch of two texts: what both have, what only the old or only the new one has. */
export interface Difference {
  kind: "same" | "gone" | "new";
  text: string;
}

/** Paragraphs less alike than this are two. */
const LEAST_ALIKE = 0.3;
/** What leaving a paragraph without a partner costs. */
const ALONE = (1 - LEAST_ALIKE) / 2;
/** Texts whose table of comparisons would be larger are told whole. */
const LARGEST_TABLE = 4_000_000;

/**
 * Holds a written notice against what would be written now, paragraph by paragraph: a name in a list, a rank, a sentence
 * that falls away count like a figure.
 * @returns the paragraphs that differ, in the order of the text
 */
export function compareNotice({ paragraphs: old }: Pick<NoticeRecord, "paragraphs">, now: readonly WrittenParagraph[]): ParagraphChange[] {
  return pairs(old, now).filter(({ before, after }) => before === null || after === null || old[before]?.text !== now[after]?.text);
}

/**
 * The notice with some of its paragraphs as they would be written now and the others as they stand.
 * @param wanted the changes to be made, by their place in the list of all; all of them if left out
 */
export function mergedNotice(
  record: Pick<NoticeRecord, "paragraphs">,
  now: readonly NoticeParagraph[],
  wanted?: readonly number[],
): WrittenParagraph[] {
  let change = -1;
  return pairs(record.paragraphs, now).flatMap(({ before, after }): WrittenParagraph[] => {
    const [stands, comes] = [before === null ? undefined : record.paragraphs[before], after === null ? undefined : now[after]];
    if (stands && comes && stands.text === comes.text) return [comes];
    change++;
    const shown = wanted === undefined || wanted.includes(change) ? comes : stands;
    return shown ? [shown] : [];
  });
}

/** Old and new paragraphs side by side, so that as little as can be differs; each in its order. */
function pairs(old: readonly WrittenParagraph[], now: readonly WrittenParagraph[]): ParagraphChange[] {
  const apart = old.map((before) => now.map((after) => distance(before, after)));
  const costs = Array.from({ length: old.length + 1 }, () => new Float64Array(now.length + 1));
  const cost = (row: number, column: number) => costs[row]?.[column] ?? Infinity;
  const together = (row: number, column: number) => (apart[row]?.[column] ?? Infinity) + cost(row + 1, column + 1);
  for (let row = old.length; row >= 0; row--) {
    for (let column = now.length; column >= 0; column--) {
      const line = costs[row];
      if (!line || (row === old.length && column === now.length)) continue;
      const left = row < old.length ? cost(row + 1, column) + ALONE : Infinity;
      const right = column < now.length ? cost(row, column + 1) + ALONE : Infinity;
      line[column] = Math.min(left, right, row < old.length && column < now.length ? together(row, column) : Infinity);
    }
  }
  const found: ParagraphChange[] = [];
  for (let [row, column] = [0, 0]; row < old.length || column < now.length; ) {
    if (row < old.length && column < now.length && cost(row, column) === together(row, column))
      found.push({ before: row++, after: column++ });
    else if (row < old.length && cost(row, column) === cost(row + 1, column) + ALONE) found.push({ before: row++, after: null });
    else found.push({ before: null, after: column++ });
  }
  return found;
}

/** 0 for the same text, up to 1 for nothing in common; paragraphs of different parts or kinds are never one. */
function distance(before: WrittenParagraph, after: WrittenParagraph): number {
  if (before.text === after.text) return 0;
  if (before.section !== after.section || before.kind !== after.kind) return Infinity;
  const [own, other] = [bigrams(before.text), bigrams(after.text)];
  const shared = [...own].filter((one) => other.has(one)).length;
  const alike = (2 * shared) / Math.max(1, own.size + other.size);
  return alike < LEAST_ALIKE ? Infinity : 1 - alike;
}

function bigrams(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

/** Where two texts differ, numbers and signs as wholes: 已开工 999 → 1099 套. */
export function differences(before: string, after: string): Difference[] {
  const [old, now] = [unitsOf(before), unitsOf(after)];
  const limit = Math.min(old.length, now.length);
  let head = 0;
  while (head < limit && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < limit - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const middle = between(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  return joined([
    { kind: "same", text: old.slice(0, head).join("") },
    ...middle,
    { kind: "same", text: old.slice(old.length - tail).join("") },
  ]);
}

function unitsOf(text: string): string[] {
  return text.match(/\d+(?:\.\d+)?|[A-Za-z]+|./gsu) ?? [];
}

function between(old: readonly string[], now: readonly string[]): Difference[] {
  if (old.length * now.length > LARGEST_TABLE) return [{ kind: "gone", text: old.join("") }, { kind: "new", text: now.join("") }];
  const common = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  const length = (row: number, column: number) => common[row]?.[column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = now.length - 1; column >= 0; column--) {
      const line = common[row];
      if (line)
        line[column] =
          old[row] === now[column] ? length(row + 1, column + 1) + 1 : Math.max(length(row + 1, column), length(row, column + 1));
    }
  }
  const found: Difference[] = [];
  for (let [row, column] = [0, 0]; row < old.length || column < now.length; ) {
    if (row < old.length && column < now.length && old[row] === now[column]) {
      found.push({ kind: "same", text: old[row] ?? "" });
      row++;
      column++;
    } else if (row < old.length && length(row + 1, column) >= length(row, column + 1)) found.push({ kind: "gone", text: old[row++] ?? "" });
    else if (column < now.length) found.push({ kind: "new", text: now[column++] ?? "" });
    else found.push({ kind: "gone", text: old[row++] ?? "" });
  }
  return found;
}

/** Neighbours of one kind as one stretch; between two changes, what is gone stands before what is new. */
function joined(pieces: readonly Difference[]): Difference[] {
  const found: Difference[] = [];
  for (const { kind, text } of pieces) {
    const last = found.at(-1);
    if (text === "") continue;
    if (last?.kind === kind) last.text += text;
    else found.push({ kind, text });
  }
  return found;
}
