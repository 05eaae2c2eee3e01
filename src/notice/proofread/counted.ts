import type { Claim } from "./claim";
import type { Bench } from "./judge-figures";
import type { Knowledge } from "./knowledge";
import type { Outline } from "./outline";
import {
  auditPredicate,
  backlogPredicate,
  continuingPredicate,
  predicateIn,
  startedPredicate,
  taskPredicate,
  type Predicate,
} from "./predicate";
import type { Statement } from "./statement";
import type { ClaimSubject } from "./subject";
import { indexOfToken, isWord, type DraftToken } from "./token";

/** What is counted with a development zone or the city's own level left out. */
const ZONE = /(?:开发区|经开区|高新区|新区|示范区|园区|管理区)$/;
const CITY_LEVEL = /本级$|^市直/;

/** A count as something tells it. */
export interface Evidence {
  count: number;
  words: string;
  english: string;
  cells: Claim["cells"];
}

interface FromWorkbook {
  /** By every reading of the words. */
  counts: readonly number[];
  /** With the city's own level, which is no county, left out. */
  loose: readonly number[];
  evidence: Evidence;
  certain: boolean;
}

/** The number of regions that what is said of them holds for. */
export function fromWorkbook(use: Statement, bench: Bench): FromWorkbook | null {
  const { knowledge } = bench;
  const words = aroundCount(use, bench.outline);
  // 7个县（区）中仅上党区…: all of them are counted, whatever is said of some.
  const found = use.post[0]?.text === "中" ? null : saidOfCounted(use, words, bench);
  if (!found) return wholeCount(use, knowledge);
  const { predicate, certain } = found;
  const regions = knowledge.report.regions.map(({ name }) => name);
  const counted = (holds: Predicate["holds"], over: readonly string[]) => over.filter((region) => holds(region) === true).length;
  const counts = [predicate.holds, ...predicate.variants].map((holds) => counted(holds, regions));
  const loose = use.token.number.unit.text.includes("单位")
    ? []
    : [
        counted(
          predicate.holds,
          regions.filter((name) => !CITY_LEVEL.test(name)),
        ),
      ];
  const count = counted(predicate.holds, regions);
  const which = regions.filter((region) => predicate.holds(region) === true);
  const words2 = `工作簿中“${predicate.words}”的有${count}个${which.length > 0 && which.length <= 8 ? `：${which.map(knowledge.short).join("、")}` : ""}`;
  return {
    counts,
    loose,
    certain,
    evidence: {
      count,
      words: words2,
      english: `${count} regions in the workbook`,
      cells: knowledge.report.regions.filter(({ name }) => which.includes(name)).map(({ source }) => source),
    },
  };
}

/** 其余7个县（市）, 除柳林外其余9个: those with the task, or all, without the ones that the sentence names before. */
export function restOfRegions(
  use: Statement,
  { outline: { tokens, positions }, knowledge }: Bench,
): { verdict: Claim["verdict"]; evidence: Evidence; count: number | null } | null {
  if (!use.pre.some((token) => isWord(token, "others"))) return null;
  const before = tokens.slice(0, use.index).filter((_, at) => positions[at]?.sentence === use.position.sentence);
  const named = new Set(before.flatMap((token) => (token.kind === "region" ? [token.region] : [])));
  const [subject] = use.subject.subjects;
  const indicators = subject ? knowledge.indicatorsOf(subject) : [];
  if (named.size === 0 || indicators.length === 0) return null;
  const all = knowledge.report.regions.map(({ name }) => name).filter((name) => !named.has(name));
  const tasked = indicators.map((indicator) => all.filter((name) => knowledge.hasTask(indicator, name)).length);
  const started = indicators.map((indicator) => all.filter((name) => (knowledge.row(indicator, name)?.done?.value ?? 0) > 0).length);
  const [expected = 0] = tasked;
  const words = `有任务的县（市、区）中，除已列出的${named.size}个外还有${expected}个`;
  const evidence = { count: expected, words, english: `${expected} others have the task`, cells: [] };
  const readings = [
    ...tasked,
    ...started,
    all.length,
    ...[ZONE, CITY_LEVEL].map((kind) => all.filter((name) => !kind.test(name)).length),
    all.filter((name) => !ZONE.test(name) && !CITY_LEVEL.test(name)).length,
  ];
  if (readings.includes(use.token.number.value)) return { verdict: "ok", evidence, count: null };
  // Those named before may be counted anew elsewhere; only where all of them have the task is the rest certain.
  const known = use.mood === "fact" && use.period.kind === "own" && [...use.pre, ...use.post].every((token) => token.kind !== "unknown");
  const certain =
    known && indicators.length === 1 && [...named].every((name) => indicators.some((indicator) => knowledge.hasTask(indicator, name)));
  return certain ? { verdict: "wrong", evidence, count: expected } : null;
}

/** The words of a count's own part, back to the count before and on to the next one or the clause's end. */
function aroundCount(use: Statement, { tokens, positions }: Outline): DraftToken[] {
  const isCount = (token: DraftToken | undefined) => token?.kind === "number" && token.number.unit.family === "regions";
  const words: DraftToken[] = [];
  for (
    let at = use.index - 1;
    at >= 0 && positions[at]?.part === use.position.part && !isCount(tokens[at]) && tokens[at]?.text !== "、";
    at--
  )
    words.unshift(...tokens.slice(at, at + 1));
  const after: DraftToken[] = [];
  let cut: number | null = null;
  for (let at = use.index + 1; at < tokens.length && positions[at]?.part === use.position.part; at++) {
    const token = tokens[at];
    if (!token) break;
    if (isCount(token)) {
      after.length = cut ?? after.length;
      break;
    }
    if (token.text === "、") cut = after.length;
    after.push(token);
  }
  words.push(...after);
  return words;
}

