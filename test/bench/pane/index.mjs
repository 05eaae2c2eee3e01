/**
 * `npm run bench:pane`: how long the pane takes to stand and to show what it read, beside the hello-world pane that
 * Microsoft's template makes, in turns on this machine: headless Chromium at a quarter of the processor's speed,
 * without a cache, office.js served from here, Excel's side outside the page for both. Medians.
 */
/* global window, document, performance, requestAnimationFrame, MutationObserver, setInterval, Office */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { chromium } from "playwright-core";
import { buildIfStale } from "../../../excel-host/bin/build.mjs";
import { root } from "../../../excel-host/bin/packages.mjs";
import { chromiumFlags, findChromium } from "../../machine-chromium.mjs";
import { serve } from "./serve.mjs";

const RUNS = Number(process.argv[2] ?? 7);
const SLOW_DOWN = 4;
/** Excel's task pane as it opens. */
const PANE = { width: 350, height: 640 };

/**
 * What is looked for in each page: the button to press once it is there; what there is when pressing it had an effect
 * (null: the page tells by the mark "reacted"); what there is when the page shows its content.
 */
const PAGES = {
  pane: { button: "#tab-progress", reacted: "#tab-progress[aria-selected=true]", shows: "main h2" },
  template: { button: "#container button", reacted: null, shows: "#container button" },
};

/**
 * Runs in the measured page: notes, in milliseconds since it began to load, when office.js knew its host (`office`),
 * when the first button had been seen, pressed and had reacted (`reacts`) and office.js was ready too (`stands`), where
 * pressing is measured, and when the content was seen (`shows`).
 */
function noteTimes({ page, press }) {
  const times = (window.times = {});
  const seen = (then) => requestAnimationFrame(() => setTimeout(then));
  let asked = false;
  let pressed = false;
  let shown = false;
  const look = () => {
    if (!asked && typeof Office !== "undefined" && typeof Office.onReady === "function") {
      asked = true;
      void Office.onReady(() => (times.office = performance.now()));
    }
    const button = document.querySelector(page.button);
    if (press && !pressed && button) {
      pressed = true;
      seen(pressAndWait);
    }
    if (!shown && document.querySelector(page.shows)) {
      shown = true;
      seen(() => (times.shows = performance.now()));
    }
  };
  const pressAndWait = () => {
    document.querySelector(page.button)?.click();
    const done = () => (page.reacted ? document.querySelector(page.reacted) !== null : performance.getEntriesByName("reacted").length > 0);
    const wait = () => {
      if (done()) times.reacts ??= performance.now();
      if (times.office !== undefined && done()) seen(() => (times.stands = performance.now()));
      else setTimeout(wait, 5);
    };
    wait();
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  setInterval(look, 20);
}

async function measure(executablePath, address, page, press) {
  const browser = await chromium.launch({ executablePath, args: chromiumFlags() });
  try {
    const tab = await browser.newPage({ viewport: PANE });
    const session = await tab.context().newCDPSession(tab);
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
    await tab.addInitScript(noteTimes, { page, press });
    await tab.goto(address, { waitUntil: "commit" });
    const wanted = press ? "stands" : "shows";
    for (;;) {
      const times = await tab.evaluate(() => window.times);
      if (times?.[wanted] !== undefined) return times;
      await tab.waitForTimeout(200);
    }
  } finally {
    await browser.close();
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

async function main() {
  const executable = findChromium();
  if (!executable) throw new Error("no browser: install Google Chrome, or name one with CHROMIUM=path");
  await buildIfStale();
  buildTemplate();
  const server = await serve();
  const times = { pane: [], template: [] };
  for (let run = 0; run < RUNS; run++) {
    for (const name of ["template", "pane"]) {
      const both = {};
      for (const press of [true, false]) {
        await server.openWorkbook();
        const { office, reacts, stands, shows } = await measure(executable, server.addressOf(name), PAGES[name], press);
        Object.assign(both, press ? { office, reacts, stands } : { shows });
      }
      times[name].push(both);
    }
  }
  server.close();
  const all = (page, what) => times[page].map((one) => one[what]);
  const text = (page, what) => `${seconds(median(all(page, what)))} (${seconds(Math.min(...all(page, what)))})`;
  const line = (label, what) => {
    const ratio = median(all("pane", what)) / median(all("template", what));
    console.log(`${label}: ${text("pane", what)}; template ${text("template", what)}; ratio ${ratio.toFixed(2)}`);
  };
  console.log(`${RUNS} runs each in turns, median (quickest); ${SLOW_DOWN}× slower processor, no cache`);
  line("office.js 就绪 / office.js is ready", "office");
  line("面板有反应 / a click has its effect", "reacts");
  line("面板可操作 / the same, and office.js is ready", "stands");
  console.log(`首次读取已显示 / first reading shown: ${text("pane", "shows")} (the template reads nothing)`);
}

function buildTemplate() {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, "node_modules/webpack/bin/webpack.js"), "--config", "test/bench/pane/webpack.config.js"], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`the template's page was not built:\n${stdout}${stderr}`);
}

await main();
