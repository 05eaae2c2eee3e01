import {
  buildReport,
  DEFAULT_OFFICE_SETTINGS,
  catalogued,
  type CellAddress,
  type Fact,
  type IndicatorDefinition,
  type Meaning,
  type Period,
  type RankingRule,
  type Records,
  type Report,
  type TableColumn,
  type Threshold,
} from "../../src/progress";

/** One region's cells: [target, done] by indicator id; null is a blank cell. */
export interface Row {
  region: string;
  short?: string;
  figures?: Record<string, readonly [target: number | null, done: number | null]>;
  projects?: Record<string, number>;
  backlog?: Partial<Record<"task" | "reported" | "repurposed" | "stock" | "verified", number>>;
  /** Open findings as [year, category, open]. */
  audit?: readonly (readonly [year: number, category: string | null, open: number])[];
  continuing?: readonly [units: number, outlook: string | null];
  note?: string;
}

export interface BuilderOptions {
  asOf?: string;
  threshold?: Threshold;
  place?: string | null;
  /** Indicators that the catalogue lacks. */
  own?: readonly IndicatorDefinition[];
  /** Header of a backlog or continuing column, where its words matter. */
  headers?: Partial<Record<string, string>>;
  /** The office's rule of 综合排名. */
  ranking?: RankingRule;
  /** Earlier periods. */
  kept?: readonly Period[];
}

const SHEET = "表";

/** A report over hand-written rows, each figure in a cell of its own: one row a region, from row 1 on. */
export function reportOf(rows: readonly Row[], options: BuilderOptions = {}): Report {
  const columns = new Map<string, { meaning: Meaning; column: number }>();
  const facts: Fact[] = [];
  const texts: Records["texts"] = [];
  const gaps: Records["gaps"] = [];
  const ids = new Set<string>();

  const cellOf = (meaning: Meaning, row: number): CellAddress => {
    const key = JSON.stringify(meaning);
    const column = columns.get(key)?.column ?? columns.size + 1;
    columns.set(key, { meaning, column });
    return { sheet: SHEET, row, column };
  };
  const put = (row: number, region: string, meaning: Meaning, value: number | null) => {
    const source = { cells: [cellOf(meaning, row)], link: { kind: "typed", label: region } as const };
    if (value === null) gaps.push({ region, meaning, reason: "blank", source, table: 0 });
    else facts.push({ region, meaning, value, decimals: 0, source, table: 0 });
  };

  rows.forEach(({ region, ...cells }, index) => {
    const row = index + 1;
    for (const [indicator, [target, done]] of Object.entries(cells.figures ?? {})) {
      ids.add(indicator);
      put(row, region, { kind: "target", indicator }, target);
      put(row, region, { kind: "done", indicator }, done);
    }
    for (const [indicator, count] of Object.entries(cells.projects ?? {})) {
      put(row, region, { kind: "projects", indicator }, count);
    }
    for (const [measure, value] of Object.entries(cells.backlog ?? {})) {
      put(row, region, { kind: "backlog", measure: measure as "task" }, value);
    }
    for (const [year, category, open] of cells.audit ?? []) {
      put(row, region, { kind: "audit", year, category }, open);
    }
    if (cells.continuing) {
      const [units, outlook] = cells.continuing;
      put(row, region, { kind: "continuing" }, units);
      const source = cellOf({ kind: "outlook" }, row);
      if (outlook !== null) texts.push({ region, kind: "outlook", text: outlook, source, link: { kind: "typed", label: region }, table: 0 });
    }
    if (cells.note !== undefined) {
      const source = cellOf({ kind: "note" }, row);
      texts.push({ region, kind: "note", text: cells.note, source, link: { kind: "typed", label: region }, table: 0 });
    }
  });

  const indicators = [...ids].map((id) => {
    const definition = catalogued(id) ?? options.own?.find((own) => own.id === id);
    if (!definition) throw new RangeError(`no definition of ${id}`);
    return definition;
  });
  const tableColumns = [...columns.values()].map(({ meaning, column }): TableColumn => {
    const name = meaning.kind === "backlog" ? meaning.measure : meaning.kind;
    return {
      header: options.headers?.[name] ?? (name === "note" ? "进展说明" : name),
      range: { sheet: SHEET, row: 1, column, rowCount: rows.length, columnCount: 1 },
      meaning,
      unit: null,
    };
  });
  const records: Records = {
    asOf: null,
    titleYear: null,
    place: options.place ?? null,
    tables: [
      {
        sheet: SHEET,
        range: { sheet: SHEET, row: 0, column: 0, rowCount: rows.length + 1, columnCount: columns.size + 1 },
        layout: "wide",
        title: null,
        labels: null,
        regionBlocks: [],
        columns: tableColumns,
      },
    ],
    regions: rows.map(({ region, short }, index) => ({
      name: region,
      shortName: short ?? shortOf(region),
      source: { sheet: SHEET, row: index + 1, column: 0 },
    })),
    indicators,
    facts,
    texts,
    gaps,
    findings: [],
  };
  const settings = { ...DEFAULT_OFFICE_SETTINGS, ...(options.threshold ? { threshold: options.threshold } : {}), ...(options.ranking ? { ranking: options.ranking } : {}) };
  return buildReport(records, { asOf: options.asOf ?? "2021-04-23", today: "2021-04-23", settings, kept: options.kept ?? [] });
}

function shortOf(region: string): string {
  return region.length > 2 && /[县市区]$/.test(region) ? region.slice(0, -1) : region;
}
