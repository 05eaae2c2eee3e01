import { readFileSync } from "node:fs";
import path from "node:path";
import { validateXML } from "xmllint-wasm";
import { ExcelHost } from "../../../excel-host";
import { Package } from "../../../excel-host/engine/package";
import { textOf } from "../../../excel-host/engine/xml";
import { all, cachesOf, chartParts, schemaErrors } from "../../support/chart-parts";
import { codeOf, onSheet } from "../support";

/** Four counties with a rate each, a chart of columns with the pace as a line. */
async function withChart(host = ExcelHost.blank()): Promise<ExcelHost> {
  await onSheet(async (sheet, context) => {
    sheet.getRange("A1:C4").formulas = [["甲县\n○", 0.5, 0.3], ["乙县\n★", "=B1*3", 0.3], ["丙县", "=NA()", 0.3], ["丁县", "", 0.3]];
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("B1:B4"), "Columns");
    chart.name = "图";
    chart.setPosition("E2", "J12");
    const columns = chart.series.getItemAt(0);
    columns.name = "★ 超额";
    columns.setValues(sheet.getRange("B1:B4"));
    columns.setXAxisValues(sheet.getRange("A1:A4"));
    columns.gapWidth = 60;
    columns.overlap = 100;
    columns.format.fill.setSolidColor("#DE7348");
    columns.hasDataLabels = true;
    columns.dataLabels.position = "OutsideEnd";
    columns.dataLabels.numberFormat = "0.00%;;;";
    const line = chart.series.add("序时进度");
    line.setValues(sheet.getRange("C1:C4"));
    line.setXAxisValues(sheet.getRange("A1:A4"));
    line.chartType = "Line";
    line.format.line.lineStyle = "Dash";
    line.format.line.weight = 2.25;
    chart.title.setFormula("='Sheet1'!$A$1");
    chart.title.format.font.size = 11;
    chart.legend.position = "Bottom";
    chart.axes.valueAxis.minimum = 0;
    chart.axes.valueAxis.numberFormat = "0%";
    chart.axes.categoryAxis.textOrientation = 180;
    await context.sync();
  }, host);
  return host;
}

