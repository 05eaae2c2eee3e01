import { demandFor, meaningKey, rateFormula, topicOf, type Demand, type IndicatorProgress, type Report, type Threshold } from "../progress";
import { captionOf, titleStart } from "./document-head";
import { doneCell, figureCell } from "./figure-cell";
import { regionColumn, rowName, sumOf, type StandardForm, type FormColumn, type TotalPlace } from "./form";
import { layoutForm, type FormWishes } from "./form-layout";
import { LiveLinks } from "./live-links";
import { measuresOf } from "./measures";
import { figureFormat, unitsOf, widestFigure } from "./number-format";
import { landscapePage } from "./page";
import type { SheetPlan } from "./plan";
import { demandWords, legend, statusRules, unreadRule } from "./status-rules";
import { RATE_FORMAT } from "./styles";
import { titleBy } from "./template";
import { countedTotals, hasUnread, unlessUnread, unreadOf, UNREAD_SIGN, unreadWords } from "./unread";

/** What the planning of a sheet can be told beside the report. */
export interface PlanOptions extends FormWishes {
  /** What progress is marked against; the pace of the report's day if left out. */
  threshold?: Threshold | undefined;
  /** Whether rates are marked by colour and sign; a sheet that is signed is not. */
  marked?: boolean | undefined;
}

const TOTAL = "合计";
/** The widest that a rate shows, with its symbol where it is marked. */
export function widestRate(marked: boolean | undefined): string {
  return marked ? "★ 131.50%" : "131.50%";
}

/**
 * Plans 附件1 《…年住房保障目标任务进展情况表》, of whatever the workbook is about: a region a row in the office's own
 * order, for each indicator of the workbook target, done and rate, as far as it has them (其中 under what it is part
 * of), the total row last. Where it is wanted, each rate is marked by its status.
 */
export function planAttachmentOne(report: Report, options: PlanOptions = {}): SheetPlan {
  return layoutForm(attachmentOne(report, options), report, options);
}

function attachmentOne(report: Report, { threshold, marked }: PlanOptions): StandardForm {
  const demand = demandFor(report, threshold);
  const live = new LiveLinks(report);
  const regions = report.regions.map(({ name }) => name);
  return {
    key: "attachment1",
    sheetName: "附件1 目标任务进展情况表",
    label: "附件1",
    title: titleOf(report),
    caption: captionOf(report, unitsOf(report)),
    sections: [
      {
        heading: null,
        regions,
        totalLabel: TOTAL,
        columns: [
          regionColumn(report, regions, TOTAL),
          ...partsUnderWholes(report.indicators).flatMap((one) => indicatorColumns(one, { report, live, demand, marked })),
        ],
        remark: null,
      },
    ],
    notes: legendNotes(report.indicators, demand, marked),
    print: landscapePage(null),
  };
}

/** The title that stands over 附件1, without planning the rest of it. */
export function attachmentOneTitle(report: Report, { template }: FormWishes = {}): string {
  return titleBy(template, titleOf(report), report);
}

/** 云中市2022年住房保障目标任务进展情况表; without progress 目标任务表, without targets 进展情况表. */
function titleOf(report: Report): string {
  const measures = report.indicators.map(measuresOf);
  const { name, work, tasks } = topicOf(report);
  const start = titleStart(report);
  if (!measures.some(({ target }) => target)) return `${start}${name === "" ? work : name}进展情况表`;
  return `${start}${tasks}${measures.some(({ done }) => done) ? "进展情况表" : "表"}`;
}

/** The line that explains colours, symbols and blanks, as far as the table has them. */
function legendNotes(indicators: readonly IndicatorProgress[], demand: Demand, marked: boolean | undefined): string[] {
  const rated = indicators.filter((one) => measuresOf(one).rate);
  const signs = marked ? `${legend(rated, demand).map(({ text }) => text).join("\u3000")}；` : "";
  const marks = rated.length === 0 ? "" : `${signs}${demandWords(demand)}。`;
  const blanks = indicators.some((one) => measuresOf(one).target) ? "空白为无该项任务。" : "";
  const unread = unreadNote(indicators);
  return marks === "" && blanks === "" && unread === "" ? [] : [`注：${marks}${unread}${blanks}`];
}

/** What a total leaves out: the rate beside it is of what could be read. Empty where all could. */
export function unreadNote(indicators: readonly IndicatorProgress[]): string {
  return indicators.some(hasUnread) ? `${unreadWords(indicators.filter(hasUnread))}，该行不计入合计的完成率。` : "";
}

/** Indicators in the workbook's order, each part right behind its whole. */
function partsUnderWholes(indicators: readonly IndicatorProgress[]): IndicatorProgress[] {
  const has = (id: string | undefined) => indicators.some((one) => one.id === id);
  return indicators
    .filter(({ parent }) => !has(parent))
    .flatMap((whole) => [whole, ...indicators.filter(({ parent }) => parent === whole.id)]);
}

