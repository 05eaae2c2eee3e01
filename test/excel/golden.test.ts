import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sheetTexts } from "../support/golden-text";
import { GOLDEN_WORKBOOKS, withOurSheets } from "../support/golden-workbooks";

/**
 * What the add-in writes into a workbook, cell by cell: values, formulas, merges, formats, widths, heights, marks
 * and print set-up. Look at the change before it is taken over with UPDATE_GOLDEN=1.
 */
describe("the inserted sheets, cell by cell as saved", () => {
  test.each(GOLDEN_WORKBOOKS)("$name", async ({ name, bytes }) => {
    const { saved, ours } = await withOurSheets(await bytes());
    const text = await sheetTexts(saved, ours);
    const file = path.join(__dirname, "golden", `${name}.txt`);
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(file, text);
    expect(existsSync(file)).toBe(true);
    expect(text).toBe(readFileSync(file, "utf8"));
  }, 60_000);
});
