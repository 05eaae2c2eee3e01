import type { Link } from "../../progress";
import type { Candidate } from "./candidate";
import type { MeantColumn } from "./column-units";
import type { LedgerRow } from "./ledger-rows";
import { foldedLabel, isLookable } from "./lookup-labels";

/** What tells how our sheets may follow a region's sum: by the labels beside the cells. */
export type LabelLink = (column: MeantColumn, region: string, isOwn: (row: LedgerRow) => boolean, scale: number) => Link | null;

/** The labels and types of a region's rows, as typed. */
interface RegionLabels {
  labels: Set<string>;
  rows: Map<string, LedgerRow>;
}

/**
 * SUMIFS by label (and type) where every row of the ledger carries its label; null where labels are merged, left
 * blank, written in two ways, or told from others by their case alone.
 */
export function labelLinks({ view, run, roles }: Candidate, typeColumn: number | undefined, projects: readonly LedgerRow[]): LabelLink {
  const regions = new Map<string, RegionLabels>();
  let everyRow = roles === null && !run.mixed;
  for (const project of projects) {
    const label = String(view.value(project.row, run.column));
    everyRow &&= label !== "";
    if (!everyRow) break;
    const region = project.region ?? "";
    const known = regions.get(region) ?? { labels: new Set(), rows: new Map() };
    known.labels.add(label);
    const type = typeColumn === undefined ? "" : String(view.value(project.row, typeColumn));
    if (!known.rows.has(type)) known.rows.set(type, project);
    regions.set(region, known);
  }
  const folded = [...regions.values()].flatMap(({ labels }) => [...labels].map(foldedLabel));
  const isOne = (label: string, all: readonly string[]) => isLookable(label) && all.filter((other) => other === foldedLabel(label)).length === 1;
  const first = run.rows[0]?.row ?? 0;
  const cells = (column: number) => view.range(first, column, run.end - first + 1, 1);
  return (column, region, isOwn, scale) => {
    const known = everyRow ? regions.get(region) : undefined;
    const [label] = known?.labels ?? [];
    if (!known || label === undefined || known.labels.size !== 1 || !isOne(label, folded)) return null;
    const criteria = [{ range: cells(run.column), label }];
    const types = [...known.rows].filter(([, row]) => isOwn(row)).map(([type]) => type);
    const [type] = types;
    if (types.length < known.rows.size) {
      if (type === undefined || type === "" || types.length !== 1 || typeColumn === undefined || !isOne(type, [...known.rows.keys()].map(foldedLabel))) return null;
      criteria.push({ range: cells(typeColumn), label: type });
    }
    return { kind: "sumByLabel", criteria, values: cells(column.column), scale };
  };
}
