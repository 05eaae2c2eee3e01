import type { NoticeOptions } from "../../src/notice";
import { reportOf, type BuilderOptions, type Row } from "./report-builder";
import { partOneLines } from "./write";

/** The lines of part 一 below its heading. */
function lines(rows: readonly Row[], options: BuilderOptions & { notice?: NoticeOptions } = {}): Promise<string[]> {
  return partOneLines(reportOf(rows, options), options.notice);
}

/** The line that begins with a number and this title. */
async function item(title: string, rows: readonly Row[], options: BuilderOptions = {}): Promise<string> {
  const line = (await lines(rows, options)).find((one) => new RegExp(`^\\d、${title}：`).test(one));
  return line?.slice(line.indexOf("：") + 1) ?? "";
}

function rowsOf(id: string, figures: readonly (readonly [number | null, number | null])[]): Row[] {
  const names = ["甲山县", "乙水县", "丙川县", "丁原县", "戊林县", "己河县", "庚岭县"];
  return figures.map((pair, index) => ({ region: names[index] ?? `县${index}`, figures: { [id]: pair } }));
}

describe("parts and numbers", () => {
  test("a workbook without anything gives no notice", async () => {
    expect(await lines([])).toEqual([]);
    expect(await lines([{ region: "甲山县" }])).toEqual([]);
  });

  test("parts that the workbook lacks leave no gap in the numbering", async () => {
    const text = await lines([{ region: "甲山县", continuing: [10, "有困难"] }]);
    expect(text[0]).toBe("（一）城镇保障性安居工程续建项目攻坚行动进展情况");
  });

  test("items that the workbook lacks leave no gap in the numbering", async () => {
    const text = await lines(rowsOf("investment", [[100, 50], [100, 20]]));
    expect(text[1]).toMatch(/^1、完成投资：/);
  });
});

describe("the place", () => {
  const rows = rowsOf("investment", [[100, 50], [100, 0]]);

  test.each([
    ["吕梁市", "省下达我市", "全市"],
    ["山西省", "国家下达我省", "全省"],
    ["重庆市", "国家下达我市", "全市"],
    ["广西壮族自治区", "国家下达我区", "全区"],
    ["柳州市", "自治区下达我市", "全市"],
    ["恩施土家族苗族自治州", "省下达我州", "全州"],
  ])("%s: %s, %s", async (place, handedDown, whole) => {
    const text = (await lines(rows, { place })).join("\n");
    expect(text).toContain(handedDown);
    expect(text).toContain(`${whole}住房保障工作`);
  });

  test("where nothing names it and all regions are prefectures, it is a province", async () => {
    const prefectures = ["太原市", "大同市", "阳泉市", "长治市", "晋城市"].map((region) => ({
      region,
      figures: { investment: [100, 50] as const },
    }));
    expect((await lines(prefectures)).join("\n")).toContain("全省住房保障工作");
  });

  test("the office's own setting wins", async () => {
    expect((await lines(rows, { place: "吕梁市", notice: { level: "县" } })).join("\n")).toContain("市下达我县");
  });
});

describe("targets", () => {
  test("money from one 亿元 on is printed in 亿元, the rest in 万元", async () => {
    expect((await lines(rowsOf("investment", [[129500, 1]])))[0]).toContain("完成投资12.95亿元。");
    expect((await lines(rowsOf("investment", [[9999, 1]])))[0]).toContain("完成投资9999万元。");
  });

  test("a part without its whole stands by itself", async () => {
    const text = (await lines(rowsOf("oldTownStarts", [[100, 1]])))[0];
    expect(text).toContain("省下达我市老旧城区内脏乱差的棚户区改造新开工100套。");
    expect(text).not.toContain("其中");
  });
});

