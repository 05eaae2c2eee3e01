/**
 * `npm run soak`: what takes longer than `npm test` allows: every operation of every action fails once, random
 * workbooks by the thousand, the whole corpus through Excel (test/support/cases.ts says how many). Give files to
 * run those alone: `npm run soak -- test/reliability/faults.test.ts`.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ensurePackages, root } from "../excel-host/bin/packages.mjs";

/** The files that try more cases than in `npm test`. */
const LONG = ["test/reliability", "test/excel/corpus", "test/excel-host/engine/incremental-calculation", "test/tables/generated", "test/tables/long-texts", "test/notice/properties", "test/notice/self-proofread", "test/notice/proofread/mutation"];

ensurePackages();
const jest = path.join(root, "node_modules/jest/bin/jest.js");
const asked = process.argv.slice(2);
const { status } = spawnSync(process.execPath, [jest, "--selectProjects", "pure", "host", "--verbose", "--", ...(asked.length > 0 ? asked : LONG)], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, CASES: "all" },
});
process.exitCode = status ?? 1;
