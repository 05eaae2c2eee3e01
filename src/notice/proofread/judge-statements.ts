import { runSteps, plain } from "../../progress";
import type { Bench } from "./judge-figures";
import { isDistance, judgeAmount, judgeMultiple, judgePoints, judgeRate } from "./judge-figures";
import { printsOtherHomes, type JudgedFigure } from "./judged";
import { blameNames } from "./judge-names";
import { judgeByNotes } from "./judge-notes";
import { judgeSelfDifferences } from "./self-differences";
import { judgeSelfPoints } from "./self-points";
import { judgeSelfRates } from "./self-rates";
import { judgeSelfRepeats } from "./self-repeats";
import { judgeSelfTotals } from "./self-totals";
import type { Statement } from "./statement";
import { sameSubject, type Measure, type Scope } from "./subject";
import { baseUnit } from "./units";

/** Figures that are judged in one go. */
const FIGURES_A_STEP = 50;

/** Amounts, rates, points and multiples: by the workbook first, then by notes, the draft's arithmetic and its other mentions. */
export function* judgeFigures(
  statements: readonly Statement[],
  bench: Bench,
  draft: string,
  plainDraft: string,
): Generator<void, JudgedFigure[]> {
  const { knowledge, outline } = bench;
  const byWorkbook = oneUnit(yield* judgeSteps(statements, bench), bench);
  yield;
  const named = blameNames(byWorkbook, draft, knowledge);
  yield;
  const noted = judgeByNotes(named, plainDraft, knowledge);
  yield;
  const totals = judgeSelfTotals(noted, outline);
  yield;
  const rates = judgeSelfRates(totals, outline);
  yield;
  return judgeSelfRepeats(judgeSelfDifferences(judgeSelfPoints(rates)));
}

/** By the workbook alone. */
export function judgeByWorkbook(statements: readonly Statement[], bench: Bench): JudgedFigure[] {
  return runSteps(judgeSteps(statements, bench));
}

/** By the workbook alone, some figures a step. */
function* judgeSteps(statements: readonly Statement[], bench: Bench): Generator<void, JudgedFigure[]> {
  const judged: JudgedFigure[] = [];
  const carried = new Map<string, { measure: Measure; sentence: number; unlike: Scope | undefined; said: boolean }>();
  for (const [order, one] of statements.entries()) {
    if (order % FIGURES_A_STEP === 0) yield;
    const statement = afterAmount(one, judged.at(-1), judged.at(-2));
    const { unit } = statement.token.number;
    if (unit.family === "multiple") judged.push(judgeMultiple(statement, bench));
    else if (unit.family === "points") judged.push(judgePoints(statement, bench));
    else if (unit.family === "percent")
      judged.push(isDistance(statement) ? judgeDistance(statement, bench, judged.at(-1)) : judgeRate(statement, bench, judged.at(-1)));
    else {
      const last = carried.get(unit.kind);
      const [scope] = statement.place.scopes;
      const same = last?.sentence === statement.position.sentence;
      const before = same && last && (last.said || !sameScope(last.unlike, scope)) ? last.measure : null;
      judged.push(judgeAmount(statement, bench, before));
      const said = statement.cue?.primary ?? before;
      const measure = said ?? measureFound(judged.at(-1));
      if (measure) carried.set(unit.kind, { measure, sentence: statement.position.sentence, unlike: scope, said: said !== null });
    }
  }
  return judged;
}

function sameScope(a: Scope | undefined, b: Scope | undefined): boolean {
  if (a?.kind !== "regions" || b?.kind !== "regions") return a?.kind === b?.kind;
  return a.share === b.share && a.regions.length === b.regions.length && a.regions.every((region, at) => region === b.regions[at]);
}

/** What a figure without a word for its measure was found to be; another of the same region (1700套0套) is not of it. */
function measureFound(judged: JudgedFigure | undefined): Measure | null {
  if (judged?.claim.verdict !== "ok" || !judged.reading) return null;
  const { measure } = judged.reading;
  return measure === "target" || measure === "done" || measure === "rest" || measure === "excess" ? measure : null;
}

