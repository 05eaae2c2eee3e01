import type { NoticeFigure } from "../phrase";
import type { Marks, TextSpan } from "./marks";

/**
 * What a paragraph of the notice is.
 * - number, title, addressees, attachments, signature: by the part it stands in (文号, 标题, 主送, 附件, 落款)
 * - chapter, part, item: begins with a number of the form 一、 or （一） or 1、
 * - body: text alone
 */
export type ParagraphKind = "number" | "title" | "addressees" | "chapter" | "part" | "item" | "body" | "attachments" | "signature";

/** One paragraph of the notice. */
export interface NoticeParagraph {
  kind: ParagraphKind;
  /** The part of the notice that it belongs to, as the template names it. */
  section: string;
  text: string;
  figures: NoticeFigure[];
  /** Words of it that no table says: the office's own, to be answered for by whoever signs. */
  own: TextSpan[];
  /** How many UTF-16 units at its head are its heading: 9 for （一）目标任务情况：省下达…. */
  headingLength: number;
}

/** The parts that have a form of their own. */
const KINDS: Readonly<Record<string, ParagraphKind>> = {
  文号: "number",
  标题: "title",
  主送: "addressees",
  附件: "attachments",
  落款: "signature",
};
const OPEN = "\ue000";
const CLOSE = "\ue001";
const SECTION = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${CLOSE}`);
const UNNAMED = "正文";

/** How headings are numbered, the outermost first; the number itself is set anew so that none is missing, 1. or 1、 as the template has it. */
const LEVELS: readonly { kind: ParagraphKind; number: RegExp; write: (count: number, before: string) => string }[] = [
  { kind: "chapter", number: /^[一二三四五六七八九十]+、/, write: (count) => `${chineseNumber(count)}、` },
  { kind: "part", number: /^（[一二三四五六七八九十]+）/, write: (count) => `（${chineseNumber(count)}）` },
  {
    kind: "item",
    number: /^(?:附件：)?\d{1,2}(?:、|[.．](?!\d))\s*/,
    write: (count, before) => `${before.startsWith("附件：") ? "附件：" : ""}${count}${/[.．]/.test(before) ? "." : "、"}`,
  },
];
/** A heading that runs into its paragraph ends with its first 。 or ：, if that comes so early. */
const LONGEST_HEADING = 40;

/** What the section tag leaves in the text, on a line of its own. */
export function sectionMark(name: string): string {
  return `\n${OPEN}${name}${CLOSE}\n`;
}

/**
 * Cuts a rendered template into paragraphs, a line each; headings are numbered through, and a heading under
 * which nothing stands is left out.
 * @param names of the regions: who is named was found in the tables
 */
export function paragraphsIn(rendered: string, marks: Marks, names: readonly string[]): NoticeParagraph[] {
  let section = UNNAMED;
  const drafts: Draft[] = [];
  for (const line of rendered.split("\n")) {
    const named = SECTION.exec(line)?.[1];
    if (named !== undefined) section = named;
    else if (line.trim() !== "") drafts.push(draftOf(line.trim(), section));
  }
  return numbered(withoutEmptyHeadings(drafts)).map(({ section: part, kind, marked }) => {
    const { text, figures, own, fromTables } = marks.resolve(marked);
    const headingLength = kind === "chapter" || kind === "part" ? headingLengthOf(text) : 0;
    const isTold = fromTables || figures.some(({ cells }) => cells.length > 0) || names.some((name) => text.includes(name));
    // A line of the template that nothing of the tables went into is the office's own, whether it says so or not.
    const isOwn = !isTold && own.length === 0 && (kind === "body" || kind === "item") && !text.endsWith("：");
    return { kind, section: part, text, figures, own: isOwn ? [{ start: 0, end: text.length }] : own, headingLength };
  });
}

interface Draft {
  section: string;
  kind: ParagraphKind;
  /** Index into LEVELS; −1 for what is no heading. */
  level: number;
  marked: string;
}

function draftOf(marked: string, section: string): Draft {
  const kind = KINDS[section];
  const level = kind === undefined || kind === "attachments" ? LEVELS.findIndex(({ number }) => number.test(marked)) : -1;
  return { section, kind: kind ?? LEVELS[level]?.kind ?? "body", level, marked };
}

/** A heading alone, or one that ends with ：, needs something under it. */
function withoutEmptyHeadings(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const draft of [...drafts].reverse()) {
    const next = kept.at(-1);
    const needs = draft.level >= 0 && draft.kind !== "attachments" && /(?:^[^。；，]*|：)$/.test(draft.marked.replace(/[\ue002-\ue004]/g, ""));
    const has =
      next !== undefined && next.kind !== "attachments" && next.kind !== "signature" && (next.level < 0 || next.level > draft.level);
    if (!needs || has) kept.push(draft);
  }
  return kept.reverse();
}

function numbered(drafts: readonly Draft[]): Draft[] {
  const counts = LEVELS.map(() => 0);
  let section: string | null = null;
  return drafts.map((draft) => {
    if (draft.kind === "attachments" && section !== draft.section) counts.fill(0);
    section = draft.section;
    const level = LEVELS[draft.level];
    if (!level) return draft;
    counts.fill(0, draft.level + 1);
    const count = (counts[draft.level] ?? 0) + 1;
    counts[draft.level] = count;
    return { ...draft, marked: draft.marked.replace(level.number, (before) => level.write(count, before)) };
  });
}

function headingLengthOf(text: string): number {
  const end = text.search(/[。：]/) + 1;
  if (end === 0 || end === text.length) return text.length;
  return end <= LONGEST_HEADING ? end : 0;
}

/** 1 to 99: 一, 十, 十二, 二十一. */
function chineseNumber(count: number): string {
  const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  return `${tens === 0 ? "" : `${tens === 1 ? "" : (digits[tens] ?? "")}十`}${digits[ones] ?? ""}`;
}
