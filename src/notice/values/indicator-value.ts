import { doneWords, statusName, type IndicatorProgress, type RegionProgress, type Status } from "../../progress";
import { points, pointsBetween, rateSince } from "../change";
import { basicCompletionSentences } from "../passages/basic-completion";
import { indicatorSentences } from "../passages/indicator";
import { investmentSentences } from "../passages/investment";
import { sortedRows, unclearSentence } from "../passages/rows";
import { projectCount } from "../passages/starts";
import type { Phrase } from "../phrase";
import { rateCells, totalOf } from "../quantity";
import { byRate, firstRanks, lastRanks } from "../ranked";
import { regionValue } from "./region-value";
import { list, type ObjectValue, type ValueScope } from "./scope";

/** The lists of regions by status, whatever their indicator calls it; 完成 alone is the amount done. */
const LISTS: readonly [status: Status, name: string][] = [
  ["exceeded", "超额完成"],
  ["complete", "完成任务"],
  ["onPace", "达到序时"],
  ["behind", "滞后"],
  ["none", "尚未开工"],
  ["unknown", "无法读取"],
  ["noTask", "无任务"],
];
const NAMED_RANKS = 3;

/** An indicator as templates read it. */
export function indicatorValue(indicator: IndicatorProgress, scope: ValueScope): ObjectValue {
  const { writing } = scope;
  const { target, done, rate, unit } = indicator;
  const decimals = writing.rateDecimals(indicator.id);
  const tasked = indicator.regions.filter((row) => row.target !== null);
  const values = new Map(indicator.regions.map((row) => [row, regionValue(row, indicator, scope)]));
  const listOf = (rows: readonly RegionProgress[]) => list(rows.flatMap((row) => values.get(row) ?? []));
  const rated = (holds: (rate: number) => boolean) => listOf(byRate(tasked).filter((row) => holds(row.rate ?? 0)));
  const versus = (other: number) => {
    if (rate === null) return null;
    const number = pointsBetween(rate, other, decimals);
    return scope.figure(points(number, rateCells(indicator)), number);
  };
  const since = (period: typeof writing.previous, kind: "上期" | "同比") =>
    scope.phrase(rateSince(period, kind, indicator.id, rate, null, decimals, rateCells(indicator)));
  return {
    名称: scope.text(indicator.name),
    全称: scope.text(`${writing.report.indicators.some(({ id }) => id === indicator.parent) ? "其中" : ""}${indicator.name}`),
    简称: scope.text(indicator.shortName),
    单位: scope.text(unit),
    目标: target === null ? null : scope.figure(totalOf(indicator, "target"), target),
    完成: done === null ? null : scope.figure(totalOf(indicator, "done"), done),
    已完成: doneWords(indicator),
    // Nothing done is known only where all was read.
    无进展: done === 0 && !indicator.regions.some(({ unread }) => unread),
    待核实: scope.phrase(unclearSentence(indicator, sortedRows(indicator), writing)),
    完成率: rate === null ? null : scope.rate(rate, decimals, rateCells(indicator)),
    状态: statusName(indicator.status, [indicator]),
    项目数: indicator.projects === null ? null : scope.figure(projectCount(indicator, writing), indicator.projects),
    // Before the first milestone nothing is demanded, and nothing is above or below it.
    要求差: scope.demand.rate === 0 ? null : versus(scope.demand.rate),
    较上期: since(writing.previous, "上期"),
    同比: since(writing.yearAgo, "同比"),
    情况: scope.phrase(situationOf(indicator, scope)),
    县市区: listOf(tasked),
    按完成率: rated(() => true),
    有进展: listOf(indicator.regions.filter((row) => (row.done?.value ?? 0) > 0)),
    前三名: listOf(firstRanks(tasked, NAMED_RANKS)),
    后三名: listOf(lastRanks(tasked, NAMED_RANKS)),
    高于平均: rate === null ? null : rated((own) => own > rate),
    低于平均: rate === null ? null : rated((own) => own < rate),
    达到要求: rated((own) => own > 0 && own >= scope.demand.rate),
    未达要求: rated((own) => own > 0 && own < scope.demand.rate),
    ...Object.fromEntries(
      LISTS.map(([status, name]) => [name, listOf(indicator.regions.filter((row) => row.status === status))]),
    ),
  };
}

function situationOf(indicator: IndicatorProgress, { writing }: ValueScope): Phrase {
  if (indicator.measured && indicator.id === "investment") return investmentSentences(indicator, writing);
  if (indicator.measured && indicator.id === "basicCompletion") return basicCompletionSentences(indicator, writing);
  return indicatorSentences(indicator, writing);
}
