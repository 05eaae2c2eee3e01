import type { CellAddress, IsoDate } from "../progress";
import { dayIn, saysUntil, yearIn } from "./cells";
import type { FoundTable } from "./find-tables";

/**
 * The day that the figures stand for, from the tables' own captions and titles: a line that says 截至 comes
 * first, a table with targets before others (a backlog table may stand as of an earlier year).
 */
export function findAsOf(tables: readonly FoundTable[]): { date: IsoDate; source: CellAddress } | null {
  const ordered = [...tables].sort((a, b) => Number(hasTargets(b)) - Number(hasTargets(a)));
  const lines = ordered.flatMap(({ candidate, form }) => {
    const found = candidate ?? form;
    if (!found) return [];
    const { view, band, span } = found;
    const year = yearIn(band.title ?? "") ?? yearIn(view.sheet);
    const title = band.title === null ? [] : [{ text: band.title, cell: view.address(band.top, span.first), year }];
    return [...band.captions.map((caption) => ({ text: caption.text, cell: view.address(caption.row, caption.column), year })), ...title];
  });
  const untilFirst = [...lines.filter(({ text }) => saysUntil(text)), ...lines.filter(({ text }) => !saysUntil(text))];
  for (const { text, cell, year } of untilFirst) {
    const date = dayIn(text, year);
    if (date) return { date, source: cell };
  }
  return null;
}

function hasTargets({ candidate, form }: FoundTable): boolean {
  const columns = candidate?.columns ?? form?.entries.map(({ column }) => column) ?? [];
  return columns.some(({ meaning }) => meaning?.kind === "target");
}
