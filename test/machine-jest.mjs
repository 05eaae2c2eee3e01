import { chromiumFlags, findChromium } from "./machine-chromium.mjs";
import { findLibreOffice } from "./machine-libreoffice.mjs";

/**
 * Jest's global set-up of the tests that need more than Node. Tells the tests, in environment
 * variables, what the machine has:
 *   CHROMIUM, SOFFICE  paths; unset where there is none
 *   CHROMIUM_FLAGS     the browser's switches, separated by spaces
 */
export default function setUp() {
  const chromium = findChromium();
  const libreOffice = findLibreOffice();
  if (chromium) process.env.CHROMIUM = chromium;
  process.env.CHROMIUM_FLAGS = chromiumFlags().join(" ");
  if (libreOffice) process.env.SOFFICE = libreOffice;
}
