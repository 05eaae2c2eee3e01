import {
  catalogued,
  cellName,
  meaningName,
  percentage,
  plain,
  ratio,
  subtract,
  sum,
  times,
  type CellAddress,
  type Figure,
  type IndicatorProgress,
  type RangeAddress,
  type RegionProgress,
  type Report,
} from "../../progress";
import { shortNamesOf } from "../names";
import type { Measure, Scope, ClaimSubject } from "./subject";

/** A figure that the workbook gives, or that is computed from it. */
export interface Known {
  /** In `unit`; a rate is a fraction. */
  value: number;
  /** 套, 户, 万元, …; "%" for a fraction; "" where the workbook names none. */
  unit: string;
  cells: CellAddress[];
  /** What it is, in words: 柳林县棚户区改造开工（已完成）. */
  name: string;
  english: string;
  /** How it was computed; "" for a figure as read. */
  formula: string;
  /** The same in English, where it has words. */
  formulaEnglish?: string;
  /** The workbook contradicts itself about it, or some of it could not be read: nothing can be called wrong by it. */
  doubtful: boolean;
}

const MEASURE_WORDS: Record<Measure, { chinese: string; english: string }> = {
  target: { chinese: "目标任务", english: "target" },
  done: { chinese: "完成", english: "done" },
  rest: { chinese: "未完成", english: "still to do" },
  excess: { chinese: "超额", english: "above target" },
  projects: { chinese: "项目数", english: "projects" },
};
/** How our own notices say what a score is. */
const OVERALL_RULE = /完成率(?:加权)?平均计算/;
/** Findings that leave a cell's figure open to doubt. */
const DOUBTS = new Set(["source-conflict", "unreadable-number", "formula-error", "duplicate-region", "unit-conflict", "ambiguous-table"]);

/** What one workbook says, by subject, measure and region. */
export class Knowledge {
  private readonly doubted: ReadonlySet<string>;
  readonly short: (region: string) => string;

  /** Whether 综合得分 is made by the rule that the workbook knows: the office has set weights, or the draft says so itself. */
  readonly knowsOverallRule: boolean;

  /** @param draft made half-width */
  constructor(
    readonly report: Report,
    draft = "",
  ) {
    this.knowsOverallRule = Object.keys(report.overall.rule.weights).length > 0 || OVERALL_RULE.test(draft);
    this.short = shortNamesOf(report).short;
    this.doubted = new Set(
      report.findings
        .filter(({ code }) => DOUBTS.has(code))
        .flatMap(({ cells }) => cells.flatMap((cell) => ("rowCount" in cell ? [] : [cellName(cell)]))),
    );
  }

  indicator(id: string): IndicatorProgress | null {
    return this.report.indicators.find((one) => one.id === id) ?? null;
  }

  /** The indicator that a subject is; none for one of another kind. */
  indicatorsOf(subject: ClaimSubject): IndicatorProgress[] {
    const found = subject.kind === "indicator" ? this.indicator(subject.id) : null;
    return found ? [found] : [];
  }

  row(indicator: IndicatorProgress, region: string): RegionProgress | null {
    return indicator.regions.find((row) => row.region === region) ?? null;
  }

  /** Whether a region has a task of an indicator that has tasks at all. */
  hasTask(indicator: IndicatorProgress, region: string): boolean {
    return (this.row(indicator, region)?.target ?? null) !== null;
  }

  /** An indicator's amount for one region or for all; null where the workbook has none. */
  amount(indicator: IndicatorProgress, measure: Measure, region: string | null): Known | null {
    if (measure === "projects")
      return region === null && indicator.projects !== null ? this.known(indicator.projects, "个", [], indicator, measure, null, "") : null;
    const rows = region === null ? indicator.regions : indicator.regions.filter((row) => row.region === region);
    const [target, done] = [total(rows, "target"), total(rows, "done")];
    const unclear = rows.some((row) => row.status === "unknown" || (row.done?.value ?? 0) < 0);
    const doubt = unclear && measure !== "target";
    if (measure === "target" || measure === "done") {
      const value = measure === "target" ? target : done;
      const cells = rows.flatMap((row) => row[measure]?.source.cells ?? []);
      if (value === null) return null;
      if (region !== null) return this.known(value, indicator.unit, cells, indicator, measure, region, "", doubt);
      const count = indicator.regions.filter((row) => row[measure]).length;
      const formula = `${count}个县（市、区）相加`;
      return {
        ...this.known(value, indicator.unit, cells, indicator, measure, region, formula, doubt),
        formulaEnglish: `${count} regions added up`,
      };
    }
    if (target === null || done === null) return null;
    const difference = measure === "rest" ? subtract(target, done) : subtract(done, target);
    if (difference < 0) return null;
    const formula = measure === "rest" ? `${plain(target)}－${plain(done)}` : `${plain(done)}－${plain(target)}`;
    return this.known(difference, indicator.unit, cellsOfRows(rows), indicator, measure, region, formula, doubt);
  }

