import { plain, percentage, ratio, roundHalfUp, subtract, times } from "../../progress";
import { amountOf, type JudgedFigure } from "./judged";
import type { Statement } from "./statement";
import { isWord } from "./token";

/**
 * Judges what the workbook does not have by two amounts of the same clause: what is left or above (2000套，已筹集1500套，还剩500套),
 * and the growth from another time's to now's (540套，同比增长80%，去年同期300套).
 */
export function judgeSelfDifferences(judged: readonly JudgedFigure[]): JudgedFigure[] {
  return judged.map((one, index) => {
    const { statement, claim } = one;
    const { number } = statement.token;
    if (claim.verdict !== "unverified" || number.approximation !== null || statement.mood !== "fact") return one;
    const near = judged
      .slice(Math.max(0, index - 4), index + 3)
      .filter((other) => other !== one && other.statement.position.sentence === statement.position.sentence && isExact(other));
    const found = restOf(statement, near.filter((other) => other.statement.index < statement.index)) ?? growthOf(statement, near);
    if (!found || found.of.some(({ claim: { verdict } }) => verdict === "wrong")) return one;
    const stated = number.unit.family === "percent" ? number.value : times(number.value, number.unit.scale);
    const decimals = number.unit.family === "percent" ? number.decimals : 0;
    const right = number.unit.family === "percent" ? percentage(found.value, decimals) : found.value;
    const why = { "zh-CN": `按文中的数：${found.formula}`, en: `By the text's own numbers: ${found.formula}` };
    const shown = number.unit.family === "percent" ? right : roundHalfUp(right / number.unit.scale, Math.max(number.decimals, 0));
    const same = number.unit.family === "percent" ? right === stated : shown === number.value;
    if (same) return { ...one, claim: { ...claim, verdict: "ok", why, missing: null } };
    return { ...one, claim: { ...claim, verdict: "wrong", expected: `${plain(shown)}${number.unit.text}`, why, missing: null } };
  });
}

interface Found {
  value: number;
  formula: string;
  of: JudgedFigure[];
}

/** 还剩, 超额: the task less what was done, or the other way round. */
function restOf({ cue, token, place, beside }: Statement, before: readonly JudgedFigure[]): Found | null {
  const measure = cue?.primary;
  if ((measure !== "rest" && measure !== "excess") || beside !== null || !["count", "money"].includes(token.number.unit.family))
    return null;
  const of = (wanted: "target" | "done") =>
    before.filter(
      ({ statement }) =>
        statement.cue?.primary === wanted &&
        statement.beside === null &&
        statement.period.kind === "own" &&
        statement.token.number.unit.kind === token.number.unit.kind &&
        statement.place.words === place.words,
    );
  const [target, done] = [of("target"), of("done")];
  const [first, second] = [target[0], done[0]];
  if (!first || !second || target.length > 1 || done.length > 1) return null;
  const [whole, part] = [amountOf(first), amountOf(second)];
  const value = measure === "rest" ? subtract(whole, part) : subtract(part, whole);
  const texts = [first, second].map(({ statement }) => statement.token.text);
  return value < 0
    ? null
    : {
        value,
        formula: measure === "rest" ? `${texts[0] ?? ""}－${texts[1] ?? ""}` : `${texts[1] ?? ""}－${texts[0] ?? ""}`,
        of: [first, second],
      };
}

/** 同比增长, 比去年同期增加: now's amount beside that of another time, both in the clause. */
function growthOf({ token, pre, position, beside }: Statement, near: readonly JudgedFigure[]): Found | null {
  const { unit } = token.number;
  const grows = pre.filter((one) => isWord(one, "change")).at(-1);
  if (beside !== "变动" || !grows || !/增|升|降|减|少/.test(grows.text) || /百分点|收窄|扩大|翻/.test(grows.text)) return null;
  const here = near.filter(
    ({ statement }) =>
      statement.position.clause === position.clause &&
      (unit.family === "percent" || statement.token.number.unit.kind === unit.kind) &&
      ["count", "money"].includes(statement.token.number.unit.family),
  );
  const now = here.filter(
    ({ statement }) => statement.period.kind === "own" && statement.beside === null && statement.cue?.primary !== "target",
  );
  const then = here.filter(({ statement }) => statement.period.kind === "other" || statement.beside === "对比的基数");
  const [first, second] = [now[0], then[0]];
  if (
    !first ||
    !second ||
    now.length > 1 ||
    then.length > 1 ||
    first.statement.token.number.unit.kind !== second.statement.token.number.unit.kind
  )
    return null;
  const difference = Math.abs(subtract(amountOf(first), amountOf(second)));
  const base = amountOf(second);
  const formula = `${first.statement.token.text}与${second.statement.token.text}`;
  if (unit.family !== "percent") return { value: difference, formula: `${formula}相差`, of: [first, second] };
  const share = ratio(difference, base);
  return share === null
    ? null
    : { value: share, formula: `${formula}之差÷${second.statement.token.text}＝${plain(percentage(share, 2))}%`, of: [first, second] };
}

function isExact({ statement }: JudgedFigure): boolean {
  return statement.token.number.approximation === null;
}
