import { cellName } from "./address";
import { plain, roundHalfUp } from "./decimal";
import { figureKey, meaningKey } from "./figure-id";
import { finding, type Finding } from "./findings";
import { meaningName } from "./meaning";
import type { Fact, Gap, Meaning, Records, Source } from "./records";

/** A figure with the cells it came from. */
export interface Figure {
  value: number;
  source: Source;
  /** Digits after the point as the staff's cell states it. */
  decimals: number;
}

/** The workbook's figures by region and meaning, each with one value. */
export interface Figures {
  /** The figure of a region; null where the workbook has none. */
  of(region: string, meaning: Meaning): Figure | null;
  /** Stated in a total row (合计/全市); null without one. */
  stated(meaning: Meaning): Figure | null;
  /** The blank or unreadable cell of a region's figure; null where there is none. */
  gap(region: string, meaning: Meaning): Gap | null;
  /** Whether any table has a column (or row) for this. */
  hasColumn(meaning: Meaning): boolean;
  /** Two tables that give one figure differently. */
  conflicts: Finding[];
}

/**
 * Brings facts from all tables together: one value a figure.
 * Where two tables give one figure differently, the first one met stands and a finding names both. Totals are
 * held against their own rows alone: where those differ, the finding is at the rows.
 */
export function gatherFigures(records: Records): Figures {
  const figures = new Map<string, Figure>();
  const gaps = new Map<string, Gap>();
  const columns = new Set<string>();
  const conflicts: Finding[] = [];

  for (const gap of records.gaps) {
    columns.add(meaningKey(gap.meaning));
    const key = figureKey(gap);
    if (!gaps.has(key)) gaps.set(key, gap);
  }
  for (const fact of records.facts) {
    columns.add(meaningKey(fact.meaning));
    if (fact.of) continue;
    const key = figureKey(fact);
    const known = figures.get(key);
    if (!known) {
      figures.set(key, { value: fact.value, source: fact.source, decimals: fact.decimals });
    } else if (fact.region !== null && fact.meaning.kind !== "rate" && differ(known, fact)) {
      conflicts.push(conflict(records, fact, known));
    }
  }

  return {
    of: (region, meaning) => figures.get(figureKey({ region, meaning })) ?? null,
    stated: (meaning) => figures.get(figureKey({ region: null, meaning })) ?? null,
    gap: (region, meaning) => gaps.get(figureKey({ region, meaning })) ?? null,
    hasColumn: (meaning) => columns.has(meaningKey(meaning)),
    conflicts,
  };
}

/** Compared at the decimals of the coarser: 1.73亿元 agrees with 17342万元. */
function differ(a: Figure, b: Figure): boolean {
  const decimals = Math.min(a.decimals, b.decimals);
  return roundHalfUp(a.value, decimals) !== roundHalfUp(b.value, decimals);
}

function conflict(records: Records, fact: Fact, known: Figure): Finding {
  const cells = [...known.source.cells, ...fact.source.cells];
  const name = meaningName(fact.meaning, records.indicators);
  const [first, second] = [known.source.cells[0], fact.source.cells[0]];
  const where = [first, second].map((cell) => (cell ? cellName(cell) : ""));
  const region = fact.region ?? "合计";
  return finding(
    "source-conflict",
    cells,
    `${region}的${name.chinese}两处不一致：${where[0]} 为 ${plain(known.value)}，${where[1]} 为 ${plain(fact.value)}；暂按前者计算，请核对`,
    `${region}, ${name.english}: ${where[0]} says ${plain(known.value)}, ${where[1]} says ${plain(fact.value)}; the first is used`,
  );
}
