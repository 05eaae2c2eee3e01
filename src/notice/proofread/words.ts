import { DRAFT_WORDS, ENTRIES, lengthsOf, NUMERAL_SIGNS, PLAIN_DRAFT_WORDS, type Kind } from "../../lexicon";
import type { Report } from "../../progress";
import { mendNote } from "../mend-note";
import { levelOf, ownSignOf } from "./level";
import { regionSpellings } from "./region-words";
import type { SubjectBook } from "./subject-book";
import type { WordClass } from "./token";

/** What a spelling stands for. */
export type Word = { class: WordClass; value: string } | { region: string };

/** The words of drafts about one workbook. */
export interface Vocabulary {
  words: ReadonlyMap<string, Word>;
  /** Lengths of words by their first sign, longest first. */
  lengths: ReadonlyMap<string, readonly number[]>;
  /** Words with a numeral or a mark within that make neither a figure nor a part: 统一, 公租房闲置三年以上, 县（市、区）. */
  solid: ReadonlySet<string>;
  solidLengths: ReadonlyMap<string, readonly number[]>;
}

/** What kinds of the lexicon's entries are to running text. */
const FROM_TABLES: Partial<Record<Kind, WordClass>> = {
  stage: "stage",
  concept: "topic",
  umbrella: "umbrella",
  table: "plain",
  counted: "plain",
  span: "plain",
};
/** A numeral or a mark within a word. */
const SOLID = new RegExp(`[${NUMERAL_SIGNS}（）、，]`);
/** The lexicon's words for an average or a share are those of a city's notice (全市平均水平). */
const CITY = "全市";

/** Gathers the words of the field, those of running text and the names of one workbook. */
export function vocabularyOf(report: Report, book: SubjectBook, draft: string): Vocabulary {
  const words = new Map<string, Word>();
  const add = (spelling: string, word: Word) => {
    if (spelling !== "" && !words.has(spelling)) words.set(spelling, word);
  };
  for (const [spelling, region] of regionSpellings(report)) add(spelling, { region });
  if (report.place !== null) add(report.place, { class: "level", value: "own" });
  for (const [spelling, topic] of book.spellings) add(spelling, { class: "topic", value: topic });
  for (const [spelling, word] of workbookWords(report)) add(spelling, word);
  const whole = `全${ownSignOf(report)}`;
  for (const [wordClass, value, spellings] of DRAFT_WORDS) {
    for (const spelling of spellings.split(" ")) {
      // What a workbook counts is no other field.
      if (wordClass === "other" && report.indicators.some(({ name }) => name.includes(spelling))) continue;
      if (wordClass === "level") add(spelling, { class: wordClass, value: value === "own" ? "own" : levelOf(value, report, draft) });
      // What is said of 全市 is said of 全省 where a province writes.
      else add(whole === CITY ? spelling : spelling.replace(CITY, whole), { class: wordClass, value });
    }
  }
  for (const { word, kind, value } of ENTRIES) {
    const wordClass = FROM_TABLES[kind];
    if (wordClass && word.length > 1) add(word, { class: wordClass, value: wordClass === "plain" ? "" : value });
  }
  for (const spelling of PLAIN_DRAFT_WORDS) add(spelling, { class: "plain", value: "" });
  const solid = new Set([...words.keys()].filter((word) => SOLID.test(word)));
  return { words, lengths: lengthsOf(words.keys()), solid, solidLengths: lengthsOf(solid) };
}

/** Names of audit categories and the office's own words for what is unfinished. */
function workbookWords(report: Report): [string, Word][] {
  const words: [string, Word][] = [];
  for (const name of new Set(report.audit.flatMap(({ categories }) => categories.map((category) => category.name)))) {
    for (const spelling of new Set([name, name.replace(/的?(?:问题|的)$/, "")])) {
      if (spelling.length >= 3) words.push([spelling, { class: "category", value: name }]);
    }
  }
  for (const { outlook } of report.continuing?.regions ?? []) {
    const mended = mendNote(outlook ?? "", []);
    if (mended.length < 3) continue;
    words.push([mended, { class: "outlook", value: mended }], [`计划${mended}`, { class: "outlook", value: mended }]);
  }
  return words;
}
