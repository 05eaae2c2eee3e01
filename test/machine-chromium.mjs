import { existsSync } from "node:fs";
import path from "node:path";

/**
 * Finds a browser of the Chromium family on this machine.
 *
 * @returns the path of its executable, or null when none is installed. `CHROMIUM=/path` decides
 *   where it is set.
 */
export function findChromium() {
  const given = process.env.CHROMIUM;
  if (given) return existsSync(given) ? given : null;
  return candidates().find((file) => existsSync(file)) ?? null;
}

/**
 * The switches every test browser starts with: no sandbox for root (containers), no graphics
 * processor, and none of the browser's own calls to the internet.
 */
export function chromiumFlags() {
  const root = typeof process.getuid === "function" && process.getuid() === 0;
  return [
    ...(root ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--font-render-hinting=none",
  ];
}

function candidates() {
  if (process.platform === "win32") {
    const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
      .map((name) => process.env[name])
      .filter(Boolean);
    return roots.flatMap((root) => [
      path.join(root, "Google/Chrome/Application/chrome.exe"),
      path.join(root, "Chromium/Application/chrome.exe"),
      path.join(root, "Microsoft/Edge/Application/msedge.exe"),
    ]);
  }
  if (process.platform === "darwin") {
    return [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];
  }
  const names = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "microsoft-edge"];
  const folders = (process.env.PATH ?? "").split(path.delimiter).concat("/usr/bin", "/snap/bin");
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}
