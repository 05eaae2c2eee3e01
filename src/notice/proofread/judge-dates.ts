import { chineseDate, dateParts, endOfMonth, type IsoDate } from "../../progress";
import type { Claim } from "./claim";
import { headerYear } from "./header-years";
import type { Bench } from "./judge-figures";
import { plainClaim } from "./judged";
import type { Outline } from "./outline";
import { dayOf, exists, standingOf } from "./period";
import type { Statement } from "./statement";
import { isWord, type StatedDate } from "./token";

const DATE_ONLY: Claim["why"] = { "zh-CN": "日期，未核对", en: "A date; not checked" };

/**
 * Judges every day, month and year: one that does not exist is wrong; the day that the figures stand for is judged by the
 * workbook's; one after the document's own is wrong where the figures are said to stand for it.
 * @param asOwn what verdicts the figures of a sentence would have, were they of the workbook's day
 */
export function judgeDates(
  bench: Bench,
  asOwn: (sentence: number) => readonly { statement: Statement; verdict: Claim["verdict"] }[],
): Claim[] {
  const { outline, knowledge } = bench;
  const { tokens, positions } = outline;
  const { report } = knowledge;
  const dates = tokens.flatMap((token, index) => (token.kind === "date" ? [{ token, index, asOf: isAsOf(outline, index) }] : []));
  const rightAlready = dates.some(({ token, asOf }) => asOf && isOwn(token.date, bench));
  const signed = signedOn(outline, report.year);
  const source = report.asOfSource;
  return dates.map(({ token, index, asOf }): Claim => {
    const claim = (verdict: Claim["verdict"], expected: string | null, why: Claim["why"], cells: Claim["cells"] = []) =>
      plainClaim("date", token.start, token.end, verdict, expected, why, cells);
    if (!exists(token.date)) return claim("wrong", null, { "zh-CN": "没有这一天", en: "There is no such day" });
    const header = headerYear(token, index, bench);
    if (header) return claim(header.verdict, header.expected, header.why, header.cells);
    if (!asOf) return claim("unverified", null, DATE_ONLY);
    const day = dayOf(token.date, report.year);
    if (signed !== null && day !== null && day > signed)
      return claim("wrong", null, { "zh-CN": `晚于文件自己的日期${chineseDate(signed)}`, en: `After the document's own date ${signed}` });
    const cells = source ? [source.source] : [];
    const why = {
      "zh-CN": source ? `表内写明的日期是${chineseDate(report.asOf)}` : `核对用的截至日是${chineseDate(report.asOf)}`,
      en: `The tables are as of ${report.asOf}`,
    };
    if (isOwn(token.date, bench)) return claim("ok", null, why, cells);
    // Another year or an earlier day may be a state that the text looks back on; so does a text that has the right day elsewhere.
    const otherYear = token.date.year !== null && token.date.year !== report.year;
    if (!source || rightAlready || otherYear) return claim("unverified", null, why, cells);
    const near = token.date.month === dateParts(report.asOf)?.month;
    const standing = standingOf(token.date, report);
    if (standing === "later" || near || speaksOfNow(asOwn(positions[index]?.sentence ?? -1)))
      return claim("wrong", printedLike(token.date, report.asOf), why, cells);
    return claim("unverified", null, why, cells);
  });
}

/** The figures of a sentence are all those of the workbook's own day: it is the day that is wrong. */
function speaksOfNow(figures: readonly { statement: Statement; verdict: Claim["verdict"] }[]): boolean {
  const exact = figures.filter(
    ({ statement }) => statement.token.number.approximation === null && statement.token.number.unit.family !== "regions",
  );
  const telling = exact.length > 1 || exact.some(({ statement }) => statement.token.number.digits.length > 2);
  return exact.length > 0 && telling && exact.every(({ verdict }) => verdict === "ok");
}

/** 截至 stands just before, perhaps with 目前. */
function isAsOf({ tokens }: Outline, index: number): boolean {
  return [1, 2].some((back) => isWord(tokens[index - back], "asOf") && /^截[至止]/.test(tokens[index - back]?.text ?? ""));
}

function isOwn(date: StatedDate, { knowledge: { report } }: Bench): boolean {
  const standing = standingOf(date, report);
  return standing === "own" || (standing === "inMonth" && date.from === null && date.day === null);
}

/** The day that a document is signed on: a whole day alone on one of its last lines. */
function signedOn({ tokens, lines }: Outline, year: number): IsoDate | null {
  for (const line of [...lines].reverse().slice(0, 12)) {
    const words = tokens.slice(line.first, line.end).filter((token) => !(token.kind === "mark" && token.mark === "\n"));
    const [only] = words;
    if (words.length === 1 && only?.kind === "date" && only.date.year !== null && only.date.day !== null) return dayOf(only.date, year);
  }
  return null;
}

function printedLike(date: StatedDate, asOf: IsoDate): string {
  const full = chineseDate(asOf);
  const parts = dateParts(asOf);
  const year = date.year === null || !parts ? "" : `${parts.year}年`;
  if (date.from && parts) return `${year}${date.from.month ?? 1}-${parts.month}月`;
  if (date.day !== null || !parts) return date.year === null ? full.slice(5) : full;
  const atEnd = date.atEnd && asOf === endOfMonth(parts.year, parts.month);
  return `${year}${parts.month}月${atEnd ? "底" : `${parts.day}日`}`;
}