/** 棚户区改造开工（套）; 其中：… for a part. */
export function bandName({ name, unit, parent }: IndicatorProgress): string {
  return `${parent === undefined ? "" : "其中："}${name}${unit === "" ? "" : `（${unit}）`}`;
}

/** What the columns of an indicator are made from. */
interface Columns extends Pick<PlanOptions, "marked"> {
  report: Report;
  live: LiveLinks;
  demand: Demand;
}

function indicatorColumns(indicator: IndicatorProgress, { report, live, demand, marked }: Columns): FormColumn[] {
  const { id } = indicator;
  const measures = measuresOf(indicator);
  const whole = report.indicators.find((one) => one.id === indicator.parent);
  const band = [...(whole ? [bandName(whole)] : []), bandName(indicator)];
  const idOf = (kind: "target" | "done" | "rate") => meaningKey({ kind, indicator: id });
  const [target, done, rate] = [idOf("target"), idOf("done"), idOf("rate")];
  const rateColumn: FormColumn = {
    id: rate,
    path: [...band, "完成率"],
    needs: [target, done],
    numberFormat: RATE_FORMAT,
    widest: widestRate(marked),
    cell: ({ region, at }) => {
      const formula = rateFormula({ target: at(target), done: at(done) });
      const isUnread = rowOf(indicator, region)?.unread;
      return { cell: { kind: "formula", formula: isUnread ? unlessUnread(at(target), at(done), UNREAD_SIGN, formula) : formula } };
    },
    total: (place) => {
      const whole = totalRateTerms(indicator, { target, done }, place);
      return { cell: { kind: "formula", formula: rateFormula(whole) } };
    },
    ...(marked && {
      rules: ({ at }) => [
        ...(hasUnread(indicator) ? [unreadRule(at(target), at(done))] : []),
        ...statusRules({ target: at(target), done: at(done), demanded: demand.term }, RATE_FORMAT),
      ],
    }),
  };
  return [
    ...(measures.target ? [targetColumn(indicator, target, [...band, "目标任务"], live)] : []),
    ...(measures.done
      ? [doneColumn(indicator, done, measures.target ? { target, path: [...band, "完成"] } : { target: null, path: band }, live)]
      : []),
    ...(measures.rate ? [rateColumn] : []),
  ];
}

function targetColumn(indicator: IndicatorProgress, id: string, path: string[], live: LiveLinks): FormColumn {
  const targets = indicator.regions.map(({ target }) => target);
  const numberFormat = figureFormat(indicator.unit, targets);
  return {
    id,
    path,
    numberFormat,
    widest: widestFigure(targets, indicator.target, numberFormat),
    cell: (place) => {
      const own = rowOf(indicator, place.region);
      return unreadOf(own, "target") ?? figureCell(own?.target ?? null, live.blank(place.region, targets), true, rowName(place));
    },
    total: totalOf(indicator, id),
  };
}

/** What was done; beside a column of targets, where there is one. */
function doneColumn(
  indicator: IndicatorProgress,
  id: string,
  { target, path }: { target: string | null; path: string[] },
  live: LiveLinks,
): FormColumn {
  const dones = indicator.regions.map(({ done }) => done);
  const numberFormat = figureFormat(indicator.unit, dones);
  const figures = { id, path, numberFormat, widest: widestFigure(dones, indicator.done, numberFormat), total: totalOf(indicator, id) };
  if (target === null) {
    return {
      ...figures,
      cell: (place) => {
        const own = rowOf(indicator, place.region);
        return unreadOf(own, "done") ?? figureCell(own?.done ?? null, live.blank(place.region, dones), true, rowName(place));
      },
    };
  }
  return {
    ...figures,
    needs: [target],
    cell: (place) => {
      const own = rowOf(indicator, place.region);
      return unreadOf(own, "done") ?? doneCell(own?.done ?? null, live.blank(place.region, dones), place.at(target), rowName(place));
    },
  };
}

function rowOf(indicator: IndicatorProgress, region: string) {
  return indicator.regions.find((row) => row.region === region);
}

/** What the rate of a total row is computed from: its totals, or what of them could be read on both sides. */
export function totalRateTerms(
  indicator: IndicatorProgress,
  ids: { target: string; done: string },
  { total, span }: TotalPlace,
): { target: string; done: string } {
  return hasUnread(indicator) ? countedTotals(span(ids.target), span(ids.done)) : { target: total(ids.target), done: total(ids.done) };
}

function totalOf(indicator: IndicatorProgress, id: string): FormColumn["total"] {
  return measuresOf(indicator).sums ? sumOf(id) : () => null;
}
