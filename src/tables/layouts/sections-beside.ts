import { viewOn, type View } from "../view";
import type { LabelRun } from "./label-run";

/**
 * The same sheet with the headings of its sections (一、阿克苏市 alone in its row) in a column of their own before the
 * others, beside each row of the section, and their own rows left out: what stands under a heading is then a row like any
 * other of its region.
 */
export function withSectionsBeside(view: View, { rows: headings, end, column: named }: LabelRun): View {
  const labels = new Map(headings.map(({ row, label }) => [row, label]));
  const rows = Array.from({ length: view.rowCount }, (_, row) => row).filter((row) => !labels.has(row));
  const placeOf = new Map(rows.map((row, place) => [row, place]));
  const sectionOf: string[] = [];
  let open = "";
  for (let row = headings[0]?.row ?? 0; row <= end; row++) {
    open = labels.get(row) ?? open;
    sectionOf[row] = view.text(row, named) === "" ? "" : open;
  }
  const at = (row: number) => rows[row] ?? view.rowCount;
  const own = (column: number) => (column === 0 ? named : column - 1);
  return viewOn({
    ...view,
    rowCount: rows.length,
    columnCount: view.columnCount + 1,
    value: (row, column) => (column === 0 ? (sectionOf[at(row)] ?? "") : view.value(at(row), column - 1)),
    format: (row, column) => (column === 0 ? null : view.format(at(row), column - 1)),
    merge: (row, column) => {
      const area = column === 0 ? null : view.merge(at(row), column - 1);
      return area && { ...area, row: placeOf.get(area.row) ?? -1, column: area.column + 1 };
    },
    hidden: (row) => view.hidden(at(row)),
    address: (row, column) => view.address(at(row), own(column)),
    range: (row, column, rowCount, columnCount) => {
      const [first, last] = [at(row), at(row + rowCount - 1)];
      return view.range(first, own(column), last - first + 1, Math.max(1, column === 0 ? columnCount - 1 : columnCount));
    },
  });
}
