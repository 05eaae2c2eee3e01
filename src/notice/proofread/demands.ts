import { dateParts, endOfMonth, percentage, plain, ratio, type Report } from "../../progress";
import type { Claim } from "./claim";
import type { Outline } from "./outline";
import { isWord, type NumberToken, type DraftToken } from "./token";

/** A rate that a draft says is to be reached by a day: 要求6月底完成50%, 6月底50%的节点要求. */
interface StatedDemand {
  token: NumberToken;
  /** Of the number among the tokens. */
  index: number;
  day: DayOfYear;
  sentence: number;
  /** No heading or word makes it the demand on one indicator alone. */
  general: boolean;
}

/** A day without its year; null is the month's last. */
interface DayOfYear {
  month: number;
  day: number | null;
}

/** What settles a demand: the office's settings, or what most of the draft says; null where nothing does. */
interface Settled {
  /** As a fraction. */
  rate: number;
  by: "settings" | "draft";
}

/** What may stand between the day and the rate: 6月底前要达到50%. */
const BETWEEN = ["plain", "done", "demand", "rate", "target", "more", "less", "period", "stage", "topic"] as const;
/** Demands are set in round numbers; of two that contradict each other the odd one is the slip. */
const ROUND = 5;

/** The milestones that a draft states, and which of them are right. */
export class Demands {
  private readonly stated: readonly StatedDemand[];

  constructor(
    outline: Outline,
    private readonly report: Report,
  ) {
    this.stated = demandsIn(outline);
  }

  /**
   * The demand that a figure or predicate at a place is held against: that of its own sentence or the one stated last.
   * @param start offset in the draft
   * @returns a fraction; null where it cannot be told
   */
  at(start: number): number | null {
    const nearest = this.stated.filter(({ token }) => token.start < start).at(-1);
    const { threshold } = this.report;
    if (!nearest) return threshold.kind === "fixed" ? threshold.rate : this.due(this.ofSettings());
    const together = this.stated.filter(({ sentence }) => sentence === nearest.sentence);
    if (together.length === 1) return this.settled(nearest)?.rate ?? stated(nearest);
    return this.due(together.map((one) => ({ day: one.day, rate: this.settled(one)?.rate ?? stated(one) })));
  }

  /** The claim on the rate of a stated demand; null for a number that is none. */
  claimAt(index: number): Pick<Claim, "verdict" | "expected" | "why" | "cells"> | null {
    const demand = this.stated.find((one) => one.index === index);
    if (!demand) return null;
    const base = { expected: null, cells: [] };
    const settled = this.settled(demand);
    if (settled?.rate === stated(demand)) {
      if (settled.by === "draft")
        return this.outOfOrder(demand)
          ? { ...base, verdict: this.isOnlyOneOff(demand) ? "wrong" : "suspect", why: DISORDER }
          : { ...base, verdict: "unverified", why: UNKNOWN };
      return { ...base, verdict: "ok", why: { "zh-CN": "与设置的节点要求一致", en: "As the office set it" } };
    }
    if (settled) {
      const expected = `${plain(percentage(settled.rate, 2))}%`;
      const whose = settled.by === "settings" ? ["设置的节点要求", "The office set"] : ["文中另处写的", "Elsewhere the draft says"];
      return {
        ...base,
        verdict: "wrong",
        expected,
        why: {
          "zh-CN": `${whose[0] ?? ""}是${demand.day.month}月${demand.day.day === null ? "底" : `${demand.day.day}日`}${expected}`,
          en: `${whose[1] ?? ""} ${expected}`,
        },
      };
    }
    const other = this.sameDay(demand).find((one) => stated(one) !== stated(demand));
    if (!other) return { ...base, verdict: "unverified", why: UNKNOWN };
    return { ...base, verdict: "suspect", why: { "zh-CN": `前后不一致：另一处写的是${other.token.text}`, en: `Elsewhere it is ${other.token.text}` } };
  }

  /** Whether the demands of a sentence, without some of them, rise and stay within the whole. */
  private rises({ sentence }: StatedDemand, without?: StatedDemand): boolean {
    return this.stated.every((one) => one.sentence !== sentence || one === without || this.inOrder(one, stated(one), without));
  }

  private outOfOrder(demand: StatedDemand): boolean {
    return !this.inOrder(demand, stated(demand)) && this.rises(demand, demand);
  }

  private isOnlyOneOff(demand: StatedDemand): boolean {
    return this.stated.every((one) => one.sentence !== demand.sentence || one === demand || !this.rises(one, one));
  }

