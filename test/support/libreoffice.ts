import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** LibreOffice recalculates every formula on load under this setting (0: always). */
const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** LibreOffice's program as the machine set-up found it; undefined where there is none. */
const program = process.env.SOFFICE;

/** `test` where LibreOffice is at hand, else reported as skipped by name. */
export const testWithLibreOffice = program === undefined ? test.skip : test;

/** Opens a workbook in LibreOffice, which calculates all of it anew, and gives what it saves. */
export function recalculated(workbook: Uint8Array): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), "recalculate-"));
  try {
    const profile = path.join(folder, "profile");
    execFileSync("mkdir", ["-p", path.join(profile, "user")]);
    writeFileSync(path.join(profile, "user", "registrymodifications.xcu"), RECALCULATE);
    writeFileSync(path.join(folder, "in.xlsx"), workbook);
    execFileSync(
      program ?? "soffice",
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        path.join(folder, "out"),
        path.join(folder, "in.xlsx"),
      ],
      { stdio: "pipe" },
    );
    return new Uint8Array(readFileSync(path.join(folder, "out", "in.xlsx")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
