import type { Report } from "../progress";
import type { NoticeParagraph } from "./template/paragraphs";
import type { TemplateProblem } from "./template/errors";
import type { TemplateId } from "./templates";
import { writingOf, type NoticeOptions } from "./writing";

/** A notice: its paragraphs in order, each figure with what it rests on. */
export interface NoticeText {
  paragraphs: NoticeParagraph[];
  /** Mistakes of the template, by line; there are no paragraphs then. */
  problems: TemplateProblem[];
}

/** Writes notices; loaded when the first one is wanted. */
export interface NoticeWriter {
  /**
   * Writes the notice from what was computed: only of what the workbook has.
   * @param report of any city, any number of regions
   * @param template one of ours by its id, or the text of the office's own (docs/templates.md)
   * @returns no paragraphs where there is nothing to tell
   */
  write(report: Report, options?: NoticeOptions, template?: TemplateId | { text: string }): NoticeText;
  /** The text of one of our templates, for the office to start from. */
  templateText(id: TemplateId): string;
}

/** Loads the template engine and our templates. */
export async function loadNoticeWriter(): Promise<NoticeWriter> {
  const [{ render }, { TEXTS }] = await Promise.all([import("./template/engine"), import("./templates/texts")]);
  return {
    templateText: (id) => TEXTS[id],
    write(report, options = {}, template = "standard") {
      if (!hasContent(report)) return { paragraphs: [], problems: [] };
      const text = typeof template === "string" ? TEXTS[template] : template.text;
      return render(text, writingOf(report, options));
    },
  };
}

/** The notice as plain lines, one paragraph each; of the named parts only, where some are. */
export function noticeLines(notice: NoticeText, sections?: readonly string[]): string[] {
  return notice.paragraphs
    .filter(({ section }) => sections === undefined || sections.includes(section))
    .map(({ text }) => text);
}

/** The parts that a notice has, in order, as its template names them. */
export function sectionsOf(notice: NoticeText): string[] {
  return [...new Set(notice.paragraphs.map(({ section }) => section))];
}

/** Whether a report has anything to tell. */
function hasContent({ indicators, backlog, audit, continuing, notes }: Report): boolean {
  const figures = indicators.some(({ regions }) => regions.some(({ target, done }) => target !== null || done !== null));
  return figures || backlog !== null || audit.length > 0 || continuing !== null || notes.length > 0;
}
