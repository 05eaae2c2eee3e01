/**
 * The headless command: `npm run --silent progress -- WORKBOOK.xlsx [options]`.
 * Runs excel-host/headless/main.ts from its source, in this process, without a build.
 */
import { createRequire } from "node:module";
import { ensurePackages } from "./packages.mjs";

ensurePackages();
const require = createRequire(import.meta.url);
// What the add-in loads only when it is wanted comes by import(), which is the other loader's.
require("tsx/cjs/api").register();
(await import("tsx/esm/api")).register();
const { main } = require("../headless/main.ts");
process.exitCode = await main(process.argv.slice(2));
