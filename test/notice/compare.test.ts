import { compareNotice, differences, mergedNotice, type NoticeParagraph } from "../../src/notice";

const paragraph = (text: string, section = "正文"): NoticeParagraph => ({ kind: "body", section, text, figures: [], own: [], headingLength: 0 });
const OLD = ["离石、兴县尚未开工。", "截至目前开工999套，占24.94%。", "柳林居第一名。", "以下各条不变。"].map((text) => paragraph(text));

describe("a written notice beside what would be written now", () => {
  test("differs by a name in a list, a rank, a sentence that falls away and one that comes", () => {
    const now = ["离石、兴县、岚县尚未开工。", "柳林居第二名。", "以下各条不变。", "新的一段话。"].map((text) => paragraph(text));
    expect(compareNotice({ paragraphs: OLD }, now)).toEqual([
      { before: 0, after: 0 },
      { before: 1, after: null },
      { before: 2, after: 1 },
      { before: null, after: 3 },
    ]);
  });

  test("does not differ where it is the same", () => {
    expect(compareNotice({ paragraphs: OLD }, OLD)).toEqual([]);
  });

  test("takes up the changes that are wanted, and no others", () => {
    const now = ["离石尚未开工。", "截至目前开工1099套，占24.94%。", "柳林居第一名。", "以下各条不变。"].map((text) => paragraph(text));
    const texts = (wanted?: number[]) => mergedNotice({ paragraphs: OLD }, now, wanted).map(({ text }) => text);
    expect(texts([1])).toEqual([OLD[0]?.text, now[1]?.text, OLD[2]?.text, OLD[3]?.text]);
    expect(texts()).toEqual(now.map(({ text }) => text));
    expect(texts([])).toEqual(OLD.map(({ text }) => text));
  });

  test("says where two texts differ, numbers as wholes", () => {
    expect(differences("开工999套，占24.94%。", "开工1099套，占24.94%。")).toEqual([
      { kind: "same", text: "开工" },
      { kind: "gone", text: "999" },
      { kind: "new", text: "1099" },
      { kind: "same", text: "套，占24.94%。" },
    ]);
    expect(differences("", "新")).toEqual([{ kind: "new", text: "新" }]);
  });
});
