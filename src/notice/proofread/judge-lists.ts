import type { Claim, Verdict } from "./claim";
import type { Bench } from "./judge-figures";
import { plainClaim } from "./judged";
import type { Knowledge } from "./knowledge";
import { afterList, beforeList, nameListsIn, type NameList } from "./name-lists";
import { headingTopic, type Outline } from "./outline";
import { backlogPredicate, predicateIn, startedPredicate, type Predicate } from "./predicate";
import { stageIn } from "./stages";
import { sameSubject, type ClaimSubject } from "./subject";
import { isWord, type NumberToken, type RegionToken, type DraftToken } from "./token";

/** Judges every list of names that something is said of: 柳林、离石没有历史欠账; 除交城县外其余县市区无进展. */
export function* judgeLists(bench: Bench): Generator<void, Claim[]> {
  const { outline, knowledge } = bench;
  const claims: Claim[] = [];
  for (const [order, list] of nameListsIn(outline).entries()) {
    if (order % LISTS_A_STEP === 0) yield;
    const said = saidOf(list, bench);
    if (said) claims.push(...claimsOf(list, said.predicate, said.holdsOf, knowledge));
  }
  return claims;
}

/** Lists that are judged in one go. */
const LISTS_A_STEP = 50;

interface Said {
  predicate: Predicate;
  /** What is to hold of the named: the predicate, or its opposite after 除. */
  holdsOf: (region: string) => boolean | null;
}

function saidOf(list: NameList, bench: Bench): Said | null {
  const { outline, knowledge, demands, understanding } = bench;
  const after = afterList(list, outline);
  const before = beforeList(list, outline);
  const plainly = (predicate: Predicate | null): Said | null =>
    predicate ? { predicate, holdsOf: (region) => predicate.holds(region) } : null;
  const { subject: told, period } = understanding.at(list.end + after.length);
  const subject = { ...told, subjects: withAlike(told.subjects, [...before, ...after], bench) };
  if (period.kind !== "own" || before.some((token) => token.kind === "place")) return null;
  const preposition = before.at(-1);
  if (list.names.length === 1 && preposition && /^[在由为是]$/.test(preposition.text) && /^(?:全部|均)$/.test(before.at(-2)?.text ?? "")) {
    return plainly(allThere(list, understanding.at(list.first).subject.subjects, outline, knowledge));
  }
  if (list.excepted) {
    const others = after.findIndex((token) => isWord(token, "others"));
    const predicate = others >= 0 && understood(after) ? predicateIn(after.slice(others + 1), subject.subjects, knowledge, demands) : null;
    return predicate ? { predicate, holdsOf: (region) => negate(predicate.holds(region)) } : null;
  }
  const rest = after.slice(countAfter(after));
  const figure = rest.find((token): token is NumberToken => token.kind === "number");
  if (figure && figure.number.value === 0 && figure.number.unit.family === "none")
    return plainly(understood(rest) ? zero(subject.subjects, knowledge) : null);
  if (!figure || figure.number.approximation !== null || /^达到?$/.test(rest[rest.indexOf(figure) - 1]?.text ?? "")) {
    const limited =
      figure?.number.unit.family === "percent" &&
      list.names.length > 1 &&
      !rest.slice(rest.indexOf(figure) + 1).some((token) => token.kind === "number");
    const told =
      rest.some((token) => isWord(token, "status", "rest", "outlook", "note", "none", "excess", "reference")) ||
      limited ||
      rest.some((token) => isWord(token, "done"));
    const led =
      figure && !limited
        ? null
        : told && understood(rest) && !compared(rest)
          ? predicateIn(rest, subject.subjects, knowledge, demands)
          : null;
    if (led) return plainly(led);
  }
  const open = figure !== undefined && !/[（：]/.test(outline.tokens[list.last + 1]?.text ?? "");
  if (leadsTo(before) && !open && understood(before)) {
    const led = predicateIn(before, understanding.at(list.first - 1).subject.subjects, knowledge, demands);
    if (led) return plainly(led);
  }
  const did = rest.some((token) => isWord(token, "done", "stage"));
  const named = rest.some((token) => isWord(token, "topic"));
  const several = list.only || list.names.length > 1;
  if (
    did &&
    named &&
    several &&
    !figure &&
    understood(rest) &&
    !rest.some((token) => isWord(token, "target", "demand", "period", "none", "rest"))
  )
    return plainly(startedPredicate(subject.subjects, knowledge));
  return null;
}

/** 暂未开工 may be said of any task that is started, where none is named beside it. */
function withAlike(subjects: readonly ClaimSubject[], words: readonly DraftToken[], { book }: Bench): ClaimSubject[] {
  const stage = words.map(stageIn).find((one) => one !== null) ?? null;
  const { mention } = headingTopic(words);
  // 尚未动工 is untrue of whatever is partly done, by whichever stage the workbook counts.
  if (subjects.length === 0 && mention && mention.topics.length > 0)
    return book.resolve({ ...mention, stage: null }, null).map(({ id }) => ({ kind: "indicator", id }));
  if (stage === null || words.some((token) => isWord(token, "topic"))) return [...subjects];
  const alike = book.resolve({ topics: [], stage }, null).map(({ id }): ClaimSubject => ({ kind: "indicator", id }));
  return [...subjects, ...alike.filter((one) => !subjects.some((other) => sameSubject(one, other)))];
}

