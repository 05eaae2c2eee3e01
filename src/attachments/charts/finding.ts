import { percentage, placeOf, plain, statusName, type Demand, type IndicatorProgress, type Report } from "../../progress";
import { textLiteral } from "../formulas";
import { differenceOf } from "../ranking";

/** Signs of a name that a title has room for. */
const LONGEST_NAME = 40;
/** What all regions together are called where nothing names the area. */
const WHOLE = "总体";

/** The words that a finding is made of. */
interface Words {
  name: string;
  /** 个县（市、区）. */
  unit: string;
  none: string;
  behind: string;
  /** What all are where none lags: 达到序时. */
  reached: string;
  whole: string;
  /** 序时进度; null: nothing is demanded. */
  demand: string | null;
}

/** What is counted of an indicator for its finding. */
export interface FindingFigures {
  /** Regions that have a rate. */
  count: number;
  none: number;
  behind: number;
  /** Of all regions; null without one. */
  rate: number | null;
  demanded: number;
}

/** The cells of the same, for the formula. */
type FindingCells = Record<keyof FindingFigures, string>;

function wordsOf(indicator: IndicatorProgress, report: Report, demand: Demand): Words {
  const { whole, formal } = placeOf(report);
  return {
    name: shortened(indicator.name),
    unit: `个${formal}`,
    none: statusName("none", [indicator], demand),
    behind: statusName("behind", [indicator], demand),
    reached: statusName("onPace", [indicator], demand),
    whole: whole || WHOLE,
    demand: demand.rate > 0 ? demand.name : null,
  };
}

/** A name as a title has room for it. */
export function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

/**
 * What an indicator's chart says, in one line.
 * @example 棚户区改造开工：15个县（市、区）中3个尚未开工、7个滞后；全市24.94%，低于序时进度6.02个百分点
 */
export function findingOf(indicator: IndicatorProgress, report: Report, demand: Demand, figures: FindingFigures): string {
  const words = wordsOf(indicator, report, demand);
  const { count, none, behind, rate, demanded } = figures;
  const lagging = [none > 0 ? `${none}个${words.none}` : "", behind > 0 ? `${behind}个${words.behind}` : ""].filter(Boolean).join("、");
  const all = rate === null ? "" : `；${words.whole}${percentage(rate, 2).toFixed(2)}%`;
  return `${words.name}：${count}${words.unit}${lagging === "" ? `均${words.reached}` : `中${lagging}`}${all}${rate === null || words.demand === null ? "" : versus(rate, demanded, words.demand)}`;
}

function versus(rate: number, demanded: number, name: string): string {
  const points = differenceOf(rate, demanded);
  if (points === 0) return `，与${name}持平`;
  return `，${points < 0 ? "低于" : "高于"}${name}${plain(Math.abs(points))}个百分点`;
}

/** The same as a formula over cells, so that it never says what the chart no longer shows. */
export function findingFormula(indicator: IndicatorProgress, report: Report, demand: Demand, cells: FindingCells): string {
  const words = wordsOf(indicator, report, demand);
  const { count, none, behind, rate, demanded } = cells;
  const t = textLiteral;
  const lagging =
    `IF(${none}+${behind}=0,${t(`均${words.reached}`)},"中"&IF(${none}>0,${none}&${t(`个${words.none}`)},"")` +
    `&IF(AND(${none}>0,${behind}>0),"、","")&IF(${behind}>0,${behind}&${t(`个${words.behind}`)},""))`;
  const difference = `ROUND((${rate}-${demanded})*100,2)`;
  const compared =
    words.demand === null
      ? `""`
      : `IF(${difference}=0,${t(`，与${words.demand}持平`)},IF(${difference}<0,"，低于","，高于")&${t(words.demand)}&ABS(${difference})&"个百分点")`;
  return `=${t(`${words.name}：`)}&${count}&${t(words.unit)}&${lagging}&IF(ISNUMBER(${rate}),${t(`；${words.whole}`)}&TEXT(${rate},"0.00%")&${compared},"")`;
}
