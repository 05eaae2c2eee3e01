import type { Report } from "../../progress";
import type { Claim, Proofreading } from "./claim";
import { usesIn, type Use } from "./context";
import { Demands } from "./demands";
import { halfWidth } from "./half-width";
import { countsRegions, judgeCounts } from "./judge-counts";
import { judgeDates } from "./judge-dates";
import { judgeLists } from "./judge-lists";
import { judgeMentions } from "./judge-mentions";
import { blameNames } from "./judge-names";
import { judgeByNotes, judgeNoteOwners } from "./judge-notes";
import { judgeRank, judgeTops } from "./judge-ranks";
import { judgeShares } from "./judge-shares";
import { judgeTotals } from "./judge-totals";
import { isDistance, judgeAmount, judgePoints, judgeRate, type Judged } from "./judge-workbook";
import { Knowledge } from "./knowledge";
import { lexiconOf } from "./lexicon";
import { outlineOf, type Outline } from "./outline";
import { styleHints, type HintSwitches } from "./style";
import type { Measure, Subject } from "./subject";
import { tokenise } from "./tokenise";
import { isWord } from "./token";

export type { Claim, ClaimKind, Hint, HintCode, Proofreading, Verdict } from "./claim";
export type { HintSwitches } from "./style";

/** What the office can set. */
export interface ProofreadOptions {
  /** Hints on style that are not wanted are set to false. */
  hints?: HintSwitches;
}

/**
 * Proofreads a notice: every figure is judged by the workbook, by the draft's own arithmetic and by its other
 * mentions. What cannot be attributed for certain is unverified, never wrong.
 * @param draft the text as it stands; offsets of claims and hints are UTF-16 offsets in it
 * @param report computed from the workbook that the notice is about
 * @example proofread("棚户区改造已开工998套", report).claims[0] // verdict "wrong", expected "999套"
 */
export function proofread(draft: string, report: Report, options: ProofreadOptions = {}): Proofreading {
  const plain = halfWidth(draft);
  const outline = outlineOf(tokenise(plain, lexiconOf(report)), report);
  const knowledge = new Knowledge(report, new Demands(outline, report));
  const uses = usesIn(outline, report);
  const judged = judgeFigures(uses, outline, draft, plain, knowledge);
  const subjectsAt = subjectLookup(uses, outline);
  const counts = judgeCounts(uses, outline, knowledge);
  const ranks = uses.filter(({ token }) => token.number.unit.family === "rank").flatMap((use) => judgeRank(use, outline, knowledge) ?? []);
  const claims = [
    ...judged.map(({ claim }) => claim),
    ...counts.values(),
    ...ranks,
    ...judgeDates(outline, judged, knowledge),
    ...judgeLists(outline, subjectsAt, knowledge),
    ...judgeTops(outline, subjectsAt, knowledge),
    ...judgeNoteOwners(plain, outline, knowledge),
  ];
  return {
    claims: settled(claims).map((claim) => ({ ...claim, text: draft.slice(claim.start, claim.end) })),
    hints: styleHints(draft, judged, outline, options.hints ?? {}).sort((a, b) => a.start - b.start),
  };
}

/** Amounts, rates and points: by the workbook first, then by notes, arithmetic and other mentions. */
function judgeFigures(uses: readonly Use[], outline: Outline, draft: string, plain: string, knowledge: Knowledge): Judged[] {
  const judged: Judged[] = [];
  const carried = new Map<string, { measure: Measure; sentence: number; unlike: string | null }>();
  for (const one of uses) {
    const use = afterAmount(one, judged.at(-1));
    const { unit } = use.token.number;
    if (unit.family === "rank" || countsRegions(use)) continue;
    if (unit.family === "points") judged.push(judgePoints(use, knowledge));
    else if (unit.family === "percent") judged.push(isDistance(use) ? judgeDistance(use, outline, knowledge) : judgeRate(use, outline, knowledge));
    else {
      const last = carried.get(unit.kind);
      const scope = JSON.stringify(use.scopes[0]);
      const before = last?.sentence === use.position.sentence && last.unlike !== scope ? last.measure : null;
      judged.push(judgeAmount(use, knowledge, before));
      const said = use.cue?.primary ?? before;
      const measure = said ?? measureFound(judged.at(-1));
      if (measure) carried.set(unit.kind, { measure, sentence: use.position.sentence, unlike: said ? null : scope });
    }
  }
  const named = blameNames(judged, outline, draft, knowledge);
  return judgeMentions(judgeShares(judgeTotals(judgeByNotes(named, plain, knowledge), outline), outline));
}

