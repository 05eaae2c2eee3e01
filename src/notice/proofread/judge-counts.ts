import type { Claim } from "./claim";
import type { Bench } from "./judge-figures";
import { openClaim } from "./judged";
import { fromWorkbook, restOfRegions, type Evidence } from "./counted";
import type { Knowledge } from "./knowledge";
import { nameListsIn, type NameList } from "./name-lists";
import type { Outline } from "./outline";
import type { Statement } from "./statement";
import { isWord, type DraftToken } from "./token";

/** Which figures count regions: 5县, 7个县（市、区）, 4个 after 尚未开工的县（市、区）有, 两个 where regions were counted before. */
export function regionCounts(statements: readonly Statement[]): Set<Statement> {
  const counts = new Set<Statement>();
  let counted: Statement | null = null;
  for (const statement of statements) {
    const { token, pre, post, position } = statement;
    const { unit } = token.number;
    const bare = unit.kind === "个" && unit.noun === "";
    const noun = bare && post.slice(0, 4).some((one) => NOUNS.has(one.text));
    const named = noun || bare && pre.some((one) => NOUNS.has(one.text)) && pre.some((one) => /^(?:有|共|共有|为|是|的有|的是|的为)$/.test(one.text));
    const further =
      bare &&
      counted?.position.sentence === position.sentence &&
      said([...pre, ...post]) &&
      !pre.some((one) => /(?:项目|问题|小区|工程|片区|地块)$/.test(one.text)) &&
      !pre.some((one) => isWord(one, "audit", "category"));
    if (unit.family !== "regions" && !named && !further) continue;
    counts.add(statement);
    counted = statement;
  }
  return counts;
}

const NOUNS = new Set(["县（市、区）", "各县（市、区）", "县市区", "各县市区", "县区", "各县区", "县市", "市州", "单位", "乡镇", "镇街"]);

/** Something is said that regions can do. */
function said(words: readonly DraftToken[]): boolean {
  return words.some((token) => isWord(token, "status", "rest", "stage", "done", "excess", "none", "reference"));
}

/** No more than 等 and 共 stand between names and their count. */
const NEAR = 4;
/** Counts that are judged in one go. */
const COUNTS_A_STEP = 10;

/**
 * Judges counts of regions by the names beside them, the figures that follow, the count before, and the workbook.
 * @param counted those of the statements that are such counts; see `regionCounts`
 */
export function* judgeCounts(statements: readonly Statement[], counted: ReadonlySet<Statement>, bench: Bench): Generator<void, Claim[]> {
  const lists = nameListsIn(bench.outline);
  const claims: Claim[] = [];
  const counts = [...counted];
  for (const [order, statement] of counts.entries()) {
    if (order % COUNTS_A_STEP === 0) yield;
    claims.push(judgeCount(statement, statements, counts, lists, bench));
  }
  return claims;
}

function judgeCount(
  use: Statement,
  uses: readonly Statement[],
  counts: readonly Statement[],
  lists: readonly NameList[],
  bench: Bench,
): Claim {
  const { outline, knowledge } = bench;
  const claimOf = (of: Statement, verdict: Claim["verdict"], evidence: Evidence | null, count: number | null) =>
    countClaim(of, verdict, evidence, count, bench);
  const stated = use.token.number.value;
  const before = lists.find(
    (list) =>
      list.names.length > 1 &&
      list.last < use.index &&
      use.index - list.end <= NEAR &&
      outline.tokens.slice(list.end + 1, use.index).every((token) => isWord(token, "etc", "sum")),
  );
  const workbook = fromWorkbook(use, bench);
  if (before?.open)
    return stated >= before.names.length
      ? claimOf(use, "unverified", null, null)
      : claimOf(use, "wrong", namedEvidence(before), before.names.length);
  const named = before
    ? namedEvidence(before)
    : (namesAfter(use, lists, outline, knowledge) ?? itemsAfter(use, uses) ?? itemsBefore(use, uses));
  if (named) {
    if (named.count === stated) return claimOf(use, "ok", named, null);
    // The workbook agrees with the count: a name is missing or too many, the count itself may stand.
    if (!before && workbook?.certain === true && workbook.evidence.count === stated) return claimOf(use, "suspect", named, null);
    return claimOf(use, "wrong", named, named.count);
  }
  const whole = wholeBefore(use, counts);
  // 7个…中，只有柳林、孝义实现开工，还有5个: what the whole has beside those named.
  if (whole !== null && use.pre.some((token) => isWord(token, "open", "others"))) {
    const others = new Set(
      outline.tokens.slice(whole.index, use.index).flatMap((token) => (token.kind === "region" ? [token.region] : [])),
    );
    if (others.size > 0 && whole.token.number.value - others.size === stated) {
      return claimOf(
        use,
        "ok",
        { count: stated, words: `${whole.token.text}减去已列出的${others.size}个`, english: "The rest of those counted before", cells: [] },
        null,
      );
    }
  }
  if (whole !== null && stated > whole.token.number.value) {
    return claimOf(
      use,
      "wrong",
      {
        count: whole.token.number.value,
        words: `前面说的总共只有${whole.token.text}`,
        english: `There are but ${whole.token.text}`,
        cells: [],
      },
      null,
    );
  }
  if (!workbook) {
    const rest = restOfRegions(use, bench);
    return rest ? claimOf(use, rest.verdict, rest.evidence, rest.count) : claimOf(use, "unverified", null, null);
  }
  if (workbook.evidence.count === stated || workbook.counts.includes(stated)) return claimOf(use, "ok", workbook.evidence, null);
  if (workbook.loose.includes(stated)) return claimOf(use, "suspect", workbook.evidence, null);
  const elsewhere = use.place.scopes.length === 0 && use.place.words !== "";
  return !elsewhere && use.period.kind === "own" && use.mood === "fact" && use.token.number.approximation === null && workbook.certain
    ? claimOf(use, "wrong", workbook.evidence, workbook.evidence.count)
    : claimOf(use, "unverified", null, null);
}

