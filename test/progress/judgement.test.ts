import { rateFormula, rateOf, statusConditions, statusFormula, STATUS_LABELS, STATUSES } from "../../src/progress";

const CELLS = { target: "B2", done: "C2", demanded: "$D$1" };

describe("a status and a rate as formulas ask the same as of values, in the same order", () => {
  test("a rate is blank without a task, or where what was done is no number", () => {
    expect(rateFormula(CELLS)).toBe('=IF(AND(N(B2)>0,ISNUMBER(C2)),C2/B2,"")');
    expect([rateOf({ target: 4, done: 1 }), rateOf({ target: 0, done: 1 }), rateOf({ target: -4, done: 1 }), rateOf({ target: null, done: 1 }), rateOf({ target: 4, done: null })]).toEqual([0.25, null, null, null, null]);
  });

  test("a status is the first that holds", () => {
    expect(statusFormula(CELLS, (status) => `"${status}"`)).toBe(
      '=IF(N(B2)<=0,"noTask",IF(NOT(ISNUMBER(C2)),"unknown",IF(C2=0,"none",IF(C2>B2,"exceeded",IF(C2=B2,"complete",IF(C2/B2<$D$1,"behind","onPace"))))))',
    );
  });

  test.each([
    ["noTask", "N(B2)<=0"],
    ["unknown", "N(B2)>0,NOT(ISNUMBER(C2))"],
    ["none", "N(B2)>0,ISNUMBER(C2),C2=0"],
    ["exceeded", "N(B2)>0,ISNUMBER(C2),C2<>0,C2>B2"],
    ["complete", "N(B2)>0,ISNUMBER(C2),C2<>0,C2<=B2,C2=B2"],
    ["behind", "N(B2)>0,ISNUMBER(C2),C2<>0,C2<=B2,C2<>B2,C2/B2<$D$1"],
    ["onPace", "N(B2)>0,ISNUMBER(C2),C2<>0,C2<=B2,C2<>B2,C2/B2>=$D$1"],
  ] as const)("%s holds where none before it does, and it does", (status, conditions) => {
    expect(statusConditions(status, CELLS)).toBe(conditions);
  });
});

describe("the statuses as staff see them", () => {
  test("stand worst first, each once, with a name and a symbol of its own", () => {
    expect(STATUSES).toEqual(["none", "behind", "onPace", "complete", "exceeded", "unknown", "noTask"]);
    expect(STATUSES.map((status) => `${STATUS_LABELS[status].symbol} ${STATUS_LABELS[status].chinese}`)).toEqual(["✕ 未启动", "○ 滞后", "● 达到序时", "✓ 完成", "★ 超额完成", "? 无法读取", "– 无任务"]);
  });
});
