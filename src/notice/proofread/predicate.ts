import type { IndicatorProgress, RegionProgress } from "../../progress";
import { mendNote } from "../mend-note";
import type { Knowledge } from "./knowledge";
import { referenceOf } from "./reading";
import type { Subject } from "./subject";
import { isWord, type Token } from "./token";

/** Something said of regions: 暂未开工, 完成率超过50%, 没有历史欠账. */
export interface Predicate {
  /** In the draft's words. */
  words: string;
  /** Whether it holds of a region; null where the workbook does not tell. */
  holds(region: string): boolean | null;
  /** Whether a region without the task can be said to satisfy it all the same (投资为0). */
  lenient: boolean;
  /** Other readings of the same words, for counts: 滞后 with or without those not started. */
  variants: readonly ((region: string) => boolean | null)[];
}

type RowRule = (row: RegionProgress, indicator: IndicatorProgress) => boolean;

/**
 * The predicate that some words say of regions.
 * @param tokens the words beside the names or the count, without the names
 * @param subjects what they speak of, the likeliest first
 */
export function predicateIn(tokens: readonly Token[], subjects: readonly Subject[], knowledge: Knowledge): Predicate | null {
  const indicators = firstIndicators(subjects, knowledge);
  const { report } = knowledge;
  const outlook = tokens.find((token) => isWord(token, "outlook"));
  if (isWord(outlook, "outlook")) return outlookPredicate(outlook.value, outlook.text, knowledge);
  const status = tokens.find((token) => isWord(token, "status"));
  if (isWord(status, "status") && status.value === "noBacklog") return backlogPredicate(status.text, knowledge, (owed) => owed <= 0);
  if (isWord(status, "status") && status.value === "noOutlook") return outlookPredicate("", status.text, knowledge);
  if (tokens.some((token) => isWord(token, "note"))) {
    return rowPredicate("数据待核实", indicators, knowledge, (row) => row.done === null || row.done.value < 0);
  }
  const demand = demandPredicate(tokens, indicators, knowledge);
  if (demand) return demand;
  const gap = tokens.find((token) => isWord(token, "gap") && /未(?:开工|发放|建成)$/.test(token.text));
  const limit = limitIn(tokens);
  if (limit) return rowPredicate(limit.words, indicators, knowledge, limit.rule);
  if (gap) return rowPredicate(gap.text, indicators, knowledge, (row) => row.done?.value === 0);
  if (isWord(status, "status")) {
    const { pace } = report;
    const rules: Record<string, readonly [RowRule, ...RowRule[]]> = {
      none: [(row) => row.done?.value === 0],
      started: [(row) => (row.done?.value ?? 0) > 0],
      exceeded: [(row) => row.rate !== null && row.rate > 1],
      complete: [(row) => row.rate !== null && row.rate >= 1, (row) => row.rate === 1],
      onPace: [(row) => row.rate !== null && row.rate >= pace],
      behind: [(row) => row.rate !== null && row.rate < pace, (row) => row.status === "behind"],
      aboveAverage: [(row, indicator) => row.rate !== null && indicator.rate !== null && row.rate > indicator.rate],
      belowAverage: [(row, indicator) => row.rate !== null && indicator.rate !== null && row.rate < indicator.rate, (row, indicator) => row.status !== "none" && row.rate !== null && indicator.rate !== null && row.rate < indicator.rate],
    };
    const rule = rules[status.value];
    return rule ? rowPredicate(status.text, indicators, knowledge, ...rule) : null;
  }
  return null;
}

/** 达到节点要求, 未达到6月底50%的节点要求: the milestone that is stated last before the words, or within them. */
function demandPredicate(tokens: readonly Token[], indicators: readonly IndicatorProgress[], knowledge: Knowledge): Predicate | null {
  const at = tokens.findIndex((token) => isWord(token, "reference", "status") && referenceOf(token) === "demand");
  const token = tokens[at];
  const rate = token ? knowledge.demands.at(token.start) : null;
  if (!isWord(token, "reference", "status") || rate === null) return null;
  const below = token.value === "belowDemand" || tokens.slice(0, at).some((one) => isWord(one, "less") || /^(?:未|尚未|没有)$/.test(one.text));
  if (!below) return rowPredicate(token.text, indicators, knowledge, (row) => row.rate !== null && row.rate >= rate);
  // Those without any progress are often spoken of apart.
  const isBelow: RowRule = (row) => row.rate !== null && row.rate < rate;
  return rowPredicate(token.text, indicators, knowledge, (row, of) => isBelow(row, of) && row.status !== "none", isBelow);
}

