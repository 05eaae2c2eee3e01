import type { Line, Outline, Position } from "./outline";
import { alignedScope, groupScope, othersScope, mention, regionMention, scopesOf, type ScopeMention } from "./scopes";
import type { PlaceSlot } from "./statement";
import { ALL, type Scope } from "./subject";
import { isWord, type DraftToken } from "./token";

/** A place that is not the workbook's. */
interface Outside {
  words: string;
  position: Position;
}

/** Walks a line and tells whose its figures are. A place holds to the end of its sentence, or until another is named. */
export class PlaceWalk {
  private scope: ScopeMention | null = null;
  private outside: Outside | null = null;
  private readonly stack: { scope: ScopeMention | null; outside: Outside | null }[] = [];

  constructor(
    private readonly outline: Outline,
    private readonly line: Line,
    private readonly regions: readonly string[],
  ) {}

  see(token: DraftToken, position: Position, index: number): void {
    const { tokens } = this.outline;
    if (token.kind === "mark" && token.mark === "（") this.stack.push({ scope: this.scope, outside: this.outside });
    if (token.kind === "mark" && token.mark === "）") {
      const before = this.stack.pop();
      if (before) ({ scope: this.scope, outside: this.outside } = before);
    }
    if (token.kind === "region") {
      this.scope = regionMention(this.outline, index, this.scope);
      if (this.scope?.index === index) this.outside = null;
      return;
    }
    if (token.kind === "place") {
      this.outside = { words: token.text, position };
      return;
    }
    if (!isWord(token, "level")) return;
    // 占全市开工总量的73%, 比全市平均…: the subject stays the region that was spoken of.
    const measuredBy =
      isWord(tokens[index - 1], "ofShare", "against", "more", "less", "extreme", "ranking") ||
      tokens[index - 1]?.text === "在" ||
      tokens[index - 1]?.text === "为";
    // 全市排名第三, 全州最低: the level is what is ranked within.
    const next = tokens[index + 1];
    const frames =
      isWord(next, "ranking", "extreme") || (next?.kind === "number" && next.number.unit.family === "rank") || next?.text === "倒数";
    if ((measuredBy || (frames && token.value === "own")) && this.scope) return;
    if (token.value === "own") {
      this.scope = mention(ALL, position, index, null);
      this.outside = null;
    } else if (token.value === "upper" && !measuredBy) this.outside = { words: token.text, position };
    // 全区 in a city's notice is the district that was spoken of; without one nobody knows which.
    else if (token.value === "lower" && this.scope?.scope.kind !== "regions" && this.line.region === null)
      this.outside = { words: token.text, position };
  }

  /** Whose a figure here is. */
  slotAt(position: Position, index: number, pre: readonly DraftToken[]): PlaceSlot {
    const { outside, scope } = this;
    if (outside?.position.sentence === position.sentence)
      return { scopes: [], words: outside.words, named: outside.position.part === position.part, from: "" };
    const others = othersScope(this.outline, index, this.regions);
    if (others) return { scopes: [others], words: "其余", named: false, from: "本句" };
    const scopes =
      alignedScope(this.outline, scope, index) ?? groupScope(this.outline, scope, index) ?? scopesOf(scope, position, this.line, pre);
    const named = scope !== null && scope.position.part === position.part;
    const from = named ? "本句" : scope ? "前文" : this.line.region === null ? "全文" : "标题";
    return { scopes, words: scopes.length === 0 ? "" : wordsOf(scopes[0] ?? ALL), named, from };
  }

  /** The regions that were named last, for what is paired with them. */
  get current(): ScopeMention | null {
    return this.scope;
  }

  /** The figure here was given its place: from the second on its names make a list. */
  used(): void {
    if (this.scope && !this.scope.used) this.scope = { ...this.scope, used: true, items: this.scope.items + 1 };
  }
}

function wordsOf(scope: Scope): string {
  return scope.kind === "all" ? "全部" : scope.regions.join("、");
}
