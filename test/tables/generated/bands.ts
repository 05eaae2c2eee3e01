import type { GeneratorValue } from "../../support/property";
import type { SheetGrid } from "../../../src/tables";
import { ASIDE, AXES, BESIDE, DONE, RATES, TARGETS, UNITS, UNKNOWN_PAIRS, UNKNOWN_PARTS, UNKNOWN_SUBJECTS, UNKNOWN_VERBS } from "./band-words";
import { flag, oneIn, pick, some, upTo } from "./draw";
import { Grid } from "./grid";

/** What a column of figures truly is. */
export interface TrueColumn {
  subject: number;
  role: "target" | "done" | "rate";
}

/** A table that was composed of bands, with what it truly says. */
export interface BandTable {
  sheet: SheetGrid;
  /** By column of the sheet. */
  columns: Map<number, TrueColumn>;
  /** What its bands are called. */
  subjects: string[];
  /** The rows of regions. */
  rows: number[];
  /** The code of the one typing error in it; null for a clean table. */
  error: "total-mismatch" | "rate-mismatch" | null;
}

/** A column of a band with its header below the band's own. */
interface BandColumn {
  header: string;
  /** Its outer header, where a part stands under 其中. */
  part: boolean;
  role: TrueColumn["role"];
}

interface Band {
  subject: string;
  unit: string;
  columns: BandColumn[];
  /** The figures of a row, one a column. */
  figures(g: GeneratorValue): (number | string)[];
}

/** One subject: a target, one or two stages of what was done with parts or without, and perhaps its rate. */
function bandOf(g: GeneratorValue, subject: string): Band {
  const [pair, words] = [oneIn(g, 4) ? pick(g, UNKNOWN_PAIRS) : null, { target: pick(g, TARGETS), done: pick(g, DONE), rate: pick(g, RATES) }];
  const stages = pair ? [""] : flag(g) ? ["", ...(flag(g) ? [pick(g, UNKNOWN_VERBS)] : [])] : [pick(g, UNKNOWN_VERBS)];
  const parts = !pair && stages.length === 1 && oneIn(g, 4) ? some(g, UNKNOWN_PARTS, 2, 3) : [];
  const rate = pair !== null || flag(g);
  const columns: BandColumn[] = [
    { header: pair?.[0] ?? words.target, part: false, role: "target" },
    ...stages.map((stage): BandColumn => ({ header: pair?.[1] ?? (stage === "" ? words.done : `已${stage}`), part: false, role: "done" })),
    ...parts.map((part): BandColumn => ({ header: part, part: true, role: "done" })),
    ...(rate ? [{ header: pair?.[2] ?? words.rate, part: false, role: "rate" as const }] : []),
  ];
  const figures = () => {
    const target = 20 + upTo(g, 900);
    const dones: number[] = [];
    for (let stage = 0; stage < stages.length; stage++) dones.push(upTo(g, dones.at(-1) ?? target));
    let rest = dones[0] ?? 0;
    const shares = parts.map((_, at) => {
      const share = at === parts.length - 1 ? rest : upTo(g, rest);
      rest -= share;
      return share;
    });
    return [target, ...dones, ...shares, ...(rate ? [`${(((dones.at(-1) ?? 0) * 100) / target).toFixed(2)}%`] : [])];
  };
  return { subject, unit: pick(g, UNITS), columns, figures };
}

/**
 * A table of one to four subjects, each a band, with columns and rows beside them that are no progress, its total below
 * or above, and its units in the headers or in a row of their own.
 */
