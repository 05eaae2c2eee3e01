import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { atLeast } from "../../../excel-host/protocol/requirementSets";
import { MODES } from "../../../excel-host";
import { PROBES } from "../../../src/excel";
import { calledMembers } from "./called-members";

const ROOT = path.resolve(__dirname, "../../..");

/** The rows of docs/excel-fidelity.md by member. */
function documented(): Map<string, { since: string; texts: string[]; tests: string[]; probe: string; modes: string[] }> {
  const rows = readFileSync(path.join(ROOT, "docs/excel-fidelity.md"), "utf8").matchAll(/^\| `([^`]+)` \| (.*?) \| (.*?) \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$/gm);
  return new Map([...rows].map(([, name = "", since = "", microsoft = "", host = "", tests = "", probe = "", modes = ""]) => [name, { since: since.replace("–", ""), texts: [microsoft, host], tests: tests.split(", "), probe, modes: modes === "–" ? [] : modes.split(", ") }]));
}

describe("docs/excel-fidelity.md", () => {
  const called = calledMembers();
  const rows = documented();

  test("lists every member of Office.js that the sources call, with its set, and none that they do not", () => {
    expect(called.length).toBeGreaterThan(150);
    expect([...rows].map(([name, { since }]) => `${name} ${since}`).sort()).toEqual(called.map(({ name, since }) => `${name} ${since}`).sort());
  });

  test("says of each what is documented and what the host answers, and names tests that there are", () => {
    for (const [name, { texts, tests }] of rows) {
      expect([name, texts.every((text) => text !== "")]).toEqual([name, true]);
      for (const file of tests) expect([name, file, existsSync(path.join(ROOT, `${file}.test.ts`))]).toEqual([name, file, true]);
    }
  });

  test("says of each which probe of the self-check holds it, and in which mode of the host it is refused or answers otherwise", () => {
    for (const [name, { probe, modes }] of rows) {
      const own = name.replace(/^Excel\.|^OfficeExtension\./, "");
      const holding = PROBES.filter(({ members }) => members.includes(own)).map(({ id }) => id);
      expect([name, probe]).toEqual([name, holding[0] ?? "–"]);
      for (const mode of modes) expect([name, Object.keys(MODES)]).toEqual([name, expect.arrayContaining([mode])]);
    }
    // What Excel does itself is held by a probe; what office.js does, and the pane’s own page, is not Excel’s.
    const unheld = [...rows].filter(([name, { probe }]) => name.startsWith("Excel.") && !/\.(?:load|items)$/.test(name) && probe === "–");
    expect(unheld.map(([name]) => name)).toEqual([]);
    const named = PROBES.flatMap(({ members }) => members);
    expect(named.filter((member) => !rows.has(`Excel.${member}`) && !rows.has(`OfficeExtension.${member}`))).toEqual([]);
  });

  test("nothing above the manifest's ExcelApi 1.9 is called but what the add-in does without where it is missing", () => {
    const above = called.filter(({ since }) => since.startsWith("ExcelApi ") && !atLeast("1.9", since.slice("ExcelApi ".length)));
    expect(above.map(({ name }) => name)).toEqual(["Excel.Range.getMergedAreasOrNullObject", "Excel.WorksheetChangedEventArgs.triggerSource"]);
  });
});
