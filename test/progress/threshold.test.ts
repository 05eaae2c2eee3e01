import { demandOn, PACE, statusName, type Threshold } from "../../src/progress";

const MILESTONES: Threshold = { kind: "milestones", milestones: [{ month: 8, rate: 0.8 }, { month: 6, rate: 0.5 }, { month: 10, day: 15, rate: 1 }] };
const STARTS = [{ name: "棚户区改造开工", unit: "套", measured: true }];

describe("what progress is measured against", () => {
  test("the pace is the day of the year over its days", () => {
    expect(demandOn({ kind: "pace" }, "2021-04-23")).toMatchObject({ term: "113/365", name: "序时进度", reached: "达到序时" });
    expect(demandOn(PACE, "2021-04-23")).toEqual(demandOn({ kind: "pace" }, "2021-04-23"));
    expect(demandOn({ kind: "pace" }, "2021-04-23").rate).toBeCloseTo(0.309589, 6);
  });

  test("a milestone binds from the last day of its month until the next one", () => {
    expect(demandOn(MILESTONES, "2021-06-29")).toMatchObject({ rate: 0, name: "节点要求（首个节点未到）", reached: "已启动" });
    expect(demandOn(MILESTONES, "2021-06-30")).toMatchObject({ rate: 0.5, term: "0.5", name: "节点要求（6月底）" });
    expect(demandOn(MILESTONES, "2021-08-30").rate).toBe(0.5);
    expect(demandOn(MILESTONES, "2021-08-31").rate).toBe(0.8);
    expect(demandOn(MILESTONES, "2021-10-15")).toMatchObject({ rate: 1, name: "节点要求（10月15日）" });
  });

  test("a fixed rate holds on any day", () => {
    expect(demandOn({ kind: "fixed", rate: 0.335 }, "2024-02-29")).toMatchObject({ rate: 0.335, term: "0.335", name: "要求完成率", reached: "达到要求" });
    expect(demandOn({ kind: "fixed", rate: 0 }, "2024-02-29").rate).toBe(0);
  });

  test("a region that reaches it is named by what it reached", () => {
    expect(statusName("onPace", STARTS, demandOn(MILESTONES, "2021-07-01"))).toBe("达到节点");
    expect(statusName("onPace", STARTS)).toBe("达到序时");
    expect(statusName("onPace", STARTS, demandOn(MILESTONES, "2021-06-01"))).toBe("已开工");
    expect(statusName("onPace", [...STARTS, { name: "完成投资", unit: "万元", measured: true }], demandOn(MILESTONES, "2021-06-01"))).toBe("已启动");
    expect(statusName("exceeded", STARTS, demandOn(MILESTONES, "2021-07-01"))).toBe("超额完成");
  });

  test("no day and no rate is made up", () => {
    expect(() => demandOn({ kind: "milestones", milestones: [{ month: 2, day: 30, rate: 0.5 }] }, "2021-04-23")).toThrow(RangeError);
    expect(() => demandOn({ kind: "fixed", rate: -0.1 }, "2021-04-23")).toThrow("a rate of -0.1 cannot be demanded");
    expect(() => demandOn({ kind: "milestones", milestones: [{ month: 13, rate: 0.5 }] }, "2021-04-23")).toThrow("no such day: 13-");
    expect(() => demandOn({ kind: "fixed", rate: Number.NaN }, "2021-04-23")).toThrow(RangeError);
  });
});
