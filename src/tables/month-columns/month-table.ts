import { interpret, rateLaws, roleSaid, type ReadSlot, type Slot, type Surroundings } from "../interpret";
import { hasSomething, mannerOf, wholeOf, type Manner } from "./manner";
import { byMonth, keyOf, type ColumnMonth, type Series } from "./series";

/** A table's slots as one month has them: those of other months say nothing. */
interface MonthOfColumns {
  when: ColumnMonth;
  /** With what stands beside the months and is of the latest of them: 完成率, 备注. */
  asLatest: ReadSlot[];
  /** With nothing beside the month's own but the year's targets. */
  asEarlier: ReadSlot[];
  /** None of its figures is other than 0. */
  isEmpty: boolean;
  /** Where the month is named: the column of one of its slots. */
  column: number;
}

/** What a table says whose slots may be of several months. */
export interface ReadByMonth {
  /** As of the latest month that has figures; of a table without months simply what it says. */
  columns: ReadSlot[];
  /** Earliest first; none for a table without months. */
  months: MonthOfColumns[];
  /** Its headers without the months: the same for the same table of another year. */
  wordings: string[];
  /** Columns by month of which nothing tells whether each is its own month's or all since January, and that nothing stands for. */
  unclear: ReadSlot[];
}

/** What stands in for a month's header that says nothing else: what stood at its end was done. */
const DONE = "累计完成";
const EARLIER = "是另一个月的数";
const OWN_MONTH = "是当月的数，不是累计";
const MONTH_PLAN = "是各月的计划";
const LATEST_ONLY = "是最近一个月的数";
const UNCLEAR = "看不出是当月数还是累计数";

/** A table with months side by side, and what each of them makes of it. */
export class MonthTable {
  /** The months that there are, earliest first. */
  private readonly months: ColumnMonth[];
  private readonly shared: number[];
  private readonly manners = new Map<Series, Manner>();
  /** By series of increments the slot that they add up to. */
  private readonly wholes = new Map<Series, number | null>();

  constructor(
    private readonly slots: readonly Slot[],
    private readonly around: Surroundings,
    private readonly series: readonly Series[],
  ) {
    const ofMonths = new Set(series.flatMap(({ members }) => members.map(({ at }) => at)));
    this.shared = slots.flatMap((_, at) => (ofMonths.has(at) ? [] : [at]));
    const done = series.filter(({ role }) => role === "done");
    for (const one of done) {
      const alike = done.filter(({ wording }) => wording === one.wording);
      this.manners.set(one, mannerOf(alike, slots, this.shared));
      this.wholes.set(one, wholeOf(one, slots, this.shared));
    }
    const byKey = new Map(done.flatMap(({ members }) => members.map(({ when }) => [keyOf(when), when] as const)));
    this.months = [...byKey.values()].sort(byMonth);
  }

  /** The last month with a figure other than 0, else the first; null for a table without months or without any figure in them. */
  get latest(): ColumnMonth | null {
    const held = this.months.filter((when) => !this.isEmpty(when));
    const hasNumbers = this.series.some(
      ({ role, members }) => role === "done" && members.some(({ at }) => (this.slots[at]?.numbers ?? 0) > 0),
    );
    return held.at(-1) ?? (hasNumbers ? (this.months[0] ?? null) : null);
  }

  read(latest: ColumnMonth): ReadByMonth {
    const own = this.ownSlots(latest);
    const taken = [...this.shared, ...own].sort((a, b) => a - b);
    const read = interpret(taken.map((at) => this.withoutMonth(at)), this.around);
    const known = new Map(taken.map((at, index) => [at, this.asWritten(at, read[index] as ReadSlot)]));
    const all = (of: (at: number) => ReadSlot | string): ReadSlot[] =>
      this.slots.map((slot, at) => {
        const found = of(at);
        return typeof found === "string" ? left(slot, found, found !== UNCLEAR || !isLatest(at)) : { ...found };
      });
    const isLatest = (at: number) =>
      this.series.some(({ members }) => members.some((member) => member.at === at && keyOf(member.when) === keyOf(latest)));
    const beside = (at: number) => (this.shared.includes(at) ? known.get(at) : undefined);
    const months = this.months.map((when): MonthOfColumns => {
      const alike = this.readAlike(when, latest, known);
      const ofMonth = (at: number) => alike.get(at) ?? this.whyLeft(at);
      const isSameYear = when.year === latest.year;
      const holds = ({ meaning }: ReadSlot) =>
        meaning === null || !("indicator" in meaning)
          ? meaning !== null && meaning.kind !== "note"
          : meaning.kind === "target" && isSameYear;
      return {
        when,
        isEmpty: this.isEmpty(when),
        column: this.columnOf(when),
        asLatest: all((at) => beside(at) ?? (this.isAddedUp(at) ? OWN_MONTH : ofMonth(at))),
        asEarlier: all((at) => {
          const slot = beside(at);
          return slot === undefined ? ofMonth(at) : holds(slot) ? slot : LATEST_ONLY;
        }),
      };
    });
    const columns = months.find(({ when }) => when === latest)?.asLatest ?? [];
    return { columns, months, wordings: this.wordings(), unclear: this.unclear(columns) };
  }

