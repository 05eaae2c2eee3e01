import type { SheetKey } from "../attachments";
import { queueJournalEnd } from "./kept-data";
import type { Journal } from "./write-journal";

const MAX_SHEET_NAME = 31;

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

/** A sheet name that no sheet bears yet: 进度计算, else 进度计算 (2); within Excel's 31 characters. */
export function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted.slice(0, MAX_SHEET_NAME);
  for (let number = 2; taken.has(name.toLowerCase()); number++) {
    const suffix = ` (${number})`;
    name = `${wanted.slice(0, MAX_SHEET_NAME - suffix.length)}${suffix}`;
  }
  taken.add(name.toLowerCase());
  return name;
}
