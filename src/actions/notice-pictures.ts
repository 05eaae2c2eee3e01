import type { PlannedChart } from "../attachments";
import { drawChart, emfOf, type Picture } from "../charts";
import type { NoticeParagraph, NoticePicture, WordPicture } from "../notice";
import { isInRange, type CellAddress, type RangeAddress, type Report } from "../progress";
import { planChartsOf } from "./insert-charts";
import type { Reading } from "./read-report";

/** Points: as wide as the lines of GB/T 9704, two or three on a page. */
const [WIDTH, HEIGHT] = [436, 250];

/** A chart that a notice may show, with the paragraph that speaks of it. */
interface NoticeChart extends Pick<PlannedChart, "chart"> {
  /** The paragraph, by its place in the notice. */
  after: number;
}

/**
 * The charts that belong to a notice: each behind the first paragraph that has most of its figures; charts of what the
 * notice does not speak of are not among them.
 */
export function chartsOfNotice(reading: Reading, paragraphs: readonly NoticeParagraph[]): NoticeChart[] {
  const said = paragraphs.map(({ figures }) => figures.flatMap(({ cells }) => cells));
  return (planChartsOf(reading)?.charts ?? []).flatMap(({ chart }) => {
    const own = cellsOf(chart.id, reading.report);
    const counts = said.map((blocks) => own.filter((cell) => blocks.some((block) => isWithin(cell, block))).length);
    const most = Math.max(0, ...counts);
    return most === 0 ? [] : [{ chart, after: counts.indexOf(most) }];
  });
}

/** The charts of a notice as pictures for its Word file. @param wanted ids of charts */
export function noticePictures(reading: Reading, paragraphs: readonly NoticeParagraph[], wanted: readonly string[]): NoticePicture[] {
  return chartsOfNotice(reading, paragraphs)
    .filter(({ chart }) => wanted.includes(chart.id))
    .map(({ chart, after }) => ({ after, ...wordPicture(drawChart(chart, WIDTH, HEIGHT), chart.title) }));
}

/** A drawing as a picture for a Word file. @param title what it is called */
export function wordPicture(picture: Picture, title: string): WordPicture {
  return { emf: emfOf(picture), width: picture.width, height: picture.height, title, text: picture.text };
}

function isWithin(cell: CellAddress, block: CellAddress | RangeAddress): boolean {
  return isInRange(cell, { rowCount: 1, columnCount: 1, ...block });
}

/** The cells of what was done of a chart's indicator, or of its audit findings. */
function cellsOf(id: string, { indicators, audit }: Report): CellAddress[] {
  const year = audit.find((one) => id === `audit.${one.year}`);
  if (year) return year.regions.flatMap(({ figures }) => figures.flatMap(({ source }) => source.cells));
  const own = id.replace(/^trend\./, "");
  // Charts of many regions: starts, starts.2, …
  const indicator =
    indicators.find((one) => one.id === own) ??
    indicators.find((one) => own.startsWith(`${one.id}.`) && /^\d+$/.test(own.slice(one.id.length + 1)));
  return (indicator?.regions ?? []).flatMap(({ done }) => done?.source.cells ?? []);
}
