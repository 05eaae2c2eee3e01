import type { TextFact } from "../../progress";
import { readable } from "../cells";
import { explained, firmIn, indicatorsOf, isMeant, meaningsOf, settleUnits } from "./column-units";
import { FigureCollector } from "./figure-collector";
import type { Form } from "./forms";
import type { RegionMention } from "./form-regions";
import { areInPercent } from "./rates";
import type { TableReading } from "./table-reading";

/**
 * Reads one region's form: its figures are followed cell by cell.
 * @param region canonical; null for a form of the whole city, whose figures are totals
 */
export function readForm(form: Form, index: number, region: string | null, mention: RegionMention): TableReading {
  const { view, band, span, entries } = form;
  const columns = entries.map(({ column }) => column);
  const meant = columns.filter(isMeant);
  const indicators = indicatorsOf(columns);
  const { units, findings } = settleUnits(view, band, meant, indicators, (meantColumn) =>
    entries.filter((entry) => entry.column === meantColumn).map(({ row, at }) => ({ row, column: at })),
  );
  const figures = new FigureCollector(index, indicators);
  const texts: TextFact[] = [];
  const percent = inPercent(form);
  for (const { column, row, at } of entries) {
    const { meaning } = column;
    if (!meaning) continue;
    const cell = view.address(row, at);
    if (meaning.kind === "note" || meaning.kind === "outlook") {
      const text = readable(view.value(row, at));
      const link = { kind: "cell", cell, scale: 1 } as const;
      if (text !== "" && region !== null) texts.push({ region, kind: meaning.kind, text, source: cell, link, table: index });
      continue;
    }
    for (const one of meaningsOf(column)) figures.collect({
      reading: view.reading(row, at),
      cell,
      meaning: one,
      percent: percent || column.header.includes("%"),
      unit: units.get(column) ?? null,
      region,
      label: mention.name,
      link: (scale) => ({ kind: "cell", cell, scale }),
      counts: true,
    });
  }
  const { row, column } = mention.cell ?? { row: form.headerRow, column: span.first };
  return {
    summary: {
      sheet: view.sheet,
      range: view.range(band.top, span.first, form.lastRow - band.top + 1, span.last - span.first + 1),
      layout: "perRegion",
      title: band.title,
      labels: null,
      regionBlocks: [],
      columns: entries.map((entry) => ({
        ...explained(entry.column, units.get(entry.column) ?? null),
        range: view.range(entry.row, entry.at, 1, 1),
      })),
    },
    indicators,
    facts: figures.facts,
    texts,
    gaps: figures.gaps,
    findings: [...findings, ...figures.findings],
    firm: firmIn(columns),
    regions: region === null ? [] : [{ name: region, cell: view.address(row, column) }],
  };
}

function inPercent({ view, entries }: Form): boolean {
  const figure = (kind: "target" | "done", indicator: string) => {
    const entry = entries.find(({ column }) => column.meaning?.kind === kind && column.meaning.indicator === indicator);
    const reading = entry && view.reading(entry.row, entry.at);
    return reading?.kind === "number" ? reading.value : null;
  };
  return areInPercent(
    entries.flatMap(({ column: { meaning }, row, at }) => {
      const reading = view.reading(row, at);
      if (meaning?.kind !== "rate" || reading.kind !== "number" || reading.percent) return [];
      const { value, decimals } = reading;
      return [{ value, decimals, target: figure("target", meaning.indicator), done: figure("done", meaning.indicator) }];
    }),
  );
}
