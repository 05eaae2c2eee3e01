import type { Fact } from "../../src/progress";
import { figureExpression } from "../../src/attachments/formulas";
import { readWorkbook, type Block, type CellValue } from "../../src/tables";
import { merged, sheetOf } from "../support/grid";

const HEADER: CellValue[] = ["县（市、区）", "项目名称", "项目类型", "计划套数", "开工套数"];
const TYPES = ["棚户区改造", "公租房"];

/** The figures of a ledger by "region kind indicator". */
function factsOf(rows: CellValue[][], merges: Block[] | null = null): Map<string, Fact> {
  const { facts } = readWorkbook({ sheets: [sheetOf("台账", rows, { merges })] }, { gazetteer: null });
  return new Map(facts.filter(({ region }) => region !== null).map((fact) => [`${fact.region} ${fact.meaning.kind} ${"indicator" in fact.meaning ? fact.meaning.indicator : ""}`, fact]));
}

function expressionOf(fact: Fact | undefined): string | null {
  return fact ? figureExpression(fact.source.link, null) : null;
}

/** Projects of two regions, each label on its region's first row only, types in turn. */
function unlabelled(count: number): CellValue[][] {
  return ["甲县", "乙县"].flatMap((region) =>
    Array.from({ length: count }, (_, index): CellValue[] => [index === 0 ? region : "", `${index + 1}号地块`, TYPES[index % 2] ?? "", 10, 1]),
  );
}

describe("a ledger longer than the part of a sheet that is searched for tables", () => {
  test("of one region only is added up to its last project", () => {
    const projects = Array.from({ length: 3000 }, (_, index): CellValue[] => [index + 1, `${index + 1}号地块改造`, "棚户区改造", 10, 1]);
    const rows: CellValue[][] = [["离石区2021年棚户区改造项目台账", "", "", "", ""], ["序号", "项目名称", "项目类型", "计划套数", "开工套数"], ...projects];
    expect(factsOf(rows).get("离石区 target starts")?.value).toBe(30_000);
  });

  test("in sections, a region's name alone above its projects, is added up to its last section", () => {
    const section = (region: string): CellValue[][] => [[`${region}`, "", "", ""], ...Array.from({ length: 1500 }, (_, index): CellValue[] => [index + 1, `${index + 1}号地块改造`, 10, 1])];
    const rows: CellValue[][] = [["序号", "项目名称", "棚户区改造计划套数", "开工套数"], ...section("离石区"), ...section("文水县"), ...section("交城县")];
    const facts = factsOf(rows);
    expect(["离石区", "文水县", "交城县"].map((region) => facts.get(`${region} target starts`)?.value)).toEqual([15_000, 15_000, 15_000]);
  });
});

describe("the formula that follows a ledger's figure", () => {
  test("adds up no stated subtotal that carries its region's label", () => {
    const rows: CellValue[][] = [
      HEADER,
      ["甲县", "一号地块", "棚户区改造", 10, 1],
      ["甲县", "二号地块", "棚户区改造", 20, 2],
      ["甲县", "小计", "棚户区改造", 30, 3],
      ["乙县", "三号地块", "棚户区改造", 40, 4],
      ["乙县", "小计", "棚户区改造", 40, 4],
    ];
    const fact = factsOf(rows).get("甲县 target starts");
    expect(fact?.value).toBe(30);
    expect(expressionOf(fact)).toBe(`SUMIFS('台账'!$D$2:$D$3,'台账'!$C$2:$C$3,"棚户区改造")`);
  });

  test("is by type within the region's own rows where its label stands on the first of them only", () => {
    const facts = factsOf([HEADER, ...unlabelled(3)]);
    expect(expressionOf(facts.get("甲县 target starts"))).toBe(`SUMIFS('台账'!$D$2:$D$4,'台账'!$C$2:$C$4,"棚户区改造")`);
    expect(expressionOf(facts.get("乙县 done publicRentalStarts"))).toBe(`SUMIFS('台账'!$E$5:$E$7,'台账'!$C$5:$C$7,"公租房")`);
  });

  test("asks for no type that is no text: TRUE", () => {
    const rows: CellValue[][] = [HEADER, ["甲县", "一号地块", true, 10, 1], ["甲县", "二号地块", "公租房", 20, 2], ["乙县", "三号地块", true, 30, 3]];
    const links = [...factsOf(rows).values()].map(expressionOf);
    expect(links.filter((expression) => /true/i.test(expression ?? ""))).toEqual([]);
    expect(links.length).toBeGreaterThan(2);
  });

  test("adds up no number that is left out of the figure: a date among the cells", () => {
    const rows = [HEADER, ["甲县", "一号地块", "棚户区改造", 10, 1], ["甲县", "二号地块", "棚户区改造", 20, 44317], ["乙县", "三号地块", "公租房", 30, 3]];
    const formats = rows.map((_, row) => HEADER.map((__, column) => (row === 2 && column === 4 ? "yyyy/m/d" : "General")));
    const { facts } = readWorkbook({ sheets: [sheetOf("台账", rows, { formats })] }, { gazetteer: null });
    const done = facts.find(({ region, meaning }) => region === "甲县" && meaning.kind === "done");
    expect([done?.value, expressionOf(done)]).toEqual([1, "SUM('台账'!$E$2)"]);
  });

  test("is one that Excel takes, however many projects a region has", () => {
    for (const merges of [null, [merged(1, 0, 800, 1), merged(801, 0, 800, 1)]]) {
      for (const fact of factsOf([HEADER, ...unlabelled(800)], merges).values()) {
        const expression = expressionOf(fact) ?? "";
        expect(expression.length).toBeLessThan(8192);
        expect(expression.split(",").length).toBeLessThanOrEqual(255);
      }
    }
  });
});
