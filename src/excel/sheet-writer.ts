import { recordOf, type SheetKey, type SheetPlan, type SheetRecords } from "../attachments";
import { columnLetters, quotedSheet } from "../progress";
import { queueHighlights } from "./apply-highlights";
import type { ApplyOptions, WrittenSheet } from "./write-options";
import { chartNames, drawCharts } from "./draw-charts";
import { addRules, cellBlocks, fillCells, formatSheet, setUpView, sizeCells } from "./fill-sheet";
import { queueJournalEnd, queueKept } from "./kept-data";
import { columnName, keptName, markerName, markOf } from "./ownership";
import { isOurSheet, type SheetState, type WorkbookState } from "./workbook-state";
import { temporaryName, type Journal, type JournalSheet } from "./write-journal";

const MAX_SHEET_NAME = 31;

/** Queues one write of planned sheets, in the order that lets a failure be put back. */
export class SheetWriter {
  /** What the workbook's records are after the write. */
  readonly records: SheetRecords;
  readonly written: WrittenSheet[];
  private readonly sheets: (JournalSheet & { plan: SheetPlan; standing: SheetState | undefined; chartNames: string[] })[];

  /** @param left keys of standing sheets that stay with the office */
  constructor(
    private readonly context: Excel.RequestContext,
    private readonly state: WorkbookState,
    private readonly plans: readonly SheetPlan[],
    left: readonly SheetKey[],
    private readonly options: ApplyOptions,
  ) {
    const taken = new Set(state.sheets.map(({ name }) => name.toLowerCase()));
    this.sheets = plans.map((plan) => {
      const standing = state.sheets.find(({ key }) => key === plan.key);
      const replaced = standing !== undefined && !left.includes(plan.key);
      const name = replaced ? standing.name : freeName(plan.name, taken);
      const names = chartNames(plan, (replaced && standing.standing?.charts) || []);
      const old = replaced ? ownCharts(standing) : [];
      const charts = replaced && names.length + old.length > 0 ? { added: names, old } : undefined;
      return { plan, standing, key: plan.key, draft: temporaryName(plan.key), name, backup: replaced ? temporaryName("was") : null, charts, chartNames: names };
    });
    this.written = this.sheets.map(({ key, name, backup, standing, chartNames: charts }) => ({ key, name, replaced: backup !== null, left: backup === null ? (standing?.name ?? null) : null, charts }));
    this.records = { ...state.records };
    for (const key of options.remove ?? []) delete this.records[key];
    for (const { plan, chartNames: names } of this.sheets) this.records[plan.key] = recordOf(plan, names);
  }

  /** Queues the whole write. The caller syncs; only cells beyond what Excel takes at once are sent before. */
  async queue(): Promise<void> {
    const { context, state, options } = this;
    this.note("building");
    // Formulas name the staff's sheets: one that is gone or renamed stops the write before it begins.
    for (const { name, key } of state.sheets) if (key === null) context.workbook.worksheets.getItem(name);
    // Sheets go at the end, when nothing can be put back any more. While another workbook is in front they cannot go,
    // and neither can grid lines be set: it shows here, before anything is done.
    for (const { name } of this.removed) this.sheet(name).showGridlines = false;
    await this.build();
    for (const { name, backup } of this.sheets) if (backup !== null) copySheet(this.sheet(name), context.workbook.worksheets.add(backup));
    if (options.marks) queueHighlights(context, state, options.marks);
    this.note("moving");
    this.unmark(options.remove ?? []);
    let { keptCount } = state;
    for (const { plan, standing, draft, name, backup, chartNames: names } of this.sheets) {
      if (backup !== null) {
        this.moveInto(this.sheet(name), this.sheet(draft), plan);
        drawCharts(this.sheet(name), name, plan, names);
      } else {
        this.unmark([plan.key]);
        this.mark(markerName(plan.key), this.sheet(draft).getRange("A1"));
        if (standing) this.mark(keptName(++keptCount), this.sheet(standing.name).getRange("A1"));
        this.markColumns(this.sheet(draft), plan);
      }
    }
    queueKept(context, state, { records: this.records, noticeRecord: options.noticeRecord });
    this.note("committed");
    this.finish(null);
  }

  /**
   * Queues what comes after all else: sizes and views, names of new sheets, and that temporary sheets and those to
   * be removed go.
   * @param standing the names of the sheets there are, where a failure stopped it before; null at the first time
   */
  finish(standing: readonly string[] | null): void {
    const { context, options } = this;
    for (const { plan, name, backup } of this.sheets) {
      if (backup === null) continue;
      sizeCells(this.sheet(name), plan);
      setUpView(this.sheet(name), plan);
    }
    for (const { name } of this.removed) if (standing?.includes(name) ?? true) this.sheet(name).delete();
    options.last?.();
    const names = queueClearing(context, this.journal("committed"), standing);
    for (const one of this.written) one.name = names.get(one.key) ?? one.name;
  }

  /** Sheets of ours that go. */
  private get removed(): SheetState[] {
    return this.state.sheets.filter(({ key }) => isOurSheet(key) && this.options.remove?.includes(key));
  }

  /** Standing sheets on which charts are drawn anew, each with the charts that were there. */
  get redrawn(): { name: string; present: readonly string[] }[] {
    return this.sheets.flatMap(({ name, charts, standing }) => (charts ? [{ name, present: standing?.standing?.charts ?? [] }] : []));
  }

  /** The records and the notice's record as they are after the write. */
  get kept(): unknown[] {
    const { noticeRecord = this.state.noticeRecord } = this.options;
    return [this.records, noticeRecord];
  }

