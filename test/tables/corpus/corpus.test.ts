import { buildReport } from "../../../src/progress";
import { loadNationalList, readWorkbook } from "../../../src/tables";
import { usuallyAll } from "../../support/cases";
import { corpus } from "./corpus-file";
import { gridsOf } from "./grids";
import { outcomeOf } from "./outcome";

describe("every workbook of the corpus is read right, with no finding too many", () => {
  test.each(usuallyAll(corpus()))("$name: $about", async (workbook) => {
    const records = readWorkbook({ sheets: await gridsOf(workbook) }, { gazetteer: await loadNationalList() });
    expect(outcomeOf(buildReport(records, { today: "2021-12-31" }))).toEqual(workbook.expected);
  });
});
