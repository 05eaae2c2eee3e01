import { plain, ratio } from "../../progress";
import { agreement, comparable } from "./compare";
import type { Demands } from "./demands";
import { judge, openClaim, type JudgedFigure, type FigureReading } from "./judged";
import type { Known, Knowledge } from "./knowledge";
import type { Outline } from "./outline";
import { amountReadings, pointReadings, rateReadings, unitSlip, type RateRole } from "./readings";
import { referenceIn, referenceOf } from "./reference";
import { lastIndexWhere } from "./sequence";
import type { Understanding } from "./statements";
import type { SubjectBook } from "./subject-book";
import { isWhole, type Statement } from "./statement";
import type { Measure } from "./subject";
import { isWord, type DraftToken } from "./token";

/** What figures are judged by. */
export interface Bench {
  outline: Outline;
  understanding: Understanding;
  knowledge: Knowledge;
  demands: Demands;
  book: SubjectBook;
}

/** Judges an amount: 999套, 17312万元, 0. `carried` is the measure of the figure that its list belongs to. */
export function judgeAmount(statement: Statement, { knowledge }: Bench, carried: Measure | null): JudgedFigure {
  const readings = amountReadings(statement, knowledge, carried);
  const judged = judge(statement, readings, "amount", knowledge);
  if (judged.claim.verdict !== "wrong") return judged;
  // 离石、石楼、经开区投资为0: who it is not true of is told by the names.
  const { number } = statement.token;
  const nobody =
    number.value === 0 &&
    number.unit.family === "none" &&
    statement.place.scopes.some((scope) => scope.kind === "regions" && scope.regions.length > 1);
  if (nobody) return { ...judged, claim: openClaim(statement, "amount", null, knowledge) };
  const slip = unitSlip(number, readings);
  if (!slip || slip.reading.known.doubtful) return judged;
  const { known } = slip.reading;
  const why = {
    "zh-CN": `单位不对：${known.name}为${plain(known.value)}${known.unit}`,
    en: `Wrong unit: ${known.english} is ${plain(known.value)} ${known.unit}`,
  };
  return { ...judged, reading: slip.reading, claim: { ...judged.claim, expected: slip.text, why, cells: known.cells } };
}

/** Judges a percentage by the role that its words give it. @param before the figure judged just before */
export function judgeRate(statement: Statement, { outline, knowledge, demands }: Bench, before: JudgedFigure | undefined): JudgedFigure {
  const demand = demands.claimAt(statement.index);
  if (demand) return { statement, claim: { ...openClaim(statement, "rate", "节点要求", knowledge), ...demand }, reading: null, unknown: false };
  const none = (): JudgedFigure => ({
    ...judge({ ...statement, subject: { ...statement.subject, kind: "unknown" } }, [], "rate", knowledge),
    unknown: true,
  });
  const role = ofRest(statement, before) ?? rateRole(statement, outline);
  if (followsUnknown(statement, before)) return none();
  if (isOfAmount(statement, outline)) {
    // 完成任务400套的25%: of the task of those whose it is; of any other amount the draft's own arithmetic tells.
    const ofWhole =
      before?.statement.pre.some((token) => isWord(token, "level")) === true &&
      before.statement.pre.some((token) => isWord(token, "ofShare"));
    if (before?.reading?.measure !== "target" || before.claim.verdict !== "ok" || ofWhole) return none();
    const [{ scope }, { subject }] = [before.reading, before.reading];
    const same = {
      ...statement,
      place: { ...statement.place, scopes: [scope] },
      subject: subject ? { ...statement.subject, kind: "known" as const, subjects: [subject] } : statement.subject,
    };
    return judge(same, rateReadings(same, "rate", knowledge, demands), "rate", knowledge);
  }
  if (role === "threshold")
    return { statement, claim: openClaim({ ...statement, beside: "界限" }, "rate", "界限", knowledge), reading: null, unknown: true };
  if (role === "none") return none();
  if ((role === "part" || role === "share") && ofCounted(statement, outline)) return none();
  if (role === "pace")
    return judge(
      { ...statement, subject: { ...statement.subject, kind: "known" }, place: { ...statement.place, scopes: [{ kind: "all" }] } },
      rateReadings(statement, role, knowledge, demands),
      "rate",
      knowledge,
    );
  return judge(statement, rateReadings(statement, role, knowledge, demands), "rate", knowledge);
}

