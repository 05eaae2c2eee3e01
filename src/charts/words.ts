import { shownFigure, type Chart } from "../attachments";

/** The name of a category without its sign on another line: 临县 ○. */
function categoryName(category: string): string {
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
