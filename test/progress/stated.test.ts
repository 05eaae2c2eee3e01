import type { Finding, Meaning, Records } from "../../src/progress";
import { gatherFigures } from "../../src/progress/figures";
import { checkRecords } from "../../src/progress/checks";
import { cellAt, done, rate, recordsOf, STARTS, tableOf, target, type Told } from "./told-records";

function checked(told: readonly Told[], more: Partial<Records> = {}): Finding[] {
  const records = recordsOf(told, { indicators: [STARTS], ...more });
  return checkRecords(records, gatherFigures(records));
}

const codes = (told: readonly Told[], more: Partial<Records> = {}) => checked(told, more).map(({ code, cells }) => [code, cells]);
const did = (region: string | null, value: number, more: Partial<Told> = {}) => ({ region, meaning: done, value, ...more }) as Told;

describe("a stated total is held against its rows", () => {
  test("and the finding says both, and the difference", () => {
    const [found] = checked([did("甲县", 50), did("乙县", 100), did(null, 160)]);
    expect(found).toMatchObject({ code: "total-mismatch", cells: [cellAt(0, 2)] });
    expect(found?.message["zh-CN"]).toBe("棚户区改造开工（已完成）：合计写的是 160套，各行相加为 150套，相差 10套；计算以各行为准");
    expect(found?.message.en).toMatch(/is 160套, its rows add up to 150套/);
  });

  test("one too small as well as one too large", () => {
    expect(checked([did("甲县", 50), did(null, 49)])[0]?.message["zh-CN"]).toContain("相差 -1套");
    expect(checked([did("甲县", 50), did(null, 50)])).toEqual([]);
  });

  test("a subtotal is held against the regions that it adds up", () => {
    const rows = [did("甲县", 50), did("乙县", 100), did("丙县", 7)];
    expect(checked([...rows, did(null, 150, { of: ["甲县", "乙县"] })])).toEqual([]);
    expect(checked([...rows, did(null, 157, { of: ["甲县", "乙县"] })])[0]?.message["zh-CN"]).toContain("小计写的是 157套，各行相加为 150套");
  });

  test.each(["unreadable", "twice"] as const)("not where a row is %s: its sum is not known", (gap) => {
    expect(checked([did("甲县", 50), { region: "乙县", meaning: done, gap }, did(null, 150)])).toEqual([]);
  });

  test("a blank row leaves the sum known", () => {
    expect(codes([did("甲县", 50), { region: "乙县", meaning: done, gap: "blank" }, did(null, 150)])).toEqual([["total-mismatch", [cellAt(0, 2)]]]);
  });

  test("what is unreadable in another column or table leaves this one's sum known", () => {
    const told = [did("甲县", 50), { region: "乙县", meaning: target, gap: "unreadable" } as Told, did(null, 60)];
    expect(codes(told).map(([code]) => code)).toContain("total-mismatch");
    expect(codes([did("甲县", 50), did(null, 60), { region: "甲县", meaning: done, gap: "unreadable", table: 1 }]).map(([code]) => code)).toContain("total-mismatch");
  });

  test("a total without rows, and one of ratios, is held against nothing", () => {
    expect(checked([did(null, 150)])).toEqual([]);
    expect(checked([did("甲县", 2), did("乙县", 3), did(null, 2.5)], { indicators: [{ ...STARTS, unit: "%" }] })).toEqual([]);
    expect(checked([did("甲县", 2), did("乙县", 3), did(null, 2.5)], { indicators: [{ ...STARTS, unit: "1/10万" }] })).toEqual([]);
    expect(checked([{ region: "甲县", meaning: rate, value: 0.2 }, { region: null, meaning: rate, value: 0.7 }])).toEqual([]);
  });

  test("at the total's own decimals", () => {
    expect(checked([did("甲县", 10.114, { decimals: 3 }), did("乙县", 20.004, { decimals: 3 }), did(null, 30.12, { decimals: 2 })])).toEqual([]);
    expect(checked([did("甲县", 10.114, { decimals: 3 }), did("乙县", 20.004, { decimals: 3 }), did(null, 30.12, { decimals: 3 })])).toHaveLength(1);
  });

  test("a table in two halves may state the total of both, a table beside it not", () => {
    const halves = [did("甲县", 50), did("乙县", 100, { table: 1 }), did(null, 150, { table: 1 })];
    const columns = [{ header: "已开工", range: tableOf(0).range, meaning: done, unit: null }];
    const ofOneSheet = [tableOf(0, { sheet: "表", columns }), tableOf(1, { sheet: "表", columns })];
    expect(checked(halves, { tables: ofOneSheet })).toEqual([]);
    expect(codes(halves, { tables: [tableOf(0, { columns }), tableOf(1, { columns })] }).map(([code]) => code)).toContain("total-mismatch");
    expect(codes([...halves.slice(0, 2), did(null, 149, { table: 1 })], { tables: ofOneSheet }).map(([code]) => code)).toEqual(["total-mismatch"]);
    expect(codes([...halves, did(null, 150, { table: 1, of: ["乙县"] })], { tables: ofOneSheet }).map(([code]) => code)).toEqual(["total-mismatch"]);
  });

  test("what rounding of its rows may explain is told and accuses nobody; counts are exact", () => {
    const rows = (stated: number, decimals: number, values: readonly number[]): Told[] => [
      ...values.map((value, index): Told => ({ ...did(`${index}县`, value), decimals })),
      { ...did(null, stated), decimals },
    ];
    const severities = (told: Told[]) => checked(told).map(({ code, severity }) => `${code} ${severity}`);
    expect(severities(rows(30.1, 1, [10.1, 10.1, 10]))).toEqual(["total-mismatch info"]);
    expect(severities(rows(30.5, 1, [10.1, 10.1, 10]))).toEqual(["total-mismatch error"]);
    expect(severities(rows(31, 0, [10, 10, 10]))).toEqual(["total-mismatch error"]);
    expect(severities(rows(310_000, -4, [100_000, 100_000, 100_000]))).toEqual(["total-mismatch info"]);
  });

  test("a county's own total of audit findings is held against its categories of the year", () => {
    const audit = (year: number, category: string | null): Meaning => ({ kind: "audit", year, category });
    const rows: Told[] = [
      { region: "甲县", meaning: audit(2017, "一类"), value: 3 },
      { region: "甲县", meaning: audit(2017, "二类"), value: 4 },
      { region: "甲县", meaning: audit(2019, "一类"), value: 50 },
      { region: "乙县", meaning: audit(2017, "一类"), value: 60 },
      { region: "甲县", meaning: audit(2017, "一类"), value: 3, table: 1 },
    ];
    expect(checked([...rows, { region: "甲县", meaning: audit(2017, null), value: 7 }]).map(({ code }) => code)).not.toContain("total-mismatch");
    const [found] = checked([...rows, { region: "甲县", meaning: audit(2017, null), value: 8 }]);
    expect(found?.message["zh-CN"]).toContain("甲县写的是 8个，各行相加为 7个，相差 1个");
    expect(checked([{ region: "甲县", meaning: audit(2017, null), value: 8 }])).toEqual([]);
  });
});