/** 还剩590套，占52.21%: the share of what is left, or of what is above the task. */
function ofRest({ pre, position }: Statement, before: JudgedFigure | undefined): RateRole | null {
  const measure =
    before?.claim.verdict === "ok" && before.statement.position.clause === position.clause ? before.reading?.measure : undefined;
  const shared = pre.some((token) => isWord(token, "ofShare")) && !pre.some((token) => isWord(token, "level", "share"));
  return shared && (measure === "rest" || measure === "excess") ? measure : null;
}

/** 棚改项目15个，已开工9个，开工率60%: a rate that names no subject is of the figures before it, and nobody knows what they are of. */
function followsUnknown({ pre, position }: Statement, before: JudgedFigure | undefined): boolean {
  if (before?.claim.kind !== "amount" || before.claim.verdict !== "unverified" || before.statement.position.clause !== position.clause)
    return false;
  const { missing } = before.claim;
  return (missing === "subject" || missing === null) && !pre.some((token) => isWord(token, "topic") || token.kind === "region");
}

/** Judges percentage points: a distance to the pace, the average or another region's rate. */
export function judgePoints(statement: Statement, { knowledge, demands }: Bench): JudgedFigure {
  const { pre, clause, token } = statement;
  const compared = comparedRegion(statement);
  const reference = referenceIn(pre) ?? (compared === null ? referenceIn(clause) : null);
  const open: JudgedFigure = { statement, claim: openClaim(statement, "points", null, knowledge), reading: null, unknown: true };
  if (reference === "upper" || !isWhole(statement)) return open;
  const against = reference?.of ?? (compared === null ? null : { region: compared });
  if (against === null) return open;
  const candidates = pointReadings(statement, against, knowledge, demands);
  const match = candidates.find(({ reading, values }) =>
    values.some((value) => agreement(token.number, { ...reading.known, value }) === "agrees"),
  );
  if (match)
    return judge(statement, [{ ...match.reading, known: { ...match.reading.known, value: token.number.value } }], "points", knowledge);
  return judge(statement, candidates.map(({ reading }) => reading), "points", knowledge);
}

/** 丁市开工率是甲县的近5倍: one region's rate, or what it did, by another's. */
export function judgeMultiple(statement: Statement, { outline, knowledge }: Bench): JudgedFigure {
  const { pre, subject } = statement;
  const named = [...statement.clause, ...pre].filter((token, at, all) => all.indexOf(token) === at && token.kind === "region");
  const [first, second] = named.slice(-2);
  const last = lastIndexWhere(pre, (token) => token.kind === "region");
  const said = /^(?:是|为|相当于|达到|达)$/.test(pre[last - 1]?.text ?? "") && pre[last + 1]?.text === "的";
  const open: JudgedFigure = { statement, claim: openClaim(statement, "multiple", "倍数", knowledge), reading: null, unknown: true };
  if (named.length < 2 || first?.kind !== "region" || second?.kind !== "region" || !said) return open;
  const byRate = outline.tokens
    .slice(statement.index - 12 > 0 ? statement.index - 12 : 0, statement.index)
    .some((token) => isWord(token, "rate"));
  const readings = subject.subjects.flatMap((one) =>
    knowledge.indicatorsOf(one).flatMap((indicator): FigureReading[] => {
      const of = (region: string) =>
        byRate
          ? knowledge.rate(indicator, [region])
          : knowledge.amount(indicator, statement.cue?.primary === "target" ? "target" : "done", region);
      const [part, whole] = [of(first.region), of(second.region)];
      const value = part && whole ? ratio(part.value, whole.value) : null;
      if (!part || !whole || value === null) return [];
      const known: Known = {
        ...part,
        value,
        unit: "倍",
        name: `${part.name}与${whole.name}之比`,
        formula: plain(value, 4),
        cells: [...part.cells, ...whole.cells],
      };
      return [{ known, scope: { kind: "all" }, subject: one, measure: "multiple", primary: true }];
    }),
  );
  return judge(
    { ...statement, place: { ...statement.place, scopes: [{ kind: "all" }] } },
    readings.filter(({ known }) => comparable(known, statement.token.number)),
    "multiple",
    knowledge,
  );
}

