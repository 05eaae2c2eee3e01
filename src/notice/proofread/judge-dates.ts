import { chineseDate, dateParts, endOfMonth } from "../../progress";
import type { Claim } from "./claim";
import type { Judged } from "./judge-workbook";
import type { Knowledge } from "./knowledge";
import type { Outline } from "./outline";
import { isWord, type StatedDate, type Token } from "./token";

/** A smaller number of findings may be that of a year which the workbook does not have. */
const FEWEST_TO_TELL = 5;

/** So many figures in one sentence cannot be those of the workbook's day by chance. */
const FEWEST_FIGURES = 2;

/** Every day, month and year becomes a claim; the day that the figures stand for is judged by the workbook's. */
export function judgeDates({ tokens, positions }: Outline, judged: readonly Judged[], knowledge: Knowledge): Claim[] {
  const dates = tokens.flatMap((token, index) => (token.kind === "date" ? [{ token, index, asOf: isAsOf(tokens, index) }] : []));
  const own = dates.filter(({ asOf }) => asOf);
  const rightAlready = own.some(({ token }) => standing(token.date, knowledge) === "same");
  return dates.map(({ token, index, asOf }): Claim => {
    const base = { kind: "date" as const, text: "", start: token.start, end: token.end };
    const unverified: Claim = { ...base, verdict: "unverified", expected: null, why: { "zh-CN": "日期，未核对", en: "A date; not checked" }, cells: [] };
    const header = headerYear(token, tokens, index, knowledge) ?? auditYear(token, { tokens, positions, lines: [] }, index, knowledge);
    if (header) return { ...base, ...header };
    if (!asOf) return unverified;
    const source = knowledge.report.asOfSource;
    const day = knowledge.report.asOf;
    const why = { "zh-CN": `数据截至${chineseDate(day)}`, en: `The figures stand as of ${day}` };
    const cells = source ? [source.source] : [];
    const found = standing(token.date, knowledge);
    if (found === "same") return { ...base, verdict: "ok", expected: null, why, cells };
    // Another month may be an earlier state that the text speaks of; a text that has the right day elsewhere does so too.
    if (!source || rightAlready) return unverified;
    if (found === "other" && !speaksOfNow(positions[index]?.sentence, judged)) return unverified;
    return { ...base, verdict: "wrong", expected: printedLike(token.date, day), why, cells };
  });
}

/** Figures of the workbook's own day, and no others, follow a day: it is the day that is wrong. */
function speaksOfNow(sentence: number | undefined, judged: readonly Judged[]): boolean {
  const figures = judged.filter(({ use }) => use.position.sentence === sentence && use.token.number.approximation === null);
  return figures.length >= FEWEST_FIGURES && figures.every(({ claim }) => claim.verdict === "ok");
}

/** 截至 stands just before, perhaps with 目前. */
function isAsOf(tokens: readonly Token[], index: number): boolean {
  return [1, 2].some((back) => isWord(tokens[index - back], "asOf") && /^截[至止]/.test(tokens[index - back]?.text ?? ""));
}

function standing(date: StatedDate, { report }: Knowledge): "same" | "sameMonth" | "other" {
  const day = dateParts(report.asOf);
  if (!day || date.month === null) return "other";
  if (date.month !== day.month || (date.year !== null && date.year !== day.year)) return "other";
  const stated = date.day ?? (date.atEnd ? Number(endOfMonth(day.year, day.month)?.slice(8)) : null);
  if (stated === null) return "same";
  return stated === day.day ? "same" : "sameMonth";
}

function printedLike(date: StatedDate, asOf: string): string {
  const full = chineseDate(asOf);
  const parts = dateParts(asOf);
  if (date.day === null && parts) {
    const atEnd = date.atEnd && asOf === endOfMonth(parts.year, parts.month) ? "底" : "";
    return `${date.year === null ? "" : `${parts.year}年`}${parts.month}月${atEnd === "" && parts.day !== null ? `${parts.day}日` : atEnd}`;
  }
  return date.year === null ? full.slice(5) : full;
}

/** 2017年盘活, 2017年12月31日前开工未建成: the year that the table's own header gives. */
function headerYear(token: Extract<Token, { kind: "date" }>, tokens: readonly Token[], index: number, { report }: Knowledge): Pick<Claim, "verdict" | "expected" | "why" | "cells"> | null {
  const { year, month, day } = token.date;
  if (year === null) return null;
  const near = tokens.slice(index + 1, index + 4);
  const repurposed = month === null && isWord(near[0], "backlog") && near[0].value === "repurposed";
  const continuing = month === 12 && day === 31 && near.some((one) => isWord(one, "continuing"));
  if (!repurposed && !continuing) return null;
  const columns = report.tables.flatMap((table) => table.columns).filter(({ meaning }) => (repurposed ? meaning?.kind === "backlog" && meaning.measure === "repurposed" : meaning?.kind === "continuing"));
  const found = columns.flatMap(({ header, range }) => {
    const stated = /((?:19|20)\d{2})年/.exec(header)?.[1];
    return stated === undefined ? [] : [{ stated: Number(stated), cell: { sheet: range.sheet, row: Math.max(0, range.row - 1), column: range.column } }];
  });
  const [first] = found;
  if (!first || found.some(({ stated }) => stated !== first.stated)) return null;
  const why = { "zh-CN": `表头写的是${first.stated}年`, en: `The header says ${first.stated}` };
  if (first.stated === year) return { verdict: "ok", expected: null, why, cells: [first.cell] };
  return { verdict: "wrong", expected: token.text.replace(String(year), String(first.stated)), why, cells: [first.cell] };
}

/** 2018年审计发现问题仍有50个未整改, where the workbook has that number for another year alone. */
function auditYear(token: Extract<Token, { kind: "date" }>, { tokens, positions }: Outline, index: number, { report }: Knowledge): Pick<Claim, "verdict" | "expected" | "why" | "cells"> | null {
  const { year, month } = token.date;
  if (year === null || month !== null || !tokens.slice(index + 1, index + 3).some((one) => isWord(one, "audit"))) return null;
  const next = tokens.find((one, at) => at > index && positions[at]?.sentence === positions[index]?.sentence && one.kind === "number");
  if (next?.kind !== "number" || next.number.unit.kind !== "个") return null;
  const open = next.number.value;
  const years = report.audit.filter((one) => one.open === open);
  const [only] = years;
  if (!only || years.length > 1) return null;
  const cells = only.regions.flatMap(({ figures }) => figures.flatMap(({ source }) => source.cells));
  const why = { "zh-CN": `工作簿中${only.year}年未整改${open}个`, en: `${open} are open of ${only.year}` };
  if (only.year === year) return { verdict: "ok", expected: null, why, cells };
  return report.audit.some((one) => one.year === year) || open < FEWEST_TO_TELL ? null : { verdict: "wrong", expected: token.text.replace(String(year), String(only.year)), why, cells };
}
