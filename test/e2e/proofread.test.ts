import { readFileSync } from "node:fs";
import path from "node:path";
import JSZip from "jszip";
import { violations } from "./support/axe";
import { openPlayground, type OpenPlayground } from "./support/open-playground";

const SEED = readFileSync(path.resolve(__dirname, "../notice/seed-notice-2021-8.txt"), "utf8");
const LIMIT = 120_000;

describe("校核 of the notice that the office wrote by hand", () => {
  let playground: OpenPlayground;
  beforeAll(async () => {
    playground = await openPlayground();
  }, LIMIT);
  afterAll(() => playground?.close());

  const main = () => playground.pane.locator("main");

  test("a pasted draft is judged: its two wrong figures and the doubtful one, and no other", async () => {
    await playground.pane.getByRole("tab", { name: "校核" }).click();
    await main().getByRole("textbox", { name: "通报草稿" }).fill(SEED);
    await main().getByRole("button", { name: "校核", exact: true }).click();
    await main().getByRole("button", { name: "✕ 有误 2" }).waitFor();
    await main().getByRole("button", { name: "？ 存疑 1" }).waitFor();
    expect(await main().locator("article button").allInnerTexts()).toEqual([
      expect.stringContaining("180套"),
      expect.stringContaining("17342万元"),
      expect.stringContaining("5个"),
    ]);
    expect(await violations(playground.paneFrame())).toEqual([]);
    const overlaps = await main().locator("article p").evaluateAll((lines) => {
      const boxes = lines.map((line) => line.getBoundingClientRect());
      return boxes.filter((box, index) => box.top < (boxes[index - 1]?.bottom ?? box.top) - 1).length;
    });
    expect(overlaps).toBe(0);
  }, LIMIT);

  test("the arrow keys step from one to the next, each with its computation and its cells", async () => {
    await main().locator("article button").first().focus();
    await playground.page.keyboard.press("ArrowRight");
    const card = main().getByRole("region", { name: /17342万元/ });
    await card.waitFor();
    expect(await card.innerText()).toMatch(/17312/);
    expect(await card.getByRole("button", { name: /定位/ }).count()).toBeGreaterThan(0);
  }, LIMIT);

  test("F8 steps on, Shift+F8 back, from wherever the focus is in the view", async () => {
    await main().getByRole("button", { name: "下一处" }).focus();
    await playground.page.keyboard.press("F8");
    await main().getByRole("region", { name: /5个/ }).waitFor();
    await playground.page.keyboard.press("Shift+F8");
    await main().getByRole("region", { name: /17342万元/ }).waitFor();
  }, LIMIT);

  test("改为 puts the right figure into the draft, and the judgement follows", async () => {
    await main().getByRole("button", { name: "改为 17312万元" }).click();
    await main().getByRole("button", { name: "✕ 有误 1" }).waitFor();
    await main().getByRole("button", { name: "修改草稿" }).click();
    expect(await main().getByRole("textbox", { name: "通报草稿" }).inputValue()).toContain("完成投资17312万元");
    await main().getByRole("button", { name: "校核", exact: true }).click();
  }, LIMIT);

  test("the result goes to a sheet of our own", async () => {
    await main().getByRole("button", { name: "写入「校核结果」表" }).click();
    await main().getByText("已写入 1 处").waitFor();
    const rows = await playground.readBlock("校核结果", { rows: 12, columns: 8 });
    expect(rows.flat().join(" ")).toContain("有误");
  }, LIMIT);

  test("the draft can be read from the selected cells", async () => {
    await playground.page.evaluate((text) => {
      const { host } = window.playground!;
      host.edit("续建攻坚", "A40", text);
      host.activate("续建攻坚");
      host.select("续建攻坚", "A40");
    }, "截至目前，棚户区改造已开工998套。");
    await main().getByRole("button", { name: "修改草稿" }).click();
    await main().getByRole("button", { name: "读取所选单元格" }).click();
    await playground.page.waitForFunction(
      () => document.querySelector<HTMLIFrameElement>("#pane iframe")?.contentDocument?.querySelector("textarea")?.value.includes("998套"),
    );
    await main().getByRole("button", { name: "校核", exact: true }).click();
    await main().getByRole("button", { name: "改为 999套" }).waitFor();
  }, LIMIT);

  test("a Word file is opened and judged; what is none is refused in words, and the draft stays", async () => {
    await main().getByRole("button", { name: "修改草稿" }).click();
    const mimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    const zip = new JSZip();
    zip.file("word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>棚户区改造已开工</w:t></w:r><w:r><w:t>997套。</w:t></w:r></w:p></w:body></w:document>`);
    await main().locator("input[type=file]").setInputFiles({ name: "通报.docx", mimeType, buffer: await zip.generateAsync({ type: "nodebuffer" }) });
    await main().getByRole("button", { name: "校核", exact: true }).click();
    await main().getByRole("button", { name: "改为 999套" }).waitFor();
    await main().getByRole("button", { name: "修改草稿" }).click();
    await main().locator("input[type=file]").setInputFiles({ name: "旧.doc", mimeType, buffer: Buffer.from("d0cf11e0a1b11ae1", "hex") });
    await playground.pane.getByText("这不是可以打开的 Word 文件").waitFor();
    expect(await main().getByRole("textbox", { name: "通报草稿" }).inputValue()).toContain("997套");
  }, LIMIT);

  test("nothing failed on the page", () => {
    expect(playground.troubles).toEqual([]);
  });
});
