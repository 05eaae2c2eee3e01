import { chineseDate, demandFor, percentage, placeOf, rateFormula, roundHalfUp, subtract, times, topicOf, type Demand, type IndicatorProgress, type Period, type RegionProgress, type Report } from "../progress";
import { bandName, unreadNote, widestRate, totalRateTerms, type PlanOptions } from "./attachment-one";
import { captionOf, titleStart } from "./document-head";
import { figureCell } from "./figure-cell";
import { regionColumn, regionHeader, rowName, sumOf, type StandardForm, type FormCell, type FormColumn, type FormSection } from "./form";
import { layoutForm } from "./form-layout";
import { figureFormat, widestFigure } from "./number-format";
import { measuresOf } from "./measures";
import { overallLead } from "./overall-block";
import { landscapePage } from "./page";
import type { SheetPlan } from "./plan";
import { demandWords, legend, rateBar, statusRules, statusTexts, statusWords, unreadRule } from "./status-rules";
import { COUNT_FORMAT, RATE_FORMAT } from "./styles";
import { hasUnread, unlessUnread, unreadOf, UNREAD_SIGN, unreadWords } from "./unread";

export interface RankingOptions extends PlanOptions {
  /** Ids of the indicators to rank by, in this order; all that have targets if left out. */
  indicators?: readonly string[] | undefined;
  previous?: Period | undefined;
}

/** The row of all regions together, and what it is called beside them, where nothing names the area. */
const TOTAL = "合计";
const WHOLE = "总体";
const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
/** Percentage points above and below, the sign in words. */
export const VERSUS_FORMAT = '"高 "0.00;"低 "0.00;"持平"';
export const CHANGE_FORMAT = '"↑ "0.00;"↓ "0.00;"持平"';
const IDS = { target: "target", done: "done" };
const WIDEST_POINTS = "高 131.50";

/** The indicators that can be ranked: those with targets that something is held against. */
export function rankable(report: Report): IndicatorProgress[] {
  return report.indicators.filter((indicator) => measuresOf(indicator).rate);
}

/**
 * Plans 进度排名表 for any set of indicators: regions by rate (equal rates share a rank), each against the city's
 * rate and, where an earlier period is given, against its own then.
 * @returns null where none of the indicators has targets
 */
export function planRanking(report: Report, options: RankingOptions = {}): SheetPlan | null {
  const able = rankable(report);
  const chosen = (options.indicators ?? able.map(({ id }) => id)).flatMap((id) => able.filter((one) => one.id === id));
  if (chosen.length === 0) return null;
  return { ...layoutForm(ranking(report, chosen, options), report, options), chosen: chosen.map(({ id }) => id) };
}

function ranking(report: Report, chosen: readonly IndicatorProgress[], { threshold, previous, marked }: RankingOptions): StandardForm {
  const demand = demandFor(report, threshold);
  const subject = subjectOf(chosen, report);
  const whole = placeOf(report).whole;
  const lead = overallLead(report.overall, chosen, regionHeader(report));
  return {
    key: "ranking",
    sheetName: "进度排名表",
    label: null,
    title: `${titleStart(report)}${subject}进度排名表`,
    ...(lead ? { lead } : {}),
    caption: captionOf(report, [...new Set(chosen.map(({ unit }) => unit).filter((unit) => unit !== ""))]),
    sections: chosen.map((indicator, index) =>
      sectionOf(indicator, chosen.length === 1 ? null : index, { report, whole, demand, previous, marked }),
    ),
    notes: [
      `注：${
        marked
          ? `${legend(chosen, demand)
              .map(({ text }) => text)
              .join("\u3000")}；`
          : ""
      }${demandWords(demand)}。${unreadNote(chosen)}完成率相同的名次并列。` + `“${versusHeader(whole)}”“较上期”均为百分点。`,
    ],
    print: landscapePage(null),
  };
}

/** What is ranked: the only indicator, under the workbook's own name for it where it has no other; else all its tasks. */
function subjectOf(chosen: readonly IndicatorProgress[], report: Report): string {
  const [only] = chosen;
  const topic = topicOf(report);
  if (!only || chosen.length > 1) return topic.tasks;
  return report.indicators.length === 1 && !topic.isHousing && topic.name !== "" ? topic.name : only.name;
}

/** What every section of a ranking is made from. */
interface Ranked {
  report: Report;
  /** 全市; "" where nothing names the area. */
  whole: string;
  demand: Demand;
  previous: Period | undefined;
  marked: boolean | undefined;
}

function sectionOf(indicator: IndicatorProgress, index: number | null, { report, whole, demand, previous, marked }: Ranked): FormSection {
  // Best first; a figure that could not be read has no rank and stands last.
  const rows = indicator.regions
    .filter(hasTask)
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);
  const without = indicator.regions.filter((row) => !hasTask(row)).map(({ region }) => region);
  const regions = rows.map(({ region }) => region);
  return {
    heading: index === null ? null : `${NUMERALS[index] ?? String(index + 1)}、${bandName({ ...indicator, parent: undefined })}`,
    regions,
    totalLabel: whole || TOTAL,
    columns: [
      ...rankColumns(indicator, rows, report, whole),
      ...comparisonColumns(indicator, previous),
      statusColumn(indicator, rows, demand),
    ].map(({ rules, ...column }): FormColumn => (marked && rules ? { ...column, rules } : column)),
    remark: without.length === 0 ? null : `无此项任务：${without.join("、")}`,
  };
}

