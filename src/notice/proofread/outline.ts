import type { Report } from "../../progress";
import { Topics, topicsIn } from "./topic";
import type { Subject } from "./subject";
import { isWord, type Token } from "./token";

/** Where a token stands; equal numbers mean the same part (，), clause (；), sentence (。) or line. */
export interface Position {
  part: number;
  clause: number;
  sentence: number;
  line: number;
  /** Brackets open around it. */
  depth: number;
}

/** A line of the draft with what its headings say. */
export interface Line {
  first: number;
  /** Past its last token. */
  end: number;
  topics: readonly Subject[];
  region: string | null;
  /** A title or heading without a sentence in it. */
  title: boolean;
}

/** A draft's tokens in their order of parts, clauses, sentences and lines. */
export interface Outline {
  tokens: readonly Token[];
  positions: readonly Position[];
  lines: readonly Line[];
}

const LONGEST_HEADING = 36;
const LONGEST_LEAD = 16;

/** Divides tokens by their marks; what stands in brackets makes parts of its own and leaves those around it whole. */
export function outlineOf(tokens: readonly Token[], report: Report): Outline {
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
  return { tokens, positions, lines: linesOf(tokens, positions, report) };
}

function linesOf(tokens: readonly Token[], positions: readonly Position[], report: Report): Line[] {
  const topics = new Topics(report);
  const lines: Line[] = [];
  let first = 0;
  while (first < tokens.length) {
    const number = positions[first]?.line;
    let end = first;
    while (end < tokens.length && positions[end]?.line === number) end += 1;
    const line = tokens.slice(first, end);
    const head = headingOf(line);
    if (head) topics.enter(head.level, head.text, head.region);
    const lead = head ? [] : topicsIn(leadOf(line), report);
    lines.push({ first, end, topics: lead.length > 0 ? lead : topics.subjects, region: topics.region, title: head?.whole ?? false });
    first = end;
  }
  return lines;
}

function withoutBrackets(line: readonly Token[]): Token[] {
  let depth = 0;
  return line.filter((token) => {
    if (token.kind === "mark" && token.mark === "（") depth += 1;
    const outside = depth === 0;
    if (token.kind === "mark" && token.mark === "）") depth -= 1;
    return outside;
  });
}

/** 历史欠账方面。…; 投资完成情况：…: the short words that a line without a number opens with. */
function leadOf(line: readonly Token[]): string {
  const stop = line.findIndex((token) => token.kind === "mark" && /[：。，；\n]/.test(token.mark));
  const mark = line[stop];
  const lead = line.slice(0, Math.max(0, stop));
  const text = lead.map((token) => token.text).join("");
  const ends = mark?.kind === "mark" && /[：。]/.test(mark.mark);
  return ends && text.length <= LONGEST_LEAD && !lead.some((token) => token.kind === "number") ? text : "";
}

/** What a line is headed by: up to its first ： or 。, short and without figures. */
function headingOf(full: readonly Token[]): { level: number; text: string; region: string | null; whole: boolean } | null {
  const line = withoutBrackets(full);
  const [lead] = line;
  const numbered = lead?.kind === "heading";
  const body = numbered ? line.slice(1) : line;
  const stop = body.findIndex((token) => token.kind === "mark" && /[：。\n；，]/.test(token.mark));
  const head = stop < 0 ? body : body.slice(0, stop);
  const mark = body[stop];
  const whole = stop < 0 || (mark?.kind === "mark" && mark.mark === "\n") || (stop === body.length - 2 && mark?.kind === "mark" && mark.mark !== "；");
  const text = head.map((token) => token.text).join("");
  const hasFigure = head.some((token) => token.kind === "number");
  const ends = mark?.kind === "mark" && /[：。]/.test(mark.mark);
  if (text === "" || text.length > LONGEST_HEADING || hasFigure || (!whole && !ends)) return null;
  if (!numbered && !whole) return null;
  const regions = head.filter((token) => token.kind === "region");
  const [only] = regions;
  const bare = head.every((token) => token.kind === "region" || isWord(token, "neutral"));
  return { level: numbered ? lead.level : 0, text, region: regions.length === 1 && only && bare ? only.region : null, whole };
}
