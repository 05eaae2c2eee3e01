/**
 * `npm test`: every test, from a fresh clone. Installs the npm packages and, on Debian as root,
 * the system packages that are missing; checks types and lint; builds what the end-to-end tests open; runs jest with the
 * arguments given (`npm test -- test/progress`); tells the ten slowest files; ends with one line
 * "N passed, N failed" and jest's own exit status. Under CI=true a test that the machine could not run is a failure.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { ensurePackages, root } from "../excel-host/bin/packages.mjs";
import { checkLint, checkTypes } from "./code-checks.mjs";
import { installDebianPackages } from "./machine-debian.mjs";
import { tellMachine } from "./machine.mjs";

const asked = process.argv.slice(2);
const began = Date.now();
const systemPackages = installDebianPackages();
ensurePackages();
// What needs only Node is done while the system's packages are still coming: types, lint, the pages that tests open.
const checks = asked.length === 0 ? checkTypes().then(async (types) => (await checkLint()) && types) : true;
const built = asked.length === 0 ? import("../excel-host/bin/build.mjs").then(({ buildIfStale }) => buildIfStale()) : undefined;
const [codeIsRight] = await Promise.all([checks, systemPackages, built]);
const machine = tellMachine();
const prepared = Date.now();

// What decides which part of long lists is tried (test/support/cases.ts).
// In CI the same sources try the same cases: a run can be repeated, and each change tries others.
process.env.SEED ??= String(process.env.CI === "true" ? seedOf(["src", "excel-host", "test"]) : Math.floor(Math.random() * 1e6));
const resultFile = path.join(root, "build/test-results.json");
mkdirSync(path.dirname(resultFile), { recursive: true });
rmSync(resultFile, { force: true });
const { status } = spawnSync(
  process.execPath,
  [path.join(root, "node_modules/jest/bin/jest.js"), ...asked, "--json", `--outputFile=${resultFile}`],
  { cwd: root, stdio: ["inherit", "ignore", "inherit"] },
);

process.exitCode = status === 0 && !codeIsRight ? 1 : (status ?? 1);
if (existsSync(resultFile)) {
  const result = JSON.parse(readFileSync(resultFile, "utf8"));
  for (const line of slowest(result, 10)) console.log(line);
  console.log(`准备 / set-up ${seconds(prepared - began)}, 测试 / tests ${seconds(Date.now() - prepared)}, SEED=${process.env.SEED}`);
  const unable = machine.libreOffice ? [] : skippedNames(result, "libreoffice");
  for (const name of unable) console.log(`跳过 / skipped (LibreOffice): ${name}`);
  if (unable.length > 0 && process.env.CI === "true") {
    console.log("在 CI 中跳过即为失败。 / Under CI=true a skipped test is a failure.");
    process.exitCode ||= 1;
  }
  console.log(summary(result));
} else {
  console.log("0 passed, 1 failed");
  process.exitCode ||= 1;
}

/** A number below a million that what stands in some folders decides. */
function seedOf(folders) {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const files = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const file of files.map(({ parentPath, name }) => path.join(parentPath, name)).sort()) hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest().readUInt32BE() % 1e6;
}

/** The files that took longest, a line each: what a test costs is to be seen. */
function slowest(result, count) {
  const files = result.testResults.map(({ name, startTime, endTime, assertionResults }) => ({ name: path.relative(root, name), took: endTime - startTime, tests: assertionResults.length }));
  files.sort((a, b) => b.took - a.took);
  return ["最慢的测试文件 / The slowest files:", ...files.slice(0, count).map(({ name, took, tests }) => `${seconds(took).padStart(8)}  ${name} (${tests})`)];
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** The full names of the tests under test/`folder` that did not run. */
function skippedNames(result, folder) {
  return result.testResults
    .filter((file) => path.relative(root, file.name).split(path.sep)[1] === folder)
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.status === "pending")
    .map((test) => test.fullName);
}

/** A file that could not even be loaded counts as one failure, types or lint that do not hold as another. */
function summary(result) {
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites + (codeIsRight ? 0 : 1);
  const skipped = result.numPendingTests > 0 ? `, ${result.numPendingTests} skipped` : "";
  return `${result.numPassedTests} passed, ${failed} failed${skipped}`;
}