/** Whether a percentage is a distance that is counted in 个百分点: 比序时进度慢6.02%. */
export function isDistance(statement: Statement): boolean {
  const { pre, beside } = statement;
  if (beside !== null || statement.token.number.approximation !== null || isOfReference(pre)) return false;
  const moved = pre.some((token) => isWord(token, "more", "less") || (isWord(token, "status") && referenceOf(token) !== null));
  const reference = pre.some((token) => referenceOf(token) !== null);
  const measured = lastIndexWhere(pre, (token) => isWord(token, "rate", "target", "ofShare"));
  const against = lastIndexWhere(pre, (token) => referenceOf(token) !== null);
  return moved && (reference || comparedRegion(statement) !== null) && measured < Math.max(against, 0) + 1 && pre.length > 0;
}

/** 平均水平的六成: a share of what rates are held against, and no rate itself. */
function isOfReference(pre: readonly DraftToken[]): boolean {
  return pre.at(-1)?.text === "的" && referenceOf(pre.at(-2)) !== null;
}

/** 比武乡县高, 较丙区低. */
function comparedRegion({ pre }: Statement): string | null {
  for (const [index, token] of pre.entries()) if (token.kind === "region" && isWord(pre[index - 1], "against")) return token.region;
  return null;
}

/** 占全省已开工23602套的59.49%: a part of the amount that stands before it. */
export function isOfAmount({ index, token }: Statement, { tokens }: Outline): boolean {
  return token.number.unit.family === "percent" && tokens[index - 1]?.text === "的" && tokens[index - 2]?.kind === "number";
}

/** 3个市全面完成，占42.86%: a part of the regions, not of what they did. */
function ofCounted({ index, position }: Statement, { tokens, positions }: Outline): boolean {
  for (let at = index - 1; at >= 0 && positions[at]?.clause === position.clause; at--) {
    const token = tokens[at];
    if (token?.kind === "number") return token.number.unit.family === "regions";
  }
  return false;
}

function rateRole(statement: Statement, { tokens, positions }: Outline): RateRole {
  const { pre, post, token, index } = statement;
  const { approximation } = token.number;
  if (isOfReference(pre)) return "none";
  const names = tokens
    .slice(index + 1, index + 5)
    .some((one) => one.kind === "region" || (one.kind === "number" && one.number.unit.family === "regions"));
  if (
    approximation !== null &&
    (post[0]?.text === "的" ||
      post.some(({ text }) => text === "的有" || text === "的是") ||
      (isWord(post[0], "plain") && /^(?:及以[上下]|以[上下])$/.test(post[0].text) && (post.length > 1 || names)))
  )
    return "threshold";
  const inBracket = tokens[index - 1]?.text === "（";
  const outer = inBracket ? beforeBracket(index, tokens, positions) : [];
  const said = [...outer, ...pre];
  const reference = said.filter((one): boolean => !isWord(one, "plain", "rate", "done")).at(-1);
  const against =
    pre.length === 0 || !pre.some((one) => isWord(one, "rate"))
      ? referenceOf(reference)
      : referenceOf(pre.at(-1)?.text === "为" || pre.at(-1)?.text === "是" ? pre.at(-2) : pre.at(-1));
  if (against !== null) return isWord(reference, "status") ? (inBracket ? against : "none") : against;
  const last = said.filter((one): boolean => !isWord(one, "plain")).at(-1);
  if (isWord(last, "excess") || (isWord(last, "status") && last.value === "exceeded")) return "excess";
  if (pre.some((one) => isWord(one, "excess"))) return "excess";
  if (pre.some((one) => isWord(one, "rest"))) return "rest";
  const ofShare = lastIndexWhere(said, (one) => isWord(one, "ofShare"));
  const whole = ofShare >= 0 && said.slice(ofShare).some((one) => isWord(one, "level"));
  const ofTask = said.slice(Math.max(0, ofShare)).some((one) => isWord(one, "target"));
  if ((whole && !ofTask) || said.some((one) => isWord(one, "share"))) return "share";
  if (whole && ofTask && statement.place.scopes[0]?.kind === "regions") return "share";
  return ofShare >= 0 && !ofTask ? "part" : "rate";
}

/** The words of the part that a bracket stands in, back to the figure before. */
function beforeBracket(index: number, tokens: readonly DraftToken[], positions: Outline["positions"]): DraftToken[] {
  const outer = positions[index - 2]?.part;
  const words: DraftToken[] = [];
  for (let at = index - 2; at >= 0 && positions[at]?.part === outer && tokens[at]?.kind !== "number" && tokens[at]?.kind !== "region"; at--)
    words.unshift(...tokens.slice(at, at + 1));
  return words;
}
