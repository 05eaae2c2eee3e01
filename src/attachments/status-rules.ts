import { STATUS_LABELS, type IsoDate, dayOfYear } from "../progress";
import type { PlannedRule } from "./plan";
import { MARKED_STATUSES, STATUS_COLOURS } from "./styles";

/**
 * Every conditional format of ours carries this text in its formula, as N("…")=0, which is always true: that
 * is how our own rules are told from the staff's when they are replaced or removed.
 */
export const RULE_MARK = "住房保障进度通报";

/** Whether a conditional format's formula is one of ours. */
export function isOurRule(formula: string): boolean {
  return formula.includes(`N("${RULE_MARK}`);
}

/** The pace as a formula term that a reader understands: 113/365. */
export function paceTerm(asOf: IsoDate): string {
  const { day, days } = dayOfYear(asOf);
  return `${day}/${days}`;
}

type Marked = (typeof MARKED_STATUSES)[number];

/** The condition under which a status holds, over the expressions of target and done. */
function condition(status: Marked, target: string, done: string, pace: string): string {
  switch (status) {
    case "none":
      return `${done}=0`;
    case "behind":
      return `${done}<>0,${done}/${target}<${pace}`;
    case "onPace":
      return `${done}/${target}>=${pace},${done}<${target}`;
    case "complete":
      return `${done}=${target}`;
    case "exceeded":
      return `${done}>${target}`;
  }
}

/**
 * Rules that mark a figure by status as its cells stand, one a status.
 * @param target A1 of the target beside the first cell, e.g. "$C5"
 * @param done A1 of what was done, e.g. "$D5"
 * @param numberFormat the figure's own format, behind the status symbol
 */
export function statusRules(target: string, done: string, pace: string, numberFormat: string): PlannedRule[] {
  return MARKED_STATUSES.map((status) => ({
    formula: `=AND(N("${RULE_MARK}:${status}")=0,N(${target})>0,NOT(ISTEXT(${done})),${condition(status, target, done, pace)})`,
    ...look(status, numberFormat),
  }));
}

/** A rule that marks the row of one region whose figure no formula can follow (263套). */
export function labelRule(status: Marked, label: string, literal: string, numberFormat: string): PlannedRule {
  return { formula: `=AND(N("${RULE_MARK}:${status}")=0,${label}=${literal})`, ...look(status, numberFormat) };
}

function look(status: Marked, numberFormat: string): Omit<PlannedRule, "formula"> {
  const { fill, font } = STATUS_COLOURS[status];
  return {
    fill,
    fontColor: font,
    bold: status === "none" || status === "behind",
    numberFormat: `"${STATUS_LABELS[status].symbol} "${numberFormat}`,
  };
}

/** The legend line that explains colours and symbols. */
export const LEGEND = MARKED_STATUSES.map(
  (status) => `${STATUS_LABELS[status].symbol} ${STATUS_LABELS[status].chinese}`,
);
