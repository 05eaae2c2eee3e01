import type { Claim } from "./claim";
import type { Use } from "./context";
import type { Knowledge } from "./knowledge";
import { nameListsIn, type NameList } from "./name-lists";
import type { Outline } from "./outline";
import { auditPredicate, backlogPredicate, continuingPredicate, predicateIn, taskPredicate, type Predicate } from "./predicate";
import type { Subject } from "./subject";
import { isWord, type Token } from "./token";

/** What is counted with a development zone or the city's own level left out. */
const ZONE = /(?:开发区|经开区|高新区|新区|示范区|园区|管理区)$/;
const CITY_LEVEL = /本级$|^市直/;

interface Evidence {
  count: number;
  words: string;
  english: string;
  cells: Claim["cells"];
}

/** Whether a figure counts regions: 5县, 7个县（市、区）, or 4个 after 尚未开工的县（市、区）有. */
export function countsRegions({ token, pre }: Use): boolean {
  const { unit } = token.number;
  if (unit.family === "regions") return true;
  if (unit.kind !== "个" || unit.noun !== "") return false;
  return pre.some((one) => /^各?(?:县（市、区）|县市区|县区|县市|市州)$|^单位$/.test(one.text)) && pre.some((one) => /^(?:有|共|共有|为|是)$/.test(one.text));
}

/** Judges counts of regions by the names beside them, the figures that follow, and the workbook. */
export function judgeCounts(uses: readonly Use[], outline: Outline, knowledge: Knowledge): Map<Use, Claim> {
  const lists = nameListsIn(outline);
  const claims = new Map<Use, Claim>();
  for (const use of uses) {
    if (countsRegions(use)) claims.set(use, judgeCount(use, uses, lists, outline, knowledge));
  }
  return claims;
}

function judgeCount(use: Use, uses: readonly Use[], lists: readonly NameList[], outline: Outline, knowledge: Knowledge): Claim {
  const stated = use.token.number.value;
  const before = lists.find((list) => list.names.length > 1 && list.last < use.index && outline.tokens.slice(list.end + 1, use.index).every((token) => isWord(token, "etc", "sum")));
  const workbook = fromWorkbook(use, outline, knowledge);
  if (before?.open) return stated >= before.names.length ? claimOf(use, "unverified", null, null) : claimOf(use, "wrong", namedEvidence(before), before.names.length);
  const named = before ? namedEvidence(before) : (namesAfter(use, lists, outline, knowledge) ?? itemsAfter(use, uses));
  if (named) {
    if (named.count === stated) return claimOf(use, "ok", named, null);
    // The workbook agrees with the count: a name is missing or too many, the count itself may stand.
    if (!before && workbook?.certain === true && workbook.evidence.count === stated) return claimOf(use, "suspect", named, null);
    return claimOf(use, "wrong", named, named.count);
  }
  if (!workbook) return judgeRest(use, outline, knowledge) ?? claimOf(use, "unverified", null, null);
  if (workbook.evidence.count === stated || workbook.counts.includes(stated)) return claimOf(use, "ok", workbook.evidence, null);
  if (workbook.loose.includes(stated)) return claimOf(use, "suspect", workbook.evidence, null);
  return use.understood && use.token.number.approximation === null && workbook.certain ? claimOf(use, "wrong", workbook.evidence, workbook.evidence.count) : claimOf(use, "unverified", null, null);
}

function namedEvidence(list: NameList): Evidence {
  const count = list.names.length;
  return { count, words: `列出的名称有${count}个：${list.names.map(({ text }) => text).join("、")}`, english: `${count} are named`, cells: [] };
}

/** 3个县（甲、乙、丙）; 3个县：甲、乙、丙; 3个县，分别是甲、乙、丙. */
function namesAfter(use: Use, lists: readonly NameList[], { tokens, positions }: Outline, knowledge: Knowledge): Evidence | null {
  let at = use.index + 1;
  let announced = false;
  for (; at < tokens.length && positions[at]?.sentence === use.position.sentence; at++) {
    const token = tokens[at];
    if (token?.kind === "region" || !token) break;
    if (token.text === "（" || token.text === "：" || isWord(token, "respectively")) announced = true;
    else if (!(token.text === "，" || isWord(token, "neutral", "status", "gap", "done", "indicator", "target", "others", "only"))) return null;
  }
  const list = lists.find(({ first }) => first === at);
  if (!announced || !list || list.open) return null;
  const next = tokens[list.end + 1];
  const ends = next === undefined || (next.kind === "mark" && /[，。；）\n]/.test(next.mark)) || isWord(next, "status", "gap");
  if (!ends) return null;
  // A second list after the first (甲、乙，丙和丁) would make the count of the first too small.
  const more = tokens[list.end + 2];
  if (next?.text === "，" && more?.kind === "region") return null;
  const closed = next === undefined || (next.kind === "mark" && /[。；）\n]/.test(next.mark));
  return list.names.length > 1 || closed || knowledge.report.regions.length === 1 ? namedEvidence(list) : null;
}

