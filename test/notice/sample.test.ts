import { readFileSync } from "node:fs";
import { join } from "node:path";
import { auditProblems, noticeLines, writeNotice } from "../../src/notice";
import { cellName, type Report } from "../../src/progress";
import { sampleReport } from "./sample-report";
import { similarity } from "./similarity";

const SEED = readFileSync(join(__dirname, "seed-notice-2021-8.txt"), "utf8").replace(/\r/g, "");
const PART_ONE = SEED.slice(SEED.indexOf("（一）目标任务情况"), SEED.indexOf("二、存在的主要问题")).trim();

let report: Report;
let lines: string[];

beforeAll(async () => {
  report = await sampleReport();
  lines = noticeLines(writeNotice(report));
});

/** Figures with their units. */
function figures(text: string): string[] {
  return text.match(/\d+(?:\.\d+)?(?:万元|亿元|套|户|个|%|县)/g) ?? [];
}

describe("the sample's notice beside 吕房保办发〔2021〕8号", () => {
  test("is the same text but for few characters", () => {
    expect(similarity("甲乙丙丁", "甲丙丁")).toBe(0.75);
    expect(similarity(lines.join("\n"), PART_ONE)).toBeGreaterThanOrEqual(0.95);
  });

  test("opens with the seed's own words, character for character", () => {
    expect(lines[0]).toBe(PART_ONE.split("\n")[0]);
  });

  test("says the same of every county's starts but for 方山's 180, which is a task, and 离石区's full name", () => {
    const seed = PART_ONE.split("\n").find((line) => line.startsWith("分县市区情况看"));
    expect(lines[2]).toBe(
      seed?.replace("方山县开工180套", "方山县开工任务180套").replace("离石开工任务", "离石区开工任务"),
    );
  });

  test("prints no figure that the seed lacks, but for its mistakes put right and two totals that it gives elsewhere", () => {
    const seed = new Set(figures(PART_ONE));
    const added = new Set(figures(lines.join("\n")).filter((figure) => !seed.has(figure)));
    // 17312: the rows' own sum; 13.37: of that sum; 6个: the counties named; 5922, 10: the seed's 三.4 and 二.3.
    expect([...added]).toEqual(["17312万元", "13.37%", "6个", "5922套"]);
  });

  test("leaves out no figure of the seed but its mistakes", () => {
    const ours = new Set(figures(lines.join("\n")));
    const missing = new Set(figures(PART_ONE).filter((figure) => !ours.has(figure)));
    // 5个: of six counties named.
    expect([...missing]).toEqual(["17342万元", "13.4%", "5个"].filter((figure) => missing.has(figure)));
  });

  test.each([
    ["999套，占年度目标任务的24.94%"],
    ["开工263套，占目标任务45.34%"],
    ["基本建成147套"],
    ["完成投资17312万元，占目标任务13.37%"],
    ["294户、30.1181万元"],
    ["历史欠账共1391套"],
    ["落实公租房历史欠账1753套"],
    ["2016年审计发现问题仍有10个未整改"],
    ["仍有50个问题未整改"],
    ["涉及6个县9个问题"],
    ["开工未建成的5922套"],
  ])("states %s", (words) => {
    expect(lines.join("\n")).toContain(words);
  });

  test("prints the investment rate with one decimal where the office sets it so", () => {
    const text = noticeLines(writeNotice(report, { rateDecimals: { investment: 1 } })).join("\n");
    expect(text).toContain("占目标任务13.4%");
  });

  test("leads 17312万元 back to the column of investment done", () => {
    const paragraph = writeNotice(report).paragraphs.find(({ text }) => text.startsWith("3、"));
    const figure = paragraph?.figures.find(({ start, end }) => paragraph.text.slice(start, end) === "17312万元");
    const cells = (figure?.cells ?? []).map(cellName);
    expect(cells.length).toBeGreaterThan(0);
    for (const cell of cells) expect(cell).toMatch(/^目标任务!N\d+$/);
  });

  test("二.3 names each county's open findings by year", () => {
    const { text } = auditProblems(report);
    expect(text).toContain("2016年审计发现问题仍有10个未整改，分别是交城2个、离石8个。");
    for (const item of ["交城3个", "汾阳7个", "方山10个", "离石12个", "市本级1个"]) {
      expect(text.slice(text.indexOf("2017年"))).toContain(item);
    }
  });
});
