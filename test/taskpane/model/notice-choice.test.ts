import { DEFAULT_SETTINGS, type NoticeSettings } from "../../../src/notice";
import { freeTemplateName, withoutTemplate, withTemplate } from "../../../src/taskpane/model/notice-choice";

const OWN: NoticeSettings = { ...DEFAULT_SETTINGS, template: "甲", own: [{ name: "甲", text: "一" }, { name: "乙", text: "二" }], fields: { issuer: "办公室" } };

describe("what the pane keeps of a template", () => {
  test("a new one stands beside the others and is in use", () => {
    const kept = withTemplate(OWN, { name: "丙", text: "三", replaces: null });
    expect(kept.template).toBe("丙");
    expect(kept.own.map(({ name }) => name)).toEqual(["甲", "乙", "丙"]);
    expect(kept.fields).toEqual(OWN.fields);
  });

  test("one that was renamed takes the place of its old name", () => {
    expect(withTemplate(OWN, { name: "丁", text: "一改", replaces: "甲" }).own).toEqual([{ name: "乙", text: "二" }, { name: "丁", text: "一改" }]);
  });

  test("there are never two of one name", () => {
    expect(withTemplate(OWN, { name: "乙", text: "新", replaces: "甲" }).own).toEqual([{ name: "乙", text: "新" }]);
    expect(withTemplate(OWN, { name: "乙", text: "新", replaces: null }).own).toEqual([{ name: "甲", text: "一" }, { name: "乙", text: "新" }]);
  });

  test("deleting the one in use falls back on the standard one; deleting another changes nothing else", () => {
    expect(withoutTemplate(OWN, "甲")).toMatchObject({ template: "standard", own: [{ name: "乙" }] });
    expect(withoutTemplate(OWN, "乙").template).toBe("甲");
  });

  test("a copy gets the first number that is free", () => {
    expect(freeTemplateName("督查通报", [])).toBe("督查通报");
    expect(freeTemplateName("督查通报", ["督查通报", "督查通报 (2)"])).toBe("督查通报 (3)");
  });
});