  /** An indicator's rate for one region, several together or all. */
  rate(indicator: IndicatorProgress, regions: readonly string[] | null): Known | null {
    const rows = regions === null ? indicator.regions : indicator.regions.filter((row) => regions.includes(row.region));
    const [target, done] = [total(rows, "target"), total(rows, "done")];
    const value = target === null || done === null ? null : ratio(done, target);
    if (value === null || target === null || done === null) return null;
    const who = regions === null ? "" : regions.map(this.short).join("、");
    const doubtful = rows.some((row) => row.status === "unknown" || (row.done?.value ?? 0) < 0);
    return {
      value,
      unit: "%",
      cells: cellsOfRows(rows),
      name: `${who}${indicator.name}完成率`,
      english: `${indicatorEnglish(indicator)} rate`,
      formula: `${plain(done)}÷${plain(target)}＝${percentage(value, 2)}%`,
      doubtful: doubtful || this.doubts(cellsOfRows(rows)),
    };
  }

  /** What a subject other than an indicator amounts to, for one region or all. */
  other(subject: ClaimSubject, region: string | null): Known[] {
    switch (subject.kind) {
      case "backlog":
        return this.backlog(subject.measure, region);
      case "audit":
        return this.report.audit.flatMap((year) => {
          if (subject.year !== null && subject.year !== year.year) return [];
          const category = subject.category === null ? null : year.categories.find(({ name }) => name === subject.category);
          if (category === undefined) return [];
          const rows = category ? category.regions.map((row) => ({ region: row.region, figures: [row.open] })) : year.regions;
          const mine = region === null ? rows : rows.filter((row) => row.region === region);
          const value = sum(mine.flatMap((row) => row.figures.map((figure) => figure.value)));
          const words = `${year.year}年审计未整改问题${category ? `（${category.name}）` : ""}`;
          return [this.plainKnown(value, "个", mine.flatMap((row) => row.figures), words, "open audit findings", region)];
        });
      case "continuing": {
        const continuing = this.report.continuing;
        if (!continuing) return [];
        const rows = continuing.regions.filter((row) => row.units && (region === null || row.region === region));
        if (rows.length === 0) return [];
        const figures = rows.flatMap((row) => (row.units ? [row.units] : []));
        return [this.plainKnown(sum(figures.map(({ value }) => value)), "套", figures, "2017年底前开工未建成", "units unfinished", region)];
      }
      case "overall": {
        const own = this.report.overall.regions.find((one) => one.region === region);
        if (!own || own.score === null) return [];
        const counted = this.report.overall.indicators.flatMap(({ id }) => this.indicator(id) ?? []);
        const rows = counted.flatMap((indicator) => this.row(indicator, own.region) ?? []);
        const known = this.plainKnown(times(own.score, 100), "分", [], "综合得分", "overall score", own.region);
        return [
          {
            ...known,
            cells: cellsOfRows(rows),
            doubtful: !this.knowsOverallRule || rows.some(({ status }) => status === "unknown") || this.doubts(cellsOfRows(rows)),
          },
        ];
      }
      default:
        return [];
    }
  }

  /** The indicators' own readings of a subject with an amount, over a scope: one region, some together, or all. */
  amounts(subject: ClaimSubject, measure: Measure, scope: Scope): Known[] {
    const per = (region: string | null): Known[] =>
      subject.kind === "indicator"
        ? this.indicatorsOf(subject).flatMap((indicator) => this.amount(indicator, measure, region) ?? [])
        : this.other(subject, region);
    if (scope.kind === "all") return per(null);
    const [only] = scope.regions;
    if (scope.regions.length === 1 && only !== undefined) return per(only);
    const parts = scope.regions.map(per);
    const known = scope.share === "together" ? parts.filter((part) => part.length > 0) : parts;
    const [first] = known;
    if (!first || known.some((part) => part.length !== first.length)) return [];
    return first.map((one, index) => {
      const each = known.flatMap((part) => part[index] ?? []);
      return {
        ...one,
        value: sum(each.map(({ value }) => value)),
        cells: each.flatMap(({ cells }) => cells),
        name: `${scope.regions.map(this.short).join("、")}合计`,
        formula: each.map(({ value }) => plain(value)).join("＋"),
        doubtful: each.some(({ doubtful }) => doubtful),
      };
    });
  }

