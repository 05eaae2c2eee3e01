import {
  catalogued,
  cellName,
  decimalsOf,
  finding,
  meaningName,
  meaningUnit,
  times,
  type CellAddress,
  type Fact,
  type Finding,
  type Gap,
  type IndicatorDefinition,
  type Link,
  type Meaning,
  type RangeAddress,
  type Source,
  type TableSummary,
  type TextFact,
} from "../../progress";
import { readable, readNumber, unitsIn, type CellReading, type UnitInfo } from "../cells";
import type { ReadColumn } from "../header";
import type { RegionNames } from "../regions";
import type { Candidate } from "./candidate";
import { withoutDuplicates, type RegionRow } from "./duplicates";

/** What one table says. */
export interface TableReading {
  summary: TableSummary;
  indicators: IndicatorDefinition[];
  facts: Fact[];
  texts: TextFact[];
  gaps: Gap[];
  findings: Finding[];
  /** Regions in the table's order, with the cell that names each. */
  regions: { name: string; cell: CellAddress }[];
}

interface MeantColumn extends ReadColumn {
  meaning: Meaning;
}

/**
 * Reads the cells of a table that was found: figures with the cells they came from, texts, gaps, and
 * findings for whatever could not be taken as it stands.
 * @param index the table's place among all tables of the workbook
 */
export function readCandidate(candidate: Candidate, index: number, names: RegionNames): TableReading {
  const { view, run, band, span, columns } = candidate;
  const indicators = indicatorsOf(columns);
  const caption = [...band.captions.map(({ text }) => text), band.title ?? ""].flatMap(unitsIn);
  const findings: Finding[] = [];
  const meant = columns.filter((column): column is MeantColumn => column.meaning !== null);
  const units = new Map(meant.map((column) => [column, columnUnit(candidate, column, caption, indicators, findings)]));
  settleUnits(indicators, meant, units);
  const firstRow = run.rows[0]?.row ?? 0;
  const rowCount = candidate.lastRow - firstRow + 1;
  const labels = view.range(firstRow, run.column, rowCount, 1);
  const { rows, findings: duplicates } = withoutDuplicates(candidate, meant, names);
  findings.push(...duplicates);

  const facts: Fact[] = [];
  const gaps: Gap[] = [];
  const texts: TextFact[] = [];
  for (const row of rows) {
    for (const column of meant) {
      const cell = view.address(row.row, column.column);
      const { meaning } = column;
      const raw = view.value(row.row, column.column);
      if (meaning.kind === "note" || meaning.kind === "outlook") {
        const text = readable(raw);
        if (row.region !== null && text !== "" && row.counts) {
          const values = view.range(firstRow, column.column, rowCount, 1);
          const link: Link = { kind: "lookup", labels, values, label: row.label, scale: 1 };
          texts.push({ region: row.region, kind: meaning.kind, text, source: cell, link, table: index });
        }
        continue;
      }
      const reading = readNumber(raw, view.format(row.row, column.column));
      const unit = units.get(column) ?? null;
      const values = view.range(firstRow, column.column, rowCount, 1);
      const source = sourceOf(reading, cell, labels, values, row.label, unit);
      if (reading.kind === "number") {
        const fact = factOf(reading, column, unit, row, source, index, indicators);
        if (fact.conflict) findings.push(fact.conflict);
        else if (row.counts) facts.push(fact.fact);
        continue;
      }
      if (reading.kind !== "blank") findings.push(unreadable(reading, row, meaning, cell, indicators));
      const gap = { region: row.region, meaning, source, table: index };
      if (row.counts) gaps.push({ ...gap, reason: reading.kind === "blank" ? "blank" : "unreadable" });
    }
  }
  findings.push(...unmapped(candidate));
  return {
    summary: {
      sheet: view.sheet,
      range: view.range(band.top, span.first, candidate.lastRow - band.top + 1, span.last - span.first + 1),
      layout: candidate.layout,
      title: band.title,
      labels,
      regionBlocks: regionBlocks(candidate),
      columns: columns.map((column) => ({
        header: column.header,
        range: view.range(firstRow, column.column, rowCount, 1),
        meaning: column.meaning,
        unit: units.get(column as MeantColumn)?.text ?? null,
      })),
    },
    indicators,
    facts,
    texts,
    gaps,
    findings,
    regions: rows.flatMap(({ region, row }) =>
      region === null ? [] : [{ name: region, cell: view.address(row, run.column) }],
    ),
  };
}

