/**
 * `npm run check`: the inner loop: types, lint and the tests of the pure rooms, whose long properties
 * try a quarter of the cases of `npm test`; the lexicon is calibrated in `npm test` alone.
 */
import { ensurePackages } from "../excel-host/bin/packages.mjs";
import { checked, checkLint, checkTypes } from "./code-checks.mjs";

ensurePackages();
const right = await Promise.all([
  checkTypes().then(async (types) => (await checkLint()) && types),
  checked("pure rooms / 纯计算部分", "jest/bin/jest.js", ["--selectProjects", "pure", "--watchAll=false", "--testPathIgnorePatterns", "test/tables/calibrate"], { CASES: "few" }),
]);
process.exitCode = right.every(Boolean) ? 0 : 1;
