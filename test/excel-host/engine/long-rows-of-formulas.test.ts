import { ExcelHost } from "../../../excel-host";
import { rawXlsx } from "../../support/raw-xlsx";

const ROWS = 12_000;

/** What a formula says of the one before it; each adds one. */
const LINKS: Record<string, (before: string) => string> = {
  plainly: (before) => `${before}+1`,
  "through functions and ranges": (before) => `IF(SUM(${before}:${before})&gt;=0,ROUND(MAX(${before},0),0)+1,-1)`,
};

describe.each([["down", 1], ["up", -1]] as const)("12,000 formulas in a row (%s), each reading the one before", (_, step) => {
  test.each(Object.keys(LINKS))("come out right when opened and after a change: %s", async (way) => {
    const link = LINKS[way]!;
    const first = step === 1 ? 1 : ROWS;
    const cells = Array.from({ length: ROWS }, (_row, at) => {
      const row = at + 1;
      return `<row r="${row}"><c r="A${row}">${row === first ? "<v>1</v>" : `<f>${link(`A${row - step}`)}</f>`}</c></row>`;
    }).join("");
    const host = await ExcelHost.open(await rawXlsx({ cells }));
    const sheet = host.engine.sheets[0]!;
    const wrong = (start: number) => Array.from({ length: ROWS }, (_row, at) => sheet.value(at, 0) === start + (step === 1 ? at : ROWS - 1 - at)).filter((right) => !right).length;
    expect(wrong(1)).toBe(0);
    host.edit("表", `A${first}`, "5");
    expect(wrong(5)).toBe(0);
  });
});
