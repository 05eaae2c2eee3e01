import { readFileSync } from "node:fs";
import { SAMPLE } from "../support/open-workbook";
import { playgroundForEach } from "./support/open-playground";

const LIMIT = 120_000;
/** Where a cell of the sample lies on the page, by its place in the picture. */
const C5 = { x: 233, y: 413 };
const B6 = { x: 156, y: 469 };

describe("cells are edited in the playground as a person does", () => {
  const playground = playgroundForEach(LIMIT);

  const line = () => playground.page.getByRole("textbox", { name: "编辑栏" });
  const input = async (cell: string) => (await playground.readCell("目标任务", cell)).input;
  const click = async ({ x, y }: typeof C5, address: string) => {
    await playground.page.mouse.click(x, y);
    await playground.page.locator("#address", { hasText: new RegExp(`^${address}$`) }).waitFor();
  };
  const isEditing = () => playground.page.evaluate(() => window.playground!.host.cellEditMode);

  test("by typing, which replaces what stood there; Enter takes it and leaves edit mode", async () => {
    await click(C5, "C5");
    await playground.page.keyboard.type("12");
    expect(await isEditing()).toBe(true);
    await playground.page.keyboard.press("Enter");
    await playground.page.locator("#address", { hasText: "C6" }).waitFor();
    expect([await input("C5"), await isEditing()]).toEqual(["12", false]);
  }, LIMIT);

  test("by double click and by F2, which begin with what stands there; Esc leaves it as it was", async () => {
    await click(B6, "B6");
    await playground.page.mouse.dblclick(B6.x, B6.y);
    await playground.page.keyboard.type("1");
    await playground.page.keyboard.press("Enter");
    expect(await input("B6")).toBe("9001");
    await click(B6, "B6");
    await playground.page.keyboard.press("F2");
    await playground.page.keyboard.type("5");
    await playground.page.keyboard.press("Escape");
    expect([await input("B6"), await isEditing()]).toEqual(["9001", false]);
  }, LIMIT);

  test("in the formula bar, which shows a formula; a click on another cell takes what was typed", async () => {
    await playground.press("计算进度");
    await playground.page.locator("#address").waitFor();
    await playground.page.evaluate(() => window.playground!.host.select("进度计算", "D7"));
    await playground.page.locator("#address", { hasText: /^D7$/ }).waitFor();
    await expect(line().inputValue()).resolves.toMatch(/^=IF\(/);
    await playground.page.getByRole("tab", { name: "目标任务" }).click();
    await click(C5, "C5");
    await line().click();
    await line().fill("77");
    // A person's press lasts longer than a drawing.
    await playground.page.mouse.click(B6.x, B6.y, { delay: 100 });
    await playground.page.locator("#address", { hasText: "B6" }).waitFor();
    expect([await input("C5"), await isEditing()]).toEqual(["77", false]);
  }, LIMIT);

  test("a file dropped on the page is opened", async () => {
    const bytes = readFileSync(SAMPLE).toString("base64");
    const transfer = await playground.page.evaluateHandle((content) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(content), (one) => one.charCodeAt(0))], "丢进来的.xlsx"));
      return data;
    }, bytes);
    await playground.page.dispatchEvent("#grid", "drop", { dataTransfer: transfer });
    await playground.page.locator("#file-name", { hasText: "丢进来的.xlsx" }).waitFor();
  }, LIMIT);

  test("a data bar leaves its number dark", async () => {
    await playground.press("计算进度");
    await playground.page.evaluate(() => window.playground!.host.select("进度计算", "A1"));
    await playground.page.waitForTimeout(500);
    // 131.50% of 柳林县 in D13: the bar is as long as the cell.
    const darkest = await playground.page.evaluate(() => {
      const [canvas] = [...document.querySelectorAll<HTMLCanvasElement>("#grid canvas")].sort((a, b) => b.width * b.height - a.width * a.height);
      const context = canvas?.getContext("2d");
      if (!canvas || !context) throw new Error("no canvas");
      const scale = canvas.width / canvas.getBoundingClientRect().width;
      const top = canvas.getBoundingClientRect().top;
      const { data } = context.getImageData(345 * scale, (521 - top) * scale, 75 * scale, 18 * scale);
      let least = 255;
      for (let at = 0; at < data.length; at += 4) least = Math.min(least, Math.max(data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255));
      return least;
    });
    expect(darkest).toBeLessThan(90);
  }, LIMIT);
});

describe("the grid where the system's colours are forced", () => {
  const playground = playgroundForEach(LIMIT);

  test("shows cells on white paper as in any other theme: what is drawn in black is read", async () => {
    await playground.page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
    try {
      const picture = (await playground.page.locator("#grid").screenshot()).toString("base64");
      const light = await playground.page.evaluate(async (content) => {
        const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(content), (one) => one.charCodeAt(0))], { type: "image/png" }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
        context.drawImage(bitmap, 0, 0);
        const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
        return data.filter((value, at) => at % 4 === 1 && value > 200).length / (data.length / 4);
      }, picture);
      expect(light).toBeGreaterThan(0.5);
    } finally {
      await playground.page.emulateMedia({ forcedColors: "none", colorScheme: "light" });
    }
  }, LIMIT);
});
