import { gatherFigures } from "../../src/progress/figures";
import { continuingProgress, type ContinuingProgress } from "../../src/progress/continuing";
import type { TextFact } from "../../src/progress";
import { cellAt, recordsOf, type Told } from "./told-records";

const built = (region: string, value: number): Told => ({ region, meaning: { kind: "continuing" }, value });
const says = (region: string, kind: TextFact["kind"], text: string): TextFact => ({ region, kind, text, source: cellAt(0, 9), link: { kind: "typed", label: region }, table: 0 });

function continuingOf(told: Told[], texts: TextFact[] = []): ContinuingProgress | null {
  const records = recordsOf(told, { texts });
  return continuingProgress(records, gatherFigures(records));
}

describe("projects begun before 2018 and not yet built", () => {
  test("are added up over the regions that have any", () => {
    const all = continuingOf([built("甲县", 120), built("乙县", 0), built("丙县", 30)]);
    expect(all?.units).toBe(150);
    expect(all?.regions.map(({ region, units, outlook }) => [region, units?.value, outlook])).toEqual([["甲县", 120, null], ["丙县", 30, null]]);
  });

  test("keep each region's own outlook with its cell, and no other words", () => {
    const all = continuingOf([built("甲县", 120), built("乙县", 0)], [says("甲县", "note", "进展顺利"), says("甲县", "outlook", "年底前基本建成"), says("乙县", "outlook", "已全部建成")]);
    expect(all).toMatchObject({ units: 120, regions: [{ region: "甲县", outlook: "年底前基本建成", outlookSource: cellAt(0, 9), outlookLink: { kind: "typed", label: "甲县" } }, { region: "乙县", outlook: "已全部建成" }] });
  });

  test("are none where no region has any", () => {
    expect(continuingOf([built("甲县", 0)])).toBeNull();
    expect(continuingOf([])).toBeNull();
  });

  test("of a region with an outlook alone count nothing", () => {
    const told: Told[] = [{ region: "甲县", meaning: { kind: "continuing" }, gap: "blank" }];
    expect(continuingOf(told, [says("甲县", "outlook", "年底前建成")])).toMatchObject({ units: 0, regions: [{ region: "甲县", units: null }] });
  });
});
