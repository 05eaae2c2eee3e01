import { saysSame } from "../progress";
import type { SheetKey } from "../attachments";
import { queueHalfMadeRuleRemoval, queueMarksBack } from "./apply-marks";
import { deleteCharts, queueClearing } from "./clear-up";
import { queueUndoBack } from "./history";
import { queueJournalEnd, queueKeptBack, requestKeptData } from "./kept-data";
import { markedCell, markerName } from "./ownership";
import type { StandingMark } from "./read-marks";
import { readRules } from "./read-rules";
import { copySheet, emptySheet } from "./sheet-copies";
import type { SheetWriter } from "./sheet-writer";
import type { WorkbookState } from "./workbook-state";
import { temporarySheets, type Journal } from "./write-journal";

/** A write that failed, and what stood before it. */
export interface StoppedWrite {
  writer: SheetWriter;
  state: WorkbookState;
  /** The marks that stood before it; null: it sets none. */
  marks: readonly StandingMark[] | null;
}

/**
 * Settles a write that was stopped, by what the workbook itself remembers of it: puts everything back, or finishes
 * it where only the last part was missing. Two round trips, three where marks were set. It may be called again where it fails itself.
 * @param stopped the write; null where it was an earlier session's, of which no more is known than the workbook tells
 * @returns whether the write is done; false: nothing of it is left
 */
export async function settle(context: Excel.RequestContext, stopped: StoppedWrite | null): Promise<boolean> {
  const { worksheets, names } = context.workbook;
  worksheets.load("items/id,items/name");
  names.load("items/name,items/formula,items/visible");
  const kept = requestKeptData(context);
  const marks = stopped?.marks ?? null;
  const marked = stopped && marks ? stopped.state.sheets.filter(({ key }) => key === null) : [];
  const redrawn = (stopped?.writer.redrawn ?? []).map(({ name, present }) => {
    const { charts } = worksheets.getItemOrNullObject(name);
    charts.load("items/name");
    return { name, present, charts };
  });
  await context.sync();

  const { unfinished, history } = kept();
  const standing = worksheets.items.map(({ name }) => name);
  // The first thing done and the last to go: either nothing was done or all of it, and only the answer failed.
  if (!unfinished) return stopped !== null && saysSame(history, stopped.writer.past.history);
  const isDone = unfinished.phase === "committed";
  // A sheet that is gone has no marks.
  const there = marked.filter(({ id }) => worksheets.items.some((sheet) => sheet.id === id));
  const now = isDone ? [] : await readRules(context, there.map(({ id }) => id));
  if (isDone && stopped) stopped.writer.finish(standing);
  else if (isDone) queueClearing(context, unfinished, standing);
  else {
    // One that was added and not yet named is known by its not having been there.
    for (const { name, present, charts } of redrawn) if (standing.includes(name)) for (const chart of charts.items) if (!present.includes(chart.name)) chart.delete();
    if (unfinished.phase === "moving") queueSheetsBack(context, unfinished, standing, names.items);
    if (stopped) {
      queueNamesBack(context, names.items, standing, stopped);
      there.forEach((sheet, index) => {
        queueMarksBack(context, sheet, now[index], marks ?? [], sheet.rules.all);
        queueHalfMadeRuleRemoval(context, sheet.id, now[index], sheet.rules.all);
      });
      queueKeptBack(context, stopped.state, stopped.writer.kept);
      queueUndoBack(context, stopped.writer.past);
    }
    for (const name of temporarySheets(unfinished)) if (standing.includes(name)) worksheets.getItem(name).delete();
    queueJournalEnd(context);
  }
  await context.sync();
  return isDone;
}

/**
 * Sheets of ours that were written over become what their copies hold: cells, formats, merges and rules. A sheet that
 * no name marks as ours is the staff's, whatever the journal says.
 */
function queueSheetsBack(context: Excel.RequestContext, { sheets }: Journal, standing: readonly string[], names: readonly Excel.NamedItem[]): void {
  const { worksheets } = context.workbook;
  const isOurs = (key: SheetKey, sheet: string) => names.some(({ name, formula }) => name === markerName(key) && markedCell(String(formula))?.sheet === sheet);
  for (const { key, name, backup, charts } of sheets) {
    if (backup === null || !standing.includes(backup) || !standing.includes(name) || !isOurs(key, name)) continue;
    const sheet = worksheets.getItem(name);
    deleteCharts(sheet, charts?.added ?? []);
    emptySheet(sheet);
    copySheet(worksheets.getItem(backup), sheet);
  }
}

/** Names of the sheets that were written are what they were; one whose sheet is gone or renamed since stays as it is. */
function queueNamesBack({ workbook }: Excel.RequestContext, now: readonly Excel.NamedItem[], standing: readonly string[], { writer, state }: StoppedWrite): void {
  const before = state.names.filter(({ name }) => writer.marks(name));
  const isThere = (formula: string) => standing.includes(markedCell(formula)?.sheet ?? "");
  for (const item of now) if (writer.marks(item.name) && !before.some(({ name }) => name === item.name)) item.delete();
  for (const { name, formula } of before) {
    const item = now.find((one) => one.name === name);
    if (item && item.formula !== formula && isThere(formula)) item.formula = formula;
    if (item?.visible) item.visible = false;
    if (!item && isThere(formula)) workbook.names.add(name, formula).visible = false;
  }
}
