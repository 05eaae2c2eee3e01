import { computeProgress, readReport } from "../../src/actions";
import { regionName } from "../support/county-workbook";
import { printed, testWithLibreOffice } from "../support/libreoffice";
import { openWorkbook } from "../support/open-workbook";
import { pageTexts } from "../support/pdf";
import { plainXlsx } from "../support/plain-xlsx";

const NAMES = ["棚户区改造", "公租房", "老旧小区改造", "城中村改造", "危房改造", "管网改造", "电梯加装"];

describe("进度计算 of many indicators as LibreOffice prints it", () => {
  testWithLibreOffice("has two whole indicators a page, each page with its title, the day, the regions and their totals", async () => {
    const head = ["县（市、区）", ...NAMES.flatMap((name) => [`${name}任务（套）`, `${name}完成（套）`])];
    const rows = Array.from({ length: 15 }, (_, at) => [regionName(at + 1), ...NAMES.flatMap((_name, of) => [1000, 50 * at + of])]);
    const open = await openWorkbook(await plainXlsx("目标任务", [["云中市2022年住房保障目标任务完成情况表（截至2022年8月31日）"], head, ...rows]));
    try {
      await computeProgress(await readReport({ today: "2022-10-10" }));
      const pages = pageTexts(printed(await open.host.save())).filter((page) => /—\s*\d+\s*—\s*$/.test(page));
      expect(pages).toHaveLength(4);
      pages.forEach((page, index) => {
        expect(page.match(/进度计算/g)).toHaveLength(1);
        expect(page).toContain("截至2022年8月31日");
        expect(page.match(/甲一五县/g)).toHaveLength(1);
        const shown = NAMES.slice(2 * index, 2 * index + 2);
        for (const name of NAMES) expect([name, page.includes(`${name}`)]).toEqual([name, shown.includes(name)]);
        for (const header of ["目标任务", "完成率", "排名", "状态"]) expect([header, page.match(new RegExp(`${header}(?!进度)`, "g"))?.length]).toEqual([header, shown.length]);
      });
    } finally {
      open.close();
    }
  });
});
