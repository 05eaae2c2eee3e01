import { HOUSEHOLD_CONCEPTS, wordsIn, senseOf } from "../../lexicon";
import type { IndicatorProgress, Report } from "../../progress";
import { stageOf, type DraftStage } from "./stages";
import type { ClaimSubject } from "./subject";
import { baseUnit, type StatedUnit } from "./units";

/** What the words of a clause say of its subject: the topics that they name and the stage that they tell. */
export interface Mention {
  /** Keys of topics, in the order in which they are named. */
  topics: readonly string[];
  /** How far a task has come: 开工, 竣工, 发放. */
  stage: DraftStage | null;
  /** The words themselves. */
  words: string;
}

/** Stages that are part of a subject's own name and tell nothing of how far it has come. */
const NAMING: ReadonlySet<string> = new Set<DraftStage>(["renovate", "build"]);
/** Fewest signs of a name that may stand for the whole of it: 危房改造 for 农村危房改造. */
const FEWEST_SIGNS = 4;
/** Topics that tell which projects, not which task: 续建项目基本建成 is said of any programme's projects. */
const LOOSE: ReadonlySet<string> = new Set(["continuingProjects", "place"]);

interface Features {
  indicator: IndicatorProgress;
  topics: ReadonlySet<string>;
  stages: ReadonlySet<string>;
}

/** The subjects of one workbook by the words that stand for them. */
export class SubjectBook {
  private readonly features: readonly Features[];
  /** Spellings of the workbook's own, with the key of the topic that each names. */
  readonly spellings: ReadonlyMap<string, string>;

  constructor(report: Report) {
    const stems = new Map(report.indicators.map((indicator) => [indicator.id, stemOf(plainName(indicator.name))]));
    this.spellings = spellingsOf(report, stems);
    const own = new Map(report.indicators.map((indicator) => [indicator.id, this.topicsOf(indicator, stems)]));
    this.features = report.indicators.map((indicator) => {
      // A part (其中) is of its whole's topics too: 老旧城区脏乱差棚户区.
      const topics = new Set([...(own.get(indicator.id) ?? []), ...(own.get(indicator.parent ?? "") ?? [])]);
      return {
        indicator,
        topics,
        stages: new Set([...stagesIn(wordsIn(plainName(indicator.name))), ...stagesOfHeaders(indicator, report)]),
      };
    });
  }

  private topicsOf(indicator: IndicatorProgress, stems: ReadonlyMap<string, string>): string[] {
    const concepts = wordsIn(plainName(indicator.name)).flatMap((word) => senseOf(word, "concept")?.value ?? []);
    const stem = stems.get(indicator.id) ?? "";
    return concepts.length === 0 && stem !== "" ? [`=${stem}`] : concepts;
  }

  /** Whether a topic is one that some indicator has. */
  holds(topic: string): boolean {
    return this.features.some(({ topics }) => topics.has(topic));
  }

  /**
   * The indicators that a mention may mean, those with the fewest further topics; none where the workbook has no such.
   * @param unit keeps those that are counted in it; null for rates
   */
  resolve({ topics, stage }: Pick<Mention, "topics" | "stage">, unit: StatedUnit | null): IndicatorProgress[] {
    const named = topics.filter((topic) => !LOOSE.has(topic) || this.holds(topic));
    if (named.length === 0 && stage === null) return [];
    const fitting = this.features.filter(
      (one) =>
        named.every(
          (topic) =>
            one.topics.has(topic) ||
            (this.holds(topic) && onlyLoose(one.topics) && one.topics.size > 0 && stage !== null && one.stages.has(stage)),
        ) && fitsStage(one, stage),
    );
    const least = Math.min(...fitting.map((one) => one.topics.size));
    const nearest = named.length === 0 ? withoutParts(fitting) : fitting.filter((one) => one.topics.size === least);
    const counted = unit === null ? nearest : nearest.filter(({ indicator }) => fitsUnit(indicator, unit));
    const staged = stage === null ? [] : counted.filter(({ stages }) => stages.has(stage));
    return (staged.length > 0 ? staged : counted).map(({ indicator }) => indicator);
  }

  /** Whether a subject's homes are told by the families that live in them: 棚改29357户. */
  countsHouseholds(subject: ClaimSubject | null): boolean {
    return this.features.some(
      ({ indicator, topics }) =>
        subject?.kind === "indicator" && indicator.id === subject.id && [...topics].some((topic) => HOUSEHOLD_CONCEPTS.has(topic)),
    );
  }

  /** The workbook's only indicator; null where it has several. */
  get only(): IndicatorProgress | null {
    const whole = this.features.filter(({ indicator }) => indicator.parent === undefined);
    return whole.length === 1 ? (whole[0]?.indicator ?? null) : null;
  }
}

