import type { Report } from "../../progress";
import type { Claim, Slots } from "./claim";
import type { Knowledge } from "./knowledge";
import { missingSlot, type Statement } from "./statement";
import type { StatedNumber } from "./token";

const MEASURES: Readonly<Record<string, string>> = { target: "任务", done: "完成", rest: "还差", excess: "超额", projects: "项目数" };
const HEDGES: Readonly<Record<NonNullable<StatedNumber["approximation"]>, string>> = {
  about: "约",
  above: "超过",
  odd: "多于",
  below: "不足",
  almost: "近",
  between: "之间",
};
const PERIODS: Readonly<Record<Statement["period"]["kind"], string>> = { own: "", other: "另一时间", within: "当期", plan: "将来" };

/** What each slot of a figure was filled with, in the words that the pane shows. */
export function slotsOf(statement: Statement, measure: string | null, knowledge: Knowledge): Slots {
  const { place, period, subject, mood, token, cue, beside } = statement;
  const names = subject.subjects.flatMap((one) => knowledge.indicatorsOf(one).map(({ name }) => name));
  return {
    place: place.words === "" ? null : place.words === "全部" ? (knowledge.report.place ?? "全部") : place.words,
    period: period.words !== "" ? period.words : period.kind === "own" ? dayWords(knowledge.report) : PERIODS[period.kind],
    subject: subject.kind === "unknown" ? null : subject.kind === "none" ? `${subject.words}（工作簿没有）` : [...new Set(names)].join("或") || subject.words,
    measure: beside ?? measure ?? (token.number.unit.family === "percent" ? "比率" : token.number.unit.family === "points" ? "百分点之差" : cue ? (MEASURES[cue.primary] ?? null) : null),
    mood: mood === "fact" && period.kind !== "plan" ? "事实" : "要求或计划",
    hedge: token.number.approximation === null ? null : HEDGES[token.number.approximation],
  };
}

function dayWords({ asOf }: Report): string {
  return `截至${asOf}`;
}

const MISSING: Readonly<Record<NonNullable<Claim["missing"]>, readonly [string, string]>> = {
  place: ["说的不是工作簿里的地方，或不能确定是哪里", "It speaks of a place that the workbook does not have, or of no certain one"],
  period: ["说的是另一个时间，工作簿只有截至日的数", "It speaks of another time than the workbook's"],
  subject: ["说的指标工作簿里没有，或不能确定是哪一项", "It speaks of an indicator that the workbook does not have, or of no certain one"],
  measure: ["变动、平均数或规模，工作簿里没有可以对照的数", "A change, an average or a size, which the workbook does not hold"],
  mood: ["要求、计划或预计的数，不是完成情况", "A demand, plan or forecast, not what was done"],
  hedge: ["说得太笼统，不能核对", "Too vague to be checked"],
};

/** Why a figure is left unverified: the slot that is missing. */
export function missingReason(statement: Statement): { missing: Claim["missing"]; why: Claim["why"] } {
  const missing = missingSlot(statement) as Claim["missing"];
  if (missing === null)
    return {
      missing: null,
      why: { "zh-CN": "工作簿中没有可以对照的数，未核对", en: "Nothing in the workbook to compare with; not checked" },
    };
  const [chinese, english] = MISSING[missing];
  const words = {
    place: statement.place.words,
    period: statement.period.words,
    subject: statement.subject.words,
    measure: statement.beside ?? "",
    mood: "",
    hedge: "",
  }[missing];
  return { missing, why: { "zh-CN": `${words === "" ? "" : `“${words}”：`}${chinese}，未核对`, en: `${english}; not checked` } };
}
