import type { Report } from "../../progress";
import { headingTopic, type Line, type Position } from "./outline";
import type { Mention, SubjectBook } from "./subject-book";
import { fitsUnit } from "./subject-book";
import type { SubjectSlot } from "./statement";
import type { ClaimSubject } from "./subject";
import { stageIn } from "./stages";
import { isWord, type DraftToken } from "./token";
import type { StatedUnit } from "./units";

/** What was spoken of where. */
interface Spoken {
  mention: Mention | null;
  special: ClaimSubject | null;
  position: Position;
  /** Topics were not named here but carried on from before. */
  carried: boolean;
}

/** An unknown word shorter than this names nothing. */
const FEWEST_SIGNS = 2;

/** Walks a line and tells what its figures are figures of. */
export class SubjectWalk {
  private spoken: Spoken | null = null;
  /** Every special subject and mention of the line so far, the last one last. */
  private readonly before: Spoken[] = [];
  /** The part in which a word stands that nobody knows. */
  private strangeIn = -1;
  /** Figures were told of what nobody knows: it stays the subject past the sentence. */
  private strangeHasFigures = false;
  private clause = -1;
  private figureSeen = -1;
  /** The part in which a programme over several subjects is named: 保障性安居工程开工 is of none of them alone. */
  private umbrellaIn = -1;
  private year: number | null = null;
  private category: { name: string; clause: number } | null = null;
  private inspected = -1;
  private readonly stack: { spoken: Spoken | null; strangeIn: number; strangeHasFigures: boolean }[] = [];

  constructor(
    private readonly line: Line,
    private readonly book: SubjectBook,
    private readonly report: Report,
  ) {}

  /** Takes up a token. */
  see(token: DraftToken, position: Position): void {
    if (token.kind === "mark" && token.mark === "（")
      this.stack.push({ spoken: this.spoken, strangeIn: this.strangeIn, strangeHasFigures: this.strangeHasFigures });
    if (token.kind === "mark" && token.mark === "）") {
      const outer = this.stack.pop();
      if (outer) ({ spoken: this.spoken, strangeIn: this.strangeIn, strangeHasFigures: this.strangeHasFigures } = outer);
    }
    if (token.kind === "date" && token.date.year !== null && token.date.month === null) this.ofYear(token.date.year, position);
    if (position.clause !== this.clause && !this.strangeHasFigures) this.strangeIn = -1;
    this.clause = position.clause;
    if (token.kind === "number") {
      this.figureSeen = position.part;
      if (this.strangeIn >= 0 && token.number.unit.family !== "regions") this.strangeHasFigures = true;
    }
    if ((token.kind === "unknown" && token.text.length >= FEWEST_SIGNS) || isWord(token, "site", "other", "size")) this.strange(position);
    if (isWord(token, "umbrella")) this.umbrella(position);
    if (isWord(token, "inspected")) this.inspected = position.sentence;
    if (isWord(token, "category")) this.category = { name: token.value, clause: position.clause };
    const special = this.specialOf(token, position);
    if (special) return this.speak({ mention: null, special, position, carried: false });
    if (isWord(token, "topic")) return this.topic(token.value, token.text, position);
    const stage = stageIn(token);
    if (stage !== null) this.stage(stage, token.text, position);
  }

  /** What a figure here is a figure of, told when it is asked for. @param strange whether unknown words stand beside it */
  slotAt(position: Position, unit: StatedUnit, strange: boolean, post: readonly DraftToken[] = []): () => SubjectSlot {
    const { spoken, strangeIn } = this;
    return () => this.slotOf(spoken, strangeIn, position, unit, strange, post);
  }

