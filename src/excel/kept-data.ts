import { sheetRecordsFrom, templatesFrom, type SheetKey, type SheetRecords, type SheetTemplate } from "../attachments";
import { noticeRecordFrom, noticeSettingsFrom, type NoticeRecord, type NoticeSettings } from "../notice";
import { isNamed, officeSettingsFrom, periodsFrom, saysAll, saysSame, type OfficeSettings, type Period } from "../progress";
import { correctionsIn, type Correction } from "../tables";
import { openKept, sealed } from "./kept-text";
import { pastWritesFrom, type PastWrite } from "./past-write";
import { putBack } from "./put-back";
import { journalFrom, type Journal } from "./write-journal";

type Templates = Partial<Record<SheetKey, SheetTemplate>>;

/** What the workbook keeps of ours, by what it is of. */
export interface KeptContents {
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
  /** Writes that can be taken back, oldest first. */
  history: PastWrite[];
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
  history: "HousingProgress.history",
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
  history: pastWritesFrom,
  unfinished: journalFrom,
};

/** Some of what was kept, as a step keeps it; undefined where it names what nothing is kept under. */
export function keptContentsFrom(content: unknown): Partial<KeptContents> | undefined {
  const isField = (name: string): name is KeptField => name in PARSERS;
  if (!isNamed(content) || !Object.keys(content).every(isField)) return undefined;
  return Object.fromEntries(Object.keys(content).filter(isField).map((field) => [field, PARSERS[field](content[field])]));
}

/** Asks for a setting of the workbook; read after the next sync. */
export function requestSetting({ workbook }: Excel.RequestContext, key: string): Excel.Setting {
  const setting = workbook.settings.getItemOrNullObject(key);
  setting.load("value");
  return setting;
}

/** Asks for what the workbook keeps of ours; read after the next sync. */
export function requestKeptData(context: Excel.RequestContext): () => KeptData {
  const settings = FIELDS.map((field) => [field, requestSetting(context, KEYS[field])] as const);
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
    queueSetting(settings, field, storedFor(field, changes[field]));
    // Set aside once it is out of its own place: a large one would not fit in the workbook twice.
    // A stopped write that nobody knows of any more is of no use to anybody.
    if (field !== "unfinished" && before.setAside.some((one) => one.field === field)) settings.add(asideKey(field), before.stored[field]);
  }
}

/**
 * Queues that some of it is as it was, to the letter. The caller syncs.
 * @param changes what was to be kept in its place
 */
export function queueKeptBack(context: Excel.RequestContext, { stored }: KeptData, changes: Partial<KeptContents>): void {
  for (const field of fieldsOf(changes)) queueSetting(context.workbook.settings, field, stored[field]);
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
      queueKeptBack(context, before, changes);
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
