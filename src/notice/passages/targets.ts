import { cellName, nameWithoutVerb, type IndicatorProgress, type Topic } from "../../progress";
import { commas, sentence } from "../join";
import { inOrder, say, type Phrase } from "../phrase";
import { cellsOf, totalOf } from "../quantity";
import type { Writing } from "../writing";

/** How the tasks of the catalogue are handed down, in the order in which notices name them. */
const TASKS: readonly [id: string, words: string][] = [
  ["starts", "棚户区改造开工"],
  ["publicRentalStarts", "新建公租房"],
  ["basicCompletion", "续建项目基本建成"],
  ["rentSubsidyHouseholds", "租赁补贴发放"],
  ["rentSubsidyAmount", "租赁补贴资金"],
  ["investment", "完成投资"],
];
const PARTS: Readonly<Record<string, string>> = { oldTownStarts: "老旧城区内脏乱差的棚户区改造新开工" };

/** Whether a topic names the investment among others: it is made of the indicators' names. */
export function isOfIndicators(topic: string): boolean {
  return topic.includes("完成投资") && !topic.endsWith("投资");
}

/** What an investment's task is called where it is no housing office's: 固定资产投资, 重点项目完成投资. */
function investing({ isHousing, name }: Topic): string | null {
  // 完成投资和保障性租赁住房筹集: a topic made of the indicators themselves says nothing of one of them.
  if (isHousing || isOfIndicators(name)) return null;
  return name.endsWith("投资") ? name : `${name}完成投资`;
}

/** 棚户区改造开工4005套，其中…；新建公租房60套；…。 Empty where nothing has a target. */
export function targetsSentence(writing: Writing): Phrase {
  const { indicators } = writing.report;
  const known = writing.topic.isHousing ? TASKS : [];
  const order = [
    ...known.flatMap(([id]) => indicators.filter((one) => one.id === id)),
    ...indicators.filter(({ id }) => !known.some(([own]) => own === id)),
  ].filter(({ target }) => target !== null && target !== 0);
  const wholes = order.filter(({ parent }) => !order.some(({ id }) => id === parent));
  const clauses = stages(wholes).map((whole) => {
    const parts = order.filter(({ parent }) => whole.some(({ id }) => id === parent));
    return commas([
      task(whole, writing.topic),
      ...parts.map((part, index) => (index === 0 ? inOrder(["其中"], task([part], writing.topic)) : task([part], writing.topic))),
    ]);
  });
  return sentence(clauses);
}

/** Indicators that are stages of one task (开工, 竣工 beside one 年度任务) stand together. */
function stages(wholes: readonly IndicatorProgress[]): IndicatorProgress[][] {
  const tasks = new Map<string, IndicatorProgress[]>();
  for (const whole of wholes) {
    const cells = cellsOf(whole, "target").map(cellName).join();
    tasks.set(cells, [...(tasks.get(cells) ?? []), whole]);
  }
  return [...tasks.values()];
}

function task(indicators: readonly IndicatorProgress[], topic: Topic): Phrase {
  const [first] = indicators;
  if (!first) return [];
  const subjects = new Set(indicators.map(nameWithoutVerb));
  const [only = ""] = subjects.size === 1 ? subjects : [];
  const shared = indicators.length > 1 ? only || indicators.map(({ name }) => name).join("、") : "";
  const own = first.id === "investment" ? investing(topic) : null;
  const words = own ?? TASKS.find(([id]) => id === first.id)?.[1] ?? PARTS[first.id] ?? (shared || first.name);
  return say`${words}${totalOf(first, "target")}`;
}
