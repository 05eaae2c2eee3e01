import { chineseDate, dateParts, demandOn, within, yearOf, zonesOf, type IndicatorProgress, type Milestone, type Place, type Report } from "../../progress";
import { behindShare } from "../behind";
import { FIELD_NAMES } from "../fields";
import { auditByCategory } from "../passages/audit-by-category";
import { auditByRegion } from "../passages/audit-by-region";
import { stocktaking, verifiedBacklog } from "../passages/backlog";
import { limitDay, outlookSentence, unfinishedUnits } from "../passages/continuing";
import { rentSubsidySentences } from "../passages/rent-subsidy";
import { startsSentences } from "../passages/starts";
import { notStartedAtAll, startsByRegion } from "../passages/starts-by-region";
import { targetsSentence } from "../passages/targets";
import { cellsOf } from "../quantity";
import type { FigureValue } from "./figure-value";
import { indicatorValue } from "./indicator-value";
import { overallValue } from "./overall-value";
import { namedRegion } from "./region-value";
import { list, type ObjectValue, type ValueScope } from "./scope";

export { FigureValue } from "./figure-value";
export { originOf } from "./region-value";
export { ValueScope, type ObjectValue } from "./scope";

/** The indicators of the catalogue by the names that templates use. */
const INDICATORS: Readonly<Record<string, string>> = {
  starts: "棚改开工",
  oldTownStarts: "老城区开工",
  publicRentalStarts: "公租房开工",
  basicCompletion: "基本建成",
  investment: "完成投资",
  rentSubsidyHouseholds: "补贴户数",
  rentSubsidyAmount: "补贴资金",
};

/** What provinces usually set. */
const USUAL_MILESTONES: readonly Milestone[] = [
  { month: 6, rate: 0.5 },
  { month: 8, rate: 0.8 },
  { month: 10, rate: 1 },
];
const PROCEDURES = /手续(?:不完善|不完备|不齐|不全|未完善)/;

/** Everything that a template can name: null or "" for what this workbook lacks. */
export function templateValues(scope: ValueScope): ObjectValue {
  const { writing } = scope;
  const { report, place, topic, fields } = writing;
  const indicators = report.indicators.map((indicator) => ({ indicator, value: indicatorValue(indicator, scope) }));
  const valueOf = (id: string) => indicators.find(({ indicator }) => indicator.id === id && indicator.measured)?.value ?? null;
  return {
    ...Object.fromEntries(FIELD_NAMES.map(({ key, name }) => [name, scope.text(fields[key]?.trim() ?? "")])),
    主题: scope.text(topic.name),
    主题工作: scope.text(topic.work),
    主题任务: scope.text(topic.tasks),
    住房保障: topic.isHousing,
    下达: topic.isHousing && place.superior !== "",
    仅有目标: !report.indicators.some(({ measured }) => measured) && !hasInspection(report),
    主送: scope.text(addresseesOf(report, place)),
    地名: scope.text(report.place ?? ""),
    全市: place.whole,
    全市主题: scope.text(`${within(place.whole, topic.work)}${topic.work}`),
    全市任务: scope.text(`${within(place.whole, topic.tasks)}${topic.tasks}`),
    我市: place.own,
    上级: place.superior,
    县市区: place.informal,
    县市区全称: place.formal,
    开发区: list(zonesOf(report).map((zone) => scope.text(zone))),
    ...dayValues(scope),
    滞后面: behindShare(report),
    指标: list(indicators.map(({ value }) => value)),
    考核指标: list(indicators.filter(({ indicator }) => isRanked(indicator, report)).map(({ value }) => value)),
    其他指标: list(indicators.filter(({ indicator }) => isOther(indicator)).map(({ value }) => value)),
    ...Object.fromEntries(Object.entries(INDICATORS).map(([id, name]) => [name, valueOf(id)])),
    目标任务: scope.phrase(targetsSentence(writing)),
    开工情况: scope.phrase(startsSentences(writing)),
    分县情况: scope.phrase(startsByRegion(writing)),
    未开工: list(notStartedAtAll(writing).map(({ region, cells }) => namedRegion(region, cells, scope))),
    手续不完善: incompleteProcedures(scope),
    手续未办: hasOpenProcedures(report),
    租赁补贴: scope.phrase(rentSubsidySentences(writing)),
    历史欠账: backlogValue(scope),
    审计整改: auditValue(scope),
    续建攻坚: continuingValue(scope),
    综合排名: overallValue(scope),
    附件: list(writing.attachments.map((title) => scope.text(title))),
  };
}

