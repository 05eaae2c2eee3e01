import { either, fields, number, text, whole, type Parser } from "../progress";
import type { PlannedCell } from "./plan";
import { fromAnyRow, inRow } from "./repeated-formulas";

/** More cells than any sheet of ours has, in a row or under each other, and in all. */
const MOST = 20_000;
const MOST_CELLS = 1_000_000;

/** A cell's longest text, behind its apostrophe. */
const LONGEST = 32_768;

/**
 * Neighbours of a row as they are kept: a text behind an apostrophe, a formula, a number; so many blank cells; so many
 * that hold what a copy of the cell above would.
 */
type Packed = string | number | { blank: number } | { above: number };

/** Cells as they are kept, row by row: what they say over and over is kept once. */
export function packedCells(cells: readonly (readonly PlannedCell[])[]): Packed[][] {
  return cells.map((line, row) =>
    line.reduce<Packed[]>((packed, cell, column) => {
      const last = packed.at(-1);
      const one = packedCell(cell, cells[row - 1]?.[column], row);
      if (isMany(last, "blank") && isMany(one, "blank")) last.blank++;
      else if (isMany(last, "above") && isMany(one, "above")) last.above++;
      else packed.push(one);
      return packed;
    }, []),
  );
}

function packedCell(cell: PlannedCell, above: PlannedCell | undefined, row: number): Packed {
  switch (cell.kind) {
    case "blank":
      return { blank: 1 };
    case "text":
      return `'${cell.text}`;
    case "number":
      return cell.value;
    case "formula": {
      const copied = above && copyDown(above, row - 1);
      return copied?.kind === "formula" && copied.formula === cell.formula ? { above: 1 } : cell.formula;
    }
  }
}

/** What a cell's copy in the next row holds; undefined where that is no certain formula. @param row of the cell itself */
function copyDown(cell: PlannedCell, row: number): PlannedCell | undefined {
  const told = cell.kind === "formula" ? fromAnyRow(cell.formula, row) : null;
  return told === null ? undefined : { kind: "formula", formula: inRow(told, row + 1) };
}

function isMany<Name extends "blank" | "above">(packed: Packed | undefined, name: Name): packed is Extract<Packed, Record<Name, number>> {
  return typeof packed === "object" && name in packed;
}

const count = whole(1, MOST);
const packed = either<Packed>(text(LONGEST), number(), fields({ blank: count }), fields({ above: count }));

/** Cells of ours as they were kept. */
export const keptCells: Parser<PlannedCell[][]> = (kept) => {
  if (!Array.isArray(kept) || kept.length > MOST) return undefined;
  const cells: PlannedCell[][] = [];
  let left = MOST_CELLS;
  for (const [row, line] of kept.entries()) {
    const opened = rowOf(line, cells[row - 1] ?? [], row);
    left -= opened?.length ?? 0;
    if (!opened || left < 0) return undefined;
    cells.push(opened);
  }
  return cells;
};

function rowOf(line: unknown, above: readonly PlannedCell[], row: number): PlannedCell[] | undefined {
  if (!Array.isArray(line)) return undefined;
  const cells: PlannedCell[] = [];
  for (const one of line.map(packed)) {
    if (one === undefined || cells.length > MOST) return undefined;
    if (typeof one === "number") cells.push({ kind: "number", value: one });
    else if (typeof one === "string") cells.push(one.startsWith("'") ? { kind: "text", text: one.slice(1) } : { kind: "formula", formula: one });
    else if (isMany(one, "blank")) cells.push(...Array.from({ length: one.blank }, (): PlannedCell => ({ kind: "blank" })));
    else {
      const copies = above.slice(cells.length, cells.length + one.above).map((cell) => copyDown(cell, row - 1));
      if (copies.length < one.above || copies.includes(undefined)) return undefined;
      cells.push(...(copies as PlannedCell[]));
    }
  }
  return cells;
}
