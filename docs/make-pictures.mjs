/**
 * `npm run pictures`: takes the pictures of the playground and the pane that README and docs show,
 * from the product as it is now, in a real Chromium. Look at each before it is committed.
 */
/* global window */
import path from "node:path";
import { chromium } from "playwright-core";
import { buildIfStale } from "../excel-host/bin/build.mjs";
import { root } from "../excel-host/bin/packages.mjs";
import { servePlayground } from "../excel-host/bin/serve.mjs";
import { prepareMachine } from "../test/machine.mjs";
import { chromiumFlags } from "../test/machine-chromium.mjs";

/** A clerk's screen. */
const SCREEN = { width: 1366, height: 768 };

/** As an office might type it: one figure as the table's wrong total has it. */
const DRAFT = "全市棚户区改造开工999套，占年度目标任务4005套的24.94%。完成投资17342万元，占年度投资任务12.95亿元的13.4%。兴县、石楼、方山、离石4县尚未开工。";

const machine = prepareMachine();
if (!machine.chromium) process.exit(1);
await buildIfStale();
const server = await servePlayground(0);
const browser = await chromium.launch({ executablePath: machine.chromium, args: chromiumFlags() });
const page = await browser.newPage({ viewport: SCREEN });
await page.goto(server.address);
await page.waitForFunction(() => window.playground !== undefined);
const pane = page.frameLocator("#pane iframe");

await pane.getByText("找到 4 张表").waitFor();
await shoot("walk-1-opened");
await shoot("pane-data", "#pane");
await press("计算进度");
await shoot("playground-progress");
await shoot("walk-2-progress");
await shoot("pane-progress", "#pane");
await press("插入附件");
await shoot("pane-attachments", "#pane");
await sheet("附件1");
await shoot("playground-attachment1");
await shoot("walk-3-attachments");
await sheet("续建攻坚");
await page.evaluate(() => window.playground.host.select("续建攻坚", "A15:H15"));
await press("生成通报");
await shoot("walk-4-notice");
await shoot("pane-notice", "#pane");
await page.locator(".ribbon-button", { hasText: "校核" }).click();
await pane.getByLabel("通报草稿").fill(DRAFT);
await pane.locator("main").getByRole("button", { name: "校核", exact: true }).click();
await pane.getByText("处有误").first().waitFor();
await shoot("walk-5-check");
await shoot("pane-check", "#pane");
await pane.getByRole("button", { name: "设置" }).click();
await pane.getByRole("heading", { name: "设置", exact: true }).waitFor();
await shoot("walk-6-settings");
await shoot("pane-settings", "#pane");

await browser.close();
await server.close();

/** Presses a ribbon button and waits until the pane says what was written. */
async function press(label) {
  await page.locator(".ribbon-button", { hasText: label }).click();
  await pane.locator("main").getByText("已写入").waitFor();
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
