import type { IndicatorProgress } from "../../progress";
import { commas, sentence } from "../join";
import { inOrder, say, type Phrase } from "../phrase";
import { cellsOf, taskSize } from "../quantity";
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

/** 棚户区改造开工4005套，其中…；新建公租房60套；…。 Empty where nothing has a target. */
export function targetsSentence(writing: Writing): Phrase {
  const { indicators } = writing.report;
  const order = [
    ...TASKS.flatMap(([id]) => writing.indicator(id) ?? []),
    ...indicators.filter(({ id }) => !TASKS.some(([known]) => known === id)),
  ].filter(({ target }) => target !== null && target !== 0);
  const wholes = order.filter(({ parent }) => !order.some(({ id }) => id === parent));
  const clauses = wholes.map((whole) => {
    const parts = order.filter(({ parent }) => parent === whole.id);
    return commas([
      task(whole),
      ...parts.map((part, index) => (index === 0 ? inOrder(["其中"], task(part)) : task(part))),
    ]);
  });
  return sentence(clauses);
}

function task(indicator: IndicatorProgress): Phrase {
  const words = TASKS.find(([id]) => id === indicator.id)?.[1] ?? PARTS[indicator.id] ?? indicator.name;
  return say`${words}${taskSize(indicator.target ?? 0, indicator.unit, cellsOf(indicator, "target"))}`;
}
