import { violations } from "./support/axe";
import { openPlayground, type OpenPlayground } from "./support/open-playground";

const LIMIT = 120_000;
const FINDING = "棚户区改造开工：6个县（市、区）中4个尚未开工；全市24.94%，低于序时进度6.02个百分点";

describe("进度图 in the pane", () => {
  let playground: OpenPlayground;
  beforeAll(async () => {
    playground = await openPlayground();
    await playground.pane.getByRole("tab", { name: "附件" }).click();
    await section().waitFor();
  }, LIMIT);
  afterAll(() => playground?.close());

  const section = () => playground.pane.locator("main").getByRole("region", { name: "进度图" });
  const onSheet = () => playground.page.locator(".chart-layer svg");

  test("shows what a click will draw, in words too", async () => {
    const picture = section().getByRole("img").first();
    expect(await picture.getAttribute("aria-label")).toContain(`${FINDING}。柳林 ★ 131.50%，孝义 ● 81.78%`);
    expect(await violations(playground.paneFrame())).toEqual([]);
  }, LIMIT);

  test("one click draws the same on the sheet, where the playground shows it; 撤销 takes it away", async () => {
    await section().getByRole("button", { name: "插入进度图" }).click();
    await section().getByText("已写入 1 处").waitFor();
    await playground.readCell("进度图", "A1");
    await onSheet().first().waitFor();
    expect(await onSheet().count()).toBe(7);
    expect(await onSheet().first().getAttribute("aria-label")).toBe(FINDING);
    if (process.env.CHART_PICTURES) {
      await playground.page.screenshot({ path: `${process.env.CHART_PICTURES}/playground.png` });
      await section().screenshot({ path: `${process.env.CHART_PICTURES}/pane.png` });
    }
    await section().getByRole("button", { name: "撤销插入进度图" }).click();
    await section().getByText("已撤销").waitFor();
    expect(await onSheet().count()).toBe(0);
  }, LIMIT);
});
