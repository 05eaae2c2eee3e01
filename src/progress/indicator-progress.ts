import type { CellAddress } from "./address";
import { sum } from "./decimal";
import type { Figure, Figures } from "./figures";
import { isRatioUnit, type IndicatorDefinition } from "./indicators";
import { rateOf, statusOf } from "./judgement";
import { competitionRanks } from "./rank";
import type { Gap, Meaning, Records } from "./records";
import type { Status } from "./status";

/** A figure that a table should give and does not: told as such wherever it would stand, never as 0. */
export interface Unread {
  figure: "target" | "done";
  /** What stands in its place; empty where no table has a cell for it. */
  cells: CellAddress[];
  /** The staff's label beside it, where the cell holds no number; null where it does, or there is none. */
  label: string | null;
}

/** How one region stands with one indicator. */
export interface RegionProgress {
  region: string;
  target: Figure | null;
  done: Figure | null;
  /** done ÷ target as a fraction; null without a target. */
  rate: number | null;
  /** Competition rank by rate among the regions with a task; null without one. */
  rank: number | null;
  status: Status;
  /** The figure that could not be read; the region then counts in no rate. */
  unread: Unread | null;
}

/** An indicator over all regions. */
export interface IndicatorProgress extends IndicatorDefinition {
  /** Totals over what could be read of the regions, in `unit`; null where there is none. */
  target: number | null;
  done: number | null;
  /** Of the regions of which nothing is unread: a target whose done is not known is no part of it. */
  rate: number | null;
  status: Status;
  /** Whether any table says what was done; an indicator that none does has targets alone. */
  measured: boolean;
  /** What the table's own total row says; null without one. */
  statedTotal: { target: Figure | null; done: Figure | null } | null;
  /** Number of projects (项目数); null where no table counts them. */
  projects: number | null;
  regions: RegionProgress[];
}

/** Computes each indicator of the workbook, in the workbook's order. @param demanded the rate below which a region is behind */
export function indicatorProgress(
  records: Records,
  figures: Figures,
  demanded: number,
): IndicatorProgress[] {
  return records.indicators.map((definition) => {
    const isShare = isRatioUnit(definition.unit);
    const measure = (kind: "target" | "done" | "projects"): Meaning => ({
      kind,
      indicator: definition.id,
    });
    const rows = records.regions.map(({ name }) => {
      const target = taskOf(figures.of(name, measure("target")));
      const done = doneOf(name, measure("done"), target, figures);
      const unread = unreadOf(name, definition.id, { target, done }, figures);
      // Shares of a whole are goals of their own: no rate, and no status.
      const judged = { target: target?.value ?? null, done: isShare ? null : (done?.value ?? null), demanded };
      const rate = rateOf(judged);
      const status = unread ? "unknown" : statusOf(judged);
      return { region: name, target, done, rate, status, unread };
    });
    const ranks = competitionRanks(rows.map((row) => row.rate));
    const target = isShare ? null : total(rows.map((row) => row.target));
    const done = isShare ? null : total(rows.map((row) => row.done));
    const rated = rows.filter((row) => !row.unread);
    const [of, part] = isShare ? [null, null] : [total(rated.map((row) => row.target)), total(rated.map((row) => row.done))];
    const judged = { target: of, done: part, demanded };
    const stated = {
      target: figures.stated(measure("target")),
      done: figures.stated(measure("done")),
    };
    return {
      ...definition,
      target,
      done,
      rate: rateOf(judged),
      status: statusOf(judged),
      measured: figures.hasColumn(measure("done")),
      statedTotal: stated.target || stated.done ? stated : null,
      projects: total(records.regions.map(({ name }) => figures.of(name, measure("projects")))),
      regions: rows.map((row, index) => ({ ...row, rank: ranks[index] ?? null })),
    };
  });
}

/** A target of 0 is no task: a region without one is neither 0% nor 100%. */
function taskOf(target: Figure | null): Figure | null {
  return target && target.value !== 0 ? target : null;
}

/** A blank beside a target counts as 0 done; 0 done without a task is no figure at all. */
function doneOf(
  region: string,
  meaning: Meaning,
  target: Figure | null,
  figures: Figures,
): Figure | null {
  const done = figures.of(region, meaning);
  if (done) return done.value === 0 && !target && figures.hasColumn({ ...meaning, kind: "target" } as Meaning) ? null : done;
  const gap = target ? figures.gap(region, meaning) : null;
  return gap?.reason === "blank" ? { value: 0, source: gap.source, decimals: 0 } : null;
}

/** What of a region's two figures should be there and could not be read. */
function unreadOf(
  region: string,
  indicator: string,
  { target, done }: Pick<RegionProgress, "target" | "done">,
  figures: Figures,
): Unread | null {
  const gapOf = (kind: "target" | "done") => {
    const gap = figures.gap(region, { kind, indicator });
    return gap && gap.reason !== "blank" ? gap : null;
  };
  const of = (figure: Unread["figure"], gap: Gap): Unread => {
    const { cells, link } = gap.source;
    return { figure, cells, label: link.kind === "typed" ? link.label : null };
  };
  const targetGap = target ? null : gapOf("target");
  if (targetGap) return of("target", targetGap);
  if (done) return null;
  const doneGap = gapOf("done");
  if (doneGap) return of("done", doneGap);
  // A target that no table says the done of.
  return target && figures.hasColumn({ kind: "done", indicator }) ? { figure: "done", cells: [], label: null } : null;
}

function total(figures: readonly (Figure | null)[]): number | null {
  const values = figures.flatMap((figure) => (figure ? [figure.value] : []));
  return values.length === 0 ? null : sum(values);
}
