import path from "node:path";
import { readCorpusFile } from "../tables/corpus/corpus-file";
import { xlsxOf } from "../tables/corpus/workbook-file";
import { violations } from "./support/axe";
import { openPlayground, type OpenPlayground } from "./support/open-playground";

const workbook = async (name: string) => xlsxOf(readCorpusFile(path.join(__dirname, `../tables/corpus/workbooks/${name}.txt`)));

describe("a workbook that keeps months side by side, in the pane", () => {
  let playground: OpenPlayground;
  beforeEach(async () => {
    playground = await openPlayground();
    await playground.open("各月.xlsx", await workbook("six-months-as-column-groups"));
    await playground.pane.getByRole("button", { name: "截至 2024年6月30日" }).waitFor();
  });
  afterEach(() => playground?.close());

  const main = () => playground.pane.locator("main");

  test("offers its days; choosing March gives March in the pane and on the sheet", async () => {
    await playground.pane.getByRole("button", { name: "截至 2024年6月30日" }).click();
    const days = playground.pane.getByRole("button", { name: /^2024年\d月\d+日$/ });
    await days.first().waitFor();
    expect(await days.allTextContents()).toEqual(["2024年1月31日", "2024年2月29日", "2024年3月31日", "2024年4月30日", "2024年5月31日", "2024年6月30日"]);
    await days.nth(2).click();
    await playground.pane.getByRole("button", { name: "截至 2024年3月31日", exact: true }).waitFor();
    await playground.pane.getByRole("tab", { name: "进度" }).click();
    await main().getByText("260/1400 套").waitFor();
    await playground.press("计算进度");
    const rows = await playground.readBlock("进度计算", { rows: 12, columns: 8 });
    expect(rows.flat().join("|")).toContain("260");
    expect(rows.flat().join("|")).not.toContain("820");
  });

  test("its indicator has its months as a line that says every figure", async () => {
    await playground.pane.getByRole("tab", { name: "进度" }).click();
    const line = main().getByRole("img", { name: /^各期：/ });
    await line.waitFor();
    expect(await line.getAttribute("aria-label")).toBe("各期：2024年1月31日 1.43%，2024年2月29日 8.57%，2024年3月31日 18.57%，2024年4月30日 29.29%，2024年5月31日 45.00%，2024年6月30日 58.57%");
    expect(await violations(playground.paneFrame())).toEqual([]);
  });

  test("the ranking's weights are set in 设置, and what cannot be a weight is told", async () => {
    await playground.open("各月两项.xlsx", await workbook("six-months-a-sheet-each"));
    await playground.pane.getByRole("button", { name: "截至 2024年6月30日" }).waitFor();
    await playground.pane.getByRole("button", { name: "设置", exact: true }).click();
    await main().getByText("综合排名", { exact: true }).click();
    await main().getByLabel("“棚户区改造开工”的权重").fill("两");
    await main().getByLabel("末位个数（末三位填 3）").fill("1");
    await main().getByRole("button", { name: "保存设置" }).click();
    await main().getByText("权重请填 0 到 1000 的数").waitFor();
    await main().getByLabel("“棚户区改造开工”的权重").fill("2");
    expect(await violations(playground.paneFrame())).toEqual([]);
    await main().getByRole("button", { name: "保存设置" }).click();
    await main().getByText("设置已保存，面板里的结果").waitFor();
    await playground.pane.getByRole("tab", { name: "附件" }).click();
    await main().getByRole("button", { name: "插入进度排名表" }).click();
    await main().getByText(/已.*进度排名表/).first().waitFor();
    const [heading, , first] = (await playground.readBlock("进度排名表", { rows: 5, columns: 7 })).slice(2);
    expect([heading?.[0], first?.slice(0, 3)]).toEqual(["综合排名", ["1", "文水县", "68.67"]]);
  });
});
