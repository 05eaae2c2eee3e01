import { ORDINAL_HEADERS } from "../../lexicon";
import type { Layout, Steps } from "../../progress";
import { headerPath, readHeaderBand, readLines, type HeaderBand, type Lines, type Span } from "../header";
import { interpret, roleSaid, type Slot, type Surroundings } from "../../interpret";
import { interpretByMonth, NO_MONTHS } from "../month-columns";
import { withoutUntil, yearIn } from "../../cells";
import { transpose, type View } from "../view";
import { contentOf, placeName, sampleRows, type Frame } from "./frame";
import { withGroupHeads } from "./group-heads";
import type { KnowsRegion, LabelRun } from "./label-run";
import { findLabelRuns } from "./label-runs";
import { isLedger } from "./ledger-columns";
import { stackedRuns, type Stacked } from "./stacked-runs";

/**
 * Finds the tables of a sheet whose regions stand under one another.
 * @param view upright, or turned on its side to find transposed tables
 */
export function* findFrames(view: View, layout: "wide" | "transposed", knows: KnowsRegion, year: number | null): Steps<Frame[]> {
  const runs = yield* findLabelRuns(view, knows, layout === "transposed");
  const titles = new Map<string, string[]>();
  const frames: { frame: Frame; side: string }[] = [];
  const stacked = stackedRuns(view, runs);
  const bands = new Map<LabelRun, HeaderBand>();
  for (const run of runs) {
    yield;
    const first = run.rows[0]?.row ?? 0;
    const lastLabel = run.rows.at(-1)?.row ?? first;
    const tail = view.merge(lastLabel, run.column);
    const lastRow = tail ? tail.row + tail.rowCount - 1 : lastLabel;
    const floor = lastRowAbove(runs, run, first);
    const limits = columnLimits(runs, run, view, layout);
    const wide: Span = { first: limits.first, last: limits.last };
    const stack = stacked.get(run);
    const shared = stack && stack.first !== run ? bands.get(stack.first) : undefined;
    const rough = shared ?? readHeaderBand(view, first, floor, wide);
    const span = occupiedSpan(view, rough, run, wide);
    const lines = layout === "transposed" ? linesOver(transpose(view), run.column) : null;
    const upright = shared ?? readHeaderBand(view, first, floor, span);
    bands.set(run, upright);
    const under = stack ? withHeading(upright, stack, shared !== undefined) : upright;
    const band = lines ? { ...under, title: lines.title, titles: lines.titles, captions: lines.captions } : under;
    yield;
    // Under a heading of its section a row's first cell says what the row is of, and no region.
    const drafts = draftColumns(view, band, run.mixed === "sections" ? span.first - 1 : run.column, span, sampleRows(run));
    yield;
    const headers = drafts.map(({ path }) => path.join("/")).filter((header) => !ORDINAL_HEADERS.includes(header)).join("|");
    const isContinued = band.titles.every((line) => ["", "续", "续表"].includes(withoutUntil(line)));
    const about = isContinued ? (titles.get(headers) ?? band.titles) : band.titles;
    if (!titles.has(headers)) titles.set(headers, about);
    const said = [...about, ...band.captions.map(({ text }) => text)].join(" ");
    const roles = drafts.find((draft) => isRoleColumn(view, run, draft))?.column ?? null;
    const around: Surroundings = { titles: about, sheet: view.sheet, year: yearIn(said) ?? year, placeName: (column) => placeName(view, layout, column), role: roles === null ? null : "done" };
    const { columns, ...byMonth } = roles === null ? interpretByMonth(drafts, around) : { ...NO_MONTHS, columns: interpret(drafts, around) };
    yield;
    const found = { view, layout, run: withGroupHeads(view, run, columns), band, columns, roles };
    const isSummed = layout === "wide" ? isLedger(found) : roles !== null;
    const end = isSummed ? run.end : lastRow;
    const left = Math.min(span.first, lines?.top ?? span.first);
    const range = view.range(band.top, left, end - band.top + 1, span.last - left + 1);
    frames.push({ frame: { ...found, lastRow: end, range, isSummed, mentions: [], byMonth }, side: `${band.rows.join()} ${headers}` });
  }
  // Over a table folded into halves side by side, 单位 may stand above one of them.
  return frames.map(({ frame, side }) => {
    const captions = frames.flatMap((half) => (half.side === side ? half.frame.band.captions : []));
    return { ...frame, band: { ...frame.band, captions: [...new Map(captions.map((caption) => [caption.text, caption])).values()] } };
  });
}

