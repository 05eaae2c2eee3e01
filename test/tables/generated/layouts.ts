import type { GeneratorValue } from "../../support/property";
import type { CellValue, SheetGrid } from "../../../src/tables";
import { between, flag, pick } from "./draw";
import { Grid } from "./grid";
import type { TrueIndicator, Truth, TruePair } from "./truth";
import { blank, label, typed, unitFor, wordsFor, type TableUnit, type UnitPlace, type Words } from "./wording";

/** One indicator's columns in a table. */
interface Group {
  indicator: TrueIndicator;
  pairs: TruePair[];
  words: Words;
  unit: TableUnit;
  rate: boolean;
}

/** How the columns of a table are headed. */
type Heading = "one level" | "two levels" | "role bands" | "three levels";

const LAYOUTS = ["wide", "transposed", "perIndicator", "perRegion sheets", "perRegion stacked", "perRegion pairs", "ledger"] as const;

/** A workbook in a random layout that says the truth. */
export function layOut(g: GeneratorValue, truth: Truth): { layout: string; sheets: SheetGrid[] } {
  const layout = pick(g, LAYOUTS);
  const mergesKnown = flag(g);
  const offset = { row: between(g, 0, 3), column: between(g, 0, 2) };
  const place = pick<UnitPlace>(g, ["header", "caption", "cell", "none"]);
  const groups = truth.indicators.map((indicator, index): Group => ({
    indicator,
    pairs: truth.pairs[index] ?? [],
    words: wordsFor(g, indicator),
    unit: unitFor(g, indicator, place),
    rate: flag(g),
  }));
  const sheet = (grid: Grid, name: string, known = mergesKnown) => grid.sheet(name, offset, known);
  switch (layout) {
    case "wide":
      return { layout, sheets: [sheet(regionRows(g, truth, groups, place), "目标任务")] };
    case "transposed":
      return { layout, sheets: [sheet(transposedTable(g, truth, groups, place), "进度")] };
    case "perIndicator":
      return {
        layout,
        sheets: groups.map((group) => sheet(oneIndicator(g, truth, group, place), group.words.subject)),
      };
    case "perRegion sheets":
      return { layout, sheets: truth.regions.map((region, index) => sheet(regionForm(g, new Grid(), region, index, groups, place), region)) };
    case "perRegion stacked": {
      const grid = new Grid();
      truth.regions.forEach((region, index) => regionForm(g, grid, region, index, groups, place));
      return { layout, sheets: [sheet(grid, "各县上报")] };
    }
    case "perRegion pairs":
      return { layout, sheets: truth.regions.map((region, index) => sheet(pairForm(g, region, index, groups), `${index + 1}`)) };
    case "ledger":
      return { layout, sheets: [sheet(ledger(g, truth, groups), "台账", true)] };
  }
}

function title(g: GeneratorValue, grid: Grid, about: string, width: number, units: string[] | null): void {
  if (flag(g)) {
    grid.put(grid.height, 0, about);
    grid.merge(grid.height - 1, 0, 1, width);
  }
  if (units) {
    grid.put(grid.height, Math.max(0, width - 1), `单位：${[...new Set(units)].join("、")}`);
  } else if (flag(g)) grid.put(grid.height, 0, "填报单位：市住房保障中心");
}

/** The header path of a column: its levels top to bottom. */
function paths(heading: Heading, { words, unit }: Group, role: "target" | "done" | "rate", place: UnitPlace): string[] {
  const word = words[role];
  const mark = place === "header" && role !== "rate" ? `（${unit.text}）` : "";
  switch (heading) {
    case "one level":
      return [`${words.subject}${word}${mark}`];
    case "two levels":
      return [`${words.subject}${place === "header" ? `（${unit.text}）` : ""}`, word];
    case "role bands":
      return [{ target: "年度目标任务", done: "完成情况", rate: "完成率" }[role], `${words.subject}${mark}`];
    case "three levels":
      return ["保障性安居工程", words.subject, `${word}${mark}`];
  }
}

function figure(g: GeneratorValue, value: number | null, { unit }: Group, place: UnitPlace): CellValue {
  if (value === null) return blank(g);
  return typed(g, value * unit.perTrue, place === "cell" && (unit.text !== "万元" || flag(g)) ? unit.text : null);
}

