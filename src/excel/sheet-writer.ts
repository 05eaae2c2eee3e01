import { planOf, type SheetKey, type SheetPlan, type SheetRecord, type SheetRecords } from "../attachments";
import { quotedSheet } from "../progress";
import { queueMarks } from "./apply-marks";
import { queueClearing } from "./clear-up";
import type { WrittenSheet } from "./write-options";
import { chartNames, drawCharts } from "./draw-charts";
import { cellsToSend, copyDown, fillCells } from "./fill-cells";
import { addRules, formatCells, resetSizes, setUpView, sizeCells } from "./fill-sheet";
import { keptBy, queueForgetting, queueUndo, type HistoryChange } from "./history";
import { queueKept, type KeptContents } from "./kept-data";
import { keptName, markedCell, markerName, markOf } from "./ownership";
import { copySheet, emptySheet } from "./sheet-copies";
import { freeName, markedColumns } from "./sheet-names";
import { stepOf, stepsOf, type HandedOver, type Step } from "./step";
import { isOurSheet, type SheetState, type WorkbookState } from "./workbook-state";
import { temporaryName, type Journal, type JournalSheet } from "./write-journal";

/** A sheet as a step puts it where it is to stand. */
interface SheetToWrite extends JournalSheet {
  plan: SheetPlan;
  record: SheetRecord;
  standing: SheetState | undefined;
  chartNames: string[];
}

/** Queues the steps of one write that are of sheets, in the order that lets a failure be put back. */
export class SheetWriter {
  /** What the workbook keeps after the write. */
  readonly kept: Partial<KeptContents> & Pick<KeptContents, "records">;
  readonly written: WrittenSheet[];
  /** What becomes of the writes that the workbook remembers. */
  readonly past: HistoryChange;
  private readonly sheets: SheetToWrite[];
  /** Keys of which no sheet is to stand, or one that the office had been left. */
  private readonly removals: Extract<Step, { kind: "noSheet" }>[];

  /** @param left keys of standing sheets that stay with the office */
  constructor(
    private readonly context: Excel.RequestContext,
    private readonly state: WorkbookState,
    private readonly steps: readonly Step[],
    left: readonly SheetKey[],
    change: (written: WrittenSheet[]) => HistoryChange,
  ) {
    const taken = new Set(state.sheets.map(({ name }) => name.toLowerCase()));
    const records: SheetRecords = { ...state.records };
    this.removals = stepsOf(steps, "noSheet");
    for (const { key, record } of this.removals) setRecord(records, key, record);
    this.sheets = stepsOf(steps, "sheet").map((step): SheetToWrite => {
      const { key, record: planned } = step;
      const plan = planOfStep(step);
      const standing = state.sheets.find((one) => one.key === key);
      const replaced = standing !== undefined && !left.includes(key);
      const name = replaced ? standing.name : freeName(plan.name, taken);
      const present = (replaced && standing.standing?.charts) || [];
      const names = chartNames(plan, present, planned.charts?.names);
      const old = replaced ? ownCharts(standing) : [];
      const charts = replaced && names.length + old.length > 0 ? { added: names, old } : undefined;
      const record = planned.charts ? { ...planned, charts: { ...planned.charts, names } } : planned;
      setRecord(records, key, record);
      return { plan, record, standing, key, draft: temporaryName(key), name, backup: replaced ? temporaryName("was") : null, charts, chartNames: names };
    });
    this.written = this.sheets.map(({ key, name, backup, standing, record }) => ({ key, name, replaced: backup !== null, left: backup === null ? (standing?.name ?? null) : null, record }));
    this.past = change(this.written);
    this.kept = { ...keptBy(steps), records, history: this.past.history };
  }

  /** Queues the whole write. The caller syncs; only cells beyond what Excel takes at once are sent before. */
  async queue(): Promise<void> {
    const { context, state, steps, past } = this;
    this.note("building");
    // Formulas name the staff's sheets: one that is gone or renamed stops the write before it begins.
    for (const { name, key } of state.sheets) if (key === null) context.workbook.worksheets.getItem(name);
    // Sheets go at the end, when nothing can be put back any more. While another workbook is in front they cannot go,
    // and neither can grid lines be set: it shows here, before anything is done.
    for (const { name } of this.removed) this.sheet(name).showGridlines = false;
    if (past.undo?.isLarge) {
      queueUndo(context, past);
      await context.sync();
    }
    await this.build();
    for (const { name, backup } of this.sheets) if (backup !== null) copySheet(this.sheet(name), context.workbook.worksheets.add(backup));
    const marks = stepOf(steps, "marks");
    if (marks) queueMarks(context, state, marks.marks);
    this.note("moving");
    this.unmark(this.removals.map(({ key }) => key));
    for (const { handedOver } of this.removals) if (handedOver) this.own(handedOver);
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
    if (!past.undo?.isLarge) queueUndo(context, past);
    queueKept(context, state, this.kept);
    this.note("committed");
    this.finish(null);
  }