function saidOfCounted(use: Statement, words: readonly DraftToken[], bench: Bench): { predicate: Predicate; certain: boolean } | null {
  const { knowledge, demands, outline } = bench;
  const known = !words.some(
    (token) =>
      (token.kind === "unknown" && token.text.length > 1) || token.kind === "place" || isWord(token, "site", "other", "against", "change"),
  );
  const last = words.at(-1);
  const { subjects } = last ? bench.understanding.at(indexOfToken(outline.tokens, last)).subject : use.subject;
  const figures = words.some(
    (token) =>
      token.kind === "number" &&
      token.number.approximation === null &&
      token.number.unit.family !== "regions" &&
      token.number.unit.kind !== "个",
  );
  const direct = figures && !words.some((token) => isWord(token, "status")) ? null : predicateIn(words, subjects, knowledge, demands);
  if (direct) return { predicate: direct, certain: known && subjects.length > 0 };
  const [subject] = subjects;
  const involved = words.some((token) => token.text === "涉及");
  if (subject?.kind === "audit" && (involved || subject.category !== null))
    return { predicate: auditPredicate(subject, knowledge), certain: known && (subject.category !== null || subject.year !== null) };
  if (subject?.kind === "continuing" && involved) return { predicate: continuingPredicate(knowledge), certain: known };
  if (
    subject?.kind === "backlog" &&
    words.some((token) => isWord(token, "backlog")) &&
    /有|存在/.test(words.map(({ text }) => text).join(""))
  ) {
    return { predicate: backlogPredicate("有历史欠账", knowledge, (owed) => owed > 0), certain: false };
  }
  const task = tasked(use, words, bench);
  if (task) return task;
  // 5个已开工
  const started =
    words.some((token) => isWord(token, "stage")) &&
    words.some((token) => isWord(token, "done") && /已|实现/.test(token.text)) &&
    !figures &&
    !words.some((token) => isWord(token, "target", "none", "rest"));
  const predicate = started ? startedPredicate(subjects, knowledge) : null;
  return predicate ? { predicate, certain: known } : null;
}

/** 有7个县（市、区）共落实棚户区改造项目10个，公租房项目1个60套: those with a task of what is named. */
function tasked(
  use: Statement,
  words: readonly DraftToken[],
  { outline: { tokens, positions }, knowledge, book }: Bench,
): { predicate: Predicate; certain: boolean } | null {
  const text = words.map((token) => token.text).join("");
  if (!/承担|任务/.test(text) && !(/落实/.test(text) && /有|共/.test(text))) return null;
  if (
    words.some((token) => isWord(token, "done") && token.text.includes("完成")) ||
    words.some((token) => isWord(token, "rest", "status", "excess", "none"))
  )
    return null;
  const clause = tokens.filter(
    (_, at) => at > use.index - 6 && positions[at]?.clause === use.position.clause && positions[at]?.depth === use.position.depth,
  );
  const subjects = clause.flatMap((token): ClaimSubject[] =>
    isWord(token, "topic")
      ? book.resolve({ topics: [token.value], stage: null }, null).map(({ id }): ClaimSubject => ({ kind: "indicator", id }))
      : [],
  );
  const named = subjects.flatMap((subject) => knowledge.indicatorsOf(subject));
  if (named.length === 0) return null;
  const predicate = taskPredicate([...new Set(named)], knowledge);
  return { predicate, certain: !words.some((token) => token.kind === "unknown") };
}

/** 全市13个县（市、区）: those of the workbook, with or without zones and the city's own level; those that it lacks are unknown. */
function wholeCount(use: Statement, knowledge: Knowledge): FromWorkbook | null {
  if (use.pre.some((token) => isWord(token, "level") && token.value === "upper")) return null;
  const last = use.pre.filter((token) => !isWord(token, "sum") && !/^(?:共有|有)$/.test(token.text)).at(-1);
  const ofAll = isWord(last, "level") && last.value === "own";
  if (!ofAll && use.post[0]?.text !== "中") return null;
  const { report } = knowledge;
  const regions = report.regions.map(({ name }) => name);
  const least = [
    regions,
    regions.filter((name) => !ZONE.test(name)),
    regions.filter((name) => !ZONE.test(name) && !CITY_LEVEL.test(name)),
    regions.filter((name) => !CITY_LEVEL.test(name)),
  ].map(({ length }) => length);
  const missing = Math.max(0, ...report.tables.map(({ listed }) => listed?.length ?? 0));
  const tasked = use.subject.subjects
    .flatMap((one) => knowledge.indicatorsOf(one))
    .map((indicator) => regions.filter((name) => knowledge.hasTask(indicator, name)).length);
  const counts = [...least, ...least.map((count) => count + missing), ...(ofAll ? [] : tasked)];
  const stated = use.token.number.value;
  const evidence = { count: regions.length, words: `工作簿中共${regions.length}个县（市、区）`, english: `${regions.length} regions`, cells: [] };
  return { counts, loose: stated > regions.length ? [stated] : [], certain: ofAll, evidence };
}
