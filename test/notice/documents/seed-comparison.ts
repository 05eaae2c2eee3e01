import { loadNoticeWriter } from "../../../src/notice";
import { sampleReport } from "../sample-report";
import { similarity } from "../similarity";
import { differences, type Difference } from "./differences";
import { EXPLANATIONS } from "./explanations";
import { SEED_LINES, SEED_OPTIONS } from "./seed";

/** One paragraph of the seed beside ours. */
export interface Pair {
  seed: string;
  own: string;
  differences: { difference: Difference; why: string | null }[];
}

/** The seed and the sample's notice, paragraph by paragraph. */
export async function compareWithSeed(): Promise<Pair[]> {
  const writer = await loadNoticeWriter();
  const own = writer.write(await sampleReport(), SEED_OPTIONS).paragraphs.map(({ text }) => text);
  return Array.from({ length: Math.max(SEED_LINES.length, own.length) }, (_, index) => {
    const [seed, text] = [SEED_LINES[index] ?? "", own[index] ?? ""];
    const found = differences(seed, text).map((difference) => ({ difference, why: explain(difference) }));
    return { seed, own: text, differences: found };
  });
}

function explain({ first, second }: Difference): string | null {
  return EXPLANATIONS.find((one) => one.first === first && one.second === second)?.why ?? null;
}

/** docs/seed-comparison.md. @param pairs what compareWithSeed found */
export function seedComparison(pairs: readonly Pair[]): string {
  const alike = pairs.filter((pair) => pair.differences.length === 0).length;
  const text = (side: "seed" | "own") => pairs.map((pair) => pair[side]).join("\n");
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
  const partOne = pairs.slice(
    pairs.findIndex(({ own }) => own.startsWith("（一）")),
    pairs.findIndex(({ own }) => own.startsWith("二、")),
  );
  const ofPartOne = similarity(partOne.map(({ seed }) => seed).join("\n"), partOne.map(({ own }) => own).join("\n"));
  return [
    "# 吕房保办发〔2021〕8号 与生成的通报",
    "",
    "左边是办公室手写的原文，右边是由样例工作簿 `samples/lvliang-2021-04.xlsx` 用“督查通报”模板生成的全文；文号、依据、督查情况等表里没有的内容填在设置里。本页由 `npm run seed-comparison` 生成，测试核对它没有过时。",
    "",
    "The office's own notice beside the one generated from the sample workbook, each difference named and explained.",
    "",
    `共 ${pairs.length} 段，${alike} 段一字不差；字符相似度：第一部分 ${percent(ofPartOne)}，全文 ${percent(similarity(text("seed"), text("own")))}。`,
    "",
    ...pairs.flatMap((pair, index) => section(pair, index)),
  ].join("\n");
}

function section({ seed, own, differences: found }: Pair, index: number): string[] {
  const head = `## 第 ${index + 1} 段`;
  if (found.length === 0) return [`${head}：相同`, "", `> ${own}`, ""];
  return [
    head,
    "",
    "| 原文 | 生成 |",
    "|---|---|",
    `| ${seed} | ${own} |`,
    "",
    ...found.map(({ difference, why }) => `- ${shown(difference)}：${why ?? "未说明"}`),
    "",
  ];
}

function shown({ first, second }: Difference): string {
  if (first === "") return `多“${second}”`;
  return second === "" ? `少“${first}”` : `“${first}”作“${second}”`;
}
