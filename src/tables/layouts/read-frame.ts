import { finding, sum, type Finding, type Link, type RangeAddress, type TextFact } from "../../progress";
import { readable } from "../../cells";
import type { RegionNames } from "../../regions";
import { explained, firmIn, indicatorsOf, isMeant, meaningsOf, settleUnits } from "./column-units";
import { foldedLabel, isLookable, takeFigure, type FigureCell, type TakenFigure } from "./figures";
import { headerCellOf, type Frame, type TableReading } from "./frame";
import { unmapped } from "./not-used";
import { percentColumns } from "./rates";
import { regionRows } from "./region-rows";
import type { View } from "../view";

/**
 * Reads the cells of a table in which each region has a row (or a column, or a form): figures with the cells they came
 * from, texts, gaps, and findings for whatever could not be taken as it stands.
 * @param index the table's place among all tables of the workbook
 */
export function readFrame(frame: Frame, index: number, names: RegionNames): TableReading {
  const { view, run, band, columns } = frame;
  const meant = columns.filter(isMeant);
  const indicators = indicatorsOf(columns);
  const { units, findings: unitFindings } = settleUnits(frame, meant, indicators, run.rows.map(({ row }) => row));
  const { rows, findings: duplicates } = regionRows(frame, meant, names);
  const firstRow = run.rows[0]?.row ?? 0;
  const rowCount = frame.lastRow - firstRow + 1;
  const cellsOf = (column: number) => view.range(firstRow, column, rowCount, 1);
  const labels = frame.mentions.length > 0 ? null : cellsOf(run.column);
  const found = firstRows(frame);
  const figures: TakenFigure[] = [];
  const texts: TextFact[] = [];
  const inPercent = percentColumns(frame, rows.map(({ row }) => row));

  for (const { row, region, label, counts, of } of rows) {
    const isFound = labels !== null && isLookable(label) && found.get(foldedLabel(label)) === row;
    for (const column of meant) {
      const { meaning } = column;
      const cell = view.address(row, column.column);
      const values = cellsOf(column.column);
      const link = (scale: number): Link => (isFound ? { kind: "lookup", labels, values, label, scale } : { kind: "cell", cell, scale });
      if (meaning.kind === "note" || meaning.kind === "outlook") {
        const text = readable(view.value(row, column.column));
        if (region === null || text === "" || !counts) continue;
        texts.push({ region, kind: meaning.kind, text, source: cell, link: link(1), table: index });
        continue;
      }
      const unit = units.get(column) ?? null;
      const percent = inPercent.has(column);
      const figure = column.addedTo ? addedUp(view, row, [...column.addedTo, column.column]) : { reading: view.reading(row, column.column), cell, link };
      for (const meaning of meaningsOf(column)) figures.push(takeFigure({ ...figure, meaning, percent, unit, region, label, counts, ...(of ? { of } : {}) }, { index, indicators }));
    }
  }
  return {
    summary: {
      sheet: view.sheet,
      range: frame.range,
      layout: frame.layout,
      title: band.title,
      labels,
      regionBlocks: labels === null ? [] : regionBlocks(frame),
      columns: columns.map((column) => ({
        ...explained(column, units.get(column) ?? null),
        ...(labels === null ? {} : { headerCell: headerCellOf(frame, column.column) }),
        range: cellsOf(column.column),
      })),
    },
    indicators,
    facts: figures.flatMap(({ fact }) => fact ?? []),
    texts,
    gaps: figures.flatMap(({ gap }) => gap ?? []),
    findings: [...unitFindings, ...duplicates, ...figures.flatMap((taken) => taken.finding ?? []), ...unmapped(frame), ...unclearMonths(frame)],
    firm: firmIn(columns),
    regions: rows.flatMap(({ region, cell }) => (region === null ? [] : [{ name: region, cell }])),
  };
}

/** What was done since January: the months' own cells added up, as the total beside them adds them. */
function addedUp(view: View, row: number, columns: readonly number[]): Pick<FigureCell, "reading" | "cell" | "cells" | "link"> {
  const readings = columns.map((column) => view.reading(row, column));
  const numbers = readings.flatMap((reading) => (reading.kind === "number" ? [reading] : []));
  const bad = readings.findIndex(({ kind }) => kind !== "number" && kind !== "blank");
  const cells = columns.map((column) => view.address(row, column));
  const at = { cell: view.address(row, columns[Math.max(0, bad)] ?? 0), link: (scale: number): Link => ({ kind: "sum", ranges: columns.map((column) => view.range(row, column, 1, 1)), scale }) };
  const [first] = numbers;
  if (bad >= 0 || !first) return { ...at, reading: readings[bad] ?? { kind: "blank" } };
  const [value, decimals] = [sum(numbers.map((number) => number.value)), Math.max(...numbers.map((number) => number.decimals))];
  return { ...at, cells, reading: { ...first, value, decimals, numeric: numbers.every(({ numeric }) => numeric) } };
}

/** months-unclear: months side by side of which nothing tells whether they are added up already. */
function unclearMonths(frame: Frame): Finding[] {
  const { unclear } = frame.byMonth;
  if (unclear.length === 0) return [];
  const [first, last] = [unclear[0]?.header ?? "", unclear.at(-1)?.header ?? ""];
  return [
    finding(
      "months-unclear",
      unclear.map(({ column }) => headerCellOf(frame, column)),
      `“${first}”至“${last}”各列看不出是当月数还是累计数，没有读取；请在表头写明“累计”，或加一列“累计”`,
      `Nothing tells whether “${first}” to “${last}” are each month's own figures or cumulative; they were not read. Say 累计 in the headers or add a column of that name`,
    ),
  ];
}

/** Where Excel finds each label of the region column: in the first row that has it. */
function firstRows({ view, run, lastRow }: Frame): Map<string, number> {
  const rows = new Map<string, number>();
  for (let row = run.rows[0]?.row ?? 0; row <= lastRow; row++) {
    const label = view.value(row, run.column);
    if (typeof label === "string" && !rows.has(foldedLabel(label))) rows.set(foldedLabel(label), row);
  }
  return rows;
}

/** Runs of region rows with no total or average between them. */
function regionBlocks({ view, run }: Frame): RangeAddress[] {
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
