/** `npm run soak`: what takes longer than `npm test` allows: every operation of every action fails once; random workbooks by the thousand. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ensurePackages, root } from "../excel-host/bin/packages.mjs";

ensurePackages();
const jest = path.join(root, "node_modules/jest/bin/jest.js");
const asked = process.argv.slice(2);
const { status } = spawnSync(process.execPath, [jest, "--selectProjects", "unit", "--verbose", "--", ...(asked.length > 0 ? asked : ["test/reliability"])], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, FAULTS: "all" },
});
process.exitCode = status ?? 1;
