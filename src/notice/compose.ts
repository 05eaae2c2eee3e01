import { auditSentences } from "./audit";
import { backlogSentences } from "./backlog";
import { basicCompletionSentences, ownIndicatorSentences } from "./basic-completion";
import { continuingSentences } from "./continuing";
import { investmentSentences } from "./investment";
import { inOrder, written, type NoticeFigure, type Phrase } from "./phrase";
import { rentSubsidySentences } from "./rent-subsidy";
import { startsSentences } from "./starts";
import { startsByRegion } from "./starts-by-region";
import { targetsSentence } from "./targets";
import type { Writing } from "./writing";

/**
 * One paragraph of the notice.
 * - part: begins with a heading of the form （一）
 * - item: begins with a number of the form 1、
 * - body: text alone
 */
export interface NoticeParagraph {
  kind: "part" | "item" | "body";
  text: string;
  figures: NoticeFigure[];
}

/** The indicators that passages of their own speak of. */
const SPOKEN_OF = new Set([
  "starts",
  "oldTownStarts",
  "publicRentalStarts",
  "basicCompletion",
  "investment",
  "rentSubsidyHouseholds",
  "rentSubsidyAmount",
]);
const NUMERALS = "一二三四";

/** Part 一 of the notice: whatever the workbook has, in the seed's order, numbered without gaps. */
export function compose(writing: Writing): NoticeParagraph[] {
  const parts = [goals(writing), backlog(writing), audit(writing), continuing(writing)];
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) =>
      part.map((paragraph, place) =>
        place === 0
          ? finished(paragraph.kind, inOrder([`（${NUMERALS[index] ?? ""}）`], paragraph.phrase))
          : finished(paragraph.kind, paragraph.phrase),
      ),
    );
}

interface Draft {
  kind: NoticeParagraph["kind"];
  phrase: Phrase;
}

/** A numbered item; its first paragraph begins with the title. */
interface Item {
  title: string;
  paragraphs: readonly Phrase[];
}

function goals(writing: Writing): Draft[] {
  const { indicators } = writing.report;
  const basic = writing.indicator("basicCompletion");
  const investment = writing.indicator("investment");
  const items: Item[] = [
    startsItem(writing),
    { title: "续建项目基本建成", paragraphs: [basic ? basicCompletionSentences(basic, writing) : []] },
    { title: "完成投资", paragraphs: [investment ? investmentSentences(investment, writing) : []] },
    { title: "租赁补贴", paragraphs: [rentSubsidySentences(writing)] },
    ...indicators
      .filter(({ id }) => !SPOKEN_OF.has(id))
      .map((own) => ({ title: own.name, paragraphs: [ownIndicatorSentences(own, writing)] })),
  ];
  const said = items
    .map(({ title, paragraphs }) => ({ title, paragraphs: paragraphs.filter((one) => one.length > 0) }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
  const targets = targetsSentence(writing);
  if (said.length === 0 && targets.length === 0) return [];
  const head = targets.length === 0 ? ["目标任务情况"] : inOrder(["目标任务情况："], targets);
  return [
    { kind: "part", phrase: head },
    ...said.flatMap(({ title, paragraphs }, index) =>
      paragraphs.map((phrase, place): Draft =>
        place === 0
          ? { kind: "item", phrase: inOrder([`${index + 1}、${title}：`], phrase) }
          : { kind: "body", phrase },
      ),
    ),
  ];
}

/** Notes alone, in a workbook without starts, are 进展情况. */
function startsItem(writing: Writing): Item {
  const [whole, byRegion] = [startsSentences(writing), startsByRegion(writing)];
  if (whole.length === 0) return { title: "进展情况", paragraphs: [byRegion] };
  const head = `分${writing.place.informal}情况看：`;
  return {
    title: "开工情况",
    paragraphs: [whole, byRegion.length === 0 ? [] : inOrder([head], byRegion)],
  };
}

function backlog(writing: Writing): Draft[] {
  const phrase = writing.report.backlog ? backlogSentences(writing.report.backlog, writing) : [];
  return titled("历年公租房建设管理情况", phrase);
}

function audit(writing: Writing): Draft[] {
  const phrase = auditSentences(writing);
  const head: Phrase = ["跟踪审计问题整改落实情况。"];
  return phrase.length === 0 ? [] : [{ kind: "part", phrase: inOrder(head, phrase) }];
}

function continuing(writing: Writing): Draft[] {
  const { continuing: progress } = writing.report;
  const phrase = progress ? continuingSentences(progress, writing) : [];
  return titled("城镇保障性安居工程续建项目攻坚行动进展情况", phrase);
}

function titled(title: string, phrase: Phrase): Draft[] {
  return phrase.length === 0
    ? []
    : [
        { kind: "part", phrase: [title] },
        { kind: "body", phrase },
      ];
}

function finished(kind: NoticeParagraph["kind"], phrase: Phrase): NoticeParagraph {
  return { kind, ...written(phrase) };
}
