import { compact } from "../../cells";
import { interpret, roleSaid, titleRole, type ReadSlot, type Slot, type Surroundings } from "../../interpret";
import type { ColumnMonth } from "./mark";
import { hasSomething, mannerOf, monthSeries, wholeOf, type Manner, type Member, type Series } from "./series";

export { monthIn, type ColumnMonth } from "./mark";

/** A table's slots as one month has them. */
interface MonthOfColumns {
  when: ColumnMonth;
  /** What stands beside the months is of the latest: an earlier one has only the year's targets of it. */
  columns: ReadSlot[];
  /** Where the month is named: the column of one of its slots. */
  column: number;
}

/** What a table says whose slots may be of several months. */
export interface ReadByMonth {
  /** As of the latest month that has figures; of a table without months simply what it says. */
  columns: ReadSlot[];
  /** Those in which something was done, earliest first, up to the latest with a figure; none for a table without months. */
  months: MonthOfColumns[];
  /** Columns by month of which nothing tells whether each is its own month's or all since January, and that nothing stands for. */
  unclear: ReadSlot[];
}

/** A table whose columns are of no month. */
export const NO_MONTHS: Omit<ReadByMonth, "columns"> = { months: [], unclear: [] };

/** A series with what is made of it. */
type Weighed = Series & {
  /** Its slots are interpreted, or read as that of the interpreted month is. */
  isRead: boolean;
  /** Of increments the slot beside the months that they add up to. */
  whole: number | null;
  /** Why its slots are left where they are. */
  reason: string;
};

/** A table's slots: those of months by their series, and those beside the months. */
interface Sorted {
  slots: readonly Slot[];
  series: readonly Weighed[];
  /** By a slot's place its series and its month; none for one that is of no month. */
  homes: ReadonlyMap<number, { series: Weighed; order: number }>;
}

/** The same with what the slots of one month, and those beside the months, were found to mean. */
interface Interpreted extends Sorted {
  latest: Member;
  known: ReadonlyMap<number, ReadSlot>;
}

/** What stands in for a month's header that says nothing else: what stood at its end was done. */
const DONE = "累计完成";
const REASONS: Record<Manner, string> = { cumulative: "是另一个月的数", increments: "是当月的数，不是累计", unclear: "看不出是当月数还是累计数" };
const MONTH_PLAN = "是各月的计划";
const LATEST_ONLY = "是最近一个月的数";

/**
 * Interprets a table's slots, those of several months side by side as periods of the same indicators: one month's are
 * interpreted together with what stands beside the months, and every other month's are read alike.
 */
export function interpretByMonth(slots: readonly Slot[], around: Surroundings): ReadByMonth {
  const isOfTargets = titleRole([...around.titles, around.sheet].map((line) => compact(line)))?.role === "target";
  const found = monthSeries(slots, isOfTargets);
  const done = found.flatMap(({ role, members }) => (role === "done" ? members : [])).sort((a, b) => a.order - b.order);
  const latest = done.filter(({ slot }) => hasSomething(slot)).at(-1);
  if (!latest) return { ...NO_MONTHS, columns: interpret(slots, around) };
  const sorted = sortedByMonth(slots, found);
  const read = { ...sorted, latest, known: interpretedMonth(latest.order, sorted, around) };
  const columns = slots.map((slot, at) => read.known.get(at) ?? leftOut(slot, at, latest.order, sorted));
  const firsts = done.filter(({ order }, at) => order <= latest.order && order !== done[at - 1]?.order);
  const months = firsts.map(({ when, order, slot: { column } }): MonthOfColumns => {
    const asOf = order === latest.order ? columns : slots.map((slot, at) => readAlike(slot, at, { when, order }, read));
    return { when, column, columns: asOf };
  });
  // Increments that nothing adds up say nothing of where their month stood.
  const kept = months.filter((month) => month.columns === columns || month.columns.some(({ meaning }) => meaning?.kind === "done"));
  return { columns, months: kept, unclear: unclearIn(columns, sorted) };
}

