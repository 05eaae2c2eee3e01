import { buildReport } from "../../src/progress";
import { loadNationalList, readWorkbook } from "../../src/tables";
import { likelyNames } from "../../src/regions";
import { sheetOf } from "../support/grid";

describe("the names that a misspelt region was likely meant to be", () => {
  const units = ["离石区", "孝义市", "汾阳市", "文水县", "中阳县"];

  test.each([
    ["汾阴市", ["汾阳市"]],
    ["石离区", ["离石区"]],
    ["文县", ["文水县"]],
    ["孝义义市", ["孝义市"]],
    ["云中县", ["中阳县"].slice(1)],
  ])("%s", (typed, meant) => expect(likelyNames(typed, units)).toEqual(meant));

  test("stand with the finding, and a correction by one of them leaves none", async () => {
    const gazetteer = await loadNationalList();
    const rows = ["离石区", "孝义市", "汾阴市", "文水县"].map((name) => [name, 100, 50]);
    const sheets = [sheetOf("表", [["吕梁市2021年棚户区改造情况表"], ["县（市、区）", "目标任务（套）", "已开工（套）"], ...rows])];
    const read = (corrections: Parameters<typeof readWorkbook>[1]["corrections"] = []) => buildReport(readWorkbook({ sheets }, { gazetteer, corrections }), { today: "2021-12-31" });
    const unknown = read().findings.find(({ code }) => code === "unknown-region");
    expect(unknown?.likely).toEqual({ label: "汾阴市", names: ["汾阳市"] });
    const mended = read([{ kind: "region", label: "汾阴市", region: "汾阳市" }]);
    expect(mended.findings.map(({ code }) => code)).not.toContain("unknown-region");
    expect(mended.regions.map(({ name }) => name)).toContain("汾阳市");
  });
});