/** A rate that follows an amount (开工644套，占年度目标任务的58%) is a rate of the same. */
function afterAmount(statement: Statement, before: JudgedFigure | undefined, earlier: JudgedFigure | undefined): Statement {
  const subject = before?.reading?.subject;
  const follows =
    before?.claim.verdict === "ok" && before.claim.kind === "amount" && before.statement.position.clause === statement.position.clause;
  if (
    !subject ||
    !follows ||
    statement.subject.explicit ||
    statement.token.number.unit.family !== "percent" ||
    !sameScope(before.statement.place.scopes[0], statement.place.scopes[0])
  )
    return statement;
  // 发放租赁补贴833户、82.96万元，占78.44%: it may be of either.
  const other =
    earlier?.statement.position.part === before.statement.position.part && earlier.claim.verdict === "ok" ? earlier.reading?.subject : null;
  const subjects = other && !sameSubject(other, subject) ? [subject, other] : [subject];
  return { ...statement, subject: { ...statement.subject, kind: "known", subjects, from: "前面的数" } };
}

/** A distance of rates printed in %: wrong where the workbook has both rates, since it should be 个百分点. */
function judgeDistance(statement: Statement, bench: Bench, before: JudgedFigure | undefined): JudgedFigure {
  const asPoints = judgePoints(statement, bench);
  const { verdict, expected } = asPoints.claim;
  if (verdict === "ok") {
    const why = {
      "zh-CN": `两个比率之差应写“个百分点”：${asPoints.claim.why["zh-CN"]}`,
      en: "A difference of two rates is counted in percentage points",
    };
    return {
      ...asPoints,
      claim: { ...asPoints.claim, verdict: "wrong", expected: statement.token.text.replace(/%$/, "").trimEnd() + "个百分点", why },
    };
  }
  if (verdict === "wrong" && expected !== null)
    return { ...asPoints, claim: { ...asPoints.claim, expected: expected.replace(/%$/, "个百分点") } };
  return verdict === "unverified" ? judgeRate({ ...statement, beside: "两数之差" }, bench, before) : asPoints;
}

/**
 * Homes that agree but are printed in another word than the workbook's: a family (户) is never counted in 套; 户 may stand for
 * 套 in a draft that does so throughout.
 */
function oneUnit(judged: readonly JudgedFigure[], bench: Bench): JudgedFigure[] {
  const printsOwn = judged.some(
    (one) => one.claim.verdict === "ok" && !printsOtherHomes(one) && one.statement.token.number.unit.kind === "套",
  );
  const inOwn = new Set(
    judged
      .filter((one) => one.claim.verdict === "ok" && !printsOtherHomes(one) && one.statement.token.number.unit.family === "count")
      .map(subjectKey),
  );
  const others = new Map<string, number>();
  for (const one of judged)
    if (one.claim.verdict === "ok" && printsOtherHomes(one)) others.set(subjectKey(one), (others.get(subjectKey(one)) ?? 0) + 1);
  return judged.map((one) => {
    if (one.claim.verdict !== "ok" || !printsOtherHomes(one) || !one.reading) return one;
    const { known } = one.reading;
    const { kind } = baseUnit(known.unit);
    const { number } = one.statement.token;
    const single = (others.get(subjectKey(one)) ?? 0) === 1;
    const lone = single && (inOwn.has(subjectKey(one)) || (printsOwn && !bench.book.countsHouseholds(one.reading.subject)));
    if (kind !== "户" && !lone) return one;
    const expected = `${plain(number.value)}${number.unit.text.replace(number.unit.kind, kind)}`;
    const why = { "zh-CN": `单位不对：${known.name}以“${kind}”计`, en: `Wrong unit: ${known.english} is counted in ${kind}` };
    return { ...one, claim: { ...one.claim, verdict: "wrong" as const, expected, why } };
  });
}

function subjectKey({ reading }: JudgedFigure): string {
  return JSON.stringify(reading?.subject ?? null);
}
