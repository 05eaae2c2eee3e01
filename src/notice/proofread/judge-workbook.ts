import { plain } from "../../progress";
import { agreement, comparable, expectedText } from "./compare";
import type { Claim, ClaimKind } from "./claim";
import type { Use } from "./context";
import type { Known, Knowledge } from "./knowledge";
import type { Outline } from "./outline";
import { amountReadings, pointReadings, rateReadings, referenceOf, unitSlip, type RateRole, type Reading } from "./reading";
import { lastIndexWhere } from "./sequence";
import type { Measure } from "./subject";
import { isWord, type Token } from "./token";

/** A figure judged by the workbook, with the reading that decided. */
export interface Judged {
  use: Use;
  claim: Claim;
  /** The reading that the figure agrees with, or that it should have agreed with; null where none is certain. */
  reading: Reading | null;
  /** No reading of it is in the workbook at all. */
  unknown: boolean;
}

/** Judges an amount: 999套, 17312万元, 0. `carried` is the measure of the figure that its list belongs to. */
export function judgeAmount(use: Use, knowledge: Knowledge, carried: Measure | null): Judged {
  const readings = amountReadings(use, knowledge, carried);
  const fitting = readings.filter(({ known }) => comparable(known, use.token.number));
  const judged = judge(use, fitting, "amount", knowledge);
  if (judged.claim.verdict === "ok" || judged.claim.verdict === "suspect") return judged;
  // 离石、石楼、经开区投资为0: who it is not true of is told by the names.
  const nobody = use.token.number.value === 0 && use.token.number.unit.family === "none" && judged.claim.verdict === "wrong" && use.scopes.some((scope) => scope.kind === "regions" && scope.regions.length > 1);
  if (nobody) return { ...judged, claim: { ...judged.claim, verdict: "unverified", expected: null, why: UNSURE } };
  const slip = use.elsewhere || !use.understood ? null : unitSlip(use.token.number, readings);
  if (!slip || slip.reading.known.doubtful) return judged;
  const { reading, text } = slip;
  const { known } = reading;
  return {
    ...judged,
    reading,
    claim: {
      ...judged.claim,
      verdict: "wrong",
      expected: text,
      why: {
        "zh-CN": `单位不对：${known.name}为${plain(known.value)}${known.unit}`,
        en: `Wrong unit: ${known.english} is ${plain(known.value)} ${known.unit}`,
      },
      cells: known.cells,
    },
  };
}

/** Judges a percentage by the role that its words give it. */
export function judgeRate(use: Use, outline: Outline, knowledge: Knowledge): Judged {
  const demand = knowledge.demands.claimAt(use.index);
  if (demand) return { use, claim: demand, reading: null, unknown: false };
  const role = rateRole(use, outline);
  if (isOfAmount(use, outline)) {
    const judged = judge(use, rateReadings(use, role, knowledge), "rate", knowledge);
    return judged.claim.verdict === "ok" ? judged : judge({ ...use, understood: false }, [], "rate", knowledge);
  }
  if (role === "part" && ofCounted(use, outline)) return judge({ ...use, understood: false }, [], "rate", knowledge);
  if (role === "threshold") return judge(use, [], "rate", knowledge);
  return judge(use, rateReadings(use, role, knowledge), "rate", knowledge);
}

/** Judges percentage points: a distance to the pace, the average or another region's rate. */
export function judgePoints(use: Use, knowledge: Knowledge): Judged {
  const stated = use.token.number;
  const candidates = pointReadings(use, knowledge, comparedRegion(use));
  const match = candidates.find(({ reading, values }) => values.some((value) => agreement(stated, { ...reading.known, value }) === "agrees"));
  if (match) return judge(use, [{ ...match.reading, known: { ...match.reading.known, value: stated.value } }], "points", knowledge);
  // Without a word for what is compared, nothing can be called wrong.
  const certain = candidates.filter(({ reading }) => reading.primary).map(({ reading }) => reading);
  return judge(certain.length > 0 ? use : { ...use, understood: false }, certain, "points", knowledge);
}

