import { cellName, type Figure, type Report } from "../progress";
import type { NoticeParagraph } from "./template/paragraphs";
import type { SourceCells } from "./phrase";

/** A written notice and what its figures rested on then: plain data, kept in the workbook. */
export interface NoticeRecord {
  asOf: string;
  paragraphs: { text: string; figures: { start: number; end: number; sources: number[] }[] }[];
  /** What figures rest on, by what it means and not by where it stood: rows may be sorted and inserted. */
  sources: [key: string, value: number | string][];
}

/** A figure of a written notice that the workbook no longer bears out. */
export interface StaleFigure {
  /** Index of its paragraph in the record. */
  paragraph: number;
  /** UTF-16 offsets in the paragraph. */
  start: number;
  end: number;
  /** Where what changed stands now; empty for what is gone. */
  cells: SourceCells;
}

const DAY = "asOf";

/** What a notice rests on, to be kept beside it. */
export function recordNotice(paragraphs: readonly NoticeParagraph[], report: Report): NoticeRecord {
  const known = sourcesOf(report);
  const byCell = new Map([...known].flatMap(([key, { cells }]) => cells.map((cell) => [cellName(cell), key] as const)));
  const keys: string[] = [];
  const indexOf = (key: string) => {
    const at = keys.indexOf(key);
    return at >= 0 ? at : keys.push(key) - 1;
  };
  const recorded = paragraphs.map(({ text, figures }) => ({
    text,
    figures: figures.map(({ start, end, cells }) => {
      const own = new Set(cells.flatMap((cell) => byCell.get(cellName(cell)) ?? []));
      return { start, end, sources: (own.size > 0 ? [...own] : [DAY]).map(indexOf) };
    }),
  }));
  return { asOf: report.asOf, paragraphs: recorded, sources: keys.map((key) => [key, known.get(key)?.value ?? ""]) };
}

/** The figures of a written notice whose sources have changed since. */
export function staleFigures(record: NoticeRecord, report: Report): StaleFigure[] {
  const now = sourcesOf(report);
  const changed = record.sources.map(([key, value]) => (now.get(key)?.value ?? "") !== value);
  return record.paragraphs.flatMap(({ figures }, paragraph) =>
    figures.flatMap(({ start, end, sources }) => {
      const stale = sources.filter((source) => changed[source]);
      const cells = stale.flatMap((source) => now.get(record.sources[source]?.[0] ?? "")?.cells ?? []);
      return stale.length === 0 ? [] : [{ paragraph, start, end, cells }];
    }),
  );
}

/** Whether something stored is a record. */
export function isNoticeRecord(stored: unknown): stored is NoticeRecord {
  if (typeof stored !== "object" || stored === null) return false;
  const { asOf, paragraphs, sources } = stored as Partial<NoticeRecord>;
  return typeof asOf === "string" && Array.isArray(paragraphs) && Array.isArray(sources);
}

/** Everything of a report that a notice can cite, by what it means. */
function sourcesOf(report: Report): Map<string, { value: number | string; cells: SourceCells }> {
  const sources = new Map<string, { value: number | string; cells: SourceCells }>();
  const put = (key: string, figure: Figure | null) => {
    if (figure) sources.set(key, { value: figure.value, cells: figure.source.cells });
  };
  sources.set(DAY, { value: report.asOf, cells: report.asOfSource ? [report.asOfSource.source] : [] });
  for (const { id, regions } of report.indicators) {
    for (const { region, target, done } of regions) {
      put(`${id}/target/${region}`, target);
      put(`${id}/done/${region}`, done);
    }
  }
  for (const { region, task, reported, repurposed, stock, verified, stated } of report.backlog?.regions ?? []) {
    for (const [measure, figure] of Object.entries({ task, reported, repurposed, stock, verified, stated })) {
      put(`backlog/${measure}/${region}`, figure);
    }
  }
  for (const { year, categories, regions } of report.audit) {
    for (const { region, figures } of regions) figures.forEach((figure, index) => put(`audit/${year}/${region}/${index}`, figure));
    for (const { name, regions: rows } of categories) {
      for (const { region, open } of rows) put(`audit/${year}/${name}/${region}`, open);
    }
  }
  for (const { region, units, outlook, outlookSource } of report.continuing?.regions ?? []) {
    put(`continuing/${region}`, units);
    if (outlookSource) sources.set(`outlook/${region}`, { value: outlook ?? "", cells: [outlookSource] });
  }
  for (const { columns } of report.tables) {
    for (const { meaning, range } of columns) {
      if (meaning?.kind !== "projects") continue;
      const counted = report.indicators.find(({ id }) => id === meaning.indicator)?.projects;
      sources.set(`projects/${meaning.indicator}`, { value: counted ?? "", cells: [range] });
    }
  }
  return sources;
}
