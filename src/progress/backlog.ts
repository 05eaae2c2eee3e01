import { subtract, sum } from "./decimal";
import type { Figure, Figures } from "./figures";
import type { BacklogMeasure, Records } from "./records";

/** 公租房历史欠账 of one region; a null measure is not in the workbook. */
export interface RegionBacklog {
  region: string;
  task: Figure | null;
  reported: Figure | null;
  repurposed: Figure | null;
  stock: Figure | null;
  verified: Figure | null;
  /** reported − repurposed − stock, or what the table states where it has no parts. */
  computed: number | null;
  /** The table's own column of it; null without one. */
  stated: Figure | null;
}

/** 公租房历史欠账 over all regions. */
export interface BacklogProgress {
  task: number | null;
  reported: number | null;
  repurposed: number | null;
  stock: number | null;
  computed: number | null;
  verified: number | null;
  regions: RegionBacklog[];
}

const MEASURES = ["task", "reported", "repurposed", "stock", "verified"] as const;

/**
 * Computes the backlog: 上报完成 − 盘活 − 实有; the task handed down (下达任务) is no part of it
 * (吕房保办发〔2021〕8号 （二）: 25164 − 2619 − 21154 = 1391).
 * @returns null where no table has any of its measures
 */
export function backlogProgress(records: Records, figures: Figures): BacklogProgress | null {
  const regions = records.regions
    .map(({ name }) => regionBacklog(name, figures))
    .filter((row) => row.stated || MEASURES.some((measure) => row[measure]));
  if (regions.length === 0) return null;
  const total = (measure: (typeof MEASURES)[number]) =>
    totalOf(regions.map((row) => row[measure]?.value ?? null));
  return {
    task: total("task"),
    reported: total("reported"),
    repurposed: total("repurposed"),
    stock: total("stock"),
    computed: totalOf(regions.map((row) => row.computed)),
    verified: total("verified"),
    regions,
  };
}

function regionBacklog(region: string, figures: Figures): RegionBacklog {
  const of = (measure: BacklogMeasure) => figures.of(region, { kind: "backlog", measure });
  const gap = figures.gap(region, { kind: "backlog", measure: "repurposed" });
  // Unread is not none: nothing is computed without it.
  const isWhole = of("repurposed") !== null || gap === null || gap.reason === "blank";
  const [reported, repurposed, stock, stated] = [
    of("reported"),
    of("repurposed"),
    of("stock"),
    of("computed"),
  ];
  const computed =
    reported && stock && isWhole
      ? subtract(reported.value, repurposed?.value ?? 0, stock.value)
      : (stated?.value ?? null);
  return { region, task: of("task"), reported, repurposed, stock, verified: of("verified"), computed, stated };
}

function totalOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value): value is number => value !== null);
  return known.length === 0 ? null : sum(known);
}