/** 各县（市、区）人民政府，吕梁经济技术开发区管委会. */
function addresseesOf(report: Report, { addressees }: Place): string {
  const zones = addressees.includes("开发区") ? [] : zonesOf(report);
  return [addressees, ...zones.map((zone) => `${zone}管委会`)].join("，");
}

/** An indicator that offices are measured by: with targets, and no part of another. */
function isRanked({ rate, parent }: IndicatorProgress, { indicators }: Report): boolean {
  return rate !== null && !indicators.some(({ id }) => id === parent);
}

/** An indicator that the template has no passage for, or nothing to say of in it but targets. */
function isOther({ id, name, measured }: IndicatorProgress): boolean {
  return !(measured && id in INDICATORS) && !PROCEDURES.test(name);
}

/** Whether a workbook tells of anything beside its indicators. */
function hasInspection({ backlog, audit, continuing, notes }: Report): boolean {
  return backlog !== null || audit.length > 0 || continuing !== null || notes.length > 0;
}

/** 34个: projects whose procedures are incomplete, where the workbook counts them. */
function incompleteProcedures(scope: ValueScope): FigureValue | null {
  const counted = scope.writing.report.indicators.find(({ name }) => PROCEDURES.test(name));
  if (!counted?.done) return null;
  return scope.amount(counted.done, counted.unit === "" ? "个" : counted.unit, cellsOf(counted, "done"));
}

/** Whether the tables say of any region that its procedures are still under way. */
function hasOpenProcedures({ notes, indicators }: Report): boolean {
  return notes.some(({ text }) => /手续/.test(text)) || indicators.some(({ name, done }) => PROCEDURES.test(name) && (done ?? 0) > 0);
}

function dayValues(scope: ValueScope): ObjectValue {
  const { report } = scope.writing;
  const { year = 0, month = 0, day = 0 } = dateParts(report.asOf) ?? {};
  const quarter = Math.ceil(month / 3);
  const paceBasis = `${scope.day}，${year}年已过的天数占全年的比例`;
  return {
    截至: chineseDate(report.asOf),
    年: String(year),
    月: String(month),
    日: String(day),
    明年: String(year + 1),
    上半年: month <= 6,
    季度末: `${quarter * 3}月底`,
    季度: quarter === 1 ? "第一季度" : `1-${quarter}季度`,
    序时进度: scope.demanded(report.pace, paceBasis),
    要求: scope.demanded(scope.demand.rate, scope.demand.name),
    要求名称: scope.demand.name,
    ...milestoneValues(scope),
  };
}

/** The office's milestones, and the one that progress is held against: the last one due, else the first to come. */
function milestoneValues(scope: ValueScope): ObjectValue {
  const { threshold, report } = scope.writing;
  const milestones = threshold.kind === "milestones" ? threshold.milestones : USUAL_MILESTONES;
  // Before its day a milestone demands nothing.
  const isDue = (milestone: Milestone) => demandOn({ kind: "milestones", milestones: [milestone] }, report.asOf).rate > 0;
  const values = milestones.map((milestone) => {
    const day = `${milestone.month}月${milestone.day === undefined ? "底" : `${milestone.day}日`}`;
    return { 日期: day, 要求: scope.demanded(milestone.rate, `${day}节点要求`), 已到: isDue(milestone) };
  });
  return { 节点: list(values), 对照节点: values.filter((value) => value.已到).at(-1) ?? values[0] ?? null };
}

function backlogValue(scope: ValueScope): ObjectValue | null {
  const { backlog } = scope.writing.report;
  if (!backlog) return null;
  return {
    情况: scope.phrase(stocktaking(backlog, scope.writing)),
    落实: scope.phrase(verifiedBacklog(backlog, scope.writing)),
  };
}

function auditValue(scope: ValueScope): ObjectValue | null {
  const open = scope.writing.report.audit.filter((year) => year.open > 0);
  const all = scope.writing.report.audit;
  if (all.length === 0) return null;
  const years = (open.length > 0 ? open : all).map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return {
    年度: first === last ? String(first) : `${first}-${last}`,
    超期: open.length > 0 && last + 2 < yearOf(scope.writing.report.asOf),
    未整改: open.length > 0,
    分类情况: scope.phrase(auditByCategory(scope.writing)),
    分县情况: scope.phrase(auditByRegion(scope.writing)),
  };
}

function continuingValue(scope: ValueScope): ObjectValue | null {
  const { continuing } = scope.writing.report;
  if (!continuing) return null;
  const units = unfinishedUnits(continuing);
  return {
    期限: limitDay(scope.writing),
    套数: units && scope.figure(units, continuing.units),
    各县: scope.phrase(outlookSentence(continuing, scope.writing)),
  };
}
