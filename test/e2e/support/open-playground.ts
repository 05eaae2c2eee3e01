import { readFileSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser, type Frame, type FrameLocator, type Page } from "playwright-core";
import type { ShownCell } from "../../../excel-host/playground/grid";
// Declares window.playground.
import type {} from "../../../excel-host/playground";

/** The playground in a real Chromium, as a newcomer meets it. */
export interface OpenPlayground {
  page: Page;
  /** The genuine task pane in its frame. */
  pane: FrameLocator;
  /** The pane's own frame, for what is asked of its document. */
  paneFrame(): Frame;
  /** Makes the pane as wide as a user may drag it. @param width pixels */
  setPaneWidth(width: number): Promise<void>;
  /** Errors of the page and addresses other than the playground's own that it asked for. */
  troubles: string[];
  /** Clicks a ribbon button and waits until what it does is done. */
  press(label: string): Promise<void>;
  /** What the grid draws in a cell. */
  readCell(sheet: string, address: string): Promise<ShownCell>;
  /** What the grid draws in each cell of a block, by row. @param size rows and columns from A1 */
  readBlock(sheet: string, size: { rows: number; columns: number }): Promise<string[][]>;
  /** Opens a workbook as if its file had been dropped on the page. */
  open(name: string, bytes: Uint8Array): Promise<void>;
  /** The file that 保存 downloads. */
  save(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface PlaygroundOptions {
  width?: number;
  height?: number;
  language?: "zh-CN" | "en";
  /** The newest ExcelApi set that this Excel has. */
  excelApi?: string;
  /** A page of its own, for a test that leaves something behind on it: routes, scripts, a network that is gone. */
  apart?: boolean;
}

/** Playwright's own, in ms: a test may have set another. */
const TIMEOUT = 30_000;

/** The page that a file's tests share, one after the other, and what it was opened with. */
let standing: { page: Page; opened: string; inUse: boolean } | undefined;
/** The workbook that the playground begins with. */
const SAMPLE = "lvliang-2021-04.xlsx";
let browser: Browser | undefined;

afterAll(async () => {
  await browser?.close();
  browser = standing = undefined;
});

/**
 * Opens the playground on its sample, as if for the first time: in the one browser of all files, on the page of the
 * test before it where that is free. Where that shows what is asked for, only the workbook and the pane begin anew:
 * to load the grid costs twice as much again.
 * @throws Error naming what is missing, where the machine has no browser
 */
export async function openPlayground(options: PlaygroundOptions = {}): Promise<OpenPlayground> {
  const { width = 1366, height = 768, language = "zh-CN", excelApi, apart = false } = options;
  const { BROWSER_ADDRESS, PLAYGROUND } = process.env;
  if (!BROWSER_ADDRESS) throw new Error("no browser: install Google Chrome, or name one with CHROMIUM=path");
  if (!PLAYGROUND) throw new Error("the playground is not served: run this through npm test");
  browser ??= await chromium.connect(BROWSER_ADDRESS);
  const opened = `${width}×${height}`;
  const free = !apart && standing?.opened === opened && !standing.inUse ? standing : undefined;
  const query = new URLSearchParams({ ...(language === "en" ? { lang: "en" } : {}), ...(excelApi === undefined ? {} : { excelApi }) });
  const address = `${PLAYGROUND}?${query.toString()}`;
  const page = free ? await emptied(free.page) : await browser.newPage({ viewport: { width, height } });
  const shared = free ?? { page, opened, inUse: true };
  shared.inUse = true;
  if (!apart && !free && !standing?.inUse) {
    await standing?.page.context().close();
    standing = shared;
  }
  const troubles = watch(page, PLAYGROUND);
  const pane = page.frameLocator("#pane iframe");
  const paneFrame = () => paneFrameOf(page);
  if (free && page.url() === address && (await hasLoaded(page))) {
    await begunAnew(page);
  } else {
    await page.goto(address);
    await page.waitForFunction(() => window.playground !== undefined);
    await ready(page);
  }
  return {
    page,
    pane,
    paneFrame,
    async setPaneWidth(width) {
      await page.evaluate((px) => document.documentElement.style.setProperty("--pane-width", `${px}px`), width);
      await page.waitForFunction((px) => document.querySelector("#pane iframe")?.clientWidth === px, width);
    },
    troubles,
    async press(label) {
      const button = page.locator(".ribbon-button", { hasText: label });
      await button.click();
      await button.and(page.locator(":enabled")).waitFor();
      await page.evaluate(() => new Promise(requestAnimationFrame));
    },
    readCell: (sheet, address) =>
      page.evaluate(([name, at]) => window.playground!.readCell(name, at), [sheet, address] as const),
    readBlock: (sheet, { rows, columns }) =>
      page.evaluate(
        ([name, height, width]) =>
          Array.from({ length: height }, (_, row) =>
            Array.from({ length: width }, (_unused, column) => {
              const letter = String.fromCharCode("A".charCodeAt(0) + column);
              return window.playground!.readCell(name, `${letter}${row + 1}`).text;
            }),
          ),
        [sheet, rows, columns] as const,
      ),
    open: (name, bytes) => openFile(page, name, bytes),
    async save() {
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      return new Uint8Array(Buffer.concat(chunks));
    },
    async close() {
      if (standing?.page === page) standing.inUse = false;
      else await page.context().close();
    },
  };
}

/**
 * The playground, opened anew for each test of a file and closed after it; each must end without an error of the page.
 * @param limit ms in which it has to stand
 */
export function playgroundForEach(limit: number, options: PlaygroundOptions = {}): OpenPlayground {
  const playground = {} as OpenPlayground;
  beforeEach(async () => {
    Object.assign(playground, await openPlayground(options));
  }, limit);
  afterEach(async () => {
    expect(playground.troubles).toEqual([]);
    await playground.close();
  });
  return playground;
}

/** The pane's own frame. @throws Error where its page is not open */
function paneFrameOf(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().includes("/pane/taskpane.html"));
  if (!frame) throw new Error("the pane's page is not open");
  return frame;
}

/** Opens a workbook as if its file had been dropped on the page, and waits until the pane has begun anew and read it. */
async function openFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const frame = paneFrameOf(page);
  const started = page.waitForEvent("framenavigated", { predicate: (one) => one === frame }).catch(() => undefined);
  const isOpen = await page.evaluate(
    async ([file, content]) => {
      const before = window.playground!.host.workbook;
      await window.playground!.open(file, Uint8Array.from(atob(content), (one) => one.charCodeAt(0)));
      return window.playground!.host.workbook !== before;
    },
    [name, Buffer.from(bytes).toString("base64")] as const,
  );
  // For another workbook the pane starts anew; the old one stands until it does.
  if (isOpen) await started;
  await ready(page);
}

