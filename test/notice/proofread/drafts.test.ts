import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { proofread } from "../../../src/notice";
import type { Report } from "../../../src/progress";
import { WORKBOOKS } from "./workbooks";

const FOLDER = path.join(__dirname, "..", "drafts");
/** {{17342万元|17312万元}}: what the draft says, and what it should say. */
const ERROR = /\{\{(.*?)\|(.*?)\}\}/;

const drafts = (kind: "right" | "wrong") =>
  readdirSync(path.join(FOLDER, kind)).map((file) => [file, readFileSync(path.join(FOLDER, kind, file), "utf8")] as const);

/** Hand-written drafts in wordings that no template of ours has; the file's first word names its workbook. */
describe("hand-written drafts", () => {
  const reports = new Map<string, Report>();
  beforeAll(async () => {
    for (const [name, read] of Object.entries(WORKBOOKS)) reports.set(name, await read());
  });
  const check = (file: string, text: string) => {
    const report = reports.get(file.split("-")[0] ?? "");
    if (!report) throw new Error(`${file} names no workbook`);
    return proofread(text, report).claims;
  };

  test("are at least 20 of each kind", () => {
    expect(drafts("right").length).toBeGreaterThanOrEqual(20);
    expect(drafts("wrong").length).toBeGreaterThanOrEqual(20);
  });

  test.each(drafts("right"))("%s is right, and no figure of it is called wrong or suspect", (file, text) => {
    const claims = check(file, text);
    expect(claims.filter(({ verdict }) => verdict === "wrong" || verdict === "suspect")).toEqual([]);
    expect(claims.length).toBeGreaterThan(0);
  });

  test.each(drafts("wrong"))("%s has one error, which is found and put right, and no other", (file, marked) => {
    const [mark = "", printed = "", right = ""] = ERROR.exec(marked) ?? [];
    const text = marked.replace(mark, printed);
    const alarms = check(file, text).filter(({ verdict }) => verdict === "wrong" || verdict === "suspect");
    expect(alarms.map(({ text: words, start, verdict, expected }) => ({ words, start, verdict, expected }))).toEqual([
      { words: printed, start: marked.indexOf(mark), verdict: "wrong", expected: right },
    ]);
  });
});