  /** Whether a name of the workbook is one that this write may set or take away. */
  marks(name: string): boolean {
    const mark = markOf(name);
    if (mark?.kind === "kept") return mark.number > this.state.keptCount;
    return mark !== null && (this.plans.some(({ key }) => key === mark.key) || (this.options.remove ?? []).includes(mark.key));
  }

  /** Builds the sheets under temporary names. */
  private async build(): Promise<void> {
    const { context } = this;
    const drafts = this.sheets.map(({ plan, draft }) => ({ plan, sheet: context.workbook.worksheets.add(draft) }));
    const blocks = drafts.flatMap(({ plan, sheet }) => cellBlocks(plan).map((block) => ({ plan, sheet, block })));
    for (const [index, { plan, sheet, block }] of blocks.entries()) {
      fillCells(sheet, plan, block);
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one for each 2.5 MB, which is as much as Excel takes
      if (blocks.length > drafts.length && index < blocks.length - 1) await context.sync();
    }
    for (const { plan, sheet } of drafts) formatSheet(sheet, plan);
    // On a sheet that stands they are drawn when its cells are there.
    for (const { plan, draft, backup, chartNames: names } of this.sheets) if (backup === null) drawCharts(this.sheet(draft), draft, plan, names);
  }

  private journal(phase: Journal["phase"]): Journal {
    return { phase, sheets: this.sheets.map(({ key, draft, name, backup, charts }) => ({ key, draft, name, backup, ...(charts && { charts }) })) };
  }

  private note(phase: Journal["phase"]): void {
    queueKept(this.context, this.state, { unfinished: this.journal(phase) });
  }

  private sheet(name: string): Excel.Worksheet {
    return this.context.workbook.worksheets.getItem(name);
  }

  /** Brings a standing sheet of ours up to date; references to it, its name and place stay. */
  private moveInto(standing: Excel.Worksheet, draft: Excel.Worksheet, plan: SheetPlan): void {
    emptySheet(standing);
    const block = draft.getRangeByIndexes(0, 0, plan.rowCount, plan.columnCount);
    standing.getRangeByIndexes(0, 0, plan.rowCount, plan.columnCount).copyFrom(block);
    // A copy brings the rules along; they are laid anew so that there is one set of them, in our order.
    standing.getRange().conditionalFormats.clearAll();
    addRules(standing, plan);
    const { names } = this.context.workbook;
    for (const { key, name } of this.state.columnNames) if (key === plan.key) names.getItem(name).delete();
    this.markColumns(standing, plan);
  }

  /** Marks the columns by names, so that they are known wherever the office moves them. */
  private markColumns(sheet: Excel.Worksheet, plan: SheetPlan): void {
    for (const { name, row, column } of markedColumns(plan)) this.mark(name, sheet.getCell(row, column));
  }

  private mark(name: string, cell: Excel.Range): void {
    this.context.workbook.names.add(name, cell).visible = false;
  }

  /** Takes away the names of sheets and of their columns. */
  private unmark(keys: readonly SheetKey[]): void {
    const { names } = this.context.workbook;
    for (const { key } of this.state.markers) if (keys.includes(key)) names.getItem(markerName(key)).delete();
    for (const { key, name } of this.state.columnNames) if (keys.includes(key)) names.getItem(name).delete();
  }
}

/** The names that mark a sheet of a plan and its columns, with what they refer to. */
export function namesOf(plan: SheetPlan, sheet: string): { name: string; formula: string; column: boolean }[] {
  const refer = (row: number, column: number) => `=${quotedSheet(sheet)}!$${columnLetters(column)}$${row + 1}`;
  return [
    { name: markerName(plan.key), formula: refer(0, 0), column: false },
    ...markedColumns(plan).map(({ name, row, column }) => ({ name, formula: refer(row, column), column: true })),
  ];
}

/** The header cells of columns that an office may rearrange, each with the name that marks it. */
function markedColumns(plan: SheetPlan): { name: string; row: number; column: number }[] {
  const row = plan.parts.header;
  if (row === undefined) return [];
  return plan.columns.flatMap(({ id }, column) => {
    const name = columnName(plan.key, id);
    return name === null ? [] : [{ name, row, column }];
  });
}

/** The charts of ours on a sheet that stands; those that the office has drawn there are its own. */
function ownCharts({ standing }: SheetState): string[] {
  const present = standing?.charts ?? [];
  return (standing?.record?.charts?.names ?? []).filter((name) => present.includes(name));
}

/** Queues that charts go, as far as they are there. */
export function deleteCharts(sheet: Excel.Worksheet, names: readonly string[]): void {
  for (const name of names) sheet.charts.getItemOrNullObject(name).delete();
}

/** Queues that a sheet holds nothing: no cell, no merge, no rule. */
export function emptySheet(sheet: Excel.Worksheet): void {
  const everything = sheet.getRange();
  everything.unmerge();
  everything.conditionalFormats.clearAll();
  everything.clear();
}

/** Queues that a sheet's cells are copied to another, each to its own place. */
export function copySheet(from: Excel.Worksheet, to: Excel.Worksheet): void {
  to.getRange("A1").copyFrom(from.getUsedRange().getBoundingRect(from.getRange("A1")));
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
function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted.slice(0, MAX_SHEET_NAME);
  for (let number = 2; taken.has(name.toLowerCase()); number++) {
    const suffix = ` (${number})`;
    name = `${wanted.slice(0, MAX_SHEET_NAME - suffix.length)}${suffix}`;
  }
  taken.add(name.toLowerCase());
  return name;
}
