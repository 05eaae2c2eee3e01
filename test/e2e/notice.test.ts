import { documentParts, textOf } from "../support/document-parts";
import { violations } from "./support/axe";
import { openPlayground, type OpenPlayground } from "./support/open-playground";

const LIMIT = 120_000;

describe("通报 in the pane", () => {
  let playground: OpenPlayground;
  beforeAll(async () => {
    playground = await openPlayground();
    await playground.pane.getByRole("tab", { name: "通报" }).click();
    await main().locator("article").waitFor();
  }, LIMIT);
  afterAll(() => playground?.close());

  const main = () => playground.pane.locator("main");
  const text = () => main().locator("article").innerText();
  const template = () => main().getByRole("combobox", { name: "通报模板" });
  const shown = (words: string) => main().locator("article", { hasText: words }).waitFor();
  const settled = async () => {
    expect(await violations(playground.paneFrame())).toEqual([]);
    const overflow = await playground.paneFrame().evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  };

  test("follows the template that is chosen", async () => {
    expect(await text()).toContain("关于全市住房保障工作进展情况的通报");
    await template().selectOption({ label: "排名通报" });
    await shown("完成率居前三名的是：");
    await settled();
    await template().selectOption({ label: "节点通报" });
    await shown("节点要求");
    await template().selectOption({ label: "督查通报" });
    await shown("一、工作推进情况");
  }, LIMIT);

  test("writes the parts that are wanted, and no others", async () => {
    await main().getByText("写入哪些部分：全文").click();
    for (const part of ["标题", "主送", "引言", "存在的主要问题", "下一步工作意见"]) await main().getByRole("checkbox", { name: part }).uncheck();
    await main().getByText("6 个部分中的 1 个").waitFor();
    expect(await text()).not.toContain("二、");
    await settled();
    await main().getByRole("button", { name: "写入新工作表" }).click();
    await main().getByText("已写入 1 处").waitFor();
    const [[first = ""] = []] = await playground.readBlock("通报", { rows: 1, columns: 1 });
    expect(first).toBe("\u3000\u3000一、工作推进情况");
    for (const part of ["标题", "主送", "引言", "存在的主要问题", "下一步工作意见"]) await main().getByRole("checkbox", { name: part }).check();
    await main().getByText("写入哪些部分：全文").click();
  }, LIMIT);

  test("a figure says on hover where it is from, and a click goes there", async () => {
    const figure = main().locator("article [role=button]", { hasText: "999套" }).first();
    await figure.hover();
    await playground.pane.getByRole("tooltip", { name: /来自 目标任务!/ }).waitFor();
    await figure.click();
    await playground.page.waitForFunction(() => window.playground!.host.workbook.activeSheet.name === "目标任务");
  }, LIMIT);

  test("paragraphs that would be written otherwise after the tables changed are told, and updating brings them in", async () => {
    await playground.page.evaluate(() => window.playground!.host.edit("目标任务", "C5", "100"));
    await main().getByText("表格在读取之后有改动").waitFor();
    await main().getByRole("button", { name: "重新读取" }).last().click();
    await main().getByText(/写出的通报有 \d+ 段与现在的表格和设置不符/).waitFor();
    await settled();
    await main().getByRole("button", { name: "更新通报表" }).click();
    await main().getByText(/写出的通报有/).waitFor({ state: "detached" });
    await playground.page.evaluate(() => window.playground!.host.edit("目标任务", "C5", "0"));
    await main().getByText("表格在读取之后有改动").waitFor();
    await main().getByRole("button", { name: "重新读取" }).last().click();
    await shown("已开工999套");
  }, LIMIT);

  test("a template is edited with its result beside it, mistakes named by line, and kept in the workbook", async () => {
    await main().getByRole("button", { name: "编辑模板" }).click();
    const area = main().getByRole("textbox", { name: "模板内容" });
    expect(await area.inputValue()).toContain("{% 部分 标题 %}");
    await area.fill("{% 部分 标题 %}\n关于{{ 全市 }}开工情况的通报\n{% 部分 正文 %}\n棚户区改造已开工{{ 棚改开工.完成 }}，{{ 没有.完成 | 无此过滤器 }}。");
    const mistake = main().getByRole("button", { name: /^第 4 行：/ });
    await mistake.click();
    expect(await area.evaluate((element) => (element as HTMLTextAreaElement).value.slice((element as HTMLTextAreaElement).selectionStart, (element as HTMLTextAreaElement).selectionEnd))).toMatch(/^棚户区改造已开工/);
    await settled();
    await area.fill("{% 部分 标题 %}\n关于{{ 全市 }}开工情况的通报\n{% 部分 正文 %}\n棚户区改造已开工{{ 棚改开工.完成 }}，占{{ 棚改开工.完成率 }}。");
    await shown("棚户区改造已开工999套，占24.94%。");
    await main().getByRole("textbox", { name: "模板名称" }).fill("本办模板");
    await settled();
    const [download] = await Promise.all([playground.page.waitForEvent("download"), main().getByRole("button", { name: "导出文件" }).click()]);
    expect(download.suggestedFilename()).toBe("本办模板.txt");
    await main().getByRole("button", { name: "保存到工作簿" }).click();
    await template().waitFor();
    expect(await template().inputValue()).toBe("本办模板");
    expect((await text()).split(/\n+/)).toEqual(["关于全市开工情况的通报", "棚户区改造已开工999套，占24.94%。"]);
  }, LIMIT);

  test("the kept template is there after the workbook is saved and opened; one can be taken from a file, another deleted", async () => {
    await playground.open("再开.xlsx", await playground.save());
    await playground.pane.getByRole("tab", { name: "通报" }).click();
    await template().waitFor();
    expect(await template().inputValue()).toBe("本办模板");
    await main().locator('input[type="file"]').setInputFiles({ name: "外来.txt", mimeType: "text/plain", buffer: Buffer.from("\ufeff目标{{ 棚改开工.目标 }}。\r\n") });
    await shown("目标4005套。");
    expect(await main().getByRole("textbox", { name: "模板名称" }).inputValue()).toBe("外来");
    await main().getByRole("button", { name: "放弃修改" }).click();
    await main().getByRole("button", { name: "编辑模板" }).click();
    await main().getByRole("button", { name: "删除模板" }).click();
    await template().waitFor();
    expect(await template().inputValue()).toBe("standard");
  }, LIMIT);

  test("保存本期 keeps the period; a later one is told against it", async () => {
    await main().getByText("保存本期与较上期").click();
    await main().getByText("还没有保存过上期").waitFor();
    await main().getByRole("button", { name: "保存本期" }).click();
    await main().getByText("截至2021年4月23日的数字已保存").waitFor();
    await playground.page.evaluate(() => {
      for (const [sheet, cell] of [["目标任务", "F2"], ["公租房历史欠账", "C2"], ["审计整改", "D2"], ["续建攻坚", "B2"]] as const) {
        window.playground!.host.edit(sheet, cell, "截至2021年5月31日");
      }
    });
    await main().getByRole("button", { name: "重新读取" }).last().click();
    await main().getByText("“较上期”与截至2021年4月23日的数字比较。").waitFor();
    await settled();
  }, LIMIT);

  test("导出 Word gives a .docx with 领导快报 as its first page where that is ticked, whose library is loaded only then", async () => {
    const asked: string[] = [];
    await main().getByText("写入哪些部分：全文").click();
    await main().getByRole("checkbox", { name: "领导快报作 Word 的第一页" }).check();
    await settled();
    playground.page.on("request", (request) => asked.push(request.url()));
    const [download] = await Promise.all([playground.page.waitForEvent("download"), main().getByRole("button", { name: "导出 Word" }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    const bytes: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) bytes.push(chunk as Buffer);
    const text = textOf((await documentParts(Buffer.concat(bytes))).get("word/document.xml") ?? "");
    expect(text.indexOf("住房保障工作快报")).toBeGreaterThanOrEqual(0);
    expect(text.indexOf("住房保障工作快报")).toBeLessThan(text.indexOf("的通报"));
    expect(asked.filter((address) => address.endsWith(".js")).length).toBeGreaterThan(0);
    await main().getByText("Word 文件已生成").waitFor();
  }, LIMIT);

  test("nothing failed on the page", () => {
    expect(playground.troubles).toEqual([]);
  });
});
