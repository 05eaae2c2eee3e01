import { gatherFigures, type Figures } from "../../src/progress/figures";
import { cellAt, done, rate, recordsOf, STARTS, target, type Told } from "./told-records";

const figuresOf = (...told: Told[]): Figures => gatherFigures(recordsOf(told, { indicators: [STARTS] }));

describe("figures of all tables brought together", () => {
  test("a figure is the region's own, with its cell and its decimals", () => {
    const figures = figuresOf({ region: "甲县", meaning: done, value: 5.25, decimals: 2 }, { region: "乙县", meaning: done, value: 7 });
    expect(figures.of("甲县", done)).toMatchObject({ value: 5.25, decimals: 2, source: { cells: [cellAt(0, 0)] } });
    expect(figures.of("乙县", done)?.value).toBe(7);
    expect(figures.of("乙县", target)).toBeNull();
    expect(figures.of("丙县", done)).toBeNull();
  });

  test("a total row's figure is nobody's own, a subtotal's is not even that", () => {
    const figures = figuresOf({ region: null, meaning: done, value: 3, of: ["甲县"] }, { region: null, meaning: done, value: 12 });
    expect(figures.stated(done)?.value).toBe(12);
    expect(figures.stated(target)).toBeNull();
  });

  test("where two tables differ the first stands, and the finding names both figures and both cells", () => {
    const figures = figuresOf({ region: "甲县", meaning: done, value: 50 }, { region: "甲县", meaning: done, value: 55, table: 1 });
    expect(figures.of("甲县", done)?.value).toBe(50);
    expect(figures.conflicts.map(({ code, cells }) => [code, cells])).toEqual([["source-conflict", [cellAt(0, 0), cellAt(1, 1)]]]);
    expect(figures.conflicts[0]?.message["zh-CN"]).toBe("甲县的棚户区改造开工（已完成）两处不一致：表1!B1 为 50，表2!B2 为 55；暂按前者计算，请核对");
    expect(figures.conflicts[0]?.message.en).toMatch(/表1!B1 says 50, 表2!B2 says 55/);
  });

  test("two tables are compared at the decimals of the coarser", () => {
    const told = (value: number, decimals: number, table: number): Told => ({ region: "甲县", meaning: done, value, decimals, table });
    expect(figuresOf(told(1.73, 2, 0), told(1.7342, 4, 1)).conflicts).toEqual([]);
    expect(figuresOf(told(1.7342, 4, 0), told(1.73, 2, 1)).conflicts).toEqual([]);
    expect(figuresOf(told(1.73, 2, 0), told(1.7352, 4, 1)).conflicts).toHaveLength(1);
  });

  test("rates and total rows that differ are held against their own rows alone", () => {
    expect(figuresOf({ region: "甲县", meaning: rate, value: 0.5, decimals: 2 }, { region: "甲县", meaning: rate, value: 0.6, decimals: 2 }).conflicts).toEqual([]);
    expect(figuresOf({ region: null, meaning: done, value: 5 }, { region: null, meaning: done, value: 6 }).conflicts).toEqual([]);
  });

  test("the first gap of a region's figure is told", () => {
    const figures = figuresOf({ region: "甲县", meaning: done, gap: "unreadable" }, { region: "甲县", meaning: done, gap: "blank", table: 1 });
    expect(figures.gap("甲县", done)?.reason).toBe("unreadable");
    expect(figures.gap("乙县", done)).toBeNull();
  });

  test("a column is one, be there figures in it or gaps", () => {
    const figures = figuresOf({ region: "甲县", meaning: done, gap: "blank" }, { region: null, meaning: target, value: 3, of: ["甲县"] });
    expect([figures.hasColumn(done), figures.hasColumn(target), figures.hasColumn(rate)]).toEqual([true, true, false]);
  });
});
