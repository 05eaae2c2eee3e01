import { readFileSync } from "node:fs";
import { readReport } from "../../src/actions";
import { describeError } from "../../src/excel";
import type { Report } from "../../src/progress";
import { WorkbookError } from "../../excel-host";
import { cases, LONG_TEST, seed } from "../support/cases";
import { officeWorkbook } from "../support/office-workbook";
import { openWorkbook, SAMPLE } from "../support/open-workbook";
import { mutated, MUTATIONS, partsOfFile, type Draw, type Parts } from "./fuzz/mutated-parts";

const RUNS = cases("mutatedFiles");
const TODAY = "2021-12-31";

/** Numbers that a seed draws, the same in each run of that seed (mulberry32). */
function drawing(from: number): Draw {
  let state = from;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Every figure of a report, in words. */
const figuresOf = ({ indicators }: Report) => JSON.stringify(indicators.map(({ id, target, done, regions }) => [id, target, done, regions.map((one) => [one.region, one.target?.value ?? null, one.done?.value ?? null])]));
const saidOf = ({ findings }: Report) => findings.map(({ code, cells }) => `${code} ${JSON.stringify(cells)}`);

/** By how much one file may raise the most that the process has held, in MB: a size that lies would take gigabytes. */
const MOST_MEMORY = 300;
/** The most that this process has held so far, in MB. */
const peak = () => process.resourceUsage().maxRSS / 1024;

type Ending = { kind: "read"; report: Report } | { kind: "refused" } | { kind: "fault"; error: unknown };

async function endingOf(bytes: Uint8Array): Promise<Ending> {
  try {
    const workbook = await openWorkbook(bytes);
    try {
      const { report } = await readReport({ today: TODAY });
      // What was read can be saved, and read again.
      const again = await openWorkbook(await workbook.host.save());
      again.close();
      return { kind: "read", report };
    } finally {
      workbook.close();
    }
  } catch (error) {
    if (error instanceof WorkbookError || ["no-county-table", "empty-workbook", "too-large"].includes(describeError(error).code)) return { kind: "refused" };
    return { kind: "fault", error };
  }
}

describe("files of which a part was changed", () => {
  const files: { name: string; parts: Parts; report: Report }[] = [];
  beforeAll(async () => {
    for (const [name, bytes] of [["sample", new Uint8Array(readFileSync(SAMPLE))], ["office", await officeWorkbook({ regions: 8, noteLength: 60 })]] as const) {
      const ending = await endingOf(bytes);
      if (ending.kind !== "read") throw new Error(`${name} is not read`);
      files.push({ name, parts: await partsOfFile(bytes), report: ending.report });
    }
  });

  test(`are refused, or have the figures of the original, or say what is not as it was (${RUNS})`, async () => {
    const counts = { same: 0, told: 0, refused: 0 };
    const names = Object.keys(MUTATIONS);
    const troubles: string[] = [];
    let [held, most] = [peak(), 0];
    for (let run = 0; run < RUNS; run++) {
      const mutation = names[run % names.length]!;
      const file = files[run % files.length]!;
      const ending = await endingOf(await mutated(file.parts, mutation, drawing(seed() * 100_003 + run)));
      const raised = peak() - held;
      [held, most] = [held + raised, Math.max(most, raised)];
      if (raised > MOST_MEMORY) troubles.push(`${file.name}, ${mutation}, run ${run}: took ${Math.round(raised)} MB`);
      const known = new Set(saidOf(file.report));
      if (ending.kind === "fault") troubles.push(`${file.name}, ${mutation}, run ${run}: ${String((ending.error as Error).stack ?? ending.error)}`);
      else if (ending.kind === "refused") counts.refused++;
      else if (figuresOf(ending.report) === figuresOf(file.report)) counts.same++;
      else if (saidOf(ending.report).some((one) => !known.has(one))) counts.told++;
      else troubles.push(`${file.name}, ${mutation}, run ${run}: figures lost without a word\n${figuresOf(ending.report)}`);
    }
    console.log(`mutated files tried: ${RUNS}, figures as in the original: ${counts.same}, told of: ${counts.told}, refused: ${counts.refused}, SEED=${seed()}; the most that one took: ${Math.round(most)} MB`);
    expect(troubles.slice(0, 5).join("\n")).toBe("");
  }, LONG_TEST);
});
