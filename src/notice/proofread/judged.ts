import { plain, times } from "../../progress";
import { agreement, comparable, expectedText, isOtherHomes } from "./compare";
import { NO_SLOTS, type Claim, type ClaimKind } from "./claim";
import type { Known, Knowledge } from "./knowledge";
import { missingReason, slotsOf } from "./slot-words";
import { isWhole, type Statement } from "./statement";
import type { Measure, Scope, ClaimSubject } from "./subject";

/** One reading of a figure: the known figure that it may be. */
export interface FigureReading {
  known: Known;
  scope: Scope;
  subject: ClaimSubject | null;
  measure: Measure | "rate" | "share" | "points" | "multiple";
  /** The words ask for this measure; others are what they may mean as well. */
  primary: boolean;
}

/** A figure judged, with the reading that decided. */
export interface JudgedFigure {
  statement: Statement;
  claim: Claim;
  /** The reading that the figure agrees with, or that it should have agreed with; null where none is certain. */
  reading: FigureReading | null;
  /** No reading of it is in the workbook at all. */
  unknown: boolean;
}

/** Whether a figure is an amount of what is spoken of, and not of something beside it. */
export function isAmount({ statement: { token, beside } }: JudgedFigure): boolean {
  return ["count", "money"].includes(token.number.unit.family) && (beside === null || beside === "已整改");
}

/** A figure as a number of its smallest unit. */
export function amountOf({ statement }: JudgedFigure): number {
  const { number } = statement.token;
  return times(number.value, number.unit.scale);
}

const MEASURE_NAMES: Readonly<Record<FigureReading["measure"], string>> = {
  target: "任务", done: "完成", rest: "还差", excess: "超额", projects: "项目数", rate: "完成率", share: "占比", points: "百分点之差", multiple: "倍数",
};

/** A claim on a figure before anything is known of it. */
export function openClaim(statement: Statement, kind: ClaimKind, measure: string | null, knowledge: Knowledge): Claim {
  const { token } = statement;
  const { missing, why } = missingReason(statement);
  return { kind, text: token.text, start: token.start, end: token.end, verdict: "unverified", expected: null, why, cells: [], slots: slotsOf(statement, measure, knowledge), missing };
}

/** A claim that is no figure: names, a day. */
export function plainClaim(
  kind: ClaimKind,
  start: number,
  end: number,
  verdict: Claim["verdict"],
  expected: string | null,
  why: Claim["why"],
  cells: Claim["cells"],
): Claim {
  return { kind, text: "", start, end, verdict, expected, why, cells, slots: NO_SLOTS, missing: null };
}

/**
 * Judges a figure by its readings. It is ok or wrong only where every slot is filled and inside what the workbook has;
 * suspect where a reading that the words do not ask for is right.
 */
export function judge(statement: Statement, readings: readonly FigureReading[], kind: ClaimKind, knowledge: Knowledge): JudgedFigure {
  const { token, cue, place } = statement;
  const stated = token.number;
  const [asked] = readings.filter(({ primary }) => primary);
  const open = openClaim(statement, kind, asked ? MEASURE_NAMES[asked.measure] : null, knowledge);
  const answer = (
    verdict: Claim["verdict"],
    reading: FigureReading | null,
    why: Claim["why"],
    expected: string | null = null,
  ): JudgedFigure => ({
    statement,
    claim: { ...open, verdict, expected, why, cells: reading?.known.cells ?? [], missing: verdict === "unverified" ? open.missing : null },
    reading,
    unknown: readings.length === 0,
  });
  if (!isWhole(statement) || readings.length === 0)
    return { ...answer("unverified", null, open.why), unknown: readings.length === 0 || !isWhole(statement) };
  const fitting = readings.filter(({ known }) => comparable(known, stated));
  const outcome = fitting.map((reading) => ({ reading, agreement: agreementOf(stated, reading, knowledge) }));
  const match = outcome.find((one) => one.agreement === "agrees")?.reading;
  if (match) {
    const strict =
      cue?.strict === true &&
      !match.primary &&
      asked !== undefined &&
      match.measure === "target" &&
      match.scope === asked.scope &&
      place.scopes.length === 1;
    if (strict) return answer("suspect", match, suspicion(match, asked));
    return answer("ok", match, explained(match.known));
  }
  if (fitting.length === 0) return answer("unverified", null, UNFIT);
  if (outcome.some((one) => one.agreement === "undecided"))
    return { ...answer("unverified", null, VAGUE), claim: { ...answer("unverified", null, VAGUE).claim, missing: "hedge" } };
  const reading = fitting.find(({ primary }) => primary) ?? fitting[0];
  if (!reading) return answer("unverified", null, UNFIT);
  if (fitting.some(({ known }) => known.doubtful)) return answer("suspect", reading, DOUBTFUL);
  const expected = expectedText(reading.known, stated);
  const { "zh-CN": chinese, en } = explained(reading.known);
  return answer("wrong", reading, { "zh-CN": `应为${expected}：${chinese}`, en: `Should be ${expected}: ${en}` }, expected);
}