function namedEvidence(list: NameList): Evidence {
  const count = list.names.length;
  return { count, words: `列出的名称有${count}个：${list.names.map(({ text }) => text).join("、")}`, english: `${count} are named`, cells: [] };
}

/** 3个县（甲、乙、丙）; 3个县：甲、乙、丙; 3个县，分别是甲、乙、丙. */
function namesAfter(use: Statement, lists: readonly NameList[], { tokens, positions }: Outline, knowledge: Knowledge): Evidence | null {
  let at = use.index + 1;
  let announced = false;
  for (; at < tokens.length && positions[at]?.sentence === use.position.sentence; at++) {
    const token = tokens[at];
    if (token?.kind === "region" || !token) break;
    if (token.text === "（" || token.text === "：" || isWord(token, "respectively")) announced = true;
    else if (!(
      token.text === "，" || isWord(token, "plain", "status", "rest", "done", "topic", "stage", "target", "others", "only", "excess")
    ))
      return null;
  }
  const list = lists.find(({ first }) => first === at);
  if (!announced || !list || list.open) return null;
  const next = tokens[list.end + 1];
  const ends = next === undefined || (next.kind === "mark" && /[，。；）\n]/.test(next.mark)) || isWord(next, "status", "rest");
  if (!ends) return null;
  // A second list after the first (甲、乙，丙和丁) would make the count of the first too small.
  const more = tokens[list.end + 2];
  if (next?.text === "，" && more?.kind === "region") return null;
  const closed = next === undefined || (next.kind === "mark" && /[。；）\n]/.test(next.mark));
  return list.names.length > 1 || closed || knowledge.report.regions.length === 1 ? namedEvidence(list) : null;
}

/** 涉及3个县17个问题，其中汾阳7个，方山9个，中阳1个: exhaustive where the parts make up the total beside the count. */
function itemsAfter(use: Statement, uses: readonly Statement[]): Evidence | null {
  const at = uses.indexOf(use);
  const total = uses[at + 1];
  if (!total || total.position.part !== use.position.part || total.token.number.unit.family === "regions") return null;
  const regions = new Set<string>();
  let sum = 0;
  for (const part of uses.slice(at + 2)) {
    if (part.position.clause !== use.position.clause) break;
    if (part.token.number.unit.family === "regions") continue;
    const [scope] = part.place.scopes;
    if (!part.place.named || scope?.kind !== "regions" || part.token.number.unit.kind !== total.token.number.unit.kind) return null;
    // A name that stands twice is a slip of its own; it is still one of those counted.
    for (const region of scope.regions) regions.add(regions.has(region) ? `${region}${regions.size}` : region);
    sum += part.token.number.value * (scope.share === "each" ? scope.regions.length : 1);
  }
  if (regions.size === 0 || Math.abs(sum - total.token.number.value) > 1e-9) return null;
  return {
    count: regions.size,
    words: `后文列出${regions.size}个，各项之和正是${total.token.text}`,
    english: `${regions.size} follow and add up to ${total.token.text}`,
    cells: [],
  };
}

/** 离石区12个、方山县10个、汾阳市7个，三地合计29个: the regions with figures that the clause named before. */
function itemsBefore(use: Statement, uses: readonly Statement[]): Evidence | null {
  if (!use.post.some((token) => isWord(token, "sum")) || use.pre.some((token) => token.kind === "region" || isWord(token, "others")))
    return null;
  const before = uses.filter(
    (one) => one.position.clause === use.position.clause && one.index < use.index && one.position.part !== use.position.part,
  );
  const part = before.at(-1)?.position.part;
  const last = before.filter((one) => one.position.part === part && one.token.number.unit.family !== "regions");
  const regions = last.flatMap(({ place }) => (place.named && place.scopes[0]?.kind === "regions" ? place.scopes[0].regions : []));
  if (last.length < 2 || regions.length !== last.length || new Set(regions).size !== regions.length) return null;
  return {
    count: regions.length,
    words: `前面列出的有${regions.length}个：${regions.join("、")}`,
    english: `${regions.length} are named`,
    cells: [],
  };
}

/** 全市4个县（市、区）中，5个已开工: the count of all that a sentence opens with. */
function wholeBefore(use: Statement, counts: readonly Statement[]): Statement | null {
  const first = counts.find((one) => one.position.sentence === use.position.sentence);
  if (!first || first === use || first.index > use.index) return null;
  return first.post.some((token) => token.text === "中") || use.pre.some((token) => isWord(token, "among")) ? first : null;
}

function countClaim(
  statement: Statement,
  verdict: Claim["verdict"],
  evidence: Evidence | null,
  count: number | null,
  { knowledge }: Bench,
): Claim {
  const { text } = statement.token.number.unit;
  const expected = count === null ? null : `${count}${text}`;
  const chinese = evidence ? `${expected === null ? "" : `应为${expected}：`}${evidence.words}` : "没有可以对照的名单或数据，未核对";
  return {
    ...openClaim(statement, "count", "个数", knowledge),
    verdict,
    expected,
    why: { "zh-CN": chinese, en: evidence?.english ?? "Nothing to compare with; not checked" },
    cells: evidence?.cells ?? [],
    missing: verdict === "unverified" ? "subject" : null,
  };
}
