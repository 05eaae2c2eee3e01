import { nextDemand } from "../../src/progress";

describe("what is demanded next", () => {
  test("by the pace: at the next month's end, this month's where that is to come", () => {
    expect(nextDemand({ kind: "pace" }, "2021-04-23")).toMatchObject({ by: "2021-04-30", term: "120/365" });
    expect(nextDemand({ kind: "pace" }, "2021-04-30")).toMatchObject({ by: "2021-05-31", term: "151/365" });
    expect(nextDemand({ kind: "pace" }, "2021-12-30")).toMatchObject({ by: "2021-12-31", term: "365/365" });
    expect(nextDemand({ kind: "pace" }, "2021-12-31")).toBeNull();
  });

  test("by the office's milestones: at the next of them", () => {
    const milestones = { kind: "milestones", milestones: [{ month: 9, day: 15, rate: 0.8 }, { month: 6, rate: 0.5 }] } as const;
    expect(nextDemand({ ...milestones, milestones: [...milestones.milestones] }, "2021-04-23")).toMatchObject({ by: "2021-06-30", rate: 0.5 });
    expect(nextDemand({ ...milestones, milestones: [...milestones.milestones] }, "2021-06-30")).toMatchObject({ by: "2021-09-15", rate: 0.8 });
    expect(nextDemand({ ...milestones, milestones: [...milestones.milestones] }, "2021-09-15")).toBeNull();
  });

  test("by one rate for the year: at its end", () => {
    expect(nextDemand({ kind: "fixed", rate: 0.9 }, "2021-04-23")).toMatchObject({ by: "2021-12-31", rate: 0.9 });
    expect(nextDemand({ kind: "fixed", rate: 0.9 }, "2021-12-31")).toBeNull();
  });
});