/** Whether a percentage is a distance that is counted in 个百分点: 比序时进度慢6.02%. */
export function isDistance(use: Use): boolean {
  const moved = use.pre.some((token) => isWord(token, "more", "less") || (isWord(token, "status") && referenceOf(token) !== null));
  const reference = use.pre.some((token) => referenceOf(token) !== null);
  const measured = lastIndexWhere(use.pre, (token) => isWord(token, "rate", "target"));
  const against = lastIndexWhere(use.pre, (token) => referenceOf(token) !== null);
  return moved && (reference || comparedRegion(use) !== null) && measured < Math.max(against, 0) + 1 && use.pre.length > 0;
}

function comparedRegion(use: Use): string | null {
  for (const [index, token] of use.pre.entries()) {
    if (token.kind === "region" && isWord(use.pre[index - 1], "difference")) return token.region;
  }
  return null;
}

function judge(use: Use, readings: readonly Reading[], kind: ClaimKind, knowledge: Knowledge): Judged {
  const { token, scopes } = use;
  const stated = token.number;
  const base = { kind, text: token.text, start: token.start, end: token.end, expected: null, cells: [] };
  const answer = (verdict: Claim["verdict"], reading: Reading | null, why: Claim["why"], expected: string | null = null): Judged => ({
    use,
    claim: { ...base, verdict, expected, why, cells: reading?.known.cells ?? [] },
    reading,
    unknown: readings.length === 0,
  });
  const outcome = readings.map((reading) => ({ reading, agreement: agreementOf(stated, reading, knowledge) }));
  const match = outcome.find((one) => one.agreement === "agrees")?.reading;
  const [first] = outcome.filter(({ reading }) => reading.primary).map(({ reading }) => reading);
  // 不少于1800户 is held by any figure above it.
  const demanded = use.elsewhere && stated.approximation !== null;
  const trivial = demanded || (!use.understood && !use.named && stated.value < 10);
  if (match && !trivial) {
    const strict = use.cue?.strict === true && !match.primary && first !== undefined && match.measure === "target" && match.scope === first.scope && scopes.length === 1 && use.understood;
    if (strict) return answer("suspect", match, suspicion(match, first), null);
    return answer("ok", match, { "zh-CN": explain(match.known), en: explainEnglish(match.known) });
  }
  if (readings.length === 0) return answer("unverified", null, NOTHING);
  if (!use.understood || trivial || outcome.some((one) => one.agreement === "undecided")) return answer("unverified", null, UNSURE);
  const reading = first ?? readings[0];
  if (!reading) return answer("unverified", null, NOTHING);
  const why = { "zh-CN": `应为${expectedText(reading.known, stated)}：${explain(reading.known)}`, en: `Should be ${expectedText(reading.known, stated)}: ${explainEnglish(reading.known)}` };
  if (readings.some(({ known }) => known.doubtful)) return answer("suspect", reading, DOUBTFUL);
  return answer("wrong", reading, why, expectedText(reading.known, stated));
}

/** A list's figure is that of each, or of all together where the words leave it open. */
function agreementOf(stated: Use["token"]["number"], reading: Reading, knowledge: Knowledge): ReturnType<typeof agreement> {
  const { scope, subject, measure } = reading;
  const together = agreement(stated, reading.known);
  if (scope.kind === "all" || scope.regions.length < 2 || scope.share === "together" || subject === null) return together;
  if (measure === "points") return together;
  const each = scope.regions.map((region) => {
    const one = { kind: "regions", regions: [region], share: "each" } as const;
    const known =
      measure === "rate"
        ? knowledge.indicatorsOf(subject).flatMap((indicator) => knowledge.rate(indicator, [region]) ?? [])
        : measure === "other"
          ? []
          : knowledge.amounts(subject, measure, one);
    return known.some((value) => comparable(value, stated) && agreement(stated, value) === "agrees");
  });
  if (each.every(Boolean)) return "agrees";
  return scope.share === "each" ? "contradicts" : together;
}

/** 占全省已开工23602套的59.49%: a part of the amount that stands before it. */
export function isOfAmount({ index, token }: Use, { tokens, positions }: Outline): boolean {
  const whole = tokens[index - 2];
  if (token.number.unit.family !== "percent" || tokens[index - 1]?.text !== "的" || whole?.kind !== "number") return false;
  const part = positions[index]?.part;
  for (let at = index - 3; at >= 0 && positions[at]?.part === part && tokens[at]?.kind !== "number"; at--) {
    if (/^占/.test(tokens[at]?.text ?? "")) return true;
  }
  return false;
}

