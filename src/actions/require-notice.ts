import { Problem } from "../excel";
import type { NoticeText } from "../notice";

/**
 * A notice that can be written.
 * @throws Problem `template` where the template has a mistake, `nothing-to-write` where nothing is left of the notice
 */
export function requireNotice(notice: NoticeText): NoticeText {
  const [mistake] = notice.problems;
  if (mistake) {
    throw new Problem("template", {
      "zh-CN": `通报模板第 ${mistake.line} 行：${mistake.message["zh-CN"]}。请改正后再试，没有写入任何内容。`,
      en: `Line ${mistake.line} of the template: ${mistake.message.en}. Nothing was written.`,
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
