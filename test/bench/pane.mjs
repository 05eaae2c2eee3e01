/**
 * `npm run bench:pane`: how long the pane takes to stand and to show what it read, in headless Chromium at a
 * quarter of the processor's speed and without a cache; office.js is served locally. Medians of 7.
 */
/* global window, document, location, performance, requestAnimationFrame, MutationObserver */
import { chromium } from "playwright-core";
import { buildIfStale } from "../../excel-host/bin/build.mjs";
import { servePlayground } from "../../excel-host/bin/serve.mjs";
import { chromiumFlags, findChromium } from "../machine-chromium.mjs";

const RUNS = 7;
const SLOW_DOWN = 4;
/** Microsoft's hello-world task pane template, measured the same way on a machine like the one this was written on. */
const TEMPLATE_SECONDS = 1.3;

/** Notes, in the pane's own page, when it can be clicked and when the first reading is on it. */
function noteTimes() {
  if (!location.pathname.endsWith("/taskpane.html")) return;
  const times = (window.paneTimes = {});
  document.addEventListener("pane-started", () => requestAnimationFrame(() => (times.stands = performance.now())));
  const observer = new MutationObserver(() => {
    if (!document.querySelector("main h2")) return;
    observer.disconnect();
    requestAnimationFrame(() => (times.shows = performance.now()));
  });
  observer.observe(document, { childList: true, subtree: true });
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

/** @returns milliseconds since the pane's page began to load */
async function measure(address, executablePath) {
  const browser = await chromium.launch({ executablePath, args: chromiumFlags() });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction(() => window.playground !== undefined);
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
    await page.addInitScript(noteTimes);
    const find = () => page.frames().find((one) => one.url().includes("/pane/taskpane.html"));
    await find()?.evaluate(() => location.reload());
    for (;;) {
      // The frame's document is replaced while it reloads: asked at the wrong moment, there is nothing to answer.
      const times = await find()?.evaluate(() => window.paneTimes).catch(() => undefined);
      if (times?.stands !== undefined && times.shows !== undefined) return { stands: times.stands, shows: times.shows };
      await page.waitForTimeout(100);
    }
  } finally {
    await browser.close();
  }
}

async function main() {
  const executable = findChromium();
  if (!executable) throw new Error("no browser: install Google Chrome, or name one with CHROMIUM=path");
  await buildIfStale();
  const server = await servePlayground(0);
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await measure(server.address, executable));
  await server.close();
  console.log(`面板可操作 / pane can be clicked: ${seconds(median(runs.map(({ stands }) => stands)))} (${RUNS} runs, median)`);
  console.log(`首次读取已显示 / first reading shown: ${seconds(median(runs.map(({ shows }) => shows)))}`);
  console.log(`微软模板 / Microsoft's hello-world template: ${TEMPLATE_SECONDS.toFixed(2)} s`);
}

await main();