describe("a stated rate is held against target and done", () => {
  const table = (stated: number, decimals: number, region: string | null = "甲县", figures = { target: 300, done: 100 }): Told[] => [
    { region, meaning: target, value: figures.target },
    { region, meaning: done, value: figures.done },
    { region, meaning: rate, value: stated, decimals },
  ];

  test("and the finding says both rates and both figures", () => {
    const [found] = checked(table(0.334, 1));
    expect(found).toMatchObject({ code: "rate-mismatch", cells: [cellAt(0, 2)] });
    expect(found?.message["zh-CN"]).toBe("甲县的棚户区改造开工（完成率）写的是 33.4%，按 100 ÷ 300 应为 33.3%");
  });

  test.each([
    [0.333, 1],
    [0.3333, 2],
    [0.33, 0],
    [0.333333333, 15],
  ])("%d to %d decimals is 100 ÷ 300", (stated, decimals) => {
    expect(checked(table(stated, decimals))).toEqual([]);
  });

  test.each([
    [0.332, 1],
    [0.3334, 2],
    [0.34, 0],
    [0.3333343, 15],
  ])("%d to %d decimals is not", (stated, decimals) => {
    expect(checked(table(stated, decimals)).map(({ code }) => code)).toEqual(["rate-mismatch"]);
  });

  test("a half may have been rounded either way, and figures with decimals before they were divided", () => {
    expect(checked(table(0.12, 0, "甲县", { target: 1000, done: 125 }))).toEqual([]);
    expect(checked(table(0.13, 0, "甲县", { target: 1000, done: 125 }))).toEqual([]);
    expect(checked(table(0.14, 0, "甲县", { target: 1000, done: 125 }))).toHaveLength(1);
    expect(checked(table(0.34, 2, "甲县", { target: 10.1, done: 3.4 }))).toEqual([]);
    expect(checked(table(0.36, 2, "甲县", { target: 10.1, done: 3.4 }))).toHaveLength(1);
    expect(checked(table(0.34, 2, "甲县", { target: 10, done: 3 }))).toHaveLength(1);
    expect(checked(table(0.3325, 2, "甲县", { target: 10.1, done: 3.4 }))).toEqual([]);
    expect(checked(table(0.3295, 2, "甲县", { target: 10.1, done: 3.4 }))).toHaveLength(1);
    expect(checked(table(0.3435, 2, "甲县", { target: 10.1, done: 3.4 }))).toHaveLength(1);
  });

  test("a total row's is held against that row's own figures, or the rows' sums where it has none", () => {
    const rows = table(0.333, 1).concat([{ region: "乙县", meaning: target, value: 100 }, { region: "乙县", meaning: done, value: 50 }]);
    expect(checked([...rows, { region: null, meaning: rate, value: 0.375, decimals: 1 }])).toEqual([]);
    expect(checked([...rows, { region: null, meaning: rate, value: 0.5, decimals: 1 }])[0]?.message["zh-CN"]).toBe("合计的棚户区改造开工（完成率）写的是 50.0%，按 150 ÷ 400 应为 37.5%");
    const beside: Told[] = [{ region: "丁县", meaning: target, value: 900, table: 1 }, { region: "丁县", meaning: done, value: 9, table: 1 }, { region: null, of: ["甲县"], meaning: target, value: 300 }, { region: null, of: ["甲县"], meaning: done, value: 100 }];
    expect(checked([...rows, ...beside, { region: null, meaning: rate, value: 0.375, decimals: 1 }]).map(({ code }) => code)).not.toContain("rate-mismatch");
    const own: Told[] = [{ region: null, meaning: target, value: 400 }, { region: null, meaning: done, value: 200 }, { region: null, meaning: rate, value: 0.5, decimals: 1 }];
    expect(codes([...rows, ...own]).map(([code]) => code)).toEqual(["total-mismatch"]);
  });

  test("a subtotal's is held against its own figures alone", () => {
    const rows = table(0.333, 1);
    const of = ["甲县"];
    expect(checked([...rows, { region: null, of, meaning: rate, value: 0.9, decimals: 1 }])).toEqual([]);
    expect(checked([...rows, { region: null, of, meaning: target, value: 300 }, { region: null, of, meaning: done, value: 100 }, { region: null, of, meaning: rate, value: 0.9, decimals: 1 }]).map(({ code }) => code)).toEqual(["rate-mismatch"]);
  });

  test("a region's is held against another table's figures where its own table has none", () => {
    const elsewhere: Told[] = [{ region: "甲县", meaning: target, value: 300 }, { region: "甲县", meaning: done, value: 100 }];
    const [found] = checked([...elsewhere, { region: "甲县", meaning: rate, value: 0.5, decimals: 0, table: 1 }]);
    expect(found).toMatchObject({ code: "rate-mismatch", cells: [cellAt(1, 2)] });
    const both: Told[] = [...elsewhere, { region: "甲县", meaning: target, value: 200, table: 1 }, { region: "甲县", meaning: done, value: 100, table: 1 }];
    expect(checked([...both, { region: "甲县", meaning: rate, value: 0.5, decimals: 0, table: 1 }])).toEqual([]);
  });

  test("not where target or done is not known, or the target is 0", () => {
    expect(checked([{ region: "甲县", meaning: target, value: 300 }, { region: "甲县", meaning: rate, value: 0.9 }]).map(({ code }) => code)).not.toContain("rate-mismatch");
    expect(checked([{ region: "甲县", meaning: done, value: 300 }, { region: "甲县", meaning: rate, value: 0.9 }]).map(({ code }) => code)).not.toContain("rate-mismatch");
    expect(codes(table(0.9, 0, "甲县", { target: 0, done: 0 }))).toEqual([]);
    expect(codes([{ region: null, meaning: rate, value: 0.9 }])).toEqual([]);
  });
});

