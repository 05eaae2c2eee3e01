import { readFileSync } from "node:fs";
import { exportNotice, readReport } from "../../src/actions";
import { printedDocument, testWithLibreOffice } from "../support/libreoffice";
import { regionName } from "../support/county-workbook";
import { officeWorkbook } from "../support/office-workbook";
import { openWorkbook, SAMPLE } from "../support/open-workbook";
import { pageTexts } from "../support/pdf";
import { plainXlsx } from "../support/plain-xlsx";

/** Fifteen regions with projects whose names take as much room as names may. */
function longNames(): Promise<Uint8Array> {
  const projects = ["城中村", "老城区", "工矿区", "铁路沿线", "国有林区", "垦区"].map((name) => `${name}集中成片棚户区改造安置住房及其室外配套基础设施建设工程`);
  const head = ["县（市、区）", ...projects.flatMap((name) => [`${name}任务（套）`, `${name}完成（套）`])];
  const rows = Array.from({ length: 15 }, (_, index) => [regionName(index + 1), ...projects.flatMap((_name, at) => [1000, ((index * 7 + at * 13) % 90) * 10 + at])]);
  return plainXlsx("目标任务", [["云中市2022年住房保障目标任务完成情况表（截至2022年8月31日）"], head, ...rows]);
}

describe("领导快报 in the Word file", () => {
  const cases = [
    { name: "the sample", bytes: () => Promise.resolve(new Uint8Array(readFileSync(SAMPLE))) },
    { name: "15 regions", bytes: () => officeWorkbook({ regions: 15, noteLength: 20 }) },
    { name: "150 regions", bytes: () => officeWorkbook({ regions: 150, noteLength: 20 }) },
    { name: "six indicators with long names", bytes: longNames },
  ];
  for (const { name, bytes } of cases) {
    testWithLibreOffice(`is the first page, whole and alone; the notice begins on the second, numbered 1: ${name}`, async () => {
      const open = await openWorkbook(await bytes());
      try {
        const printed = printedDocument(await exportNotice(await readReport({ today: "2022-10-10" }), { brief: true }));
        const [first = "", second = "", third = ""] = pageTexts(printed).map((page) => page.replace(/\s+/g, ""));
        expect(first).toMatch(/快报截至.*滞后地区（.*下一步要求.*[套元]。$/);
        expect(first).not.toMatch(/通报|—\d+—/);
        expect(second).toMatch(/^关于全市住房保障工作/);
        expect(second).toMatch(/—1—$/);
        expect(third).toMatch(/—2—$/);
      } finally {
        open.close();
      }
    });
  }
});
