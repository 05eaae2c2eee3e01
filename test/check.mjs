/**
 * `npm run check`: the inner loop: types, lint and the tests of the pure rooms. What was
 * found right is kept in build/check, so that the next run looks at what changed; `npm run types` and `npm run lint`
 * look at all of it.
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { ensurePackages, root } from "../excel-host/bin/packages.mjs";

const KEPT = path.join(root, "build/check");

ensurePackages();
// Two at a time, for two cores: the linter takes as long as the other two together.
const [types, lint] = await Promise.all([
  checked("types / 类型", "typescript/bin/tsc", ["--noEmit", "--incremental", "--tsBuildInfoFile", path.join(KEPT, "types.tsbuildinfo")]).then(
    async (right) => (await checked("pure rooms / 纯计算部分", "jest/bin/jest.js", ["--selectProjects", "pure", "--watchAll=false", "--maxWorkers=1"])) && right,
  ),
  checked("lint / 规范", "eslint/bin/eslint.js", [".", "--cache", "--cache-location", path.join(KEPT, "lint.json")]),
]);
process.exitCode = types && lint ? 0 : 1;

/** Runs a program of node_modules; shows what it says only where it fails. */
function checked(what, program, args) {
  return new Promise((resolve) => {
    let said = "";
    const child = spawn(process.execPath, [path.join(root, "node_modules", program), ...args], { cwd: root });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
    child.on("close", (code) => {
      console.log(`${code === 0 ? "✓" : "✗"} ${what}`);
      if (code !== 0) console.log(said.trim());
      resolve(code === 0);
    });
  });
}
