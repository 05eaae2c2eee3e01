import { finding, forTheRecord, worstFirst, CATALOGUE, catalogued, isRatioUnit, type FindingCode } from "../../src/progress";

const SEVERITIES: Record<"error" | "warning" | "info", FindingCode[]> = {
  error: ["total-mismatch", "rate-mismatch", "unreadable-number", "formula-error", "duplicate-region", "part-exceeds-whole", "negative-value", "unit-conflict", "source-conflict", "text-under-merge"],
  warning: ["unknown-region", "zero-target", "figures-left-out", "ambiguous-table", "ambiguous-column", "months-unclear", "kept-differs", "date-unknown", "kept-set-aside"],
  info: ["missing-region", "unmapped-column", "blank-done", "hidden-source"],
};

describe("findings", () => {
  test.each(Object.entries(SEVERITIES))("%s: what makes a figure wrong, what may, what is told all the same", (severity, codes) => {
    expect(codes.map((code) => finding(code, [], "", "").severity)).toEqual(codes.map(() => severity));
  });

  test("stand worst first, otherwise as they were met", () => {
    const of = (code: FindingCode, chinese: string) => finding(code, [], chinese, "");
    const met = [of("blank-done", "甲"), of("zero-target", "乙"), of("rate-mismatch", "丙"), of("date-unknown", "丁"), of("total-mismatch", "戊"), of("missing-region", "己")];
    expect(worstFirst(met).map(({ message }) => message["zh-CN"]).join("")).toBe("丙戊乙丁甲己");
  });

  test("for the record only are information, and otherwise the same", () => {
    const cells = [{ sheet: "表", row: 1, column: 2 }];
    const given = finding("date-unknown", cells, "没有日期", "no day");
    expect(given).toEqual({ code: "date-unknown", severity: "warning", cells, message: { "zh-CN": "没有日期", en: "no day" } });
    expect(forTheRecord(given)).toEqual({ ...given, severity: "info" });
  });
});

describe("the indicators of the city's annual task", () => {
  test("keep their ids, names and units: workbooks and templates hold them", () => {
    expect(CATALOGUE.map(({ id, name, shortName, unit, verb, parent }) => [id, name, shortName, unit, verb ?? parent ?? ""])).toEqual([
      ["starts", "棚户区改造开工", "棚改开工", "套", ""],
      ["oldTownStarts", "老旧城区内脏乱差棚户区开工", "老城区脏乱差", "套", "starts"],
      ["publicRentalStarts", "新建公租房开工", "公租房", "套", ""],
      ["basicCompletion", "续建项目基本建成", "基本建成", "套", ""],
      ["rentSubsidyHouseholds", "租赁补贴户数", "补贴户数", "户", "发放"],
      ["rentSubsidyAmount", "租赁补贴金额", "补贴金额", "万元", "发放"],
      ["investment", "完成投资", "投资", "万元", ""],
    ]);
    expect([catalogued("investment")?.name, catalogued("own1")]).toEqual(["完成投资", undefined]);
  });

  test("in units that are ratios are told from those that are counted", () => {
    expect(["%", "‰", "1/10万", "套", "万元"].map(isRatioUnit)).toEqual([true, true, true, false, false]);
  });
});
