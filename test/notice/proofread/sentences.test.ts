import { proofread } from "../../../src/notice/proofread";
import { changeOnce, type Changed } from "./sentence-mutants";
import { sentenceReports, sentences, type Sentence } from "./sentences";

/** Sentences written by hand as offices write, about other departments, a province, townships and tasks alone. */
describe("hand-written sentences", () => {
  const reports = sentenceReports();
  const check = ({ workbook }: Sentence, text: string) => {
    const report = reports.get(workbook);
    if (!report) throw new Error(`no workbook ${workbook}`);
    return proofread(text, report).claims;
  };
  const alarms = (sentence: Sentence, text = sentence.text) => check(sentence, text).filter(({ verdict }) => verdict === "wrong" || verdict === "suspect");

  test("are at least 150 true and 100 wrong ones over at least six workbooks", () => {
    expect(sentences("true").length).toBeGreaterThanOrEqual(150);
    expect(sentences("wrong").length).toBeGreaterThanOrEqual(100);
    expect(reports.size).toBeGreaterThanOrEqual(6);
  });

  test.each(sentences("true").map((one) => [one.text, one] as const))("true: %s", (_, sentence) => {
    expect(alarms(sentence).map(({ text, why }) => `${text}：${why["zh-CN"]}`)).toEqual([]);
  });

  test.each(sentences("wrong").map((one) => [one.text, one] as const))("wrong: %s", (_, sentence) => {
    const { start, end } = sentence.wrong ?? { start: 0, end: 0 };
    expect(alarms(sentence).some((claim) => claim.start < end && claim.end > start)).toBe(true);
  });

  test("confirm most of what their workbooks hold", () => {
    const claims = sentences("true").flatMap((sentence) => check(sentence, sentence.text));
    expect(claims.filter(({ verdict }) => verdict === "ok").length).toBeGreaterThanOrEqual(240);
  });

  test("of the figures found right, at least 97% are caught when changed once; of dates, ranks and counts at least 95%", () => {
    const tally: Record<Changed, { made: number; missed: string[] }> = { figure: { made: 0, missed: [] }, date: { made: 0, missed: [] }, rank: { made: 0, missed: [] }, count: { made: 0, missed: [] } };
    for (const sentence of sentences("true")) {
      for (const claim of check(sentence, sentence.text)) {
        const mutant = claim.verdict === "ok" ? changeOnce(sentence.text, claim) : null;
        if (!mutant) continue;
        const of = tally[mutant.changed];
        of.made += 1;
        if (!alarms(sentence, mutant.text).some(({ start, end }) => start < mutant.end && end > mutant.start)) of.missed.push(mutant.text);
      }
    }
    const share = ({ made, missed }: { made: number; missed: string[] }) => 1 - missed.length / made;
    expect(tally.figure.made).toBeGreaterThan(150);
    expect(share(tally.figure)).toBeGreaterThanOrEqual(0.97);
    for (const kind of ["date", "rank", "count"] as const) expect({ kind, ...tally[kind], caught: share(tally[kind]) >= 0.95 }).toMatchObject({ caught: true });
  });
});
