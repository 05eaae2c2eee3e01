import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findChromium } from "./machine-chromium.mjs";

/** The Debian packages that the tests need beside Node, and how to tell that each is there. */
const NEEDED = ["fonts-noto-cjk", "libreoffice-calc", "libreoffice-writer", "poppler-utils", "libxml2-utils"];

const THIS_FILE = fileURLToPath(import.meta.url);

/**
 * On Debian and Ubuntu, as root: installs what is missing, saying one line; does nothing elsewhere. In a process of
 * its own, so that the npm packages are installed meanwhile.
 */
export function installDebianPackages() {
  return new Promise((resolve) => {
    spawn(process.execPath, [THIS_FILE], { stdio: "inherit" }).on("close", resolve).on("error", resolve);
  });
}

function installMissing() {
  if (!isDebian() || process.getuid?.() !== 0) return;
  const missing = [...(findChromium() ? [] : ["chromium"]), ...NEEDED].filter((name) => !installed(name));
  if (missing.length === 0) return;
  console.log(`正在安装测试所需的系统软件 / Installing for the tests: ${missing.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  aptGet(["update", "-q"], env);
  // One by one after a failure: a package that a release lacks must not keep the others away.
  if (aptGet(["install", "-q", "-y", "--no-install-recommends", ...missing], env)) return;
  for (const name of missing) {
    if (!aptGet(["install", "-q", "-y", "--no-install-recommends", name], env)) {
      console.log(`未能安装 / Could not be installed: ${name}`);
    }
  }
}

function isDebian() {
  if (!existsSync("/etc/os-release") || !existsSync("/usr/bin/apt-get")) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync("/etc/os-release", "utf8"));
}

function installed(name) {
  const asked = spawnSync("dpkg-query", ["-W", "-f=${Status}", name], { encoding: "utf8" });
  return asked.stdout.includes("install ok installed");
}

function aptGet(args, env) {
  return spawnSync("apt-get", args, { env, stdio: "ignore" }).status === 0;
}

if (process.argv[1] === THIS_FILE) installMissing();
