import { planNoticeSheet } from "../attachments";
import { applySheets, hasRoom, queueParagraphs, selectedPlace, withExcel, type Place } from "../excel";
import { noticeLines, writeNotice as composeNotice } from "../notice";
import { a1, cellName } from "../progress";
import { afterWriting, type Outcome } from "./outcome";
import type { Reading } from "./read-report";
import { wishesOf, type SheetSettings } from "./sheet-settings";

/** Where the notice goes: the user's selection where it has room, or always a sheet of our own. */
export type NoticeTarget = "selection" | "sheet";

/**
 * 生成通报: writes the notice one paragraph a cell. It goes to the selected cells when nothing of the staff's
 * would be touched there (empty rows, wide enough), else onto our own sheet 通报.
 */
export async function writeNotice(reading: Reading, target: NoticeTarget, settings: Pick<SheetSettings, "edited"> = {}): Promise<Outcome> {
  const lines = noticeLines(composeNotice(reading.report));
  return withExcel(async (context) => {
    const place = target === "selection" ? await selectedPlace(context) : null;
    if (place && hasRoom(reading.state, place, lines.length)) {
      queueParagraphs(context, place, lines);
      await context.sync();
      return { reading, sheets: [], places: [placeName(place, lines.length)], skipped: [] };
    }
    const plans = [planNoticeSheet(lines, wishesOf(reading, "notice").keptWidths)];
    const sheets = await applySheets(context, reading.state, plans, settings);
    return { reading: afterWriting(reading, sheets, plans), sheets, places: [], skipped: [] };
  });
}

function placeName(place: Place, rows: number): string {
  return `${cellName(place)}:${a1(place.row + rows - 1, place.column)}`;
}
