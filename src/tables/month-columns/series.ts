import { BY_VERB, headerWords, yearAlone, type Slot } from "../interpret";
import { monthIn, type MonthMark } from "./mark";

/** A month that columns of a table are of. */
export interface ColumnMonth {
  /** null where no header names it. */
  year: number | null;
  month: number;
  day: number | null;
}

/** What a series of months holds, by its headers. */
type SeriesRole = "target" | "done" | "rate" | "other";

/** Slots that differ in nothing but the month that they name. */
export interface Series {
  /** Their headers without the month, the same for all. */
  path: readonly string[];
  /** The headers over the month: what stands under them belongs together. */
  outer: string;
  /** The month's own header and those under it, without the month. */
  wording: string;
  role: SeriesRole;
  /** Nothing but the month says what the figures are. */
  isBare: boolean;
  /** Earliest first. */
  members: readonly Member[];
}

/** One month's slot of a series. */
interface Member {
  /** Its place among the table's slots. */
  at: number;
  when: ColumnMonth;
  isUntil: boolean;
}


/**
 * Finds the series of months among a table's slots: headers that are the same but for the month. By geometry alone;
 * words are asked only for what the figures of a series are.
 * @param isOfTargets the title says that figures without a role of their own are targets
 * @returns none where no series of what was done has two months of one year
 */
export function monthSeries(slots: readonly Slot[], isOfTargets: boolean): Series[] {
  const families = new Map<string, { path: string[]; outer: string; wording: string; members: Member[] }>();
  slots.forEach(({ path }, at) => {
    const marks = path.map(monthIn);
    const mark = [...marks].reverse().find((one) => one !== null);
    if (!mark) return;
    const level = marks.lastIndexOf(mark);
    const without = path.map((text, index) => (marks[index] && isSame(marks[index], mark) ? marks[index].rest : text));
    const key = without.join("\u0001");
    const known = families.get(key) ?? {
      path: without.filter((text) => text !== ""),
      outer: without.slice(0, level).join("/"),
      wording: without.slice(level).join("/"),
      members: [],
    };
    const year = mark.year ?? path.map(yearAlone).find((one) => one !== null) ?? null;
    known.members.push({ at, when: { year, month: mark.month, day: mark.day }, isUntil: mark.isUntil });
    families.set(key, known);
  });
  const found = [...families.values()].map((one): Series => ({
    ...one,
    members: one.members.sort((a, b) => byMonth(a.when, b.when)),
    ...roleOf(one.path, isOfTargets),
  }));
  const done = found.filter(({ role, members }) => role === "done" && hasTwoMonths(members));
  return done.length === 0 ? [] : found;
}

function isSame(a: MonthMark, b: MonthMark): boolean {
  return a.month === b.month && (a.day ?? b.day) === (b.day ?? a.day);
}

/** Two days of the latest year: a month beside the same of last year is no series. */
function hasTwoMonths(members: readonly Member[]): boolean {
  const latest = Math.max(...members.map(({ when }) => when.year ?? 0));
  return new Set(members.filter(({ when }) => (when.year ?? 0) === latest).map(({ when }) => `${when.month}-${when.day ?? ""}`)).size >= 2;
}

function roleOf(path: readonly string[], isOfTargets: boolean): Pick<Series, "role" | "isBare"> {
  for (const text of [...path].reverse()) {
    const roles = headerWords(text).roles.filter(({ weight }) => weight >= BY_VERB).sort((a, b) => b.weight - a.weight);
    const said = roles[0]?.role;
    if (said === "target" || said === "done" || said === "rate") return { role: said, isBare: false };
    if (said !== undefined && said !== "size") return { role: "other", isBare: false };
  }
  return { role: isOfTargets ? "target" : "done", isBare: true };
}

/** A month as a key: the same for the same month or day of the same year. */
export function keyOf({ year, month, day }: ColumnMonth): string {
  return `${year ?? ""}-${month}-${day ?? ""}`;
}

/** Earlier first; a month's end comes after its days. Years that no header names are the table's own, the latest. */
export function byMonth(a: ColumnMonth, b: ColumnMonth): number {
  const order = ({ year, month, day }: ColumnMonth) => (year ?? 9999) * 10_000 + month * 100 + (day ?? 99);
  return order(a) - order(b);
}
