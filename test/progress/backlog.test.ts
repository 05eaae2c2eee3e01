import type { BacklogMeasure, BacklogProgress, Gap } from "../../src/progress";
import { backlogProgress } from "../../src/progress/backlog";
import { gatherFigures } from "../../src/progress/figures";
import { recordsOf, type Told } from "./told-records";

type Said = number | Gap["reason"];

function backlogOf(regions: Record<string, Partial<Record<BacklogMeasure, Said>>>): BacklogProgress | null {
  const told = Object.entries(regions).flatMap(([region, measures]) =>
    Object.entries(measures).map(([measure, said]): Told => {
      const of = { region, meaning: { kind: "backlog", measure: measure as BacklogMeasure } as const };
      return typeof said === "number" ? { ...of, value: said } : { ...of, gap: said };
    }),
  );
  const records = recordsOf(told);
  return backlogProgress(records, gatherFigures(records));
}

describe("the backlog of public rental housing", () => {
  test("is what was reported less what was put to other use and what there is", () => {
    expect(backlogOf({ 甲县: { reported: 25164, repurposed: 2619, stock: 21154 } })).toMatchObject({ computed: 1391, regions: [{ region: "甲县", computed: 1391 }] });
  });

  test("leaves out of account what was handed down and what was verified", () => {
    expect(backlogOf({ 甲县: { task: 9000, reported: 100, repurposed: 10, stock: 60, verified: 5000 } })).toMatchObject({ task: 9000, verified: 5000, computed: 30 });
  });

  test("takes nothing put to other use where no cell says so, or it is blank", () => {
    expect(backlogOf({ 甲县: { reported: 100, stock: 60 } })?.computed).toBe(40);
    expect(backlogOf({ 甲县: { reported: 100, repurposed: "blank", stock: 60 } })?.computed).toBe(40);
  });

  test.each(["unreadable", "twice"] as const)("is not computed without a part that is %s", (gap) => {
    expect(backlogOf({ 甲县: { reported: 100, repurposed: gap, stock: 60 } })?.computed).toBeNull();
    expect(backlogOf({ 甲县: { reported: 100, repurposed: gap, stock: 60, computed: 33 } })?.computed).toBe(33);
  });

  test("is what the table states where it has no parts", () => {
    expect(backlogOf({ 甲县: { computed: 33 } })).toMatchObject({ computed: 33, regions: [{ computed: 33, stated: { value: 33 } }] });
    expect(backlogOf({ 甲县: { reported: 100, computed: 33 } })?.computed).toBe(33);
    expect(backlogOf({ 甲县: { stock: 60, computed: 33 } })?.computed).toBe(33);
    expect(backlogOf({ 甲县: { reported: 100 } })?.computed).toBeNull();
  });

  test("is what its parts say where the table states another", () => {
    expect(backlogOf({ 甲县: { reported: 100, repurposed: 10, stock: 60, computed: 99 } })).toMatchObject({ computed: 30, regions: [{ stated: { value: 99 } }] });
  });

  test("adds up each measure over the regions that have it", () => {
    const all = backlogOf({ 甲县: { task: 1, reported: 100, repurposed: 10, stock: 60, verified: 7 }, 乙县: { task: 2, reported: 50, stock: 60 } });
    expect(all).toMatchObject({ task: 3, reported: 150, repurposed: 10, stock: 120, verified: 7, computed: 20 });
    expect(all?.regions.map(({ region, computed }) => [region, computed])).toEqual([["甲县", 30], ["乙县", -10]]);
  });

  test("has no total of a measure that no region has", () => {
    expect(backlogOf({ 甲县: { task: 5 } })).toMatchObject({ task: 5, reported: null, repurposed: null, stock: null, verified: null, computed: null });
  });

  test("lists the regions with a measure alone, and is none where there is none", () => {
    expect(backlogOf({ 甲县: { verified: 5 }, 乙县: { task: "blank" } })?.regions.map(({ region }) => region)).toEqual(["甲县"]);
    expect(backlogOf({ 甲县: { task: "blank" } })).toBeNull();
    expect(backlogOf({})).toBeNull();
  });
});
