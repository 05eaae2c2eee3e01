import { a1Range, buildReport } from "../../src/progress";
import { correctionsIn, headersKey, readWorkbook, tableKey, withCorrection, withoutCorrection, type CellValue, type Correction, type SheetGrid } from "../../src/tables";
import { sheetOf } from "../support/grid";

const APRIL: CellValue[][] = [
  ["2021年4月棚户区改造进度", "", "", ""],
  ["县区", "棚户区改造任务（套）", "截至4月23日数（套）", "神秘数"],
  ["甲县", 100, 50, 7],
  ["乙县", 200, 60, 8],
];
const MAY: CellValue[][] = [
  ["2021年5月棚户区改造进度", "", "", ""],
  ["县区", "棚户区改造任务（套）", "截至5月25日数（套）", "神秘数"],
  ["甲县", 100, 70, 9],
  ["乙县", 200, 80, 9],
  ["丙县", 300, 90, 9],
];

function read(sheets: SheetGrid[], corrections: readonly Correction[] = []) {
  return readWorkbook({ sheets }, { gazetteer: null, corrections });
}

function done(sheets: SheetGrid[], corrections: readonly Correction[]) {
  const report = buildReport(read(sheets, corrections), { today: "2021-12-31" });
  return report.indicators.map(({ id, unit, target, done: value }) => `${id} ${unit} ${target}/${value}`);
}

describe("what the user sets right", () => {
  const [april, may] = [sheetOf("4月", APRIL), sheetOf("5月", MAY)];
  const [table] = read([april]).tables;
  if (!table) throw new Error("no table");
  const key = tableKey(table);

  test("a column's role, indicator and unit hold next month, with more rows and other dates in its header", () => {
    const asLiving: Correction = { kind: "column", table: key, header: "神秘数", setting: { role: "done", indicator: "publicRentalStarts", unit: "套" } };
    expect(done([april], [asLiving])).toContain("publicRentalStarts 套 null/15");
    expect(done([may], [asLiving])).toContain("publicRentalStarts 套 null/27");
  });

  test("an indicator of its own may be named; a column may be left out", () => {
    const own: Correction = { kind: "column", table: key, header: "神秘数", setting: { role: "target", indicator: "人才公寓", unit: "套" } };
    const rate: Correction = { kind: "column", table: key, header: "截至4月23日数(套)", setting: { role: "done", indicator: "人才公寓" } };
    expect(done([april], [own, rate])).toEqual(["starts 套 300/null", "own:人才公寓 套 15/110"]);
    const before = read([may], [{ kind: "column", table: key, header: "棚户区改造任务(套)", setting: { role: "otherPeriod" } }]).tables[0]?.columns.find(({ header }) => header === "棚户区改造任务(套)");
    expect(before).toMatchObject({ meaning: null, why: ["按更正：是另一时期的数"] });
    const out: Correction = { kind: "column", table: key, header: "棚户区改造任务(套)", setting: { role: "ignore" } };
    expect(done([april], [out])).toEqual(["starts 套 null/110"]);
  });

  test("a new indicator has the name, unit and verb that were typed, and nothing more is asked of its column", () => {
    const own: Correction = { kind: "column", table: key, header: "神秘数", setting: { role: "done", indicator: "人才公寓", unit: "栋", verb: "验收" } };
    const records = read([april], [own]);
    expect(records.indicators.find(({ id }) => id === "own:人才公寓")).toMatchObject({ name: "人才公寓", unit: "栋", verb: "验收" });
    const column = records.tables[0]?.columns.find(({ header }) => header === "神秘数");
    expect([column?.why, column?.runnerUp, column?.unsure]).toEqual([["按更正读取"], null, undefined]);
  });

  test("a unit set by hand converts the column", () => {
    const money = sheetOf("投资", [["县区", "计划投资", "完成投资"], ["甲县", 1.5, 0.5], ["乙县", 2, 1]]);
    const [summary] = read([money]).tables;
    if (!summary) throw new Error("no table");
    const unit = (header: string, role: "target" | "done"): Correction => ({ kind: "column", table: tableKey(summary), header, setting: { role, unit: "亿元" } });
    expect(done([money], [unit("计划投资", "target"), unit("完成投资", "done")])).toEqual(["investment 万元 35000/15000"]);
  });

  test("a table may be ignored, and is listed so", () => {
    const records = read([may, sheetOf("其他", APRIL)], [{ kind: "ignore", table: key }]);
    expect(records.tables.map(({ sheet }) => sheet)).toEqual(["其他"]);
    expect(records.unread).toEqual([{ sheet: "5月", range: expect.anything() as unknown, reason: "ignored" }]);
  });

  test("a label may be another region's, or none", () => {
    const names: Correction[] = [{ kind: "region", label: "乙 县", region: "甲乙新区" }, { kind: "region", label: "丙县", region: null }];
    expect(read([may], names).regions.map(({ name }) => name)).toEqual(["甲县", "甲乙新区"]);
  });

  test("a hidden sheet is read when asked for, without a finding", () => {
    const hidden = { ...april, visible: false };
    expect(read([hidden]).tables).toEqual([]);
    const records = read([hidden], [{ kind: "readHidden", sheet: "4月" }]);
    expect([records.tables.length, records.findings.filter(({ code }) => code === "hidden-source").length]).toEqual([1, 0]);
  });

  test("a range picked by hand is the table, though another competes; it grows downward", () => {
    const rows: CellValue[][] = [
      ["县区", "棚改任务", "棚改开工", "县区", "公租房任务", "公租房开工"],
      ["甲县", 10, 5, "甲县", 1, 1],
      ["乙县", 20, 5, "乙县", 2, 1],
    ];
    const headers = headersKey(["棚改任务", "棚改开工"]);
    const pick: Correction = { kind: "range", sheet: "表", range: { row: 0, column: 0, rowCount: 3, columnCount: 3 }, headers };
    const longer = sheetOf("表", [...rows, ["丙县", 30, 6, "丙县", 3, 2]]);
    const { tables } = read([longer], [pick]);
    expect(tables.map(({ range }) => a1Range(range))).toEqual(["A1:C4", "D1:F4"]);
  });

  test("one correction about one thing: a later one takes its place, and it can be taken back", () => {
    const first: Correction = { kind: "region", label: "乙县", region: "丁县" };
    const second: Correction = { kind: "region", label: "乙县", region: "戊县" };
    expect(withCorrection(withCorrection([], first), second)).toEqual([second]);
    expect(withoutCorrection([second], first)).toEqual([]);
  });

  test("what another hand has spoiled counts for nothing", () => {
    const good: Correction = { kind: "readHidden", sheet: "4月" };
    expect(correctionsIn([good, { kind: "column", table: {}, header: 3 }, null, 7, { kind: "later" }])).toEqual([good]);
    expect(correctionsIn({})).toEqual([]);
  });
});

describe("what is left alone", () => {
  test("is listed with its reason", () => {
    const records = read([
      sheetOf("进度", [["县区", "棚改任务", "棚改开工"], ["甲县", 10, 5], ["乙县", 20, 5], [""], ["姓名", "电话"], ["张三", "138"], ["李四", "139"]]),
      sheetOf("通讯录", [["单位", "电话"], ["甲县", "138"], ["乙县", "139"]]),
      sheetOf("上月", APRIL, { visible: false }),
    ]);
    expect(records.unread?.map(({ sheet, range, reason }) => `${sheet}!${a1Range(range)} ${reason}`)).toEqual([
      "进度!A5:B7 unrelated",
      "通讯录!A1:B3 unrelated",
      "上月!A1:D4 hidden",
    ]);
  });
});
