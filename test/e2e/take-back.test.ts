import { openPlayground, type OpenPlayground } from "./support/open-playground";

const STAFF = ["目标任务", "公租房历史欠账", "审计整改", "续建攻坚"];
const ATTACHMENT = "附件1 目标任务进展情况表";

describe("撤销 in the pane", () => {
  let playground: OpenPlayground;
  beforeEach(async () => {
    playground = await openPlayground();
  });
  afterEach(() => playground?.close());

  const main = () => playground.pane.locator("main");
  const button = (name: string) => main().getByRole("button", { name, exact: true });
  const sheetNames = () => playground.page.evaluate(() => window.playground!.host.workbook.sheets.map(({ name }) => name));
  const takeBack = async (what: string) => {
    await button(what).click();
    await main().getByText("已撤销，工作簿恢复原样。").waitFor();
  };

  test("takes back 计算进度, its sheet and its marks", async () => {
    const before = (await playground.readCell("目标任务", "C5")).fill;
    await playground.press("计算进度");
    expect((await playground.readCell("目标任务", "C5")).fill).not.toBe(before);
    await takeBack("撤销计算进度");
    expect(await sheetNames()).toEqual(STAFF);
    expect((await playground.readCell("目标任务", "C5")).fill).toBe(before);
    await main().getByText("将写入").waitFor();
  });

  test("takes back 取消标记: the marks stand again", async () => {
    await playground.press("计算进度");
    const marked = (await playground.readCell("目标任务", "C5")).fill;
    await button("取消标记").click();
    await button("撤销取消标记").waitFor();
    await takeBack("撤销取消标记");
    expect((await playground.readCell("目标任务", "C5")).fill).toBe(marked);
  });

  test("takes back one write and leaves the others", async () => {
    await playground.press("计算进度");
    await playground.press("插入附件");
    await playground.press("生成通报");
    await playground.pane.getByRole("tab", { name: "附件" }).click();
    await takeBack("撤销插入附件");
    expect(await sheetNames()).toEqual([...STAFF, "进度计算", "通报"]);
  });

  test("takes back what was written before the workbook was saved, closed and opened again", async () => {
    const before = (await playground.readCell("目标任务", "C5")).fill;
    await playground.press("计算进度");
    await playground.press("插入附件");
    await playground.open("再开.xlsx", await playground.save());
    await playground.pane.getByRole("tab", { name: "附件" }).click();
    await main().getByText("打开面板之前写入 2 处").first().waitFor();
    await takeBack("撤销插入附件");
    await playground.pane.getByRole("tab", { name: "进度" }).click();
    await takeBack("撤销计算进度");
    expect(await sheetNames()).toEqual(STAFF);
    expect((await playground.readCell("目标任务", "C5")).fill).toBe(before);
  });

  test("does not take back a sheet that was edited by hand since, and says why", async () => {
    await playground.press("插入附件");
    await playground.page.evaluate((name) => window.playground!.host.edit(name, "A1", "附件一"), ATTACHMENT);
    await button("撤销插入附件").click();
    await main().getByText("写入之后又改过").waitFor();
    expect(await sheetNames()).toContain(ATTACHMENT);
  });
});

describe("a sheet of ours that the office has edited by hand", () => {
  let playground: OpenPlayground;
  beforeEach(async () => {
    playground = await openPlayground();
    await playground.press("插入附件");
    await playground.page.evaluate((name) => window.playground!.host.edit(name, "A1", "附件一"), ATTACHMENT);
    await playground.press("插入附件");
    await playground.pane.locator("main").getByText("没有写入任何内容").waitFor();
  });
  afterEach(() => playground?.close());

  const click = (name: string) => playground.pane.locator("main").getByRole("button", { name, exact: true }).click();
  const first = async () => (await playground.readCell(ATTACHMENT, "A1")).text;

  test("is asked about before it is written over, and stays as it is until answered", async () => {
    expect(await first()).toBe("附件一");
  });

  test("覆盖 writes over it", async () => {
    await click("覆盖");
    await playground.pane.locator("main").getByText(/^已写入 \d+ 处/).first().waitFor();
    expect(await first()).toBe("附件1");
  });

  test("保留，另插一张 leaves it and puts ours beside it", async () => {
    await click("保留，另插一张");
    await playground.pane.locator("main").getByText("新表").first().waitFor();
    expect(await first()).toBe("附件一");
    const names = await playground.page.evaluate(() => window.playground!.host.workbook.sheets.map(({ name }) => name));
    expect(names.filter((name) => name.startsWith(ATTACHMENT))).toHaveLength(2);
  });
});
