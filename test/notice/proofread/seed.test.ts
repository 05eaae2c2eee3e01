import { readFileSync } from "node:fs";
import path from "node:path";
import { proofread, type Claim } from "../../../src/notice";
import { sampleReport } from "../sample-report";

const SEED = readFileSync(path.join(__dirname, "..", "seed-notice-2021-8.txt"), "utf8");

describe("吕房保办发〔2021〕8号 against the sample workbook", () => {
  let claims: Claim[];
  beforeAll(async () => {
    claims = proofread(SEED, await sampleReport()).claims;
  });

  const of = (verdict: Claim["verdict"]) => claims.filter((claim) => claim.verdict === verdict).map(({ text, expected }) => ({ text, expected }));
  const at = (words: string, figure: string) => {
    const start = SEED.indexOf(words) + words.indexOf(figure);
    return claims.find((claim) => claim.start === start)?.verdict;
  };

  test("has two wrong figures and one suspect one, and no other", () => {
    expect(of("wrong")).toEqual([
      { text: "17342万元", expected: "17312万元" },
      { text: "5个县", expected: "6个县" },
    ]);
    expect(of("suspect")).toEqual([{ text: "180套", expected: null }]);
  });

  test("has more than 100 claims, most of them found to be right", () => {
    expect(claims.length).toBeGreaterThan(100);
    expect(of("ok").length).toBeGreaterThan(95);
  });

  test.each([
    ["占年度目标任务的24.94%", "24.94%"],
    ["占目标任务13.4%", "13.4%"],
    ["历史欠账共1391套", "1391套"],
    ["落实公租房历史欠账1753套", "1753套"],
    ["完成投资12.95亿元", "12.95亿元"],
    ["发放租赁补贴294户", "294户"],
    ["、30.1181万元", "30.1181万元"],
    ["有7个县（市、区）共落实", "7个县（市、区）"],
    ["项目10个", "10个"],
    ["兴县、石楼、方山、离石5县", "5县"],
    ["开工未建成的5922套", "5922套"],
    ["柳林、离石没有历史欠账", "柳林、离石"],
  ])("finds %s right", (words, figure) => {
    expect(at(words, figure)).toBe("ok");
  });

  test("says of 34个棚改项目 that it could not be checked", () => {
    expect(at("有34个棚改项目", "34个棚改项目")).toBe("unverified");
  });

  test("leads 17312万元 back to the cells that it is the sum of", () => {
    const wrong = claims.find(({ text }) => text === "17342万元");
    expect(new Set(wrong?.cells.map(({ sheet, column }) => `${sheet}:${column}`))).toEqual(new Set(["目标任务:13"]));
  });

  test("names every claim by its place in the text", () => {
    for (const { text, start, end } of claims) expect(SEED.slice(start, end)).toBe(text);
  });
});
