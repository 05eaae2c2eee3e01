import { plain, percentage, ratio } from "../../progress";
import { agreement } from "./compare";
import { amountOf, isAmount, type JudgedFigure } from "./judged";
import type { Statement } from "./statement";
import { isOfAmount } from "./judge-figures";
import type { Outline } from "./outline";
import { isWord } from "./token";

/**
 * Judges rates that the workbook does not have by the two figures of the draft that they are of:
 * 任务7200套，完成6102套，完成率87.75%; 完成6102套，占任务7200套的87.75%.
 */
export function judgeSelfRates(judged: readonly JudgedFigure[], outline: Outline): JudgedFigure[] {
  return judged.map((one, index) => {
    const { statement, claim } = one;
    const { number } = statement.token;
    if (number.unit.family !== "percent" || claim.verdict !== "unverified" || isBeside(statement) || !number.unit.kind) return one;
    const pair = pairFor(one, judged.slice(Math.max(0, index - 6), index), outline);
    if (!pair) return one;
    const share = ratio(amountOf(pair.part), amountOf(pair.whole));
    if (
      share === null ||
      [pair.part, pair.whole].some(
        ({ claim: { verdict }, statement: { token } }) => verdict === "wrong" || token.number.approximation !== null,
      )
    )
      return one;
    const known = { value: share, unit: "%", cells: [], name: "", english: "", formula: "", doubtful: false };
    const agrees = agreement(number, known);
    const formula = `${pair.part.statement.token.text}÷${pair.whole.statement.token.text}＝${plain(percentage(share, 2))}%`;
    const why = { "zh-CN": `按文中的数：${formula}`, en: `By the text's own numbers: ${formula}` };
    if (agrees === "agrees") return { ...one, claim: { ...claim, verdict: "ok", why, missing: null } };
    if (agrees === "undecided") return one;
    return {
      ...one,
      claim: { ...claim, verdict: "wrong", expected: `${plain(percentage(share, Math.min(2, number.decimals)))}%`, why, missing: null },
    };
  });
}

function isBeside({ beside, mood, period }: Statement): boolean {
  return (beside !== null && beside !== "已整改") || mood !== "fact" || period.kind === "plan";
}

/** The part and the whole that a rate is of; null where the words do not tell. */
function pairFor(
  { statement }: JudgedFigure,
  before: readonly JudgedFigure[],
  outline: Outline,
): { part: JudgedFigure; whole: JudgedFigure } | null {
  const amounts = before.filter((one) => one.statement.position.sentence === statement.position.sentence && isAmount(one));
  const last = amounts.at(-1);
  if (isOfAmount(statement, outline)) {
    const part = amounts.at(-2);
    const ofShare =
      statement.clause.some((token) => isWord(token, "ofShare")) ||
      outline.tokens
        .slice(statement.index - 8 > 0 ? statement.index - 8 : 0, statement.index)
        .some((token) => isWord(token, "ofShare") || /^为$/.test(token.text));
    return part && last && ofShare && alike(part, last) && part.statement.cue?.primary !== "target" ? { part, whole: last } : null;
  }
  const rated =
    statement.pre.some((token) => isWord(token, "rate", "ofShare", "target", "settled") || token.text === "完成") ||
    statement.pre.length === 0;
  if (!rated || statement.pre.some((token) => isWord(token, "more", "less", "against", "share", "excess"))) return null;
  const upper = statement.pre.some((token) => isWord(token, "ofShare")) && !statement.pre.some((token) => isWord(token, "target"));
  if (upper || statement.pre.some((token) => isWord(token, "level") && token.value !== "own")) return null;
  const settled = statement.pre.some((token) => isWord(token, "settled"));
  const done = [...amounts]
    .reverse()
    .find((one) => (settled ? saysSettled(one, /^已|完成|到位|销号/) : one.statement.cue?.primary === "done"));
  const target = [...amounts].reverse().find((one) => (settled ? saysSettled(one, /查出|发现/) : one.statement.cue?.primary === "target"));
  if (!done || !target || !alike(done, target) || done.statement.token.number.unit.kind !== target.statement.token.number.unit.kind)
    return null;
  if (!settled && [done, target].some(({ statement: other }) => !sameMatter(other, statement))) return null;
  return { part: done, whole: target };
}

function saysSettled({ statement }: JudgedFigure, words: RegExp): boolean {
  return statement.pre.some((token) => (isWord(token, "settled") || isWord(token, "audit")) && words.test(token.text));
}

/** Of the same place, and of the same subject as far as both name one. */
function sameMatter(a: Statement, b: Statement): boolean {
  const place = a.place.words === b.place.words;
  const stage = stagesOf(b);
  return (
    place &&
    (stage.length === 0 || stagesOf(a).length === 0 || stagesOf(a).some((one) => stage.includes(one)) || a.cue?.primary === "target")
  );
}

function stagesOf({ pre }: Statement): string[] {
  return pre.flatMap((token) => (isWord(token, "stage") && token.value !== "build" && token.value !== "renovate" ? [token.value] : []));
}

function alike(a: JudgedFigure, b: JudgedFigure): boolean {
  const [first, second] = [a.statement.token.number.unit, b.statement.token.number.unit];
  return first.kind === second.kind;
}
