/**
 * `npm test`: every test, from a fresh clone. Installs the npm packages and, on Debian as root,
 * the system packages that are missing; checks types and lint; builds what the end-to-end tests open; runs jest, with the
 * arguments given where there are (`npm test -- test/progress`); tells the ten slowest files; ends with one line
 * "N passed, N failed", and with 1 where anything failed. Under CI=true a test that the machine could not run is a failure.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { buildIfStale } from "../excel-host/bin/build.mjs";
import { ensurePackages, root } from "../excel-host/bin/packages.mjs";
import { checkLint, checkTypes, YOUNG } from "./code-checks.mjs";
import { installDebianPackages } from "./machine-debian.mjs";
import { tellMachine } from "./machine.mjs";

const asked = process.argv.slice(2);
const began = Date.now();
const systemPackages = installDebianPackages();
ensurePackages();
// What decides which part of long lists is tried (test/support/cases.ts). In CI the same sources try the same cases:
// a run can be repeated, and each change tries others.
process.env.SEED ??= String(process.env.CI === "true" ? seedOf(["src", "excel-host", "test"]) : Math.floor(Math.random() * 1e6));
const results = path.join(root, "build/test-results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const prepared = Date.now();

let codeIsRight = true;
/** @type {{ status: number, result: object | null }[]} */
const runs = [];
if (asked.length > 0) {
  await systemPackages;
  runs.push(await runJest("asked", asked));
} else {
  // What needs only Node runs while the system's packages are still coming: types, lint, the pages that tests open,
  // the tests of the rooms and of the host.
  const checks = checkTypes().then(async (types) => (await checkLint()) && types);
  const built = buildIfStale();
  runs.push(await runJest("node", ["--selectProjects", "pure", "host"]));
  [codeIsRight] = await Promise.all([checks, built, systemPackages]);
  runs.push(await runJest("machine", ["--selectProjects", "machine", "e2e", "--maxWorkers=3"]));
}
const machine = tellMachine();

const files = runs.flatMap(({ result }) => result?.testResults ?? []);
for (const line of slowest(files, 10)) console.log(line);
console.log(`准备 / set-up ${seconds(prepared - began)}, 测试 / tests ${seconds(Date.now() - prepared)}, SEED=${process.env.SEED}`);
const unable = machine.libreOffice ? [] : skippedNames(files, "libreoffice");
for (const name of unable) console.log(`跳过 / skipped (LibreOffice): ${name}`);
const isShort = unable.length > 0 && process.env.CI === "true";
if (isShort) console.log("在 CI 中跳过即为失败。 / Under CI=true a skipped test is a failure.");
console.log(summary(runs));
process.exitCode = runs.every(({ status }) => status === 0) && codeIsRight && !isShort ? 0 : 1;

/** Runs jest; what it found is kept under `name` in build/test-results. @returns its exit status, and its result where it came to one */
function runJest(name, args) {
  const kept = path.join(results, `${name}.json`);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [YOUNG, path.join(root, "node_modules/jest/bin/jest.js"), ...args, "--json", `--outputFile=${kept}`], {
      cwd: root,
      stdio: ["inherit", "ignore", "inherit"],
    });
    child.on("close", (status) => resolve({ status: status ?? 1, result: existsSync(kept) ? JSON.parse(readFileSync(kept, "utf8")) : null }));
  });
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
function slowest(files, count) {
  const costs = files.map(({ name, startTime, endTime, assertionResults }) => ({ name: path.relative(root, name), took: endTime - startTime, tests: assertionResults.length }));
  costs.sort((a, b) => b.took - a.took);
  return ["最慢的测试文件 / The slowest files:", ...costs.slice(0, count).map(({ name, took, tests }) => `${seconds(took).padStart(8)}  ${name} (${tests})`)];
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** The full names of the tests under test/`folder` that did not run. */
function skippedNames(files, folder) {
  return files
    .filter((file) => path.relative(root, file.name).split(path.sep)[1] === folder)
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.status === "pending")
    .map((test) => test.fullName);
}

/** A file that could not even be loaded counts as one failure; so do types or lint that do not hold, and a run without a result. */
function summary(runs) {
  const sum = (count) => runs.reduce((all, { result }) => all + (result ? count(result) : 0), 0);
  const failed = sum((one) => one.numFailedTests + one.numRuntimeErrorTestSuites) + runs.filter(({ result }) => !result).length + (codeIsRight ? 0 : 1);
  const skipped = sum((one) => one.numPendingTests);
  return `${sum((one) => one.numPassedTests)} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