/** Whether a region has a task, be its figure one that could not be read. */
function hasTask({ target, unread }: RegionProgress): boolean {
  return target !== null || unread !== null;
}

/** 与全市相比. */
function versusHeader(whole: string): string {
  return `与${whole || WHOLE}相比`;
}

function rankColumns(indicator: IndicatorProgress, rows: readonly RegionProgress[], report: Report, whole: string): FormColumn[] {
  const of = (region: string) => rows.find((row) => row.region === region);
  const figures = (id: "target" | "done", header: string): FormColumn => {
    const column = rows.map((row) => row[id]);
    const format = figureFormat(indicator.unit, column);
    return {
      id,
      path: [header],
      numberFormat: format,
      widest: widestFigure(column, indicator[id], format),
      cell: (place) => unreadOf(of(place.region), id) ?? figureCell(of(place.region)?.[id] ?? null, null, false, rowName(place)),
      total: sumOf(id),
    };
  };
  return [
    {
      id: "rank",
      path: ["名次"],
      needs: ["rate"],
      numberFormat: COUNT_FORMAT,
      widest: "100",
      cell: ({ at, span }) => formula(`=IF(ISNUMBER(${at("rate")}),RANK(${at("rate")},${span("rate")}),"")`),
      total: () => null,
    },
    regionColumn(report, rows.map(({ region }) => region), whole || TOTAL),
    figures("target", "目标任务"),
    figures("done", "完成"),
    {
      id: "rate",
      path: ["完成率"],
      needs: ["target", "done"],
      numberFormat: RATE_FORMAT,
      widest: widestRate(false),
      cell: ({ region, at }) => {
        const rate = rateFormula({ target: at("target"), done: at("done") });
        return formula(of(region)?.unread ? unlessUnread(at("target"), at("done"), UNREAD_SIGN, rate) : rate);
      },
      total: (place) => {
        const sums = totalRateTerms(indicator, IDS, place);
        return formula(rateFormula(sums));
      },
      rules: () => [rateBar()],
    },
    {
      id: "versus",
      path: [versusHeader(whole)],
      needs: ["rate"],
      numberFormat: VERSUS_FORMAT,
      widest: WIDEST_POINTS,
      cell: ({ at, total }) => formula(difference(at("rate"), total("rate"))),
      total: () => null,
    },
  ];
}

function comparisonColumns({ id }: IndicatorProgress, previous: Period | undefined): FormColumn[] {
  const then = previous?.indicators[id];
  if (!previous) return [];
  const rateThen = (rate: number | null | undefined): FormCell | null =>
    rate === null || rate === undefined
      ? null
      : {
          cell: { kind: "number", value: rate },
          hint: `上期（截至${chineseDate(previous.asOf)}）的完成率 ${percentage(rate, 2)}%，计算当时留存。`,
        };
  const change = (now: string, before: string) => formula(difference(now, before));
  return [
    {
      id: "rateThen",
      path: ["上期完成率"],
      numberFormat: RATE_FORMAT,
      widest: "131.50%",
      cell: ({ region }) => rateThen(then?.regions[region]),
      total: () => rateThen(then?.rate),
    },
    {
      id: "change",
      path: ["较上期"],
      needs: ["rate", "rateThen"],
      numberFormat: CHANGE_FORMAT,
      widest: WIDEST_POINTS,
      cell: ({ at }) => change(at("rate"), at("rateThen")),
      total: ({ total }) => change(total("rate"), total("rateThen")),
    },
  ];
}

function statusColumn(indicator: IndicatorProgress, rows: readonly RegionProgress[], demand: Demand): FormColumn {
  const names = statusTexts(indicator, demand);
  return {
    id: "status",
    path: ["进度状态"],
    needs: ["target", "done"],
    widest: names.reduce((longest, text) => (text.length > longest.length ? text : longest), ""),
    cell: ({ region, at }) => {
      const status = statusWords({ target: at("target"), done: at("done"), demanded: demand.term }, indicator, demand);
      const isUnread = rows.some((row) => row.region === region && row.unread);
      return formula(isUnread ? unlessUnread(at("target"), at("done"), unreadWords([indicator]), status) : status);
    },
    total: (place) => {
      const sums = totalRateTerms(indicator, IDS, place);
      return formula(statusWords({ ...sums, demanded: demand.term }, indicator, demand));
    },
    ...(rows.length > 0 && {
      rules: ({ at }) => [
        ...(hasUnread(indicator) ? [unreadRule(at("target"), at("done"))] : []),
        ...statusRules({ target: at("target"), done: at("done"), demanded: demand.term }, null),
      ],
    }),
  };
}

/** The difference of two rates in percentage points; rounded, so that equal ones are 持平. */
export function difference(now: string, then: string): string {
  return `=IF(AND(ISNUMBER(${now}),ISNUMBER(${then})),ROUND((${now}-${then})*100,2),"")`;
}

/** What `difference` comes to, in percentage points. */
export function differenceOf(now: number, then: number): number {
  return roundHalfUp(times(subtract(now, then), 100), 2);
}

function formula(text: string): FormCell {
  return { cell: { kind: "formula", formula: text } };
}