function rateText(pair: TruePair): CellValue {
  if (!pair.target || pair.done === null) return "";
  return `${(Math.round((pair.done * 10000) / pair.target + 1e-9) / 100).toFixed(2)}%`;
}

/** Columns in the order that a heading needs, each with its path and cells. */
function columnsOf(g: GeneratorValue, heading: Heading, groups: readonly Group[], place: UnitPlace) {
  const roles = ["target", "done", "rate"] as const;
  const column = (group: Group, role: (typeof roles)[number]) => ({
    path: paths(heading, group, role, place),
    cell: (pair: TruePair): CellValue => (role === "rate" ? rateText(pair) : figure(g, pair[role], group, place)),
    group,
    role,
  });
  if (heading === "role bands") return roles.slice(0, 2).flatMap((role) => groups.map((group) => column(group, role)));
  return groups.flatMap((group) => roles.filter((role) => role !== "rate" || group.rate).map((role) => column(group, role)));
}

function sumOf(pairs: readonly TruePair[], role: "target" | "done"): number {
  return pairs.reduce((total, pair) => Math.round((total + (pair[role] ?? 0)) * 100) / 100, 0);
}

function regionRows(g: GeneratorValue, truth: Truth, groups: readonly Group[], place: UnitPlace): Grid {
  const heading = pick<Heading>(g, ["one level", "two levels", "role bands", "three levels"]);
  const columns = columnsOf(g, heading, groups, place);
  const grid = new Grid();
  const serial = flag(g) ? 1 : 0;
  title(g, grid, "2021年住房保障目标任务进展情况表", columns.length + 1 + serial, place === "caption" ? groups.map(({ unit }) => unit.text) : null);
  writeTable(g, grid, truth, columns, serial, pick<string>(g, ["none", "first", "last"]));
  return grid;
}

function writeTable(g: GeneratorValue, grid: Grid, truth: Truth, columns: ReturnType<typeof columnsOf>, serial: number, total: string): void {
  const top = grid.height;
  const levels = Math.max(...columns.map(({ path }) => path.length));
  const first = serial + 1;
  const corner = pick<string>(g, ["县（市、区）", "县区", "市州", "单位", "地区"]);
  if (serial > 0) grid.put(top, 0, "序号");
  grid.put(top, serial, corner);
  for (let column = 0; column <= serial; column++) grid.merge(top, column, levels, 1);
  columns.forEach(({ path }, index) =>
    path.forEach((text, level) => {
      const before = columns[index - 1]?.path;
      const shared = before !== undefined && path.slice(0, level + 1).every((part, at) => before[at] === part) && level < path.length - 1;
      if (shared) return;
      let width = 1;
      while (level < path.length - 1 && columns[index + width]?.path.slice(0, level + 1).every((part, at) => part === path[at])) width++;
      grid.put(top + level, first + index, text);
      grid.merge(top + level, first + index, 1, width);
    }),
  );
  const plain = flag(g);
  const writeTotal = () => {
    const row = grid.height;
    grid.put(row, serial, pick<string>(g, ["合计", "合 计", "全市", "总计"]));
    columns.forEach(({ group, role }, index) => {
      if (role !== "rate") grid.put(row, first + index, Number((sumOf(group.pairs, role) * group.unit.perTrue).toPrecision(15)));
    });
  };
  while (grid.height < top + levels) grid.put(grid.height, serial, "");
  if (total === "first") writeTotal();
  truth.regions.forEach((region, index) => {
    const row = grid.height;
    if (serial > 0) grid.put(row, 0, index + 1);
    grid.put(row, serial, label(g, region, plain));
    columns.forEach(({ cell, group }, column) => grid.put(row, first + column, cell(group.pairs[index] ?? { target: null, done: null })));
  });
  if (total === "last") writeTotal();
}

function transposedTable(g: GeneratorValue, truth: Truth, groups: readonly Group[], place: UnitPlace): Grid {
  const heading = pick<Heading>(g, ["one level", "two levels"]);
  const columns = columnsOf(g, heading, groups, place);
  const grid = new Grid();
  title(g, grid, "2021年住房保障目标任务进展情况表", 6, place === "caption" ? groups.map(({ unit }) => unit.text) : null);
  const top = grid.height;
  writeTable(g, grid, truth, columns, 0, pick<string>(g, ["none", "first", "last"]));
  return grid.transposed(top);
}

