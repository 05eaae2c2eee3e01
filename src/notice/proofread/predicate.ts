import type { IndicatorProgress, RegionProgress } from "../../progress";
import { mendNote } from "../mend-note";
import type { Demands } from "./demands";
import type { Knowledge } from "./knowledge";
import { referenceOf } from "./reference";
import type { ClaimSubject } from "./subject";
import { isWord, type DraftToken } from "./token";

/** Something said of regions: 暂未开工, 完成率超过50%, 没有历史欠账. */
export interface Predicate {
  /** In the draft's words. */
  words: string;
  /** Whether it holds of a region; null where the workbook does not tell. */
  holds(region: string): boolean | null;
  /** Other readings of the same words, for counts: 滞后 with or without those not started. */
  variants: readonly ((region: string) => boolean | null)[];
}

type RowRule = (row: RegionProgress, indicator: IndicatorProgress) => boolean;

const DONE: RowRule = (row) => row.rate !== null && row.rate >= 1;
const NONE: RowRule = (row) => row.done?.value === 0;
const STARTED: RowRule = (row) => (row.done?.value ?? 0) > 0;

/**
 * The predicate that some words say of regions.
 * @param tokens the words beside the names or the count, without the names
 * @param subjects what they speak of, the likeliest first
 */
export function predicateIn(tokens: readonly DraftToken[], subjects: readonly ClaimSubject[], knowledge: Knowledge, demands: Demands): Predicate | null {
  const indicators = subjects.flatMap((subject) => knowledge.indicatorsOf(subject));
  const outlook = tokens.find((token) => isWord(token, "outlook"));
  if (isWord(outlook, "outlook")) return outlookPredicate(outlook.value, outlook.text, knowledge);
  const status = tokens.find((token) => isWord(token, "status"));
  if (isWord(status, "status") && status.value === "noBacklog") return backlogPredicate(status.text, knowledge, (owed) => owed <= 0);
  if (isWord(status, "status") && status.value === "noOutlook") return outlookPredicate("", status.text, knowledge);
  if (tokens.some((token) => isWord(token, "note")))
    return rowPredicate("数据待核实", indicators, knowledge, (row) => row.unread !== null || (row.done?.value ?? 0) < 0);
  const demand = demandPredicate(tokens, indicators, knowledge, demands);
  if (demand) return demand;
  const limit = limitIn(tokens);
  if (limit) return rowPredicate(limit.words, indicators, knowledge, limit.rule);
  if (isWord(status, "status")) {
    const rules = statusRules(knowledge)[status.value];
    return rules ? rowPredicate(status.text, indicators, knowledge, ...rules) : null;
  }
  const rest = tokens.find((token) => isWord(token, "rest"));
  if (rest && /(?:开工|动工|发放|建成|启动|竣工|改造|筹集)$/.test(rest.text)) return rowPredicate(rest.text, indicators, knowledge, NONE);
  if (rest && /完成$/.test(rest.text) && tokens.some((token) => isWord(token, "target")))
    return rowPredicate(`${rest.text}任务`, indicators, knowledge, (row) => row.rate !== null && row.rate < 1);
  const none = tokens.findIndex((token) => isWord(token, "none"));
  const denied = none >= 0 && tokens.slice(none + 1, none + 3).some((token) => isWord(token, "stage"));
  if (denied) return rowPredicate(tokens.slice(none, none + 3).map(({ text }) => text).join(""), indicators, knowledge, NONE);
  const excess = tokens.find((token) => isWord(token, "excess"));
  if (excess && /^超额完成/.test(excess.text))
    return rowPredicate(excess.text, indicators, knowledge, (row) => row.rate !== null && row.rate > 1);
  return completedTask(tokens, indicators, knowledge);
}

/** 完成了年度棚改任务: words of the task's own between verb and object. */
function completedTask(tokens: readonly DraftToken[], indicators: readonly IndicatorProgress[], knowledge: Knowledge): Predicate | null {
  const done = tokens.findIndex((token) => isWord(token, "done") && /完成/.test(token.text));
  const target = tokens.findIndex((token, at) => at > done && isWord(token, "target") && token.value === "task");
  // 任务已完成
  const finished =
    target < 0 &&
    tokens.some(
      (token, at) =>
        isWord(token, "target") &&
        token.value === "task" &&
        isWord(tokens[at + 1], "done") &&
        /完成$/.test(tokens[at + 1]?.text ?? "") &&
        at + 2 >= tokens.length,
    );
  if (finished && !tokens.some((token) => isWord(token, "none", "rest")))
    return rowPredicate("完成任务", indicators, knowledge, DONE, (row) => row.rate === 1);
  if (done < 0 || target < 0 || tokens.some((token) => isWord(token, "none", "rest"))) return null;
  if (!tokens.slice(done + 1, target).every((token) => isWord(token, "topic", "stage", "plain"))) return null;
  return rowPredicate("完成任务", indicators, knowledge, DONE, (row) => row.rate === 1);
}

function statusRules({ report: { pace } }: Knowledge): Record<string, readonly [RowRule, ...RowRule[]]> {
  return {
    none: [NONE],
    started: [STARTED],
    exceeded: [(row) => row.rate !== null && row.rate > 1],
    complete: [DONE, (row) => row.rate === 1],
    unfinished: [(row) => row.rate !== null && row.rate < 1],
    onPace: [(row) => row.rate !== null && row.rate >= pace],
    behind: [(row) => row.rate !== null && row.rate < pace, (row) => row.status === "behind"],
    aboveAverage: [(row, indicator) => row.rate !== null && indicator.rate !== null && row.rate > indicator.rate],
    belowAverage: [
      (row, indicator) => row.rate !== null && indicator.rate !== null && row.rate < indicator.rate,
      (row, indicator) => row.status !== "none" && row.rate !== null && indicator.rate !== null && row.rate < indicator.rate,
    ],
  };
}

