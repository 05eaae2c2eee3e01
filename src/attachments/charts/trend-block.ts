import { dateParts, dayWithin, demandOn, endOfMonth, percentage, plain, roundHalfUp, subtract, times, type Demand, type IndicatorProgress, type IsoDate, type KnownPeriod, type Report, type Threshold } from "../../progress";
import { textLiteral } from "../formulas";
import { RATE_FORMAT } from "../styles";
import type { DataArea } from "./data-area";
import { shortened } from "./finding";
import { LABEL_SIZE, PACE_LOOK, RATE_LABELS, TREND_LOOK } from "./looks";
import type { DrawnFrom, RatesCells } from "./rates-block";

const AT = { day: 0, rate: 1, pace: 2, title: 3 };
/** A year of months. */
const MOST_POINTS = 12;

interface Point {
  day: IsoDate;
  rate: number;
  /** Where it was read; null: this report's own, which follows the tables. */
  hint: string | null;
}

/** The periods of a report's own year before its day, oldest first, that an indicator has a rate of. */
function pointsOf({ id, rate }: IndicatorProgress, { asOf, year }: Report, periods: readonly KnownPeriod[]): Point[] {
  const earlier = periods.flatMap(({ asOf: day, indicators, sheets }): Point[] => {
    const then = indicators[id]?.rate ?? null;
    const isEarlier = day < asOf && day.startsWith(String(year));
    const hint = sheets.length > 0 ? `读自工作表${sheets.join("、")}。` : "前次运行时留存。";
    return isEarlier && then !== null ? [{ day, rate: then, hint }] : [];
  });
  return rate === null ? [] : [...earlier.slice(1 - MOST_POINTS), { day: asOf, rate, hint: null }];
}

/** Whether an indicator has rates of several periods. */
export function hasTrend(indicator: IndicatorProgress, report: Report, periods: readonly KnownPeriod[]): boolean {
  return pointsOf(indicator, report, periods).length > 1;
}

/**
 * Puts the cells of an indicator's line over the periods, this one's following the tables, and plans its chart.
 * @param cells those that hold this period's rate, and what is demanded now
 */
export function putTrend(
  area: DataArea,
  { report, indicator, demand }: { report: Report; indicator: IndicatorProgress; demand: Demand },
  threshold: Threshold,
  periods: readonly KnownPeriod[],
  { rate: whole, demanded }: Pick<RatesCells, "rate" | "demanded">,
): DrawnFrom {
  const points = pointsOf(indicator, report, periods);
  const block = area.block(`图表数据：${shortened(indicator.name)}逐期完成率`, ["截至", "完成率", demand.name, "标题"], points.length);
  block.format(AT.rate, RATE_FORMAT);
  block.format(AT.pace, RATE_FORMAT);
  const paces = points.map(({ day, hint }) => (hint === null ? demand.rate : demandOn(threshold, dayWithin(report.year, day)).rate));
  points.forEach(({ day, rate, hint }, index) => {
    block.text(index, AT.day, dayName(day));
    if (hint === null) {
      block.formula(index, AT.rate, `=${whole}`);
      block.formula(index, AT.pace, `=${demanded}`);
    } else {
      block.put(index, AT.rate, { cell: { kind: "number", value: rate }, hint });
      block.number(index, AT.pace, paces[index] ?? 0);
    }
  });
  const [last, now] = points.slice(-2);
  if (!last || !now) throw new RangeError(`no trend of ${indicator.id}`);
  const start = `${shortened(indicator.name)}：${dayName(now.day)}`;
  const versus = `，较${dayName(last.day)}`;
  block.formula(0, AT.title, titleFormula(start, versus, block.at(points.length - 1, AT.rate), block.at(points.length - 2, AT.rate)));
  return {
    chart: {
      id: `trend.${indicator.id}`,
      kind: "lines",
      title: `${start}${percentage(now.rate, 2).toFixed(2)}%${versus}${changeWords(roundHalfUp(times(subtract(now.rate, last.rate), 100), 2))}`,
      categories: points.map(({ day }) => dayName(day)),
      upright: false,
      labelSize: LABEL_SIZE,
      axisFormat: "0%",
      series: [
        { name: "完成率", look: TREND_LOOK, values: points.map(({ rate }) => rate), labels: RATE_LABELS },
        { name: demand.name, look: PACE_LOOK, values: paces, labels: null },
      ],
    },
    title: block.place(0, AT.title),
    categories: block.cells(AT.day),
    values: [block.cells(AT.rate), block.cells(AT.pace)],
  };
}

function changeWords(points: number): string {
  return points === 0 ? "持平" : `${points > 0 ? "提高" : "下降"}${plain(Math.abs(points))}个百分点`;
}

function titleFormula(start: string, versus: string, now: string, then: string): string {
  const change = `ROUND((${now}-${then})*100,2)`;
  return `=${textLiteral(start)}&IF(ISNUMBER(${now}),TEXT(${now},"0.00%")&${textLiteral(versus)}&IF(${change}=0,"持平",IF(${change}>0,"提高","下降")&ABS(${change})&"个百分点"),"无完成率")`;
}

/** 3月底, 4月23日. */
function dayName(day: IsoDate): string {
  const parts = dateParts(day);
  if (!parts) return day;
  return day === endOfMonth(parts.year, parts.month) ? `${parts.month}月底` : `${parts.month}月${parts.day}日`;
}
