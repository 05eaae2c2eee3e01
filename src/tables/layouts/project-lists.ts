import type { Steps } from "../../progress";
import { unitsIn, yearIn } from "../../cells";
import { readHeaderBand } from "../header";
import { interpret, isCatalogued, PLAINLY, roleSaid } from "../../interpret";
import { isSumLabel } from "../../regions";
import { NO_MONTHS } from "../month-columns";
import { hasFigure, isBlankRow, occupiedColumns, type View } from "../view";
import { draftColumns } from "./find-frames";
import { placeName, sampleRows, type Frame } from "./frame";
import { regionMentions } from "./form-regions";
import type { KnowsRegion, LabelRow } from "./label-run";
import { isProjectHeader, ledgerColumns, type LedgerLike } from "./ledger-columns";

/** Rows between two points where the work may pause. */
const STEP = 100;

/**
 * Finds the project lists of one region each, the region only in title, caption or sheet name: a header such as 项目名称 over names that are no regions.
 * @param searched how many rows from the top a list's header is looked for in; a list goes on as long as it is
 */
export function* findProjectLists(view: View, searched: number, knows: KnowsRegion, year: number | null): Steps<Frame[]> {
  const lists: Frame[] = [];
  let floor = -1;
  for (let row = 0; row < searched && row + 1 < view.rowCount; row++) {
    if (row % STEP === 0) yield;
    const column = projectColumn(view, row);
    if (column === null) continue;
    const list = yield* listAt(view, row, column, floor, knows, year);
    if (!list) continue;
    lists.push(list);
    floor = list.run.end;
    row = floor;
  }
  return lists;
}

/** The column headed 项目名称 in the last header row at `row`. */
function projectColumn(view: View, row: number): number | null {
  for (let column = 0; column < view.columnCount; column++) {
    const area = view.merge(row, column);
    const last = !area || area.row + area.rowCount - 1 === row;
    const text = view.spreadText(row, column);
    if (last && isProjectHeader(text) && !isProjectHeader(view.spreadText(row + 1, column))) return column;
  }
  return null;
}

function* listAt(view: View, header: number, column: number, floor: number, knows: KnowsRegion, year: number | null): Steps<Frame | null> {
  let first = header + 1;
  while (first < view.rowCount && !hasFigure(view, first) && !isBlankRow(view, first)) first++;
  let end = first - 1;
  const totals: LabelRow[] = [];
  for (let row = first; row < view.rowCount && !isBlankRow(view, row); row++) {
    if (row % STEP === 0) yield;
    if (!hasFigure(view, row) && view.text(row, column) === "") break;
    end = row;
    const total = totalLabel(view, row, column);
    if (total) totals.push({ row, label: total, kind: "subtotal" });
  }
  if (end < first) return null;
  const sample = sampleRows({ rows: [{ row: first }], end });
  const figures = sample.filter((row) => (roleSaid(view.text(row, column))?.weight ?? 0) >= PLAINLY || isCatalogued(view.text(row, column)));
  if (figures.length * 2 > sample.length) return null;
  const mentions = regionMentions(view, header, floor + 1, end, knows);
  const span = occupiedColumns(view, header, end);
  const band = readHeaderBand(view, first, floor, span);
  const drafts = draftColumns(view, band, column, span, sample);
  const said = [band.title ?? "", ...band.captions.map(({ text }) => text)].join(" ");
  const columns = interpret(drafts, { titles: band.titles, sheet: view.sheet, year: yearIn(said) ?? year, placeName: (at) => placeName(view, "ledger", at) });
  const [mention] = mentions;
  if (!mention || !columns.some(({ meaning }) => meaning?.kind === "done" || meaning?.kind === "target")) return null;
  let firstProject = first;
  while (firstProject < end && totals.some(({ row }) => row === firstProject)) firstProject++;
  const labelled: LabelRow[] = [...totals, { row: firstProject, label: mention.name, kind: "region" as const }].sort((a, b) => a.row - b.row);
  const run = { column, rows: labelled, end, headed: true, mixed: false };
  const found = { view, run, columns, roles: null };
  if (hasSeveralUnits(found)) return null;
  const range = view.range(band.top, span.first, end - band.top + 1, span.last - span.first + 1);
  return { ...found, layout: "ledger", band, lastRow: end, range, isSummed: true, mentions, byMonth: NO_MONTHS };
}

/** Rows in units of their own (张, 处, 人次), in a column or behind their names, are indicators of a form: no projects, and nothing to be added up. */
function hasSeveralUnits(list: LedgerLike): boolean {
  const { view, run } = list;
  const { unit } = ledgerColumns(list);
  const unitAt = (row: number) => (unit ? view.spreadText(row, unit.column) : (unitsIn(view.text(row, run.column))[0]?.text ?? ""));
  return new Set(sampleRows(run).map(unitAt).filter((text) => text !== "" && text !== "%")).size > 1;
}

function totalLabel(view: View, row: number, last: number): string | null {
  for (let column = 0; column <= last; column++) {
    const text = view.text(row, column);
    if (isSumLabel(text)) return text;
  }
  return null;
}