function sortedByMonth(slots: readonly Slot[], found: readonly Series[]): Sorted {
  const ofMonths = new Set(found.flatMap(({ members }) => members.map(({ at }) => at)));
  const shared = [...slots.keys()].filter((at) => !ofMonths.has(at));
  const targets = shared.filter((at) => slots[at]?.path.some((text) => roleSaid(text)?.role === "target"));
  const weighed = found.map((one) => {
    const whole = one.role === "done" ? wholeOf(one, slots, shared.filter((at) => !targets.includes(at))) : null;
    return { one, whole, manner: one.role === "done" ? mannerOf(one, whole) : "cumulative" };
  });
  // Beside the year's target what is planned for each month is none, and rates are of that plan.
  const hasPlans = targets.length > 0 && found.some(({ role }) => role === "target");
  const saysDone = weighed.some(({ one, manner }) => one.role === "done" && manner === "cumulative");
  const series = weighed.map(({ one, whole, manner }): Weighed => {
    const isOfPlan = hasPlans && (one.role === "target" || one.role === "rate");
    return {
      ...one,
      isRead: saysDone && manner === "cumulative" && !isOfPlan,
      whole: manner === "increments" ? whole : null,
      reason: isOfPlan ? MONTH_PLAN : REASONS[manner],
    };
  });
  return { slots, series, homes: new Map(series.flatMap((one) => one.members.map(({ at, order }) => [at, { series: one, order }]))) };
}

/** What a month's slots mean, interpreted under their headers without the month, and those beside the months. */
function interpretedMonth(order: number, { slots, homes }: Sorted, around: Surroundings): Map<number, ReadSlot> {
  const taken = [...slots.entries()].flatMap(([at, slot]): { at: number; slot: Slot; bare: Slot }[] => {
    const home = homes.get(at);
    if (!home) return [{ at, slot, bare: slot }];
    const { path, isBare, role, isRead } = home.series;
    const bare = { ...slot, path: isBare && role === "done" ? [...path, DONE] : [...path] };
    return isRead && home.order === order ? [{ at, slot, bare }] : [];
  });
  const read = interpret(taken.map(({ bare }) => bare), around);
  return new Map(taken.flatMap(({ at, slot }, index) => {
    const own = read[index];
    return own ? [[at, { ...own, header: headerOf(slot) }] as const] : [];
  }));
}

/** A slot as of an earlier month: with the meaning that the one of the same headers has in the month that was interpreted. */
function readAlike(slot: Slot, at: number, { when, order }: Pick<Member, "when" | "order">, read: Interpreted): ReadSlot {
  const { latest, known } = read;
  const home = read.homes.get(at);
  if (!home) {
    const shared = known.get(at);
    return shared?.meaning?.kind === "target" && when.year === latest.when.year ? shared : left(slot, LATEST_ONLY, true);
  }
  const { whole, members } = home.series;
  const model = known.get(whole ?? members.find((member) => member.order === latest.order)?.at ?? -1);
  if (home.order !== order || !model || (whole !== null && model.meaning?.kind !== "done")) return leftOut(slot, at, order, read);
  const alike = { ...model, ...slot, path: model.path, header: headerOf(slot), runnerUp: null };
  if (whole === null) return { ...alike, why: [`与“${model.header}”的写法相同`] };
  const before = members.filter((member) => member.order < order && member.when.year === when.year);
  return { ...alike, addedTo: before.map((member) => member.slot.column), why: [`与以前各月相加，合计等于“${model.header}”`] };
}

/** Columns of which nothing tells what their months are, where nothing else says what was done under the same header. */
function unclearIn(columns: readonly ReadSlot[], { series }: Sorted): ReadSlot[] {
  return series.flatMap(({ role, isRead, whole, outer, members }) => {
    const stands = (column: ReadSlot, at: number) => column.meaning?.kind === "done" && (at === whole || column.header.startsWith(outer));
    const isTold = role !== "done" || isRead || columns.some(stands);
    return isTold ? [] : members.flatMap(({ at }) => columns[at] ?? []);
  });
}

function headerOf({ path }: Slot): string {
  return path.join("/");
}

function leftOut(slot: Slot, at: number, order: number, { homes }: Sorted): ReadSlot {
  const home = homes.get(at);
  return left(slot, home?.series.reason ?? "", home?.order !== order);
}

/** A slot that says nothing of the month that is read. */
function left(slot: Slot, why: string, isOfOtherMonth: boolean): ReadSlot {
  const nothing = { meaning: null, also: [], ignorable: true, refusal: null, unit: null, verb: null, partOf: null, isFirm: false, runnerUp: null };
  return { ...slot, ...nothing, path: [...slot.path], header: headerOf(slot), why: [why], ...(isOfOtherMonth ? { isOfOtherMonth } : {}) };
}
