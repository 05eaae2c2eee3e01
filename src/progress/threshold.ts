import { dayOfYear, endOfMonth, isoDate, paceOf, yearOf, type IsoDate } from "./calendar";
import { plain } from "./decimal";
import { STATUS_LABELS } from "./status";

/** A rate that the office wants reached by a day: 6月底 50%. */
export interface Milestone {
  /** 1 to 12. */
  month: number;
  /** 1 to 31; the month's last day where left out. */
  day?: number;
  /** As a fraction: 0.5 for 50%. */
  rate: number;
}

/** What progress is measured against: the share of the year gone, milestones of the office, or one rate. */
export type Threshold =
  | { kind: "pace" }
  | { kind: "milestones"; milestones: Milestone[] }
  | { kind: "fixed"; rate: number };

export const PACE: Threshold = { kind: "pace" };

/** What a threshold demands on a day. */
export interface Demand {
  /** As a fraction. */
  rate: number;
  /** The rate as a formula shows it to a reader: 113/365, or 0.5. */
  term: string;
  /** What it is called before the rate: 序时进度, 节点要求（6月底）, 要求完成率. */
  name: string;
  /** What a region is called that reaches it, short of its whole target. */
  reached: string;
}

/**
 * The rate demanded on a day. Milestones bind from their day on; before the first of them nothing is behind.
 * @throws RangeError for a milestone on no existing day, or a rate below 0
 * @example demandOn({ kind: "milestones", milestones: [{ month: 6, rate: 0.5 }] }, "2021-07-15").rate // 0.5
 */
export function demandOn(threshold: Threshold, date: IsoDate): Demand {
  if (threshold.kind === "pace") {
    const { day, days } = dayOfYear(date);
    return { rate: paceOf(date), term: `${day}/${days}`, name: "序时进度", reached: STATUS_LABELS.onPace.chinese };
  }
  if (threshold.kind === "fixed") return demandOf(threshold.rate, "要求完成率", "达到要求");
  const due = threshold.milestones
    .map((milestone) => ({ ...milestone, date: dayOf(milestone, yearOf(date)) }))
    .filter((milestone) => milestone.date <= date)
    .sort((a, b) => a.date.localeCompare(b.date))
    .at(-1);
  if (!due) return demandOf(0, "节点要求（首个节点未到）", "已启动");
  const day = due.day === undefined ? `${due.month}月底` : `${due.month}月${due.day}日`;
  return demandOf(due.rate, `节点要求（${day}）`, "达到节点");
}

function dayOf({ month, day }: Milestone, year: number): IsoDate {
  const date = day === undefined ? endOfMonth(year, month) : isoDate(year, month, day);
  if (date === null) throw new RangeError(`no such day: ${month}-${day ?? ""}`);
  return date;
}

function demandOf(rate: number, name: string, reached: string): Demand {
  if (!(rate >= 0)) throw new RangeError(`a rate of ${rate} cannot be demanded`);
  return { rate, term: plain(rate), name, reached };
}
