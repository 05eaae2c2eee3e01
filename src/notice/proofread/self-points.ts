import { plain, roundHalfUp, subtract } from "../../progress";
import type { Claim } from "./claim";
import type { JudgedFigure } from "./judged";
import { referenceOf } from "./reference";
import { isWord } from "./token";

/** Rates farther back in a sentence than this are not what a distance is between. */
const REACH = 4;

/**
 * Judges distances in percentage points by two rates that the sentence prints: 81.05%，上年同期59.95%，提高21.1个百分点;
 * 25%、120%，相差95个百分点; 距50%的要求还差2.21个百分点. And a rate that is said to be past a demand which it is short of.
 */
export function judgeSelfPoints(judged: readonly JudgedFigure[]): JudgedFigure[] {
  return pastDemands(judged.map((one, index) => {
    const { statement, claim } = one;
    const { number } = statement.token;
    if (number.unit.family !== "points" || claim.verdict !== "unverified" || number.approximation !== null) return one;
    const rates = judged
      .slice(Math.max(0, index - REACH), index)
      .filter(
        ({ statement: other }) =>
          other.position.sentence === statement.position.sentence &&
          other.token.number.unit.family === "percent" &&
          (other.beside === null || other.beside === "对比的基数"),
      );
    const [first, second] = rates.slice(-2);
    if (!first || !second || rates.length !== 2 || !isBetween(one, first, second)) return one;
    const values = [first, second].map(({ statement: { token } }) => token.number.value);
    const distance = Math.abs(subtract(values[0] ?? 0, values[1] ?? 0));
    const right = roundHalfUp(distance, number.decimals);
    const formula = `${first.statement.token.text}与${second.statement.token.text}相差${plain(distance)}个百分点`;
    const why = { "zh-CN": `按文中的数：${formula}`, en: `By the text's own numbers: ${plain(distance)} points` };
    if (right === number.value) return { ...one, claim: { ...claim, verdict: "ok", why, missing: null } };
    if ([first, second].some(({ claim: { verdict } }) => verdict === "wrong")) return one;
    return { ...one, claim: { ...claim, verdict: "wrong", expected: `${plain(right)}${number.unit.text}`, why, missing: null } };
  }));
}

/** Whether the words say that a distance is the one between two rates. */
function isBetween({ statement }: JudgedFigure, first: JudgedFigure, second: JudgedFigure): boolean {
  const { pre, clause } = statement;
  if (second.statement.beside === "对比的基数" && second.statement.position.part === statement.position.part)
    return pre.some((token) => isWord(token, "change"));
  const own = pre.some(
    (token) => isWord(token, "against") || token.kind === "date" || referenceOf(token) !== null || isWord(token, "level"),
  );
  const dated = first.statement.period.words !== second.statement.period.words;
  if (pre.some((token) => isWord(token, "change"))) return dated && !own;
  const apart = pre.some((token) => /^(?:相差|仅相差|差|还差|高出|低)$/.test(token.text));
  if (!apart) return false;
  // 距6月底50%的要求还差…
  const distance = clause.some((token) => isWord(token, "against") && /^(?:距|距离|离)$/.test(token.text));
  return distance || (pre.some((token) => /相差/.test(token.text)) && !own);
}

/** 开工率68%，已超过70%的时序要求: the two cannot stand together. */
function pastDemands(judged: readonly JudgedFigure[]): JudgedFigure[] {
  const changed = new Map<JudgedFigure, Claim>();
  judged.forEach((limit, index) => {
    const { statement } = limit;
    const { number } = statement.token;
    const rate = judged[index - 1];
    if (!rate || number.unit.family !== "percent" || (number.approximation !== "above" && number.approximation !== "below")) return;
    const said =
      statement.post[0]?.text === "的" && statement.post.some((token) => isWord(token, "demand", "target") || referenceOf(token) !== null);
    const other = rate.statement;
    if (
      !said ||
      other.token.number.unit.family !== "percent" ||
      other.token.number.approximation !== null ||
      other.position.clause !== statement.position.clause
    )
      return;
    if (statement.pre.some((token) => token.kind === "region" || token.kind === "date") || other.mood !== "fact") return;
    const holds = number.approximation === "above" ? other.token.number.value >= number.value : other.token.number.value < number.value;
    if (holds) return;
    const of = rate.claim.verdict === "ok" ? limit : rate;
    const word = number.approximation === "above" ? "并没有达到" : "并不低于";
    const why = {
      "zh-CN": `${other.token.text}${word}${statement.token.text}`,
      en: `${other.token.text} and ${statement.token.text} contradict each other`,
    };
    changed.set(of, { ...of.claim, verdict: "wrong", expected: null, why, missing: null });
  });
  return judged.map((one) => ({ ...one, claim: changed.get(one) ?? one.claim }));
}
