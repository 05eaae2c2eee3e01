import type { Report } from "../../progress";
import type { Line, Outline, Position } from "./outline";
import { standingOf } from "./period";
import type { PeriodSlot } from "./statement";
import { isWord, type DraftToken } from "./token";

/** A time that was spoken of, and where. */
interface Spoken extends PeriodSlot {
  position: Position;
  /** It opens its part: what follows is of it. */
  opens: boolean;
}

const OWN: PeriodSlot = { kind: "own", words: "" };
/** Words that make a date one to compare with: 比3月底, 与去年同期相比, 距6月底. */
const BASE = ["against"] as const;

/** Walks a line and tells which time its figures are of. A time holds to the end of its sentence, or until another is named. */
export class PeriodWalk {
  private spoken: Spoken | null = null;
  private readonly stack: (Spoken | null)[] = [];
  private opened = -1;

  constructor(
    private readonly outline: Outline,
    private readonly line: Line,
    private readonly report: Report,
    private readonly headerYears: ReadonlySet<number>,
  ) {}

  see(token: DraftToken, position: Position, index: number): void {
    const { tokens } = this.outline;
    if (token.kind === "mark" && token.mark === "（") this.stack.push(this.spoken);
    if (token.kind === "mark" && token.mark === "）" && this.stack.length > 0) this.spoken = this.stack.pop() ?? null;
    if (token.kind === "region" || isWord(token, "level")) this.opened = position.clause;
    if (isWord(token, "period")) {
      if (token.value === "own") this.speak({ kind: "own", words: token.text }, position, index);
      else if (!this.isBase(index))
        this.speak(
          { kind: token.value === "later" ? "plan" : token.value === "inMonth" ? "within" : "other", words: token.text },
          position,
          index,
        );
    }
    if (token.kind !== "date" || this.isOfHeader(index)) return;
    const standing = standingOf(token.date, this.report);
    const asOf = [1, 2].some((back) => isWord(tokens[index - back], "asOf"));
    const next = tokens[index + 1];
    const before =
      next?.text === "前" ||
      next?.text.startsWith("之前") === true ||
      next?.text.startsWith("以前") === true ||
      next?.text.startsWith("年底前") === true;
    if (before) return this.speak({ kind: "plan", words: `${token.text}前` }, position, index);
    if (this.isBase(index)) return;
    if (standing === "own" || (standing === "inMonth" && asOf)) return this.speak({ kind: "own", words: token.text }, position, index);
    if (asOf) return this.speak({ kind: "other", words: token.text }, position, index);
    if (standing === "later") return this.speak({ kind: "plan", words: token.text }, position, index);
    this.speak({ kind: standing === "inMonth" ? "within" : "other", words: token.text }, position, index);
  }

  /** The time of a figure here. */
  slotAt(position: Position): PeriodSlot {
    const { spoken } = this;
    if (spoken?.position.sentence !== position.sentence) return OWN;
    // 完成第一季度发放工作，全市发放…: within its part a time is told of what stands beside it alone.
    if (!spoken.opens && spoken.position.part !== position.part) return OWN;
    const sameClause = spoken.position.clause === position.clause;
    // 去年…；甲县…: another clause that opens with a region of its own is of now again, unless the time opened the sentence.
    return spoken.kind === "own" || sameClause || this.opened !== position.clause ? spoken : OWN;
  }

  private speak(slot: PeriodSlot, position: Position, index: number): void {
    this.spoken = { ...slot, position, opens: this.opensPart(index) };
  }

  private opensPart(index: number): boolean {
    const { tokens, positions } = this.outline;
    for (let at = index - 1; at >= 0 && positions[at]?.part === positions[index]?.part; at--) {
      const token = tokens[at];
      if (
        token?.kind !== "date" &&
        token?.kind !== "region" &&
        token?.kind !== "mark" &&
        token?.kind !== "heading" &&
        !isWord(token, "plain", "level", "period", "asOf", "among", "demand")
      )
        return false;
    }
    return true;
  }

  /** 比3月底, 较去年同期, 与上月相比: what is compared with, in its own part. */
  private isBase(index: number): boolean {
    const { tokens, positions } = this.outline;
    const part = positions[index]?.part;
    for (let at = index - 1; at >= 0 && at >= index - 4 && positions[at]?.part === part; at--) {
      const token = tokens[at];
      if (isWord(token, ...BASE)) return true;
      if (token?.kind === "number" || token?.kind === "region") return false;
    }
    return tokens.slice(index + 1, index + 4).some((token, at) => token.text === "相比" && positions[index + 1 + at]?.part === part);
  }

  /** 2017年盘活, 2017年底前开工未建成, 2017年跟踪审计: years that belong to what the figures are called. */
  private isOfHeader(index: number): boolean {
    const { tokens, positions } = this.outline;
    if (this.inHeaders(index)) return true;
    const near = tokens.slice(index + 1, index + 8).filter((_, at) => positions[index + 1 + at]?.part === positions[index]?.part);
    const special = near.find((token) => isWord(token, "audit", "continuing", "backlog") || token.kind === "number");
    if (isWord(special, "audit", "continuing")) return true;
    if (isWord(special, "backlog")) return true;
    if (near.some((token) => isWord(token, "continuing"))) return true;
    const { date } = tokens[index] as Extract<DraftToken, { kind: "date" }>;
    return date.year !== null && date.month === null && this.report.audit.some(({ year }) => year === date.year) && this.ofAudit(index);
  }

  /** 2008-2015年下达任务, where the talk is of the backlog and the columns of it say so. */
  private inHeaders(index: number): boolean {
    const { date } = this.outline.tokens[index] as Extract<DraftToken, { kind: "date" }>;
    const { topic, first, end } = this.line;
    const backlog = topic.special?.kind === "backlog" || this.outline.tokens.slice(first, end).some((token) => isWord(token, "backlog"));
    return backlog && date.year !== null && date.month === null && this.headerYears.has(date.year);
  }

  /** 2017年还有50个, in a sentence that spoke of an audit before. */
  private ofAudit(index: number): boolean {
    const { tokens, positions } = this.outline;
    for (let at = index - 1; at >= 0 && positions[at]?.line === positions[index]?.line; at--) if (isWord(tokens[at], "audit")) return true;
    return tokens.slice(index, index + 6).some((token) => isWord(token, "audit"));
  }
}

/** The years that the columns of the backlog and of what is unfinished print in their headers. */
export function yearsInHeaders({ tables }: Report): Set<number> {
  const headers = tables.flatMap(({ columns }) =>
    columns.flatMap(({ header, meaning }) => (meaning?.kind === "backlog" || meaning?.kind === "continuing" ? [header] : [])),
  );
  return new Set(headers.flatMap((header) => [...header.matchAll(/(?:19|20)\d{2}/g)].map(([year]) => Number(year))));
}