describe("starts", () => {
  test("nobody has started", async () => {
    const text = await lines(rowsOf("starts", [[100, 0], [50, 0], [20, null]]));
    expect(text[1]).toContain("截至目前，棚户区改造项目暂未开工。");
    expect(text[2]).toBe("分县情况看：丙川、乙水、甲山3县暂未开工。");
  });

  test("exceeded, complete, on pace, behind and not started each have words of their own", async () => {
    const text = await lines(rowsOf("starts", [[100, 0], [100, 20], [100, 50], [100, 100], [100, 150]]));
    expect(text[2]).toBe(
      "分县情况看：戊林县棚户区改造开工150套，超额完成全年任务；丁原县开工100套，完成全年任务；" +
        "丙川县开工50套，占年度目标任务的50%，达到序时进度；乙水县开工20套，占年度目标任务的20%，滞后于序时进度；" +
        "甲山县开工任务100套，暂未开工。",
    );
  });

  test("equal rates stay in the workbook's order", async () => {
    const text = (await lines(rowsOf("starts", [[100, 50], [100, 50]])))[2] ?? "";
    expect(text.indexOf("甲山县")).toBeLessThan(text.indexOf("乙水县"));
  });

  test("one region with a task is said to be the only one", async () => {
    const [row] = rowsOf("starts", [[100, 50]]);
    const text = await item("开工情况", [{ ...row, region: "甲山县", projects: { starts: 2 } }]);
    expect(text).toContain("全市今年仅甲山落实棚户区改造项目2个。");
  });

  test("without counts of projects the regions with a task are counted", async () => {
    expect(await item("开工情况", rowsOf("starts", [[100, 50], [100, 50], [null, null]]))).toContain(
      "全市今年有2个县有棚户区改造开工任务。",
    );
  });

  test("a region without a task is not mentioned", async () => {
    expect((await lines(rowsOf("starts", [[100, 50], [null, null]]))).join("\n")).not.toContain("乙水");
  });

  test("a note that names its own subject follows the region's name at once", async () => {
    const rows: Row[] = [
      { region: "甲山县", figures: { starts: [180, 0] }, note: "前期手续已完成，具备开工条件。" },
      { region: "乙水县", figures: { starts: [90, 0] }, note: "棚改项目正在摸底" },
    ];
    expect((await lines(rows))[2]).toBe(
      "分县情况看：乙水县棚改项目正在摸底；甲山县棚户区改造开工任务180套，前期手续已完成，具备开工条件。",
    );
  });

  test("a note of a region without such a task is still taken up", async () => {
    const rows: Row[] = [
      { region: "甲山县", figures: { starts: [180, 200] } },
      { region: "乙水县", note: "正在申报项目" },
    ];
    expect((await lines(rows))[2]).toContain("；乙水县正在申报项目。");
  });

  test("development zones come last", async () => {
    const rows: Row[] = [
      { region: "经开区", figures: { starts: [100, 90] } },
      { region: "甲山县", figures: { starts: [100, 10] } },
    ];
    expect((await lines(rows))[2]).toMatch(/甲山县.*；经开区/);
  });
});

describe("basic completion", () => {
  test.each([
    ["one of many", [[10, 5], [10, 0], [10, 0]], "全市续建项目基本建成5套，除甲山县外其余县无进展。"],
    ["nobody", [[10, 0], [10, 0]], "全市续建项目基本建成暂无进展，各县均尚未完成。"],
    ["everybody", [[10, 5], [10, 10]], "全市续建项目基本建成15套，其中乙水10套完成全年任务、甲山5套。"],
    ["the only one with a task", [[10, 5]], "全市续建项目基本建成5套，全部在甲山县。"],
    [
      "two of four",
      [[10, 5], [10, 6], [10, 0], [10, 0]],
      "全市续建项目基本建成11套，其中乙水6套、甲山5套，丙川、丁原无进展。",
    ],
  ] as const)("%s", async (_, figures, words) => {
    expect(await item("续建项目基本建成", rowsOf("basicCompletion", figures))).toBe(words);
  });
});

describe("investment", () => {
  test("highest first, zero in a sentence of its own, the rate half-up", async () => {
    expect(await item("完成投资", rowsOf("investment", [[4000, 4901], [1000, 0], [1000, 5000]]))).toBe(
      "全市住房保障工作完成投资9901万元，占目标任务165.02%，分别是：丙川5000万元超额完成全年任务、甲山4901万元超额完成全年任务。乙水投资为0。",
    );
  });

  test("nobody", async () => {
    expect(await item("完成投资", rowsOf("investment", [[10, 0], [10, 0]]))).toBe(
      "全市住房保障工作暂未完成投资，各县投资均为0。",
    );
  });

  test("without targets there is no rate", async () => {
    expect(await item("完成投资", rowsOf("investment", [[null, 30], [null, 20]]))).toBe(
      "全市住房保障工作完成投资50万元，分别是：甲山30万元、乙水20万元。",
    );
  });
});

