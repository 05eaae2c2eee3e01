import { openPlayground, type OpenPlayground } from "./support/open-playground";

const LIMIT = 180_000;
const VIEWS = ["进度", "附件", "通报", "校核", "数据"];

declare global {
  interface Window {
    /** How far things moved by themselves, one entry a time, as the browser measures it. */
    shifts?: string[];
  }
}

/** A figure of the notice: 4005套, 24.94%. */
const FIGURE = /^button [\d.]+(?:套|个|户|%|万元|亿元)/;

describe("at the width a pane opens with", () => {
  let playground: OpenPlayground;
  beforeAll(async () => {
    playground = await openPlayground({ apart: true });
    await playground.setPaneWidth(350);
  }, LIMIT);
  afterAll(() => playground?.close());

  test("nothing moves by itself while the pane starts, reads and goes from view to view", async () => {
    await playground.page.addInitScript(() => {
      const shifts: string[] = (window.shifts = []);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[] })[]) {
          const place = ({ x, y, width, height }: DOMRect) => `${x},${y} ${width}×${height}`;
          const moved = entry.sources.map(({ node, previousRect, currentRect }) => `${node?.textContent?.slice(0, 20)} ${place(previousRect)} → ${place(currentRect)}`);
          shifts.push(`${entry.value}: ${moved.join("; ")}`);
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await playground.paneFrame().evaluate(() => location.reload());
    await playground.pane.locator("main").getByText("找到 4 张表").waitFor();
    await playground.page.waitForTimeout(1000);
    for (const view of [...VIEWS, "通报", "进度"]) {
      await playground.pane.getByRole("tab", { name: view }).click();
      await playground.page.waitForTimeout(500);
    }
    const shifts = await playground.paneFrame().evaluate(() => window.shifts);
    expect(shifts).toEqual([]);
  }, LIMIT);
});

describe("by keyboard alone", () => {
  let playground: OpenPlayground;
  const press = (key: string) => playground.page.keyboard.press(key);
  const focused = () =>
    playground.paneFrame().evaluate(() => {
      const element = document.activeElement;
      return `${element?.getAttribute("role") ?? element?.tagName.toLowerCase()} ${element?.getAttribute("aria-label") ?? element?.textContent ?? ""}`;
    });
  const announced = () => playground.pane.locator("[role=status][aria-live=polite]").last().innerText();

  /** Presses a key until the focus is where it is wanted. */
  async function go(key: string, wanted: RegExp): Promise<void> {
    for (let steps = 0; steps < 80; steps++) {
      if (wanted.test(await focused())) return;
      await press(key);
    }
    throw new Error(`${key} does not lead to ${String(wanted)}; it ends at ${await focused()}`);
  }

  beforeAll(async () => {
    playground = await openPlayground();
    await playground.page.locator("#pane iframe").focus();
  }, LIMIT);
  afterAll(() => playground?.close());

  test.each([
    ["进度", "计算进度", "进度计算"],
    ["附件", "插入附件", "附件1 目标任务进展情况表"],
    ["通报", "写入所选单元格", "通报"],
  ])("%s is reached, %s pressed, and what was written is said aloud", async (view, button, sheet) => {
    await go(view === "进度" ? "Tab" : "Shift+Tab", /^tab /);
    await go("ArrowRight", new RegExp(`^tab ${view}`));
    await press("Enter");
    await go("Tab", new RegExp(`^button ${button}`));
    await press("Enter");
    await playground.pane.locator("main").getByText("已写入").waitFor();
    await expect(announced()).resolves.toMatch(/^已写入 \d+ 处/);
    expect(await playground.page.evaluate(() => window.playground!.host.workbook.sheets.map(({ name }) => name))).toContain(sheet);
  }, LIMIT);

  test("撤销 is reached, takes the notice back, and says so", async () => {
    await go("Tab", /^button 撤销/);
    await press("Enter");
    await playground.pane.locator("main").getByText("已写入").waitFor({ state: "detached" });
    await expect(announced()).resolves.toContain("已撤销");
    expect(await playground.page.evaluate(() => window.playground!.host.workbook.sheets.map(({ name }) => name))).not.toContain("通报");
  }, LIMIT);

  test("the figures of the notice are one stop of the Tab key; the arrows go from one to the next", async () => {
    await go("Shift+Tab", /^tab /);
    await go("Tab", FIGURE);
    const first = await focused();
    await press("ArrowRight");
    expect(await focused()).toMatch(FIGURE);
    await press("ArrowLeft");
    expect(await focused()).toBe(first);
    await press("Tab");
    expect(await focused()).not.toMatch(FIGURE);
  }, LIMIT);

  test("the arrows go round the five views, Home and End to the first and the last, and the Tab key stops at one of them", async () => {
    await go("Shift+Tab", /^tab /);
    await press("Home");
    expect(await focused()).toMatch(/^tab 数据/);
    await press("ArrowLeft");
    expect(await focused()).toMatch(/^tab 校核/);
    await press("ArrowRight");
    expect(await focused()).toMatch(/^tab 数据/);
    await press("End");
    expect(await focused()).toMatch(/^tab 校核/);
    await press("Space");
    expect(await playground.pane.getByRole("tab", { selected: true }).innerText()).toBe("校核");
    await press("Tab");
    expect(await focused()).not.toMatch(/^tab /);
  }, LIMIT);
});
