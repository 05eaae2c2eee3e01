import { ledgerGrid } from "../bench/ledger-grid";
import { plainXlsx } from "../support/plain-xlsx";
import { openPlayground, type OpenPlayground } from "./support/open-playground";

const LIMIT = 600_000;
const ROWS = 100_000;

async function ledgerFile(): Promise<string> {
  const { name, values } = ledgerGrid(ROWS);
  return Buffer.from(await plainXlsx(name, values)).toString("base64");
}

describe(`a ledger of ${ROWS} rows in the pane`, () => {
  let playground: OpenPlayground;
  beforeAll(async () => {
    playground = await openPlayground();
  }, LIMIT);
  afterAll(() => playground?.close());

  test("shows how far reading is, stops when told, and is read to the end when asked again", async () => {
    const { page, pane } = playground;
    page.setDefaultTimeout(LIMIT);
    const main = pane.locator("main");
    // Excel answers with the first cells and then waits, so that there is something to stop however quick the machine is.
    await page.evaluate(async (content) => {
      const { host, open } = window.playground!;
      let answered = 0;
      const goOn = new Promise<void>((resolve) => Object.assign(window, { goOn: resolve }));
      host.beforeAnswer = () => (++answered > 4 ? goOn : undefined);
      await open("台账.xlsx", Uint8Array.from(atob(content), (one) => one.charCodeAt(0)));
    }, await ledgerFile());
    const cancel = main.getByRole("button", { name: "取消", exact: true });
    await cancel.waitFor();
    expect(await main.getByText(/正在读取工作簿… \d+%/).first().isVisible()).toBe(true);
    await cancel.click();
    await page.evaluate(() => (window as unknown as { goOn(): void }).goOn());
    await main.getByText("已取消读取").waitFor();

    await playground.paneFrame().evaluate(() => {
      const tasks: number[] = [];
      new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration))).observe({ entryTypes: ["longtask"] });
      Object.assign(window, { tasks });
    });
    await main.getByRole("button", { name: "重试" }).click();
    await main.getByText("找到 1 张表 · 13 个县（市、区）").waitFor();
    expect(await cancel.count()).toBe(0);
    // The playground's Excel works in the pane's own thread: its blocks are counted with the pane's.
    const tasks = await playground.paneFrame().evaluate(() => (window as unknown as { tasks: number[] }).tasks);
    process.stdout.write(`longest blocks of the thread while reading: ${tasks.sort((a, b) => b - a).slice(0, 8).map(Math.round).join(", ")} ms\n`);
    expect(playground.troubles).toEqual([]);
  }, LIMIT);
});