/** What a figure without a word for its measure was found to be; another of the same region (1700套0套) is not of it. */
function measureFound(judged: Judged | undefined): Measure | null {
  if (judged?.claim.verdict !== "ok" || !judged.reading) return null;
  const { measure } = judged.reading;
  return measure === "rate" || measure === "points" || measure === "other" ? null : measure;
}

/** A rate that follows an amount (开工644套，占年度目标任务的58%) is a rate of the same. */
function afterAmount(use: Use, before: Judged | undefined): Use {
  const subject = before?.reading?.subject;
  const follows = before?.claim.verdict === "ok" && before.claim.kind === "amount" && before.use.position.clause === use.position.clause;
  const same = JSON.stringify(before?.use.scopes[0]) === JSON.stringify(use.scopes[0]);
  return subject && follows && same && !use.explicit && use.token.number.unit.family === "percent" ? { ...use, subjects: [subject] } : use;
}

/** A distance of rates printed in %: wrong where the workbook has both rates, since it should be 个百分点. */
function judgeDistance(use: Use, outline: Outline, knowledge: Knowledge): Judged {
  const asPoints = judgePoints(use, knowledge);
  const { verdict, expected } = asPoints.claim;
  if (verdict === "ok" && asPoints.reading?.primary === true) {
    const why = { "zh-CN": `两个比率之差应写“个百分点”：${asPoints.claim.why["zh-CN"]}`, en: "A difference of two rates is counted in percentage points" };
    return { ...asPoints, claim: { ...asPoints.claim, verdict: "wrong", expected: use.token.text.replace(/\s*%$/, "个百分点"), why } };
  }
  if (verdict === "wrong" && expected !== null) return { ...asPoints, claim: { ...asPoints.claim, expected: expected.replace(/%$/, "个百分点") } };
  return verdict === "unverified" ? judgeRate({ ...use, understood: false }, outline, knowledge) : asPoints;
}

/** What is spoken of at any place: the subjects of the nearest figure or subject word before it in its line. */
function subjectLookup(uses: readonly Use[], { tokens, positions, lines }: Outline): (index: number) => readonly Subject[] {
  return (index) => {
    const position = positions[index];
    const line = lines.find(({ first, end }) => index >= first && index < end);
    if (!position || !line) return [];
    const found: Subject[] = [];
    for (let at = Math.min(index + 6, line.end - 1); at >= line.first; at--) {
      const token = tokens[at];
      if (at > index && positions[at]?.part !== position.part) continue;
      if (positions[at]?.line !== position.line) break;
      if (isWord(token, "indicator")) found.push(token.value === "rentSubsidy" ? { kind: "rentSubsidy" } : { kind: "indicator", id: token.value });
      if (isWord(token, "backlog")) found.push({ kind: "backlog", measure: token.value as "computed" });
      if (found.length > 0) return found;
      const use = uses.find((one) => one.index === at);
      if (use && at <= index && use.subjects.length > 0) return use.subjects;
    }
    return line.topics;
  };
}

/** In order; a claim inside a wider wrong one (the figure beside its wrong name) is taken in by it. */
function settled(claims: readonly Claim[]): Claim[] {
  const wrong = claims.filter(({ verdict }) => verdict === "wrong");
  return claims
    .filter((claim) => !wrong.some((other) => other !== claim && other.start <= claim.start && other.end >= claim.end && (other.end - other.start > claim.end - claim.start || claim.verdict !== "wrong")))
    .filter((claim, index, all) => all.findIndex((other) => other.start === claim.start && other.end === claim.end) === index)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
