import { SHEET_KEYS } from "../../../src/attachments";
import { cellInput } from "../../../src/excel/cell-input";
import { landmarksOf, movedSheets } from "../../../src/excel/landmarks";
import { columnName, keptName, markedCell, markerName, markOf } from "../../../src/excel/ownership";
import { pastWritesFrom } from "../../../src/excel/past-write";
import { isTemporaryName, journalFrom, temporaryName, temporarySheets } from "../../../src/excel/write-journal";
import { sheetOf } from "../../support/grid";
import fc from "../../support/property";
import { pastWrite } from "./state";

describe("the names that mark what is ours", () => {
  test("say again what they mark, whatever a column's id", () => {
    fc.assert(
      fc.property(fc.constantFrom(...SHEET_KEYS), fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), (key, id) => {
        const name = columnName(key, id);
        fc.pre(name !== null && !/_[0-9a-f]+_/.test(id));
        expect(markOf(name ?? "")).toEqual({ kind: "column", key, id });
        expect(name).toMatch(/^[\p{L}_][\p{L}\p{Nd}._]*$/u);
      }),
    );
    for (const key of SHEET_KEYS) expect(markOf(markerName(key))).toEqual({ kind: "sheet", key });
    expect(markOf(keptName(12))).toEqual({ kind: "kept", number: 12 });
  });

  test("of another hand mark nothing, or their letters as they stand", () => {
    expect(["HousingProgress_", "HousingProgress_progressive", "HousingProgress", "progress", "x.HousingProgress_progress"].map(markOf)).toEqual([null, null, null, null, null]);
    expect(markOf("HousingProgress_progress._ffffffff_")).toEqual({ kind: "column", key: "progress", id: "_ffffffff_" });
    expect(markOf("HousingProgress_progress._10ffff_")).toMatchObject({ id: "\u{10ffff}" });
  });

  test("a column's is left out where it would be longer than Excel takes", () => {
    const room = 255 - `${markerName("notice")}.`.length;
    expect(columnName("notice", "列".repeat(room))).toHaveLength(255);
    expect(columnName("notice", "列".repeat(room + 1))).toBeNull();
  });

  test.each([
    ["=Sheet1!$A$1", { sheet: "Sheet1", column: 0 }],
    ["='进度 计算'!$AB$12", { sheet: "进度 计算", column: 27 }],
    ["='it''s'!C3", { sheet: "it's", column: 2 }],
    ["=表!$AAA$1", { sheet: "表", column: 702 }],
    ["=#REF!$A$1", null],
    ["=#REF!", null],
    ["='#1'!$A$1", null],
    ["=A1", null],
    ["=表!$A$1:$B$2", null],
  ])("the cell of %s is %p", (formula, cell) => {
    expect(markedCell(formula)).toEqual(cell);
  });
});

describe("where the staff's words stood", () => {
  const snapshot = (...rows: (string | number)[][]) => ({ sheets: [sheetOf("表", rows, { row: 2, column: 1 }), sheetOf("别的", [["别的"]])] });

  test("is told of each word that stands on its sheet once", () => {
    expect(landmarksOf(snapshot(["县区", "套", 5], ["甲县", "套", ""]), ["表"])).toEqual({ 表: [{ row: 2, column: 1, text: "县区" }, { row: 3, column: 1, text: "甲县" }] });
    expect(landmarksOf(snapshot(["县区"]), ["没有"])).toEqual({ 没有: [] });
  });

  test("is told of three hundred words and of twenty signs of each", () => {
    const words = Array.from({ length: 400 }, (_, at) => [`第${at}行`.padEnd(30, "长")]);
    const told = landmarksOf(snapshot(...words), ["表"])["表"] ?? [];
    expect([told.length, told[0]?.text.length]).toEqual([300, 20]);
  });

  test("says that a sheet has moved when one of them stands elsewhere", () => {
    const before = landmarksOf(snapshot(["县区", "任务"], ["甲县", 5]), ["表"]);
    expect(movedSheets(before, snapshot(["县区", "任务"], ["甲县", 7]))).toEqual([]);
    expect(movedSheets(before, snapshot(["", ""], ["县区", "任务"], ["甲县", 5]))).toEqual(["表"]);
    expect(movedSheets(before, snapshot(["县区", "", "任务"], ["甲县", "", 5]))).toEqual(["表"]);
  });

  test("says nothing of words that are gone, or stand there twice", () => {
    const before = landmarksOf(snapshot(["县区", "任务"]), ["表"]);
    expect(movedSheets(before, snapshot(["区县", "目标"]))).toEqual([]);
    expect(movedSheets(before, snapshot(["县区", "任务"], ["任务", ""]))).toEqual([]);
    expect(movedSheets(before, { sheets: [] })).toEqual([]);
  });
});