  doubts(cells: readonly CellAddress[]): boolean {
    return cells.some((cell) => this.doubted.has(cellName(cell)));
  }

  private backlog(measure: Extract<ClaimSubject, { kind: "backlog" }>["measure"], region: string | null): Known[] {
    const { backlog } = this.report;
    if (!backlog) return [];
    const rows = backlog.regions.filter((row) => region === null || row.region === region);
    const values = rows.flatMap((row) => {
      const value = measure === "computed" ? row.computed : (row[measure]?.value ?? null);
      return value === null ? [] : [value];
    });
    if (values.length === 0) return [];
    const figures = rows.flatMap((row) => {
      const parts = measure === "computed" ? [row.reported, row.repurposed, row.stock] : [row[measure]];
      const stated = measure === "computed" && !(row.reported && row.stock) ? [row.stated] : parts;
      return stated.filter((figure): figure is Figure => figure !== null);
    });
    const known = this.plainKnown(sum(values), "套", figures, meaningName({ kind: "backlog", measure }, []).chinese, `backlog ${measure}`, region);
    const { reported, repurposed, stock } = region === null ? backlog : { reported: null, repurposed: null, stock: null };
    const parts = measure === "computed" && reported !== null && stock !== null;
    return [parts ? { ...known, formula: `${plain(reported)}－${plain(repurposed ?? 0)}－${plain(stock)}` } : known];
  }

  private known(value: number, unit: string, cells: CellAddress[], indicator: IndicatorProgress, measure: Measure, region: string | null, formula: string, doubt = false): Known {
    const who = region === null ? "" : this.short(region);
    return {
      value,
      unit,
      cells: cells.length > 0 ? cells : this.projectCells(indicator),
      name: `${who}${indicator.name}（${MEASURE_WORDS[measure].chinese}）`,
      english: `${region ?? "all"}: ${indicatorEnglish(indicator)}, ${MEASURE_WORDS[measure].english}`,
      formula,
      doubtful: doubt || this.doubts(cells),
    };
  }

  private plainKnown(value: number, unit: string, figures: readonly Figure[], words: string, english: string, region: string | null): Known {
    const cells = figures.flatMap(({ source }) => source.cells);
    const who = region === null ? "" : this.short(region);
    const known = {
      value,
      unit,
      cells,
      name: `${who}${words}`,
      english: `${region ?? "all"}: ${english}`,
      formula: "",
      doubtful: this.doubts(cells),
    };
    const count = figures.length;
    return region === null && count > 1 ? { ...known, formula: `${count}处相加`, formulaEnglish: `${count} figures added up` } : known;
  }

  private projectCells(indicator: IndicatorProgress): CellAddress[] {
    return cellsIn(
      this.report.tables.flatMap(({ columns }) =>
        columns.flatMap(({ meaning, range }) => (meaning?.kind === "projects" && meaning.indicator === indicator.id ? [range] : [])),
      ),
    );
  }
}

/** The cells of blocks, one by one. */
function cellsIn(ranges: readonly RangeAddress[]): CellAddress[] {
  return ranges.flatMap(({ sheet, row, column, rowCount, columnCount }) =>
    Array.from({ length: rowCount * columnCount }, (_, index) => ({
      sheet,
      row: row + Math.floor(index / columnCount),
      column: column + (index % columnCount),
    })),
  );
}

function indicatorEnglish(indicator: IndicatorProgress): string {
  return catalogued(indicator.id)?.english ?? indicator.english;
}

function total(rows: readonly RegionProgress[], key: "target" | "done"): number | null {
  const values = rows.flatMap((row) => (row[key] ? [row[key].value] : []));
  return values.length === 0 ? null : sum(values);
}

function cellsOfRows(rows: readonly RegionProgress[]): CellAddress[] {
  return rows.flatMap((row) => [...(row.done?.source.cells ?? []), ...(row.target?.source.cells ?? [])]);
}
