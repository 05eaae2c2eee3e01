import { a1Column, absolute } from "./formulas";
import type { FormLead, LeadPlace } from "./form";
import type { FormLayout } from "./layout";
import { CLOSE_ROW_HEIGHT } from "./form-widths";
import { evenLines, linesInPoints, rowHeightFor } from "./measure";
import { WORDS } from "./styles";

/** The fewest columns that say something: place, region, score. */
const FEWEST = 3;
/** So many rows stand at their usual distance. */
const MOST_APART = 10;

/** Rows that a lead takes: heading, header, regions, remark. */
export function leadRows(lead: FormLead | undefined): number {
  return lead ? lead.regions.length + 3 : 0;
}

/** Whether a lead finds room in a form with so many columns. */
export function hasRoomForLead(shown: number): boolean {
  return shown >= FEWEST;
}

/**
 * Puts a lead.
 * @param start its first row
 * @param sections the first region's row of each section
 */
export function putLead(layout: FormLayout, lead: FormLead, start: number, sections: readonly number[]): void {
  const { builder, form, shown, points, styles, fontSize, rowHeight } = layout;
  const columns = lead.columns.slice(0, shown);
  // More rows stand closer, so that a city's counties are seen on one page.
  const height = lead.regions.length > MOST_APART ? Math.min(rowHeight, CLOSE_ROW_HEIGHT) : rowHeight;
  const [header, first] = [start + 1, start + 2];
  const remark = first + lead.regions.length;
  const widthFrom = (column: number) =>
    (column === columns.length - 1 ? points.slice(column, shown) : points.slice(column, column + 1)).reduce((sum, one) => sum + one, 0);
  const line = (row: number, text: string, style: typeof styles.body) => {
    builder.text(row, 0, text);
    builder.merge(row, 0, 1, shown);
    builder.style(row, 0, 1, shown, style);
    const width = points.slice(0, shown).reduce((sum, one) => sum + one, 0);
    builder.height(row, Math.max(rowHeight, rowHeightFor(linesInPoints(text, width, fontSize), fontSize)));
  };
  line(start, lead.heading, { ...styles.body, fontName: styles.header.fontName ?? "黑体", horizontal: "Left" });
  builder.style(header, 0, 1, shown, styles.header);
  builder.style(first, 0, lead.regions.length, shown, styles.body);
  const at = (id: string) => columns.findIndex((one) => one.id === id);
  columns.forEach((column, index) => {
    // The last one takes what room is left.
    const spread = index === columns.length - 1 ? shown - index : 1;
    const text = evenLines(column.header, widthFrom(index), fontSize);
    builder.text(header, index, text);
    builder.height(header, Math.max(rowHeight, rowHeightFor(linesInPoints(text, widthFrom(index), fontSize), fontSize)));
    builder.merge(header, index, 1, spread);
    if (column.numberFormat !== undefined) builder.style(first, index, lead.regions.length, 1, { numberFormat: column.numberFormat });
    lead.regions.forEach((region, offset) => {
      const row = first + offset;
      builder.height(row, height);
      builder.merge(row, index, 1, spread);
      const place: LeadPlace = {
        region,
        at: (id) => a1Column(row, at(id)),
        span: (id) => `${absolute(first, at(id))}:${absolute(remark - 1, at(id))}`,
        of: (section, id) => {
          const own = form.sections[section];
          const [up, across] = [own?.regions.indexOf(region) ?? -1, own?.columns.findIndex((one) => one.id === id) ?? -1];
          return up < 0 || across < 0 ? null : absolute((sections[section] ?? 0) + up, across);
        },
      };
      const content = column.cell(place);
      if (!content) return;
      builder.put(row, index, content.cell);
      if (content.hint !== undefined) builder.hint(row, index, "来源 Source", content.hint);
    });
  });
  line(remark, lead.remark, { ...styles.body, ...WORDS });
}
