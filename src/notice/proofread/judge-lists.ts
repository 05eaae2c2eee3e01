import type { Claim, Verdict } from "./claim";
import type { Knowledge } from "./knowledge";
import { afterList, beforeList, nameListsIn, type NameList } from "./name-lists";
import type { Outline } from "./outline";
import { backlogPredicate, predicateIn, startedPredicate, type Predicate } from "./predicate";
import type { Subject } from "./subject";
import { isWord, type NumberToken, type RegionToken, type Token } from "./token";

/** Judges every list of names that something is said of: 柳林、离石没有历史欠账; 除交城县外其余县市区无进展. */
export function judgeLists(outline: Outline, subjectsAt: (index: number) => readonly Subject[], knowledge: Knowledge): Claim[] {
  return nameListsIn(outline).flatMap((list) => {
    const said = saidOf(list, outline, subjectsAt, knowledge);
    return said ? claimsOf(list, said.predicate, said.holdsOf, knowledge) : [];
  });
}

interface Said {
  predicate: Predicate;
  /** What is to hold of the named: the predicate, or its opposite after 除. */
  holdsOf: (region: string) => boolean | null;
}

function saidOf(list: NameList, outline: Outline, subjectsAt: (index: number) => readonly Subject[], knowledge: Knowledge): Said | null {
  const after = afterList(list, outline);
  const plainly = (predicate: Predicate | null): Said | null => (predicate ? { predicate, holdsOf: (region) => predicate.holds(region) } : null);
  const whole = beforeList(list, outline).at(-2);
  const preposition = beforeList(list, outline).at(-1);
  if (list.names.length === 1 && preposition && /^[在由为是]$/.test(preposition.text) && (whole?.text === "全部" || whole?.text === "均")) {
    return plainly(allThere(list, subjectsAt(list.first), outline, knowledge));
  }
  if (list.excepted) {
    const others = after.findIndex((token) => isWord(token, "others"));
    const rest = after.slice(others + 1);
    const known = understood(after);
    const predicate = others >= 0 && known ? predicateIn(rest, subjectsAt(list.last), knowledge) : null;
    if (!predicate) return null;
    return { predicate, holdsOf: (region) => negate(predicate.holds(region)) };
  }
  const counted = countAfter(after);
  const rest = after.slice(counted);
  const figure = rest.find((token): token is NumberToken => token.kind === "number");
  if (figure && figure.number.value === 0 && figure.number.unit.family === "none") {
    const subjects = subjectsAt(outline.tokens.indexOf(figure));
    const zero = startedPredicate(subjects, knowledge);
    const [indicator] = subjects.flatMap((subject) => knowledge.indicatorsOf(subject));
    if (!zero || !indicator || !understood(rest)) return null;
    const holds = (region: string) => (knowledge.row(indicator, region)?.done ? negate(zero.holds(region)) : null);
    return { predicate: { ...zero, words: `${indicator.name}为0`, holds }, holdsOf: holds };
  }
  const predicateAt = rest.findIndex((token) => isWord(token, "status", "gap", "outlook", "note"));
  if (predicateAt >= 0 && !rest.slice(0, predicateAt).some((token) => token.kind === "number" || token.kind === "unknown")) {
    return plainly(predicateIn(rest.slice(0, predicateAt + 1), subjectsFor(rest.slice(0, predicateAt + 1), subjectsAt(list.last + counted + predicateAt)), knowledge));
  }
  const before = beforeList(list, outline);
  if (leadsTo(before) && (rest.length === 0 || figure === undefined) && understood(before)) {
    const led = predicateIn(before, subjectsAt(list.first), knowledge);
    if (led) return plainly(led);
  }
  const did = rest.findIndex((token) => isWord(token, "done"));
  const subsidy = rest.some((token) => isWord(token, "indicator"));
  if (list.only && did >= 0 && subsidy && !figure && understood(rest)) return plainly(startedPredicate(subjectsAt(list.last + 1 + rest.length), knowledge));
  if (did >= 0 && subsidy && !figure && list.names.length > 1 && understood(rest) && !rest.some((token) => isWord(token, "target", "plan", "period"))) {
    return plainly(startedPredicate(subjectsAt(list.last + 1 + rest.length), knowledge));
  }
  return null;
}

