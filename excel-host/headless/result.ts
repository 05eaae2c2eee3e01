import {
  a1Range,
  cellName,
  type Figure,
  type IndicatorProgress,
  type Language,
  type Report,
} from "../../src/progress";
import type { HostStats } from "../types";

/** The result of the headless contract, field by field. */
export type Result = ReturnType<typeof resultOf>;

/**
 * Shapes a report as the headless contract has it: money in 万元, rates as fractions.
 * @param notice the generated notice, a paragraph a line
 */
export function resultOf(report: Report, notice: readonly string[], stats: HostStats, language: Language) {
  const { backlog, continuing } = report;
  return {
    asOf: report.asOf,
    pace: report.pace,
    tables: report.tables.map(({ sheet, range, layout }) => ({ sheet, range: a1Range(range), layout })),
    regions: report.regions.map(({ name }) => name),
    indicators: report.indicators.map(indicatorOf),
    backlog: backlog && {
      reported: backlog.reported,
      repurposed: backlog.repurposed,
      stock: backlog.stock,
      computed: backlog.computed,
      verified: backlog.verified,
      regions: backlog.regions.map(({ region, computed, verified }) => ({
        region,
        computed,
        verified: valueOf(verified),
      })),
    },
    audit: report.audit.map(({ year, open, categories, regions }) => ({
      year,
      open,
      categories: categories.map(({ name, open: count }) => ({ name, open: count })),
      regions: regions.map(({ region, open: count }) => ({ region, open: count })),
    })),
    continuing: continuing && {
      units: continuing.units,
      regions: continuing.regions.map(({ region, units, outlook }) => ({ region, units: valueOf(units), outlook })),
    },
    findings: report.findings.map(({ code, severity, message, cells }) => ({
      code,
      severity,
      message: message[language],
      cells: cells.map(cellName),
    })),
    notice: [...notice],
    host: { syncs: stats.syncs, requestBytes: stats.requestBytes, responseBytes: stats.responseBytes },
  };
}

function indicatorOf(indicator: IndicatorProgress) {
  const { statedTotal } = indicator;
  return {
    id: indicator.id,
    name: indicator.name,
    unit: indicator.unit,
    target: indicator.target,
    done: indicator.done,
    rate: indicator.rate,
    statedTotal: statedTotal && { target: valueOf(statedTotal.target), done: valueOf(statedTotal.done) },
    regions: indicator.regions.map(({ region, target, done, rate, rank, status }) => ({
      region,
      target: valueOf(target),
      done: valueOf(done),
      rate,
      rank,
      status,
    })),
  };
}

function valueOf(figure: Figure | null): number | null {
  return figure?.value ?? null;
}
