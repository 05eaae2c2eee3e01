import type { SheetRecord } from "../../../src/attachments";
import { stepOf, stepsFrom, stepsOf, storedSteps, touchedBy, type Step } from "../../../src/excel/step";

const RECORD: SheetRecord = { rows: ["a1"], looks: [], widths: { region: 60 }, kept: ["region"], parts: {} as SheetRecord["parts"] };
const BEFORE = { sheet: "表", block: { row: 1, column: 0, rowCount: 1, columnCount: 1 }, looks: [{ fill: { color: "#FFFFFF" } }], formats: [[0]], numberFormats: [["@"]], heights: [14.25], standardHeight: 13.5 };
const STEPS: Step[] = [
  { kind: "sheet", key: "progress", record: RECORD, cells: [[{ kind: "blank" }, { kind: "text", text: "离石区" }, { kind: "number", value: 5 }, { kind: "formula", formula: "=1" }]], widths: { region: 72 } },
  { kind: "noSheet", key: "notice", record: null, handedOver: { kept: "HousingProgress_kept_1", names: [{ name: "HousingProgress_notice", formula: "='通报'!$A$1" }] } },
  { kind: "noSheet", key: "brief", record: RECORD, handedOver: null },
  { kind: "marks", marks: [{ sheet: "表", address: "C5:C9", rule: { kind: "status", formula: "=1", fill: "#FFFFFF", fontColor: "#000000" }, priority: 3 }, { sheet: "表", address: "D5", rule: { kind: "bar", lower: "=0", upper: 1, color: "#112233" } }] },
  { kind: "cells", before: BEFORE, texts: ["正文"] },
  { kind: "keep", kept: { periods: [{ asOf: "2021-03-31", indicators: {} }] } },
];

/** The same as the workbook keeps them. */
const STORED = JSON.parse(JSON.stringify(storedSteps(STEPS))) as Record<string, unknown>[];

describe("the steps of a write", () => {
  test("are read from the workbook as they were stored, every kind", () => {
    expect(stepsFrom(STORED)).toEqual(STEPS);
  });

  test.each<[string, unknown]>([
    ["of no kind", { kind: "swap", key: "progress" }],
    ["of a sheet that is none of ours", { ...STORED[0], key: "staff" }],
    ["of a record that is spoiled", { ...STORED[0], record: { ...RECORD, rows: "a1" } }],
    ["of cells that are spoiled", { ...STORED[0], cells: [[{ kind: "formula" }]] }],
    ["of a width below 0", { ...STORED[0], widths: { region: -1 } }],
    ["of a sheet handed over without its names", { ...STORED[1], handedOver: { kept: "x" } }],
    ["of a mark without its cells", { kind: "marks", marks: [{ sheet: "表", rule: { kind: "bar", lower: "=0", upper: 1, color: "#112233" } }] }],
    ["of a mark ranked below 0", { kind: "marks", marks: [{ sheet: "表", address: "A1", rule: { kind: "bar", lower: "=0", upper: 1, color: "#112233" }, priority: -1 }] }],
    ["of cells that end beyond the sheet", { ...STORED[4], before: { ...BEFORE, block: { row: 1_048_576, column: 0, rowCount: 1, columnCount: 1 } } }],
    ["of cells without their texts", { kind: "cells", before: BEFORE }],
    ["of something that nothing is kept under", { kind: "keep", kept: { passwords: [] } }],
    ["that puts paragraphs in cells: it is never an inverse", { kind: "paragraphs", sheet: "表", row: 0, column: 0, columnCount: 1, rows: [] }],
  ])("one %s spoils them all: half of an inverse is none", (_, spoiled) => {
    expect(stepsFrom([...STORED, spoiled])).toBeUndefined();
  });

  test("are found by their kind", () => {
    expect(stepOf(STEPS, "noSheet")).toBe(STEPS[1]);
    expect(stepsOf(STEPS, "noSheet")).toEqual([STEPS[1], STEPS[2]]);
    expect(stepOf(STEPS.slice(0, 1), "marks")).toBeUndefined();
  });

  test("name each thing that they put something in the place of once; cells of the staff's are told by their places", () => {
    expect(touchedBy(STEPS)).toEqual(["sheet.progress", "sheet.notice", "sheet.brief", "marks", "kept.periods"]);
    expect(touchedBy([...STEPS, ...STEPS])).toEqual(touchedBy(STEPS));
    expect(touchedBy([{ kind: "keep", kept: { periods: [], records: {} } }])).toEqual(["kept.periods", "kept.records"]);
    expect(touchedBy([{ kind: "paragraphs", sheet: "表", row: 0, column: 0, columnCount: 1, rows: [] }])).toEqual([]);
  });
});
