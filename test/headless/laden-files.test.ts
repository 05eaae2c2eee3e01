import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { everySo } from "../support/cases";
import { runApart, runHere } from "../support/command";
import { SAMPLE } from "../support/open-workbook";
import type { Result } from "../../excel-host/headless/result";
import { LADEN, ladenFiles } from "./laden-files";

/** Memory of the command in MB, for its objects, where it runs in a process of its own. */
const MOST_MEMORY = 512;

describe("a workbook that carries more than cells: done (0) or refused in one line (2), nothing executed, nobody asked, nothing else written", () => {
  let folder: string;
  let server: Server;
  let asked = 0;
  let files: Awaited<ReturnType<typeof ladenFiles>>;
  const statuses: Record<string, number | null> = {};
  beforeAll(async () => {
    server = createServer((socket) => {
      asked++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    files = await ladenFiles(SAMPLE, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "laden-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  afterAll(() => {
    server.close();
    console.log(`laden workbooks tried: ${Object.keys(statuses).length}, done: ${Object.values(statuses).filter((one) => one === 0).length}, refused: ${Object.values(statuses).filter((one) => one === 2).length}`);
  });

  const apart = everySo(10, LADEN);
  test.each(everySo(2, LADEN))("%s", async (name) => {
    const [file, out, json] = ["input.xlsx", "out.xlsx", "out.json"].map((one) => path.join(folder, one)) as [string, string, string];
    writeFileSync(file, files[name]);
    const args = [file, "--out", out, "--json", json];
    const run = apart.includes(name) ? runApart(args, { memory: MOST_MEMORY }) : await runHere(args);
    statuses[name] = run.status;
    expect({ error: run.stderr.slice(0, 2000), status: run.status }).toMatchObject({ status: run.status === 0 ? 0 : 2 });
    expect(run.stderr).not.toMatch(/\n\s+at |Error:/);
    // What was asked of the server waits in its queue while the command runs.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked).toBe(0);
    if (run.status === 2) {
      expect(run.stderr.trimEnd().split("\n")).toHaveLength(1);
      expect(run.stderr).toContain("input.xlsx");
      expect(run.stderr).toMatch(/[\u4e00-\u9fff]/);
      expect(readdirSync(folder)).toEqual(["input.xlsx"]);
      return;
    }
    expect(readdirSync(folder).sort()).toEqual(["input.xlsx", "out.json", "out.xlsx"]);
    expect(existsSync(path.join(folder, "../outside.txt"))).toBe(false);
    const result = JSON.parse(readFileSync(json, "utf8")) as Result;
    expect(result.indicators.find(({ id }) => id === "starts")).toMatchObject({ target: 4005, done: 999 });
  });
});
