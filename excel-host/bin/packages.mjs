import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * Makes sure that node_modules holds what package-lock.json names, running `npm ci` when it does
 * not. Says one line on standard error when it has to; standard output stays the command's own.
 * Ends the process with status 1 and one line when Node is too old or the packages cannot be had.
 */
export function ensurePackages() {
  refuseOldNode();
  if (packagesAreCurrent()) return;
  console.error("正在安装依赖包，约需一分钟…… / Installing packages, about a minute…");
  const { status, stdout, stderr, error } = npm(["ci", "--loglevel=error", "--no-progress"]);
  if (status === 0 && packagesAreCurrent()) return;
  console.error(`${stdout ?? ""}${stderr ?? ""}${error ? error.message : ""}`.trim());
  console.error(
    "依赖包安装未完成：请检查能否访问 npm 源，然后在本目录运行 npm ci。 / " +
      "The packages could not be installed: check the npm registry, then run npm ci here.",
  );
  process.exit(1);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}：请从 https://nodejs.org 安装。 / ` +
      "Node.js 20.19 or later is needed.",
  );
  process.exit(1);
}

/** True when what npm last installed is what package-lock.json asks for. */
function packagesAreCurrent() {
  const wanted = path.join(root, "package-lock.json");
  const installed = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  if (statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return true;
  // A newer date alone (a checkout, a copy) is no reason to install again: compare what they say.
  const have = JSON.parse(readFileSync(installed, "utf8")).packages;
  return Object.entries(JSON.parse(readFileSync(wanted, "utf8")).packages).every(
    ([folder, entry]) =>
      folder === "" || (have[folder] ? have[folder].version === entry.version : entry.optional),
  );
}

/** Runs the npm that runs us, or the one on the path. */
function npm(args) {
  const options = { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 };
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.c?js$/.test(own)) return spawnSync(process.execPath, [own, ...args], options);
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}
