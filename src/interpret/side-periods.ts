import { anySays, type Head } from "./heads";
import { PLAINLY } from "./header-words";
import { periodIn } from "./periods";

/** By slot the period that its figures are of where several stand side by side; "" for the one that counts. */
export function periodsOf(heads: readonly Head[]): string[] {
  const bands = [...new Set(heads.flatMap(({ periodBand }) => periodBand ?? []))];
  if (bands.length < 2) return heads.map(() => "");
  const isProgress = heads.some((head) => anySays(head, "done", PLAINLY) || anySays(head, "rate", 0));
  const isSummed = heads.some(({ levels }) => levels.slice(1).some(isOfAll));
  // The latest of several years, or of the same part of several, counts where something was done; of quarters the year beside them.
  const years = bands.map((band) => ({ band, ...periodIn(band) })).sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const areYears = years.every(({ year, toYear, month }) => year && !toYear && month === years[0]?.month);
  const current = isProgress && !isSummed && areYears ? years.at(-1)?.band : undefined;
  return heads.map(({ periodBand }) => (periodBand === current ? "" : (periodBand ?? "")));
}

/** 累计, 合计 over 任务 and 完成: of all the periods beside it. */
function isOfAll({ subject, tokens, stage }: Head["levels"][number]): boolean {
  return subject === "" && stage === null && tokens.length > 0 && tokens.every(({ text, senses }) => text === "累计" || senses.some(({ kind }) => kind === "total"));
}

/** The year of the figures: the latest that a header names. */
export function currentYear(heads: readonly Head[]): number | null {
  const years = heads.flatMap(({ period, periodBand }) => (periodBand === null ? (period?.toYear ?? period?.year ?? []) : []));
  return years.length > 0 ? Math.max(...years) : null;
}
