import { STATUSES, type CellAddress, type IndicatorProgress, type RegionProgress, type Report, type Status } from "../../progress";
import type { ListOrder, ListSettings } from "../store/pane-state";

/** The indicator that the list of regions is of: the chosen one, else the report's first. */
export function listedIndicator(report: Report, settings: ListSettings): IndicatorProgress | null {
  return report.indicators.find(({ id }) => id === settings.indicator) ?? report.indicators[0] ?? null;
}

/** How many regions stand at each status, worst first; statuses that no region has are left out. */
export function statusCounts(indicator: IndicatorProgress): { status: Status; count: number }[] {
  return STATUSES.map((status) => ({
    status,
    count: indicator.regions.filter((region) => region.status === status).length,
  })).filter(({ count }) => count > 0);
}

/** The regions that pass the chips and the search, in the chosen order; equal rates keep the table's order. */
export function listRegions(indicator: IndicatorProgress, settings: ListSettings): RegionProgress[] {
  const query = settings.query.replace(/\s/g, "");
  const passing = indicator.regions.filter(
    ({ region, status }) =>
      (settings.statuses.length === 0 || settings.statuses.includes(status)) && region.includes(query),
  );
  return inOrder(passing, settings.order);
}

function inOrder(regions: readonly RegionProgress[], order: ListOrder): RegionProgress[] {
  if (order === "asInTable") return [...regions];
  const sign = order === "lowestFirst" ? 1 : -1;
  const rated = regions.flatMap((region) => (region.rate === null ? [] : [{ region, rate: region.rate }]));
  return [
    ...rated.sort((a, b) => sign * (a.rate - b.rate)).map(({ region }) => region),
    // A region without a rate is neither low nor high: last in both orders.
    ...regions.filter(({ rate }) => rate === null),
  ];
}

/** The cell that a region's row jumps to: what was done, else its target. */
export function cellOf({ done, target }: RegionProgress): CellAddress | null {
  return done?.source.cells[0] ?? target?.source.cells[0] ?? null;
}

/** A status switched on or off in the chips. */
export function toggled(statuses: readonly Status[], status: Status): Status[] {
  return statuses.includes(status) ? statuses.filter((one) => one !== status) : [...statuses, status];
}
