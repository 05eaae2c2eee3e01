import { sum } from "./decimal";
import type { Figure, Figures } from "./figures";
import type { Records } from "./records";

/** Open findings of one category in one year. */
export interface AuditCategory {
  name: string;
  open: number;
  regions: { region: string; open: Figure }[];
}

/** 审计问题整改: the findings of one audit year that are still open. */
export interface AuditYear {
  year: number;
  open: number;
  /** Empty where the workbook counts the year without categories. */
  categories: AuditCategory[];
  /** Regions with open findings, in the workbook's order. */
  regions: { region: string; open: number; figures: Figure[] }[];
}

/** Sums open audit findings by year, category and region; years ascending. */
export function auditProgress(records: Records, figures: Figures): AuditYear[] {
  const categoriesByYear = new Map<number, (string | null)[]>();
  for (const { meaning } of records.facts) {
    if (meaning.kind !== "audit") continue;
    const known = categoriesByYear.get(meaning.year) ?? [];
    if (!known.includes(meaning.category)) known.push(meaning.category);
    categoriesByYear.set(meaning.year, known);
  }
  return [...categoriesByYear]
    .sort(([a], [b]) => a - b)
    .map(([year, known]) => auditYear(year, inColumnOrder(records, year, known), records, figures));
}

function auditYear(
  year: number,
  names: readonly (string | null)[],
  records: Records,
  figures: Figures,
): AuditYear {
  const open = (region: string, category: string | null) => {
    const figure = figures.of(region, { kind: "audit", year, category });
    return figure && figure.value !== 0 ? figure : null;
  };
  const categories = names
    .filter((name): name is string => name !== null)
    .map((name) => {
      const regions = records.regions.flatMap(({ name: region }) => {
        const figure = open(region, name);
        return figure ? [{ region, open: figure }] : [];
      });
      return { name, open: sum(regions.map((row) => row.open.value)), regions };
    });
  const regions = records.regions.flatMap(({ name: region }) => {
    const parts = names.filter((name) => name !== null).map((name) => open(region, name));
    const counted = (parts.some(Boolean) ? parts : [open(region, null)]).filter(
      (figure): figure is Figure => figure !== null,
    );
    const total = sum(counted.map((figure) => figure.value));
    return counted.length === 0 ? [] : [{ region, open: total, figures: counted }];
  });
  return { year, open: sum(regions.map((row) => row.open)), categories, regions };
}

/** Categories in the order of the tables' columns, not of the first county that has one. */
function inColumnOrder(
  records: Records,
  year: number,
  known: readonly (string | null)[],
): (string | null)[] {
  const ordered = records.tables.flatMap((table) =>
    table.columns.flatMap(({ meaning }) =>
      meaning?.kind === "audit" && meaning.year === year ? [meaning.category] : [],
    ),
  );
  return [...new Set([...ordered, ...known])];
}
