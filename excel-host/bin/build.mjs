import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./packages.mjs";

/** Everything that the built files are made from. */
const INPUTS = [
  "src",
  "excel-host",
  "assets",
  "samples",
  "manifest.xml",
  "webpack.config.js",
  "styles-loader.js",
  "shared-jszip-loader.js",
  "licences-plugin.js",
  "package-lock.json",
];
const BUILDS = [
  { result: "dist/taskpane.html", args: ["--mode", "production"] },
  { result: "build/playground/index.html", args: ["--mode", "production", "--env", "playground"] },
];

/**
 * Builds the add-in (dist/) and the playground (build/playground/) unless both stand as their
 * sources are now.
 *
 * @param say called with one line before a build begins
 * @throws Error with the builder's own output when a build fails
 */
export async function buildIfStale(say = console.error) {
  const stamp = path.join(root, "build/inputs.txt");
  const now = fingerprint();
  const standing = BUILDS.every(({ result }) => existsSync(path.join(root, result)));
  if (standing && existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  say("正在构建…… / Building…");
  await Promise.all(BUILDS.map(({ args }) => webpack(args)));
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

/** One line that changes when a source file is added, removed or written. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const input of INPUTS) addTo(hash, path.join(root, input));
  return hash.digest("hex");
}

function addTo(hash, file) {
  if (!existsSync(file)) return;
  const state = statSync(file);
  if (state.isDirectory()) {
    for (const name of readdirSync(file).sort()) addTo(hash, path.join(file, name));
  } else {
    hash.update(`${path.relative(root, file)} ${state.size} ${state.mtimeMs}\n`);
  }
}

function webpack(args) {
  const program = path.join(root, "node_modules/webpack/bin/webpack.js");
  return new Promise((resolve, reject) => {
    let output = "";
    const child = spawn(process.execPath, [program, ...args], { cwd: root });
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`构建失败 / The build failed:\n${output.trim()}`));
    });
  });
}