describe("rent subsidies", () => {
  const some = rowsOf("rentSubsidyHouseholds", [[100, 50], [100, 0], [100, 0], [100, 0], [100, 0]]);

  test("the few that pay are the only ones; the others have done neither", async () => {
    expect(await item("租赁补贴", some)).toBe(
      "截至目前仅甲山完成租赁补贴第一季度发放工作，全市发放租赁补贴50户。其余县均未做到按月或按季发放，此项工作严重滞后。",
    );
  });

  test("a quarter counts as paid only where enough households are", async () => {
    const rows = rowsOf("rentSubsidyHouseholds", [[100, 20], [100, 0], [100, 0]]);
    expect(await item("租赁补贴", rows)).toContain("截至目前仅甲山已发放租赁补贴");
  });

  test("before the first quarter is over nobody is late", async () => {
    expect(await item("租赁补贴", some, { asOf: "2021-02-10" })).toBe(
      "截至目前仅甲山已发放租赁补贴，全市发放租赁补贴50户。其余县均暂未发放。",
    );
  });

  test("everybody", async () => {
    expect(await item("租赁补贴", rowsOf("rentSubsidyHouseholds", [[100, 50], [100, 60]]))).toBe(
      "截至目前各县均完成租赁补贴第一季度发放工作，全市发放租赁补贴110户，占目标任务55%。",
    );
  });

  test("nobody", async () => {
    expect(await item("租赁补贴", rowsOf("rentSubsidyHouseholds", [[100, 0], [100, 0]]))).toBe(
      "截至目前各县均未发放租赁补贴，此项工作严重滞后。",
    );
  });
});

describe("an indicator of the workbook's own", () => {
  test("is told by its name, unit, rate and regions", async () => {
    const own = [{ id: "own:筹集", name: "保障性租赁住房筹集", shortName: "筹集", unit: "间", english: "Units" }];
    const rows = rowsOf("own:筹集", [[100, 60], [100, 0]]);
    expect(await item("保障性租赁住房筹集", rows, { own })).toBe(
      "全市保障性租赁住房已筹集60间，占目标任务30%，全部在甲山县，乙水尚未筹集。",
    );
  });

  const roads = [{ id: "own:路", name: "农村公路建设", shortName: "公路", unit: "公里", verb: "完工", english: "Roads" }];

  test("has the verb of its header, and its own words where nothing is done", async () => {
    expect(await item("农村公路建设", rowsOf("own:路", [[20, 8.5], [10, 10], [5, 0]]), { own: roads })).toBe(
      "全市农村公路已完工18.5公里，占目标任务52.86%，其中乙水10公里完成全年任务、甲山8.5公里，丙川尚未完工。",
    );
    expect(await item("农村公路建设", rowsOf("own:路", [[20, 0], [10, 0]]), { own: roads })).toBe("全市农村公路尚未完工。");
  });

  test("without targets it is a count, and 0 is nothing done where a verb says what", async () => {
    expect(await item("农村公路建设", rowsOf("own:路", [[null, 8], [null, 3]]), { own: roads })).toBe("全市农村公路已完工11公里，其中甲山8公里、乙水3公里。");
    const [road] = roads;
    const own = road ? [{ id: road.id, name: "公路里程", shortName: "里程", unit: "公里", english: "Roads" }] : [];
    expect(await item("公路里程", rowsOf("own:路", [[null, 8], [null, 3]]), { own })).toBe("全市公路里程11公里，其中甲山8公里、乙水3公里。");
  });

  test("many who reached their task are named by themselves, everybody together", async () => {
    const figures = [[10, 12], [10, 10], [10, 11], [10, 10], [10, 13], [10, 1]] as const;
    expect(await item("农村公路建设", rowsOf("own:路", figures), { own: roads })).toBe(
      "全市农村公路已完工57公里，占目标任务95%，其中戊林13公里、甲山12公里、丙川11公里、乙水10公里、丁原10公里、己河1公里。" +
        "甲山、丙川、戊林3县超额完成全年任务，乙水、丁原完成全年任务。",
    );
    expect(await item("农村公路建设", rowsOf("own:路", figures.slice(0, 5).map(() => [10, 10])), { own: roads })).toMatch(/各县均完成全年任务。$/);
    expect(await item("农村公路建设", rowsOf("own:路", [...figures.slice(0, 5).map(() => [10, 11] as const), [null, null]]), { own: roads })).toMatch(
      /有任务的县均超额完成全年任务。$/,
    );
  });

  test("a part is told with what it is a part of", async () => {
    const own = [
      { id: "own:危房", name: "农村危房改造", shortName: "危房", unit: "户", verb: "竣工", english: "Houses" },
      { id: "own:C", name: "C级", shortName: "C级", unit: "户", verb: "竣工", parent: "own:危房", english: "Class C" },
    ];
    const rows: Row[] = [{ region: "甲山县", figures: { "own:危房": [10, 6], "own:C": [5, 4] } }, { region: "乙水县", figures: { "own:危房": [10, 2], "own:C": [5, 1] } }];
    expect(await item("其中C级", rows, { own })).toBe("全市农村危房改造C级已竣工5户，占目标任务50%，其中甲山4户、乙水1户。");
  });
});