describe("Chart", () => {
  test("what is set is read back, from the saved file too", async () => {
    const host = await withChart();
    for (const opened of [host, await ExcelHost.open(await host.save())]) {
      await onSheet(async (sheet, context) => {
        sheet.charts.load("items/name,items/chartType,items/left,items/top,items/width,items/height");
        const chart = sheet.charts.getItem("图");
        chart.title.load("text");
        chart.series.load("items/name,items/chartType");
        chart.legend.load("position");
        chart.axes.valueAxis.load("minimum,numberFormat");
        chart.axes.categoryAxis.load("textOrientation");
        const [columns, line] = [chart.series.getItemAt(0), chart.series.getItemAt(1)];
        columns.load("gapWidth,overlap,hasDataLabels");
        columns.dataLabels.load("position,numberFormat");
        line.format.line.load("lineStyle,weight");
        await context.sync();
        expect(sheet.charts.items.map(({ name, chartType, left, top, width, height }) => ({ name, chartType, left, top, width, height }))).toEqual([
          { name: "图", chartType: "ColumnClustered", left: 192, top: 15, width: 288, height: 165 },
        ]);
        expect(chart.title.text).toBe("甲县\n○");
        expect(chart.series.items.map(({ name, chartType }) => [name, chartType])).toEqual([["★ 超额", "ColumnClustered"], ["序时进度", "Line"]]);
        expect([chart.legend.position, chart.axes.valueAxis.minimum, chart.axes.valueAxis.numberFormat, chart.axes.categoryAxis.textOrientation]).toEqual(["Bottom", 0, "0%", 180]);
        expect([columns.gapWidth, columns.overlap, columns.hasDataLabels, columns.dataLabels.position, columns.dataLabels.numberFormat]).toEqual([60, 100, true, "OutsideEnd", "0.00%;;;"]);
        expect([line.format.line.lineStyle, line.format.line.weight]).toEqual(["Dash", 2.25]);
      }, opened);
    }
  });

  test("is saved as the format has it, with what its cells hold", async () => {
    const saved = await (await withChart()).save();
    expect(await schemaErrors(saved)).toEqual([]);
    const [chart] = (await chartParts(saved)).values();
    expect(cachesOf(chart!)).toEqual(
      new Map<string, (string | undefined)[]>([
        ["Sheet1!$B$1:$B$4", ["0.5", "1.5", "#N/A", undefined]],
        ["Sheet1!$C$1:$C$4", ["0.3", "0.3", "0.3", "0.3"]],
        ["Sheet1!$A$1", ["甲县\n○"]],
        ["Sheet1!$A$1:$A$4", ["甲县\n○", "乙县\n★", "丙县", "丁县"]],
      ]),
    );
  });

  test("the schema refuses elements out of their order", async () => {
    const pkg = await Package.open(await (await withChart()).save());
    const swapped = (pkg.text("xl/charts/chart1.xml") ?? "").replace(/(<c:idx val="0"\/>)(<c:order val="0"\/>)/, "$2$1");
    const file = (name: string) => ({ fileName: name, contents: readFileSync(path.resolve(__dirname, "../schema", name), "utf8") });
    expect((await validateXML({ xml: [{ fileName: "chart.xml", contents: swapped }], schema: [file("chart.xsd")], preload: [file("drawing.xsd")] })).errors).not.toEqual([]);
  });

  test("follows its cells, and a sheet that is renamed", async () => {
    const host = await ExcelHost.open(await (await withChart()).save());
    host.edit("Sheet1", "B1", "0.7");
    await onSheet(async (sheet, context) => {
      sheet.name = "表 '一'号";
      await context.sync();
    }, host);
    const [chart] = (await chartParts(await host.save())).values();
    expect(cachesOf(chart!).get("'表 ''一''号'!$B$1:$B$4")?.slice(0, 2)).toEqual(["0.7", "2.0999999999999996"]);
    expect(all(chart!, "f").map(textOf).every((formula) => formula.startsWith("'表 ''一''号'!"))).toBe(true);
  });

  test("that stands in a file is not touched, byte for byte, where nothing of its cells changed", async () => {
    const saved = await (await withChart()).save();
    const before = await Package.open(saved);
    const host = await ExcelHost.open(saved);
    await onSheet(async (sheet, context) => {
      sheet.getRange("A20").values = [["别处"]];
      const other = sheet.charts.add("LineMarkers", sheet.getRange("C1:C4"), "Columns");
      other.name = "又一";
      await context.sync();
    }, host);
    const after = await Package.open(await host.save());
    expect(after.text("xl/charts/chart1.xml")).toBe(before.text("xl/charts/chart1.xml"));
    expect(after.has("xl/charts/chart2.xml")).toBe(true);
    const [first, second] = /<xdr:twoCellAnchor>.*?<\/xdr:twoCellAnchor>/s.exec(before.text("xl/drawings/drawing1.xml") ?? "") ?? [];
    expect(after.text("xl/drawings/drawing1.xml")).toContain(first ?? "missing");
    expect(second).toBeUndefined();
  });

  test("leaves nothing behind when it is deleted, alone or with its sheet", async () => {
    const parts = async (host: ExcelHost) => (await Package.open(await host.save())).names().filter((name) => /chart|drawing/.test(name));
    const alone = await ExcelHost.open(await (await withChart()).save());
    await onSheet(async (sheet, context) => {
      sheet.charts.getItem("图").delete();
      sheet.charts.getItemOrNullObject("图").delete();
      await context.sync();
    }, alone);
    expect(await parts(alone)).toEqual([]);
    const together = await ExcelHost.open(await (await withChart()).save());
    await onSheet(async (sheet, context) => {
      context.workbook.worksheets.add("别的");
      sheet.delete();
      await context.sync();
    }, together);
    expect(await parts(together)).toEqual([]);
    const { engine } = await ExcelHost.open(await alone.save());
    expect(engine.charts(engine.sheets[0]!).items).toEqual([]);
  });

  test("is refused where Excel would have to guess, or takes a text for a reference", async () => {
    const trying = (work: (chart: Excel.Chart, sheet: Excel.Worksheet) => void) =>
      codeOf(onSheet(async (sheet, context) => {
        const chart = sheet.charts.add("ColumnClustered", sheet.getRange("B1:B4"), "Columns");
        work(chart, sheet);
        await context.sync();
      }));
    expect(await trying(() => undefined)).toBe("");
    expect(await trying((_chart, sheet) => sheet.charts.add("ColumnClustered", sheet.getRange("B1:B4")))).toBe("InvalidArgument");
    expect(await trying((_chart, sheet) => sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns"))).toBe("InvalidArgument");
    expect(await trying((_chart, sheet) => sheet.charts.add("Pie", sheet.getRange("B1:B4"), "Columns"))).toBe("InvalidArgument");
    expect(await trying((chart) => (chart.title.text = "=1+1"))).toBe("InvalidArgument");
    expect(await trying((chart) => chart.title.setFormula("=Gone!A1"))).toBe("InvalidArgument");
    expect(await trying((chart) => (chart.series.getItemAt(0).name = "=A1"))).toBe("InvalidArgument");
    expect(await trying((chart) => (chart.series.getItemAt(0).markerSize = 5))).toBe("InvalidArgument");
    expect(await trying((chart) => (chart.series.getItemAt(0).dataLabels.position = "Top"))).not.toBe("");
    expect(await trying((chart) => (chart.legend.visible = false, chart.legend.position = "Top"))).toBe("InvalidOperation");
    expect(await trying((chart) => (chart.height = 5))).toBe("ApiNotFound");
    expect(await trying((chart) => (chart.series.add("x").chartType = "BarClustered"))).toBe("InvalidArgument");
  });
});