/** Runs of region rows with no total or average between them. */
function regionBlocks({ view, run }: Candidate): RangeAddress[] {
  const blocks: { first: number; last: number }[] = [];
  for (const { row, kind } of run.rows) {
    if (kind !== "region") continue;
    const open = blocks.at(-1);
    const gapFree = open && !run.rows.some((other) => other.kind !== "region" && other.row > open.last && other.row < row);
    if (gapFree) open.last = row;
    else blocks.push({ first: row, last: row });
  }
  return blocks.map(({ first, last }) => view.range(first, run.column, last - first + 1, 1));
}

function indicatorsOf(columns: readonly ReadColumn[]): IndicatorDefinition[] {
  const found = new Map<string, IndicatorDefinition>();
  for (const { meaning, ownIndicator, partOf } of columns) {
    if (!meaning || !("indicator" in meaning) || meaning.kind === "projects") continue;
    if (found.has(meaning.indicator)) continue;
    const known = catalogued(meaning.indicator);
    const name = ownIndicator?.name ?? meaning.indicator;
    const definition: IndicatorDefinition = known
      ? { ...known }
      : { id: meaning.indicator, name, shortName: name, unit: "", english: name };
    const parent = definition.parent ?? partOf ?? undefined;
    found.set(meaning.indicator, parent === undefined ? definition : { ...definition, parent });
  }
  return [...found.values()];
}

/** A column's unit: its header's; else the caption's, where the caption names one that fits. */
function columnUnit(
  candidate: Candidate,
  column: MeantColumn,
  caption: readonly UnitInfo[],
  indicators: readonly IndicatorDefinition[],
  findings: Finding[],
): UnitInfo | null {
  const expected = meaningUnit(column.meaning, indicators);
  if (expected === null) return null;
  const money = expected === "万元" || column.unit?.kind === "万元";
  const fitting = caption.filter((unit) => (unit.kind === "万元") === money);
  if (column.unit) {
    const other = fitting.find((unit) => money && unit.scale !== column.unit?.scale);
    if (other && fitting.length === 1) {
      findings.push(headerConflict(candidate, column, column.unit, other));
    }
    return column.unit;
  }
  if (money) return fitting.length === 1 ? (fitting[0] ?? null) : null;
  return caption.length === 1 ? (fitting[0] ?? null) : null;
}

function headerConflict(candidate: Candidate, column: ReadColumn, header: UnitInfo, caption: UnitInfo): Finding {
  const { view, band } = candidate;
  const cell = view.address(band.rows.at(-1) ?? band.top, column.column);
  const line = band.captions.find(({ text }) => unitsIn(text).some((unit) => unit.text === caption.text));
  const cells = line ? [cell, view.address(line.row, line.column)] : [cell];
  return finding(
    "unit-conflict",
    cells,
    `“${column.header}”的单位不一致：表头写${header.text}，表上方写${caption.text}；暂按表头计算，请核对`,
    `“${column.header}”: the header says ${header.text}, the caption ${caption.text}; the header is used`,
  );
}

/** An office that counts starts in 户 or 个 has its indicator in that unit; an own indicator takes its header's. */
function settleUnits(
  indicators: IndicatorDefinition[],
  columns: readonly MeantColumn[],
  units: ReadonlyMap<ReadColumn, UnitInfo | null>,
): void {
  for (const definition of indicators) {
    if (definition.unit === "万元") continue;
    const own = columns
      .filter(({ meaning }) => (meaning.kind === "target" || meaning.kind === "done") && meaning.indicator === definition.id)
      .flatMap((column) => units.get(column) ?? []);
    const first = own[0];
    if (first) definition.unit = first.kind;
  }
}

