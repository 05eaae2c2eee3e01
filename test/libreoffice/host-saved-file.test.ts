import { Workbook } from "@cj-tech-master/excelts";
import { ExcelHost } from "../../excel-host";
import { onSheet } from "../excel-host/support";
import { recalculated, testWithLibreOffice } from "../support/libreoffice";

/** A workbook that has something of everything the host writes. */
async function written(): Promise<Uint8Array> {
  const host = ExcelHost.blank();
  await onSheet(async (sheet, context) => {
    sheet.name = "目标 任务";
    sheet.getRange("A1:C4").values = [["县", "任务", "完成"], ["离石区", 1700, 0], ["孝义市", 900, 736], ["合计", "=SUM(B2:B3)", "=SUM(C2:C3)"]];
    const rates = sheet.getRange("D2:D4");
    rates.formulas = [["=IFERROR(C2/B2,\"\")"], ["=ROUND(C3/B3,4)"], ["=SUMIF(A2:A3,\"孝*\",C2:C3)/B4"]];
    rates.numberFormat = [["0.00%"], ["0.00%"], ["0.00%"]];
    sheet.getRange("E2:E4").formulas = [["=INDEX(B:B,MATCH(\"孝义市\",A:A,0))"], ["=TEXT(44309,\"yyyy-mm-dd\")&任务"], ["=SUMPRODUCT((B2:B3>1000)*B2:B3)"]];
    context.workbook.names.add("任务", "='目标 任务'!$B$2");
    sheet.getRange("A6:C6").merge();
    sheet.getRange("A6").values = [["注：<&>\"'\n第二行"]];
    const { format } = sheet.getRange("A1:D1");
    format.font.name = "仿宋";
    format.font.bold = true;
    format.fill.color = "#DDEBF7";
    format.borders.getItem("EdgeBottom").style = "Continuous";
    const rule = sheet.getRange("A2:D3").conditionalFormats.add("Custom");
    rule.custom.rule.formula = "=$C2=0";
    rule.custom.format.fill.color = "#FFC7CE";
    sheet.getRange("C2:C3").dataValidation.rule = { wholeNumber: { formula1: 0, formula2: 9999, operator: "Between" } };
    sheet.pageLayout.orientation = "Landscape";
    sheet.pageLayout.setPrintArea("A1:E6");
    sheet.getRange("A:A").format.columnWidth = 90;
    context.workbook.worksheets.add("隐").visibility = "Hidden";
    context.workbook.settings.add("k", "v");
    context.workbook.customXmlParts.add('<a xmlns="urn:a"/>');
    context.workbook.properties.custom.add("p", 1);
    sheet.customProperties.add("q", "值");
    await context.sync();
  }, host);
  return host.save();
}

testWithLibreOffice("LibreOffice opens what the host saves, and finds in it what was written", async () => {
  const workbook = new Workbook();
  await workbook.xlsx.load(recalculated(await written()));
  const sheet = workbook.getWorksheet("目标 任务")!;
  const shown = (address: string) => sheet.getCell(address).result ?? sheet.getCell(address).value;
  expect(["B4", "C4", "D2", "D3", "E2", "E3", "E4"].map(shown)).toEqual([2600, 736, 0, 0.8178, 900, "2021-04-231700", 1700]);
  expect(shown("D4")).toBeCloseTo(736 / 2600, 12);
  expect(sheet.getCell("A6").text).toBe("注：<&>\"'\n第二行");
  expect(sheet.getCell("B6").isMerged).toBe(true);
  expect(sheet.getCell("A1").font).toMatchObject({ bold: true });
  expect(sheet.getCell("A1").fill).toMatchObject({ fgColor: { argb: "FFDDEBF7" } });
  expect(sheet.getCell("A1").border?.bottom?.style).toBe("thin");
  expect(sheet.conditionalFormattings.map((f) => [f.ref, f.rules.length])).toEqual([["A2:D3", 1]]);
  expect(sheet.getCell("C3").dataValidation?.type).toBe("whole");
  expect(sheet.pageSetup.orientation).toBe("landscape");
  expect(workbook.getWorksheet("隐")?.state).toBe("hidden");
});
