import type { Worksheet } from "@cj-tech-master/excelts";
import { GOLDEN_WORKBOOKS, withOurSheets } from "../support/golden-workbooks";
import { recalculated, testWithLibreOffice } from "../support/libreoffice";
import { savedSheets, savedValue } from "../support/saved-cells";

/** Every cell of a sheet with what it shows: "C7" → 999. */
function cellsOf(sheet: Worksheet | undefined): Map<string, unknown> {
  if (!sheet) throw new Error("a sheet is missing");
  const values = new Map<string, unknown>();
  for (let row = 0; row < sheet.rowCount; row++) {
    for (let column = 0; column < sheet.columnCount; column++) {
      const value = savedValue(sheet, row, column);
      if (value !== "") values.set(sheet.getCell(row + 1, column + 1).address, value);
    }
  }
  return values;
}

const formulasIn = (sheet: Worksheet | undefined) => {
  let count = 0;
  sheet?.eachRow((row) => row.eachCell((cell) => (count += cell.formula ? 1 : 0)));
  return count;
};

describe("LibreOffice's own calculation agrees with every cell that we inserted", () => {
  for (const { name, bytes } of GOLDEN_WORKBOOKS) {
    testWithLibreOffice(name, async () => {
      const { saved, ours } = await withOurSheets(await bytes());
      const [mine, theirs] = [await savedSheets(saved), await savedSheets(recalculated(saved))];
      for (const sheet of ours) expect([sheet, cellsOf(theirs.get(sheet))]).toEqual([sheet, cellsOf(mine.get(sheet))]);
      expect(ours.reduce((total, sheet) => total + formulasIn(mine.get(sheet)), 0)).toBeGreaterThan(50);
    });
  }
});