describe("other figures that cannot be as they stand", () => {
  const part = { ...STARTS, id: "part", name: "其中老城区", parent: "starts" };
  const told = (indicator: string, kind: "target" | "done", value: number, region = "甲县"): Told => ({ region, meaning: { kind, indicator }, value });

  test("a part above its whole, target and done each for itself", () => {
    const figures = [told("starts", "target", 100), told("part", "target", 101), told("starts", "done", 50), told("part", "done", 60)];
    const found = checked(figures, { indicators: [STARTS, part] });
    expect(found.map(({ code, cells }) => [code, cells])).toEqual([["part-exceeds-whole", [cellAt(0, 1), cellAt(0, 0)]], ["part-exceeds-whole", [cellAt(0, 3), cellAt(0, 2)]]]);
    expect(found[1]?.message["zh-CN"]).toBe("甲县：其中“其中老城区（已完成）”60 大于“棚户区改造开工（已完成）”50");
  });

  test("a part as large as its whole, beside no whole, or of one below 0, is none", () => {
    const indicators = [STARTS, part];
    expect(checked([told("starts", "done", 50), told("part", "done", 50)], { indicators })).toEqual([]);
    expect(checked([told("part", "done", 50), told("starts", "done", 5, "乙县")], { indicators })).toEqual([]);
    expect(checked([told("starts", "done", -5), told("part", "done", -3)], { indicators }).map(({ code }) => code)).not.toContain("part-exceeds-whole");
    expect(checked([told("starts", "done", 0), told("part", "done", 1)], { indicators }).map(({ code }) => code)).toEqual(["part-exceeds-whole"]);
  });

  test("below 0, unless three or more and most of its kind are", () => {
    const below = (values: number[]) => checked(values.map((value, at) => did(`${"甲乙丙丁戊己"[at]}县`, value))).filter(({ code }) => code === "negative-value");
    expect(below([-5, 10]).map(({ cells }) => cells)).toEqual([[cellAt(0, 0)]]);
    expect(below([-5])[0]?.message["zh-CN"]).toBe("甲县的棚户区改造开工（已完成）为负数 -5，请核对");
    expect(below([-5, -6])).toHaveLength(2);
    expect(below([-5, -6, 0])).toHaveLength(2);
    expect(below([-5, -6, -7])).toEqual([]);
    expect(below([-5, -6, -7, 1, 2])).toEqual([]);
    expect(below([-5, -6, -7, 1, 2, 3])).toHaveLength(3);
    expect(below([-5, -6, -7, 0, 0, 0])).toEqual([]);
    expect(below([0, 1])).toEqual([]);
  });

  test("a computed backlog, a rate and a total row may be below 0", () => {
    expect(checked([{ region: "甲县", meaning: { kind: "backlog", measure: "computed" }, value: -5 }])).toEqual([]);
    expect(checked([{ region: "甲县", meaning: rate, value: -0.5 }])).toEqual([]);
    expect(checked([did(null, -5)])).toEqual([]);
    expect(checked([{ region: "甲县", meaning: { kind: "backlog", measure: "stock" }, value: -5 }]).map(({ code }) => code)).toEqual(["negative-value"]);
  });

  test("done without a target, unless the target could not be read", () => {
    const beside = (...more: Told[]) => codes([{ region: "乙县", meaning: target, value: 5 }, ...more]);
    expect(beside(did("甲县", 3))).toEqual([["zero-target", [cellAt(0, 1)]]]);
    expect(beside({ region: "甲县", meaning: target, value: 0 }, did("甲县", 3))).toEqual([["zero-target", [cellAt(0, 2), cellAt(0, 1)]]]);
    expect(beside({ region: "甲县", meaning: target, gap: "blank" }, did("甲县", 3))).toEqual([["zero-target", [cellAt(0, 2), cellAt(0, 1)]]]);
    expect(beside({ region: "甲县", meaning: target, gap: "unreadable" }, did("甲县", 3))).toEqual([]);
    expect(beside(did("甲县", 0))).toEqual([]);
    expect(codes([did("甲县", 3)])).toEqual([]);
  });

  test("a blank beside a target, which counts as 0", () => {
    const beside = (...more: Told[]) => checked([{ region: "甲县", meaning: target, value: 5 }, ...more]);
    const [found] = beside({ region: "甲县", meaning: done, gap: "blank" });
    expect(found).toMatchObject({ code: "blank-done", cells: [cellAt(0, 1)] });
    expect(found?.message["zh-CN"]).toBe("甲县有目标任务 5，棚户区改造开工（已完成）未填，按 0 计算");
    expect(beside({ region: "甲县", meaning: done, gap: "unreadable" })).toEqual([]);
    expect(beside()).toEqual([]);
    expect(codes([{ region: "甲县", meaning: target, value: 0 }, { region: "甲县", meaning: done, gap: "blank" }])).toEqual([]);
    expect(codes([{ region: "甲县", meaning: target, gap: "blank" }, { region: "甲县", meaning: done, gap: "blank" }])).toEqual([]);
  });

  test("a region that other tables have, or the national list, and this one not", () => {
    const [found] = checked([did("甲县", 1), did("乙县", 2), did("甲县", 1, { table: 1 })]);
    expect(found).toMatchObject({ code: "missing-region", cells: [tableOf(1).labels] });
    expect(found?.message["zh-CN"]).toBe("“表2”的表里没有乙县，请核对是否漏报");
    const listed = checked([did("甲县", 1)], { tables: [tableOf(0, { listed: ["乙县", "丙县"] })] });
    expect(listed.map(({ message }) => message["zh-CN"])).toEqual(["“表1”的表里没有乙县、丙县，请核对是否漏报"]);
  });

  test("a region with a gap or a note alone is there; a table of totals alone lacks nobody", () => {
    expect(checked([did("甲县", 1), { region: "甲县", meaning: done, gap: "blank", table: 1 }])).toEqual([]);
    expect(checked([did("甲县", 1), did(null, 1, { table: 1 })]).map(({ code }) => code)).not.toContain("missing-region");
  });

  test("tables without a column of regions are forms of a region each; parts of a table are one, two tables two", () => {
    const rows = [did("甲县", 1), did("乙县", 1, { table: 1 })];
    const lacking = (more: Parameters<typeof tableOf>[1], other = more) => checked(rows, { tables: [tableOf(0, { sheet: "表", ...more }), tableOf(1, { sheet: "表", ...other })] }).map(({ cells }) => cells);
    const columns = [{ header: "已开工", range: tableOf(0).range, meaning: done, unit: null }];
    expect(checked(rows, { tables: [tableOf(0, { labels: null }), tableOf(1, { labels: null })] })).toEqual([]);
    expect(lacking({ columns })).toEqual([]);
    expect(lacking({ columns }, { columns: [{ ...columns[0]!, header: "已竣工" }] })).toHaveLength(2);
    expect(lacking({ columns }, { columns, layout: "transposed" })).toHaveLength(2);
    expect(lacking({ columns }, { columns: [...columns, { ...columns[0]!, header: "备注", meaning: null }] })).toEqual([]);
    expect(checked([did("甲县", 1)], { tables: [tableOf(0, { labels: null, listed: ["乙县"] })] })[0]?.cells).toEqual([tableOf(0).range]);
  });

  test("forms of a region each are one table, and at most three of their sheets are named", () => {
    const rows = ["甲县", "乙县", "丙县", "丁县"].map((region, table) => did(region, 1, { table }));
    const forms = (count: number, listed: string[] = []) => Array.from({ length: count }, (_, at) => tableOf(at, { layout: "perRegion", listed }));
    expect(checked(rows, { tables: forms(4) })).toEqual([]);
    expect(checked(rows, { tables: forms(4, ["戊县"]) }).map(({ message }) => message["zh-CN"])).toEqual(["“表1”、“表2”、“表3”等的表里没有戊县，请核对是否漏报"]);
    expect(checked(rows.slice(0, 3), { tables: forms(3, ["戊县"]) })[0]?.message["zh-CN"]).toMatch(/^“表1”、“表2”、“表3”的表里/);
  });
});
