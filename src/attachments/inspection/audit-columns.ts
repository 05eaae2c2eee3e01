import { meaningKey, type AuditYear, type Report } from "../../progress";
import { figureCell } from "../figure-cell";
import { rowName, sumOf, type FormColumn } from "../form";
import type { LiveLinks } from "../live-links";
import { widestFigure } from "../number-format";
import { COUNT_FORMAT } from "../styles";
import { UNREAD_SIGN } from "../unread";

/** 审计未整改问题: each year's categories and their sum. */
export function auditColumns(report: Report, live: LiveLinks): FormColumn[] {
  return report.audit.flatMap((year) => {
    const band = `${year.year}年审计未整改问题（个）`;
    const categories = categoryColumns(year, band, live);
    return [...categories, totalColumn(year, band, categories, live)];
  });
}

function categoryColumns({ year, categories }: AuditYear, band: string, live: LiveLinks): FormColumn[] {
  return categories.map(({ name, open, regions }) => {
    const id = meaningKey({ kind: "audit", year, category: name });
    const figures = regions.map((row) => row.open);
    return {
      id,
      path: [band, name],
      numberFormat: COUNT_FORMAT,
      widest: widestFigure(figures, open, COUNT_FORMAT),
      cell: (place) => {
        const { region } = place;
        const own = regions.find((row) => row.region === region)?.open ?? null;
        const unread = own ? null : live.unread(region, { kind: "audit", year, category: name });
        return unread ?? figureCell(own, live.blank(region, figures), true, rowName(place));
      },
      total: sumOf(id),
    };
  });
}

/** 小计 of a year's categories; a year counted without categories is one column under its own name. */
function totalColumn(year: AuditYear, band: string, categories: readonly FormColumn[], live: LiveLinks): FormColumn {
  const id = meaningKey({ kind: "audit", year: year.year, category: null });
  const needs = categories.map((column) => column.id);
  const figures = year.regions.flatMap((row) => row.figures);
  return {
    id,
    path: needs.length === 0 ? [band] : [band, "小计"],
    needs,
    numberFormat: COUNT_FORMAT,
    widest: widestFigure(figures, year.open, COUNT_FORMAT),
    cell: (place) => {
      const { region, at } = place;
      const own = year.regions.find((row) => row.region === region);
      const unread = live.unread(region, { kind: "audit", year: year.year, category: null });
      if (needs.length === 0) return (own ? null : unread) ?? figureCell(own?.figures[0] ?? null, live.blank(region, figures), true, rowName(place));
      const isPartial = year.categories.some(({ name }) => live.unread(region, { kind: "audit", year: year.year, category: name }));
      if (isPartial) return { cell: { kind: "text", text: UNREAD_SIGN } };
      const sum = needs.map((category) => `N(${at(category)})`).join("+");
      return { cell: { kind: "formula", formula: `=IF(${sum}=0,"",${sum})` } };
    },
    total: sumOf(id),
  };
}
