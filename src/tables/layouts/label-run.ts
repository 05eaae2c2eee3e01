import type { CellAddress } from "../../progress";

/** A row that carries a label in the region column. */
export interface LabelRow {
  row: number;
  /** As typed. */
  label: string;
  kind: "region" | "total" | "subtotal" | "aside" | "part";
  /** Where the label stands, where that is not in the run's column. */
  cell?: CellAddress;
}

/** Region labels that stand under one another: the spine of a table. */
export interface LabelRun {
  column: number;
  rows: LabelRow[];
  /** The last row of the run, also where its label is blank because it belongs to the region above. */
  end: number;
  /** A header such as 县（市、区） stands above. */
  headed: boolean;
  /** Under each region stand its projects: in the same column, or in the rows of its section. */
  mixed: boolean | "sections";
}

/** Recognises a region by name alone, short forms included (离石), where a national list is at hand. */
export type KnowsRegion = (name: string) => boolean;

/** The last label at or above a row; undefined above the first. The rows of a long run are many, so it is looked for by halves. */
export function labelOver({ rows }: Pick<LabelRun, "rows">, row: number): LabelRow | undefined {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle]?.row ?? 0) <= row) from = middle + 1;
    else to = middle;
  }
  return rows[from - 1];
}
