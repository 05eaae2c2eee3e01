import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SAMPLE } from "../support/open-workbook";
import { HOSTILE, hostileFiles } from "./hostile-files";

const ROOT = path.resolve(__dirname, "../..");
/** Far above what any of them takes; a command that hangs is stopped, and has no exit status. */
const LONGEST = 60_000;
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

  test.each(HOSTILE)("%s", (name) => {
    const [file, out, json] = ["input.xlsx", "out.xlsx", "out.json"].map((one) => path.join(folder, one)) as [string, string, string];
    writeFileSync(file, files[name]);
    const run = spawnSync(process.execPath, [path.join(ROOT, "excel-host/bin/progress.mjs"), file, "--out", out, "--json", json], {
      cwd: ROOT,
      encoding: "utf8",
      timeout: LONGEST,
      env: { ...process.env, NODE_OPTIONS: `--max-old-space-size=${MOST_MEMORY}` },
    });
    expect({ status: run.status, output: run.stdout }).toEqual({ status: 2, output: "" });
    expect(run.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(run.stderr).toContain("input.xlsx");
    expect(run.stderr).not.toContain("root:");
    expect([existsSync(out), existsSync(json)]).toEqual([false, false]);
  });
});
