import fc from "../../support/property";
import { ExcelHost } from "../../../excel-host";
import { rawXlsx } from "../../support/raw-xlsx";

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const cell = (address: string, value: string | number) => (typeof value === "number" ? `<c r="${address}"><v>${value}</v></c>` : `<c r="${address}" t="str"><v>${escaped(value)}</v></c>`);

/** What some formulas in column F come out as, over three columns of rows; criteria may stand in column E. */
async function resultsOf(rows: readonly (readonly [string | number, string | number, string | number])[], criteria: readonly (string | number)[], formulas: readonly string[]): Promise<unknown[]> {
  const cells = Array.from({ length: Math.max(rows.length, criteria.length, formulas.length) }, (_, at) => {
    const row = at + 1;
    const values = (rows[at] ?? []).map((value, column) => cell(`${"ABC"[column]}${row}`, value)).join("");
    const criterion = criteria[at] === undefined ? "" : cell(`E${row}`, criteria[at]);
    return `<row r="${row}">${values}${criterion}${formulas[at] === undefined ? "" : `<c r="F${row}"><f>${escaped(formulas[at])}</f></c>`}</row>`;
  });
  const { engine } = await ExcelHost.open(await rawXlsx({ cells: cells.join("") }));
  return formulas.map((_, at) => engine.sheets[0]!.value(at, 5));
}

describe("sums by words over whole columns", () => {
  const ROWS = [["甲县", "开工", 10], ["乙县", "开工", 20], ["甲县", "竣工", 30], ["甲县", "开工", "无"], ["ABC", "开工", 5], ["abc", "x", 6], [7, "开工", 8], ["7", "开工", 9], ["甲*", "开工", 11]] as const;

  test("are what Excel makes of them", async () => {
    const formulas: [string, unknown][] = [
      ['SUMIFS(C:C,A:A,"甲县")', 40],
      ['SUMIFS(C:C,A:A,E1,B:B,"开工")', 10],
      ['SUMIFS(C1:C9,A1:A9,"aBc")', 11],
      ['COUNTIFS(A:A,"甲县",B:B,"开工")', 2],
      ['SUMIFS(C:C,A:A,"没有")', 0],
      ['SUMIFS(C:C,A:A,"甲?")+1', 52],
      ['SUMIFS(C:C,A:A,"甲~*")', 11],
      ['SUMIFS(C:C,C:C,">10")', 61],
      ['SUMIFS(C:C,A:A,"<>甲县",B:B,"开工")', 53],
      ['IF(SUMIFS(C:C,A:A,"甲县")>0,"SUMIFS(C:C,A:A,""甲县"")","")', 'SUMIFS(C:C,A:A,"甲县")'],
      ['-SUMIFS(表!C:C,表!A:A,"乙县")^2', 400],
    ];
    expect(await resultsOf(ROWS, ["甲县"], formulas.map(([formula]) => formula))).toEqual(formulas.map(([, result]) => result));
  });

  test("follow a change of the column, of the criterion and of what a formula in the column comes out as", async () => {
    const cells = '<row r="1"><c r="A1" t="str"><v>甲</v></c><c r="C1"><v>1</v></c><c r="E1" t="str"><v>甲</v></c><c r="F1"><f>SUMIFS(C:C,A:A,E1)</f></c></row><row r="2"><c r="A2" t="str"><v>乙</v></c><c r="C2"><v>5</v></c></row>';
    const host = await ExcelHost.open(await rawXlsx({ cells }));
    const result = () => host.engine.sheets[0]!.value(0, 5);
    host.edit("表", "C1", "2");
    expect(result()).toBe(2);
    host.edit("表", "E1", "乙");
    expect(result()).toBe(5);
    host.edit("表", "C2", "=C1*10");
    expect(result()).toBe(20);
    host.edit("表", "C1", "3");
    expect(result()).toBe(30);
  });

  test("are those of each row by itself, added up", async () => {
    const word = fc.constantFrom("甲县", "乙县", "甲县 ", "ab", "AB", "a'b", '"', "(", ",");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(word, word, fc.integer({ min: -50, max: 50 })), { minLength: 2, maxLength: 12 }), word, word, async (rows, one, other) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const of = (value: string | number, text: string) => String(value).toLowerCase() === text.toLowerCase();
        const matching = rows.filter(([a, b]) => of(a, one) && of(b, other));
        const formulas = [`SUMIFS(C:C,A:A,${quoted(one)},B:B,${quoted(other)})`, `COUNTIFS(A1:A${rows.length},${quoted(one)})`];
        expect(await resultsOf(rows, [], formulas)).toEqual([matching.reduce((sum, [, , value]) => sum + value, 0), rows.filter(([a]) => of(a, one)).length]);
      }),
      { numRuns: 40 },
    );
  });
});

