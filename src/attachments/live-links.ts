import { isInRange, meaningKey, type CellAddress, type Figure, type Link, type Meaning, type Report } from "../progress";
import type { PlannedFigure } from "./figure-cell";
import { absoluteRange } from "./formulas";
import { unreadCell } from "./unread";

type Lookup = Extract<Link, { kind: "lookup" }>;

/**
 * Finds what stands in a sheet of ours where the report has no figure: the link of a cell that is blank in the staff's
 * tables, so that a figure typed there later shows at once (the column of the other regions' figures, at the label that
 * this region has beside it), or the sign of one that could not be read.
 */
export class LiveLinks {
  private readonly labels = new Map<string, string>();
  /** By region: cells whose figures were left out. */
  private readonly leftOut = new Map<string, { key: string; cell: CellAddress }[]>();

  constructor(report: Report) {
    for (const { region, meaning, cell } of report.leftOut ?? []) {
      this.leftOut.set(region, [...(this.leftOut.get(region) ?? []), { key: meaningKey(meaning), cell }]);
    }
    for (const { regions } of report.indicators) {
      for (const { region, target, done } of regions) this.learn(region, target, done);
    }
    for (const { region, ...measures } of report.backlog?.regions ?? []) {
      this.learn(region, measures.task, measures.reported, measures.repurposed, measures.stock, measures.verified, measures.stated);
    }
    for (const { categories, regions } of report.audit) {
      for (const category of categories) for (const { region, open } of category.regions) this.learn(region, open);
      for (const { region, figures } of regions) this.learn(region, ...figures);
    }
    for (const { region, units } of report.continuing?.regions ?? []) this.learn(region, units);
  }

  /**
   * The link of a region's blank cell in the column that other figures come from.
   * @param column the other regions' figures of the same kind
   * @returns null where no table has a place for it, or what stands there was left out of the report
   */
  blank(region: string, column: readonly (Figure | null)[]): Link | null {
    for (const figure of column) {
      const link = figure?.source.link;
      if (link?.kind !== "lookup") continue;
      const label = this.labels.get(placeKey(link, region));
      if (label === undefined) continue;
      return this.leftOut.get(region)?.some(({ cell }) => isInRange(cell, link.values)) ? null : { ...link, label };
    }
    return null;
  }

  /** The sign in place of a figure that could not be read; null where there is no such. */
  unread(region: string, meaning: Meaning): PlannedFigure | null {
    const cells = (this.leftOut.get(region) ?? []).filter(({ key }) => key === meaningKey(meaning)).map(({ cell }) => cell);
    return cells.length === 0 ? null : unreadCell({ cells });
  }

  private learn(region: string, ...figures: (Figure | null)[]): void {
    for (const figure of figures) {
      const link = figure?.source.link;
      if (link?.kind === "lookup") this.labels.set(placeKey(link, region), link.label);
    }
  }
}

function placeKey({ labels }: Lookup, region: string): string {
  return `${absoluteRange(labels)}\u0001${region}`;
}
