import { chromiumFlags, findChromium } from "./machine-chromium.mjs";
import { findLibreOffice } from "./machine-libreoffice.mjs";

/**
 * Jest's global set-up of the projects that need more than Node. Tells the tests, in environment
 * variables, what the machine has:
 *   CHROMIUM, SOFFICE  paths; unset where there is none
 *   CHROMIUM_FLAGS     the browser's switches, separated by spaces
 *   PLAYGROUND         e2e only: the address at which the built playground is served
 */
export default async function setUp(_all, project) {
  const chromium = findChromium();
  const libreOffice = findLibreOffice();
  if (chromium) process.env.CHROMIUM = chromium;
  process.env.CHROMIUM_FLAGS = chromiumFlags().join(" ");
  if (libreOffice) process.env.SOFFICE = libreOffice;
  if (project.displayName?.name !== "e2e") return;

  const { buildIfStale } = await import("../excel-host/bin/build.mjs");
  const { servePlayground } = await import("../excel-host/bin/serve.mjs");
  await buildIfStale();
  const server = await servePlayground(0);
  process.env.PLAYGROUND = server.address;
  globalThis.closePlayground = server.close;
}
