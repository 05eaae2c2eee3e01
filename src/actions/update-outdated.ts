import { highlightName, planNoticeSheet, type SheetPlan } from "../attachments";
import { Problem, withKept, writeSheets } from "../excel";
import { loadNoticeWriter, mergedNotice, recordNotice, type NoticeRecord } from "../notice";
import { withPageNumbers } from "./insert-attachments";
import { plannedMarks } from "./marks";
import { outcomeOf, type Outcome } from "./outcome";
import { outdated, type Outdated } from "./outdated";
import type { Reading } from "./read-report";
import { wishesOf, type SheetSettings } from "./sheet-settings";

/**
 * 全部更新: writes anew whatever stands of ours and is not what would be written now: sheets, marks and the notice on
 * our own sheet, all or none, as one write.
 * @throws Problem `nothing-to-write` where all is up to date
 * @throws EditedByHand where the office has edited one of the sheets since, unless the settings say what then
 */
export async function updateOutdated(reading: Reading, { edited }: Pick<SheetSettings, "edited"> = {}): Promise<Outcome> {
  const old = outdated(reading, await writerFor(reading));
  return write(reading, old, undefined, edited);
}

/**
 * Writes one or some paragraphs of the notice anew and leaves the others as they stand.
 * @param wanted the changes, by their place in `outdated(reading).notice.changes`
 * @throws as `updateOutdated`
 */
export async function updateNotice(
  reading: Reading,
  wanted: readonly number[],
  { edited }: Pick<SheetSettings, "edited"> = {},
): Promise<Outcome> {
  const { notice } = outdated(reading, await writerFor(reading));
  return write(reading, { plans: [], marks: false, notice }, wanted, edited);
}

async function writerFor({ state }: Reading) {
  return state.noticeRecord ? loadNoticeWriter() : null;
}

async function write(
  reading: Reading,
  old: Outdated,
  wanted: readonly number[] | undefined,
  edited: SheetSettings["edited"],
): Promise<Outcome> {
  const { state } = reading;
  const notice = noticeToWrite(reading, old, wanted);
  const plans = [...(await withPageNumbers(reading, old.plans)), ...(notice ? [notice.plan] : [])];
  if (plans.length === 0 && !old.marks) throw nothingOld(state.noticeRecord);
  const { marks, skipped, remarks: unmarked } = old.marks ? plannedMarks(reading) : { marks: undefined, skipped: [], remarks: [] };
  const places = (marks ?? []).map(highlightName);
  const applied = await writeSheets(state, wanted ? "updateNotice" : "updateOutdated", plans, {
    edited,
    marks,
    places,
    noticeRecord: notice?.record,
  });
  const written: Reading = notice ? { ...reading, state: withKept(state, { noticeRecord: notice.record }) } : reading;
  return outcomeOf(written, applied, plans, { skipped, remarks: unmarked });
}

/** The notice as it is to stand on our own sheet; one in the staff's cells stays theirs. */
function noticeToWrite(
  reading: Reading,
  { notice }: Outdated,
  wanted: readonly number[] | undefined,
): { plan: SheetPlan; record: NoticeRecord } | null {
  if (notice?.record.place !== null) return null;
  if (!reading.state.sheets.some(({ key }) => key === "notice")) return null;
  const paragraphs = mergedNotice(notice.record, notice.now, wanted);
  const { order } = notice.record;
  return {
    plan: planNoticeSheet(paragraphs, wishesOf(reading, "notice").keptWidths),
    record: recordNotice(paragraphs, { asOf: reading.report.asOf, order, place: null }),
  };
}

function nothingOld(record: NoticeRecord | null): Problem {
  if (record && record.place !== null) {
    return new Problem("nothing-to-write", {
      "zh-CN": `通报写在 ${record.place}，是贵单位表里的单元格，没有自动改动。请选中空白单元格后点“写入所选单元格”，或改写到新工作表。`,
      en: `The notice stands in ${record.place}, cells of your own sheet, which are not changed by themselves. Select empty cells and write it again, or write it to a new sheet.`,
    });
  }
  return new Problem("nothing-to-write", { "zh-CN": "没有过时的内容，没有改动。", en: "Nothing is out of date; nothing was changed." });
}