/** 比…, 与…相比: what is said is not said of the names alone. */
function compared(words: readonly DraftToken[]): boolean {
  return words.some((token) => isWord(token, "against"));
}

function zero(subjects: readonly ClaimSubject[], knowledge: Knowledge): Predicate | null {
  const started = startedPredicate(subjects, knowledge);
  const [indicator] = subjects.flatMap((subject) => knowledge.indicatorsOf(subject));
  if (!started || !indicator) return null;
  return {
    ...started,
    words: `${indicator.name}为0`,
    holds: (region) => (knowledge.row(indicator, region)?.done ? negate(started.holds(region)) : null),
  };
}

/** 全部在甲山县: no other region has any of what was just said. */
function allThere(list: NameList, subjects: readonly ClaimSubject[], { tokens }: Outline, knowledge: Knowledge): Predicate | null {
  const figure = tokens.slice(Math.max(0, list.first - 12), list.first).some((token) => token.kind === "number");
  const [subject] = subjects;
  if (!subject || !figure) return null;
  if (subject.kind === "backlog" && subject.measure === "computed") return backlogPredicate("全部", knowledge, (owed) => owed > 0);
  const amount = (scope: Parameters<Knowledge["amounts"]>[2]) => knowledge.amounts(subject, "done", scope)[0]?.value ?? 0;
  const total = amount({ kind: "all" });
  if (total === 0) return null;
  const holds = (region: string) => amount({ kind: "regions", regions: [region], share: "each" }) === total;
  return { words: "全部", holds, variants: [] };
}

/** 完成率超过50%的有…; 尚未开工的县（市、区）是…: names follow that satisfy it. */
function leadsTo(before: readonly DraftToken[]): boolean {
  const last = before.at(-1);
  return last !== undefined && (/(?:有|是|为|包括|即|：)$/.test(last.text) || isWord(last, "respectively", "among", "only"));
}

/** 5县, 3个县（市、区） after names: how many tokens it takes. */
function countAfter(after: readonly DraftToken[]): number {
  const start = isWord(after[0], "etc") ? 1 : 0;
  const token = after[start];
  return token?.kind === "number" && token.number.unit.family === "regions" ? start + 1 : 0;
}

function understood(tokens: readonly DraftToken[]): boolean {
  return !tokens.some(
    (token) =>
      (token.kind === "unknown" && token.text.length > 1) ||
      token.kind === "place" ||
      isWord(token, "demand", "other", "site", "change") ||
      (isWord(token, "period") && token.value !== "own"),
  );
}

function negate(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

function claimsOf(list: NameList, predicate: Predicate, holdsOf: Said["holdsOf"], knowledge: Knowledge): Claim[] {
  const judged = list.names.map((token) => ({ token, holds: holdsOf(token.region) }));
  const wrong = judged.filter(({ holds }) => holds === false);
  const named = list.names.map(({ region }) => region);
  if (wrong.length > 0) {
    const missing = knowledge.report.regions
      .map(({ name }) => name)
      .filter((region) => holdsOf(region) === true && !named.includes(region));
    return wrong.map(({ token }) => {
      const [only] = missing;
      const expected = missing.length === 1 && wrong.length === 1 && only !== undefined ? nameLike(token, only, knowledge) : null;
      const why = `${token.region}并不“${predicate.words}”`;
      return plainClaim(
        "names",
        token.start,
        token.end,
        "wrong",
        expected,
        { "zh-CN": list.excepted ? `${token.region}也“${predicate.words}”` : why, en: `Not so of ${token.region}` },
        cellsFor([token], knowledge),
      );
    });
  }
  const [first, last] = [list.names[0], list.names.at(-1)];
  if (!first || !last) return [];
  const verdict: Verdict = judged.every(({ holds }) => holds === true) ? "ok" : "unverified";
  const chinese = verdict === "ok" ? `工作簿中${list.names.length > 1 ? "均" : ""}“${predicate.words}”` : "工作簿中没有可以对照的数，未核对";
  return [
    plainClaim(
      "names",
      first.start,
      last.end,
      verdict,
      null,
      { "zh-CN": chinese, en: verdict === "ok" ? "So in the workbook" : "Nothing to compare with" },
      cellsFor(list.names, knowledge),
    ),
  ];
}

/** A name in the form, short or full, of the one that it replaces. */
export function nameLike(token: RegionToken, region: string, knowledge: Knowledge): string {
  return token.text === token.region ? region : knowledge.short(region);
}

function cellsFor(names: readonly RegionToken[], { report }: Knowledge): Claim["cells"] {
  return names.flatMap(({ region }) => report.regions.find(({ name }) => name === region)?.source ?? []);
}
