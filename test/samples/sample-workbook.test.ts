import { join } from "node:path";
import { Workbook, type Worksheet } from "@cj-tech-master/excelts";
import { lvliangWorkbook } from "../../samples/sheets";
import { readReport } from "../../src/actions";
import { openWorkbook } from "../support/open-workbook";
import { sampleGrids } from "../support/sample-grids";

const FILE = join(__dirname, "..", "..", "samples", "lvliang-2021-04.xlsx");

async function committed(): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(FILE);
  return workbook;
}

function sheetOf(workbook: Workbook, name: string): Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Every cell by its address: formula or value, number format, font, alignment, fill and border. */
function cells(sheet: Worksheet): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  sheet.eachRow({ includeEmpty: true }, (row) =>
    row.eachCell({ includeEmpty: true }, (cell) => {
      found[cell.address] = {
        formula: cell.formula ?? null,
        value: cell.formula ? cell.result : cell.value,
        numFmt: cell.numFmt ?? "General",
        font: cell.font,
        alignment: cell.alignment,
        fill: cell.fill,
        border: cell.border,
      };
    }),
  );
  return found;
}

function number(sheet: Worksheet, address: string): number {
  const cell = sheet.getCell(address);
  return Number(cell.formula ? cell.result : cell.value);
}

/** The readable cells of a column: its region rows, without title, header and total. */
function rows(sheet: Worksheet, column: string, first: number, last: number): number {
  let total = 0;
  for (let row = first; row <= last; row++) {
    const value = sheet.getCell(`${column}${row}`).value;
    if (typeof value === "number") total += Math.round(value * 10000);
  }
  return total / 10000;
}

describe("the committed sample workbook", () => {
  test("read through Excel gives the grids that the pure rooms are tested on", async () => {
    const { close } = await openWorkbook();
    try {
      const { state } = await readReport({ today: "2021-05-06" });
      const sorted = (sheets: typeof state.snapshot.sheets) => sheets.map((sheet) => ({ ...sheet, merges: [...(sheet.merges ?? [])].sort((a, b) => a.row - b.row || a.column - b.column) }));
      expect(sorted(state.snapshot.sheets)).toEqual(sorted(sampleGrids()));
    } finally {
      close();
    }
  });

  test("equals what the script makes, cell by cell", async () => {
    const [kept, made] = [await committed(), new Workbook()];
    await made.xlsx.load(await lvliangWorkbook().xlsx.writeBuffer());
    const names = (workbook: Workbook) => workbook.worksheets.map(({ name }) => name);
    expect(names(kept)).toEqual(["目标任务", "公租房历史欠账", "审计整改", "续建攻坚"]);
    expect(names(made)).toEqual(names(kept));
    for (const name of names(kept)) {
      const [left, right] = [sheetOf(kept, name), sheetOf(made, name)];
      expect(cells(left)).toEqual(cells(right));
      expect(left.pageSetup).toEqual(right.pageSetup);
      expect(left.views).toEqual(right.views);
    }
  });

  test("gives the notice's targets and progress in the total row of 目标任务", async () => {
    const sheet = sheetOf(await committed(), "目标任务");
    const totals = "BCDEFGHIJKLMOP".split("").map((column) => number(sheet, `${column}20`));
    expect(totals.map((total) => Math.round(total * 10000) / 10000)).toEqual([
      4005, 999, 580, 263, 60, 0, 1500, 147, 3601, 294, 30.1181, 129500, 10, 1,
    ]);
  });

  test("states 17342 for an investment whose rows add up to 17312", async () => {
    const sheet = sheetOf(await committed(), "目标任务");
    expect(sheet.getCell("N20").value).toBe(17342);
    expect(rows(sheet, "N", 5, 19)).toBe(17312);
  });

  test("computes every other total by a formula", async () => {
    const workbook = await committed();
    for (const sheet of workbook.worksheets) {
      const last = sheet.rowCount;
      expect(sheet.getCell(`A${last}`).value).toBe("合计");
      const typed: string[] = [];
      sheet.getRow(last).eachCell((cell) => {
        if (typeof cell.value === "number") typed.push(cell.address);
      });
      expect(typed).toEqual(sheet.name === "目标任务" ? ["N20"] : []);
    }
  });

  test("holds the backlog 25164 − 2619 − 21154 = 1391 and the 1753 verified", async () => {
    const sheet = sheetOf(await committed(), "公租房历史欠账");
    const [task, reported, repurposed, stock, verified] = "BCDEF"
      .split("")
      .map((column) => number(sheet, `${column}18`));
    expect([task, reported, repurposed, stock, verified]).toEqual([20359, 25164, 2619, 21154, 1753]);
  });

  test("holds 10 open audit findings of 2016 and 50 of 2017 in seven categories", async () => {
    const sheet = sheetOf(await committed(), "审计整改");
    const totals = "BCDEFGHIJ".split("").map((column) => number(sheet, `${column}20`));
    expect(totals).toEqual([10, 9, 17, 2, 14, 3, 4, 1, 50]);
  });

  test("holds 5922 units of eight counties in 续建攻坚", async () => {
    const sheet = sheetOf(await committed(), "续建攻坚");
    expect(number(sheet, "B12")).toBe(5922);
    expect(sheet.rowCount).toBe(12);
  });

  test("keeps a merged title, frozen header and A4 landscape on every sheet", async () => {
    for (const sheet of (await committed()).worksheets) {
      expect(sheet.getCell("B1").isMerged).toBe(true);
      expect(sheet.views[0]).toMatchObject({ state: "frozen", xSplit: 1 });
      expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", fitToWidth: 1 });
    }
  });
});
