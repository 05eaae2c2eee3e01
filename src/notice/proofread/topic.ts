import type { Report } from "../../progress";
import { lastWhere } from "./sequence";
import type { Subject } from "./subject";

/** Words by which a heading names what its passage is about, most telling first; several may be named. */
const TOPICS: readonly [RegExp, Subject][] = [
  [/攻坚|未建成/, { kind: "continuing" }],
  [/审计/, { kind: "audit", year: null, category: null }],
  [/欠账|欠帐|历年公租房|公租房(?:建设)?管理/, { kind: "backlog", measure: "computed" }],
  [/脏乱差|老旧?城区/, { kind: "indicator", id: "oldTownStarts" }],
  [/棚户区|棚改|开工情况|开工率|开工进度|新开工/, { kind: "indicator", id: "starts" }],
  [/公租房|公共租赁住房/, { kind: "indicator", id: "publicRentalStarts" }],
  [/基本建成|续建/, { kind: "indicator", id: "basicCompletion" }],
  [/投资/, { kind: "indicator", id: "investment" }],
  [/租赁补贴|租金补贴/, { kind: "rentSubsidy" }],
];
/** A passage on one of these is about that alone: 续建项目攻坚行动 is no 基本建成. */
const EXCLUSIVE = new Set(["continuing", "audit", "backlog"]);

/** The subjects that a heading or title names. */
export function topicsIn(heading: string, report: Report): Subject[] {
  const own = report.indicators
    .filter(({ id, name }) => !TOPICS.some(([, subject]) => subject.kind === "indicator" && subject.id === id) && heading.includes(name))
    .map(({ id }): Subject => ({ kind: "indicator", id }));
  const found = TOPICS.filter(([words]) => words.test(heading)).map(([, subject]) => subject);
  const [first] = found;
  if (first && EXCLUSIVE.has(first.kind)) return [first];
  return [...own, ...found];
}

/** Headings by level, deeper ones ruling until one of their own level or above. */
export class Topics {
  private readonly levels: { level: number; subjects: Subject[]; region: string | null }[] = [];

  constructor(private readonly report: Report) {}

  /**
   * Takes up a heading.
   * @param level 0 for a title without a number, 1 for 一、, 2 for （一）, 3 for 1、, 4 for （1）
   */
  enter(level: number, heading: string, region: string | null): void {
    const subjects = topicsIn(heading, this.report);
    if (level === 0 && subjects.length === 0 && region === null) return;
    while ((this.levels.at(-1)?.level ?? -1) >= level) this.levels.pop();
    this.levels.push({ level, subjects, region });
  }

  get subjects(): readonly Subject[] {
    return lastWhere(this.levels, ({ subjects }) => subjects.length > 0)?.subjects ?? [];
  }

  /** The region that a heading names: what follows is about it. */
  get region(): string | null {
    return lastWhere(this.levels, ({ region, subjects }) => region !== null || subjects.length > 0)?.region ?? null;
  }
}