/** 暂未开工 may be said of either kind of starts where none is named beside it. */
function subjectsFor(words: readonly Token[], subjects: readonly Subject[]): readonly Subject[] {
  const named = words.some((token) => isWord(token, "indicator"));
  const starts = words.some((token) => isWord(token, "status", "gap") && /开工|动工/.test(token.text));
  return named || !starts ? subjects : [...subjects, { kind: "indicator", id: "starts" }, { kind: "indicator", id: "publicRentalStarts" }];
}

/** 全部在甲山县: no other region has any of what was just said. */
function allThere(list: NameList, subjects: readonly Subject[], { tokens }: Outline, knowledge: Knowledge): Predicate | null {
  const figure = tokens.slice(Math.max(0, list.first - 12), list.first).some((token) => token.kind === "number");
  const [subject] = subjects;
  if (!subject || !figure) return null;
  if (subject.kind === "backlog" && subject.measure === "computed") return backlogPredicate("全部", knowledge, (owed) => owed > 0);
  const amount = (scope: Parameters<Knowledge["amounts"]>[2]) => knowledge.amounts(subject, "done", scope)[0]?.value ?? 0;
  const total = amount({ kind: "all" });
  if (total === 0) return null;
  const holds = (region: string) => amount({ kind: "regions", regions: [region], share: "each" }) === total;
  return { words: "全部", holds, lenient: false, variants: [] };
}

/** 完成率超过50%的有…; 尚未开工的县（市、区）是…: names follow that satisfy it. */
function leadsTo(before: readonly Token[]): boolean {
  const last = before.at(-1);
  return last !== undefined && (/^(?:有|是|为|包括|即)$/.test(last.text) || isWord(last, "respectively", "among"));
}

/** 5县, 3个县（市、区） after names: how many tokens it takes. */
function countAfter(after: readonly Token[]): number {
  const start = isWord(after[0], "etc") ? 1 : 0;
  const token = after[start];
  return token?.kind === "number" && token.number.unit.family === "regions" ? start + 1 : 0;
}

function understood(tokens: readonly Token[]): boolean {
  return !tokens.some((token) => token.kind === "unknown" || isWord(token, "period", "plan"));
}

function negate(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

function claimsOf(list: NameList, predicate: Predicate, holdsOf: Said["holdsOf"], knowledge: Knowledge): Claim[] {
  const judged = list.names.map((token) => ({ token, holds: holdsOf(token.region) }));
  const wrong = judged.filter(({ holds }) => holds === false);
  const named = list.names.map(({ region }) => region);
  if (wrong.length > 0) {
    const missing = knowledge.report.regions.map(({ name }) => name).filter((region) => holdsOf(region) === true && !named.includes(region));
    return wrong.map(({ token }) => {
      const [only] = missing;
      const expected = missing.length === 1 && wrong.length === 1 && only !== undefined ? nameLike(token, only, knowledge) : null;
      const why = `${token.region}并不“${predicate.words}”`;
      return claim(token.start, token.end, "wrong", expected, list.excepted ? `${token.region}也“${predicate.words}”` : why, `Not so of ${token.region}`, cellsFor([token], knowledge));
    });
  }
  const [first, last] = [list.names[0], list.names.at(-1)];
  if (!first || !last) return [];
  const verdict: Verdict = judged.every(({ holds }) => holds === true) ? "ok" : "unverified";
  const chinese = verdict === "ok" ? `工作簿中${list.names.length > 1 ? "均" : ""}“${predicate.words}”` : "工作簿中没有可以对照的数，未核对";
  return [claim(first.start, last.end, verdict, null, chinese, verdict === "ok" ? "So in the workbook" : "Nothing to compare with", cellsFor(list.names, knowledge))];
}

/** A name in the form, short or full, of the one that it replaces. */
export function nameLike(token: RegionToken, region: string, knowledge: Knowledge): string {
  return token.text === token.region ? region : knowledge.short(region);
}

function cellsFor(names: readonly RegionToken[], { report }: Knowledge): Claim["cells"] {
  return names.flatMap(({ region }) => report.regions.find(({ name }) => name === region)?.source ?? []);
}

function claim(start: number, end: number, verdict: Verdict, expected: string | null, chinese: string, english: string, cells: Claim["cells"]): Claim {
  return { kind: "names", text: "", start, end, verdict, expected, why: { "zh-CN": chinese, en: english }, cells };
}
