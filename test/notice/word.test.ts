import { noticeDocument, type AttachmentTable, type NoticeParagraph } from "../../src/notice";
import { documentParts, paragraphsOf, textOf } from "../support/document-parts";

const MM = 1440 / 25.4;
const line = (kind: NoticeParagraph["kind"], text: string, headingLength = 0): NoticeParagraph => ({ kind, section: kind, text, figures: [], own: [], headingLength });
const NOTICE: NoticeParagraph[] = [
  line("number", "吕房保办发〔2021〕8号"),
  line("title", "关于全市住房保障工作督查情况的通报"),
  line("addressees", "各县（市、区）人民政府："),
  line("body", "现将督查的具体情况通报如下："),
  line("chapter", "一、工作推进情况", 8),
  line("part", "（一）目标任务情况：省下达我市棚户区改造开工4005套。", 9),
  line("item", "1、开工情况：已开工999套 & <263套>。", 7),
  line("attachments", "附件："),
  line("attachments", "1、甲表"),
  line("attachments", "2、乙表"),
  line("signature", "吕梁市住房保障工作领导小组办公室"),
  line("signature", "2021年5月6日"),
];
const cell = (text: string, more: Partial<AttachmentTable["body"][0][0]> = {}) => ({ text, rowSpan: 1, columnSpan: 1, bold: false, align: "center" as const, ...more });
const TABLE: AttachmentTable = {
  label: "附件1",
  title: "甲表",
  caption: ["填报单位：甲", "截至2021年4月23日", "单位：套"],
  columnWidths: [60, 40, 40],
  fontSize: 10.5,
  header: [[cell("县（市、区）", { rowSpan: 2 }), cell("开工", { columnSpan: 2 })], [cell("目标\n任务"), cell("完成")]],
  body: [[cell("甲县"), cell("100"), cell("○ 20")], [cell("合计", { bold: true }), cell("100", { bold: true }), cell("20", { bold: true })]],
  notes: ["注：○ 滞后"],
};

describe("the notice as a Word file", () => {
  let parts: Map<string, string>;
  let body: string;
  const of = (words: string) => {
    const found = paragraphsOf(body).find((paragraph) => textOf(paragraph).includes(words));
    if (found === undefined) throw new Error(`no paragraph with ${words}`);
    return found;
  };
  const face = (paragraph: string) => [...paragraph.matchAll(/w:eastAsia="([^"]+)"/g)].map((match) => match[1]);
  const sizes = (paragraph: string) => [...paragraph.matchAll(/<w:sz w:val="(\d+)"\/>/g)].map((match) => Number(match[1]) / 2);

  beforeAll(async () => {
    parts = await documentParts(await noticeDocument(NOTICE, { tables: [TABLE] }));
    body = parts.get("word/document.xml") ?? "";
  });

  test("holds every paragraph's text as it is, in order", () => {
    const texts = paragraphsOf(body).map(textOf);
    for (const { text, kind } of NOTICE) if (kind !== "attachments") expect(texts).toContain(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    expect(texts.indexOf("一、工作推进情况")).toBeLessThan(texts.indexOf("2021年5月6日"));
  });

  test("is set in the standard's faces and sizes: title 2号小标宋, body 3号仿宋, headings 黑体 and 楷体", () => {
    expect([face(of("关于全市"))[0], sizes(of("关于全市"))[0]]).toEqual(["方正小标宋简体", 22]);
    expect([face(of("现将督查"))[0], sizes(of("现将督查"))[0]]).toEqual(["仿宋", 16]);
    expect(face(of("一、工作"))[0]).toBe("黑体");
    expect(face(of("（一）"))).toEqual(["楷体", "仿宋"]);
    expect(parts.get("word/fontTable.xml")).toMatch(/<w:font w:name="方正小标宋简体"><w:altName w:val="[^"]*宋体/);
  });

  test("indents by two characters, not by spaces", () => {
    for (const words of ["现将督查", "一、工作", "（一）", "1、开工"]) expect(of(words)).toMatch(/w:firstLineChars="200"/);
    expect(of("各县（市、区）")).not.toMatch(/firstLine/);
    expect(paragraphsOf(body).map(textOf).filter((text) => /^[\s\u3000]/.test(text))).toEqual([]);
  });

  test("lies on the standard's page: A4, 37 mm at the top, 28 mm at the binding; attachments across", () => {
    const [portrait, landscape] = [...body.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gs)].map((match) => match[0]);
    const margin = (section: string | undefined, side: string) => Math.round(Number(new RegExp(`<w:pgMar [^>]*w:${side}="(\\d+)"`).exec(section ?? "")?.[1]) / MM);
    expect([margin(portrait, "top"), margin(portrait, "left")]).toEqual([37, 28]);
    expect(portrait).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(landscape).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/);
  });

  test("numbers its pages — 1 —, outside on either side", () => {
    const footers = [...parts].filter(([name]) => /^word\/footer\d+\.xml$/.test(name)).map(([, xml]) => xml);
    expect(footers.every((xml) => /— .*PAGE.* —/s.test(xml))).toBe(true);
    expect(parts.get("word/settings.xml")).toContain("<w:evenAndOddHeaders/>");
    expect(new Set(footers.map((xml) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]))).toEqual(new Set(["left", "right"]));
  });

  test("lists attachments behind 附件：, one under the other", () => {
    expect(textOf(of("附件："))).toBe("附件：1、甲表");
    const left = (words: string) => /<w:ind [^>]*w:left="(\d+)"/.exec(of(words))?.[1];
    expect(left("2、乙表")).toBe(left("附件："));
  });

  test("has each attachment as a real table whose header comes again on every page", () => {
    const table = /<w:tbl>.*<\/w:tbl>/s.exec(body)?.[0] ?? "";
    const rows = table.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    expect(rows.map((row) => /<w:tblHeader\/>/.test(row))).toEqual([true, true, false, false]);
    expect(rows.every((row) => row.includes("<w:cantSplit/>"))).toBe(true);
    expect(rows[0]).toMatch(/<w:gridSpan w:val="2"\/>/);
    expect(rows[0]).toMatch(/<w:vMerge w:val="restart"\/>/);
    expect(rows.map(textOf).slice(2)).toEqual(["甲县100○ 20", "合计10020"]);
    expect(textOf(of("截至2021"))).toContain("单位：套");
  });

  test("is as good without attachments or signature", async () => {
    const plain = await documentParts(await noticeDocument(NOTICE.slice(0, 7), { tables: [] }));
    expect(plain.get("word/document.xml")).not.toContain("<w:tbl>");
  });
});
