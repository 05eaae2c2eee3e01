import { loadNoticeWriter, noticeLines, type NoticeOptions, type NoticeParagraph, type NoticeText, type TemplateId } from "../../src/notice";
import type { Report } from "../../src/progress";

const writer = loadNoticeWriter();
const PART_ONE = "工作推进情况";

/** The notice by a template; a mistake in the template fails the test. */
export async function noticeOf(report: Report, options: NoticeOptions = {}, template?: TemplateId | { text: string }): Promise<NoticeText> {
  const notice = (await writer).write(report, options, template);
  expect(notice.problems).toEqual([]);
  return notice;
}

/** Part 一 below its heading. */
export async function partOne(report: Report, options: NoticeOptions = {}): Promise<NoticeParagraph[]> {
  const { paragraphs } = await noticeOf(report, options);
  return paragraphs.filter(({ section, kind }) => section === PART_ONE && kind !== "chapter");
}

/** Part 一 below its heading, as lines. */
export async function partOneLines(report: Report, options: NoticeOptions = {}): Promise<string[]> {
  return noticeLines({ paragraphs: await partOne(report, options), problems: [] });
}
