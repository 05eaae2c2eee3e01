import fc from "../../support/property";
import { buildReport } from "../../../src/progress";
import { loadNationalList, readWorkbook, type Gazetteer, type SheetGrid } from "../../../src/tables";
import { cases, LONG_TEST } from "../../support/cases";
import { layOut } from "./layouts";
import { trueFigures, type Truth } from "./truth";

const RUNS = cases("generatedTables");

/** A sheet as text, for a reader of a failing example. */
function asText({ name, values, merges }: SheetGrid): string {
  return [`== ${name}${merges ? ` merges ${JSON.stringify(merges)}` : ""}`, ...values.map((row) => row.join(" | "))].join("\n");
}

/** What must be read: every figure; a target of 0 or blank is no task. */
function expected({ regions, indicators, pairs }: Truth, layout: string): Record<string, string> {
  const figures: Record<string, string> = {};
  indicators.forEach(({ id, unit }, at) => {
    if (layout === "ledger" && (unit !== "套" || id === "basicCompletion")) return;
    regions.forEach((region, index) => {
      const { target, done } = pairs[at]?.[index] ?? { target: null, done: null };
      if (target) figures[`${id} ${region}`] = `${target}/${done ?? 0}`;
    });
  });
  return figures;
}

describe("tables laid out at random from known figures", () => {
  let gazetteer: Gazetteer;
  beforeAll(async () => {
    gazetteer = await loadNationalList();
  });

  test(`are read with every figure right and no finding that cries wolf, ${RUNS} workbooks a run`, () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const truth = trueFigures(g);
        const { layout, sheets } = layOut(g, truth);
        const right = expected(truth, layout);
        if (Object.keys(right).length === 0) return;
        const report = buildReport(readWorkbook({ sheets }, { gazetteer }), { asOf: "2021-12-31", today: "2021-12-31" });
        const read: Record<string, string> = {};
        for (const { id, regions } of report.indicators) {
          for (const { region, target, done } of regions) {
            if (target) read[`${id} ${region}`] = `${target.value}/${done?.value ?? 0}`;
          }
        }
        const alarms = report.findings.filter(({ severity }) => severity !== "info").map(({ message }) => message["zh-CN"]);
        const context = () => `${layout}\n${sheets.map(asText).join("\n")}\n`;
        if (alarms.length > 0) throw new Error(`${context()}${alarms.join("\n")}`);
        try {
          expect(read).toEqual(right);
        } catch (error) {
          throw new Error(`${context()}${(error as Error).message}`, { cause: error });
        }
      }),
      { numRuns: RUNS },
    );
  }, LONG_TEST);
});
