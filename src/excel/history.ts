import { fields } from "../progress";
import { openKept, sealed } from "./kept-text";
import { requestSetting, type KeptContents } from "./kept-data";
import type { PastWrite } from "./past-write";
import { keptLandmarks, type Landmarks } from "./landmarks";
import { stepsFrom, storedSteps, touchedBy, type Step } from "./step";
import type { WorkbookState } from "./workbook-state";

/** So many writes can be taken back, and the inverses of all of them are so long, in characters; of more, the oldest are forgotten. */
const MOST_WRITES = 12;
const MOST_KEPT = 1_400_000;
/** All settings of a workbook together; no limit is documented, and what stands is more than what may be undone. */
const MOST_SETTINGS = 1_900_000;
/** The longest inverse that goes in one request with the write itself, in characters: three bytes each at the most. */
const LARGE = 300_000;

const undoKey = (id: number) => `HousingProgress.undo.${id}`;

/** What takes a write back. */
export interface Undo {
  steps: Step[];
  /** The words of the sheets that its formulas name. */
  landmarks: Landmarks;
}

/** A write that can be taken back. */
export interface Takeable {
  past: PastWrite;
  /** What takes it back, where this session made it; null: the workbook keeps it. */
  undo: Undo | null;
}

const keptUndo = fields<Undo>({ steps: stepsFrom, landmarks: keptLandmarks });

/** What a write does to the writes that the workbook remembers. */
export interface HistoryChange {
  /** What it remembers from then on. */
  history: PastWrite[];
  /** The inverse of a new write, under the id of its own; null: none comes, or it is too large. */
  undo: { id: number; stored: string; isLarge: boolean } | null;
  /** Ids of the writes that it forgets. */
  forgotten: number[];
}

/**
 * Remembers a write that is to be done.
 * @param undo its inverse
 */
export function withWrite({ history, stored: others }: WorkbookState, write: Pick<PastWrite, "kind" | "sheets" | "places">, steps: readonly Step[], undo: Undo): HistoryChange {
  const id = Math.max(0, ...history.map((one) => one.id)) + 1;
  const stored = sealed({ ...undo, steps: storedSteps(undo.steps) });
  const free = Object.values(others).reduce<number>((left, one) => left - String(one).length, MOST_SETTINGS);
  const room = Math.max(0, Math.min(MOST_KEPT, free));
  const kept = stored.length <= room ? stored.length : 0;
  const all = [...history, { ...write, id, touched: touchedBy(steps), kept }];
  const isRemembered = (_: PastWrite, at: number) => all.length - at <= MOST_WRITES && all.slice(at).reduce((total, one) => total + one.kept, 0) <= room;
  const remembered = all.filter(isRemembered);
  const forgotten = all.slice(0, all.length - remembered.length).map((one) => one.id);
  return { history: remembered, undo: kept > 0 ? { id, stored, isLarge: kept > LARGE } : null, forgotten };
}

/** Forgets a write that is being taken back. */
export function withoutWrite({ history }: Pick<WorkbookState, "history">, id: number): HistoryChange {
  return { history: history.filter((one) => one.id !== id), undo: null, forgotten: [id] };
}

/** Queues that the inverse of a new write is kept. The caller syncs. */
export function queueUndo({ workbook }: Excel.RequestContext, { undo }: HistoryChange): void {
  if (undo) workbook.settings.add(undoKey(undo.id), undo.stored);
}

/** Queues that the inverse of a write which failed is kept no longer. The caller syncs. */
export function queueUndoBack(context: Excel.RequestContext, { undo }: HistoryChange): void {
  if (undo) forget(context, undo.id);
}

/** Queues that the inverses of forgotten writes go; they cannot be put back. The caller syncs. */
export function queueForgetting(context: Excel.RequestContext, { forgotten }: HistoryChange): void {
  for (const id of forgotten) forget(context, id);
}

function forget({ workbook }: Excel.RequestContext, id: number): void {
  // A setting has to exist for Excel to delete it, so it is set first.
  workbook.settings.add(undoKey(id), "").delete();
}

/**
 * Asks for the inverse of a write that the workbook keeps; read after the next sync.
 * @returns gives null where it is not there any more, or was spoiled
 */
export function requestUndo(context: Excel.RequestContext, id: number): () => Undo | null {
  const setting = requestSetting(context, undoKey(id));
  return () => (setting.isNullObject ? null : (keptUndo(openKept(setting.value).content) ?? null));
}

/** The later writes that changed what a write had changed, the last first. */
export function laterOf({ history }: Pick<WorkbookState, "history">, { id, touched }: PastWrite): PastWrite[] {
  return history.filter((one) => one.id > id && one.touched.some((target) => touched.includes(target))).reverse();
}

/** What the workbook keeps after steps that keep something. */
export function keptBy(steps: readonly Step[]): Partial<KeptContents> {
  return Object.assign({}, ...steps.flatMap((step) => (step.kind === "keep" ? [step.kept] : []))) as Partial<KeptContents>;
}

