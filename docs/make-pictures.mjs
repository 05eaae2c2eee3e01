/**
 * `npm run pictures`: takes the pictures of the playground and the pane that README and docs show,
 * from the product as it is now, in a real Chromium. Look at each before it is committed.
 */
/* global window, document, atob */
import path from "node:path";
import { chromium } from "playwright-core";
import { buildIfStale } from "../excel-host/bin/build.mjs";
import { root } from "../excel-host/bin/packages.mjs";
import { servePlayground } from "../excel-host/bin/serve.mjs";
import { installDebianPackages } from "../test/machine-debian.mjs";
import { tellMachine } from "../test/machine.mjs";
import { chromiumFlags } from "../test/machine-chromium.mjs";
import { officeWorkbook } from "../test/support/office-workbook.ts";

/** A clerk's screen. */
const SCREEN = { width: 1366, height: 768 };

/** As an office might type it: one figure as the table's wrong total has it. */
const DRAFT = "全市棚户区改造开工999套，占年度目标任务4005套的24.94%。完成投资17342万元，占年度投资任务12.95亿元的13.4%。兴县、石楼、方山、离石4县尚未开工。";

/** The pane's views in another dress than the walk's, which is Chinese and light: what the pictures' names end with. */
const DRESSES = [
  { name: "en", query: "?lang=en", media: {} },
  { name: "dark", query: "?theme=dark", media: { colorScheme: "dark" } },
  { name: "contrast", query: "", media: { forcedColors: "active", colorScheme: "dark" } },
];

await installDebianPackages();
const machine = tellMachine();
if (!machine.chromium) process.exit(1);
await buildIfStale();
const server = await servePlayground(0);
const browser = await chromium.launch({ executablePath: machine.chromium, args: chromiumFlags() });
const page = await browser.newPage({ viewport: SCREEN });
const pane = page.frameLocator("#pane iframe");

await openSample("");
await shoot("walk-1-opened");
await shoot("pane-data", "#pane");
await press("ComputeProgress");
await shoot("playground-progress");
await shoot("walk-2-progress");
await shoot("pane-progress", "#pane");
await press("InsertAttachments");
await shoot("pane-attachments", "#pane");
await sheet("附件1");
await shoot("playground-attachment1");
await shoot("walk-3-attachments");
await writeNotice();
await shoot("walk-4-notice");
await shoot("pane-notice", "#pane");
await proofread();
await shoot("walk-5-check");
await shoot("pane-check", "#pane");
await openSettings();
await shoot("walk-6-settings");
await shoot("pane-settings", "#pane");

for (const { name, query, media } of DRESSES) {
  await page.emulateMedia(media);
  await openSample(query);
  await shoot(`pane-data-${name}`, "#pane");
  await press("ComputeProgress");
  await shoot(`pane-progress-${name}`, "#pane");
  if (name === "contrast") await shoot("playground-contrast");
  await press("InsertAttachments");
  await shoot(`pane-attachments-${name}`, "#pane");
  await writeNotice();
  await shoot(`pane-notice-${name}`, "#pane");
  await proofread();
  await shoot(`pane-check-${name}`, "#pane");
  await openSettings();
  await shoot(`pane-settings-${name}`, "#pane");
  await page.emulateMedia({ forcedColors: "none", colorScheme: "light" });
}

// As narrow and as wide as a user may drag the pane, of few counties and of many.
for (const { name, bytes } of [{ name: "15", bytes: await officeWorkbook({ regions: 15, noteLength: 60 }) }, { name: "150", bytes: await officeWorkbook({ regions: 150, noteLength: 60 }) }]) {
  await openSample("");
  await openFile(`${name}.xlsx`, bytes);
  for (const width of [320, 600]) {
    await page.evaluate((px) => document.documentElement.style.setProperty("--pane-width", `${px}px`), width);
    for (const [view, tab] of [["data", "数据"], ["progress", "进度"], ["notice", "通报"]]) {
      await pane.getByRole("tab", { name: tab }).click();
      await shoot(`pane-${view}-${name}-at-${width}`, "#pane");
    }
  }
}

await browser.close();
await server.close();

/** Opens a workbook as if it had been dropped on the page. */
async function openFile(name, bytes) {
  const frame = page.frames().find((one) => one.url().includes("/pane/taskpane.html"));
  const started = page.waitForEvent("framenavigated", { predicate: (one) => one === frame });
  await page.evaluate(([file, content]) => window.playground.open(file, Uint8Array.from(atob(content), (one) => one.charCodeAt(0))), [name, Buffer.from(bytes).toString("base64")]);
  await started;
  await pane.locator('main:not(:has([role="progressbar"]))').waitFor();
}

/** Opens the playground anew and waits for the first reading. */
async function openSample(query) {
  await page.goto(server.address + query);
  await page.waitForFunction(() => window.playground !== undefined);
  await pane.locator("main h2").first().waitFor();
}

/** Writes the notice into empty cells below a table, and turns grid and pane to its text. */
async function writeNotice() {
  await sheet("续建攻坚");
  await page.evaluate(() => window.playground.host.select("续建攻坚", "A15:H15"));
  await press("WriteNotice");
  await page.evaluate(() => window.playground.host.select("续建攻坚", "A22"));
  await pane.locator("main article").evaluate((article) => article.scrollIntoView());
}

async function proofread() {
  await page.locator('[id="HousingProgress.Proofread"]').click();
  await pane.locator("main textarea").fill(DRAFT);
  await pane.locator("main").getByRole("button", { name: /^(校核|Proofread)$/ }).click();
  await pane.locator("[role=status][aria-live]", { hasText: /有误|wrong/ }).waitFor({ state: "attached" });
}

async function openSettings() {
  await pane.getByRole("button", { name: /^(设置|Settings)$/ }).click();
  await pane.getByRole("heading", { name: /^(设置|Settings)$/ }).waitFor();
}

/** Presses a ribbon button and waits until the pane says what was written. */
async function press(id) {
  await page.locator(`[id="HousingProgress.${id}"]`).click();
  await pane.locator("main").getByText(/^(已写入|Written)/).first().waitFor();
}

async function sheet(name) {
  await page.locator(".sheet-tab", { hasText: name }).click();
}

/** Saves what the page, or a part of it, shows. */
async function shoot(name, part) {
  // The grid draws a few frames after a change.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(1000);
  const file = path.join(root, `docs/pictures/${name}.png`);
  await (part ? page.locator(part) : page).screenshot({ path: file });
  console.log(path.relative(root, file));
}
