import { insertCharts, readReport } from "../../src/actions";
import { textOf } from "../../excel-host/engine/xml";
import { all, cachesOf, chartParts } from "../support/chart-parts";
import { editedInLibreOffice, testWithLibreOffice } from "../support/libreoffice";
import { officeWorkbook } from "../support/office-workbook";
import { openWorkbook } from "../support/open-workbook";

/** The values of each series of each chart, and its categories, as a saved file keeps them. */
async function kept(saved: Uint8Array): Promise<{ categories: (string | undefined)[]; values: (number | null)[][] }[]> {
  return [...(await chartParts(saved)).values()].map((chart) => {
    const caches = cachesOf(chart);
    const of = (name: string) => all(chart, name).map((node) => caches.get(textOf(all(node, "f")[0])) ?? []);
    // LibreOffice keeps no point for #N/A.
    const number = (value: string | undefined) => (value === undefined || !Number.isFinite(Number(value)) ? null : Number(Number(value).toPrecision(10)));
    return { categories: of("cat")[0] ?? [], values: of("val").map((values) => values.map(number)) };
  });
}

describe("LibreOffice draws the charts from their cells", () => {
  testWithLibreOffice("as we say, and anew when a cell of the staff's is changed", async () => {
    const open = await openWorkbook(await officeWorkbook({ regions: 5, noteLength: 30 }));
    try {
      await insertCharts(await readReport({ today: "2022-09-06" }));
      const saved = await open.host.save();
      const same = await kept(editedInLibreOffice(saved, ""));
      expect(same).toEqual(await kept(saved));
      open.host.edit("目标任务", "C5", "1000");
      const changed = await kept(editedInLibreOffice(saved, `  sheets.getByName("目标任务").getCellByPosition(2, 4).Value = 1000`));
      expect(changed).not.toEqual(same);
      expect(changed).toEqual(await kept(await open.host.save()));
    } finally {
      open.close();
    }
  });
});
