import { fixed, percentage, plain, type Figure, type Report } from "../progress";
import { ANY_FORMAT, COUNT_FORMAT } from "./styles";

/** Units that are counted in whole ones. */
const COUNTED = ["套", "户", "个", "人", "项", "处"];
const MOST_DECIMALS = 4;

/**
 * The number format of a column of figures: whole ones for 套/户/个, otherwise the decimals that the staff
 * give, the same in every row.
 */
export function figureFormat(unit: string, figures: readonly (Figure | null)[]): string {
  const most = figures.reduce((found, figure) => Math.max(found, figure?.decimals ?? 0), 0);
  const decimals = Math.min(MOST_DECIMALS, most);
  if (decimals > 0) return `0.${"0".repeat(decimals)}`;
  return COUNTED.includes(unit) ? COUNT_FORMAT : ANY_FORMAT;
}

/**
 * The widest figure of a column as its format shows it, with a digit to spare for what is yet to come.
 * @param total the column's sum; null without one
 */
export function widestFigure(figures: readonly (Figure | null)[], total: number | null, format: string): string {
  const decimals = format.split(".")[1]?.length ?? null;
  const texts = [total, ...figures.map((figure) => figure?.value ?? null)].map((value) =>
    value === null ? "" : decimals === null ? String(value) : value.toFixed(decimals),
  );
  const longest = texts.reduce((found, text) => (text.length > found.length ? text : found), "");
  return `0${longest}`.padEnd(3, "0");
}

/**
 * A figure as a number format of ours shows it.
 * @example shownFigure(-6.02, '"高 "0.00;"低 "0.00;"持平"') // "低 6.02"
 */
export function shownFigure(value: number, format: string): string {
  if (format === ANY_FORMAT) return plain(value);
  const sections = format.split(";");
  const at = value < 0 ? 1 : value === 0 ? 2 : 0;
  const section = sections[at] ?? sections[0] ?? "";
  const shown = value < 0 && sections.length > 1 ? -value : value;
  return section.replaceAll('"', "").replace(/0(?:\.(0+))?(%?)/, (_, decimals: string | undefined, percent: string) => {
    const count = decimals?.length ?? 0;
    return percent === "" ? fixed(shown, count) : `${fixed(percentage(shown, count), count)}%`;
  });
}

/** The units of a report's indicators as a caption lists them: 套、户、万元. */
export function unitsOf(report: Report): string[] {
  return [...new Set(report.indicators.map(({ unit }) => unit).filter((unit) => unit !== ""))];
}