  /** The slots of a month that are read for it: not increments, and no plan of a month beside the year's. */
  private ownSlots(when: ColumnMonth): number[] {
    const members = this.series.flatMap((series) =>
      series.members.flatMap((member) => (keyOf(member.when) === keyOf(when) ? [{ series, at: member.at }] : [])),
    );
    const done = members.filter(({ series }) => series.role !== "done" || this.manners.get(series) === "cumulative");
    if (!done.some(({ series }) => series.role === "done")) return [];
    if (!this.saysYearsTarget) return done.map(({ at }) => at);
    const withoutPlans = done.filter(({ series }) => series.role !== "target");
    // Of rates beside the plans of months only those stay that are of the year's target.
    const all = [...this.shared, ...withoutPlans.map(({ at }) => at)];
    const laws = rateLaws(
      all.map((at) => this.slots[at] as Slot),
      all.map((at) => (withoutPlans.some((one) => one.at === at && one.series.role === "rate") ? 1 : 0)),
      all.map(() => null),
    );
    const isOfYear = (at: number) => laws.some(({ rate, target }) => all[rate] === at && this.shared.includes(all[target] ?? -1));
    return withoutPlans
      .filter(({ series, at }) => series.role !== "rate" || done.length === withoutPlans.length || isOfYear(at))
      .map(({ at }) => at);
  }

  private get saysYearsTarget(): boolean {
    return this.shared.some((at) => this.slots[at]?.path.some((text) => roleSaid(text)?.role === "target"));
  }

  /** The slots of a month with the meaning that those of the same headers have in the month that was interpreted. */
  private readAlike(when: ColumnMonth, latest: ColumnMonth, known: ReadonlyMap<number, ReadSlot>): Map<number, ReadSlot> {
    const found = new Map<number, ReadSlot>();
    for (const series of this.series) {
      const at = series.members.find((member) => keyOf(member.when) === keyOf(when))?.at;
      const slot = at === undefined ? undefined : this.slots[at];
      if (at === undefined || !slot) continue;
      const whole = this.manners.get(series) === "increments" ? known.get(this.wholes.get(series) ?? -1) : undefined;
      if (whole?.meaning?.kind === "done") {
        const before = series.members.filter((member) => byMonth(member.when, when) < 0 && member.when.year === when.year);
        found.set(at, {
          ...alike(slot, whole),
          addedTo: before.flatMap((member) => this.slots[member.at]?.column ?? []),
          why: [`与以前各月相加，合计等于“${whole.header}”`],
        });
        continue;
      }
      const model = series.members.find((member) => keyOf(member.when) === keyOf(latest))?.at;
      const read = model === undefined ? undefined : known.get(model);
      if (read) found.set(at, at === model ? read : alike(slot, read));
    }
    return found;
  }

  /** Whether a slot is an increment of what stands beside the months: that one is read where the latest month is. */
  private isAddedUp(at: number): boolean {
    return this.series.some((series) => this.manners.get(series) === "increments" && series.members.some((member) => member.at === at));
  }

  private whyLeft(at: number): string {
    const series = this.series.find(({ members }) => members.some((member) => member.at === at));
    if (!series) return EARLIER;
    if (series.role === "target" && this.saysYearsTarget) return MONTH_PLAN;
    const manner = this.manners.get(series);
    return manner === "increments" ? OWN_MONTH : manner === "unclear" ? UNCLEAR : EARLIER;
  }

  /** Series of which nothing tells what their months are, where nothing else says what was done under the same header. */
  private unclear(columns: readonly ReadSlot[]): ReadSlot[] {
    const isDone = (at: number) => columns[at]?.meaning?.kind === "done";
    return this.series.flatMap((series) => {
      if (series.role !== "done" || this.manners.get(series) === "cumulative" || isDone(this.wholes.get(series) ?? -1)) return [];
      const under = this.slots.flatMap((slot, at) => (series.outer === "" || slot.path.join("/").startsWith(series.outer) ? [at] : []));
      return under.some(isDone) ? [] : series.members.flatMap(({ at }) => columns[at] ?? []);
    });
  }

  private isEmpty(when: ColumnMonth): boolean {
    return !this.series.some(
      ({ role, members }) =>
        role === "done" && members.some((member) => keyOf(member.when) === keyOf(when) && hasSomething(this.slots[member.at])),
    );
  }

  private columnOf(when: ColumnMonth): number {
    const at = this.series
      .flatMap(({ role, members }) => (role === "done" ? members : []))
      .find((member) => keyOf(member.when) === keyOf(when))?.at;
    return this.slots[at ?? 0]?.column ?? 0;
  }

  /** A slot under its headers without the month. */
  private withoutMonth(at: number): Slot {
    const slot = this.slots[at] as Slot;
    const series = this.series.find(({ members }) => members.some((member) => member.at === at));
    if (!series) return slot;
    return { ...slot, path: series.role === "done" && series.isBare ? [...series.path, DONE] : [...series.path] };
  }

  private asWritten(at: number, read: ReadSlot): ReadSlot {
    return { ...read, header: (this.slots[at] as Slot).path.join("/") };
  }

  private wordings(): string[] {
    const shared = this.shared.map((at) => this.slots[at]?.path.join("/") ?? "");
    return [...new Set([...shared, ...this.series.map(({ path }) => path.join("/"))])].sort();
  }
}

/** A slot that is read as another is. */
function alike(slot: Slot, { meaning, also, unit, verb, partOf, isFirm, ignorable, refusal, path, header: model }: ReadSlot): ReadSlot {
  return { ...slot, path, header: slot.path.join("/"), meaning, also: [...also], unit, verb, partOf, isFirm, ignorable, refusal, why: [`与“${model}”的写法相同`], runnerUp: null };
}

/** A slot that says nothing of the month that is read. */
function left(slot: Slot, why: string, isOfOtherMonth: boolean): ReadSlot {
  return { ...slot, path: [...slot.path], header: slot.path.join("/"), meaning: null, also: [], ignorable: true, refusal: null, unit: null, verb: null, partOf: null, isFirm: false, why: [why], runnerUp: null, ...(isOfOtherMonth ? { isOfOtherMonth } : {}) };
}
