import { highlightName, planProgressSheet } from "../attachments";
import { writeSheets } from "../excel";
import { plannedMarks } from "./marks";
import { outcomeOf, type Outcome } from "./outcome";
import type { Reading } from "./read-report";
import { wishesOf, type SheetSettings } from "./sheet-settings";

/**
 * 计算进度: writes the sheet 进度计算 and marks the done figures in the staff's tables by status,
 * all in one round trip and the printed page in another; a failure leaves neither.
 * @throws EditedByHand where the office has edited the sheet since, unless the settings say what then
 */
export async function computeProgress(reading: Reading, settings: SheetSettings = {}): Promise<Outcome> {
  const { report, state } = reading;
  const { marks, skipped, remarks: unmarked } = plannedMarks(reading, settings.threshold);
  const plans = [planProgressSheet(report, wishesOf(reading, "progress", settings))];
  const applied = await writeSheets(state, "computeProgress", plans, { edited: settings.edited, marks, places: marks.map(highlightName) });
  return outcomeOf(reading, applied, plans, { skipped, remarks: unmarked });
}
