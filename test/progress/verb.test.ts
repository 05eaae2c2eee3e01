import { begunWords, doneWords, notBegunWords, statusName, nameWithoutVerb, verbOf } from "../../src/progress";

describe("an indicator is spoken of with the verb of its header", () => {
  test.each([
    ["保障性租赁住房", "筹集", "保障性租赁住房", "已筹集", "尚未筹集", "已筹集"],
    ["农村危房改造竣工", "开工", "农村危房改造", "已竣工", "尚未竣工", "已竣工"],
    ["续建项目基本建成", undefined, "续建项目", "已基本建成", "尚未建成", "已建成"],
    ["高标准农田建设", "建成", "高标准农田", "已建成", "尚未建成", "已建成"],
    ["学校建设", "新开工", "学校建设", "已开工", "尚未开工", "已开工"],
    ["租赁补贴金额", "发放", "租赁补贴", "已发放", "尚未发放", "已发放"],
    ["完成投资", undefined, "", "已完成投资", "尚无投资", "已有投资"],
    ["城镇新增就业", undefined, "城镇新增就业", "已完成", "未启动", "已启动"],
    ["惠农补贴", "已发放", "惠农补贴", "已发放", "尚未发放", "已发放"],
  ])("%s（%s）", (name, verb, subject, done, notBegun, begun) => {
    const indicator = { name, ...(verb === undefined ? {} : { verb }) };
    expect([nameWithoutVerb(indicator), doneWords(indicator), notBegunWords(indicator), begunWords(indicator)]).toEqual([subject, done, notBegun, begun]);
  });

  test("完成 alone is no verb: everything is 完成", () => {
    expect(verbOf({ name: "污水管网", verb: "完成" })).toBeNull();
  });
});

describe("a status of several indicators", () => {
  const one = { name: "保障性租赁住房", verb: "筹集", unit: "套", measured: true };
  const other = { name: "棚户区改造开工", unit: "套", measured: true };

  test("has their own word where it is the same", () => {
    expect(statusName("none", [other, { ...other, name: "新建公租房开工" }])).toBe("尚未开工");
  });

  test("has a word that is true of all where theirs differ", () => {
    expect(statusName("none", [one, other])).toBe("未启动");
  });

  test("is unknown in words of its own: unread, never told, or in per cent", () => {
    expect(statusName("unknown", [one])).toBe("无法读取");
    expect(statusName("unknown", [{ ...one, measured: false }])).toBe("未报进展");
    expect(statusName("unknown", [{ ...one, unit: "%" }])).toBe("不作排名");
    expect(statusName("unknown", [{ ...one, unit: "%" }, one])).toBe("无法读取");
    expect(statusName("unknown", [one, { ...one, measured: false }])).toBe("无法读取");
    expect(statusName("none", [])).toBe("未启动");
  });
});