/** The title and captions of a table on its side: those above the row of its region names. */
function linesOver(upright: View, labels: number): Lines {
  return readLines(upright, labels - 1, -1, { first: 0, last: upright.columnCount - 1 }, labels);
}

/** The band of a run in a stack: what stands right over it says of what it is. */
function withHeading(band: HeaderBand, { heading, row }: Stacked, isShared: boolean): HeaderBand {
  const titles = [...band.titles, heading];
  return { ...band, titles, title: titles.join(" "), top: isShared ? row : band.top };
}

/** The last row of the table above that shares columns with this one. */
function lastRowAbove(runs: readonly LabelRun[], run: LabelRun, first: number): number {
  const above = runs
    .filter((other) => other !== run)
    .map((other) => other.rows.at(-1)?.row ?? -1)
    .filter((row) => row < first);
  return Math.max(-1, ...above);
}

/** Columns that may belong to this table: up to the next region column over the same rows. */
function columnLimits(runs: readonly LabelRun[], run: LabelRun, view: View, layout: Layout): Span {
  const [top, bottom] = [run.rows[0]?.row ?? 0, run.rows.at(-1)?.row ?? 0];
  const rivals = runs.filter((other) => {
    const [otherTop, otherBottom] = [other.rows[0]?.row ?? 0, other.rows.at(-1)?.row ?? 0];
    return other !== run && otherTop <= bottom && top <= otherBottom;
  });
  const left = Math.max(-1, ...rivals.map(({ column }) => column).filter((column) => column < run.column));
  const next = Math.min(view.columnCount, ...rivals.map(({ column }) => column).filter((column) => column > run.column));
  // 序号 before the regions of the table beside is that table's.
  const right = [1, 2, 3].some((above) => ORDINAL_HEADERS.includes(view.spreadText(top - above, next - 1))) ? next - 1 : next;
  // In a transposed table what stands before the region names is its title, not a column.
  const alone = left === -1 && layout !== "transposed";
  return { first: alone ? 0 : run.column, last: right - 1 };
}

/** From the region column outward to the first column that shows nothing in header or rows, one that only spaces out the table passed over. */
function occupiedSpan(view: View, band: HeaderBand, run: LabelRun, limits: Span): Span {
  const shows = (row: number, column: number) => view.spreadText(row, column) !== "";
  const occupied = (column: number) => band.rows.some((row) => shows(row, column)) || run.rows.some(({ row }) => shows(row, column));
  let { column: first, column: last } = run;
  while (first > limits.first && occupied(first - 1)) first--;
  while (last < limits.last && occupied(last + 1)) last++;
  while (last + 1 < limits.last && continues(last + 2)) {
    last += 2;
    while (last < limits.last && occupied(last + 1)) last++;
  }
  return { first, last };

  /** Whether a column after a blank one is of this table: under the same header row, and filled in most of its rows. */
  function continues(column: number): boolean {
    const rows = sampleRows(run);
    return shows(band.rows.at(-1) ?? -1, column) && rows.filter((row) => shows(row, column)).length * 2 >= rows.length;
  }
}

/** A table's columns beside its labels, each with its headers and what some of its rows hold. */
export function draftColumns(view: View, band: HeaderBand, labels: number, span: Span, rows: readonly number[]): Slot[] {
  const drafts: Slot[] = [];
  for (let column = span.first; column <= span.last; column++) {
    if (column === labels) continue;
    drafts.push({ column, path: headerPath(view, band, column, column < labels ? span.first : labels + 1), ...contentOf(rows.map((row) => ({ row, column })), view) });
  }
  return drafts;
}

/** 任务 and 完成 under one another, in a column of their own. */
function isRoleColumn(view: View, run: LabelRun, { column, path, words, numbers }: Slot): boolean {
  if (words < 2 || numbers > 0 || roleSaid(path.at(-1) ?? "")?.role === "note") return false;
  const roles = sampleRows(run).map((row) => view.text(row, column)).filter((text) => text !== "").map((text) => roleSaid(text)?.role);
  return roles.includes("target") && roles.includes("done") && roles.every((role) => role === "target" || role === "done" || role === "rate");
}
