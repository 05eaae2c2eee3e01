import { percentage, plain, subtract, sum, times, type CellAddress } from "../../progress";
import { agreement, comparable, expectedText, sameDigits } from "./compare";
import type { Use } from "./context";
import type { Known, Knowledge } from "./knowledge";
import { isWord, type StatedNumber, type Token } from "./token";
import type { Measure, Scope, Subject } from "./subject";

/** One way to read a figure: whose, of what, which measure, and what it then should be. */
export interface Reading {
  known: Known;
  scope: Scope;
  subject: Subject | null;
  measure: Measure | "rate" | "points" | "other";
  /** The words ask for this measure; others are what they may mean as well. */
  primary: boolean;
}

/** What a percentage is a percentage of. */
export type RateRole = "rate" | "excess" | "share" | "part" | "pace" | "average" | "demand" | "threshold";

/** What a word measures rates against: 序时进度, 全市平均水平, and the same within 低于序时进度. */
export function referenceOf(token: Token): "pace" | "average" | "demand" | null {
  if (isWord(token, "reference")) return token.value as "pace" | "average" | "demand";
  if (!isWord(token, "status")) return null;
  if (/Demand$/.test(token.value)) return "demand";
  return /^(?:onPace|behind)$/.test(token.value) ? "pace" : /Average$/.test(token.value) ? "average" : null;
}

/** The readings of an amount: 套, 户, 万元, 个, or a bare number. */
export function amountReadings(use: Use, knowledge: Knowledge, carried: Measure | null): Reading[] {
  const projects = use.token.number.unit.kind === "个" && isOfProjects(use);
  const measures = measuresOf(use, projects, carried);
  return use.subjects.flatMap((subject) =>
    use.scopes.flatMap((scope) =>
      measures.flatMap(({ measure, primary }) => {
        if (projects !== (measure === "projects")) return [];
        const rental = subject.kind === "indicator" && subject.id === "publicRentalStarts";
        const backlog = rental ? (["task", "reported", "stock"] as const).map((one): Subject => ({ kind: "backlog", measure: one })) : [];
        const subjects: Subject[] = backlog.length > 0 ? [subject, ...backlog] : subject.kind === "backlog" && (subject.measure === "computed" || subject.measure === "verified") ? [subject, { ...subject, measure: subject.measure === "computed" ? "verified" : "computed" }] : [subject];
        return subjects.flatMap((one, index) => knowledge.amounts(one, measure, scope).map((known): Reading => ({ known, scope, subject: one, measure, primary: primary && index === 0 })));
      }),
    ),
  );
}

function measuresOf(use: Use, projects: boolean, carried: Measure | null): { measure: Measure; primary: boolean }[] {
  if (projects) return [{ measure: "projects", primary: true }];
  if (use.cue) return [{ measure: use.cue.primary, primary: true }, ...use.cue.also.map((measure) => ({ measure, primary: false }))];
  const first: Measure = carried ?? "done";
  return [{ measure: first, primary: true }, ...(["done", "target"] as const).filter((measure) => measure !== first).map((measure) => ({ measure, primary: false }))];
}

function isOfProjects(use: Use): boolean {
  const { noun } = use.token.number.unit;
  return noun.endsWith("项目") || (noun === "" && use.pre.some((token) => token.text.endsWith("项目")) && use.subjects.some(({ kind }) => kind === "indicator"));
}

/** The readings of a percentage by its role. */
export function rateReadings(use: Use, role: RateRole, knowledge: Knowledge): Reading[] {
  const { report } = knowledge;
  const make = (known: Known, scope: Scope, subject: Subject | null, primary = true): Reading => ({ known, scope, subject, measure: "rate", primary });
  if (role === "pace") return [make(paceKnown(knowledge), { kind: "all" }, null)];
  if (role === "demand") return demandKnown(use, knowledge).map((known) => make(known, { kind: "all" }, null));
  return use.subjects.flatMap((subject) =>
    knowledge.indicatorsOf(subject).flatMap((indicator) =>
      (role === "average" ? [{ kind: "all" } as const] : use.scopes).flatMap((scope) => {
        const regions = scope.kind === "all" ? null : scope.regions;
        if (regions !== null && regions.length === 0) return [];
        if (role === "share" || role === "part") return [...(role === "part" ? [knowledge.rate(indicator, regions)] : []), ...sharesOf(indicator.id, regions, knowledge)].flatMap((known) => (known ? [make(known, scope, subject)] : []));
        const known = knowledge.rate(indicator, regions);
        if (!known) return [];
        if (role === "excess") {
          const excess = subtract(known.value, 1);
          return excess < 0 ? [] : [make({ ...known, value: excess, name: `${known.name}超额部分`, formula: `${known.formula.split("＝")[1] ?? ""}－100%` }, scope, subject)];
        }
        return [make(known, scope, subject)];
      }),
    ),
  ).filter(() => report.indicators.length > 0);
}

