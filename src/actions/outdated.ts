import { isUpToDate, planProgressSheet, type SheetKey, type SheetPlan } from "../attachments";
import { compareNotice, type NoticeRecord, type NoticeWriter, type ParagraphChange } from "../notice";
import { planRankingOf } from "./insert-attachments";
import { planBriefOf, planChartsOf } from "./insert-charts";
import { planAttachments } from "./plan-attachments";
import { composeWith } from "./compose-notice";
import type { Reading } from "./read-report";
import { wishesOf } from "./sheet-settings";

/** What stands in the workbook and is not what would be written now. */
export interface Outdated {
  /** Sheets of ours, as they would be written. */
  plans: SheetPlan[];
  /** Whether the marks on the staff's sheets are as old as 进度计算 was. */
  marks: boolean;
  /** How the written notice differs; null: none was written, or it is as it would be. */
  notice: OutdatedNotice | null;
}

/** A written notice that the tables or the settings no longer bear out. */
export interface OutdatedNotice {
  record: NoticeRecord;
  /** As it would be written now, by the same order. */
  now: ReturnType<typeof composeWith>["paragraphs"];
  changes: ParagraphChange[];
}

/**
 * Holds what stands of ours against what would be written now: settings, the day, the tables themselves may have
 * changed. From what was read alone; no round trip.
 * @param writer null: there is no notice to be held against anything
 */
export function outdated(reading: Reading, writer: NoticeWriter | null): Outdated {
  const { state } = reading;
  const stands = (key: SheetKey) => state.sheets.some((sheet) => sheet.key === key);
  const isOld = (plan: SheetPlan) => {
    const record = state.records[plan.key];
    return record !== undefined && !isUpToDate(record, plan);
  };
  const progress = planProgressSheet(reading.report, wishesOf(reading, "progress"));
  const areMarked = state.sheets.some(({ key, rules }) => key === null && rules.ours.length > 0);
  const attachments = stands("attachment1") || stands("attachment2") ? planAttachments(reading.report, reading) : [];
  const others = [...attachments, ...rankingOf(reading), ...chartsOf(reading)];
  return {
    plans: [progress, ...others].filter((plan) => stands(plan.key) && isOld(plan)),
    marks: areMarked && isOld(progress),
    notice: writer === null ? null : outdatedNotice(reading, writer),
  };
}

/** Whether all that stands is as it would be written. */
export function isAllUpToDate({ plans, marks, notice }: Outdated): boolean {
  return plans.length === 0 && !marks && notice === null;
}

function rankingOf(reading: Reading): SheetPlan[] {
  const record = reading.state.records.ranking;
  if (!record || !reading.state.sheets.some(({ key }) => key === "ranking")) return [];
  const plan = planRankingOf(reading, record.chosen ? { indicators: record.chosen } : {});
  return plan ? [plan] : [];
}

function chartsOf(reading: Reading): SheetPlan[] {
  const stands = (key: SheetKey) => reading.state.sheets.some((sheet) => sheet.key === key);
  return [stands("charts") ? planChartsOf(reading) : null, stands("brief") ? planBriefOf(reading) : null].filter((plan) => plan !== null);
}

/** Whether a notice that was written is still there: its sheet, or its first paragraph on the sheet that it went into. */
function stillStands({ state }: Reading, { place, paragraphs }: NoticeRecord): boolean {
  if (place === null) return state.sheets.some(({ key }) => key === "notice");
  const grid = state.snapshot.sheets.find(({ name }) => name === place.slice(0, place.lastIndexOf("!")));
  return grid?.values.some((row) => row.some((value) => String(value).trim() === paragraphs[0]?.text)) ?? false;
}

function outdatedNotice(reading: Reading, writer: NoticeWriter): OutdatedNotice | null {
  const { noticeRecord: record, noticeSettings } = reading.state;
  if (!record || !stillStands(reading, record)) return null;
  const { template, sections, leftOut } = record.order;
  const { paragraphs: now, problems } = composeWith(writer, reading, { settings: { ...noticeSettings, template }, sections, leftOut });
  if (problems.length > 0) return null;
  const changes = compareNotice(record, now);
  return changes.length === 0 ? null : { record, now, changes };
}
