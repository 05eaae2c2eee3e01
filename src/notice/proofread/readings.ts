import { percentage, plain, ratio, subtract, sum, times, type CellAddress } from "../../progress";
import { agreement, comparable, expectedText, sameDigits } from "./compare";
import type { Demands } from "./demands";
import type { FigureReading } from "./judged";
import type { Known, Knowledge } from "./knowledge";
import type { Statement } from "./statement";
import { countsProjects } from "./statements";
import type { Measure, Scope, ClaimSubject } from "./subject";
import type { StatedNumber } from "./token";

/** What a percentage is a percentage of. */
export type RateRole = "rate" | "excess" | "rest" | "share" | "part" | "pace" | "average" | "demand" | "threshold" | "none";

/** The readings of an amount: 套, 户, 万元, 个, or a bare number. */
export function amountReadings(statement: Statement, knowledge: Knowledge, carried: Measure | null): FigureReading[] {
  const { subject, place, token } = statement;
  const projects =
    countsProjects(token, statement.pre) &&
    subject.subjects.some((one) => one.kind === "indicator" && knowledge.indicatorsOf(one).some(({ unit }) => unit !== "个"));
  const measures = measuresOf(statement, projects, carried);
  return subject.subjects.flatMap((one, order) =>
    place.scopes.flatMap((scope) =>
      measures.flatMap(({ measure, primary }) => {
        // An audit, a backlog and what is unfinished have but one measure.
        if (one.kind !== "indicator" && !primary) return [];
        return knowledge
          .amounts(one, measure, scope)
          .map((known): FigureReading => ({
            known,
            scope,
            subject: one,
            measure,
            primary: primary && (order === 0 || one.kind === "indicator"),
          }));
      }),
    ),
  );
}

function measuresOf({ cue }: Statement, projects: boolean, carried: Measure | null): { measure: Measure; primary: boolean }[] {
  if (projects) return [{ measure: "projects", primary: true }];
  if (cue) return [{ measure: cue.primary, primary: true }, ...cue.also.map((measure) => ({ measure, primary: false }))];
  const first: Measure = carried ?? "done";
  return [
    { measure: first, primary: true },
    ...(["done", "target"] as const).filter((measure) => measure !== first).map((measure) => ({ measure, primary: false })),
  ];
}

/** The readings of a percentage by its role. */
export function rateReadings(statement: Statement, role: RateRole, knowledge: Knowledge, demands: Demands): FigureReading[] {
  const make = (known: Known, scope: Scope, subject: ClaimSubject | null, primary = true): FigureReading => ({
    known,
    scope,
    subject,
    measure: role === "share" ? "share" : "rate",
    primary,
  });
  if (role === "pace") return [make(paceKnown(knowledge), { kind: "all" }, null)];
  if (role === "demand") return demandKnown(statement, demands).map((known) => make(known, { kind: "all" }, null));
  const scopes = role === "average" ? [{ kind: "all" } as const] : statement.place.scopes;
  if (role === "share" || role === "part") {
    const special = statement.subject.subjects.flatMap((subject) =>
      subject.kind === "indicator"
        ? []
        : scopes.flatMap((scope) =>
            otherShares(subject, scope, knowledge).map((known) => ({ ...make(known, scope, subject), measure: "share" as const })),
          ),
    );
    if (special.length > 0) return special;
  }
  return statement.subject.subjects.flatMap((subject) =>
    knowledge.indicatorsOf(subject).flatMap((indicator) =>
      scopes.flatMap((scope) => {
        const regions = scope.kind === "all" ? null : scope.regions;
        if (regions !== null && regions.length === 0) return [];
        const rate = knowledge.rate(indicator, regions);
        const shares = sharesOf(indicator.id, regions, knowledge);
        if (role === "share") return shares.map((known) => make(known, scope, subject));
        if (role === "part")
          return [...(rate ? [make(rate, scope, subject)] : []), ...shares.map((known) => make(known, scope, subject, false))];
        if (!rate) return [];
        if (role === "excess" || role === "rest") {
          const rest = role === "rest" ? subtract(1, rate.value) : subtract(rate.value, 1);
          const term = rate.formula.split("＝")[1] ?? "";
          return rest < 0 ? [] : [make({ ...rate, value: rest, name: `${rate.name}${role === "rest" ? "未完成部分" : "超额部分"}`, formula: role === "rest" ? `100%－${term}` : `${term}－100%` }, scope, subject)];
        }
        return [make(rate, scope, subject)];
      }),
    ),
  );
}

/** 占全市的X%: some regions' part of what was done, or of the targets. */
function sharesOf(id: string, regions: readonly string[] | null, knowledge: Knowledge): Known[] {
  const indicator = knowledge.indicator(id);
  if (!indicator || regions === null) return [];
  const of = (measure: "target" | "done") => {
    const parts = regions.map((region) => knowledge.amount(indicator, measure, region));
    return parts.some((part) => part === null) ? null : sum(parts.flatMap((part) => (part ? [part.value] : [])));
  };
  const pairs = [["done", "done"], ["target", "target"]] as const;
  return pairs.flatMap(([part, whole]): Known[] => {
    const [value, total] = [of(part), indicator[whole]];
    if (value === null || total === null || total === 0) return [];
    const cells = indicator.regions.flatMap((row) => row[part]?.source.cells ?? []);
    const name = `${regions.map(knowledge.short).join("、")}占全部${indicator.name}的比重`;
    return [
      {
        value: ratio(value, total) ?? 0,
        unit: "%",
        cells,
        name,
        english: "share of the whole",
        formula: `${plain(value)}÷${plain(total)}`,
        doubtful: false,
      },
    ];
  });
}