describe("a text handed to Excel stays a text", () => {
  test.each(["=1+1", "+86", "-5", "@name", "4-23", "007", "TRUE", "abc", " 离石", "'x", "＝1+1", "＋1", "－1", "＠x", "１２"])("%s gets an apostrophe", (text) => {
    expect(cellInput(text)).toBe(`'${text}`);
  });

  test.each(["", "离石区", "（套）", "“引”", "——", "①", "、", "。"])("%p stands as it is", (text) => {
    expect(cellInput(text)).toBe(text);
  });
});

describe("what the workbook remembers of writes", () => {
  test("is read as it was stored; a write that is spoiled is left out, the others stay", () => {
    const whole = pastWrite(2, { sheets: [{ key: "notice", name: "通报", replaced: true }], places: ["表!C5"], touched: ["marks"] });
    const spoiled = [{ ...whole, id: 0 }, { ...whole, id: 1.5 }, { ...whole, kind: "format" }, { ...whole, sheets: [{ key: "notice", name: "通报" }] }, { ...whole, places: [5] }, { ...whole, touched: null }, { ...whole, kept: -1 }, { ...whole, sheets: [{ key: "staff", name: "表", replaced: true }] }];
    expect(pastWritesFrom(JSON.parse(JSON.stringify([...spoiled, whole])))).toEqual([whole]);
    expect(pastWritesFrom(undefined)).toEqual([]);
  });

  test("a journal names temporary sheets alone, so that no sheet of the staff's is taken away by it", () => {
    const sheet = { key: "notice", draft: temporaryName("notice"), name: "通报", backup: temporaryName("was") };
    const journal = { phase: "moving", sheets: [sheet, { ...sheet, backup: null, charts: { added: ["a"], old: ["b"] } }] };
    expect(journalFrom(JSON.parse(JSON.stringify(journal)))).toEqual(journal);
    expect(temporarySheets(journal as never)).toEqual([sheet.draft, sheet.backup, sheet.draft]);
    for (const spoiled of [{ draft: "目标任务" }, { backup: "目标任务" }, { name: "" }, { name: "字".repeat(32) }, { key: "staff" }, { charts: { added: ["a"] } }]) {
      expect(journalFrom({ ...journal, sheets: [{ ...sheet, ...spoiled }] })).toBeNull();
    }
    expect(journalFrom({ ...journal, phase: "done" })).toBeNull();
  });

  test("a temporary sheet is known by the whole of its name", () => {
    expect(["~notice.k3x9q2", "~was.000000", "~自检.zzzzzz"].map(isTemporaryName)).toEqual([true, true, true]);
    expect(["notice.k3x9q2", "~notice.k3x9q", "~notice.k3x9q22", "~staff.k3x9q2", "x~notice.k3x9q2", "~notice.K3X9Q2", "~noticek3x9q2"].map(isTemporaryName)).toEqual(Array(7).fill(false));
    for (let at = 0; at < 50; at++) expect(isTemporaryName(temporaryName("brief"))).toBe(true);
  });
});
