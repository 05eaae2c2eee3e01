import { laterOf, keptBy, withoutWrite, withWrite, type Undo } from "../../../src/excel/history";
import { openKept } from "../../../src/excel/kept-text";
import type { Step } from "../../../src/excel/step";
import { pastWrite, stateOf } from "./state";

const UNDO: Undo = { steps: [{ kind: "noSheet", key: "progress", record: null, handedOver: null }], landmarks: {} };
const STEPS: Step[] = [{ kind: "marks", marks: [] }];
const WRITE = { kind: "computeProgress", sheets: [], places: ["表!C5:C19"] } as const;
const remember = (history: ReturnType<typeof pastWrite>[], undo: Undo = UNDO, stored = {}) => withWrite(stateOf({ history, stored }), { ...WRITE, sheets: [], places: [...WRITE.places] }, STEPS, undo);
/** An inverse whose text is so long at least. */
const long = (length: number): Undo => ({ steps: [], landmarks: { 表: [{ row: 0, column: 0, text: "字".repeat(length) }] } });

describe("the writes that can be taken back", () => {
  test("a new one has the next number after the highest, what it touched, and its inverse as it will be read", () => {
    const { history, undo, forgotten } = remember([pastWrite(7), pastWrite(3)]);
    expect(history.map(({ id }) => id)).toEqual([7, 3, 8]);
    expect(history[2]).toMatchObject({ kind: "computeProgress", places: ["表!C5:C19"], touched: ["marks"], kept: undo?.stored.length });
    expect(undo).toMatchObject({ id: 8, isLarge: false });
    expect(openKept(undo?.stored).content).toEqual(UNDO);
    expect(forgotten).toEqual([]);
    expect(remember([]).history.map(({ id }) => id)).toEqual([1]);
  });

  test("are twelve; the oldest are forgotten", () => {
    const eleven = Array.from({ length: 11 }, (_, at) => pastWrite(at + 1));
    expect(remember(eleven).forgotten).toEqual([]);
    const { history, forgotten } = remember([...eleven, pastWrite(12)]);
    expect([history.length, history[0]?.id, forgotten]).toEqual([12, 2, [1]]);
  });

  test("are those whose inverses have room together; the oldest are forgotten", () => {
    const own = remember([]).history[0]?.kept ?? 0;
    const [first, second] = [pastWrite(1, { kept: 700_000 }), pastWrite(2, { kept: 700_000 - own })];
    expect(remember([first, second]).forgotten).toEqual([]);
    expect(remember([first, { ...second, kept: second.kept + 1 }])).toMatchObject({ forgotten: [1] });
    expect(remember([pastWrite(1, { kept: 1_400_000 }), pastWrite(2)]).forgotten).toEqual([1]);
  });

  test("one whose own inverse has no room is remembered, with nothing to take it back by", () => {
    const { history, undo, forgotten } = remember([pastWrite(1)], long(1_400_000));
    expect(undo).toBeNull();
    expect(history.at(-1)?.kept).toBe(0);
    expect(forgotten).toEqual([]);
  });

  test("leave room for what else the workbook keeps", () => {
    const stored = { records: "x".repeat(1_900_000) };
    expect(remember([], UNDO, stored).undo).toBeNull();
    const own = remember([]).history[0]?.kept ?? 0;
    expect(remember([], UNDO, { records: "x".repeat(1_900_000 - own) }).undo).not.toBeNull();
    expect(remember([], UNDO, { records: "x".repeat(1_900_000 - own), periods: "y" }).undo).toBeNull();
    expect(remember([pastWrite(1, { kept: 10 })], UNDO, { records: "x".repeat(1_900_000 - own) }).forgotten).toEqual([1]);
    expect(remember([], UNDO, { records: "x".repeat(2_500_000) }).undo).toBeNull();
  });

  test("an inverse too large for the request of its write is told so", () => {
    expect(remember([], long(299_000)).undo?.isLarge).toBe(false);
    expect(remember([], long(300_001)).undo?.isLarge).toBe(true);
  });

  test("one that is taken back is forgotten alone", () => {
    expect(withoutWrite(stateOf({ history: [pastWrite(1), pastWrite(2), pastWrite(3)] }), 2)).toMatchObject({ history: [{ id: 1 }, { id: 3 }], undo: null, forgotten: [2] });
  });

  test("stand in the way of an earlier one where they changed the same, the last first", () => {
    const [a, b, c, d] = [pastWrite(1, { touched: ["marks", "sheet.progress"] }), pastWrite(2, { touched: ["sheet.notice"] }), pastWrite(3, { touched: ["sheet.progress"] }), pastWrite(4, { touched: ["sheet.notice", "marks"] })];
    const state = stateOf({ history: [a, b, c, d] });
    expect(laterOf(state, a).map(({ id }) => id)).toEqual([4, 3]);
    expect(laterOf(state, b).map(({ id }) => id)).toEqual([4]);
    expect(laterOf(state, c)).toEqual([]);
  });

  test("keep what their steps keep, of several the last", () => {
    const steps: Step[] = [{ kind: "keep", kept: { periods: [], records: {} } }, { kind: "marks", marks: [] }, { kind: "keep", kept: { records: { notice: undefined as never } } }];
    expect(keptBy(steps)).toEqual({ periods: [], records: { notice: undefined } });
    expect(keptBy([{ kind: "marks", marks: [] }])).toEqual({});
  });
});
