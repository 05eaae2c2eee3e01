import type { TextFact } from "../../progress";
import { readable, unitsIn } from "../cells";
import type { RegionNames } from "../regions";
import { indicatorsOf, isMeant, settleUnits } from "./column-units";
import { FigureCollector } from "./figure-collector";
import type { Form } from "./forms";
import type { TableReading } from "./table-reading";

/** Reads one region's form: its figures are followed cell by cell. */
export function readForm(form: Form, index: number, names: RegionNames): TableReading {
  const { view, band, span } = form;
  const region = names.canonical(form.region);
  const columns = form.entries.map(({ column, unitText }) => ({
    ...column,
    unit: column.unit ?? unitsIn(unitText)[0] ?? null,
  }));
  const meant = columns.filter(isMeant);
  const indicators = indicatorsOf(columns);
  const { units, findings } = settleUnits(view, band, meant, indicators);
  const figures = new FigureCollector(index, indicators);
  const texts: TextFact[] = [];
  form.entries.forEach(({ row, at }, entry) => {
    const column = columns[entry];
    if (!column?.meaning) return;
    const { meaning } = column;
    const cell = view.address(row, at);
    const value = view.value(row, at);
    if (meaning.kind === "note" || meaning.kind === "outlook") {
      const text = readable(value);
      const link = { kind: "cell", cell, scale: 1 } as const;
      if (text !== "") texts.push({ region, kind: meaning.kind, text, source: cell, link, table: index });
      return;
    }
    figures.collect({
      value,
      format: view.format(row, at),
      cell,
      meaning,
      header: column.header,
      unit: units.get(column) ?? null,
      region,
      label: form.region,
      link: (scale) => ({ kind: "cell", cell, scale }),
      counts: true,
    });
  });
  return {
    summary: {
      sheet: view.sheet,
      range: view.range(band.top, span.first, form.lastRow - band.top + 1, span.last - span.first + 1),
      layout: "perRegion",
      title: band.title,
      labels: null,
      regionBlocks: [],
      columns: form.entries.map(({ row, at }, entry) => ({
        header: columns[entry]?.header ?? "",
        range: view.range(row, at, 1, 1),
        meaning: columns[entry]?.meaning ?? null,
        unit: columns[entry]?.unit?.text ?? null,
      })),
    },
    indicators,
    facts: figures.facts,
    texts,
    gaps: figures.gaps,
    findings: [...findings, ...figures.findings],
    regions: [{ name: region, cell: view.address(form.regionCell.row, form.regionCell.column) }],
  };
}