  private settled(demand: StatedDemand): Settled | null {
    const set = this.ofSettings().find(({ day }) => sameDay(day, demand.day));
    if (set) return { rate: set.rate, by: "settings" };
    const all = this.sameDay(demand);
    if (!all.some(({ general }) => general)) return null;
    const counts = new Map<number, number>();
    for (const one of all) counts.set(stated(one), (counts.get(stated(one)) ?? 0) + 1);
    const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
    if (!first) return null;
    if (second?.[1] !== first[1]) return { rate: first[0], by: "draft" };
    const fit = [...counts.keys()].filter((rate) => percentage(rate, 2) % ROUND === 0 && all.every((one) => this.inOrder(one, rate)));
    return counts.size === 2 && fit.length === 1 && fit[0] !== undefined ? { rate: fit[0], by: "draft" } : null;
  }

  /** Whether a rate is between those demanded by the days before and after it in the same sentence, and no more than the whole. */
  private inOrder({ day, sentence }: StatedDemand, rate: number, without?: StatedDemand): boolean {
    const others = this.stated.filter((one) => one.sentence === sentence && one !== without && !sameDay(one.day, day));
    return rate > 0 && rate <= 1 && others.every((other) => (isBefore(other.day, day) ? stated(other) <= rate : stated(other) >= rate));
  }

  private sameDay(demand: StatedDemand): StatedDemand[] {
    return this.stated.filter(({ day }) => sameDay(day, demand.day));
  }

  private ofSettings(): { day: DayOfYear; rate: number }[] {
    const { threshold } = this.report;
    if (threshold.kind !== "milestones") return [];
    return threshold.milestones.map(({ month, day, rate }) => ({ day: { month, day: day ?? null }, rate }));
  }

  /** Of several milestones, the last one that is due on the draft's day. */
  private due(milestones: readonly { day: DayOfYear; rate: number }[]): number | null {
    const { asOf } = this.report;
    const today = dateParts(asOf);
    if (!today) return null;
    const reached = milestones.filter(({ day: { month, day } }) => {
      if (month !== today.month) return month < today.month;
      return day === null ? endOfMonth(today.year, month) === asOf : day <= today.day;
    });
    return reached.at(-1)?.rate ?? null;
  }
}

const UNKNOWN = { "zh-CN": "节点要求，工作簿和设置中没有可以对照的数，未核对", en: "A milestone that nothing at hand tells; not checked" };

const DISORDER = { "zh-CN": "节点要求应逐次提高，且不超过100%，请核对", en: "Milestones rise from one to the next, and not above 100%" };

function demandsIn({ tokens, positions, lines }: Outline): StatedDemand[] {
  return lines.flatMap((line) =>
    tokens.slice(line.first, line.end).flatMap((token, offset): StatedDemand[] => {
      const index = line.first + offset;
      const position = positions[index];
      if (token.kind !== "number" || token.number.unit.family !== "percent" || !position) return [];
      const date = dayBefore(tokens, index);
      if (!date) return [];
      const sentence = tokens.slice(line.first, line.end).filter((_, at) => positions[line.first + at]?.sentence === position.sentence);
      const named = isDemand(tokens[index + 1]) || (tokens[index + 1]?.text === "的" && isDemand(tokens[index + 2]));
      const asked = sentence.some(
        (one) => one.start < token.start && (isDemand(one) || (isWord(one, "demand") && /要求|确保|力争|务必|必须/.test(one.text))),
      );
      if (!named && !asked) return [];
      const general =
        line.topic.mention === null &&
        line.topic.special === null &&
        !sentence.some((one) => isWord(one, "topic", "stage") && one.start < token.start);
      return [{ token, index, day: date, sentence: position.sentence, general }];
    }),
  );
}

/** The day just before a rate, as a milestone names it; null where there is none, or where it is that of the figures. */
function dayBefore(tokens: readonly DraftToken[], index: number): DayOfYear | null {
  let at = index - 1;
  while (isWord(tokens[at], ...BETWEEN) && index - at < 6) at -= 1;
  const token = tokens[at];
  if (token?.kind !== "date" || token.date.month === null || isWord(tokens[at - 1], "asOf")) return null;
  return { month: token.date.month, day: token.date.day };
}

function sameDay(a: DayOfYear, b: DayOfYear): boolean {
  return a.month === b.month && a.day === b.day;
}

function isBefore(a: DayOfYear, b: DayOfYear): boolean {
  return a.month !== b.month ? a.month < b.month : (a.day ?? 31) < (b.day ?? 31);
}

function isDemand(token: DraftToken | undefined): boolean {
  return isWord(token, "reference") && token.value === "demand";
}

function stated({ token }: StatedDemand): number {
  return ratio(token.number.value, 100) ?? 0;
}
