import { loadNoticeWriter, type NoticeParagraph, type NoticeText } from "../../src/notice";
import { GOALS_HEADER } from "../support/goals-workbook";
import { reportOf, sheetOf } from "../support/grid";

const ROWS = [["甲县", 100, 0, 10, 1], ["乙县", 200, 20, 10, 2], ["丙县", 100, 50, 10, 3]];
const report = (header: string[] = [], notes: string[] = []) =>
  reportOf([sheetOf("目标任务", [["云中市2022年目标任务表（截至2022年6月30日）"], [...GOALS_HEADER, ...header], ...ROWS.map((row, at) => [...row, ...(notes[at] === undefined ? [] : [notes[at] ?? ""])])])]);

const ownWords = ({ text, own }: NoticeParagraph) => own.map(({ start, end }) => text.slice(start, end));
const allOwn = ({ paragraphs }: NoticeText) => paragraphs.flatMap(ownWords);

describe("words that no table says", () => {
  test("on slow procedures stand only where notes tell of procedures, and as the office's own", async () => {
    const writer = await loadNoticeWriter();
    const text = (notice: NoticeText) => notice.paragraphs.map((paragraph) => paragraph.text).join("\n");
    expect(text(writer.write(report()))).not.toContain("手续办理缓慢");
    const noted = writer.write(report(["进展说明"], ["正在办理前期手续", "", ""]));
    expect(text(noted)).toContain("手续办理缓慢");
    expect(allOwn(noted)).toContainEqual(expect.stringContaining("土地部门是按集中一批上报一次"));
  });

  test("are told from what the tables say in the same paragraph", async () => {
    const notice = (await loadNoticeWriter()).write(report());
    const problem = notice.paragraphs.find(({ text }) => text.includes("还未开工"));
    expect(problem && ownWords(problem)).toEqual([expect.stringMatching(/^部分县市重视不够。.*自主申报。$/), "严重影响全市目标任务完成。"]);
    expect(notice.paragraphs.filter(({ section, text }) => section === "工作推进情况" && /\d/.test(text)).flatMap(ownWords)).toEqual([]);
  });

  test("of an office's own template are those that nothing of the tables goes into", async () => {
    const text = "{% 部分 正文 %}\n开工{{ 棚改开工.完成 }}。\n各地务必重视。\n{{ 未开工 | 名单 }}要抓紧。\n现将情况通报如下：\n{{ 租赁补贴 | 默认: 完成投资.情况 }}";
    expect(allOwn((await loadNoticeWriter()).write(report(), {}, { text }))).toEqual(["各地务必重视。"]);
  });
});
