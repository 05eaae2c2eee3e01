import { percentage, plain, statusConditions, statusFormula, STATUS_LABELS, statusName, statusOf, type Demand, type IndicatorProgress, type Judged } from "../progress";
import { textLiteral } from "./formulas";
import type { BarRule, StatusRule } from "./plan";
import { BAR_COLOUR, MARKED_STATUSES, STATUS_COLOURS } from "./styles";
import { hasUnread, isUnread, unreadWords } from "./unread";

/**
 * Every conditional format of ours carries this text in its formula, as N("…")=0, which is always true: that
 * is how our own rules are told from the staff's when they are replaced or removed.
 */
const RULE_MARK = "住房保障进度通报";

/** Whether a conditional format's formula is one of ours. */
export function isOurRule(formula: string): boolean {
  return formula.includes(`N("${RULE_MARK}`);
}

type Marked = (typeof MARKED_STATUSES)[number];

/**
 * Rules that mark a figure by status as its cells stand, one a status. What holds no number bears no mark: a blank cell
 * can show no sign, and a colour alone says nothing on paper.
 * @param judged A1 of the target beside the first cell and of what was done, e.g. "$C5" and "$D5"; the rate to be reached as a term: 113/365
 * @param numberFormat the figure's own format, behind the status symbol; null where the cell says it in words
 */
export function statusRules(judged: Judged<string>, numberFormat: string | null): StatusRule[] {
  return MARKED_STATUSES.map((status) => ({
    kind: "status",
    formula: `=AND(N("${RULE_MARK}:${status}")=0,${statusConditions(status, judged)})`,
    ...look(status, numberFormat),
  }));
}

/** A rule that puts the legend of the marks behind a text of the staff's: their sheet has no cell of ours for it. */
export function legendRule(texts: readonly string[]): StatusRule {
  const words = texts.join("\u3000").replaceAll('"', "");
  return { kind: "status", formula: `=N("${RULE_MARK}:legend")=0`, ...LEGEND_LOOK, numberFormat: `@"\u3000${words}"` };
}

/** As a caption looks. */
const LEGEND_LOOK = { fill: "#FFFFFF", fontColor: "#000000" };

/** A rule that marks what could not be read, on a sheet of ours, where its sign stands in the cell itself. */
export function unreadRule(target: string, done: string): StatusRule {
  return { kind: "status", formula: `=AND(N("${RULE_MARK}:unknown")=0,${isUnread(target, done)})`, ...look("unknown", null) };
}

/** A rule that marks the staff's cell of one region as unread, as long as it holds no number. */
export function unreadLabelRule(label: string, literal: string, done: string): StatusRule {
  return {
    kind: "status",
    formula: `=AND(N("${RULE_MARK}:unknown")=0,${label}=${literal},NOT(ISNUMBER(${done})))`,
    ...look("unknown", "0"),
  };
}

/** A rule that marks the row of one region whose figure no formula can follow (263套). */
export function labelRule(status: Marked, label: string, literal: string, numberFormat: string): StatusRule {
  return { kind: "status", formula: `=AND(N("${RULE_MARK}:${status}")=0,${label}=${literal})`, ...look(status, numberFormat) };
}

/** A bar behind each rate, its whole at 100%. */
export function rateBar(): BarRule {
  return { kind: "bar", lower: `=N("${RULE_MARK}:bar")`, upper: 1, color: BAR_COLOUR };
}

function look(status: Marked | "unknown", numberFormat: string | null): Omit<StatusRule, "formula" | "kind"> {
  const { fill, font } = STATUS_COLOURS[status];
  const symbol = `"${STATUS_LABELS[status].symbol} "`;
  return {
    fill,
    fontColor: font,
    bold: status === "none" || status === "behind",
    // The last section gives the symbol to figures that are text (263套).
    ...(numberFormat === null
      ? {}
      : { numberFormat: `${symbol}${numberFormat};${symbol}-${numberFormat};${symbol}${numberFormat};${symbol}@` }),
  };
}

/** "○ 滞后": how a status of these indicators is shown in words. */
function shown(status: keyof typeof STATUS_LABELS, indicators: readonly IndicatorProgress[], demand: Demand): string {
  return `${STATUS_LABELS[status].symbol} ${statusName(status, indicators, demand)}`;
}

/** The legend of colours and symbols of these indicators, worst first; what could not be read is last, where there is such. */
export function legend(indicators: readonly IndicatorProgress[], demand: Demand): { status: Marked | "unknown"; text: string }[] {
  const marks = MARKED_STATUSES.map((status) => ({ status, text: shown(status, indicators, demand) }));
  return indicators.some(hasUnread) ? [...marks, { status: "unknown", text: unreadWords(indicators) }] : marks;
}

/** Every status of an indicator in words, for the width of a column that shows them. */
export function statusTexts(indicator: IndicatorProgress, demand: Demand): string[] {
  return [...MARKED_STATUSES, "unknown" as const].map((status) => shown(status, [indicator], demand));
}

/** 序时进度30.96%: what progress is marked against; a demand of nothing is only named. */
export function demandWords({ name, rate }: Demand): string {
  return rate === 0 ? name : `${name}${plain(percentage(rate, 2))}%`;
}

/** What `statusWords` comes to: "○ 滞后". */
export function shownStatus(judged: Judged<number | null>, indicator: IndicatorProgress, demand: Demand): string {
  return shown(statusOf(judged), [indicator], demand);
}

/** The formula that says a region's status in its indicator's words, behind the sign of each. */
export function statusWords(judged: Judged<string>, indicator: IndicatorProgress, demand: Demand): string {
  return statusFormula(judged, (status) => textLiteral(shown(status, [indicator], demand)));
}
