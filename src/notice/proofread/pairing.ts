import { lastIndexWhere } from "./sequence";
import type { Outline } from "./outline";
import type { Statement, SubjectSlot } from "./statement";
import type { Mention } from "./subject-book";
import type { SubjectWalk } from "./subject-walk";
import { headingTopic } from "./outline";
import { isJoint, isWord, type DraftToken } from "./token";

/**
 * Pairs rows of figures with what they stand for one by one, in order: subjects (开工、基本建成完成率分别为47.79%、57.6%),
 * years (2016年、2017年分别有10个、50个), or the figures before (开工540套，基本建成144套，分别完成47.79%、57.6%).
 * Regions were paired as places already.
 */
export function paired(statements: readonly Statement[], outline: Outline, subjects: SubjectWalk): Statement[] {
  const result = [...statements];
  for (const row of rowsOf(statements, outline)) {
    const before = wordsBefore(row[0], outline);
    const listed = listOf(before);
    const mentions = mentionsOf(listed);
    const years = before.flatMap((token) =>
      token.kind === "date" && token.date.month === null && token.date.year !== null ? [token.date.year] : [],
    );
    const namesPair = new Set(row.map(({ place }) => JSON.stringify(place.scopes))).size === row.length;
    const earlier = earlierOf(row, statements);
    row.forEach((statement, order) => {
      const at = result.indexOf(statement);
      const mention = mentions[order];
      const year = years[order];
      const from = earlier[order];
      if (namesPair) return;
      if (mentions.length === row.length && mention) result[at] = { ...statement, subject: subjectSlot(mention, statement, subjects) };
      else if (years.length === row.length && year !== undefined) result[at] = { ...statement, subject: ofYear(statement.subject, year) };
      else if (mentions.length < 2 && years.length < 2 && from)
        result[at] = {
          ...statement,
          subject: { ...from.subject, explicit: true, from: "前面的数，按顺序" },
          place: from.place,
          period: from.period,
        };
    });
  }
  return result;
}

/** Rows of two or more figures of a kind that 分别 opens. */
function rowsOf(statements: readonly Statement[], { tokens, positions }: Outline): Statement[][] {
  const rows = new Map<string, Statement[]>();
  for (const statement of statements) {
    const { index, position, token } = statement;
    let at = index - 1;
    while (at >= 0 && positions[at]?.clause === position.clause && !isWord(tokens[at], "respectively")) at--;
    if (!isWord(tokens[at], "respectively") || positions[at]?.clause !== position.clause || /^[即它]/.test(tokens[at]?.text ?? "")) continue;
    const key = `${at}:${token.number.unit.family}`;
    rows.set(key, [...(rows.get(key) ?? []), statement]);
  }
  return [...rows.values()].filter(
    (row) => row.length > 1 && row.every((one, order) => order === 0 || !one.pre.some((token) => token.kind === "region")),
  );
}

/** The words of the part before 分别. */
function wordsBefore(first: Statement | undefined, { tokens, positions }: Outline): DraftToken[] {
  if (!first) return [];
  const words: DraftToken[] = [];
  let respectively = false;
  for (let at = first.index - 1; at >= 0 && positions[at]?.part === positions[first.index]?.part; at--) {
    const token = tokens[at];
    if (!token) break;
    if (isWord(token, "respectively")) respectively = true;
    else if (respectively) words.unshift(token);
  }
  return words;
}

/** Its members between 、 and 和. */
function listOf(words: readonly DraftToken[]): DraftToken[][] {
  const members: DraftToken[][] = [[]];
  for (const token of words) {
    if (isJoint(token)) members.push([]);
    else members.at(-1)?.push(token);
  }
  return members;
}

function mentionsOf(members: readonly DraftToken[][]): Mention[] {
  const mentions = members.map((member) => headingTopic(member).mention);
  return mentions.length > 1 && mentions.every((one): one is Mention => one !== null) ? mentions : [];
}

function subjectSlot(mention: Mention, { token }: Statement, subjects: SubjectWalk): SubjectSlot {
  const found = subjects.resolve(mention, true, token.number.unit);
  return { kind: found.length > 0 ? "known" : "none", subjects: found, words: mention.words, explicit: true, from: "按顺序" };
}

function ofYear(slot: SubjectSlot, year: number): SubjectSlot {
  const subjects = slot.subjects.flatMap((one) => (one.kind === "audit" ? [{ ...one, year }] : []));
  return subjects.length > 0
    ? { ...slot, subjects: subjects.slice(0, 1), words: `${year}年${slot.words}` }
    : { ...slot, kind: "unknown", subjects: [] };
}

/** As many amounts of the same sentence, the last ones before the row, that differ in whose or what they are. */
function earlierOf(row: readonly Statement[], statements: readonly Statement[]): Statement[] {
  const [first] = row;
  if (!first || first.pre.some((token) => token.kind === "region") || (first.place.scopes[0]?.kind === "regions" && first.place.named))
    return [];
  const from = lastIndexWhere(statements, (one) => one === first);
  const amounts = statements
    .slice(0, from)
    .filter(
      ({ position, token }) => position.sentence === first.position.sentence && ["count", "money"].includes(token.number.unit.family),
    );
  const done = amounts.filter(({ cue }) => cue?.primary !== "target");
  const last = (done.length >= row.length ? done : amounts).slice(-row.length);
  return last.length === row.length ? last : [];
}