/** 涉及3个县17个问题，其中汾阳7个，方山9个，中阳1个: exhaustive where the parts make up the total beside the count. */
function itemsAfter(use: Use, uses: readonly Use[]): Evidence | null {
  const at = uses.indexOf(use);
  const total = uses[at + 1];
  if (!total || total.position.part !== use.position.part || total.token.number.unit.family === "regions") return null;
  const regions = new Set<string>();
  let sum = 0;
  for (const part of uses.slice(at + 2)) {
    if (part.position.clause !== use.position.clause) break;
    if (countsRegions(part)) continue;
    const [scope] = part.scopes;
    if (!part.named || scope?.kind !== "regions" || part.token.number.unit.kind !== total.token.number.unit.kind) return null;
    // A name that stands twice is a slip of its own; it is still one of those counted.
    for (const region of scope.regions) regions.add(regions.has(region) ? `${region}${regions.size}` : region);
    sum += part.token.number.value * (scope.share === "each" ? scope.regions.length : 1);
  }
  if (regions.size === 0 || Math.abs(sum - total.token.number.value) > 1e-9) return null;
  return { count: regions.size, words: `后文列出${regions.size}个，各项之和正是${total.token.text}`, english: `${regions.size} follow and add up to ${total.token.text}`, cells: [] };
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
function fromWorkbook(use: Use, outline: Outline, knowledge: Knowledge): FromWorkbook | null {
  const words = aroundCount(use, outline);
  const found = saidOfCounted(use, words, outline, knowledge);
  if (!found) return wholeCount(use, knowledge);
  const { predicate, certain } = found;
  const regions = knowledge.report.regions.map(({ name }) => name);
  const counted = (holds: Predicate["holds"], over: readonly string[]) => over.filter((region) => holds(region) === true).length;
  const counts = [predicate.holds, ...predicate.variants].map((holds) => counted(holds, regions));
  const loose = use.token.number.unit.text.includes("单位") ? [] : [counted(predicate.holds, regions.filter((name) => !CITY_LEVEL.test(name)))];
  const count = counted(predicate.holds, regions);
  const which = regions.filter((region) => predicate.holds(region) === true);
  const words2 = `工作簿中“${predicate.words}”的有${count}个${which.length > 0 && which.length <= 8 ? `：${which.map(knowledge.short).join("、")}` : ""}`;
  return { counts, loose, certain, evidence: { count, words: words2, english: `${count} regions in the workbook`, cells: knowledge.report.regions.filter(({ name }) => which.includes(name)).map(({ source }) => source) } };
}

/** 其余7个县（市）, 除柳林外其余9个: those with the task, or all, without the ones that the sentence names before. */
function judgeRest(use: Use, { tokens, positions }: Outline, knowledge: Knowledge): Claim | null {
  if (!use.pre.some((token) => isWord(token, "others"))) return null;
  const before = tokens.slice(0, use.index).filter((_, at) => positions[at]?.sentence === use.position.sentence);
  const named = new Set(before.flatMap((token) => (token.kind === "region" ? [token.region] : [])));
  const [subject] = use.subjects;
  const indicators = subject ? knowledge.indicatorsOf(subject) : [];
  if (named.size === 0 || indicators.length === 0) return null;
  const all = knowledge.report.regions.map(({ name }) => name).filter((name) => !named.has(name));
  const tasked = indicators.map((indicator) => all.filter((name) => knowledge.hasTask(indicator, name)).length);
  const started = indicators.map((indicator) => all.filter((name) => (knowledge.row(indicator, name)?.done?.value ?? 0) > 0).length);
  const [expected = 0] = tasked;
  const words = `有任务的县（市、区）中，除已列出的${named.size}个外还有${expected}个`;
  const evidence = { count: expected, words, english: `${expected} others have the task`, cells: [] };
  const readings = [...tasked, ...started, all.length, ...[ZONE, CITY_LEVEL].map((kind) => all.filter((name) => !kind.test(name)).length), all.filter((name) => !ZONE.test(name) && !CITY_LEVEL.test(name)).length];
  if (readings.includes(use.token.number.value)) return claimOf(use, "ok", evidence, null);
  // Those named before may be counted anew elsewhere; only where all of them have the task is the rest certain.
  const known = !use.elsewhere && [...use.pre, ...use.post].every((token) => token.kind !== "unknown");
  const certain = known && indicators.length === 1 && [...named].every((name) => indicators.some((indicator) => knowledge.hasTask(indicator, name)));
  return certain ? claimOf(use, "wrong", evidence, expected) : null;
}

/** The words of a count's own part, back to the count before and on to the next one or the clause's end. */
function aroundCount(use: Use, { tokens, positions }: Outline): Token[] {
  const isCount = (token: Token | undefined) => token?.kind === "number" && token.number.unit.family === "regions";
  const words: Token[] = [];
  for (let at = use.index - 1; at >= 0 && positions[at]?.part === use.position.part && !isCount(tokens[at]) && tokens[at]?.text !== "、"; at--) words.unshift(...tokens.slice(at, at + 1));
  const after: Token[] = [];
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

function saidOfCounted(use: Use, words: readonly Token[], outline: Outline, knowledge: Knowledge): { predicate: Predicate; certain: boolean } | null {
  const known = !words.some((token) => token.kind === "unknown");
  const direct = predicateIn(words, use.subjects, knowledge);
  if (direct) return { predicate: direct, certain: known && use.subjects.length > 0 };
  const [subject] = use.subjects;
  const involved = words.some((token) => token.text === "涉及");
  if (subject?.kind === "audit" && (involved || subject.category !== null)) return { predicate: auditPredicate(subject, knowledge), certain: known && (subject.category !== null || subject.year !== null) };
  if (subject?.kind === "continuing" && involved) return { predicate: continuingPredicate(knowledge), certain: known };
  if (subject?.kind === "backlog" && words.some((token) => isWord(token, "backlog")) && /有|存在/.test(words.map(({ text }) => text).join(""))) {
    return { predicate: backlogPredicate("有历史欠账", knowledge, (owed) => owed > 0), certain: false };
  }
  return tasked(use, words, outline, knowledge);
}

/** 有7个县（市、区）共落实棚户区改造项目10个，公租房项目1个60套: those with a task of what is named. */
function tasked(use: Use, words: readonly Token[], { tokens, positions }: Outline, knowledge: Knowledge): { predicate: Predicate; certain: boolean } | null {
  const text = words.map((token) => token.text).join("");
  if (!/落实|承担|任务/.test(text) || !/有|共/.test(text)) return null;
  const clause = tokens.filter((_, at) => at > use.index && positions[at]?.clause === use.position.clause);
  const subjects = clause.flatMap((token): Subject[] => (isWord(token, "indicator") ? [token.value === "rentSubsidy" ? { kind: "rentSubsidy" } : { kind: "indicator", id: token.value }] : []));
  const named = subjects.flatMap((subject) => knowledge.indicatorsOf(subject));
  if (named.length === 0) return null;
  const predicate = taskPredicate([...new Set(named)], knowledge);
  return { predicate, certain: !words.some((token) => token.kind === "unknown") };
}

/** 全市13个县（市、区）. */
function wholeCount(use: Use, knowledge: Knowledge): FromWorkbook | null {
  const last = use.pre.at(-1);
  if (!isWord(last, "whole")) return null;
  const regions = knowledge.report.regions.map(({ name }) => name);
  const counts = [regions, regions.filter((name) => !ZONE.test(name)), regions.filter((name) => !ZONE.test(name) && !CITY_LEVEL.test(name)), regions.filter((name) => !CITY_LEVEL.test(name))].map(({ length }) => length);
  return { counts, loose: [], certain: false, evidence: { count: regions.length, words: `工作簿中共${regions.length}个县（市、区）`, english: `${regions.length} regions`, cells: [] } };
}

function claimOf({ token }: Use, verdict: Claim["verdict"], evidence: Evidence | null, count: number | null): Claim {
  const chinese = evidence ? `${count === null ? "" : `应为${count}${token.number.unit.text}：`}${evidence.words}` : "没有可以对照的名单或数据，未核对";
  return {
    kind: "count",
    text: "",
    start: token.start,
    end: token.end,
    verdict,
    expected: count === null ? null : `${count}${token.number.unit.text}`,
    why: { "zh-CN": chinese, en: evidence?.english ?? "Nothing to compare with; not checked" },
    cells: evidence?.cells ?? [],
  };
}
