import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FIELD_NAMES, type NoticeOptions, type NoticeParagraph } from "../../src/notice";
import { cellName, type Report } from "../../src/progress";
import { sampleReport } from "./sample-report";
import { similarity } from "./similarity";
import { noticeOf, partOne, partOneLines } from "./write";

const SEED = readFileSync(join(__dirname, "seed-notice-2021-8.txt"), "utf8").replace(/\r/g, "");
const PART_ONE = SEED.slice(SEED.indexOf("（一）目标任务情况"), SEED.indexOf("二、存在的主要问题")).trim();

/** What the seed says that no table knows. */
const SEED_OPTIONS: NoticeOptions = {
  fields: Object.fromEntries(FIELD_NAMES.filter(({ key }) => key !== "issuer" && key !== "issued").map(({ key, example }) => [key, example])),
  attachments: ["吕梁市2021年住房保障目标任务进展情况表", "吕梁市住房保障工作督查情况汇总表"],
};

let report: Report;
let lines: string[];

beforeAll(async () => {
  report = await sampleReport();
  lines = await partOneLines(report);
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
    // 17312: the rows' own sum; 13.37: of that sum; 6个: the counties named; 5922: the seed's 三.4.
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
    ["仍有50个问题未整改"],
    ["涉及6个县9个问题"],
    ["开工未建成的5922套"],
  ])("states %s", (words) => {
    expect(lines.join("\n")).toContain(words);
  });

  test("prints the investment rate with one decimal where the office sets it so", async () => {
    const text = (await partOneLines(report, { rateDecimals: { investment: 1 } })).join("\n");
    expect(text).toContain("占目标任务13.4%");
  });

  test("leads 17312万元 back to the column of investment done", async () => {
    const paragraph = (await partOne(report)).find(({ text }) => text.startsWith("3、"));
    const figure = paragraph?.figures.find(({ start, end }) => paragraph.text.slice(start, end) === "17312万元");
    const cells = (figure?.cells ?? []).map(cellName);
    expect(cells.length).toBeGreaterThan(0);
    for (const cell of cells) expect(cell).toMatch(/^目标任务!N\d+$/);
  });

  test("二.3 is the seed's but for names, all short, and 县市区", async () => {
    const [seed] = /^3、审计整改重视不够.*$/m.exec(SEED) ?? [];
    const own = await problem("审计整改重视不够");
    expect(own?.text).toBe(
      seed
        ?.replace("2016-2017保障性", "2016-2017年保障性")
        .replace("截止目前", "截至目前")
        .replace("交城县2个、离石区8个", "交城2个、离石8个"),
    );
    for (const { cells } of own?.figures ?? []) expect(cells.map(cellName).join()).toMatch(/^审计整改!/);
  });

  test("the whole notice stands in the seed's order, its title, addressees and attachments word for word", async () => {
    const { paragraphs } = await noticeOf(report, SEED_OPTIONS);
    const text = paragraphs.map((paragraph) => paragraph.text);
    const seed = SEED.split("\n").map((line) => line.trim()).filter(Boolean);
    for (const line of seed.slice(0, 4)) expect(text).toContain(line);
    for (const line of seed.slice(-2)) expect(text).toContain(line);
    expect(paragraphs.filter(({ kind }) => kind === "chapter").map((paragraph) => paragraph.text)).toEqual([
      "一、工作推进情况",
      "二、存在的主要问题",
      "三、下一步工作意见",
    ]);
  });

  async function problem(title: string): Promise<NoticeParagraph | undefined> {
    const { paragraphs } = await noticeOf(report, SEED_OPTIONS);
    return paragraphs.find(({ section, text }) => section === "存在的主要问题" && text.includes(title));
  }
});
