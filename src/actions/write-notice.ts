import { layNotice, planNoticeSheet } from "../attachments";
import { applySteps, hasRoom, mostRows, rowsOf, selectedPlace, withExcel, withKept, writeSheets, type Place, type Step } from "../excel";
import { recordNotice, type NoticeRecord } from "../notice";
import { a1, cellName } from "../progress";
import { composeNotice, type NoticeRequest } from "./compose-notice";
import { outcomeOf, type Outcome } from "./outcome";
import type { Reading } from "./read-report";
import { requireNotice } from "./require-notice";
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
  const { noticeSettings } = reading.state;
  const { template } = settings.settings ?? noticeSettings;
  const order = { template, sections: listOf(settings.sections), leftOut: listOf(settings.leftOut) };
  const recordAt = (place: string | null) => recordNotice(paragraphs, { asOf: reading.report.asOf, order, place });
  const written = (record: NoticeRecord): Reading => ({ ...reading, state: withKept(reading.state, { noticeRecord: record }) });
  const place =
    target === "selection"
      ? await withExcel((context) =>
          selectedPlace(
            context,
            mostRows((width) => layNotice(paragraphs, width)),
          ),
        )
      : null;
  const rows = place ? layNotice(paragraphs, place.width) : [];
  if (place && hasRoom(reading.state, place, rowsOf(rows))) {
    const where = placeName(place, rowsOf(rows));
    const record = recordAt(where);
    const steps: Step[] = [
      { kind: "paragraphs", sheet: place.sheet, row: place.row, column: place.column, columnCount: place.columnCount, rows },
      { kind: "keep", kept: { noticeRecord: record } },
    ];
    const how = { as: { kind: "writeNotice" as const, places: [where] }, cells: place.before(rowsOf(rows)) };
    return outcomeOf(written(record), await withExcel((context) => applySteps(context, reading.state, steps, how)), []);
  }
  const plans = [planNoticeSheet(paragraphs, wishesOf(reading, "notice").keptWidths)];
  const record = recordAt(null);
  const applied = await writeSheets(reading.state, "writeNotice", plans, { edited: settings.edited, noticeRecord: record });
  return outcomeOf(written(record), applied, plans);
}

function listOf(names: readonly string[] | undefined): string[] | undefined {
  return names && names.length > 0 ? [...names] : undefined;
}

function placeName(place: Place, rows: number): string {
  return `${cellName(place)}:${a1(place.row + rows - 1, place.column)}`;
}
