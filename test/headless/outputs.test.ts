import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, linkSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { InputError } from "../../excel-host/headless/input-error";
import { findPlaces } from "../../excel-host/headless/output-places";
import { stageOutputs } from "../../excel-host/headless/write-outputs";
import { SAMPLE } from "../support/open-workbook";

const ROOT = path.resolve(__dirname, "../..");
const COMMAND = path.join(ROOT, "excel-host/bin/progress.mjs");

let folder: string;
const at = (name: string) => path.join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "outputs-"));
  writeFileSync(at("in.xlsx"), "input");
  writeFileSync(at("draft.txt"), "draft");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is said of outputs that are refused; "" where they are not. */
async function refusal(...outputs: [option: string, path: string][]): Promise<string> {
  try {
    await findPlaces(outputs.map(([option, one]) => ({ option, path: one })), at("in.xlsx"), [at("draft.txt")]);
    return "";
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.text["zh-CN"]).toMatch(/[\u4e00-\u9fff]/);
    expect(error.text["zh-CN"]).not.toContain("\n");
    return error.text.en;
  }
}

describe("an output that is an input by another path is refused", () => {
  test("by the path itself, spelled otherwise", async () => expect(await refusal(["--out", `${folder}/./x/../in.xlsx`])).toMatch(/--out.*the workbook itself/));
  test("by a symbolic link", async () => {
    symlinkSync("in.xlsx", at("link.xlsx"));
    expect(await refusal(["--out", at("link.xlsx")])).toMatch(/the workbook itself/);
  });
  test("by a hard link", async () => {
    linkSync(at("in.xlsx"), at("hard.xlsx"));
    expect(await refusal(["--json", at("hard.xlsx")])).toMatch(/--json.*the workbook itself/);
  });
  test("through a folder that is a link", async () => {
    symlinkSync(folder, at("again"));
    expect(await refusal(["--out", at("again/in.xlsx")])).toMatch(/the workbook itself/);
  });
  test("and so is the draft", async () => {
    linkSync(at("draft.txt"), at("hard.txt"));
    expect(await refusal(["--notice", at("hard.txt")])).toMatch(/the draft itself/);
  });
});

describe("two outputs that are one file are refused", () => {
  test("by one name", async () => expect(await refusal(["--out", at("q")], ["--json", at("q")])).toMatch(/--json.*--out/));
  test("by two paths of a name that is new", async () => {
    symlinkSync(at("new.json"), at("link.json"));
    expect(await refusal(["--out", at("link.json")], ["--json", at("new.json")])).toMatch(/--json/);
  });
  test("while names of their own are taken", async () => expect(await refusal(["--out", at("q")], ["--json", at("r")])).toBe(""));
});

describe("what is no ordinary file that can be written is refused, and left as it is", () => {
  test("a device", async () => expect(await refusal(["--out", "/dev/null"])).toMatch(/no ordinary file/));
  test("a pipe", async () => {
    execFileSync("mkfifo", [at("pipe")]);
    expect(await refusal(["--json", at("pipe")])).toMatch(/no ordinary file/);
  });
  test("a read-only file", async () => {
    writeFileSync(at("kept.xlsx"), "kept");
    chmodSync(at("kept.xlsx"), 0o444);
    expect(await refusal(["--out", at("kept.xlsx")])).toMatch(/read-only/);
  });
  test("a folder, there or by its slash", async () => {
    expect(await refusal(["--out", folder])).toMatch(/folder/);
    expect(await refusal(["--out", at("new.xlsx/")])).toMatch(/folder/);
  });
  test("a name that is too long, by itself or its folder's", async () => {
    expect(await refusal(["--out", at(`${"长".repeat(100)}.xlsx`)])).toMatch(/too long/);
    expect(await refusal(["--out", at(`${"a".repeat(300)}/x.xlsx`)])).toMatch(/too long|folder/);
  });
  test("links that go round", async () => {
    symlinkSync(at("b"), at("a"));
    symlinkSync(at("a"), at("b"));
    expect(await refusal(["--out", at("a")])).toMatch(/circle/);
  });
  test("standard output, but for the result", async () => expect(await refusal(["--out", "-"])).toMatch(/standard output/));
  test("something in the place of a folder", async () => expect(await refusal(["--out", at("in.xlsx/out.xlsx")])).toMatch(/folder/));
});

