import type { NoticeFigure, NoticeParagraph } from "../../notice";

/** A stretch of a paragraph: plain words, or a figure with where it came from. */
export interface Run {
  text: string;
  figure: NoticeFigure | null;
}

/** Cuts a paragraph into words and figures, in order; nothing is lost or doubled. */
export function runsOf({ text, figures }: NoticeParagraph): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const figure of [...figures].sort((a, b) => a.start - b.start)) {
    if (figure.start > at) runs.push({ text: text.slice(at, figure.start), figure: null });
    runs.push({ text: text.slice(figure.start, figure.end), figure });
    at = figure.end;
  }
  if (at < text.length) runs.push({ text: text.slice(at), figure: null });
  return runs;
}

/** Whether a run leads to cells. */
export function isTraced({ figure }: Run): boolean {
  return figure !== null && figure.cells.length > 0;
}
