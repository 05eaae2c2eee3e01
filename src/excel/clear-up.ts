import type { SheetKey } from "../attachments";
import { queueJournalEnd } from "./kept-data";
import { freeName } from "./sheet-names";
import type { Journal } from "./write-journal";

/** Queues that charts go, as far as they are there. */
export function deleteCharts(sheet: Excel.Worksheet, names: readonly string[]): void {
  for (const name of names) sheet.charts.getItemOrNullObject(name).delete();
}

/**
 * Queues that new sheets take their names and temporary ones go, and with them the journal of the write.
 * @param standing the names of the sheets there are; null: all that the journal names
 * @returns the names that new sheets took where another sheet bears theirs meanwhile, by key
 */
export function queueClearing(context: Excel.RequestContext, { sheets }: Journal, standing: readonly string[] | null): Map<SheetKey, string> {
  const { worksheets } = context.workbook;
  const is = (name: string) => standing?.includes(name) ?? true;
  const taken = new Set((standing ?? []).map((name) => name.toLowerCase()));
  const renamed = new Map<SheetKey, string>();
  for (const { name, backup, charts } of sheets) if (backup !== null && charts && is(name)) deleteCharts(worksheets.getItem(name), charts.old);
  for (const { key, draft, name, backup } of sheets) {
    if (!is(draft)) continue;
    if (backup !== null) worksheets.getItem(draft).delete();
    else {
      const free = freeName(name, taken);
      worksheets.getItem(draft).name = free;
      if (free !== name) renamed.set(key, free);
    }
  }
  for (const { backup } of sheets) if (backup !== null && is(backup)) worksheets.getItem(backup).delete();
  queueJournalEnd(context);
  return renamed;
}
