import { keep, withExcel } from "../excel";
import type { NoticeSettings } from "../notice";
import { periodOf, withPeriod } from "../progress";
import type { Reading } from "./read-report";

/** 保存本期: keeps this report's figures in the workbook, for the next period to compare itself with. */
export async function keepPeriod(reading: Reading): Promise<Reading> {
  const periods = withPeriod(reading.state.periods, periodOf(reading.report));
  const state = await withExcel((context) => keep(context, reading.state, { periods }));
  return { ...reading, state };
}

/** Keeps what the office set for its notices in the workbook: template, fields, decimals. */
export async function keepNoticeSettings(reading: Reading, noticeSettings: NoticeSettings): Promise<Reading> {
  const state = await withExcel((context) => keep(context, reading.state, { noticeSettings }));
  return { ...reading, state };
}
