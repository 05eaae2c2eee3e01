import { layNotice, planNoticeSheet } from "../../src/attachments";
import { loadNoticeWriter, noticeLines } from "../../src/notice";
import { GOALS_HEADER } from "../support/goals-workbook";
import { reportOf, sheetOf } from "../support/grid";
import { regionName } from "../support/county-workbook";

const county = (index: number): (string | number)[] => [regionName(index), 100, [0, 20, 80, 100, 130][index % 5] ?? 0, 10, 5];
const reportOfCounties = (count: number) =>
  reportOf([sheetOf("目标任务", [["云中市2022年目标任务表（截至2022年6月30日）"], GOALS_HEADER, ...Array.from({ length: count }, (_, index) => county(index))])]);

describe("the notice in cells, as GB/T 9704 has it", () => {
  test("indents the first line of what is a paragraph, and nothing else", () => {
    const texts = layNotice(
      [{ kind: "title", text: "通报" }, { kind: "addressees", text: "各县：" }, { kind: "body", text: "现通报如下：" }, { kind: "chapter", text: "一、情况" }, { kind: "signature", text: "办公室" }],
      84,
    ).map(({ text }) => text);
    expect(texts).toEqual(["通报", "各县：", "　　现通报如下：", "　　一、情况", "办公室"]);
  });

  test("leaves a line free between the title and whom it is addressed to", () => {
    const [title, addressees, body] = layNotice([{ kind: "title", text: "通报" }, { kind: "addressees", text: "各县：" }, { kind: "body", text: "现通报如下" }], 84);
    expect(title?.row).toBe(0);
    expect(addressees?.height).toBeGreaterThan((body?.height ?? 0) * 1.7);
    expect(planNoticeSheet([{ kind: "addressees", text: "各县：" }]).styles[0]?.style.vertical).toBe("Bottom");
  });

  test("numbers attachments “附件：1.” with the next under the first; the seed-like template keeps its own", async () => {
    const writer = await loadNoticeWriter();
    const attachments = ["甲表", "乙表"];
    const lines = (template: "standard" | "ranking") => writer.write(reportOfCounties(4), { attachments }, template).paragraphs.filter(({ section }) => section === "附件");
    expect(lines("ranking").map(({ text }) => text)).toEqual(["附件：1.甲表", "2.乙表"]);
    expect(layNotice(lines("ranking"), 84).map(({ text }) => text)).toEqual(["　　附件：1.甲表", "　　　　　2.乙表"]);
    expect(lines("standard").map(({ text }) => text)).toEqual(["附件：", "1、甲表", "2、乙表"]);
    expect(writer.write(reportOfCounties(4), { attachments: ["甲表"] }, "ranking").paragraphs.at(-1)?.text).toBe("附件：甲表");
  });

  test("of 150 counties tells them by how they stand, and of fifteen one by one", async () => {
    const writer = await loadNoticeWriter();
    const paragraph = (count: number) => noticeLines(writer.write(reportOfCounties(count))).find((line) => line.startsWith("分县情况看：")) ?? "";
    const clauses = (text: string) => text.split("；").length;
    expect(clauses(paragraph(15))).toBeGreaterThan(10);
    expect(clauses(paragraph(150))).toBe(5);
    expect(paragraph(150)).toMatch(/^分县情况看：棚户区改造开工超额完成全年任务的有30个县：.*；完成全年任务的有30个县：.*；进度正常的有30个县：.*；滞后于序时进度的有30个县：.*；暂未开工的有30个县：/);
  });
});
