import type { SheetRecord } from "../../../src/attachments";
import { undoOf, type Standing } from "../../../src/excel/invert";
import type { Step } from "../../../src/excel/step";
import { sheetOf } from "../../support/grid";
import { sheetState, stateOf } from "./state";

/** As an earlier version of the add-in kept it. */
const OF_BEFORE: SheetRecord = { rows: ["a1"], looks: [], widths: {}, kept: [], parts: {} as SheetRecord["parts"] };
const RECORD: SheetRecord = { ...OF_BEFORE, shape: {} as SheetRecord["shape"] & object };
const NOTHING: Standing = { marks: [], cells: null, left: [] };
const write = (key: "progress" | "notice"): Step => ({ kind: "sheet", key, record: RECORD, cells: [], widths: {} });
const standing = (formulas: unknown[][]) => ({ formulas, record: RECORD, edits: null, columns: [], keptWidths: { region: 72 }, fonts: {}, charts: [] });

describe("what takes a write back", () => {
  test("of a sheet that is new: no sheet of its key, and what the workbook kept of one", () => {
    expect(undoOf([write("progress")], stateOf(), NOTHING).steps).toEqual([{ kind: "noSheet", key: "progress", record: null, handedOver: null }]);
    expect(undoOf([write("progress")], stateOf({ records: { progress: RECORD } }), NOTHING).steps).toEqual([{ kind: "noSheet", key: "progress", record: RECORD, handedOver: null }]);
  });

  test("of a sheet that stands: all its cells as they are, by hand or not, and the widths set by hand", () => {
    const state = stateOf({ records: { progress: RECORD }, sheets: [sheetState("通报", { key: "notice" }), sheetState("进度计算", { key: "progress", standing: standing([["离石区", 5, "=表!C5", "'=1", "", true]]) })] });
    expect(undoOf([write("progress")], state, NOTHING).steps).toEqual([
      {
        kind: "sheet",
        key: "progress",
        record: RECORD,
        widths: { region: 72 },
        cells: [[{ kind: "text", text: "离石区" }, { kind: "number", value: 5 }, { kind: "formula", formula: "=表!C5" }, { kind: "text", text: "=1" }, { kind: "blank" }, { kind: "formula", formula: "TRUE" }]],
      },
    ]);
  });

  test("of a sheet of which the workbook does not tell how it was: nothing that would guess", () => {
    const sheets = [sheetState("进度计算", { key: "progress", standing: standing([["x"]]) })];
    expect(undoOf([write("progress")], stateOf({ sheets }), NOTHING).steps).toEqual([]);
    expect(undoOf([write("progress")], stateOf({ sheets, records: { progress: OF_BEFORE } }), NOTHING).steps).toEqual([]);
    expect(undoOf([write("progress")], stateOf({ sheets: [sheetState("进度计算", { key: "progress" })], records: { progress: RECORD } }), NOTHING).steps).toEqual([]);
  });

  test("of sheets that stay with the office: the sheet ours again, by the names that marked it and its columns", () => {
    const names = [
      { name: "HousingProgress_progress", formula: "=进度计算!$A$1" },
      { name: "HousingProgress_progress.region", formula: "=进度计算!$B$1" },
      { name: "HousingProgress_notice", formula: "=进度计算!$A$1" },
      { name: "HousingProgress_progress.done", formula: "=别的!$B$1" },
      { name: "HousingProgress_progress.gone", formula: "=#REF!" },
      { name: "HousingProgress_kept_2", formula: "=进度计算!$A$1" },
      { name: "办公室的名称", formula: "=进度计算!$A$1" },
    ];
    const sheets = [sheetState("进度计算", { key: "progress", standing: standing([["x"]]) }), sheetState("通报", { key: "notice", standing: standing([["y"]]) })];
    const { steps } = undoOf([write("progress"), write("notice")], stateOf({ sheets, names, keptCount: 2, records: { progress: RECORD } }), { ...NOTHING, left: ["progress", "notice"] });
    expect(steps).toEqual([
      { kind: "noSheet", key: "progress", record: RECORD, handedOver: { kept: "HousingProgress_kept_3", names: names.slice(0, 2) } },
      { kind: "noSheet", key: "notice", record: null, handedOver: { kept: "HousingProgress_kept_4", names: [] } },
    ]);
  });

  test("of marks: those that stood, without the ids that hold for one session", () => {
    const rule = { kind: "bar", lower: "=0", upper: 1, color: "#112233" } as const;
    const marks = [{ sheet: "表", id: "{1}", address: "C5:C9", priority: 2, rule }];
    expect(undoOf([{ kind: "marks", marks: [] }], stateOf(), { ...NOTHING, marks }).steps).toEqual([{ kind: "marks", marks: [{ sheet: "表", address: "C5:C9", priority: 2, rule }] }]);
  });

  test("of what is kept: the same fields as they are, and no other", () => {
    const periods = [{ asOf: "2021-03-31", indicators: {} }];
    expect(undoOf([{ kind: "keep", kept: { periods: [] } }], stateOf({ periods, records: { progress: RECORD } }), NOTHING).steps).toEqual([{ kind: "keep", kept: { periods } }]);
  });

  test("of paragraphs: the cells as they were, with the text that each row came to hold", () => {
    const before = { sheet: "表", block: { row: 9, column: 0, rowCount: 4, columnCount: 2 }, looks: [], formats: [], numberFormats: [], heights: [], standardHeight: 13.5 };
    const row = (at: number, text: string) => ({ row: at, rowCount: 1, height: 20, kind: "body", text }) as never;
    const paragraphs: Step = { kind: "paragraphs", sheet: "表", row: 9, column: 0, columnCount: 2, rows: [row(0, "标题"), row(2, "正文")] };
    expect(undoOf([paragraphs], stateOf(), { ...NOTHING, cells: before }).steps).toEqual([{ kind: "cells", before, texts: ["标题", "", "正文", ""] }]);
    expect(undoOf([paragraphs], stateOf(), NOTHING).steps).toEqual([]);
  });

  test("remembers where the words stood of the sheets that its formulas name, of each sheet once", () => {
    const sheets = [sheetState("进度计算", { key: "progress", standing: standing([["=目标任务!C5", "=目标任务!C6", "='其 他'!A1"]]) })];
    const snapshot = { sheets: [sheetOf("目标任务", [["县区", "任务"]]), sheetOf("其 他", [["单位"]]), sheetOf("无关", [["甲"]])] };
    const { landmarks } = undoOf([write("progress")], stateOf({ sheets, snapshot, records: { progress: RECORD } }), NOTHING);
    expect(Object.keys(landmarks).sort()).toEqual(["其 他", "目标任务"]);
    expect(landmarks["目标任务"]).toEqual([{ row: 0, column: 0, text: "县区" }, { row: 0, column: 1, text: "任务" }]);
  });
});