/** 达到节点要求, 未达到6月底50%的节点要求: the milestone that is stated last before the words, or within them. */
function demandPredicate(
  tokens: readonly DraftToken[],
  indicators: readonly IndicatorProgress[],
  knowledge: Knowledge,
  demands: Demands,
): Predicate | null {
  const at = tokens.findIndex((token) => referenceOf(token) === "demand");
  const token = tokens[at];
  const rate = token ? demands.at(token.start) : null;
  if (!isWord(token, "reference", "status") || rate === null) return null;
  const below = token.value === "belowDemand" || tokens.slice(0, at).some((one) => isWord(one, "less", "none"));
  if (!below) return rowPredicate(token.text, indicators, knowledge, (row) => row.rate !== null && row.rate >= rate);
  // Those without any progress are often spoken of apart.
  const isBelow: RowRule = (row) => row.rate !== null && row.rate < rate;
  return rowPredicate(token.text, indicators, knowledge, (row, of) => isBelow(row, of) && row.status !== "none", isBelow);
}

/** Having something open in an audit year or category. */
export function auditPredicate(subject: Extract<ClaimSubject, { kind: "audit" }>, knowledge: Knowledge): Predicate {
  const holds = (region: string) => (knowledge.other(subject, region)[0]?.value ?? 0) > 0;
  return { words: `有${subject.category ?? ""}未整改问题`, holds, variants: [] };
}

/** Having units begun before 2018 and not yet built. */
export function continuingPredicate({ report }: Knowledge): Predicate {
  const rows = report.continuing?.regions ?? [];
  return { words: "有开工未建成", holds: (region) => (rows.find((row) => row.region === region)?.units?.value ?? 0) > 0, variants: [] };
}

/** Having a task of any of some indicators. */
export function taskPredicate(indicators: readonly IndicatorProgress[], knowledge: Knowledge): Predicate {
  return { words: "有任务", holds: (region) => indicators.some((indicator) => knowledge.hasTask(indicator, region)), variants: [] };
}

/** Something done of an indicator: 完成租赁补贴发放工作. */
export function startedPredicate(subjects: readonly ClaimSubject[], knowledge: Knowledge): Predicate | null {
  return rowPredicate("有进展", subjects.flatMap((subject) => knowledge.indicatorsOf(subject)), knowledge, STARTED);
}

/** Owing some of the backlog, or none. */
export function backlogPredicate(words: string, knowledge: Knowledge, rule: (owed: number) => boolean): Predicate {
  const rows = knowledge.report.backlog?.regions ?? [];
  const holds = (region: string) => {
    const row = rows.find((one) => one.region === region);
    if (!row) return null;
    // Computed and verified may differ; what either says may be said.
    const owed = [row.computed, row.verified?.value ?? null].filter((value): value is number => value !== null);
    return owed.length === 0 ? null : owed.some(rule);
  };
  return { words, holds, variants: [] };
}

function outlookPredicate(outlook: string, words: string, knowledge: Knowledge): Predicate {
  const rows = knowledge.report.continuing?.regions ?? [];
  const holds = (region: string) => {
    const row = rows.find((one) => one.region === region);
    return row ? mendNote(row.outlook ?? "", []) === outlook : rows.length > 0 ? false : null;
  };
  return { words, holds, variants: [] };
}

function rowPredicate(
  words: string,
  indicators: readonly IndicatorProgress[],
  knowledge: Knowledge,
  ...rules: readonly [RowRule, ...RowRule[]]
): Predicate | null {
  if (indicators.length === 0) return null;
  // Of several that may be meant, one that it holds for is enough.
  const apply = (rule: RowRule) => (region: string) => {
    const answers = indicators.map((indicator) => {
      const row = knowledge.row(indicator, region);
      if (!row) return null;
      const judged = rule(row, indicator);
      if (!judged && row.target === null && row.done === null) return indicator.target === null ? null : false;
      return judged;
    });
    return answers.includes(true) ? true : answers.includes(false) ? false : null;
  };
  const [first, ...others] = rules.map(apply);
  return first ? { words, holds: first, variants: others } : null;
}

/** 超过50%, 50%以上, 低于30%, 达到80%, 四成至五成: a limit on the rate. */
function limitIn(tokens: readonly DraftToken[]): { words: string; rule: RowRule } | null {
  const at = tokens.findIndex((token) => token.kind === "number" && token.number.unit.family === "percent");
  const limit = tokens[at];
  if (limit?.kind !== "number") return null;
  const { value, upTo, approximation } = limit.number;
  const least = value / 100;
  const within = (row: RegionProgress, holds: (rate: number) => boolean) => row.rate !== null && holds(row.rate);
  const reached = /^达到?$/.test(tokens[at - 1]?.text ?? "");
  if (approximation === "above" || (approximation === null && reached))
    return { words: `达到${limit.text}`, rule: (row) => within(row, (rate) => rate >= least) };
  if (approximation === "below") return { words: `低于${limit.text}`, rule: (row) => within(row, (rate) => rate < least) };
  if (approximation === "between")
    return { words: limit.text, rule: (row) => within(row, (rate) => rate >= least && rate <= (upTo ?? value) / 100) };
  return null;
}
