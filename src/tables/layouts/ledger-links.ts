import { STEP_ROWS, type Link, type Steps } from "../../progress";
import type { CellValue } from "../snapshot";
import type { Frame } from "./frame";
import type { MeantColumn } from "./column-units";
import type { LedgerGroup, LedgerRows } from "./ledger-rows";
import { foldedLabel, isLookable } from "./lookup-labels";

/**
 * What tells how our sheets may follow a region's sum: by the labels beside the cells.
 * @param isOwn whether a group's projects are added up in the sum
 */
export type LabelLink = (column: MeantColumn, region: string, isOwn: (group: LedgerGroup) => boolean, scale: number) => Link | null;

/** How many rows have a label and a type, as SUMIFS compares them. */
class LabelCounts {
  private readonly counts = new Map<CellValue, Map<CellValue, number>>();

  add(label: CellValue, type: CellValue): void {
    let ofLabel = this.counts.get(label);
    if (!ofLabel) this.counts.set(label, (ofLabel = new Map()));
    ofLabel.set(type, (ofLabel.get(type) ?? 0) + 1);
  }

  of(label: string, type: string | null): number {
    let count = 0;
    for (const [other, types] of this.counts) {
      if (!isEqual(other, label)) continue;
      for (const [one, rows] of types) if (type === null || isEqual(one, type)) count += rows;
    }
    return count;
  }
}

/** A number is the text that it prints as. */
function isEqual(value: CellValue, text: string): boolean {
  return value === text || foldedLabel(String(value)) === foldedLabel(text);
}

/**
 * SUMIFS by label (and type) over the whole ledger where every row of a region carries its label, by type within the
 * region's own rows where the label stands once above or beside them; null where neither adds up exactly the sum's
 * own rows: a stated subtotal between them, two writings of one label.
 */
export function* labelLinks({ view, run, roles }: Frame, typeColumn: number | undefined, { rows, of, groups }: LedgerRows): Steps<LabelLink> {
  const whole = new LabelCounts();
  const ofRegion = new Map<string, LabelCounts>();
  const stretches = new Map<string, { first: number; last: number }>();
  const members = groups.map(() => ({ count: 0, labels: new Set<CellValue>(), types: new Set<CellValue>() }));
  const typeAt = (row: number) => (typeColumn === undefined ? "" : view.value(row, typeColumn));
  for (const [at, row] of rows.entries()) {
    if (at % STEP_ROWS === 0) yield;
    const label = view.value(row, run.column);
    const type = typeAt(row);
    whole.add(label, type);
    const said = of[at];
    const group = said && members[said.index];
    if (!group || said.kind !== "project") continue;
    const stretch = stretches.get(said.region ?? "");
    if (stretch) stretch.last = at;
    else stretches.set(said.region ?? "", { first: at, last: at });
    group.count++;
    group.labels.add(label);
    group.types.add(type);
  }

  const cells = (first: number, last: number, column: number) => view.range(first, column, last - first + 1, 1);
  return (column, region, isOwn, scale) => {
    const [top, end] = [run.rows[0]?.row ?? 0, run.end];
    // A single row is its own sum; not every spreadsheet takes one cell for SUMIFS.
    if (roles !== null || run.mixed || top === end) return null;
    const own = members.filter((_, index) => groups[index]?.kind === "project" && groups[index].region === region && isOwn(groups[index]));
    const count = own.reduce((total, group) => total + group.count, 0);
    const label = only(own.map(({ labels }) => labels));
    const type = only(own.map(({ types }) => types));
    const typed = typeColumn !== undefined && type !== null && isLookable(type);
    if (label !== null && isLookable(label)) {
      const byLabel = { range: cells(top, end, run.column), label };
      const values = cells(top, end, column.column);
      if (whole.of(label, null) === count) return { kind: "sumByLabel", criteria: [byLabel], values, scale };
      if (typed && whole.of(label, type) === count) {
        return { kind: "sumByLabel", criteria: [byLabel, { range: cells(top, end, typeColumn), label: type }], values, scale };
      }
    }
    const stretch = stretches.get(region);
    if (!stretch || !typed || countsWithin(region).of("", type) !== count) return null;
    const [first, last] = [rows[stretch.first] ?? top, rows[stretch.last] ?? end];
    if (first === last) return null;
    return { kind: "sumByLabel", criteria: [{ range: cells(first, last, typeColumn), label: type }], values: cells(first, last, column.column), scale };
  };

  /** The types of all rows from a region's first project to its last. */
  function countsWithin(region: string): LabelCounts {
    const known = ofRegion.get(region);
    if (known) return known;
    const counts = new LabelCounts();
    const { first, last } = stretches.get(region) ?? { first: 0, last: -1 };
    for (const row of rows.slice(first, last + 1)) counts.add("", typeAt(row));
    ofRegion.set(region, counts);
    return counts;
  }
}

/** The one text that all sets hold; null where there is none or several, or what they hold is no text (TRUE, 3). */
function only(sets: readonly Set<CellValue>[]): string | null {
  const all = new Set(sets.flatMap((values) => [...values]));
  const [value] = all;
  return all.size === 1 && typeof value === "string" ? value : null;
}
