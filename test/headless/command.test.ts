import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Workbook } from "@cj-tech-master/excelts";
import type { Result } from "../../excel-host/headless/result";
import { seed } from "../support/cases";
import { runApart, runHere } from "../support/command";
import { SAMPLE } from "../support/open-workbook";
import { xlsxFile } from "../support/xlsx-file";

describe("the headless command", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "headless-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const at = (name: string) => path.join(folder, name);

  function progress(...args: string[]) {
    const { status, stdout, stderr } = runApart(args);
    return { status, output: stdout, error: stderr };
  }

  test("answers for the sample: JSON, notice and workbook", () => {
    const run = progress(SAMPLE, "--json", at("r.json"), "--notice", at("n.txt"), "--out", at("o.xlsx"));
    expect(run).toMatchObject({ status: 0, error: "" });
    const result = JSON.parse(readFileSync(at("r.json"), "utf8")) as Result;
    expect(result.asOf).toBe("2021-04-23");
    expect(result.pace).toBeCloseTo(0.309589, 6);
    expect(result.tables[0]).toMatchObject({ sheet: "目标任务", range: "A1:Q20", layout: "wide" });
    expect(result.tables[0]?.columns[0]).toEqual({
      at: "B",
      header: "棚户区改造开工(套)/目标任务",
      indicator: "starts",
      role: "target",
      why: "表头写“目标任务”；表头写明“棚户区改造”",
      runnerUp: null,
      sure: true,
    });
    const starts = result.indicators.find(({ id }) => id === "starts");
    expect(starts).toMatchObject({ target: 4005, done: 999, statedTotal: { target: 4005, done: 999 } });
    expect(starts?.regions[0]).toEqual({ region: "离石区", target: 1700, done: 0, rate: 0, rank: 3, status: "none" });
    expect(result.findings.find(({ code }) => code === "total-mismatch")?.cells).toEqual(["目标任务!N20"]);
    expect(result.host.syncs).toBeLessThanOrEqual(10);
    expect(readFileSync(at("n.txt"), "utf8")).toBe(`${result.notice.join("\n")}\n`);
    expect(existsSync(at("o.xlsx"))).toBe(true);
  });

  test("--json - prints the result alone on standard output", () => {
    const run = progress(SAMPLE, "--json", "-", "--as-of", "2021-06-30");
    expect(run.status).toBe(0);
    expect((JSON.parse(run.output) as Result).pace).toBeCloseTo(181 / 365, 10);
  });

  test("without --json - it prints a short report, in the language asked for", () => {
    expect(progress(SAMPLE).output).toContain("棚户区改造开工  999/4005套  24.94%");
    expect(progress(SAMPLE, "--lang", "en").output).toContain("As of 2021-04-23, pace 30.96%");
  });

  async function write(name: string, fill: (workbook: Workbook) => void): Promise<string> {
    const workbook = new Workbook();
    fill(workbook);
    writeFileSync(at(name), await xlsxFile(workbook));
    return at(name);
  }

  test("input that cannot be used: exit 2, one line that names it, nothing written", async () => {
    writeFileSync(at("text.xlsx"), "no workbook");
    writeFileSync(at("zero.xlsx"), "");
    // The compound-file signature that every encrypted workbook begins with.
    writeFileSync(at("locked.xlsx"), Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2048)]));
    const blank = await write("blank.xlsx", (workbook) => workbook.addWorksheet("Sheet1"));
    const other = await write("other.xlsx", (workbook) => workbook.addWorksheet("通讯录").addRow(["姓名", "电话"]));
    const cases: [string[], string][] = [
      [[at("missing.xlsx")], "missing.xlsx"],
      [[at("text.xlsx")], "text.xlsx"],
      [[at("zero.xlsx")], "zero.xlsx"],
      [[at("locked.xlsx")], "locked.xlsx"],
      [[blank], "blank.xlsx"],
      [[other], "other.xlsx"],
      [[SAMPLE, "--as-of", "2021-02-30"], "2021-02-30"],
      [[SAMPLE, "--lang", "fr"], "fr"],
      [[SAMPLE, "--nonsense"], "--nonsense"],
      [[SAMPLE, "--out", at("no/such/folder/o.xlsx")], "--out"],
      [[], "WORKBOOK|工作簿"],
    ];
    for (const [index, [args, named]] of cases.entries()) {
      const all = [...args, "--json", at("never.json")];
      // One in a process of its own, as a clerk starts it.
      const run = index === seed() % cases.length ? runApart(all) : await runHere(all);
      expect([args, run.status]).toEqual([args, 2]);
      expect(run.stderr.trimEnd().split("\n")).toHaveLength(1);
      expect(run.stderr).toMatch(new RegExp(named));
      expect(run.stdout).toBe("");
      expect(existsSync(at("never.json"))).toBe(false);
    }
  }, 60_000);
});
