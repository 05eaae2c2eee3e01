import { runSteps, type Report } from "../../progress";
import { aboutOf, type About } from "./about";
import type { Claim, Proofreading } from "./claim";
import { Demands } from "./demands";
import { filled, type Filling } from "./fillings";
import { halfWidth } from "./half-width";
import { judgeCounts, regionCounts } from "./judge-counts";
import { judgeDates } from "./judge-dates";
import { type Bench } from "./judge-figures";
import { judgeLists } from "./judge-lists";
import { judgeNoteOwners } from "./judge-notes";
import { judgeRank, judgeTops } from "./judge-ranks";
import { judgeByWorkbook, judgeFigures } from "./judge-statements";
import { Knowledge } from "./knowledge";
import { outlineOf } from "./outline";
import type { Statement } from "./statement";
import { understand, type Understanding } from "./statements";
import { styleHints, type HintSwitches } from "./style";
import { SubjectBook } from "./subject-book";
import { tokenise } from "./tokenise";
import { vocabularyOf } from "./words";

export type { Claim, ClaimKind, Hint, HintCode, Proofreading, Slots, Verdict } from "./claim";
export type { Filling } from "./fillings";
export type { HintSwitches } from "./style";

/** What the office can set. */
export interface ProofreadOptions {
  /** Hints on style that are not wanted are set to false. */
  hints?: HintSwitches;
  /** Slots that the clerk has set, by the place of the figure. */
  fillings?: readonly Filling[];
}

/**
 * Proofreads a notice: every figure is understood by its slots (place, period, subject, measure, mood, hedge) and judged by
 * the workbook, by the draft's own arithmetic and by its other mentions. A figure is wrong only where every slot is filled and
 * inside what the workbook holds; else it is unverified, and its reason names the slot that is missing.
 * @param draft the text as it stands; offsets of claims and hints are UTF-16 offsets in it
 * @param report computed from the workbook that the notice is about
 * @example proofread("棚户区改造已开工998套", report).claims[0] // verdict "wrong", expected "999套"
 */
export function proofread(draft: string, report: Report, options: ProofreadOptions = {}): Proofreading {
  return runSteps(proofreadSteps(draft, report, options));
}

/** The same step by step, each a few milliseconds, so that whoever runs it can let others have the thread between. */
export function* proofreadSteps(
  draft: string,
  report: Report,
  { hints = {}, fillings = [] }: ProofreadOptions = {},
): Generator<void, Proofreading> {
  const plain = halfWidth(draft);
  const book = new SubjectBook(report);
  const vocabulary = vocabularyOf(report, book, plain);
  yield;
  const outline = outlineOf(yield* tokenise(plain, vocabulary));
  yield;
  const knowledge = new Knowledge(report, plain);
  const about = aboutOf(outline, knowledge);
  const understanding = filled(asAbout(yield* understand(outline, report, book), about), fillings, report);
  const bench: Bench = { outline, understanding, knowledge, demands: new Demands(outline, report), book };
  const { statements } = understanding;
  const counts = regionCounts(statements);
  const figures = statements.filter((one) => one.token.number.unit.family !== "rank" && !counts.has(one));
  const judged = yield* judgeFigures(figures, bench, draft, plain);
  const claims = [...about.claims, ...judged.map(({ claim }) => claim)];
  yield;
  claims.push(...(yield* judgeCounts(statements, counts, bench)));
  yield;
  claims.push(...statements.filter(({ token }) => token.number.unit.family === "rank").flatMap((one) => judgeRank(one, bench) ?? []));
  claims.push(...judgeDates(bench, (sentence) => asOwn(figures, sentence, bench)));
  yield;
  claims.push(...(yield* judgeLists(bench)));
  yield;
  claims.push(...judgeTops(bench), ...judgeNoteOwners(plain, outline, knowledge));
  yield;
  return {
    claims: settled(claims).map((claim) => ({ ...claim, text: draft.slice(claim.start, claim.end) })),
    hints: styleHints(draft, judged, outline, hints).sort((a, b) => a.start - b.start),
  };
}

/** A draft about another place or year: what names no other is of that. */
function asAbout(understanding: Understanding, { place, year }: About): Understanding {
  if (place === null && year === null) return understanding;
  const period = { kind: "other", words: `${year ?? ""}年` } as const;
  const statements = understanding.statements.map((one): Statement => ({
    ...one,
    place: place === null ? one.place : { ...one.place, scopes: [], words: place },
    period: year === null ? one.period : period,
  }));
  return { statements, at: (index) => ({ ...understanding.at(index), period: { kind: "other", words: "" } }) };
}

/** How the figures of a sentence would be judged, were they of the workbook's own day. */
function asOwn(figures: readonly Statement[], sentence: number, bench: Bench) {
  const here = figures
    .filter(({ position }) => position.sentence === sentence)
    .map((one): Statement => ({ ...one, period: { kind: "own", words: "" } }));
  return judgeByWorkbook(here, bench).map(({ statement, claim }) => ({ statement, verdict: claim.verdict }));
}

/** In order; a claim inside a wider wrong one (the figure beside its wrong name) is taken in by it. */
function settled(claims: readonly Claim[]): Claim[] {
  const wrong = claims.filter(({ verdict }) => verdict === "wrong");
  const kept = claims.filter(
    (claim) =>
      !wrong.some(
        (other) =>
          other !== claim &&
          other.start <= claim.start &&
          other.end >= claim.end &&
          (other.end - other.start > claim.end - claim.start || claim.verdict !== "wrong"),
      ),
  );
  const places = new Set<string>();
  return kept
    .filter(({ start, end }) => !places.has(`${start}:${end}`) && Boolean(places.add(`${start}:${end}`)))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
