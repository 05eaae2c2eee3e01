import { meaningKey, sum, type CellAddress, type Fact, type Gap, type Link, type RangeAddress } from "../../progress";

/** A figure of one project. */
export interface Part {
  fact: Fact;
  column: number;
  row: number;
}

/** Makes a formula link for a region's sum; null where only the very cells will do. */
type LabelLink = (column: number, label: string, part: Part) => Link | null;

/**
 * Adds the projects of a ledger up by region and meaning.
 * @param gaps blank cells of projects: a region has a gap only where none of its projects has a figure
 */
export function sumOf(parts: readonly Part[], gaps: readonly Gap[], labelLink: LabelLink): { facts: Fact[]; gaps: Gap[] } {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const key = keyOf(part.fact);
    const group = groups.get(key);
    if (group) group.push(part);
    else groups.set(key, [part]);
  }
  const blanks = new Map<string, Gap>();
  for (const gap of gaps) {
    const key = keyOf(gap);
    if (gap.reason === "unreadable" || !groups.has(key)) blanks.set(key, gap);
  }
  return { facts: [...groups.values()].flatMap((group) => summed(group, labelLink)), gaps: [...blanks.values()] };
}

function summed(group: readonly Part[], labelLink: LabelLink): Fact[] {
  const [first] = group;
  if (!first) return [];
  const cells = group.flatMap(({ fact }) => fact.source.cells);
  const links = group.map(({ fact }) => fact.source.link);
  const scales = new Set(links.map((link) => (link.kind === "cell" ? link.scale : null)));
  const followed = scales.size === 1 && !scales.has(null);
  const label = links.find((link) => link.kind === "typed")?.label ?? "";
  const own = first.fact.region === null ? null : labelLink(first.column, labelOf(group), first);
  const link: Link = followed
    ? (own ?? { kind: "sum", ranges: runsOf(cells), scale: [...scales][0] ?? 1 })
    : { kind: "typed", label };
  return [
    {
      ...first.fact,
      value: sum(group.map(({ fact }) => fact.value)),
      decimals: Math.max(...group.map(({ fact }) => fact.decimals)),
      source: { cells, link },
    },
  ];
}

function labelOf(group: readonly Part[]): string {
  return group[0]?.fact.region ?? "";
}

/** Cells under one another as blocks, so that a project inserted between them is counted. */
function runsOf(cells: readonly CellAddress[]): RangeAddress[] {
  const runs: RangeAddress[] = [];
  for (const cell of cells) {
    const open = runs.at(-1);
    if (open && open.sheet === cell.sheet && open.column === cell.column && open.row + open.rowCount === cell.row) open.rowCount++;
    else runs.push({ ...cell, rowCount: 1, columnCount: 1 });
  }
  return runs;
}

function keyOf({ region, meaning }: Pick<Fact, "region" | "meaning">): string {
  return `${region ?? "\u0000"} ${meaningKey(meaning)}`;
}