  private slotOf(
    here: Spoken | null,
    strangeIn: number,
    position: Position,
    unit: StatedUnit,
    strange: boolean,
    post: readonly DraftToken[],
  ): SubjectSlot {
    const inPart = here !== null && here.position.part === position.part;
    if (strange || (strangeIn === position.part && here?.position.part !== position.part))
      return { kind: "unknown", subjects: [], words: "", explicit: false, from: "" };
    if (strangeIn >= 0 && (!inPart || here.carried)) return { kind: "unknown", subjects: [], words: "", explicit: false, from: "" };
    const ahead = inPart ? null : this.fromAhead(post, here, position);
    const chosen = ahead ?? here ?? this.fromHeading(position);
    if (!chosen) return this.byUnit(unit);
    const from = inPart || ahead ? "本句" : here ? "前文" : "标题";
    if (chosen.special)
      return { kind: "known", subjects: this.alternatives(chosen.special), words: wordsOf(chosen.special), explicit: inPart, from };
    const subjects = chosen.mention ? this.resolve(chosen.mention, chosen.carried || !inPart, unit) : [];
    const words = chosen.mention?.words ?? "";
    return subjects.length > 0
      ? { kind: "known", subjects, words, explicit: inPart, from }
      : { kind: "none", subjects: [], words, explicit: inPart, from };
  }

  /** The mention that holds here, for what other figures are paired with. */
  get current(): Mention | null {
    return this.spoken?.mention ?? null;
  }

  resolve(mention: Mention, carried: boolean, unit: StatedUnit): ClaimSubject[] {
    const wanted = unit.family === "percent" || unit.family === "points" ? null : unit;
    const whole = this.book.resolve(mention, wanted);
    const found =
      whole.length === 0 && carried && mention.stage !== null && mention.topics.every((topic) => this.book.holds(topic))
        ? this.book.resolve({ topics: [], stage: mention.stage }, wanted)
        : whole;
    return found.map(({ id }) => ({ kind: "indicator", id }));
  }

  /** 完成10400万元 where only one indicator is counted in money. */
  private byUnit(unit: StatedUnit): SubjectSlot {
    const nothing: SubjectSlot = { kind: "unknown", subjects: [], words: "", explicit: false, from: "" };
    const { only } = this.book;
    if (only)
      return fitsUnit(only, unit)
        ? { kind: "known", subjects: [{ kind: "indicator", id: only.id }], words: only.name, explicit: false, from: "工作簿只有这一项" }
        : nothing;
    return nothing;
  }

  /** 2016年…，2017年还有50个: the audit of another year. */
  private ofYear(year: number, position: Position): void {
    this.year = year;
    const special = this.spoken?.special;
    if (special?.kind === "audit" && special.year !== year)
      this.speak({ mention: null, special: { kind: "audit", year, category: null }, position, carried: true });
  }

  private umbrella(position: Position): void {
    this.umbrellaIn = position.part;
    const here = this.spoken;
    if (here?.position.part === position.part && here.carried && here.mention?.stage !== "invest") this.strange(position);
  }

  private strange(position: Position): void {
    this.strangeIn = position.part;
  }

  private speak(spoken: Spoken): void {
    this.strangeIn = -1;
    this.strangeHasFigures = false;
    this.spoken = spoken;
    this.before.push(spoken);
  }

  private topic(key: string, words: string, position: Position): void {
    const here = this.spoken;
    const joins = here?.mention && here.position.part === position.part && this.figureSeen !== position.part && !here.carried;
    if (joins && here.mention) {
      const topics = [...new Set([...here.mention.topics, key])];
      return this.speak({ ...here, mention: { ...here.mention, topics, words: here.mention.words + words } });
    }
    // 实有公租房21154套 speaks of the stock, not of new public rental housing.
    if (here?.special?.kind === "backlog" && here.position.part === position.part) return;
    if (here?.special?.kind === "continuing" && here.position.part === position.part) return;
    // 开工棚户区: the verb stood before its object.
    const stage = here?.mention && here.position.part === position.part && this.figureSeen !== position.part ? here.mention.stage : null;
    this.speak({
      mention: { topics: [key], stage, words: (stage === null ? "" : (here?.mention?.words ?? "")) + words },
      special: null,
      position,
      carried: false,
    });
  }

