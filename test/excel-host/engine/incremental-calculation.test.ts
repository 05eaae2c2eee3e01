import fc, { type GeneratorValue } from "../../support/property";
import { ExcelHost } from "../../../excel-host";
import { connectNode, type NodeConnection } from "../../../excel-host/node";
import { affectedCells } from "../../../excel-host/engine/precedents";
import type { Sheet } from "../../../excel-host/engine/sheet";
import { onSheet } from "../support";
import { cases, LONG_TEST } from "../../support/cases";
import { flag, pick } from "../../tables/generated/draw";

const RUNS = cases("formulaEdits");
const SHEETS = ["表一", "表 二", "Sheet3"];
const SIZE = { rows: 7, columns: 5 };

/** A whole number, both ends among them. */
const whole = (g: GeneratorValue, min: number, max: number): number => g(fc.integer, { min, max });

const name = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row + 1}`;

/** A reference as formulas have them, to any sheet; of the rows above, so that few formulas wait for each other. */
function reference(g: GeneratorValue, above: number): string {
  const sheet = flag(g) ? "" : `${pick(g, ["表一", "'表 二'", "Sheet3"])}!`;
  const one = () => name(whole(g, 0, above), whole(g, 0, SIZE.columns - 1));
  return sheet + pick(g, [one, one, () => `$${one().slice(0, 1)}$${one().slice(1)}`, () => `${one()}:${one()}`, () => `${one()}:${one()}`, () => "1:2"])();
}

function formula(g: GeneratorValue, row: number): string {
  const above = Math.max(1, row - 1);
  const [a, b] = [reference(g, above), reference(g, above)];
  const one = name(whole(g, 0, above), whole(g, 0, SIZE.columns - 1));
  // Once in a while one that cannot be told apart by cells; not where the generator prefers to draw, at the ends.
  if (whole(g, 0, 2000) % 601 === 300) return pick(g, [`=SUBTOTAL(9,${a})`, "=SUM(B:B)", "=SORT(A1:A2)"]);
  return pick(g, [
    `=SUM(${a},${b})`,
    `=IF(SUM(${a})>3,COUNT(${b}),"少")`,
    `=${one}+1`,
    `=${one}&"套"`,
    `=N(INDEX(${a},1,1))`,
    `=IFERROR(MATCH(2,${a},0),"无")`,
    `=SUM(${one}:INDEX(A1:E2,2,3))`,
    `=SUMIF(A1:A2,">1",${one})`,
    `=SUMIFS(A1:A2,B1:B2,">1")`,
    `=SUM(INDIRECT("${one}"))`,
    `=SUM(OFFSET(${one},1,1))`,
    "=SUM(合计)+税率",
    `=税率*COUNTA(${a})`,
    "=COUNTBLANK(A1:C2)",
    `="A1"&ROW()`,
  ]);
}

const content = (g: GeneratorValue, row: number): string | number => (row > 1 && flag(g) ? formula(g, row) : pick(g, [0, 1, 2, 5, "", "文", "#N/A", "=1/0"]));

/** One edit of the workbook, by the user or through office.js. */
async function edit(g: GeneratorValue, host: ExcelHost, { Excel }: NodeConnection): Promise<string> {
  const sheetName = pick(g, host.workbook.sheets.map((sheet) => sheet.name));
  const [row, column] = [whole(g, 0, SIZE.rows - 1), whole(g, 0, SIZE.columns - 1)];
  const [rows, columns] = [whole(g, 1, SIZE.rows - row), whole(g, 1, SIZE.columns - column)];
  const kind = pick(g, ["cell", "cell", "cell", "block", "block", "clear", "insert", "delete", "copy", "sort", "merge", "rename", "sheet", "name", "drop"] as const);
  if (kind === "cell") {
    const input = String(content(g, row));
    host.edit(sheetName, name(row, column), input);
    return `${sheetName}!${name(row, column)} ${input}`;
  }
  await Excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    const sheet = worksheets.getItem(sheetName);
    const range = sheet.getRangeByIndexes(row, column, rows, columns);
    if (kind === "block") range.formulas = Array.from({ length: rows }, (_, down) => Array.from({ length: columns }, () => content(g, row + down)));
    else if (kind === "clear") range.clear(pick(g, ["Contents", "All"]));
    else if (kind === "insert") range.insert(pick(g, ["Down", "Right"]));
    else if (kind === "delete") range.delete(pick(g, ["Up", "Left"]));
    else if (kind === "copy") sheet.getRangeByIndexes(0, 0, rows, columns).copyFrom(range);
    else if (kind === "sort") range.sort.apply([{ key: 0, ascending: flag(g) }]);
    else if (kind === "merge") range.merge();
    else if (kind === "rename") sheet.name = pick(g, [`${sheetName.slice(0, 10)}改`, sheetName]);
    else if (kind === "sheet" && host.workbook.sheets.length > 2) sheet.delete();
    else if (kind === "name") names.getItem("税率").formula = pick(g, ["=3", `='${sheetName}'!$A$1`, `=SUM('${sheetName}'!$A$1:$B$2)`]);
    else if (kind === "drop") names.getItem("合计").formula = `='${sheetName}'!$A$${Math.min(row, 1) + 1}:$C$2`;
    await context.sync();
  }).catch((error: unknown) => {
    // What Excel refuses changes nothing, and that is held too.
    if ((error as { code?: string }).code === undefined) throw error;
  });
  return `${kind} ${sheetName}!${name(row, column)} ${rows}×${columns}`;
}

describe("formulas that keep their results while others are worked out", () => {
  test("are those that what changed does not bear on, by any way that a formula reads a cell", async () => {
    const host = ExcelHost.blank();
    await onSheet(async (sheet, context) => {
      const other = context.workbook.worksheets.add("表 二");
      context.workbook.names.add("税率", sheet.getRange("A1"));
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      sheet.getRange("B1:B9").formulas = [["=A1+1"], ["=B1*2"], ["=A2"], ["=SUM(A:A)"], ["=税率*2"], ["=SUM(2:3)"], ['="A1"'], ["=SUM(OFFSET(A3,0,0))"], ["=SUM(A2:INDEX(A1:A3,3))"]];
      other.getRange("A1:A3").formulas = [["=Sheet1!$A$1"], ["=A1"], ["=Sheet1!A2"]];
      await context.sync();
    }, host);
    const [first, second] = host.engine.sheets as [Sheet, Sheet];
    const bearing = (sheet: Sheet, row: number) => {
      const found = affectedCells(host.engine, new Map([[sheet, [{ top: row, bottom: row, left: 0, right: 0 }]]]));
      return host.engine.sheets.flatMap((one) => [...one.rows].flatMap(([at, line]) => line.cells.flatMap((cell, column) => (found?.cells.has(cell) ? [`${one === second ? "二!" : ""}${name(at, column)}`] : [])))).join(" ");
    };
    expect(bearing(first, 0)).toBe("B1 B2 B4 B5 B6 B8 B9 二!A1 二!A2");
    expect(bearing(first, 1)).toBe("B3 B4 B6 B8 B9 二!A3");
    expect(bearing(second, 0)).toBe("B8 B9 二!A1 二!A2");
    expect(bearing(second, 7)).toBe("B8 B9");
  });
});

describe("formulas worked out after an edit", () => {
  const count = { edits: 0, byCell: 0 };

  test(`after any edit every formula shows what calculating all of them anew gives (${RUNS} workbooks)`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const host = ExcelHost.blank();
        const connection = connectNode(host);
        try {
          await connection.Excel.run(async (context) => {
            const { worksheets, names } = context.workbook;
            worksheets.getFirst().name = SHEETS[0]!;
            for (const one of SHEETS.slice(1)) worksheets.add(one);
            names.add("税率", "=2");
            names.add("合计", worksheets.getItem(SHEETS[0]!).getRange("A1:C1"));
            for (const one of SHEETS) {
              worksheets.getItem(one).getRange("A1:E7").formulas = Array.from({ length: SIZE.rows }, (_, row) => Array.from({ length: SIZE.columns }, () => content(g, row)));
            }
            await context.sync();
          });
          const done: string[] = [];
          for (let at = 0; at < 8; at++) {
            done.push(await edit(g, host, connection));
            count.edits++;
            if (affectedCells(host.engine, new Map()) !== null) count.byCell++;
            const before = shown(host);
            host.engine.calculate();
            expect({ done, cells: shown(host) }).toEqual({ done, cells: before });
          }
        } finally {
          connection.close();
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    // Formulas that cannot be told apart by cells are worked out by sheets: most are not such.
    expect(count.byCell).toBeGreaterThan(count.edits / 4);
  }, LONG_TEST);

  /** Every formula with its result. */
  function shown(host: ExcelHost): string[] {
    return host.engine.sheets.flatMap((sheet) =>
      [...sheet.rows].flatMap(([row, line]) => line.cells.flatMap((cell, column) => (cell.f === undefined ? [] : [`${sheet.name}!${name(row, column)} =${cell.f} → ${JSON.stringify(cell.v)}`]))),
    );
  }
});