test("300 of them over 20,000 rows take no longer than the rows do", async () => {
  const rows = Array.from({ length: 20_000 }, (_, at): [string, string, number] => [`县${at % 300}`, "", at]);
  const results = await resultsOf(rows, [], Array.from({ length: 300 }, (_, at) => `SUMIFS(C:C,A:A,"县${at}")`));
  expect(results.slice(0, 2)).toEqual([rows.filter(([name]) => name === "县0").reduce((sum, [, , value]) => sum + value, 0), rows.filter(([name]) => name === "县1").reduce((sum, [, , value]) => sum + value, 0)]);
});

describe("cells found by words in a column", () => {
  const ROWS = [["甲县", "开工", 10], ["乙县", "", 20], ["甲县", "竣工", 30], ["ABC", "开工", 5], [7, "开工", 8], ["7", "开工", 9], ["甲*", "开工", 11]] as const;

  test("are what Excel makes of them", async () => {
    const formulas: [string, unknown][] = [
      ['INDEX(C1:C7,MATCH("甲县",A1:A7,0))', 10],
      ["N(INDEX($C$1:$C$7,MATCH(E1,$A$1:$A$7,0)))*2", 40],
      ['INDEX(C:C,MATCH("abc",A:A,0))', 5],
      ['INDEX(C2:C7,MATCH("乙县",A1:A7,0))', 30],
      ['INDEX(C1:C7,MATCH("没有",A1:A7,0))', { error: "#N/A" }],
      ['INDEX(C1:C3,MATCH("ABC",A1:A7,0))', { error: "#REF!" }],
      ['INDEX(C1:C7,MATCH(7,A1:A7,0))', 8],
      ['INDEX(C1:C7,MATCH("7",A1:A7,0))', 9],
      ['INDEX(C1:C7,MATCH("甲~*",A1:A7,0))', 11],
      ['INDEX(C1:C7,MATCH("?BC",A1:A7,0))', 5],
      ['INDEX(C1:C7,MATCH("乙县",A1:A7,0)+1)', 30],
      ['INDEX(A1:C7,MATCH("乙县",A1:A7,0),3)', 20],
      ['IF(INDEX(C1:C7,MATCH("甲县",A1:A7,0))=10,"INDEX(C1:C7,MATCH(""甲县"",A1:A7,0))","")', 'INDEX(C1:C7,MATCH("甲县",A1:A7,0))'],
      ['T(INDEX(表!B1:B7,MATCH("乙县",表!A1:A7,0)))&"。"', "。"],
    ];
    expect(await resultsOf(ROWS, ["乙县"], formulas.map(([formula]) => formula))).toEqual(formulas.map(([, result]) => result));
  });

  test("follow a change of what is sought, of the labels and of a formula among the values", async () => {
    const cells =
      '<row r="1"><c r="A1" t="str"><v>甲</v></c><c r="C1"><v>1</v></c><c r="E1" t="str"><v>甲</v></c><c r="F1"><f>INDEX(C1:C2,MATCH(E1,A1:A2,0))</f></c></row><row r="2"><c r="A2" t="str"><v>乙</v></c><c r="C2"><v>5</v></c></row>';
    const host = await ExcelHost.open(await rawXlsx({ cells }));
    const result = () => host.engine.sheets[0]!.value(0, 5);
    host.edit("表", "E1", "乙");
    expect(result()).toBe(5);
    host.edit("表", "C2", "=C1*10");
    expect(result()).toBe(10);
    host.edit("表", "C1", "3");
    expect(result()).toBe(30);
    host.edit("表", "A1", "乙");
    expect(result()).toBe(3);
  });
});

test("a looked-up cell is found on a sheet whose name has a sign of two halves", async () => {
  const [main, office] = ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"];
  const cells = `<row r="1">${cell("A1", "甲县")}${cell("C1", 10)}</row><row r="2">${cell("A2", "乙县")}${cell("C2", "—")}<c r="F2"><f>INDEX('𠮷野家'!$C$1:$C$2,MATCH("乙县",'𠮷野家'!$A$1:$A$2,0))</f></c></row>`;
  const workbook = `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="𠮷野家" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const { engine } = await ExcelHost.open(await rawXlsx({ cells, parts: { "xl/workbook.xml": workbook } }));
  expect(engine.sheets[0]!.value(1, 5)).toBe("—");
});
