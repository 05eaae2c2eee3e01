import { PERIOD_WORDS, SPAN_WORDS } from "./periods";
import { PLAIN_WORDS, ROLE_WORDS } from "./roles";
import type { Entry, Kind } from "./sense";
import { AUDIT_STATES, AUDIT_TOPICS, BACKLOG_TOPICS, BACKLOG_WORDS, CONTINUING_TOPICS } from "./special";
import { FIELD_TERMS, TERM_KINDS } from "./terms";
import { CONCEPT_WORDS, COUNTED_WORDS, NOUNS, STAGE_WORDS, TABLE_WORDS, UMBRELLAS } from "./subjects";

const PARTS = ["其中", "其中:"];
const TOTALS = ["合计", "小计", "总计", "共计", "累计数", "总数", "调整后", "调整"];
const BOUNDS = ["以上", "以下", "不低于", "低于", "高于", "不高于", "控制在", "以内", "不超过"];

/** All entries of the lexicon, each word once for each thing that it says. */
export const ENTRIES: readonly Entry[] = [
  ...weighted("role", ROLE_WORDS),
  ...listed("stage", STAGE_WORDS, 1),
  ...listed("concept", CONCEPT_WORDS, 3),
  ...weighted("backlog", BACKLOG_WORDS),
  ...listed("period", PERIOD_WORDS, 3),
  ...all("backlog", "topic", BACKLOG_TOPICS, 3),
  ...all("audit", "topic", AUDIT_TOPICS, 3),
  ...all("audit", "state", AUDIT_STATES, 1),
  ...all("continuing", "topic", CONTINUING_TOPICS, 3),
  ...all("umbrella", "", UMBRELLAS, 1),
  ...all("span", "", SPAN_WORDS, 1),
  ...all("part", "", PARTS, 3),
  ...all("total", "", TOTALS, 2),
  ...all("bound", "", BOUNDS, 2),
  ...all("table", "", TABLE_WORDS, 1),
  ...all("noun", "", NOUNS, 1),
  ...all("plain", "", PLAIN_WORDS, 0),
  ...Object.entries(COUNTED_WORDS).map(([word, unit]) => entry("counted", unit, word, 1)),
];

function entry(kind: Kind, value: string, word: string, weight: number): Entry {
  return { word, kind, value, weight, term: TERM_KINDS.has(kind) || FIELD_TERMS.has(word) };
}

function weighted(kind: Kind, lists: Record<string, Record<string, number>>): Entry[] {
  return Object.entries(lists).flatMap(([value, words]) => Object.entries(words).map(([word, weight]) => entry(kind, value, word, weight)));
}

function listed(kind: Kind, lists: Record<string, readonly string[]>, weight: number): Entry[] {
  return Object.entries(lists).flatMap(([value, words]) => all(kind, value, words, weight));
}

function all(kind: Kind, value: string, words: readonly string[], weight: number): Entry[] {
  return words.map((word) => entry(kind, value, word, weight));
}
