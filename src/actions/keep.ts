import { keep, withExcel } from "../excel";
import type { NoticeSettings } from "../notice";
import { periodOf, withPeriod } from "../progress";
import type { Reading } from "./read-report";

/** 保存本期: keeps this report's figures in the workbook, for the next period to compare itself with. */
export async function keepPeriod(reading: Reading): Promise<Reading> {
  const { report } = reading;
  const asOf = report.figuresAsOf;
  const periods = withPeriod(reading.state.periods, periodOf({ asOf, indicators: report.indicators }));
  const state = await withExcel((context) => keep(context, reading.state, { periods }));
  // What is kept now is what the sheets say.
  const findings = report.findings.filter(({ period }) => period !== asOf);
  return { report: { ...report, findings }, state };
}

/** Keeps what the office set for its notices in the workbook: template, fields, decimals. */
export async function keepNoticeSettings(reading: Reading, noticeSettings: NoticeSettings): Promise<Reading> {
  const state = await withExcel((context) => keep(context, reading.state, { noticeSettings }));
  return { ...reading, state };
}
