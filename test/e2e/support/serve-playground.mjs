import { chromium } from "playwright-core";
import { buildIfStale } from "../../../excel-host/bin/build.mjs";
import { servePlayground } from "../../../excel-host/bin/serve.mjs";
import { chromiumFlags, findChromium } from "../../machine-chromium.mjs";

/**
 * Jest's global set-up of the end-to-end tests: one browser for all of them, and the built playground served. Where
 * they are stands in the environment variables BROWSER_ADDRESS (unset where the machine has no browser) and PLAYGROUND.
 *
 * A file of its own: jest runs a set-up that several projects name only once, for the first of them.
 */
export default async function setUp() {
  await buildIfStale();
  const server = await servePlayground(0);
  process.env.PLAYGROUND = server.address;
  const executablePath = findChromium();
  const browser = executablePath ? await chromium.launchServer({ executablePath, args: chromiumFlags() }) : undefined;
  if (browser) process.env.BROWSER_ADDRESS = browser.wsEndpoint();
  globalThis.closePlayground = async () => {
    await browser?.close();
    await server.close();
  };
}
