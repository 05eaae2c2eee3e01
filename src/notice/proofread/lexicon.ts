import type { Report } from "../../progress";
import { namesOf } from "../names";
import { mendNote } from "../mend-note";
import { fieldWords, type Word } from "./words";

/** What a spelling stands for: a word of the field, or a region of the workbook. */
export type Entry = { kind: "word"; word: Word } | { kind: "region"; region: string };

/** The spellings known for one workbook. */
export interface Lexicon {
  /** The longest spelling that begins at a place; null for none. */
  at(plain: string, at: number): { length: number; entry: Entry } | null;
}

const ZONES: readonly [RegExp, readonly string[]][] = [
  [/(?:经济技术开发区|经济开发区|经开区)$/, ["经济技术开发区", "经济开发区", "经开区"]],
  [/(?:高新技术产业开发区|高新技术开发区|高新区)$/, ["高新技术产业开发区", "高新技术开发区", "高新区"]],
];
const CITY_LEVEL: readonly string[] = ["市本级", "市直", "市级本级"];
/** After these a region's name is part of another place: 离石南路, 柳林镇. */
const PART_OF_PLACE = /^(?:镇|乡|街道|村|路|大道|大街|小区|片区|广场|社区|工业园|火车站|新城(?!区)|产业园)/;
/** Verbs at the end of an indicator's own name: 保障性租赁住房筹集. */
const ENDING = /(?:开工|筹集|完成|建设|改造|新增|任务|建成|发放)$/;

/** Gathers the words of the field and the names of one workbook. */
export function lexiconOf(report: Report): Lexicon {
  const entries = new Map<string, Entry>();
  for (const [spelling, word] of fieldWords()) entries.set(spelling, { kind: "word", word });
  for (const [spelling, word] of workbookWords(report)) {
    if (!entries.has(spelling)) entries.set(spelling, { kind: "word", word });
  }
  for (const [spelling, region] of regionSpellings(report)) entries.set(spelling, { kind: "region", region });

  const lengths = new Map<string, number[]>();
  for (const spelling of entries.keys()) {
    const first = spelling.charAt(0);
    const known = lengths.get(first) ?? [];
    if (!known.includes(spelling.length)) lengths.set(first, [...known, spelling.length].sort((a, b) => b - a));
  }
  return {
    at(plain, at) {
      for (const length of lengths.get(plain.charAt(at)) ?? []) {
        const entry = entries.get(plain.slice(at, at + length));
        if (!entry) continue;
        const ahead = plain.slice(at + length, at + length + 4);
        if (entry.kind === "region" && PART_OF_PLACE.test(ahead)) continue;
        return { length, entry };
      }
      return null;
    },
  };
}

function workbookWords(report: Report): [string, Word][] {
  const words: [string, Word][] = [];
  if (report.place !== null) words.push([report.place, { class: "whole", value: "" }]);
  for (const { id, name, shortName } of report.indicators) {
    const stem = name.replace(ENDING, "");
    const spellings = [name, ...(shortName.length > 2 ? [shortName] : []), ...(stem.length >= 4 ? [stem] : [])];
    for (const spelling of spellings) words.push([spelling.replace(/[()]/g, (sign) => (sign === "(" ? "（" : "）")), { class: "indicator", value: id }]);
  }
  for (const name of new Set(report.audit.flatMap(({ categories }) => categories.map((category) => category.name)))) {
    for (const spelling of new Set([name, name.replace(/(?:的)?(?:问题|的)$/, "")])) {
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

/** Full and short names; a short name of two regions names neither. */
function regionSpellings(report: Report): [string, string][] {
  const names = namesOf(report);
  const place = report.place ?? "";
  return report.regions.flatMap(({ name }): [string, string][] => {
    const zone = ZONES.find(([pattern]) => pattern.test(name));
    const alone = zone && report.regions.filter((other) => zone[0].test(other.name)).length === 1;
    const city = place.replace(/[市州省盟]$/, "");
    const zones = alone ? zone[1].flatMap((form) => [form, ...(city === "" ? [] : [`${city}${form}`, `${place}${form}`])]) : [];
    const levels = CITY_LEVEL.includes(name) ? CITY_LEVEL : [];
    const own = [name, names.short(name), ...zones, ...levels];
    return [...new Set(own)].filter((one) => one.length >= 2).map((one) => [one, name]);
  });
}
