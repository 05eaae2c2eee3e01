import JSZip from "jszip";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ExcelHost } from "../../excel-host";
import { InputError } from "../../excel-host/headless/input-error";
import { readOptions } from "../../excel-host/headless/options";
import { run } from "../../excel-host/headless/run";
import { SAMPLE } from "../support/open-workbook";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "refusals-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the command says of a workbook made from the sample, with --out. */
async function refusal(change: (zip: JSZip) => Promise<void>): Promise<string> {
  const zip = await JSZip.loadAsync(readFileSync(SAMPLE));
  await change(zip);
  const [file, out] = ["in.xlsx", "out.xlsx"].map((name) => path.join(folder, name)) as [string, string];
  writeFileSync(file, await zip.generateAsync({ type: "uint8array" }));
  try {
    await run(readOptions([file, "--out", out]), "2021-06-01");
    return "";
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(existsSync(out)).toBe(false);
    expect(error.text["zh-CN"]).toContain("in.xlsx");
    return error.text["zh-CN"];
  }
}
async function edit(zip: JSZip, name: string, change: (xml: string) => string): Promise<void> {
  zip.file(name, change((await zip.file(name)?.async("string")) ?? ""));
}

describe("a workbook that cannot be written into is refused with the reason", () => {
  test("a locked structure", async () => {
    expect(await refusal((zip) => edit(zip, "xl/workbook.xml", (xml) => xml.replace(/<bookViews|<sheets/, (at) => `<workbookProtection lockStructure="1"/>${at}`)))).toContain("受保护");
  });
  test("settings that leave no room for what is to be kept", async () => {
    const bytes = await (async () => {
      const host = await ExcelHost.open(new Uint8Array(readFileSync(SAMPLE)));
      host.engine.settings.set("another", "x".repeat(2 * 1024 * 1024 - 100));
      return host.save();
    })();
    expect(await refusal(async (zip) => {
      const full = await JSZip.loadAsync(bytes);
      for (const name of Object.keys(full.files)) if (!full.files[name]!.dir) zip.file(name, await full.file(name)!.async("uint8array"));
    })).toContain("2 MB");
  });
});
