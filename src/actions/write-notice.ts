import { layNotice, planNoticeSheet, type NoticeRow } from "../attachments";
import { hasRoom, mostRows, rowsOf, selectedPlace, withExcel, withKept, writeParagraphs, writeSheets, type Place } from "../excel";
import { recordNotice, type NoticeRecord } from "../notice";
import { a1, cellName } from "../progress";
import { composeNotice, type NoticeRequest } from "./compose-notice";
import { afterWriting, type Outcome } from "./outcome";
import type { Reading } from "./read-report";
import { requireNotice } from "./require-notice";
import { tracesOf } from "./traces";
import { wishesOf, type SheetSettings } from "./sheet-settings";

/** Where the notice goes: the user's selection where it has room, or always a sheet of our own. */
export type NoticeTarget = "selection" | "sheet";

/**
 * 生成通报: writes the notice, or the parts of it that are asked for, one paragraph a cell. It goes to the selected
 * cells when nothing of the staff's would be touched there (empty rows, wide enough), else onto our own sheet
 * 通报. At most three round trips.
 * @throws Problem `template` where the office's template has mistakes, `nothing-to-write` where nothing is left of it
 * @throws EditedByHand where the sheet 通报 was edited since, unless the settings say what then
 */
export async function writeNotice(
  reading: Reading,
  target: NoticeTarget,
  settings: Pick<SheetSettings, "edited"> & NoticeRequest = {},
): Promise<Outcome> {
  const { paragraphs } = requireNotice(await composeNotice(reading, settings));
  const { noticeRecord, noticeSettings } = reading.state;
  const { template } = settings.settings ?? noticeSettings;
  const order = { template, sections: listOf(settings.sections), leftOut: listOf(settings.leftOut) };
  const recordAt = (place: string | null) => recordNotice(paragraphs, { asOf: reading.report.asOf, order, place });
  const written = (record: NoticeRecord): Reading => ({ ...reading, state: withKept(reading.state, { noticeRecord: record }) });
  const place = target === "selection" ? await withExcel((context) => selectedPlace(context, mostRows((width) => layNotice(paragraphs, width)))) : null;
  const rows = place ? layNotice(paragraphs, place.width) : [];
  if (place && hasRoom(reading.state, place, rowsOf(rows))) {
    const where = placeName(place, rowsOf(rows));
    const record = recordAt(where);
    const before = await withExcel((context) => writeParagraphs(context, reading.state, place, rows, record));
    const cells = { before, texts: textsOf(rows) };
    return { reading: written(record), sheets: [], places: [where], skipped: [], remarks: [], traces: { ...tracesOf(reading.state, []), cells, noticeRecord } };
  }
  const plans = [planNoticeSheet(paragraphs, wishesOf(reading, "notice").keptWidths)];
  const record = recordAt(null);
  const { sheets, remarks } = await writeSheets(reading.state, plans, { edited: settings.edited, noticeRecord: record });
  return { reading: afterWriting(written(record), sheets, plans), sheets, places: [], skipped: [], remarks, traces: { ...tracesOf(reading.state, plans), noticeRecord } };
}

function listOf(names: readonly string[] | undefined): string[] | undefined {
  return names && names.length > 0 ? [...names] : undefined;
}

/** What stands in each row: a paragraph that takes several stands in its first. */
function textsOf(rows: readonly NoticeRow[]): string[] {
  const texts = Array.from({ length: rowsOf(rows) }, () => "");
  for (const { row, text } of rows) texts[row] = text;
  return texts;
}

function placeName(place: Place, rows: number): string {
  return `${cellName(place)}:${a1(place.row + rows - 1, place.column)}`;
}
