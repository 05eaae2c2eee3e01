import type { Mention } from "./subject-book";
import { stageIn } from "./stages";
import type { ClaimSubject } from "./subject";
import { isWord, type DraftToken } from "./token";

/** Where a token stands; equal numbers mean the same part (，), clause (；), sentence (。) or line. */
export interface Position {
  part: number;
  clause: number;
  sentence: number;
  line: number;
  /** Brackets open around it. */
  depth: number;
}

/** What a heading says its passage is about. */
interface Topic {
  mention: Mention | null;
  /** An audit, a backlog or what is unfinished. */
  special: ClaimSubject | null;
}

/** A line of the draft with what its headings say. */
export interface Line {
  first: number;
  /** Past its last token. */
  end: number;
  topic: Topic;
  region: string | null;
  /** A title or heading without a sentence in it. */
  title: boolean;
}

/** A draft's tokens in their order of parts, clauses, sentences and lines. */
export interface Outline {
  tokens: readonly DraftToken[];
  positions: readonly Position[];
  lines: readonly Line[];
}

const LONGEST_HEADING = 36;
const LONGEST_LEAD = 16;
const NO_TOPIC: Topic = { mention: null, special: null };

/** Divides tokens by their marks; what stands in brackets makes parts of its own and leaves those around it whole. */
export function outlineOf(tokens: readonly DraftToken[]): Outline {
  let [part, clause, sentence, line] = [0, 0, 0, 0];
  let here: Position = { part, clause, sentence, line, depth: 0 };
  const outer: Position[] = [];
  const positions = tokens.map((token): Position => {
    const mark = token.kind === "mark" ? token.mark : "";
    const position = here;
    switch (mark) {
      case "（":
        outer.push(here);
        here = { ...here, part: ++part, depth: here.depth + 1 };
        return here;
      case "）":
        here = outer.pop() ?? here;
        return position;
      case "\n":
        outer.length = 0;
        here = { part: ++part, clause: ++clause, sentence: ++sentence, line: ++line, depth: 0 };
        return position;
      case "。":
      case "！":
      case "？":
      case "…":
        here = { ...here, part: ++part, clause: ++clause, sentence: here.depth > 0 ? here.sentence : ++sentence };
        return position;
      case "；":
        here = { ...here, part: ++part, clause: ++clause };
        return position;
      case "，":
      case "：":
      case "—":
        here = { ...here, part: ++part };
        return position;
      default:
        return position;
    }
  });
  return { tokens, positions, lines: linesOf(tokens, positions) };
}

function linesOf(tokens: readonly DraftToken[], positions: readonly Position[]): Line[] {
  const headings = new Headings();
  const lines: Line[] = [];
  let first = 0;
  while (first < tokens.length) {
    const number = positions[first]?.line;
    let end = first;
    while (end < tokens.length && positions[end]?.line === number) end += 1;
    const line = tokens.slice(first, end);
    const head = headingOf(line);
    if (head) headings.enter(head.level, headingTopic(head.words), head.region);
    const lead = head ? NO_TOPIC : headingTopic(leadOf(line));
    lines.push({
      first,
      end,
      topic: lead.mention || lead.special ? lead : headings.topic,
      region: headings.region,
      title: head?.whole ?? false,
    });
    first = end;
  }
  return lines;
}

/** What the words of a heading are about. */
export function headingTopic(words: readonly DraftToken[]): Topic {
  const special = specialIn(words);
  if (special) return { mention: null, special };
  const topics = words.flatMap((token) => (isWord(token, "topic") ? [token.value] : []));
  const stage = words.flatMap((token) => stageIn(token) ?? []).at(-1);
  if (topics.length === 0 && stage === undefined) return NO_TOPIC;
  return { mention: { topics: [...new Set(topics)], stage: stage ?? null, words: words.map(({ text }) => text).join("") }, special: null };
}