function hasLoaded(page: Page): Promise<boolean> {
  return page.evaluate(() => window.playground !== undefined && document.querySelector("#pane iframe") !== null);
}

/** A page that a test has left: nothing of that test is shown, and the sample stands in the host as when it was opened. */
async function begunAnew(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.removeProperty("--pane-width");
    document.querySelector("#pane")?.classList.remove("pane-hidden");
    (document.querySelector("#message") as HTMLElement).hidden = true;
    window.playground!.host.cellEditMode = false;
  });
  await openFile(page, SAMPLE, readFileSync(path.join(__dirname, "../../../samples", SAMPLE)));
}

/** The pane has read the workbook, or said why it cannot. */
async function ready(page: Page): Promise<void> {
  await page.frameLocator("#pane iframe").locator('main:not(:has([role="progressbar"]))').waitFor();
}

function watch(page: Page, home: string): string[] {
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(message.text());
  });
  page.on("request", (request) => {
    const { protocol } = new URL(request.url());
    if (!request.url().startsWith(home) && protocol.startsWith("http")) troubles.push(`asked for ${request.url()}`);
  });
  return troubles;
}

/** A page as a new one: nobody listens to it, and it has kept nothing. */
async function emptied(page: Page): Promise<Page> {
  page.removeAllListeners();
  page.setDefaultTimeout(TIMEOUT);
  await page.context().clearCookies();
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  return page;
}
