import { supports } from "../requirements";
import { codeOf } from "../problem";
import type { ExcelContext } from "../with-excel";
import { temporaryName } from "../write-journal";
import { CELL_PROBES } from "./cell-probes";
import { CHART_PROBES } from "./chart-probes";
import type { Probe, ProbeResult } from "./probe";
import { RULE_PROBES } from "./rule-probes";
import { NAMED, SETTING, SHEET_PROBES } from "./sheet-probes";

export type { Probe, ProbeResult } from "./probe";

/** Every probe, in the order in which they are asked. */
export const PROBES: readonly Probe[] = [...CELL_PROBES, ...RULE_PROBES, ...SHEET_PROBES, ...CHART_PROBES];

/** Rows of the scratch sheet that are a probe's own. */
const ROWS = 10;

/** What Excel answered to the probes, and which Excel it is. */
export interface SelfCheck {
  platform: string;
  version: string;
  results: ProbeResult[];
  /** Whether the scratch sheet is gone again. */
  cleared: boolean;
}

/**
 * 自检: makes every kind of call that the add-in makes, on a sheet of its own that goes afterwards. Nothing of the
 * staff's is read or changed; what was selected is selected again.
 * @param progress told how many of the probes are done
 */
export async function askProbes(context: ExcelContext, progress: (done: number) => void = () => {}): Promise<SelfCheck> {
  const { platform, version } = Office.context.diagnostics;
  const name = temporaryName("自检");
  const selected = await selectedAddress(context);
  const scratch = context.workbook.worksheets.add(name);
  scratch.load("id");
  await context.sync();
  const results: ProbeResult[] = [];
  let cleared = false;
  try {
    for (const [index, probe] of PROBES.entries()) {
      if (probe.since === undefined || supports(probe.since)) results.push(await ask(context, probe, scratch.id, index * ROWS));
      progress(index + 1);
    }
  } finally {
    cleared = await clear(context, name, selected);
  }
  return { platform: String(platform), version, results, cleared };
}

async function ask(context: ExcelContext, probe: Probe, scratch: string, row: number): Promise<ProbeResult> {
  const { id, claim, expected } = probe;
  const sheet = context.workbook.worksheets.getItem(scratch);
  const block = (rows: number, columns: number) => sheet.getRangeByIndexes(row, 0, rows, columns);
  const answer = await probe.ask({ context, sheet, row, block }).catch((error: unknown) => codeOf(error));
  return { id, claim, expected, answer, holds: answer === expected };
}

/** Where the user is, to go back to; null where no cells are selected. */
async function selectedAddress(context: ExcelContext): Promise<{ sheet: string; row: number; column: number; rows: number; columns: number } | null> {
  const range = context.workbook.getSelectedRange();
  range.load("rowIndex,columnIndex,rowCount,columnCount,worksheet/name");
  try {
    await context.sync();
    return { sheet: range.worksheet.name, row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
  } catch {
    return null;
  }
}

/** Takes away what the probes left, whatever became of them, and goes back to where the user was. */
async function clear(context: ExcelContext, name: string, selected: Awaited<ReturnType<typeof selectedAddress>>): Promise<boolean> {
  const remove = async () => {
    const { worksheets, names, settings } = context.workbook;
    worksheets.load("items/id,items/name");
    names.load("items/name");
    const kept = settings.getItemOrNullObject(SETTING);
    kept.load("value");
    await context.sync();
    for (const sheet of worksheets.items) if (sheet.name.startsWith(name)) sheet.delete();
    for (const item of names.items) if (item.name === NAMED) item.delete();
    if (!kept.isNullObject) settings.getItem(SETTING).delete();
    await context.sync();
  };
  const isGone = await remove().then(() => true, () => remove().then(() => true, () => false));
  if (selected) {
    context.workbook.worksheets.getItem(selected.sheet).getRangeByIndexes(selected.row, selected.column, selected.rows, selected.columns).select();
    await context.sync().catch(() => {});
  }
  return isGone;
}
