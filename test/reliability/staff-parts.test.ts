import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { InputError } from "../../excel-host/headless/input-error";
import { readOptions } from "../../excel-host/headless/options";
import { run } from "../../excel-host/headless/run";
import { everySo, seed } from "../support/cases";
import { SAMPLE } from "../support/open-workbook";
import { corpus } from "../tables/corpus/corpus-file";
import { xlsxOf } from "../tables/corpus/workbook-file";
import { lostParts } from "./staff-parts";

/** Workbooks as other programs write them; STAFF_FILES names a folder of more. */
const FOLDERS = [path.join(__dirname, "written-by"), ...(process.env.STAFF_FILES === undefined ? [] : [process.env.STAFF_FILES])];

interface Staff {
  name: string;
  bytes(): Promise<Uint8Array>;
}
const fromDisk = (file: string): Staff => ({ name: path.basename(file), bytes: () => Promise.resolve(new Uint8Array(readFileSync(file))) });
const FILES = [fromDisk(SAMPLE), ...FOLDERS.flatMap((folder) => readdirSync(folder).filter((name) => /\.xls[xm]$/.test(name)).map((name) => fromDisk(path.join(folder, name))))];
const CORPUS = everySo(10, corpus()).map((one): Staff => ({ name: one.name, bytes: () => xlsxOf(one) }));

describe("whatever is written, the staff's parts come out as they came in", () => {
  let folder: string;
  const count = { tried: 0, written: 0, parts: 0, identical: 0 };
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "staff-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    console.log(`workbooks tried: ${count.tried}, written: ${count.written}; parts of the staff's: ${count.parts}, byte for byte: ${count.identical}, the others node by node, SEED=${seed()}`);
  });

  test.each([...FILES, ...CORPUS].map((one) => [one.name, one] as const))("%s", async (_, staff) => {
    const bytes = await staff.bytes();
    const [file, out] = ["in.xlsm", "out.xlsm"].map((name) => path.join(folder, name)) as [string, string];
    writeFileSync(file, bytes);
    count.tried++;
    try {
      await run(readOptions([file, "--out", out]), "2021-12-31");
    } catch (error) {
      // A workbook about something else is refused, and not written.
      if (error instanceof InputError) return;
      throw error;
    }
    count.written++;
    const { parts, identical, lost } = await lostParts(bytes, new Uint8Array(readFileSync(out)));
    count.parts += parts;
    count.identical += identical;
    expect(lost.filter((one) => !one.includes("sheet.main+xml"))).toEqual([]);
  });
});
