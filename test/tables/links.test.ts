import type { Link } from "../../src/progress";
import { readWorkbook, type CellValue, type SheetGrid } from "../../src/tables";
import { merged, sheetOf } from "../support/grid";

/** How each figure of what was done is followed, by region. */
function linksOf(sheet: SheetGrid): Record<string, Link> {
  const { facts } = readWorkbook({ sheets: [sheet] }, { gazetteer: null });
  return Object.fromEntries(facts.flatMap(({ region, meaning, source }) => (meaning.kind === "done" ? [[region ?? "合计", source.link]] : [])));
}

const HEADER: CellValue[] = ["县（市、区）", "棚户区改造开工任务（套）", "棚户区改造已开工（套）"];

describe("a figure of a table is followed by its label only where Excel finds that label there", () => {
  const LONG = `丙${"　".repeat(260)}县`;
  const links = linksOf(sheetOf("表", [HEADER, ["A*区", 100, 1], ["a*区", 100, 2], ["乙县", 100, 3], [LONG, 100, 4]]));

  test("a label of its own: by that label", () => {
    expect(links["A*区"]).toMatchObject({ kind: "lookup", label: "A*区" });
    expect(links["乙县"]).toMatchObject({ kind: "lookup", label: "乙县" });
  });

  test("one that differs from another above by its case alone: by its cell", () => {
    expect(links["a*区"]).toMatchObject({ kind: "cell", cell: { row: 2, column: 2 } });
  });

  test("one longer than the 255 signs that MATCH takes: by its cell", () => {
    expect(links["丙县"]).toMatchObject({ kind: "cell", cell: { row: 4, column: 2 } });
  });

  test("a formula's error, which no text finds: by its cell", () => {
    expect(linksOf(sheetOf("表", [HEADER, ["甲县", 100, 1], ["#N/A", 100, 2], ["乙县", 100, 3]]))["#N/A"]).toMatchObject({ kind: "cell", cell: { row: 2, column: 2 } });
  });

  test("合计 that stands before the regions' column: by its cell", () => {
    const table = sheetOf("表", [["序号", ...HEADER], [1, "甲县", 100, 1], [2, "乙县", 100, 2], ["合计", "", 200, 3]], { merges: [merged(3, 0, 1, 2)] });
    expect(linksOf(table)["合计"]).toMatchObject({ kind: "cell", cell: { row: 3, column: 3 } });
  });
});

describe("a sum of a ledger is followed by labels only where SUMIFS adds up its own rows alone", () => {
  const ledger = (rows: CellValue[][], merges = [merged(0, 0, 1, 1)]) => linksOf(sheetOf("台账", [["县（市、区）", "项目名称", "棚户区改造开工任务（套）", "棚户区改造已开工（套）"], ...rows], { merges }));

  test("labels of their own: by them", () => {
    expect(ledger([["甲县", "一期", 10, 1], ["乙县", "二期", 10, 2], ["甲县", "三期", 10, 3]])["甲县"]).toMatchObject({ kind: "sumByLabel" });
  });

  test("two regions told apart by case alone: by their cells", () => {
    const links = ledger([["A区", "一期", 10, 1], ["a区", "二期", 10, 2], ["A区", "三期", 10, 3]]);
    expect([links["A区"], links["a区"]]).toMatchObject([{ kind: "sum" }, { kind: "sum" }]);
  });

  test("a ledger of one row: by its cell", () => {
    expect(ledger([["甲县", "一期", 10, 1]])["甲县"]).toMatchObject({ kind: "sum" });
  });

  test("a label longer than SUMIFS takes: by its cells", () => {
    const long = `丙${"　".repeat(260)}县`;
    expect(ledger([[long, "一期", 10, 1], ["乙县", "二期", 10, 2], [long, "三期", 10, 3]])["丙县"]).toMatchObject({ kind: "sum" });
  });

  test("more blocks of cells than a formula has room for: typed, its source named", () => {
    // Written in two ways, so that no SUMIFS by type finds them all.
    const types = (at: number) => ["棚户区改造", "公租房", "棚改", "公共租赁住房"][at % 4] ?? "";
    const rows = Array.from({ length: 600 }, (_, at): CellValue[] => [at === 0 ? "甲县" : at === 599 ? "乙县" : "", `${at + 1}号项目`, types(at), 10, 1]);
    const links = linksOf(sheetOf("台账", [["县（市、区）", "项目名称", "项目类型", "计划套数（套）", "已开工套数（套）"], ...rows], { merges: [merged(1, 0, 599, 1)] }));
    expect(links["甲县"]).toEqual({ kind: "typed", label: "甲县" });
  });
});
