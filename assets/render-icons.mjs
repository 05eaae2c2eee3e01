/**
 * Draws every icon of the manifest from its SVG source: `node assets/render-icons.mjs`.
 * Run it after changing a drawing and commit the PNG files with it; nothing else needs it.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { findChromium, chromiumFlags } from "../test/machine-chromium.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const names = [
  "icon",
  ...["open-pane", "compute-progress", "insert-attachments", "write-notice", "proofread"].map(
    (name) => `buttons/${name}`,
  ),
];
/** A drawing made for one size, where shrinking the large one would blur it. */
const drawnFor = { "icon-16": "icon-small" };

const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags() });
const page = await browser.newPage();
for (const name of names) {
  for (const size of [16, 32, 64, 80]) {
    const source = drawnFor[`${name}-${size}`] ?? name;
    const svg = readFileSync(path.join(here, `${source}.svg`), "utf8");
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    await page.screenshot({ path: path.join(here, `${name}-${size}.png`), omitBackground: true });
  }
}
await browser.close();
