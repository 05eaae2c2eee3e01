import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCsv } from "@cj-tech-master/excelts/csv";

/** One region of the data file: a cell is a number, a text, or null where the region has no such task. */
export interface RegionRow {
  region: string;
  /** The figure of a column, in the unit that its sheet prints; null for a blank. */
  number(column: string): number | null;
  /** The words of a column; null for a blank. */
  text(column: string): string | null;
}

/**
 * Reads samples/data/lvliang-2021-04.csv.
 * @throws RangeError where a column is missing or a figure is no number
 */
export function readRegions(): RegionRow[] {
  const file = join(__dirname, "..", "data", "lvliang-2021-04.csv");
  const table = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .join("\n");
  const { rows } = parseCsv(table, { headers: true }) as { rows: Record<string, string>[] };
  return rows.map((cells) => {
    const text = (column: string) => {
      const cell = cells[column];
      if (cell === undefined) throw new RangeError(`no column ${column} in ${file}`);
      return cell === "" ? null : cell;
    };
    const number = (column: string) => {
      const cell = text(column);
      if (cell === null) return null;
      const value = Number(cell);
      if (!Number.isFinite(value)) throw new RangeError(`${column}: ${cell} is no number`);
      return value;
    };
    return { region: text("region") ?? "", number, text };
  });
}

/**
 * Regions in a sheet's own order: offices keep each table as it once came about.
 * @throws RangeError where a region is missing from the order
 */
export function inOrder(regions: readonly RegionRow[], order: readonly string[]): RegionRow[] {
  const unplaced = regions.find(({ region }) => !order.includes(region));
  if (unplaced) throw new RangeError(`no place for ${unplaced.region}`);
  return [...regions].sort((a, b) => order.indexOf(a.region) - order.indexOf(b.region));
}
