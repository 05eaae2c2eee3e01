import { a1Range, cellName, type Figure, type Report } from "../../../src/progress";

/**
 * What was read from a workbook, a line a thing, as the corpus files expect it:
 *
 *     as-of 2021-04-23                           the tables' own date; left out where they name none
 *     table 目标任务!A1:N20 wide
 *     regions 离石区 孝义市
 *     starts 棚户区改造开工 套: 4005/999 stated 4005/999     target/done, "-" where there is none
 *       离石区 1700/0
 *     backlog / audit / continuing / note …      the other parts of a report, a region a line
 *     month 2021-03-31 3月                       each day that the workbook keeps, a line an indicator
 *       starts 4005/999
 *     finding total-mismatch 目标任务!M19
 */
export function outcomeOf(report: Report): string[] {
  return [
    ...(report.asOfSource ? [`as-of ${report.asOf}`] : []),
    ...report.tables.map(({ sheet, range, layout }) => `table ${sheet}!${a1Range(range)} ${layout}`),
    `regions ${report.regions.map(({ name }) => name).join(" ")}`.trimEnd(),
    ...report.indicators.flatMap((indicator) => {
      const { id, name, unit, target, done, statedTotal } = indicator;
      const stated = statedTotal ? ` stated ${pair(valueOf(statedTotal.target), valueOf(statedTotal.done))}` : "";
      const title = id === `own:${name}` ? id : `${id} ${name}`;
      return [
        `${title} ${unit}: ${pair(target, done)}${stated}`,
        ...indicator.regions.flatMap((row) =>
          row.target || row.done ? [`  ${row.region} ${pair(valueOf(row.target), valueOf(row.done))}`] : [],
        ),
      ];
    }),
    ...(report.backlog?.regions.map((row) => {
      const measures = [row.task, row.reported, row.repurposed, row.stock].map((figure) => figure?.value ?? "-");
      return `backlog ${row.region} ${measures.join(" ")} computed ${row.computed ?? "-"} verified ${row.verified?.value ?? "-"}`;
    }) ?? []),
    ...report.audit.flatMap(({ year, open, regions }) => [
      `audit ${year}: ${open}`,
      ...regions.map((row) => `  ${row.region} ${row.open}`),
    ]),
    ...(report.continuing?.regions.map((row) => `continuing ${row.region} ${row.units?.value ?? "-"} ${row.outlook ?? ""}`.trimEnd()) ?? []),
    ...report.notes.map(({ region, text }) => `note ${region} ${text}`),
    ...(report.months ?? []).flatMap(({ asOf, sheets, indicators }) => [
      `month ${asOf} ${sheets.join(" ")}`,
      ...Object.entries(indicators).map(([id, { target, done }]) => `  ${id} ${pair(target, done)}`),
    ]),
    ...report.findings.map(({ code, cells }) => `finding ${code} ${cells.map(cellName).join(" ")}`),
  ];
}

function valueOf(figure: Figure | null): number | null {
  return figure?.value ?? null;
}

function pair(target: number | null, done: number | null): string {
  return `${target ?? "-"}/${done ?? "-"}`;
}
