import { ExcelHost } from "../../../excel-host";
import { addPrefixes, stripPrefixes } from "../../../excel-host/engine/futureFunctions";
import { onSheet } from "../support";
import { partOf, rawXlsx } from "../../support/raw-xlsx";

const SHEET = "xl/worksheets/sheet1.xml";

/** Formulas as a file spells them, whose spelling is not told by what Excel shows. */
const FILED = [
  "_xlfn.LAMBDA(_xlpm.x,_xlpm.x*2)(3)",
  "_xlfn.LET(_xlpm.a,A1,_xlpm.a+1)",
  "SUM(_xlfn.ANCHORARRAY(A1))",
  "_xlfn.SINGLE(A1:A3)",
  "_xlfn.PERCENTOF(A1,A1:A2)",
  "_xlfn.STOCKHISTORY(\"MSFT\",1)",
  "_xlfn.FORECAST.ETS(4,A1:A3,B1:B3)",
  "_xlfn._xlws.SORT(A1:A3)",
  "\"_xlfn.XLOOKUP( 与 _xlpm.\"&\"LET(\"",
  "  A1 +  1",
  "_xlfn.SOMETHINGNEW(A1)",
  "_xludf.OLD(A1)",
];
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

describe("a formula that nobody changed goes back to the file as it was spelled", () => {
  const cells = `<row r="1"><c r="A1"><v>1</v></c></row>${FILED.map((formula, at) => `<row r="${at + 10}"><c r="C${at + 10}"><f>${escaped(formula)}</f><v>7</v></c></row>`).join("")}`;
  const names = `<definedNames>${FILED.map((formula, at) => `<definedName name="n${at}">${escaped(formula)}</definedName>`).join("")}</definedNames>`;

  test("in cells of a sheet that is written anew", async () => {
    const host = await ExcelHost.open(await rawXlsx({ cells }));
    host.edit("表", "A1", "2");
    const xml = await partOf(await host.save(), SHEET);
    expect(FILED.filter((formula) => !xml.includes(`<f>${escaped(formula)}</f>`))).toEqual([]);
  });

  test("in names, whatever else is saved", async () => {
    const host = await ExcelHost.open(await rawXlsx({ cells, workbook: names }));
    host.edit("表", "A1", "2");
    const xml = await partOf(await host.save(), "xl/workbook.xml");
    expect(FILED.filter((formula, at) => !xml.includes(`<definedName name="n${at}">${escaped(formula)}</definedName>`))).toEqual([]);
  });

  test("with its references following where rows come in", async () => {
    const host = await ExcelHost.open(await rawXlsx({ cells: `<row r="1"><c r="A1"><v>1</v></c></row><row r="5"><c r="A5"><f>_xlfn.SOMETHINGNEW(A1,"_xlpm.")+_xlfn.LET(_xlpm.a,A1,_xlpm.a)</f><v>7</v></c></row>` }));
    await onSheet(async (sheet, context) => {
      sheet.getRange("1:1").insert("Down");
      await context.sync();
    }, host);
    expect(await partOf(await host.save(), SHEET)).toContain('<f>_xlfn.SOMETHINGNEW(A2,"_xlpm.")+_xlfn.LET(_xlpm.a,A2,_xlpm.a)</f>');
  });

  test("written once for several cells as long as none of them moved, and in full in those left behind", async () => {
    const shared = [2, 3, 4].map((row) => `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}"><f t="shared"${row === 2 ? ' ref="B2:B4"' : ""} si="0">${row === 2 ? "_xlfn.NUMBERVALUE(A2)" : ""}</f><v>${row}</v></c></row>`).join("");
    const host = await ExcelHost.open(await rawXlsx({ cells: shared }));
    host.edit("表", "A4", "9");
    const kept = await partOf(await host.save(), SHEET);
    expect(kept).toContain('<f t="shared" ref="B2:B4" si="0">_xlfn.NUMBERVALUE(A2)</f>');
    expect(kept).toContain('<f t="shared" si="0"/><v>9</v>');
    host.edit("表", "B2", "1");
    const left = await partOf(await host.save(), SHEET);
    expect(left).not.toContain("shared");
    expect(left).toContain("<f>_xlfn.NUMBERVALUE(A4)</f>");
  });
});

describe("a formula that is typed", () => {
  const TYPED = [
    ["LET(a,1,b,a+1,a*b)", "_xlfn.LET(_xlpm.a,1,_xlpm.b,_xlpm.a+1,_xlpm.a*_xlpm.b)"],
    ["LAMBDA(x,y,x&\"x,\"&y)(1,2)", "_xlfn.LAMBDA(_xlpm.x,_xlpm.y,_xlpm.x&\"x,\"&_xlpm.y)(1,2)"],
    ["MAP(A1:A3,LAMBDA(县,IF(县>1,县,0)))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.县,IF(_xlpm.县>1,_xlpm.县,0)))"],
    ["PERCENTOF(A1,A1:A2)", "_xlfn.PERCENTOF(A1,A1:A2)"],
    ["SORT(FILTER(A1:A3,A1:A3>0))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A3,A1:A3>0))"],
    ["\"LET(\"&'XLOOKUP(1)'!A1", "\"LET(\"&'XLOOKUP(1)'!A1"],
  ] as const;
  test.each(TYPED)("%s gets its prefixes in the file alone", (typed, filed) => {
    expect(addPrefixes(typed)).toBe(filed);
    expect(stripPrefixes(filed)).toBe(typed);
  });
});
