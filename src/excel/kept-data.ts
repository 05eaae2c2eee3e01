import { sheetRecordsFrom, templatesFrom, type SheetKey, type SheetRecords, type SheetTemplate } from "../attachments";
import { noticeRecordFrom, noticeSettingsFrom, type NoticeRecord, type NoticeSettings } from "../notice";
import { officeSettingsFrom, periodsFrom, saysAll, saysSame, type OfficeSettings, type Period } from "../progress";
import { correctionsIn, type Correction } from "../tables";
import { openKept, sealed } from "./kept-text";
import { putBack } from "./put-back";
import { journalFrom, type Journal } from "./write-journal";

type Templates = Partial<Record<SheetKey, SheetTemplate>>;

/** What the workbook keeps of ours, by what it is of. */
interface KeptContents {
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

export type KeptField = keyof KeptContents;

/** Something kept that could not be taken, or not all of it: another hand has spoiled it, or a newer version kept it. */
export interface SetAside {
  field: KeptField;
  isNewer: boolean;
}

/** What the workbook keeps of ours. */
export interface KeptData extends KeptContents {
  /** The values as the workbook holds them; none for what it does not keep. */
  stored: Readonly<Partial<Record<KeptField, unknown>>>;
  setAside: SetAside[];
}

/** Keys under which the workbook keeps what is ours (workbook.settings, ExcelApi 1.4). */
const KEYS: Readonly<Record<KeptField, string>> = {
  records: "HousingProgress.sheets",
  templates: "HousingProgress.templates",
  corrections: "HousingProgress.corrections",
  officeSettings: "HousingProgress.office",
  noticeSettings: "HousingProgress.notice",
  noticeRecord: "HousingProgress.writtenNotice",
  periods: "HousingProgress.periods",
  unfinished: "HousingProgress.unfinished",
};
const FIELDS = Object.keys(KEYS) as KeptField[];
/** Under what key something that could not be taken stays when its place is needed. */
const asideKey = (field: KeptField) => `${KEYS[field]}.setAside`;

/** What each is made of; what there is where nothing is kept. */
const PARSERS: { readonly [Field in KeptField]: (content: unknown) => KeptContents[Field] } = {
  records: sheetRecordsFrom,
  templates: templatesFrom,
  corrections: correctionsIn,
  officeSettings: officeSettingsFrom,
  noticeSettings: noticeSettingsFrom,
  noticeRecord: noticeRecordFrom,
  periods: periodsFrom,
  unfinished: journalFrom,
};

/** Asks for what the workbook keeps of ours; read after the next sync. */
export function requestKeptData(context: Excel.RequestContext): () => KeptData {
  const settings = FIELDS.map((field) => {
    const setting = context.workbook.settings.getItemOrNullObject(KEYS[field]);
    setting.load("value");
    return [field, setting] as const;
  });
  return () => keptFrom(Object.fromEntries(settings.flatMap(([field, setting]) => (setting.isNullObject ? [] : [[field, setting.value as unknown]]))));
}

/** What kept values say. What does not fit is set aside, and what remains of it holds. */
function keptFrom(stored: KeptData["stored"]): KeptData {
  const there = FIELDS.filter((field) => field in stored);
  const opened = new Map(there.map((field) => [field, openKept(stored[field])]));
  const parsed = Object.fromEntries(FIELDS.map((field) => [field, PARSERS[field](opened.get(field)?.content)])) as unknown as KeptContents;
  const setAside = [...opened].flatMap(([field, { content, state }]): SetAside[] => {
    const isWhole = state === "known" && (content === null || saysAll(parsed[field], content));
    return isWhole ? [] : [{ field, isNewer: state === "newer" }];
  });
  return { ...parsed, stored, setAside };
}

/**
 * Queues keeping some of it; what says no more than nothing leaves nothing behind. What was set aside stays in the
 * workbook under another key. The caller syncs.
 * @param before what the workbook keeps now
 */
export function queueKept(context: Excel.RequestContext, before: KeptData, changes: Partial<KeptContents>): void {
  const { settings } = context.workbook;
  for (const field of FIELDS) {
    if (changes[field] === undefined) continue;
    // A stopped write that nobody knows of any more is of no use to anybody.
    if (field !== "unfinished" && before.setAside.some((one) => one.field === field)) settings.add(asideKey(field), before.stored[field]);
    queueSetting(settings, field, storedFor(field, changes[field]));
  }
}

/** Queues that some of it is as it was, to the letter. The caller syncs. */
export function queueKeptBack(context: Excel.RequestContext, { stored }: KeptData, fields: readonly KeptField[]): void {
  for (const field of fields) queueSetting(context.workbook.settings, field, stored[field]);
}

function queueSetting(settings: Excel.SettingCollection, field: KeptField, value: unknown): void {
  // A setting has to exist for Excel to delete it, so it is set first.
  const setting = settings.add(KEYS[field], value ?? "");
  if (value === undefined) setting.delete();
}

/** What the workbook holds of something; undefined where it says no more than nothing. */
function storedFor<Field extends KeptField>(field: Field, content: KeptContents[Field] | undefined): string | undefined {
  return saysSame(content, PARSERS[field](undefined)) ? undefined : sealed(content);
}

/** Queues that the journal of a write, which stands, goes. The caller syncs. */
export function queueJournalEnd(context: Excel.RequestContext): void {
  context.workbook.settings.getItem(KEYS.unfinished).delete();
}

/**
 * Keeps some of it in the workbook, all or none, in one round trip.
 * @param before what the workbook keeps now
 * @returns the same with what it keeps from then on
 */
export async function keep<State extends KeptData>(context: Excel.RequestContext, before: State, changes: Partial<KeptContents>): Promise<State> {
  queueKept(context, before, changes);
  try {
    await context.sync();
  } catch (error) {
    await putBack(error, async () => {
      queueKeptBack(context, before, fieldsOf(changes));
      await context.sync();
    });
    throw error;
  }
  return withKept(before, changes);
}

/** What is kept after some of it was kept anew. */
export function withKept<State extends KeptData>(before: State, changes: Partial<KeptContents>): State {
  const written = fieldsOf(changes);
  const stored = { ...before.stored };
  for (const field of written) {
    const value = storedFor(field, changes[field]);
    if (value === undefined) delete stored[field];
    else stored[field] = value;
  }
  return { ...before, ...changes, stored, setAside: before.setAside.filter(({ field }) => !written.includes(field)) };
}

function fieldsOf(changes: Partial<KeptContents>): KeptField[] {
  return FIELDS.filter((field) => changes[field] !== undefined);
}
