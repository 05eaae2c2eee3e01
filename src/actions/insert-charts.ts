import { planBriefSheet, planChartSheet, type SheetPlan } from "../attachments";
import { Problem, writeSheets, type WriteKind } from "../excel";
import { previousPeriod } from "../progress";
import { outcomeOf, type Outcome } from "./outcome";
import { periodsOf } from "./periods";
import type { Reading } from "./read-report";
import { wishesOf, type SheetSettings } from "./sheet-settings";

/** What a sheet of charts is made of. */
interface ChartSettings extends Pick<SheetSettings, "threshold" | "edited"> {
  /** Whether of many regions the first and last twenty are enough; as they stand, else all, if left out. */
  ends?: boolean | undefined;
}

/**
 * 插入进度图: writes the sheet of charts, or brings it up to date, in two round trips.
 * @throws Problem `nothing-to-write` where there is no rate and no audit finding to draw
 * @throws EditedByHand where the office has edited the sheet, or deleted a chart of it, unless the settings say what then
 */
export async function insertCharts(reading: Reading, settings: ChartSettings = {}): Promise<Outcome> {
  return insert(reading, "insertCharts", planChartsOf(reading, settings), settings);
}

/**
 * 插入领导快报: one page with the figures that matter, the chart of the worst indicator and who lags, in two round trips.
 * @throws Problem `nothing-to-write` where no indicator has a rate
 * @throws EditedByHand as `insertCharts`
 */
export async function insertBrief(reading: Reading, settings: Omit<ChartSettings, "ends"> = {}): Promise<Outcome> {
  return insert(reading, "insertBrief", planBriefOf(reading, settings), settings);
}

async function insert(
  reading: Reading,
  kind: WriteKind,
  plan: SheetPlan | null,
  { edited }: Pick<ChartSettings, "edited">,
): Promise<Outcome> {
  if (!plan) {
    throw new Problem("nothing-to-write", {
      "zh-CN": "没有可以画图的数：各项指标都没有完成率，也没有分类的审计问题。请先核对表头和数字。",
      en: "There is nothing to draw: no indicator has a rate, and no audit finding is told by category.",
    });
  }
  const plans = [plan];
  return outcomeOf(reading, await writeSheets(reading.state, kind, plans, { edited }), plans);
}

/** The sheet of charts as it would be inserted; null where there is nothing to draw. */
export function planChartsOf(
  reading: Reading,
  { threshold, ends = reading.state.records.charts?.charts?.ends ?? false }: ChartSettings = {},
): SheetPlan | null {
  const { keptWidths } = wishesOf(reading, "charts");
  return planChartSheet(reading.report, { threshold, keptWidths, ends, periods: periodsOf(reading) });
}

/** 领导快报 as it would be inserted; null where no indicator has a rate. */
export function planBriefOf(reading: Reading, { threshold }: Pick<ChartSettings, "threshold"> = {}): SheetPlan | null {
  const { keptWidths } = wishesOf(reading, "brief");
  return planBriefSheet(reading.report, { threshold, keptWidths, previous: previousPeriod(periodsOf(reading), reading.report.asOf) });
}