/** Whether an amount in a unit can be one of an indicator. */
export function fitsUnit({ unit }: IndicatorProgress, stated: StatedUnit): boolean {
  if (
    stated.family === "percent" ||
    stated.family === "points" ||
    stated.family === "none" ||
    stated.family === "rank" ||
    stated.family === "multiple" ||
    stated.family === "regions"
  )
    return true;
  const own = baseUnit(unit);
  if (own.kind === "" || own.kind === stated.kind) return true;
  return own.kind === "万元" ? stated.family === "money" : HOMES.has(own.kind) && HOMES.has(stated.kind);
}

/** Homes are counted in either: a family has one. */
export const HOMES: ReadonlySet<string> = new Set(["套", "户", "户套", "间"]);

function onlyLoose(topics: ReadonlySet<string>): boolean {
  return [...topics].every((topic) => LOOSE.has(topic));
}

/** A part (其中) is meant only where it is named. */
function withoutParts(all: readonly Features[]): Features[] {
  const whole = all.filter(({ indicator }) => indicator.parent === undefined);
  return whole.length > 0 ? whole : [...all];
}

function fitsStage({ stages, topics }: Features, stage: DraftStage | null): boolean {
  if (stage === null || stages.has(stage)) return true;
  return stages.size === 0 && topics.size > 0 && (stage === "grant" || stage === "pay" || stage === "launch");
}

function plainName(name: string): string {
  return name.replace(/[()]/g, (sign) => (sign === "(" ? "（" : "）")).replace(/\s/g, "");
}

/** A name without the verbs and nouns that end it: 农村公路 of 农村公路新改建里程. */
function stemOf(name: string): string {
  const words = wordsIn(name.replace(/（[^（）]*）/g, ""));
  let end = words.length;
  while (end > 0 && tells(words[end - 1])) end--;
  const from = words.findIndex((word) => !opens(word));
  return words.slice(Math.max(0, from), end).map(({ text }) => text).join("");
}

function tells(word: ReturnType<typeof wordsIn>[number] | undefined): boolean {
  if (!word) return false;
  const stage = senseOf(word, "stage")?.value;
  return (
    (stage !== undefined && !NAMING.has(stage)) ||
    senseOf(word, "counted") !== undefined ||
    senseOf(word, "role") !== undefined ||
    senseOf(word, "span") !== undefined
  );
}

function opens(word: ReturnType<typeof wordsIn>[number]): boolean {
  return (
    senseOf(word, "span") !== undefined ||
    senseOf(word, "role")?.value === "done" ||
    senseOf(word, "role")?.value === "target" ||
    senseOf(word, "part") !== undefined
  );
}

function stagesIn(words: ReturnType<typeof wordsIn>): string[] {
  return words
    .flatMap((word) => {
      const stage = senseOf(word, "stage")?.value;
      return stage === undefined ? [] : stageOf(stage, word.text);
    })
    .filter((stage) => !NAMING.has(stage));
}

/** 已开工 over the column of what was done, where the indicator's own name has no stage. */
function stagesOfHeaders(indicator: IndicatorProgress, report: Report): string[] {
  if (stagesIn(wordsIn(plainName(indicator.name))).length > 0) return [];
  const headers = report.tables.flatMap(({ columns }) =>
    columns.flatMap(({ header, meaning }) =>
      (meaning?.kind === "done" || meaning?.kind === "target") && meaning.indicator === indicator.id ? [header] : [],
    ),
  );
  return headers.flatMap((header) => stagesIn(wordsIn(header.replace(/\s/g, ""))));
}

/** The names of the indicators, whole and short, their stems, and the parts of stems that no other shares. */
function spellingsOf(report: Report, stems: ReadonlyMap<string, string>): Map<string, string> {
  const spellings = new Map<string, string>();
  for (const { id, name } of report.indicators) {
    const stem = stems.get(id) ?? "";
    if (wordsIn(plainName(name)).some((word) => senseOf(word, "concept")) || stem.length < 2) continue;
    spellings.set(stem, `=${stem}`);
    for (const part of partsOf(stem)) {
      const others = [...stems.values()].some((other) => other !== stem && other.includes(part));
      if (!others && !spellings.has(part)) spellings.set(part, `=${stem}`);
    }
  }
  return spellings;
}

function partsOf(stem: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < stem.length; from++) {
    for (let to = from + FEWEST_SIGNS - 1; to <= stem.length; to++) {
      const part = stem.slice(from, to);
      // The last word of a name is what the others tell the kind of: 幼儿园 of 新建改扩建幼儿园.
      if (part.length < FEWEST_SIGNS && to < stem.length) continue;
      const words = wordsIn(part);
      if (part !== stem && !words.every((word) => word.senses.length > 0 && !senseOf(word, "concept"))) parts.push(part);
    }
  }
  return parts;
}