  private stage(stage: NonNullable<Mention["stage"]>, words: string, position: Position): void {
    const here = this.spoken;
    const special = here?.special ?? (here === null ? this.line.topic.special : null);
    if (
      special &&
      (special.kind === "audit" || special.kind === "continuing" || (special.kind === "backlog" && here?.position.part === position.part))
    )
      return;
    const samePart = here !== null && here.position.part === position.part;
    // 开工的 100套，占开工…: the same stage said again changes nothing.
    if (here?.mention && samePart && this.figureSeen !== position.part) {
      return this.speak({ ...here, mention: { ...here.mention, stage, words: here.mention.words + words } });
    }
    const topics = here?.mention?.topics ?? (here === null ? (this.line.topic.mention?.topics ?? []) : []);
    // After a strange subject nothing older is meant.
    if (this.umbrellaIn === position.part && stage !== "invest" && !(samePart && !here.carried)) this.strange(position);
    if (this.strangeIn >= 0) return;
    this.speak({ mention: { topics, stage, words }, special: null, position, carried: true });
  }

  private specialOf(token: DraftToken, position: Position): ClaimSubject | null {
    const { report } = this;
    if (isWord(token, "backlog") && report.backlog) {
      return {
        kind: "backlog",
        measure: token.value === "computed" && this.inspected === position.sentence ? "verified" : (token.value as "computed"),
      };
    }
    if (isWord(token, "continuing") && report.continuing) return { kind: "continuing" };
    if (isWord(token, "overall")) return { kind: "overall" };
    if (isWord(token, "audit", "category")) {
      const category = token.class === "category" ? token.value : this.category?.clause === position.clause ? this.category.name : null;
      return { kind: "audit", year: this.year, category };
    }
    if (isWord(token, "inspected") && this.inBacklog(position, false)) return { kind: "backlog", measure: "verified" };
    if (isWord(token, "target") && this.inBacklog(position, true)) return { kind: "backlog", measure: "task" };
    return null;
  }

  /** Whether the talk is of the backlog; with `apart` only where the part names none of its measures itself. */
  private inBacklog(position: Position, apart: boolean): boolean {
    const last = this.before.at(-1);
    if (!this.report.backlog) return false;
    if (apart && last?.special?.kind === "backlog" && last.position.part === position.part) return false;
    if (last?.special) return last.special.kind === "backlog";
    return this.line.topic.special?.kind === "backlog" && (last === undefined || last.mention?.topics.includes("publicRental") === true);
  }

  /** 210户租赁补贴, 590套没有开工: what is named after the figure, in a part that names nothing before it. */
  private fromAhead(post: readonly DraftToken[], here: Spoken | null, position: Position): Spoken | null {
    const { mention } = headingTopic(post);
    if (!mention) return null;
    const carried = mention.topics.length === 0;
    const topics = carried ? (here?.mention?.topics ?? this.line.topic.mention?.topics ?? []) : mention.topics;
    return { mention: { ...mention, topics }, special: null, position, carried };
  }

  private fromHeading(position: Position): Spoken | null {
    const { topic } = this.line;
    return topic.mention || topic.special ? { ...topic, position: { ...position, part: -1 }, carried: true } : null;
  }

  /** An audit of no named year is any; a backlog counted may be the computed or the verified one. */
  private alternatives(special: ClaimSubject): ClaimSubject[] {
    if (special.kind === "audit" && special.year === null) {
      const category = special.category;
      return this.report.audit.map(({ year }) => ({ kind: "audit", year, category }));
    }
    if (special.kind === "backlog" && (special.measure === "computed" || special.measure === "verified")) {
      return [special, { kind: "backlog", measure: special.measure === "computed" ? "verified" : "computed" }];
    }
    return [special];
  }
}

function wordsOf(special: ClaimSubject): string {
  switch (special.kind) {
    case "audit":
      return `${special.year === null ? "" : `${special.year}年`}审计未整改问题${special.category === null ? "" : `（${special.category}）`}`;
    case "backlog":
      return "公租房历史欠账";
    case "continuing":
      return "开工未建成";
    case "overall":
      return "综合得分";
    default:
      return "";
  }
}
