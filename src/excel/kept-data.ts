import type { SheetKey, SheetRecords, SheetTemplate } from "../attachments";
import { isNoticeRecord, noticeSettingsFrom, type NoticeRecord, type NoticeSettings } from "../notice";
import { officeSettingsFrom, periodsFrom, type OfficeSettings, type Period } from "../progress";
import { correctionsIn, type Correction } from "../tables";

/** Keys under which the workbook keeps what is ours (workbook.settings, ExcelApi 1.4). */
const KEYS = {
  records: "HousingProgress.sheets",
  templates: "HousingProgress.templates",
  corrections: "HousingProgress.corrections",
  office: "HousingProgress.office",
  notice: "HousingProgress.notice",
  written: "HousingProgress.writtenNotice",
  periods: "HousingProgress.periods",
} as const;

type Templates = Partial<Record<SheetKey, SheetTemplate>>;

/** What the workbook keeps of ours. */
export interface KeptData {
  records: SheetRecords;
  templates: Templates;
  /** What the user has set right about the tables. */
  corrections: Correction[];
  /** What the office set for all that is made of its tables. */
  officeSettings: OfficeSettings;
  /** What the office set for its notices. */
  noticeSettings: NoticeSettings;
  /** The notice that was written last, and what its figures rested on. */
  noticeRecord: NoticeRecord | null;
  /** Figures of earlier periods, oldest first. */
  periods: Period[];
}

/** Asks for what the workbook keeps of ours; read after the next sync. */
export function requestKeptData(context: Excel.RequestContext): () => KeptData {
  const ask = (key: keyof typeof KEYS) => {
    const setting = context.workbook.settings.getItemOrNullObject(KEYS[key]);
    setting.load("value");
    return setting;
  };
  const [records, templates, corrections] = [ask("records"), ask("templates"), ask("corrections")];
  const office = ask("office");
  const [notice, written, periods] = [ask("notice"), ask("written"), ask("periods")];
  return () => {
    const record: unknown = contentOf(written);
    return {
      records: contentOf<SheetRecords>(records),
      templates: contentOf<Templates>(templates),
      corrections: correctionsIn(contentOf<Correction[]>(corrections)),
      officeSettings: officeSettingsFrom(contentOf(office)),
      noticeSettings: noticeSettingsFrom(contentOf(notice)),
      noticeRecord: isNoticeRecord(record) ? record : null,
      periods: periodsFrom(contentOf(periods)),
    };
  };
}

/** Queues keeping what the user has set right about the tables. */
export function queueCorrections(context: Excel.RequestContext, corrections: readonly Correction[]): void {
  keep(context, "corrections", corrections);
}

/** Queues keeping what the office set for all that is made of its tables. */
export function queueOfficeSettings(context: Excel.RequestContext, settings: OfficeSettings): void {
  keep(context, "office", settings);
}

/** Queues keeping what the office set for its notices. */
export function queueNoticeSettings(context: Excel.RequestContext, settings: NoticeSettings): void {
  keep(context, "notice", settings);
}

/** Queues keeping what the notice just written rests on; null: none stands any more. */
export function queueNoticeRecord(context: Excel.RequestContext, record: NoticeRecord | null): void {
  keep(context, "written", record);
}

/** Queues keeping the figures of periods. */
export function queuePeriods(context: Excel.RequestContext, periods: readonly Period[]): void {
  keep(context, "periods", periods);
}

/** Queues keeping the records of what we wrote; without any, nothing of the kind stays in the workbook. */
export function queueRecords(context: Excel.RequestContext, records: SheetRecords): void {
  keep(context, "records", Object.keys(records).length > 0 ? records : null);
}

/** Queues keeping the office's templates. */
export function queueTemplates(context: Excel.RequestContext, templates: Templates): void {
  keep(context, "templates", templates);
}

/** Null leaves nothing behind: a setting has to exist for Excel to delete it, so it is set first. */
function keep(context: Excel.RequestContext, key: keyof typeof KEYS, content: object | null): void {
  const setting = context.workbook.settings.add(KEYS[key], JSON.stringify(content));
  if (content === null) setting.delete();
}

/** A setting that another hand has spoiled counts as none: nothing that staff wrote depends on it. */
function contentOf<T extends object>(setting: Excel.Setting | undefined): T | Record<string, never> {
  if (!setting || setting.isNullObject || typeof setting.value !== "string") return {};
  try {
    const content: unknown = JSON.parse(setting.value);
    return typeof content === "object" && content !== null ? (content as T) : {};
  } catch {
    return {};
  }
}