/** Having something open in an audit year or category. */
export function auditPredicate(subject: Extract<Subject, { kind: "audit" }>, knowledge: Knowledge): Predicate {
  const holds = (region: string) => (knowledge.other(subject, region)[0]?.value ?? 0) > 0;
  return { words: `有${subject.category ?? ""}未整改问题`, holds, lenient: false, variants: [] };
}

/** Having units begun before 2018 and not yet built. */
export function continuingPredicate({ report }: Knowledge): Predicate {
  const rows = report.continuing?.regions ?? [];
  const holds = (region: string) => (rows.find((row) => row.region === region)?.units?.value ?? 0) > 0;
  return { words: "有开工未建成", holds, lenient: false, variants: [] };
}

/** Having a task of any of some indicators. */
export function taskPredicate(indicators: readonly IndicatorProgress[], knowledge: Knowledge): Predicate {
  const holds = (region: string) => indicators.some((indicator) => knowledge.hasTask(indicator, region));
  return { words: "有任务", holds, lenient: false, variants: [] };
}

/** Something done of an indicator: 完成租赁补贴发放工作. */
export function startedPredicate(subjects: readonly Subject[], knowledge: Knowledge): Predicate | null {
  return rowPredicate("有进展", firstIndicators(subjects, knowledge), knowledge, (row) => (row.done?.value ?? 0) > 0);
}

/** Having more done or owed than all others together have: 全部在甲山县. */
export function backlogPredicate(words: string, knowledge: Knowledge, rule: (owed: number) => boolean): Predicate {
  const rows = knowledge.report.backlog?.regions ?? [];
  const holds = (region: string) => {
    const row = rows.find((one) => one.region === region);
    if (!row) return null;
    // Computed and verified may differ; what either says may be said.
    const owed = [row.computed, row.verified?.value ?? null].filter((value): value is number => value !== null);
    return owed.length === 0 ? null : owed.some(rule);
  };
  return { words, holds, lenient: false, variants: [] };
}

function outlookPredicate(outlook: string, words: string, knowledge: Knowledge): Predicate {
  const rows = knowledge.report.continuing?.regions ?? [];
  const holds = (region: string) => {
    const row = rows.find((one) => one.region === region);
    return row ? mendNote(row.outlook ?? "", []) === outlook : null;
  };
  return { words, holds: (region) => holds(region) ?? (rows.length > 0 ? false : null), lenient: false, variants: [] };
}

function rowPredicate(words: string, indicators: readonly IndicatorProgress[], knowledge: Knowledge, ...rules: readonly [RowRule, ...RowRule[]]): Predicate | null {
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
  return first ? { words, holds: first, lenient: false, variants: others } : null;
}

function firstIndicators(subjects: readonly Subject[], knowledge: Knowledge): IndicatorProgress[] {
  return subjects.flatMap((subject) => knowledge.indicatorsOf(subject));
}

/** 超过50%, 50%以上, 低于30%: a limit on the rate. */
function limitIn(tokens: readonly Token[]): { words: string; rule: RowRule } | null {
  const limit = tokens.find((token) => token.kind === "number" && token.number.unit.family === "percent" && token.number.approximation !== null);
  if (limit?.kind !== "number") return null;
  const { value, approximation } = limit.number;
  const at = value / 100;
  if (approximation === "above") return { words: `高于${limit.text}`, rule: (row) => row.rate !== null && row.rate >= at };
  if (approximation === "below") return { words: `低于${limit.text}`, rule: (row) => row.rate !== null && row.rate < at };
  return null;
}