function sourceOf(
  reading: CellReading,
  cell: CellAddress,
  labels: RangeAddress,
  values: RangeAddress,
  label: string,
  unit: UnitInfo | null,
): Source {
  const follows = (reading.kind === "number" && reading.numeric) || reading.kind === "blank";
  const link: Link = follows
    ? { kind: "lookup", labels, values, label, scale: unit?.scale ?? 1 }
    : { kind: "typed", label };
  return { cells: [cell], link };
}

function factOf(
  reading: Extract<CellReading, { kind: "number" }>,
  column: MeantColumn,
  columnUnitInfo: UnitInfo | null,
  row: RegionRow,
  source: Source,
  table: number,
  indicators: readonly IndicatorDefinition[],
): { fact: Fact; conflict: null } | { fact: null; conflict: Finding } {
  const { meaning } = column;
  if (meaning.kind === "rate") {
    const isPercent = reading.percent || /[%％]/.test(column.header) || Math.abs(reading.value) > 2;
    const value = isPercent && !reading.percent ? times(reading.value, 0.01) : reading.value;
    const decimals = isPercent ? reading.decimals : Math.max(0, reading.decimals - 2);
    return { fact: { region: row.region, meaning, value, decimals, source, table }, conflict: null };
  }
  const expected = meaningUnit(meaning, indicators);
  const own = reading.unit;
  if (own && expected && own.kind !== expected && (own.kind === "万元" || expected === "万元" || columnUnitInfo)) {
    const name = meaningName(meaning, indicators);
    return {
      fact: null,
      conflict: finding(
        "unit-conflict",
        source.cells,
        `${cellNames(source)} 写的单位是“${own.text}”，而${name.chinese}应为“${expected}”；未计入，请核对`,
        `${cellNames(source)} is in ${own.text}, ${name.english} in ${expected}; left out`,
      ),
    };
  }
  const scale = own?.scale ?? columnUnitInfo?.scale ?? 1;
  const shift = Math.round(Math.log10(scale));
  const value = scale === 1 ? reading.value : times(reading.value, scale);
  const decimals = scale === 1 ? reading.decimals : Math.min(reading.decimals - shift, Math.max(decimalsOf(value), reading.decimals - shift));
  return { fact: { region: row.region, meaning, value, decimals, source, table }, conflict: null };
}

function unreadable(
  reading: Extract<CellReading, { kind: "error" | "unreadable" }>,
  row: RegionRow,
  meaning: Meaning,
  cell: CellAddress,
  indicators: readonly IndicatorDefinition[],
): Finding {
  const name = meaningName(meaning, indicators);
  const whose = row.region ?? "合计";
  if (reading.kind === "error") {
    return finding(
      "formula-error",
      [cell],
      `${cellName(cell)}（${whose}，${name.chinese}）是公式错误 ${reading.code}，未计入，请修正公式`,
      `${cellName(cell)} (${whose}, ${name.english}) holds the formula error ${reading.code}; left out`,
    );
  }
  return finding(
    "unreadable-number",
    [cell],
    `${cellName(cell)}（${whose}，${name.chinese}）写的是“${reading.text}”，不是确切的数字，未计入，请改为数字`,
    `${cellName(cell)} (${whose}, ${name.english}) says “${reading.text}”, which is no exact number; left out`,
  );
}

function unmapped(candidate: Candidate): Finding[] {
  const { view, run, columns } = candidate;
  return columns
    .filter((column) => column.meaning === null && !column.ignorable && !column.empty)
    .map((column) => {
      const row = candidate.band.rows.at(-1) ?? run.rows[0]?.row ?? 0;
      return finding(
        "unmapped-column",
        [view.address(row, column.column)],
        `没有认出“${column.header}”这一列，未使用`,
        `The column “${column.header}” was not understood and is not used`,
      );
    });
}

function cellNames(source: Source): string {
  return source.cells.map(cellName).join("、");
}

