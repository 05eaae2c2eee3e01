import type { NoticeFigure, NoticeParagraph } from "../../notice";

/** A stretch of a paragraph: plain words, or a figure with where it came from. */
export interface Run {
  text: string;
  figure: NoticeFigure | null;
  /** The office's own words, that no table says. */
  own: boolean;
}

/** Cuts a paragraph into words, figures and the office's own words, in order; nothing is lost or doubled. */
export function runsOf({ text, figures, own }: NoticeParagraph): Run[] {
  const runs: Run[] = [];
  const isOwn = (place: number) => own.some(({ start, end }) => start <= place && place < end);
  const words = (from: number, to: number) => {
    const cuts = [...new Set([from, ...own.flatMap(({ start, end }) => [start, end]).filter((cut) => cut > from && cut < to), to])].sort((a, b) => a - b);
    cuts.slice(0, -1).forEach((cut, index) => runs.push({ text: text.slice(cut, cuts[index + 1]), figure: null, own: isOwn(cut) }));
  };
  let at = 0;
  for (const figure of [...figures].sort((a, b) => a.start - b.start)) {
    words(at, figure.start);
    runs.push({ text: text.slice(figure.start, figure.end), figure, own: isOwn(figure.start) });
    at = figure.end;
  }
  words(at, text.length);
  return runs;
}

/** Whether a run leads to cells. */
export function isTraced({ figure }: Run): boolean {
  return figure !== null && figure.cells.length > 0;
}
