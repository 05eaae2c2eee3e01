import { existsSync } from "node:fs";
import path from "node:path";

/** Finds LibreOffice's program on this machine, or null. `SOFFICE=/path` decides where it is set. */
export function findLibreOffice() {
  const given = process.env.SOFFICE;
  if (given) return existsSync(given) ? given : null;
  return candidates().find((file) => existsSync(file)) ?? null;
}

function candidates() {
  if (process.platform === "win32") {
    return ["PROGRAMFILES", "PROGRAMFILES(X86)"]
      .map((name) => process.env[name])
      .filter(Boolean)
      .map((folder) => path.join(folder, "LibreOffice/program/soffice.com"));
  }
  if (process.platform === "darwin") return ["/Applications/LibreOffice.app/Contents/MacOS/soffice"];
  const folders = (process.env.PATH ?? "").split(path.delimiter).concat("/usr/bin");
  return folders.flatMap((folder) => [path.join(folder, "soffice"), path.join(folder, "libreoffice")]);
}
