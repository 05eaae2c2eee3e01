import { dateParts, endOfMonth, isoDate, type IsoDate } from "./calendar";
import { demandOn, type Demand, type Threshold } from "./threshold";

/** What is demanded by a day to come. */
interface DemandBy extends Demand {
  by: IsoDate;
}

/**
 * What is demanded next after a day of the same year: the office's next milestone, else the pace at the next month's
 * end; one rate for the whole year is demanded by the year's end.
 * @returns null at the year's end
 * @example nextDemand({ kind: "pace" }, "2021-04-23")?.by // "2021-04-30"
 */
export function nextDemand(threshold: Threshold, date: IsoDate): DemandBy | null {
  const by = nextDay(threshold, date);
  return by === null ? null : { ...demandOn(threshold, by), by };
}

function nextDay(threshold: Threshold, date: IsoDate): IsoDate | null {
  const { year = 0, month = 12 } = dateParts(date) ?? {};
  const yearEnd = isoDate(year, 12, 31);
  const later = (day: IsoDate | null) => day !== null && day > date;
  switch (threshold.kind) {
    case "pace": {
      const days = [endOfMonth(year, month), month < 12 ? endOfMonth(year, month + 1) : null];
      return days.find(later) ?? null;
    }
    case "fixed":
      return later(yearEnd) ? yearEnd : null;
    case "milestones": {
      const days = threshold.milestones.map((one) =>
        one.day === undefined ? endOfMonth(year, one.month) : isoDate(year, one.month, one.day),
      );
      return days.filter(later).sort((a, b) => String(a).localeCompare(String(b)))[0] ?? null;
    }
  }
}
