import type { IndicatorProgress } from "../../src/progress";
import { gatherFigures } from "../../src/progress/figures";
import { indicatorProgress } from "../../src/progress/indicator-progress";
import { cellAt, done, recordsOf, STARTS, target, type Told } from "./told-records";

function progressOf(told: readonly Told[], unit = "套", demanded = 0.3): IndicatorProgress {
  const records = recordsOf(told, { indicators: [{ ...STARTS, unit }] });
  const [progress] = indicatorProgress(records, gatherFigures(records), demanded);
  if (!progress) throw new Error("the indicator is not there");
  return progress;
}

const of = (region: string, task: number | null, did: number | null): Told[] => [
  ...(task === null ? [] : [{ region, meaning: target, value: task }]),
  ...(did === null ? [] : [{ region, meaning: done, value: did }]),
];

describe("how a region stands with an indicator", () => {
  test("its rate is done by target, its rank among those with a task", () => {
    const { regions } = progressOf([...of("甲县", 100, 20), ...of("乙县", 200, 100), ...of("丙县", 10, 2), ...of("丁县", 0, 5)]);
    expect(regions.map(({ region, rate, rank, status }) => [region, rate, rank, status])).toEqual([
      ["甲县", 0.2, 2, "behind"],
      ["乙县", 0.5, 1, "onPace"],
      ["丙县", 0.2, 2, "behind"],
      ["丁县", null, null, "noTask"],
    ]);
  });

  test("a target of 0 is no task, and 0 done without a task no figure", () => {
    const { regions } = progressOf([...of("甲县", 0, 0), ...of("乙县", null, 0), ...of("丙县", 0, 3), ...of("丁县", 5, 0)]);
    expect(regions.map((row) => [row.target?.value ?? null, row.done?.value ?? null])).toEqual([[null, null], [null, null], [null, 3], [5, 0]]);
  });

  test("0 done is a figure where no table has targets", () => {
    expect(progressOf(of("甲县", null, 0)).regions[0]?.done?.value).toBe(0);
  });

  test("a blank beside a target counts as 0 done, beside none as nothing", () => {
    const { regions } = progressOf([...of("甲县", 5, null), { region: "甲县", meaning: done, gap: "blank" }, { region: "乙县", meaning: done, gap: "blank" }]);
    expect(regions[0]).toMatchObject({ done: { value: 0, decimals: 0, source: { cells: [cellAt(0, 1)] } }, rate: 0, status: "none", unread: null });
    expect(regions[1]).toMatchObject({ done: null, rate: null, status: "noTask", unread: null });
  });

  test.each(["unreadable", "twice"] as const)("what is %s is told with its cell, never counted as 0", (gap) => {
    const [byDone] = progressOf([...of("甲县", 5, null), { region: "甲县", meaning: done, gap }]).regions;
    expect(byDone).toMatchObject({ done: null, rate: null, rank: null, status: "unknown", unread: { figure: "done", cells: [cellAt(0, 1)], label: null } });
    const [byTarget] = progressOf([{ region: "甲县", meaning: target, gap }, ...of("甲县", null, 5)]).regions;
    expect(byTarget).toMatchObject({ target: null, rate: null, status: "unknown", unread: { figure: "target", cells: [cellAt(0, 0)] } });
  });

  test("of a target and a done that are both unread the target is told", () => {
    const [row] = progressOf([{ region: "甲县", meaning: done, gap: "unreadable" }, { region: "甲县", meaning: target, gap: "unreadable" }]).regions;
    expect(row?.unread?.figure).toBe("target");
  });

  test("done that is unread is told without a target too", () => {
    expect(progressOf([{ region: "甲县", meaning: done, gap: "unreadable" }]).regions[0]).toMatchObject({ status: "unknown", unread: { figure: "done" } });
  });

  test("an unread cell beside a figure that another table has is not told", () => {
    const { regions } = progressOf([...of("甲县", 5, 3), { region: "甲县", meaning: target, gap: "unreadable", table: 1 }, { region: "甲县", meaning: done, gap: "unreadable", table: 1 }]);
    expect(regions[0]).toMatchObject({ rate: 0.6, unread: null });
  });

  test("the label beside an unread text is told with it", () => {
    const told: Told[] = [...of("甲县", 5, null), { region: "甲县", meaning: done, gap: "unreadable" }];
    const records = recordsOf(told, { indicators: [STARTS] });
    for (const gap of records.gaps) gap.source.link = { kind: "typed", label: "甲 县" };
    expect(indicatorProgress(records, gatherFigures(records), 0.3)[0]?.regions[0]?.unread?.label).toBe("甲 县");
  });

  test("a target that no table says the done of is unread where a table has such a column", () => {
    const { regions } = progressOf([...of("甲县", 5, null), ...of("乙县", 5, 5)]);
    expect(regions[0]).toMatchObject({ status: "unknown", unread: { figure: "done", cells: [], label: null } });
    expect(progressOf(of("甲县", 5, null)).regions[0]?.unread).toBeNull();
  });
});

describe("an indicator over all regions", () => {
  test("adds up what could be read; its rate is of the regions of which nothing is unread", () => {
    const all = progressOf([...of("甲县", 100, 50), ...of("乙县", 300, null), { region: "乙县", meaning: done, gap: "unreadable" }]);
    expect(all).toMatchObject({ target: 400, done: 50, rate: 0.5, status: "onPace", measured: true });
  });

  test("stands as it stands together, not as its regions do", () => {
    expect(progressOf([...of("甲县", 100, 100), ...of("乙县", 900, 0)])).toMatchObject({ rate: 0.1, status: "behind" });
    expect(progressOf([...of("甲县", 100, 101)])).toMatchObject({ status: "exceeded" });
  });

  test("keeps what the total row says beside its own sums", () => {
    const rows = of("甲县", 100, 50);
    expect(progressOf(rows).statedTotal).toBeNull();
    expect(progressOf([...rows, { region: null, meaning: target, value: 99 }])).toMatchObject({ target: 100, statedTotal: { target: { value: 99 }, done: null } });
    expect(progressOf([...rows, { region: null, meaning: done, value: 49 }])).toMatchObject({ done: 50, statedTotal: { target: null, done: { value: 49 } } });
  });

  test("counts its projects, and has no number of them where no table counts any", () => {
    const projects = (region: string, value: number): Told => ({ region, meaning: { kind: "projects", indicator: "starts" }, value });
    expect(progressOf([projects("甲县", 2), projects("乙县", 3)]).projects).toBe(5);
    expect(progressOf(of("甲县", 100, 50)).projects).toBeNull();
  });

  test("without a column of what was done has targets alone", () => {
    expect(progressOf(of("甲县", 100, null))).toMatchObject({ target: 100, done: null, rate: null, measured: false, status: "unknown" });
  });

  test.each(["%", "‰", "微克/立方米"])("in %s is compared region by region and never added up", (unit) => {
    const all = progressOf([...of("甲县", 4, 3), ...of("乙县", 5, 6)], unit);
    expect(all).toMatchObject({ target: null, done: null, rate: null, status: "noTask" });
    expect(all.regions[0]).toMatchObject({ target: { value: 4 }, done: { value: 3 }, rate: null, rank: null, status: "unknown", unread: null });
  });
});