export function bandTable(g: GeneratorValue): BandTable {
  const axis = pick(g, AXES);
  const regions = some(g, axis.names, 4);
  const bands = some(g, UNKNOWN_SUBJECTS, 1, 4).map((subject) => bandOf(g, subject));
  const hasParts = bands.some(({ columns }) => columns.some(({ part }) => part));
  const levels = hasParts ? 3 : bands.length > 1 || flag(g) ? 2 : 1;
  const unitRow = levels > 1 && oneIn(g, 4) ? 1 : 0;
  const grid = new Grid();
  const about = bands.length === 1 ? bands[0]?.subject : "民生实事";
  grid.put(0, 0, `2023年${about ?? ""}建设进展情况表（截至2023年${1 + upTo(g, 11)}月底）`);
  const serial = flag(g) ? 1 : 0;
  if (serial > 0) grid.put(1, 0, "序号");
  grid.put(1, serial, axis.header);
  const columns = new Map<number, TrueColumn>();
  let at = serial + 1;
  bands.forEach((band, subject) => {
    const [from, last] = [at, band.columns.length - 1];
    if (levels > 1) {
      grid.put(1, from, unitRow > 0 ? band.subject : `${band.subject}（${band.unit}）`);
      grid.merge(1, from, 1, band.columns.length);
    }
    const firstPart = band.columns.findIndex(({ part }) => part);
    if (firstPart >= 0) {
      grid.put(2, from + firstPart, "其中");
      grid.merge(2, from + firstPart, 1, band.columns.filter(({ part }) => part).length);
    }
    band.columns.forEach(({ header, part, role }, index) => {
      const row = levels === 3 && !part ? 2 : levels;
      grid.put(row, from + index, levels === 1 && index === 0 ? `${header}（${band.unit}）` : header);
      if (row < levels) grid.merge(row, from + index, 2, 1);
      if (unitRow > 0) grid.put(levels + 1, from + index, role === "rate" ? "%" : band.unit);
      columns.set(from + index, { subject: part ? subject + PART * (index + 1) : subject, role });
    });
    at += last + 1;
  });
  const beside = some(g, BESIDE, 0, 2);
  beside.forEach(({ header }, index) => {
    grid.put(1, at + index, header);
    grid.merge(1, at + index, levels + unitRow, 1);
  });
  for (let column = 0; column <= serial; column++) grid.merge(1, column, levels + unitRow, 1);
  const total = pick(g, ["none", "below", "above", "apart"] as const);
  let row = levels + unitRow + 1;
  const totalRow = row;
  if (total === "above") row++;
  // A blank row between the total and the regions.
  if (total === "apart") row += 2;
  const aside = oneIn(g, 4) ? 1 + upTo(g, regions.length - 2) : null;
  const rows: number[] = [];
  const sums = new Map<number, number>();
  regions.forEach((region, index) => {
    if (index === aside) {
      grid.put(row, serial, pick(g, ASIDE));
      for (const column of columns.keys()) if (columns.get(column)?.role !== "rate") grid.put(row, column, upTo(g, 100));
      row++;
    }
    if (serial > 0) grid.put(row, 0, index + 1);
    grid.put(row, serial, region);
    let column = serial + 1;
    for (const value of bands.flatMap((band) => band.figures(g))) {
      grid.put(row, column, value);
      if (typeof value === "number") sums.set(column, (sums.get(column) ?? 0) + value);
      column++;
    }
    beside.forEach(({ cell }, index) => grid.put(row, column + index, cell(g)));
    rows.push(row++);
  });
  const place = total === "none" ? null : total === "below" ? row : totalRow;
  if (place !== null) {
    // Above a column of serial numbers the total stands over both.
    grid.put(place, total === "below" ? serial : 0, axis.total);
    if (total !== "below") grid.merge(place, 0, 1, serial + 1);
    for (const [column, sum] of sums) grid.put(place, column, sum);
  }
  const mergesKnown = serial > 0 || hasParts || flag(g);
  return { sheet: grid.sheet("进展", { row: 0, column: 0 }, mergesKnown), columns, subjects: bands.map(({ subject }) => subject), rows, error: null, ...spoiled(g, grid, columns, place, mergesKnown) };
}

/** Parts are subjects of their own: apart from every subject of the table. */
const PART = 100;

/** One typing error in one table of five. */
function spoiled(g: GeneratorValue, grid: Grid, columns: ReadonlyMap<number, TrueColumn>, total: number | null, mergesKnown: boolean): Partial<BandTable> {
  if (total === null || upTo(g, 4) > 0) return {};
  const [column] = some(g, [...columns].filter(([, { role }]) => role !== "rate").map(([at]) => at), 1, 1);
  if (column === undefined) return {};
  grid.put(total, column, 7);
  return { sheet: grid.sheet("进展", { row: 0, column: 0 }, mergesKnown), error: "total-mismatch" };
}