describe("the backlog", () => {
  const rows: Row[] = [
    { region: "甲山县", backlog: { task: 90, reported: 100, repurposed: 10, stock: 60, verified: 40 } },
    { region: "乙水县", backlog: { task: 90, reported: 100, repurposed: 10, stock: 90 } },
  ];

  test("years are the table's own, the deadline that of the next year", async () => {
    const headers = { task: "2008-2015年下达任务（套）", repurposed: "2017年盘活（套）" };
    expect((await lines(rows, { headers }))[1]).toBe(
      "2008-2015年省下达我市公租房建设任务180套，全市上报完成200套，2017年盘活20套，目前全市实有政府投资公租房150套，" +
        "全市历史欠账共30套。乙水没有历史欠账。通过本次督查摸底，结合工作实际，全市落实公租房历史欠账40套，全部在甲山县。要求2022年底前分配入住。",
    );
  });

  test("nobody has any", async () => {
    const none = ["甲山县", "乙水县"].map((region) => ({ region, backlog: { reported: 10, stock: 10 } }));
    expect((await lines(none))[1]).toBe("全市上报完成20套，目前全市实有政府投资公租房20套，全市没有历史欠账。");
  });
});

describe("audit findings", () => {
  test("one region, two, three and more; equals together; a name is never counted wrong", async () => {
    const rows: Row[] = [
      { region: "甲山县", audit: [[2017, "未登记", 1], [2017, "未验收", 4], [2017, "闲置", 1], [2017, "未配", 2]] },
      { region: "乙水县", audit: [[2017, "未登记", 1], [2017, "未验收", 1], [2017, "闲置", 2]] },
      { region: "丙川县", audit: [[2017, "未登记", 1], [2017, "未验收", 1]] },
      { region: "丁原县", audit: [[2017, "未验收", 1]] },
    ];
    expect((await lines(rows))[0]).toBe(
      "（一）跟踪审计问题整改落实情况。2017年保障性安居工程跟踪审计发现问题仍有15个问题未整改，分类别分析：" +
        "未登记的涉及3个县3个问题，甲山、乙水、丙川各1个问题；" +
        "未验收的涉及4个县7个问题，其中甲山4个，乙水、丙川、丁原3县各1个问题；" +
        "闲置共3个问题，涉及甲山1个，乙水2个；未配的涉及甲山2个问题。",
    );
  });

  test("all put right", async () => {
    expect((await lines([{ region: "甲山县", audit: [[2018, "闲置", 0]] }]))[0]).toContain("2018年审计发现问题已全部整改。");
  });
});

describe("continuing projects", () => {
  test("regions with one outlook stand together, counted from three on", async () => {
    const rows: Row[] = [
      { region: "甲山县", continuing: [10, "年底前基本建成。"] },
      { region: "乙水区", continuing: [20, "有困难"] },
      { region: "丙川区", continuing: [30, "年底前基本建成"] },
      { region: "丁原县", continuing: [40, "年底前基本建成"] },
      { region: "戊林县", continuing: [50, null] },
    ];
    expect((await lines(rows))[1]).toBe(
      "根据省保障办通知，要求2017年12月31日前开工未建成的150套保障性安居工程项目，年底前力争达到基本建成。" +
        "甲山、丙川、丁原3县区计划年底前基本建成；乙水有困难；戊林尚未明确攻坚计划。",
    );
  });
});

describe("a workbook whose only name are its indicators", () => {
  test("says of the investment what it is, not the other indicators with it", async () => {
    const own = { id: "own:筹集", name: "保障性租赁住房筹集", shortName: "筹集", unit: "间", english: "Units raised" };
    const text = await lines([{ region: "甲山县", figures: { investment: [10, 1], [own.id]: [1, 1] } }], { own: [own] });
    expect(text.join("\n")).toContain("年度目标任务为完成投资10万元；保障性租赁住房筹集1间");
    expect(text.join("\n")).not.toContain("筹集完成投资");
  });
});