/** 3个市全面完成，占42.86%: a part of the regions, not of what they did. */
function ofCounted({ index, position }: Use, { tokens, positions }: Outline): boolean {
  for (let at = index - 1; at >= 0 && positions[at]?.clause === position.clause; at--) {
    const token = tokens[at];
    if (token?.kind === "number") return token.number.unit.family === "regions";
  }
  return false;
}

function rateRole(use: Use, { tokens, positions }: Outline): RateRole {
  const { pre, post, token } = use;
  const { approximation } = token.number;
  const [next] = post;
  if (approximation !== null && (next?.text === "的" || (isWord(next, "neutral") && /^以[上下]$/.test(next.text) && (post.length > 1 || nextIsName(use, tokens))))) return "threshold";
  const opening = tokens[use.index - 1];
  const beforeBracket = opening?.text === "（" ? tokens[use.index - 2] : undefined;
  const reference = [...pre, ...(pre.length === 0 && beforeBracket ? [beforeBracket] : [])].filter((one): boolean => !isWord(one, "neutral")).at(-1);
  const against = reference ? referenceOf(reference) : null;
  if (against !== null) return against;
  if (reference && isWord(reference, "excess")) return "excess";
  // 占全市的一半以上（53.08%）
  const said = opening?.text === "（" ? [...beforeBracketOf(use, tokens, positions), ...pre] : pre;
  const whole = said.some((one, index) => isWord(one, "whole") && /^占/.test(said[index - 1]?.text ?? ""));
  if (whole || said.some((one) => isWord(one, "share"))) return "share";
  // 占26.33% may be a part of the whole, or done of what was to be done.
  const measured = pre.some((one) => /^占/.test(one.text)) && !pre.some((one) => isWord(one, "target"));
  return measured ? "part" : "rate";
}

/** The words of the part that a bracket stands in, back to the figure before. */
function beforeBracketOf({ index }: Use, tokens: readonly Token[], positions: Outline["positions"]): Token[] {
  const outer = positions[index - 2]?.part;
  const words: Token[] = [];
  for (let at = index - 2; at >= 0 && positions[at]?.part === outer && tokens[at]?.kind !== "number"; at--) words.unshift(...tokens.slice(at, at + 1));
  return words;
}

function nextIsName(use: Use, tokens: readonly Token[]): boolean {
  const after = tokens.slice(use.index + 1, use.index + 5);
  return after.some((one) => one.kind === "region" || (one.kind === "number" && one.number.unit.family === "regions"));
}

const NOTHING = { "zh-CN": "工作簿中没有可以对照的数，未核对", en: "Nothing in the workbook to compare with; not checked" };
const UNSURE = { "zh-CN": "不能确定是哪个县（市、区）的哪项指标，未核对", en: "Not certain which region and indicator this is; not checked" };
const DOUBTFUL = { "zh-CN": "与工作簿不符，但工作簿中这项数据本身有问题，请一并核对", en: "Differs from the workbook, whose own figure is in doubt" };

/** 棚户区改造开工完成率＝999÷4005＝24.94%. */
export function explain({ name, formula, value, unit }: Known): string {
  const amount = unit === "%" ? "" : unit === "points" ? "" : `${plain(value)}${unit}`;
  return [name, formula, amount].filter((part) => part !== "").join("＝");
}

export function explainEnglish({ english, formula, formulaEnglish = formula, value, unit }: Known): string {
  return `${english}${formulaEnglish === "" ? "" : ` (${formulaEnglish})`}${unit === "%" || unit === "points" ? "" : ` = ${plain(value)} ${unit}`}`;
}

function suspicion(match: Reading, first: Reading): Claim["why"] {
  return {
    "zh-CN": `${explain(match.known)}，而${explain(first.known)}：若是目标任务，请写“任务”；若是完成数，应为${plain(first.known.value)}${first.known.unit}`,
    en: `This is the target; done is ${plain(first.known.value)} ${first.known.unit}`,
  };
}