function specialIn(words: readonly DraftToken[]): ClaimSubject | null {
  if (words.some((token) => isWord(token, "continuing"))) return { kind: "continuing" };
  if (words.some((token) => isWord(token, "overall"))) return { kind: "overall" };
  if (words.some((token) => isWord(token, "audit"))) return { kind: "audit", year: null, category: null };
  const text = words.map((token) => token.text).join("");
  if (words.some((token) => isWord(token, "backlog") && token.value === "computed") || /历年公租房|公租房(?:建设)?管理/.test(text))
    return { kind: "backlog", measure: "computed" };
  return null;
}

/** Headings by level, deeper ones ruling until one of their own level or above. */
class Headings {
  private readonly levels: { level: number; topic: Topic; region: string | null }[] = [];

  /** @param level 0 for a title without a number, 1 for 一、, 2 for （一）, 3 for 1、, 4 for （1） */
  enter(level: number, topic: Topic, region: string | null): void {
    const says = topic.mention !== null || topic.special !== null;
    if (level === 0 && !says && region === null) return;
    while ((this.levels.at(-1)?.level ?? -1) >= level) this.levels.pop();
    this.levels.push({ level, topic, region });
  }

  get topic(): Topic {
    return [...this.levels].reverse().find(({ topic }) => topic.mention !== null || topic.special !== null)?.topic ?? NO_TOPIC;
  }

  /** The region that a heading names: what follows is about it. */
  get region(): string | null {
    return (
      [...this.levels].reverse().find(({ region, topic }) => region !== null || topic.mention !== null || topic.special !== null)?.region ??
      null
    );
  }
}

function withoutBrackets(line: readonly DraftToken[]): DraftToken[] {
  let depth = 0;
  return line.filter((token) => {
    if (token.kind === "mark" && token.mark === "（") depth += 1;
    const outside = depth === 0;
    if (token.kind === "mark" && token.mark === "）") depth -= 1;
    return outside;
  });
}

/** 历史欠账方面。…; 投资完成情况：…: the short words that a line without a number opens with. */
function leadOf(line: readonly DraftToken[]): DraftToken[] {
  const stop = line.findIndex((token) => token.kind === "mark" && /[：。，；\n]/.test(token.mark));
  const mark = line[stop];
  const lead = line.slice(0, Math.max(0, stop));
  const ends = mark?.kind === "mark" && /[：。]/.test(mark.mark);
  const short = lead.reduce((length, { text }) => length + text.length, 0) <= LONGEST_LEAD;
  return ends && short && !lead.some((token) => token.kind === "number") ? lead : [];
}

/** What a line is headed by: up to its first ： or 。, short and without figures. */
function headingOf(full: readonly DraftToken[]): { level: number; words: DraftToken[]; region: string | null; whole: boolean } | null {
  const line = withoutBrackets(full);
  const [lead] = line;
  const numbered = lead?.kind === "heading";
  const body = numbered ? line.slice(1) : line;
  const stop = body.findIndex((token) => token.kind === "mark" && /[：。\n；，]/.test(token.mark));
  const head = stop < 0 ? body : body.slice(0, stop);
  const mark = body[stop];
  const whole =
    stop < 0 || (mark?.kind === "mark" && mark.mark === "\n") || (stop === body.length - 2 && mark?.kind === "mark" && mark.mark !== "；");
  const length = head.reduce((sum, { text }) => sum + text.length, 0);
  const hasFigure = head.some((token) => token.kind === "number");
  const ends = mark?.kind === "mark" && /[：。]/.test(mark.mark);
  if (length === 0 || length > LONGEST_HEADING || hasFigure || (!whole && !ends)) return null;
  if (!numbered && !whole) return null;
  const regions = head.filter((token) => token.kind === "region");
  const [only] = regions;
  const bare = head.every((token) => token.kind === "region" || isWord(token, "plain"));
  return { level: numbered ? lead.level : 0, words: head, region: regions.length === 1 && only && bare ? only.region : null, whole };
}
