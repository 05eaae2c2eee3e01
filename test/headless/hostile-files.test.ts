import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { everySo } from "../support/cases";
import { runApart, runHere } from "../support/command";
import { SAMPLE } from "../support/open-workbook";
import { HOSTILE, hostileFiles } from "./hostile-files";

/** Memory of the command in MB, for its objects. */
const MOST_MEMORY = 256;

describe("a corrupt or hostile file: exit 2 in bounded time and memory, one line, nothing written", () => {
  let folder: string;
  let files: Awaited<ReturnType<typeof hostileFiles>>;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "hostile-"));
    files = await hostileFiles(SAMPLE);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const apart = everySo(3, HOSTILE);
  test.each(HOSTILE)("%s", async (name) => {
    const [file, out, json] = ["input.xlsx", "out.xlsx", "out.json"].map((one) => path.join(folder, one)) as [string, string, string];
    writeFileSync(file, files[name]);
    const args = [file, "--out", out, "--json", json];
    const run = apart.includes(name) ? runApart(args, { memory: MOST_MEMORY }) : await runHere(args);
    expect({ status: run.status, output: run.stdout }).toEqual({ status: 2, output: "" });
    expect(run.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(run.stderr).toContain("input.xlsx");
    expect(run.stderr).not.toContain("root:");
    expect([existsSync(out), existsSync(json)]).toEqual([false, false]);
  });
});
