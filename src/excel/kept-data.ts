import { templatesFrom, type SheetKey, type SheetRecords, type SheetTemplate } from "../attachments";
import { isNoticeRecord, noticeSettingsFrom, type NoticeRecord, type NoticeSettings } from "../notice";
import { officeSettingsFrom, periodsFrom, type OfficeSettings, type Period } from "../progress";
import { correctionsIn, type Correction } from "../tables";
import { putBack } from "./put-back";
import { journalFrom, type Journal } from "./write-journal";

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
  /** A write that was stopped half-way, of this session or an earlier one. */
  unfinished: Journal | null;
}

/** Keys under which the workbook keeps what is ours (workbook.settings, ExcelApi 1.4). */
const KEYS: Readonly<Record<keyof KeptData, string>> = {
  records: "HousingProgress.sheets",
  templates: "HousingProgress.templates",
  corrections: "HousingProgress.corrections",
  officeSettings: "HousingProgress.office",
  noticeSettings: "HousingProgress.notice",
  noticeRecord: "HousingProgress.writtenNotice",
  periods: "HousingProgress.periods",
  unfinished: "HousingProgress.unfinished",
};
const FIELDS = Object.keys(KEYS) as (keyof KeptData)[];

/** Asks for what the workbook keeps of ours; read after the next sync. */
export function requestKeptData(context: Excel.RequestContext): () => KeptData {
  const settings = FIELDS.map((field) => {
    const setting = context.workbook.settings.getItemOrNullObject(KEYS[field]);
    setting.load("value");
    return [field, setting] as const;
  });
  return () => keptFrom(Object.fromEntries(settings.map(([field, setting]) => [field, contentOf(setting)])));
}

/** What kept contents say; what another hand has spoiled counts as nothing. */
function keptFrom(content: Partial<Record<keyof KeptData, unknown>>): KeptData {
  const { records, templates, corrections, noticeRecord } = content;
  return {
    records: (records ?? {}) as SheetRecords,
    templates: templatesFrom(templates),
    corrections: correctionsIn((corrections ?? []) as Correction[]),
    officeSettings: officeSettingsFrom(content.officeSettings ?? {}),
    noticeSettings: noticeSettingsFrom(content.noticeSettings ?? {}),
    noticeRecord: isNoticeRecord(noticeRecord) ? noticeRecord : null,
    periods: periodsFrom(content.periods ?? {}),
    unfinished: journalFrom(content.unfinished),
  };
}

/** Queues keeping some of it; what says no more than nothing leaves nothing behind. The caller syncs. */
export function queueKept(context: Excel.RequestContext, changes: Partial<KeptData>): void {
  const nothing = keptFrom({});
  for (const field of FIELDS) {
    if (changes[field] === undefined) continue;
    const content = JSON.stringify(changes[field]);
    const setting = context.workbook.settings.add(KEYS[field], content);
    // A setting has to exist for Excel to delete it, so it is set first.
    if (content === JSON.stringify(nothing[field])) setting.delete();
  }
}

/** Queues that the journal of a write, which stands, goes. The caller syncs. */
export function queueJournalEnd(context: Excel.RequestContext): void {
  context.workbook.settings.getItem(KEYS.unfinished).delete();
}

/**
 * Keeps some of it in the workbook, all or none, in one round trip.
 * @param before what the workbook keeps now
 */
export async function keep(context: Excel.RequestContext, before: KeptData, changes: Partial<KeptData>): Promise<void> {
  queueKept(context, changes);
  try {
    await context.sync();
  } catch (error) {
    await putBack(error, async () => {
      queueKept(context, Object.fromEntries(FIELDS.filter((field) => changes[field] !== undefined).map((field) => [field, before[field]])));
      await context.sync();
    });
    throw error;
  }
}

/** A setting that another hand has spoiled counts as none: nothing that staff wrote depends on it. */
function contentOf(setting: Excel.Setting): unknown {
  if (setting.isNullObject || typeof setting.value !== "string") return undefined;
  try {
    const content: unknown = JSON.parse(setting.value);
    return typeof content === "object" && content !== null ? content : undefined;
  } catch {
    return undefined;
  }
}
