import { Problem } from "../excel";
import type { NoticeText } from "../notice";
import type { Language } from "../progress";

/**
 * A notice that can be written.
 * @throws Problem `template` where the template has a mistake, `nothing-to-write` where nothing is left of the notice
 */
export function requireNotice(notice: NoticeText): NoticeText {
  if (notice.problems.length > 0) {
    const each = (language: Language, of: (line: number, message: string) => string, mark: string) =>
      notice.problems.map(({ line, message }) => of(line, message[language])).join(mark);
    throw new Problem("template", {
      "zh-CN": `通报模板${each("zh-CN", (line, message) => `第 ${line} 行：${message}`, "；")}。请改正后再试，没有写入任何内容。`,
      en: `${each("en", (line, message) => `Line ${line} of the template: ${message}`, "; ")}. Nothing was written.`,
    });
  }
  if (notice.paragraphs.length === 0) {
    throw new Problem("nothing-to-write", {
      "zh-CN": "没有可以写入的内容：读到的表里没有通报要用的数据，或没有选中任何部分。",
      en: "There is nothing to write: the tables hold no figures for a notice, or no part of it was chosen.",
    });
  }
  return notice;
}