describe("outputs are written all or none", () => {
  const stage = async (...names: string[]) => {
    const places = await findPlaces(names.map((name) => ({ option: "--out", path: at(name) })), at("in.xlsx"), []);
    return stageOutputs(places.map((place, index) => ({ ...place, content: `new ${index}` })));
  };
  const contents = () => Object.fromEntries(readdirSync(folder).filter((name) => statSync(at(name)).isFile()).map((name) => [name, readFileSync(at(name), "utf8")]));

  test("nothing has its name before all are complete, and nothing else is left", async () => {
    writeFileSync(at("one"), "old");
    const outputs = await stage("one", "two");
    expect(contents()).toMatchObject({ one: "old" });
    expect(contents()).not.toHaveProperty("two");
    outputs.commit();
    await outputs.discard();
    expect(contents()).toEqual({ "in.xlsx": "input", "draft.txt": "draft", one: "new 0", two: "new 1" });
  });
  test("a name that cannot be had gives the others back", async () => {
    writeFileSync(at("one"), "old");
    const outputs = await stage("one", "new", "three");
    mkdirSync(at("three"));
    expect(() => outputs.commit()).toThrow(InputError);
    await outputs.discard();
    expect(contents()).toEqual({ "in.xlsx": "input", "draft.txt": "draft", one: "old" });
  });
  test("a link stays one, and what it leads to is written with its own rights", async () => {
    writeFileSync(at("target"), "old", { mode: 0o640 });
    symlinkSync("target", at("link"));
    const outputs = await stage("link");
    outputs.commit();
    await outputs.discard();
    expect(readFileSync(at("target"), "utf8")).toBe("new 0");
    expect(statSync(at("target")).mode & 0o777).toBe(0o640);
    expect(execFileSync("readlink", [at("link")], { encoding: "utf8" })).toBe("target\n");
  });
  test("the longest name that the disk takes has its place", async () => {
    const name = "n".repeat(255);
    const outputs = await stage(name);
    outputs.commit();
    expect(readFileSync(at(name), "utf8")).toBe("new 0");
  });
  test("what a killed command has left is cleared, what a running one writes is not", async () => {
    const running = await stage("mine");
    const [mine] = readdirSync(folder).filter((name) => name.startsWith(".progress-"));
    const other = spawn(process.execPath, ["-e", "setTimeout(() => undefined, 60000)"]);
    const dead = spawnSync(process.execPath, ["-e", ""]);
    writeFileSync(at(mine!.replace(String(process.pid), String(dead.pid))), "left");
    writeFileSync(at(mine!.replace(String(process.pid), String(other.pid))), "being written");
    running.commit();
    const next = await stage("next");
    next.commit();
    const left = readdirSync(folder).filter((name) => name.startsWith(".progress-"));
    other.kill();
    expect(left).toEqual([mine!.replace(String(process.pid), String(other.pid))]);
  });
});

describe("the command's streams", () => {
  const shell = (command: string) => spawnSync("bash", ["-c", command], { encoding: "utf8", cwd: folder });
  const command = `'${process.execPath}' '${COMMAND}'`;

  test("a reader that goes ends the command quietly, its files written", () => {
    const run = shell(`set -o pipefail; ${command} '${SAMPLE}' --json - --notice n.txt | true`);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(readFileSync(at("n.txt"), "utf8")).toContain("棚户区");
  });
  test("a full disk behind standard output is told in one line, and no file is written", () => {
    const run = shell(`${command} '${SAMPLE}' --json - --notice n.txt > /dev/full`);
    expect(run.status).toBe(2);
    expect(run.stderr).toBe("标准输出写不进去（ENOSPC）\n");
    expect(readdirSync(folder).sort()).toEqual(["draft.txt", "in.xlsx"]);
  });
  test("--help tells how the command is used", () => {
    const run = shell(`${command} --help`);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    for (const option of ["--as-of", "--out", "--notice", "--check", "--json", "--lang"]) expect(run.stdout).toContain(option);
  });
});
