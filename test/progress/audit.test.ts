import type { AuditYear, Meaning } from "../../src/progress";
import { auditProgress } from "../../src/progress/audit";
import { gatherFigures } from "../../src/progress/figures";
import { done, recordsOf, tableOf, type Told } from "./told-records";

const found = (region: string | null, year: number, category: string | null, value: number): Told => ({ region, meaning: { kind: "audit", year, category }, value });

function auditOf(told: readonly Told[], columns: readonly Meaning[] = []): AuditYear[] {
  const range = { sheet: "表1", row: 0, column: 0, rowCount: 1, columnCount: 1 };
  const records = recordsOf(told, { tables: [tableOf(0, { columns: columns.map((meaning) => ({ header: "", range, meaning, unit: null })) })] });
  return auditProgress(records, gatherFigures(records));
}

describe("the audit findings that are open", () => {
  test("are added up by year, the earliest first, by category and by region", () => {
    const years = auditOf([found("甲县", 2019, "一类", 2), found("甲县", 2017, "一类", 3), found("乙县", 2017, "一类", 4), found("乙县", 2017, "二类", 5)]);
    expect(years.map(({ year, open }) => [year, open])).toEqual([[2017, 12], [2019, 2]]);
    expect(years[0]?.categories.map(({ name, open, regions }) => [name, open, regions.map(({ region }) => region)])).toEqual([["一类", 7, ["甲县", "乙县"]], ["二类", 5, ["乙县"]]]);
    expect(years[0]?.regions.map(({ region, open, figures }) => [region, open, figures.length])).toEqual([["甲县", 3, 1], ["乙县", 9, 2]]);
  });

  test("count once where a total stands beside its categories", () => {
    const [year] = auditOf([found("甲县", 2017, "一类", 3), found("甲县", 2017, "二类", 4), found("甲县", 2017, null, 7)]);
    expect(year).toMatchObject({ open: 7, regions: [{ region: "甲县", open: 7 }] });
    expect(year?.categories.map(({ name }) => name)).toEqual(["一类", "二类"]);
  });

  test("are the year's own count of a region without categories", () => {
    const [year] = auditOf([found("甲县", 2017, "一类", 3), found("乙县", 2017, null, 6)]);
    expect(year).toMatchObject({ open: 9, regions: [{ region: "甲县", open: 3 }, { region: "乙县", open: 6 }] });
    expect(auditOf([found("甲县", 2017, null, 6)])).toMatchObject([{ open: 6, categories: [] }]);
  });

  test("of 0 are none: the region is not listed", () => {
    const [year] = auditOf([found("甲县", 2017, "一类", 0), found("乙县", 2017, "一类", 1), found("丙县", 2017, null, 0)]);
    expect(year?.regions.map(({ region }) => region)).toEqual(["乙县"]);
    expect(year?.categories[0]?.regions.map(({ region }) => region)).toEqual(["乙县"]);
  });

  test("have their categories in the order of the columns, not of the first county that has one", () => {
    const columns: Meaning[] = [{ kind: "audit", year: 2019, category: "丁类" }, { kind: "audit", year: 2017, category: "二类" }, done, { kind: "audit", year: 2017, category: "一类" }];
    const [year] = auditOf([found("甲县", 2017, "一类", 1), found("甲县", 2017, "二类", 1), found("甲县", 2017, "三类", 1)], columns);
    expect(year?.categories.map(({ name }) => name)).toEqual(["二类", "一类", "三类"]);
  });

  test("of a total row belong to no region", () => {
    const [year] = auditOf([found("甲县", 2017, "一类", 1), found(null, 2017, "一类", 9)]);
    expect(year).toMatchObject({ open: 1, regions: [{ region: "甲县", open: 1 }] });
  });

  test("are no years where no table counts any", () => {
    expect(auditOf([{ region: "甲县", meaning: done, value: 3 }])).toEqual([]);
  });
});
