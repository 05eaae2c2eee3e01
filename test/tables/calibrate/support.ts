import { ENTRIES, TERM_KINDS, withEntries, wordsIn, type Entry } from "../../../src/lexicon";
import { buildReport, cellName, type Records } from "../../../src/progress";
import { readWorkbook, type Gazetteer, type WorkbookSnapshot } from "../../../src/tables";
import { compact } from "../../../src/cells";
import { corpus } from "../corpus/corpus-file";
import { gridsOf } from "../corpus/grids";
import { outcomeOf } from "../corpus/outcome";

/** A workbook of the corpus, with what it is read as by the whole lexicon. */
export interface Gold {
  name: string;
  family: string;
  snapshot: WorkbookSnapshot;
  records: Records;
  outcome: string;
  /** Words of the lexicon that stand in its texts. */
  words: ReadonlySet<string>;
}

/** What a column was taken for: its role, and with its indicator. */
export interface SlotMeaning {
  role: string;
  whole: string;
}

const TODAY = { today: "2021-12-31" };

/** The corpus as it is read; its expectations are held by its own test. */
export async function goldOf(gazetteer: Gazetteer): Promise<Gold[]> {
  return Promise.all(
    corpus().map(async (workbook) => {
      const snapshot = { sheets: await gridsOf(workbook) };
      const records = readWorkbook(snapshot, { gazetteer });
      return { name: workbook.name, family: familyOf(workbook.name), snapshot, records, outcome: outcomeIn(records), words: wordsOf(snapshot) };
    }),
  );
}

/** Workbooks made for one purpose: those whose files' names begin alike; each set typed apart from the reader is one. */
function familyOf(name: string): string {
  const apart = /^apart-(\d+)/.exec(name);
  if (!apart) return name.split(/[-.]/)[0] ?? name;
  return `apart, set ${1 + SETS_END.filter((last) => last < Number(apart[1])).length}`;
}

/** The last number of each set that was typed apart. */
const SETS_END = [60, 100, 140];

function outcomeIn(records: Records): string {
  return outcomeOf(buildReport(records, TODAY)).join("\n");
}

function wordsOf({ sheets }: WorkbookSnapshot): Set<string> {
  const texts = new Set(sheets.flatMap(({ name, values }) => [name, ...values.flat().filter((value) => typeof value === "string")]));
  return new Set([...texts].flatMap((text) => wordsIn(compact(text)).flatMap(({ text: word, senses }) => (senses.length > 0 ? [word] : []))));
}

/**
 * The workbooks that are read otherwise where an entry says nothing.
 * @param most how many are enough to know
 */
export function neededBy(entry: Entry, gold: readonly Gold[], gazetteer: Gazetteer, most = Infinity): string[] {
  const rest = ENTRIES.filter((other) => other !== entry);
  const needing: string[] = [];
  for (const { name, words, snapshot, outcome } of gold) {
    if (needing.length === most) break;
    if (words.has(entry.word) && withEntries(rest, () => outcomeIn(readWorkbook(snapshot, { gazetteer }))) !== outcome) needing.push(name);
  }
  return needing;
}

/** Every slot of a workbook that has a meaning, by the place of its cells. */
export function slotsOf({ tables }: Records): Map<string, SlotMeaning> {
  return new Map(
    tables.flatMap(({ columns }) =>
      columns.flatMap(({ meaning, range }) => (meaning === null ? [] : [[cellName(range), { role: meaning.kind, whole: JSON.stringify(meaning) }] as const])),
    ),
  );
}

/** How the slots of a family's workbooks are read without the words that no other family has, subjects and periods excepted. */
export function withoutOwnWords(family: string, gold: readonly Gold[], gazetteer: Gazetteer): { slots: number; roles: number; whole: number } {
  const others = new Set(gold.filter((one) => one.family !== family).flatMap(({ words }) => [...words]));
  const known = ENTRIES.filter(({ word, kind }) => TERM_KINDS.has(kind) || others.has(word));
  const missing = new Set(ENTRIES.filter((entry) => !known.includes(entry)).map(({ word }) => word));
  const count = { slots: 0, roles: 0, whole: 0 };
  for (const { snapshot, records, words } of gold.filter((one) => one.family === family)) {
    const isSpared = ![...words].some((word) => missing.has(word));
    const read = slotsOf(isSpared ? records : withEntries(known, () => readWorkbook(snapshot, { gazetteer })));
    for (const [place, right] of slotsOf(records)) {
      count.slots++;
      if (read.get(place)?.role === right.role) count.roles++;
      if (read.get(place)?.whole === right.whole) count.whole++;
    }
  }
  return count;
}