/** 占全市的X%: a region's part of what was done, or of the targets. */
function sharesOf(id: string, regions: readonly string[] | null, knowledge: Knowledge): Known[] {
  const indicator = knowledge.indicator(id);
  if (!indicator) return [];
  const rate = knowledge.rate(indicator, regions);
  if (regions === null) return rate ? [rate] : [];
  const of = (measure: "target" | "done") => {
    const parts = regions.map((region) => knowledge.amount(indicator, measure, region));
    return parts.some((part) => part === null) ? null : sum(parts.flatMap((part) => (part ? [part.value] : [])));
  };
  const pairs = [["done", "done"], ["target", "target"], ["done", "target"]] as const;
  const shares = pairs.flatMap(([part, whole]): Known[] => {
    const [value, total] = [of(part), indicator[whole]];
    if (value === null || total === null || total === 0) return [];
    const cells = indicator.regions.flatMap((row) => row[part]?.source.cells ?? []);
    const name = `${regions.map(knowledge.short).join("、")}占全市${indicator.name}的比重`;
    return [{ value: value / total, unit: "%", cells, name, english: "share of the whole", formula: `${plain(value)}÷${plain(total)}`, doubtful: false }];
  });
  return rate ? [...shares, rate] : shares;
}

export function paceKnown({ report }: Knowledge): Known {
  const cells: CellAddress[] = report.asOfSource ? [report.asOfSource.source] : [];
  return { value: report.pace, unit: "%", cells, name: "序时进度", english: "pace", formula: `截至${report.asOf}`, formulaEnglish: `as of ${report.asOf}`, doubtful: false };
}

/** The milestone that a figure is held against; none where the draft and the settings leave it open. */
function demandKnown({ token }: Use, { demands }: Knowledge): Known[] {
  const rate = demands.at(token.start);
  return rate === null ? [] : [{ value: rate, unit: "%", cells: [], name: "节点要求", english: "the milestone", formula: "", doubtful: false }];
}

/** What percentage points may be the distance to: each known rate beside the reference that the words name. */
export function pointReadings(use: Use, knowledge: Knowledge, compared: string | null): { reading: Reading; values: number[] }[] {
  const wanted = [...(compared === null ? use.clause : use.pre)].reverse().map(referenceOf).find((one) => one !== null) ?? (compared === null ? null : "region");
  return use.subjects.flatMap((subject) =>
    knowledge.indicatorsOf(subject).flatMap((indicator) =>
      use.scopes.flatMap((scope) => {
        const own = knowledge.rate(indicator, scope.kind === "all" ? null : scope.regions);
        if (!own) return [];
        const pace = paceKnown(knowledge);
        const average = knowledge.rate(indicator, null);
        const other = compared === null ? null : knowledge.rate(indicator, [compared]);
        const references = wanted === "pace" ? [pace] : wanted === "demand" ? demandKnown(use, knowledge) : wanted === "average" ? [average] : wanted === "region" ? [other] : [pace, average];
        return references.flatMap((against) => {
          if (!against || (against === average && scope.kind === "all")) return [];
          const exact = Math.abs(times(subtract(own.value, against.value), 100));
          // Notices subtract rates as printed: at the text's decimals or finer ones.
          const printed = [0, 1, 2].filter((decimals) => decimals >= Math.min(2, use.token.number.decimals)).map((decimals) => Math.abs(subtract(percentage(own.value, decimals), percentage(against.value, decimals))));
          const known: Known = {
            value: exact,
            unit: "points",
            cells: [...own.cells, ...against.cells],
            name: `${own.name}与${against.name}之差`,
            english: `distance of ${own.english} to ${against.english}`,
            formula: `${percentage(own.value, 2)}%与${percentage(against.value, 2)}%相差`,
            formulaEnglish: `${percentage(own.value, 2)}% and ${percentage(against.value, 2)}%`,
            doubtful: own.doubtful || against.doubtful,
          };
          return [{ reading: { known, scope, subject, measure: "points" as const, primary: wanted !== null }, values: [exact, ...printed] }];
        });
      }),
    ),
  );
}

/** The reading under which a figure has the right digits and the wrong unit (9190亿元 for 9190万元, 263户 for 263套). */
export function unitSlip(stated: StatedNumber, readings: readonly Reading[]): { reading: Reading; text: string } | null {
  const { unit } = stated;
  for (const reading of readings) {
    const { known } = reading;
    if (known.value === 0 || known.unit === "" || known.unit === "%") continue;
    const counted = /^[套户间]$/;
    const slipped = known.unit !== unit.kind && counted.test(known.unit) && counted.test(unit.kind);
    if (slipped && agreement({ ...stated, unit: { ...unit, kind: known.unit } }, known) === "agrees") {
      return { reading, text: `${plain(stated.value)}${known.unit}` };
    }
    if (known.unit === "万元" && unit.family === "money" && comparable(known, stated)) {
      for (const [text, scale] of [["万元", 1], ["亿元", 10_000], ["元", 0.0001]] as const) {
        if (scale !== unit.scale && agreement({ ...stated, unit: { ...unit, scale } }, known) === "agrees") return { reading, text: `${plain(stated.value)}${text}` };
      }
    }
    if (known.unit === unit.kind && unit.scale !== 1 && sameDigits(stated, known.value)) return { reading, text: expectedText(known, stated) };
  }
  return null;
}
