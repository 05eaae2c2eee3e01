import { demandFor, type Demand, type IndicatorProgress, type Report, type Threshold } from "../progress";
import { captionOf, titleStart } from "./document-head";
import { doneCell, figureCell } from "./figure-cell";
import { regionColumn, sumOf, type Form, type FormColumn } from "./form";
import { layoutForm, type FormWishes } from "./form-layout";
import { LiveLinks } from "./live-links";
import { figureFormat, unitsOf, widestFigure } from "./number-format";
import { landscapePage } from "./page";
import type { SheetPlan } from "./plan";
import { demandWords, legend, rateFormula, statusRules } from "./status-rules";
import { RATE_FORMAT } from "./styles";

/** What the planning of a sheet can be told beside the report. */
export interface PlanOptions extends FormWishes {
  /** What progress is marked against; the pace of the report's day if left out. */
  threshold?: Threshold | undefined;
}

const TOTAL = "合计";
/** The widest that a rate shows with its symbol. */
export const WIDEST_RATE = "▲ 131.50%";

/**
 * Plans 附件1 《…年住房保障目标任务进展情况表》: a region a row in the office's own order, for each indicator of
 * the workbook target, done and rate (其中 under what it is part of), the total row last. Each rate is marked by
 * its status.
 */
export function planAttachmentOne(report: Report, options: PlanOptions = {}): SheetPlan {
  return layoutForm(attachmentOne(report, options.threshold), report, options);
}

function attachmentOne(report: Report, threshold: Threshold | undefined): Form {
  const demand = demandFor(report, threshold);
  const live = new LiveLinks(report);
  const regions = report.regions.map(({ name }) => name);
  return {
    key: "attachment1",
    sheetName: "附件1 目标任务进展情况表",
    label: "附件1",
    title: `${titleStart(report)}住房保障目标任务进展情况表`,
    caption: captionOf(report, unitsOf(report)),
    sections: [
      {
        heading: null,
        regions,
        totalLabel: TOTAL,
        columns: [regionColumn(regions, TOTAL), ...partsUnderWholes(report.indicators).flatMap((one) => indicatorColumns(one, report, live, demand))],
        remark: null,
      },
    ],
    notes: [legendNote(demand)],
    print: landscapePage(null),
  };
}

/** The line that explains colours, symbols and blanks. */
export function legendNote(demand: Demand): string {
  const marks = legend(demand).map(({ text }) => text);
  return `注：${marks.join("\u3000")}；${demandWords(demand)}。空白为无该项任务。`;
}

/** Indicators in the workbook's order, each part right behind its whole. */
export function partsUnderWholes(indicators: readonly IndicatorProgress[]): IndicatorProgress[] {
  const has = (id: string | undefined) => indicators.some((one) => one.id === id);
  return indicators
    .filter(({ parent }) => !has(parent))
    .flatMap((whole) => [whole, ...indicators.filter(({ parent }) => parent === whole.id)]);
}

/** 棚户区改造开工（套）; 其中：… for a part. */
export function bandName({ name, unit, parent }: IndicatorProgress): string {
  return `${parent === undefined ? "" : "其中："}${name}${unit === "" ? "" : `（${unit}）`}`;
}

function indicatorColumns(indicator: IndicatorProgress, report: Report, live: LiveLinks, demand: Demand): FormColumn[] {
  const { id, unit } = indicator;
  const whole = report.indicators.find((one) => one.id === indicator.parent);
  const band = [...(whole ? [bandName(whole)] : []), bandName(indicator)];
  const of = (region: string) => indicator.regions.find((one) => one.region === region);
  const [targets, dones] = [indicator.regions.map(({ target }) => target), indicator.regions.map(({ done }) => done)];
  const [target, done, rate] = [`${id}.target`, `${id}.done`, `${id}.rate`];
  const doneFormat = figureFormat(unit, dones);
  const figures = { numberFormat: doneFormat, widest: widestFigure(dones, indicator.done, doneFormat) };
  if (indicator.target === null) {
    const cell: FormColumn["cell"] = ({ region }) => figureCell(of(region)?.done ?? null, live.blank(region, dones), true);
    return [{ id: done, path: band, ...figures, cell, total: sumOf(done) }];
  }
  const targetFormat = figureFormat(unit, targets);
  return [
    {
      id: target,
      path: [...band, "目标任务"],
      numberFormat: targetFormat,
      widest: widestFigure(targets, indicator.target, targetFormat),
      cell: ({ region }) => figureCell(of(region)?.target ?? null, live.blank(region, targets), true),
      total: sumOf(target),
    },
    {
      id: done,
      path: [...band, "完成"],
      needs: [target],
      ...figures,
      cell: ({ region, at }) => {
        const own = of(region);
        // Beside a target, a missing figure is one that could not be read: it is nothing to follow.
        return doneCell(own?.done ?? null, own?.target ? null : live.blank(region, dones), at(target));
      },
      total: sumOf(done),
    },
    {
      id: rate,
      path: [...band, "完成率"],
      needs: [target, done],
      numberFormat: RATE_FORMAT,
      widest: WIDEST_RATE,
      cell: ({ at }) => ({ cell: { kind: "formula", formula: rateFormula(at(target), at(done)) } }),
      total: ({ total }) => ({ cell: { kind: "formula", formula: rateFormula(total(target), total(done)) } }),
      rules: ({ at }) => statusRules(at(target), at(done), demand.term, RATE_FORMAT),
    },
  ];
}
