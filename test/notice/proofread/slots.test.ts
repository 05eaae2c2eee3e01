import { proofread, proofreadSteps, type Filling } from "../../../src/notice/proofread";
import { runInStretches, type Report } from "../../../src/progress";
import { sentenceReports } from "./sentences";

const report = sentenceReports().get("farmland") as Report;
const claimOf = (draft: string, figure: string, fillings: Filling[] = []) => {
  const start = draft.indexOf(figure);
  const found = proofread(draft, report, { fillings }).claims.find((claim) => claim.start <= start && claim.end > start);
  if (!found) throw new Error(`no claim on ${figure}`);
  return found;
};

describe("a figure is wrong only where every slot is filled and inside the workbook", () => {
  test.each([
    ["全省高标准农田建成430万亩。", "430万亩", "place"],
    ["去年全市高标准农田建成40.1万亩。", "40.1万亩", "period"],
    ["全市粮食储备库建成43.9万亩。", "43.9万亩", "subject"],
    ["全市高标准农田建成面积增加3.1万亩。", "3.1万亩", "measure"],
    ["要求全市高标准农田建成48万亩。", "48万亩", "mood"],
  ])("%s leaves %s unverified for want of its %s", (draft, figure, missing) => {
    expect(claimOf(draft, figure)).toMatchObject({ verdict: "unverified", missing });
  });

  test("with all of them it is judged, and tells how it was understood", () => {
    const claim = claimOf("夏津县高标准农田建成2万亩。", "2万亩");
    expect(claim).toMatchObject({ verdict: "wrong", expected: "1万亩", missing: null });
    expect(claim.slots).toEqual({ place: "夏津县", period: "截至2023-10-31", subject: "高标准农田建成", measure: "完成", mood: "事实", hedge: null });
  });

  test("an unknown subject does not let the next clause fall back on an older one", () => {
    expect(claimOf("全市高标准农田建成42.9万亩；粮食储备库建成9座，建成率30%。", "30%")).toMatchObject({ verdict: "unverified", missing: "subject" });
  });
});

describe("eleven digits that begin as mobile numbers do", () => {
  test.each(["13000000000亩", "13000500000.5亩", "15800000000%"])("are a figure where a unit follows: %s", (figure) => {
    expect(claimOf(`全市高标准农田建成${figure}。`, figure)).toMatchObject({ text: figure });
  });

  test("are none without one", () => {
    const { claims } = proofread("联系人：张三，13000000000，固定电话0534-2312345。", report);
    expect(claims).toEqual([]);
  });
});

describe("a slot that the clerk sets is judged by", () => {
  const draft = "去年全市高标准农田建成40.1万亩。";
  const at = { start: draft.indexOf("40.1"), end: draft.indexOf("。") };

  test("the time: a figure of another year that is said to be of now is judged by the workbook", () => {
    expect(claimOf(draft, "40.1万亩", [{ ...at, period: "own" }])).toMatchObject({ verdict: "wrong", expected: "42.9万亩" });
  });

  test("the place: a figure that is said to be of elsewhere is left alone", () => {
    const other = "全市高标准农田建成40.1万亩。";
    const place = { start: other.indexOf("40.1"), end: other.indexOf("。") };
    expect(claimOf(other, "40.1万亩")).toMatchObject({ verdict: "wrong" });
    expect(claimOf(other, "40.1万亩", [{ ...place, place: "outside" }])).toMatchObject({ verdict: "unverified", missing: "place" });
    expect(claimOf(other, "40.1万亩", [{ ...place, place: "夏津县" }])).toMatchObject({ verdict: "wrong", expected: "1万亩" });
  });

  test("the subject: one that the workbook does not have is left alone", () => {
    const other = "全市高标准农田建成40.1万亩。";
    const subject = { start: other.indexOf("40.1"), end: other.indexOf("。"), subject: "none" };
    expect(claimOf(other, "40.1万亩", [subject])).toMatchObject({ verdict: "unverified", missing: "subject" });
  });
});

describe("what a draft is about comes first", () => {
  test.each([
    ["关于聊城市2023年高标准农田建设情况的通报\n全市高标准农田建成30万亩，完成率50%。", "聊城市", "德州市"],
    ["关于德州市2022年高标准农田建设情况的通报\n全市高标准农田建成30万亩，完成率50%。", "2022年", "2023年"],
  ])("%s has one claim at its head, and nothing that depends on it is wrong", (draft, text, expected) => {
    const wrong = proofread(draft, report).claims.filter(({ verdict }) => verdict === "wrong");
    expect(wrong.map((claim) => ({ kind: claim.kind, text: claim.text, expected: claim.expected }))).toEqual([{ kind: "about", text, expected }]);
  });
});

describe("proofreading step by step", () => {
  test("finds what proofreading at once does, and lets others have the thread between", async () => {
    const draft = "全市高标准农田建成42.9万亩，完成率85.8%。夏津县建成2万亩。\n".repeat(60);
    let turns = 0;
    const timer = setInterval(() => (turns += 1));
    const stepped = await runInStretches(proofreadSteps(draft, report), { stretch: 0 });
    clearInterval(timer);
    expect(stepped).toEqual(proofread(draft, report));
    expect(turns).toBeGreaterThan(1);
  });
});