/** A list's figure is that of each, or of all together where the words leave it open. */
function agreementOf(stated: Statement["token"]["number"], reading: FigureReading, knowledge: Knowledge): ReturnType<typeof agreement> {
  const { scope, subject, measure } = reading;
  const together = agreement(stated, reading.known);
  if (
    scope.kind === "all" ||
    scope.regions.length < 2 ||
    scope.share === "together" ||
    subject === null ||
    measure === "points" ||
    measure === "multiple" ||
    measure === "share"
  )
    return together;
  const each = scope.regions.map((region) => {
    const one = { kind: "regions", regions: [region], share: "each" } as const;
    const known =
      measure === "rate"
        ? knowledge.indicatorsOf(subject).flatMap((indicator) => knowledge.rate(indicator, [region]) ?? [])
        : knowledge.amounts(subject, measure, one);
    return known.some((value) => comparable(value, stated) && agreement(stated, value) === "agrees");
  });
  if (each.every(Boolean)) return "agrees";
  return scope.share === "each" ? "contradicts" : together;
}

/** Whether a figure that agrees is printed in 户 where the workbook counts 套, or the other way round. */
export function printsOtherHomes({ reading, statement }: JudgedFigure): boolean {
  return reading !== null && isOtherHomes(reading.known, statement.token.number);
}

const UNFIT = { "zh-CN": "工作簿中没有用这个单位计的数，未核对", en: "The workbook counts nothing in this unit; not checked" };
const VAGUE = { "zh-CN": "说法笼统，与工作簿相近而不能断定，未核对", en: "Near the workbook's figure, but too vague to tell; not checked" };
const DOUBTFUL = { "zh-CN": "与工作簿不符，但工作簿中这项数据本身有问题，请一并核对", en: "Differs from the workbook, whose own figure is in doubt" };

/** 棚户区改造开工完成率＝999÷4005＝24.94%. */
function explained({ name, english, formula, formulaEnglish = formula, value, unit }: Known): Claim["why"] {
  const bare = unit === "%" || unit === "points" || unit === "倍";
  const amount = bare ? "" : `${plain(value)}${unit}`;
  return {
    "zh-CN": [name, formula, amount].filter((part) => part !== "").join("＝"),
    en: `${english}${formulaEnglish === "" ? "" : ` (${formulaEnglish})`}${bare ? "" : ` = ${plain(value)} ${unit}`}`,
  };
}

function suspicion(match: FigureReading, first: FigureReading): Claim["why"] {
  return {
    "zh-CN": `${explained(match.known)["zh-CN"]}，而${explained(first.known)["zh-CN"]}：若是目标任务，请写“任务”；若是完成数，应为${plain(first.known.value)}${first.known.unit}`,
    en: `This is the target; done is ${plain(first.known.value)} ${first.known.unit}`,
  };
}