  /**
   * Queues what comes after all else: sizes and views, names of new sheets, and that temporary sheets and those to
   * be removed go.
   * @param standing the names of the sheets there are, where a failure stopped it before; null at the first time
   */
  finish(standing: readonly string[] | null): void {
    const { context } = this;
    for (const { plan, name, backup } of this.sheets) {
      if (backup === null) continue;
      resetSizes(this.sheet(name));
      sizeCells(this.sheet(name), plan);
      setUpView(this.sheet(name), plan);
    }
    for (const { name } of this.removed) if (standing?.includes(name) ?? true) this.sheet(name).delete();
    queueForgetting(context, this.past);
    const names = queueClearing(context, this.journal("committed"), standing);
    for (const one of this.written) one.name = names.get(one.key) ?? one.name;
  }

  /** Sheets of ours that go. */
  private get removed(): SheetState[] {
    return this.state.sheets.filter(({ key }) => isOurSheet(key) && this.removals.some((one) => one.key === key));
  }

  /** Standing sheets on which charts are drawn anew, each with the charts that were there. */
  get redrawn(): { name: string; present: readonly string[] }[] {
    return this.sheets.flatMap(({ name, charts, standing }) => (charts ? [{ name, present: standing?.standing?.charts ?? [] }] : []));
  }

  /** Whether a name of the workbook is one that this write may set or take away. */
  marks(name: string): boolean {
    const mark = markOf(name);
    if (mark?.kind === "kept") return mark.number > this.state.keptCount || this.removals.some(({ handedOver }) => handedOver?.kept === name);
    return mark !== null && (this.sheets.some(({ key }) => key === mark.key) || this.removals.some(({ key }) => key === mark.key));
  }

  /** Builds the sheets under temporary names. */
  private async build(): Promise<void> {
    const { context } = this;
    const drafts = this.sheets.map(({ plan, draft }) => ({ plan, sheet: context.workbook.worksheets.add(draft), cells: cellsToSend(plan) }));
    const blocks = drafts.flatMap(({ plan, sheet, cells }) => cells.blocks.map((block) => ({ plan, sheet, block })));
    for (const [index, { plan, sheet, block }] of blocks.entries()) {
      fillCells(sheet, plan, block);
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one for each 2.5 MB, which is as much as Excel takes
      if (blocks.length > drafts.length && index < blocks.length - 1) await context.sync();
    }
    for (const { plan, sheet, cells } of drafts) {
      copyDown(sheet, cells.repeated);
      formatCells(sheet, plan);
      // Also where a sheet that stands gets its own: what refuses it while another workbook is in front shows here, where
      // all can still be put back.
      setUpView(sheet, plan);
    }
    for (const { plan, draft, backup, chartNames: names } of this.sheets) {
      // A sheet that stands gets the rest when its cells are there.
      if (backup !== null) continue;
      const sheet = this.sheet(draft);
      addRules(sheet, plan);
      sizeCells(sheet, plan);
      drawCharts(sheet, draft, plan, names);
    }
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

  /** Makes a sheet ours again that had been left to the office. */
  private own({ kept, names }: HandedOver): void {
    const formula = this.state.names.find(({ name }) => name === kept)?.formula;
    const sheet = formula === undefined ? undefined : markedCell(formula)?.sheet;
    // Deleted since, it is gone.
    if (sheet === undefined || !this.state.sheets.some(({ name }) => name === sheet)) return;
    const workbookNames = this.context.workbook.names;
    workbookNames.getItem(kept).delete();
    // It may have been renamed since.
    for (const one of names) workbookNames.add(one.name, `=${quotedSheet(sheet)}${one.formula.slice(one.formula.lastIndexOf("!"))}`).visible = false;
  }

  /** Takes away the names of sheets and of their columns. */
  private unmark(keys: readonly SheetKey[]): void {
    const { names } = this.context.workbook;
    for (const { key } of this.state.markers) if (keys.includes(key)) names.getItem(markerName(key)).delete();
    for (const { key, name } of this.state.columnNames) if (keys.includes(key)) names.getItem(name).delete();
  }
}

/** The sheet that a step puts where it is to stand, as a plan. */
export function planOfStep({ record, cells, widths }: Extract<Step, { kind: "sheet" }>): SheetPlan {
  if (!record.shape) throw new Error("a sheet without its shape");
  return planOf(record.shape, cells, widths);
}

function setRecord(records: SheetRecords, key: SheetKey, record: SheetRecord | null): void {
  if (record) records[key] = record;
  else delete records[key];
}

/** The charts of ours on a sheet that stands; those that the office has drawn there are its own. */
function ownCharts({ standing }: SheetState): string[] {
  const present = standing?.charts ?? [];
  return (standing?.record?.charts?.names ?? []).filter((name) => present.includes(name));
}
