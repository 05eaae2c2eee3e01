import { STEP_ROWS, type Link, type Steps } from "../../progress";
import type { CellValue } from "../../cells";
import { foldedLabel, isLookable } from "./figures";
import type { Frame } from "./frame";
import { heldIn, type LedgerGroup, type LedgerRow } from "./ledger-rows";
import type { LedgerSum } from "./ledger-sums";

/**
 * How our sheets may follow a region's sum by the labels beside its cells: SUMIFS by label (and type) over the whole
 * ledger where every row of a region carries its label, by type within the region's own rows where the label stands once
 * above or beside them; null where neither adds up exactly the sum's own rows: a stated subtotal between them, two
 * writings of one label.
 */
export function* labelLinks({ view, run, roles }: Frame, typeColumn: number | undefined, rows: readonly LedgerRow[]): Steps<(sum: LedgerSum) => Link | null> {
  const [top, end] = [run.rows[0]?.row ?? 0, run.end];
  // A single row is its own sum; not every spreadsheet takes one cell for SUMIFS.
  if (roles !== null || run.mixed || top === end) return () => null;
  /** How many rows of each group have a label and a type: a long ledger has few of them and many rows. */
  const members = new Map<LedgerGroup, Map<CellValue, Map<CellValue, number>>>();
  const stretches = new Map<string, { first: number; last: number; rows: number }>();
  for (const [at, { row, group }] of rows.entries()) {
    if (at % STEP_ROWS === 0) yield;
    const type = typeColumn === undefined ? "" : view.value(row, typeColumn);
    const types = heldIn(heldIn(members, group, () => new Map()), view.value(row, run.column), () => new Map());
    types.set(type, (types.get(type) ?? 0) + 1);
    if (group.kind !== "project" || group.region === null) continue;
    const stretch = heldIn(stretches, group.region, () => ({ first: at, last: at, rows: 0 }));
    stretch.last = at;
    stretch.rows++;
  }
  const counts = new Map<string, number>();
  for (const [{ kind, region }, labels] of members) {
    for (const [label, types] of labels) {
      for (const [type, count] of types) {
        const keys = [keyOf(label), keyOf(label, type), ...(kind === "project" && region !== null ? [keyOf(region, type, "own")] : [])];
        for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + count);
      }
    }
  }
  const cells = (first: number, last: number, column: number) => view.range(first, column, last - first + 1, 1);

  return ({ region, groups, column, scale }) => {
    const own = [...groups].flatMap((group) => [...(members.get(group) ?? [])]);
    const types = own.flatMap(([, ofLabel]) => [...ofLabel]);
    const count = types.reduce((total, [, rows]) => total + rows, 0);
    const [label, type] = [onlyText(own.map(([one]) => one)), onlyText(types.map(([one]) => one))];
    const within = (first: number, last: number, by: [column: number, text: string][]): Link => {
      const criteria = by.map(([at, text]) => ({ range: cells(first, last, at), label: text }));
      return { kind: "sumByLabel", criteria, values: cells(first, last, column), scale };
    };
    if (label !== null && counts.get(keyOf(label)) === count) return within(top, end, [[run.column, label]]);
    if (type === null || typeColumn === undefined) return null;
    if (label !== null && counts.get(keyOf(label, type)) === count) return within(top, end, [[run.column, label], [typeColumn, type]]);
    const stretch = stretches.get(region);
    if (!stretch || stretch.first === stretch.last || stretch.last - stretch.first + 1 > stretch.rows) return null;
    if (counts.get(keyOf(region, type, "own")) !== count) return null;
    return within(rows[stretch.first]?.row ?? top, rows[stretch.last]?.row ?? end, [[typeColumn, type]]);
  };
}

/** A number is the text that it prints as. */
function keyOf(...texts: CellValue[]): string {
  return texts.map((text) => foldedLabel(String(text))).join("\n");
}

/** The one text among some values, where it can be looked for; null where there is none or several, or no text (TRUE, 3). */
function onlyText(values: readonly CellValue[]): string | null {
  const [value, ...others] = new Set(values);
  return typeof value === "string" && others.length === 0 && isLookable(value) ? value : null;
}
