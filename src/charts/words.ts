import type { Chart } from "../attachments";
import { fixed, percentage, plain } from "../progress";

/** A figure as a number format of ours shows it: 0.00%, 0%, 0. A column of another status is 0 and shows none. */
export function shownFigure(value: number, format: string): string {
  const hidesZero = format.includes(";;");
  if (hidesZero && value === 0) return "";
  const decimals = /^0(?:\.(0+))?%/.exec(format);
  return decimals ? `${fixed(percentage(value, decimals[1]?.length ?? 0), decimals[1]?.length ?? 0)}%` : plain(value, 2);
}

/** The name of a category without its sign on another line: 临县 ○. */
export function categoryName(category: string): string {
  return category.replace("\n", " ");
}

/** What a chart shows, for those who do not see it: its finding, then each figure by name. */
export function textOf({ title, categories, series }: Chart): string {
  const figures = categories.flatMap((category, at) => {
    const shown = series.flatMap(({ labels, values }) => {
      const value = values[at] ?? null;
      const text = labels === null || value === null ? "" : shownFigure(value, labels);
      return text === "" ? [] : [text];
    });
    return [`${categoryName(category)}${shown.length > 0 ? ` ${shown.join("、")}` : ""}`];
  });
  const lines = series.filter(({ labels }) => labels === null).map(({ name }) => name);
  return `${title}。${figures.join("，")}${lines.length > 0 ? `；虚线为${lines.join("、")}` : ""}。`;
}