function oneIndicator(g: GeneratorValue, truth: Truth, group: Group, place: UnitPlace): Grid {
  const grid = new Grid();
  const columns = columnsOf(g, "one level", [{ ...group, words: { ...group.words, subject: "" } }], place);
  title(g, grid, `2021年${group.words.subject}进展情况`, columns.length + 1, place === "caption" ? [group.unit.text] : null);
  writeTable(g, grid, truth, columns, 0, pick<string>(g, ["none", "last"]));
  return grid;
}

function regionForm(g: GeneratorValue, grid: Grid, region: string, index: number, groups: readonly Group[], place: UnitPlace): Grid {
  const rate = flag(g);
  const roles = rate ? (["target", "done", "rate"] as const) : (["target", "done"] as const);
  const unitColumn = place === "caption" || place === "header";
  const top = grid.height === 0 ? 0 : grid.height + between(g, 0, 2);
  grid.put(top, 0, `${region}2021年住房保障目标任务完成情况表`);
  grid.merge(top, 0, 1, roles.length + 1 + (unitColumn ? 1 : 0));
  const header = grid.height;
  const [target, done] = pick<[string, string]>(g, [["目标任务", "完成情况"], ["计划", "完成"], ["任务数", "累计完成"], ["年度目标", "已完成"]]);
  ["指标", ...(unitColumn ? ["单位"] : []), target, done, ...(rate ? ["完成率"] : [])].forEach((text, column) => grid.put(header, column, text));
  for (const group of groups) {
    const row = grid.height;
    const pair = group.pairs[index] ?? { target: null, done: null };
    const cells: CellValue[] = [
      group.words.subject,
      ...(unitColumn ? [group.unit.text] : []),
      ...roles.map((role) => (role === "rate" ? rateText(pair) : figure(g, pair[role], group, unitColumn ? "header" : place))),
    ];
    cells.forEach((value, column) => grid.put(row, column, value));
  }
  return grid;
}

function pairForm(g: GeneratorValue, region: string, index: number, groups: readonly Group[]): Grid {
  const grid = new Grid();
  grid.put(0, 0, "2021年住房保障月报表");
  grid.put(1, 0, `填报单位：${region}`);
  for (const { indicator, words, pairs, unit } of groups) {
    const pair = pairs[index] ?? { target: null, done: null };
    for (const role of ["target", "done"] as const) {
      const row = grid.height;
      grid.put(row, 0, `${words.subject}${words[role]}`);
      grid.put(row, 1, unit.text);
      grid.put(row, 2, pair[role] === null ? "" : typed(g, (pair[role] ?? 0) * unit.perTrue, null));
      if (indicator.id === "") grid.put(row, 3, "");
    }
  }
  return grid;
}

/** A project a row: every figure split over one to three projects of its region. */
function ledger(g: GeneratorValue, truth: Truth, groups: readonly Group[]): Grid {
  const grid = new Grid();
  const counted = groups.filter(({ indicator }) => indicator.unit === "套" && indicator.id !== "basicCompletion");
  title(g, grid, "2021年保障性安居工程项目台账", 6, null);
  const header = grid.height;
  ["序号", "县（市、区）", "项目名称", "项目类型", "计划（套）", "已开工（套）", "备注"].forEach((text, column) => grid.put(header, column, text));
  const labels = pick<string>(g, ["merged", "blank", "every row"]);
  let number = 0;
  truth.regions.forEach((region, index) => {
    const start = grid.height;
    for (const group of counted) {
      const pair = group.pairs[index];
      if (!pair || pair.target === null || pair.done === null) continue;
      const count = between(g, 1, 3);
      let rest = { target: pair.target, done: pair.done };
      for (let part = 1; part <= count; part++) {
        const share = part === count ? rest : { target: Math.floor(rest.target / 2), done: Math.floor(rest.done / 2) };
        rest = { target: rest.target - share.target, done: rest.done - share.done };
        const row = grid.height;
        number++;
        const name = labels === "every row" || row === start ? region : "";
        [number, name, `${number}号地块`, group.words.subject, typed(g, share.target, null), typed(g, share.done, null), ""].forEach((value, column) => grid.put(row, column, value as CellValue));
      }
    }
    if (labels === "merged") grid.merge(start, 1, grid.height - start, 1);
  });
  return grid;
}
