/** Types and lint: what the code itself must hold, before any test runs. */
import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "../excel-host/bin/packages.mjs";

const KEPT = path.join(root, "build/check");

/** Room for young objects, for a program and the workers it starts: without it two processors collect garbage half the time. */
export const YOUNG = "--max-semi-space-size=64";

/**
 * The types of all files, by the native compiler: 3 s where the one in JavaScript takes 24.
 * @returns whether they are right
 */
export function checkTypes() {
  return checked("types / 类型", "typescript-native/bin/tsc", ["--noEmit"]);
}

/**
 * All rules: the rooms and the style by ESLint, what needs types (promises) by oxlint, whose type checker is native.
 * What ESLint found right is kept in build/check, so that its next run looks at what changed.
 * @returns whether nothing was found
 */
export async function checkLint() {
  const style = await checked("lint / 规范", "eslint/bin/eslint.js", [".", "--cache", "--cache-location", path.join(KEPT, "lint.json")]);
  const promises = await checked("promises / 异步", "oxlint/bin/oxlint", ["--type-aware"]);
  return style && promises;
}

/**
 * Runs a program of node_modules; shows what it says only where it fails.
 * @param what what is checked, for the line that tells how it ended
 * @param program its path in node_modules
 * @param env variables beside those there are
 */
export function checked(what, program, args, env = {}) {
  return new Promise((resolve) => {
    let said = "";
    const child = spawn(process.execPath, [YOUNG, path.join(root, "node_modules", program), ...args], { cwd: root, env: { ...process.env, ...env } });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
    child.on("close", (code) => {
      console.log(`${code === 0 ? "✓" : "✗"} ${what}`);
      if (code !== 0) console.log(said.trim());
      resolve(code === 0);
    });
  });
}
