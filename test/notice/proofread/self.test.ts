import { proofread } from "../../../src/notice/proofread";
import type { Report } from "../../../src/progress";
import { sentenceReports } from "./sentences";

const report = sentenceReports().get("tasks") as Report;
const alarms = (draft: string) =>
  proofread(draft, report)
    .claims.filter(({ verdict }) => verdict === "wrong" || verdict === "suspect")
    .map(({ text, expected }) => ({ text, expected }));

/** What the workbook does not hold is judged by the draft alone. */
describe("a draft is checked against itself", () => {
  test.each([
    ["a rate is of the two figures beside it", "农村危房改造任务2356户，已开工1980户，开工率{}。", "84.04%", "94.04%", "84.04%"],
    ["a rest is the task less what was done", "保障性租赁住房任务2000套，已筹集1500套，还剩{}。", "500套", "600套", "500套"],
    ["an excess is what was done less the task", "保障性租赁住房任务2000套，已筹集2150套，超额{}。", "150套", "250套", "150套"],
    ["a sum is that of the parts before it", "燃气管网改造一期30公里、二期50公里、三期40公里，合计{}。", "120公里", "130公里", "120公里"],
    ["a growth is from the other time's figure to now's", "全市改造危房540套，同比增长{}，去年同期为300套。", "80%", "90%", "80%"],
    ["points are the distance of the two rates", "污水处理率为96.5%，比上年的94.2%提高{}。", "2.3个百分点", "3.2个百分点", "2.3个百分点"],
    ["a count is that of the names that follow", "涉及{}，分别是王益区、印台区、耀州区。", "3个县（区）", "4个县（区）", "3个县（区）"],
    ["a day exists", "请于{}前报送。", "6月30日", "6月31日", null],
  ])("%s: %s", (_, draft, right, wrong, expected) => {
    expect(alarms(draft.replace("{}", right))).toEqual([]);
    expect(alarms(draft.replace("{}", wrong))).toEqual([{ text: wrong, expected }]);
  });

  test("an order is that of the values printed in it", () => {
    expect(alarms("公租房分配率由高到低依次为：王益区98%、印台区97%、耀州区96%。")).toEqual([]);
    expect(alarms("公租房分配率由高到低依次为：王益区98%、印台区96%、耀州区97%。")).toEqual([{ text: "印台区96%、耀州区97%", expected: null }]);
  });

  test("the same figure said twice has one value", () => {
    const draft = (again: string) => `全市物业服务覆盖率为68.5%。目前物业服务覆盖率为${again}。`;
    expect(alarms(draft("68.5%"))).toEqual([]);
    expect(alarms(draft("65.8%")).map(({ text }) => text)).toEqual(["68.5%", "65.8%"]);
  });

  test("a day after the document's own is wrong for what the figures stand for", () => {
    expect(alarms("截至2025年2月28日，农村改厕任务3500户。\n铜川市乡村振兴局\n2025年2月20日").map(({ text }) => text)).toEqual(["2025年2月28日"]);
  });
});
