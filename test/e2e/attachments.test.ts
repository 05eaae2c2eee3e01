import { violations } from "./support/axe";
import { openPlayground, type OpenPlayground } from "./support/open-playground";

const LIMIT = 120_000;
const FIRST = "附件1 目标任务进展情况表";

describe("附件 in the pane", () => {
  let playground: OpenPlayground;
  beforeAll(async () => {
    playground = await openPlayground();
    await playground.pane.getByRole("tab", { name: "附件" }).click();
    await main().getByRole("button", { name: "插入附件" }).waitFor();
  }, LIMIT);
  afterAll(() => playground?.close());

  const main = () => playground.pane.locator("main");
  const ranking = () => main().getByRole("region", { name: "进度排名表" });
  const accessible = async () => expect(await violations(playground.paneFrame())).toEqual([]);

  test("进度排名表 ranks by the indicators that are chosen", async () => {
    for (const name of ["老旧城区内脏乱差棚户区开工", "新建公租房开工", "续建项目基本建成", "租赁补贴户数", "完成投资"]) {
      await ranking().getByRole("checkbox", { name }).uncheck();
    }
    await accessible();
    await ranking().getByRole("button", { name: "插入进度排名表" }).click();
    await ranking().getByText("已写入 1 处").waitFor();
    const rows = await playground.readBlock("进度排名表", { rows: 9, columns: 5 });
    expect(rows[0]?.[0]).toBe("吕梁市2021年棚户区改造开工进度排名表");
    expect(rows.slice(3, 5)).toEqual([["1", "柳林县", "200", "263", "131.50%"], ["2", "孝义市", "900", "736", "81.78%"]]);
    await accessible();
  }, LIMIT);

  test("without an indicator there is nothing to insert, and that is said", async () => {
    await ranking().getByRole("checkbox", { name: "棚户区改造开工", exact: true }).uncheck();
    await ranking().getByText("请至少选一个指标。").waitFor();
    await ranking().getByRole("checkbox", { name: "棚户区改造开工", exact: true }).check();
  }, LIMIT);

  test("an attachment that the office has retitled becomes its template, and the next insert follows it", async () => {
    await main().getByRole("button", { name: "插入附件" }).click();
    await main().getByText("已写入 2 处").waitFor();
    await playground.page.evaluate((sheet) => window.playground!.host.edit(sheet, "A3", "县区任务进展一览表"), FIRST);
    await main().getByRole("button", { name: `把“${FIRST}”的格式存为模板` }).click();
    await main().getByText("已存为模板，下次插入照此排版。").waitFor();
    await accessible();
    await main().getByRole("button", { name: "更新附件" }).click();
    await main().getByRole("button", { name: "更新附件" }).waitFor();
    expect((await playground.readCell(FIRST, "A3")).text).toBe("县区任务进展一览表");
    await main().getByRole("button", { name: `“${FIRST}”恢复标准格式` }).click();
    await main().getByText("按本办公室的模板排版").waitFor({ state: "detached" });
    await main().getByRole("button", { name: "更新附件" }).click();
    await playground.page.waitForFunction((sheet) => window.playground!.readCell(sheet, "A3").text.startsWith("吕梁市2021年"), FIRST);
  }, LIMIT);

  test("one that was edited by hand is asked about before it is written over", async () => {
    await playground.page.evaluate((sheet) => window.playground!.host.edit(sheet, "B8", "5"), FIRST);
    await main().getByRole("button", { name: "更新附件" }).click();
    await main().getByRole("alert").getByText("手工改过").waitFor();
    expect((await playground.readCell(FIRST, "B8")).text).toBe("5");
    await main().getByText("插入之后手工改过；更新前会先问怎么办。").waitFor();
    await accessible();
  }, LIMIT);

  test("nothing failed on the page", () => {
    expect(playground.troubles).toEqual([]);
  });
});
