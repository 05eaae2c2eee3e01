import { ratio } from "./decimal";
import type { Status } from "./status";

/** What progress is judged by. In a value null is what is not known; in a formula each is a cell or a term. */
export interface Judged<Amount> {
  target: Amount;
  done: Amount;
  /** The rate to be reached, as a fraction. */
  demanded: Amount;
}

type Comparison = "=" | ">" | "<";
type Term = keyof Judged<unknown> | "rate" | "nothing";

/** What has to hold; a comparison is asked only where there is a task and what was done is known. */
type Test = { is: "noTask" | "unknown" } | { is: Comparison; left: Term; right: Term };

/**
 * The rule, said once for values, formulas and conditional formats: the first status whose test holds. What each is
 * called is told by `statusName`.
 */
const RULE: readonly { status: Status; test: Test }[] = [
  { status: "noTask", test: { is: "noTask" } },
  { status: "unknown", test: { is: "unknown" } },
  { status: "none", test: { is: "=", left: "done", right: "nothing" } },
  { status: "exceeded", test: { is: ">", left: "done", right: "target" } },
  { status: "complete", test: { is: "=", left: "done", right: "target" } },
  { status: "behind", test: { is: "<", left: "rate", right: "demanded" } },
];
/** What is so where no test holds. */
const ELSE: Status = "onPace";

/** How a formula asks that it does not hold. */
const OPPOSITE: Readonly<Record<Comparison, string>> = { "=": "<>", ">": "<=", "<": ">=" };

/**
 * Judges progress by values.
 * @example statusOf({ target: 100, done: 20, demanded: 0.31 }) // "behind"
 */
export function statusOf(judged: Judged<number | null>): Status {
  return RULE.find(({ test }) => holds(test, judged))?.status ?? ELSE;
}

/** done ÷ target as a fraction; null without a task or where either is not known. */
export function rateOf(judged: Pick<Judged<number | null>, "target" | "done">): number | null {
  const { target, done } = judged;
  return isTask(target) && done !== null ? ratio(done, target) : null;
}

/** The same as a formula: blank where there is no rate. */
export function rateFormula({ target, done }: Pick<Judged<string>, "target" | "done">): string {
  return `=IF(AND(${taskTest(target)},${knownTest(done)}),${done}/${target},"")`;
}

/**
 * The formula that says a status.
 * @param words what it says of each, as an expression: "\"○ 滞后\""
 */
export function statusFormula(judged: Judged<string>, words: (status: Status) => string): string {
  return `=${RULE.reduceRight((rest, { status, test }) => `IF(${condition(test, judged)},${words(status)},${rest})`, words(ELSE))}`;
}

/** The conditions under which a status holds, for AND: none before it holds, and its own. */
export function statusConditions(status: Status, judged: Judged<string>): string {
  const at = RULE.findIndex((one) => one.status === status);
  const before = RULE.slice(0, at < 0 ? RULE.length : at).map(({ test }) => opposite(test, judged));
  return [...before, ...RULE.slice(at, at + 1).map(({ test }) => condition(test, judged))].join(",");
}

function holds(test: Test, judged: Judged<number | null>): boolean {
  switch (test.is) {
    case "noTask":
      return !isTask(judged.target);
    case "unknown":
      return judged.done === null;
    default:
      return compare(valueOf(test.left, judged), test.is, valueOf(test.right, judged));
  }
}

function isTask(target: number | null): target is number {
  return target !== null && target > 0;
}

function valueOf(term: Term, judged: Judged<number | null>): number {
  if (term === "nothing") return 0;
  return (term === "rate" ? rateOf(judged) : judged[term]) ?? Number.NaN;
}

function compare(left: number, comparison: Comparison, right: number): boolean {
  switch (comparison) {
    case "=":
      return left === right;
    case ">":
      return left > right;
    case "<":
      return left < right;
  }
}

function taskTest(target: string): string {
  return `N(${target})>0`;
}

function knownTest(done: string): string {
  return `ISNUMBER(${done})`;
}

function condition(test: Test, judged: Judged<string>): string {
  switch (test.is) {
    case "noTask":
      return `N(${judged.target})<=0`;
    case "unknown":
      return `NOT(${knownTest(judged.done)})`;
    default:
      return compared(test, test.is, judged);
  }
}

function compared({ left, right }: { left: Term; right: Term }, sign: string, judged: Judged<string>): string {
  return `${termOf(left, judged)}${sign}${termOf(right, judged)}`;
}

function opposite(test: Test, judged: Judged<string>): string {
  switch (test.is) {
    case "noTask":
      return taskTest(judged.target);
    case "unknown":
      return knownTest(judged.done);
    default:
      return compared(test, OPPOSITE[test.is], judged);
  }
}

function termOf(term: Term, judged: Judged<string>): string {
  if (term === "nothing") return "0";
  return term === "rate" ? `${judged.done}/${judged.target}` : judged[term];
}