/** 三地合计29个，占58%; 未办理竣工验收手续17个，占34%: a part of what is open, or of the backlog. */
function otherShares(subject: ClaimSubject, scope: Scope, knowledge: Knowledge): Known[] {
  const ofCategory = subject.kind === "audit" && subject.category !== null && scope.kind === "all";
  const whole = knowledge.amounts(ofCategory ? { ...subject, category: null } : subject, "done", { kind: "all" });
  const parts = knowledge.amounts(subject, "done", scope);
  if ((scope.kind === "all" && !ofCategory) || parts.length !== whole.length) return [];
  return parts.flatMap((part, at): Known[] => {
    const total = whole[at]?.value ?? 0;
    const value = ratio(part.value, total);
    return value === null ? [] : [{ ...part, value, unit: "%", name: `${part.name}的占比`, english: `share of ${part.english}`, formula: `${plain(part.value)}÷${plain(total)}` }];
  });
}

function paceKnown({ report }: Knowledge): Known {
  const cells: CellAddress[] = report.asOfSource ? [report.asOfSource.source] : [];
  return {
    value: report.pace,
    unit: "%",
    cells,
    name: "序时进度",
    english: "pace",
    formula: `截至${report.asOf}`,
    formulaEnglish: `as of ${report.asOf}`,
    doubtful: false,
  };
}

/** The milestone that a figure is held against; none where the draft and the settings leave it open. */
function demandKnown({ token }: Statement, demands: Demands): Known[] {
  const rate = demands.at(token.start);
  return rate === null ? [] : [{ value: rate, unit: "%", cells: [], name: "节点要求", english: "the milestone", formula: "", doubtful: false }];
}

/** What percentage points may be the distance to: each known rate beside a reference or another region's rate. */
export function pointReadings(
  statement: Statement,
  against: "pace" | "average" | "demand" | { region: string },
  knowledge: Knowledge,
  demands: Demands,
): { reading: FigureReading; values: number[] }[] {
  const { subject, place, token } = statement;
  return subject.subjects.flatMap((one) =>
    knowledge.indicatorsOf(one).flatMap((indicator) =>
      place.scopes.flatMap((scope) => {
        const regions = scope.kind === "all" ? null : scope.regions;
        const own = knowledge.rate(indicator, regions);
        const average = knowledge.rate(indicator, null);
        const references =
          against === "pace"
            ? [paceKnown(knowledge)]
            : against === "demand"
              ? demandKnown(statement, demands)
              : against === "average"
                ? [average]
                : [knowledge.rate(indicator, [against.region])];
        return references.flatMap((other) => {
          if (!own || !other || (other === average && against === "average" && scope.kind === "all")) return [];
          const exact = Math.abs(times(subtract(own.value, other.value), 100));
          // Notices subtract rates as printed: at the text's decimals or finer ones.
          const printed = [0, 1, 2]
            .filter((decimals) => decimals >= Math.min(2, token.number.decimals))
            .map((decimals) => Math.abs(subtract(percentage(own.value, decimals), percentage(other.value, decimals))));
          const known: Known = {
            value: exact,
            unit: "points",
            cells: [...own.cells, ...other.cells],
            name: `${own.name}与${other.name}之差`,
            english: `distance of ${own.english} to ${other.english}`,
            formula: `${percentage(own.value, 2)}%与${percentage(other.value, 2)}%相差`,
            formulaEnglish: `${percentage(own.value, 2)}% and ${percentage(other.value, 2)}%`,
            doubtful: own.doubtful || other.doubtful,
          };
          return [{ reading: { known, scope, subject: one, measure: "points" as const, primary: true }, values: [exact, ...printed] }];
        });
      }),
    ),
  );
}

/** The reading under which a figure has the right digits and the wrong unit (9190亿元 for 9190万元). */
export function unitSlip(stated: StatedNumber, readings: readonly FigureReading[]): { reading: FigureReading; text: string } | null {
  const { unit } = stated;
  for (const reading of readings) {
    const { known } = reading;
    if (known.value === 0 || known.unit === "" || known.unit === "%" || !comparable(known, stated)) continue;
    if (unit.family === "money") {
      for (const [text, scale] of [["万元", 1], ["亿元", 10_000], ["元", 0.0001]] as const) {
        if (scale !== unit.scale && agreement({ ...stated, unit: { ...unit, scale } }, known) === "agrees")
          return { reading, text: `${plain(stated.value)}${text}` };
      }
    }
    if (unit.family === "count" && unit.scale !== 1 && sameDigits(stated, known.value))
      return { reading, text: expectedText(known, stated) };
  }
  return null;
}
