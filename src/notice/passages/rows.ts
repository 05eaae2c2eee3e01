import { sum, verbOf, type Figure, type IndicatorProgress, type RegionProgress, type Status } from "../../progress";
import { commas, enumerated, nameList } from "../join";
import { nounOf } from "../names";
import { inOrder, say, type Phrase } from "../phrase";
import { figureOf, quantity } from "../quantity";
import type { Writing } from "../writing";

/** An indicator's regions by what a notice says of them. */
export interface SortedRows {
  /** With a task. */
  tasked: RegionProgress[];
  /** Something done, task or not. */
  active: RegionProgress[];
  /** A task and nothing done; of what has no targets, nothing done. */
  idle: RegionProgress[];
  /** A figure that could not be read, or what was done is below zero. */
  unclear: RegionProgress[];
}

/** From this many on, regions without progress are 其余县市区 rather than named. */
const FEWEST_OTHERS = 4;
const FEWEST_COUNTED = 3;

/** Sorts an indicator's regions by what can be said of them, in the workbook's order. */
export function sortedRows(indicator: IndicatorProgress): SortedRows {
  const tasked = indicator.regions.filter((row) => row.target !== null);
  return {
    tasked,
    active: indicator.regions.filter((row) => (row.done?.value ?? 0) > 0),
    // Of a count that nobody was to reach, 0 says that nothing was done only where a verb says what.
    idle: indicator.regions.filter(
      (row) => row.done?.value === 0 && (row.target !== null || (indicator.target === null && verbOf(indicator) !== null)),
    ),
    unclear: indicator.regions.filter(({ done, unread }) => unread !== null || (done?.value ?? 0) < 0),
  };
}

/** Highest amount done first; equals stay in the workbook's order. */
export function byAmount(rows: readonly RegionProgress[]): RegionProgress[] {
  return [...rows].sort((a, b) => (b.done?.value ?? 0) - (a.done?.value ?? 0));
}

/** Short names in a list: 离石、经开区. */
export function shortNames(rows: readonly { region: string }[], { names }: Writing): string {
  return nameList(rows.map((row) => names.short(row.region)));
}

const REACHED = { exceeded: "超额完成全年任务", complete: "完成全年任务" } as const;
type Reached = keyof typeof REACHED;
/** Up to so many are praised where their amounts stand; more of them in a sentence of their own. */
const MOST_PRAISED = 4;

/** 柳林9190万元超额完成全年任务、孝义3500万元: the most first. */
export function amounts(rows: readonly RegionProgress[], indicator: IndicatorProgress, { names }: Writing): Phrase {
  const isPraised = rows.filter(({ status }) => isReached(status)).length <= MOST_PRAISED;
  const items = byAmount(rows).map(({ region, done, status }) =>
    done ? say`${names.short(region)}${figureOf(done, indicator)}${isPraised && isReached(status) ? REACHED[status] : ""}` : [],
  );
  return enumerated(items);
}

/** 四川、山东、河南、湖南、湖北5个省份超额完成全年任务，河北完成全年任务。 Empty where so few have that they are praised with their amounts. */
export function reachedSentence({ active, tasked }: SortedRows, writing: Writing): Phrase {
  const reached = active.filter(({ status }) => isReached(status));
  if (reached.length <= MOST_PRAISED) return [];
  const everybody = reached.length === tasked.length;
  const of = (status: Reached) => reached.filter((row) => row.status === status);
  const all = `${tasked.length < writing.report.regions.length ? "有任务的" : "各"}${writing.place.informal}均`;
  if (everybody && of("exceeded").length === reached.length) return [`${all}${REACHED.exceeded}。`];
  if (everybody && of("exceeded").length === 0) return [`${all}${REACHED.complete}。`];
  const clauses = (["exceeded", "complete"] as const).map((status) => {
    const rows = of(status);
    if (rows.length === 0) return [];
    return say`${countedNames(rows, writing)}${REACHED[status]}`;
  });
  return inOrder(commas(clauses), ["。"]);
}

/** 石楼、离石、交口3县区: counted from three on. */
function countedNames(rows: readonly RegionProgress[], writing: Writing): Phrase {
  const names = shortNames(rows, writing);
  if (rows.length < FEWEST_COUNTED) return [names];
  const cells = rows.flatMap(({ done, target }) => [...(done?.source.cells ?? []), ...(target?.source.cells ?? [])]);
  return say`${names}${quantity(rows.length, "", cells)}${nounOf(rows.map(({ region }) => region))}`;
}

function isReached(status: Status): status is Reached {
  return status in REACHED;
}

/**
 * Who has done nothing: named where few, 其余县市区 where the active ones have been named and the idle are
 * many. Wholly true only when every other region with a task is idle.
 * @param verdict what holds of them: 无进展
 */
export function idleClause(rows: SortedRows, verdict: string, writing: Writing): Phrase {
  if (rows.idle.length === 0) return [];
  const others = rows.unclear.length === 0 && rows.idle.length >= FEWEST_OTHERS;
  return others
    ? say`其余${writing.place.informal}${verdict}`
    : say`${shortNames(rows.idle, writing)}${verdict}`;
}

/** Whose figures could not be read and what is without them, in sentences of their own: the sums beside are of the others. */
export function unclearSentence(indicator: IndicatorProgress, { unclear }: SortedRows, writing: Writing): Phrase {
  const without = unclear.filter(({ done }) => done === null);
  const targetless = unclear.filter(({ unread, done }) => done !== null && unread?.figure === "target");
  const negative = unclear.filter(({ unread }) => unread === null);
  return inOrder(
    without.length === 0 ? [] : inOrder(commas([[`${shortNames(without, writing)}数据待核实，未计入`], excluded(indicator, without)]), ["。"]),
    targetless.length === 0 ? [] : [`${shortNames(targetless, writing)}目标任务数待核实，完成率按其余${writing.place.informal}计算。`],
    negative.length === 0 ? [] : [`${shortNames(negative, writing)}数据待核实。`],
  );
}

/** 完成率不含其目标任务1700套: the total beside names all targets. */
function excluded(indicator: IndicatorProgress, rows: readonly RegionProgress[]): Phrase {
  const targets = rows.flatMap(({ target }) => target ?? []);
  if (targets.length === 0 || indicator.rate === null) return [];
  const figure = quantity(
    sum(targets.map(({ value }) => value)),
    indicator.unit,
    targets.flatMap(({ source }) => source.cells),
    indicator.id,
  );
  return say`完成率不含其目标任务${figure}`;
}

/**
 * Rows in the order of the table that they were read from: offices keep each table in an order of its own.
 * Rows without a cell, or from several sheets, stay as they are.
 * @param figuresOf the figures that place a row, the first one read counting
 */
export function inTableOrder<Row>(
  rows: readonly Row[],
  figuresOf: (row: Row) => readonly (Figure | null)[],
): Row[] {
  const placed = rows.map((row) => {
    const figure = figuresOf(row).find((one) => one !== null);
    return { row, cell: figure?.source.cells[0] };
  });
  const sheets = new Set(placed.map(({ cell }) => cell?.sheet));
  if (sheets.size !== 1 || sheets.has(undefined)) return [...rows];
  return placed
    .sort((a, b) => {
      const down = (a.cell?.row ?? 0) - (b.cell?.row ?? 0);
      return down || (a.cell?.column ?? 0) - (b.cell?.column ?? 0);
    })
    .map(({ row }) => row);
}
