import { hasRoomForLead, leadRows } from "./form-lead";
import { bandsOf } from "./form-widths";
import type { FormLayout } from "./layout";
import { CELL_PADDING, evenLines, lengthOf, linesInPoints, rowHeightFor, textPoints } from "./measure";

/** Rows of a form above its figures. */
interface HeadRows {
  label: number | null;
  title: number;
  caption: number;
  /** First row of the header; the last is the one before `first`. */
  band: number;
  first: number;
}

const LABEL_HEIGHT = 24;
const SPACER_HEIGHT = 8;
const TITLE_SPACE = 12;
const CAPTION_HEIGHT = 20;

/** Label on line 1, title on line 3 (GB/T 9704-2012), caption, header bands. */
export function headRows({ form, columns, shown }: Pick<FormLayout, "form" | "columns" | "shown">): HeadRows {
  const depth = Math.max(...columns.slice(0, shown).map(({ path }) => path.length));
  const title = form.label === null ? 0 : 2;
  const band = title + 2 + (hasRoomForLead(shown) ? leadRows(form.lead) : 0);
  return { label: form.label === null ? null : 0, title, caption: title + 1, band, first: band + depth };
}

/** Puts 附件N flush left, the title over the whole table, and who reports, the day and the units under it. */
export function putFormHead(layout: FormLayout): void {
  const { builder, form, shown, points, styles } = layout;
  const rows = headRows(layout);
  const width = lengthOf(points.slice(0, shown));
  if (rows.label !== null && form.label !== null) {
    builder.text(rows.label, 0, form.label);
    builder.style(rows.label, 0, 1, 1, styles.label);
    builder.height(rows.label, LABEL_HEIGHT);
    builder.height(rows.label + 1, SPACER_HEIGHT);
  }
  const size = styles.title.fontSize ?? 22;
  builder.text(rows.title, 0, form.title);
  builder.merge(rows.title, 0, 1, shown);
  builder.style(rows.title, 0, 1, shown, styles.title);
  builder.height(rows.title, rowHeightFor(linesInPoints(form.title, width, size), size) + TITLE_SPACE);
  putCaption(layout, rows.caption);
}

function putCaption({ builder, form, shown, points, styles }: FormLayout, row: number): void {
  const { reporter, day, units } = form.caption;
  const size = styles.caption.fontSize ?? 10.5;
  const room = (text: string) => (text === "" ? 0 : textPoints(text, size) + 2 * CELL_PADDING);
  const left = columnsFor(points.slice(0, shown), room(reporter));
  const right = columnsFor(points.slice(0, shown).reverse(), room(units));
  const middle = shown - left - right;
  const between = lengthOf(points.slice(left, left + middle));
  // Where three parts find no room side by side, the day stands with the units.
  const parts =
    middle > 0 && between >= room(day)
      ? [
          { text: reporter, count: left },
          { text: day, count: middle },
          { text: units, count: right },
        ]
      : [
          { text: reporter, count: Math.max(1, shown - right) },
          { text: [day, units].filter((text) => text !== "").join("\u3000"), count: Math.min(right, shown - 1) },
        ];
  const sides = parts.length === 3 ? (["Left", "Center", "Right"] as const) : (["Left", "Right"] as const);
  let column = 0;
  parts.forEach(({ text, count }, index) => {
    builder.text(row, column, text);
    builder.merge(row, column, 1, count);
    builder.style(row, column, 1, count, { ...styles.caption, horizontal: sides[index] ?? "Left" });
    column += count;
  });
  builder.height(row, CAPTION_HEIGHT);
}

/** How many columns from one side make a third of the table and hold a text. */
function columnsFor(points: readonly number[], room: number): number {
  const wanted = Math.max(room, lengthOf(points) / 3);
  let have = 0;
  const count = points.findIndex((width) => (have += width) >= wanted);
  return Math.max(1, count + 1);
}

/** Puts the header: bands merged over their columns, a column's own name down to the last row. */
export function putHeaderBands(layout: FormLayout): void {
  const { builder, columns, shown, points, styles } = layout;
  const { band, first } = headRows(layout);
  const visible = columns.slice(0, shown);
  const size = styles.header.fontSize ?? layout.fontSize;
  builder.style(band, 0, first - band, shown, styles.header);
  for (const { level, first: column, count, text: name } of bandsOf(visible)) {
    const width = lengthOf(points.slice(column, column + count));
    const text = evenLines(name, width, size);
    builder.text(band + level, column, text);
    builder.merge(band + level, column, 1, count);
    builder.height(band + level, rowHeightFor(linesInPoints(text, width, size), size));
  }
  const leaves = visible.map(({ path }, column) => {
    const text = evenLines(path.at(-1) ?? "", points[column] ?? 0, size);
    const from = band + path.length - 1;
    builder.text(from, column, text);
    builder.merge(from, column, first - from, 1);
    return { from, wanted: rowHeightFor(linesInPoints(text, points[column] ?? 0, size), size) };
  });
  // Names in the last row first; those that reach over several rows then need only what is still missing.
  for (const { from, wanted } of leaves) if (from === first - 1) builder.height(from, wanted);
  for (const { from, wanted } of leaves) {
    const above = Array.from({ length: first - 1 - from }, (_, offset) => builder.rowHeight(from + offset));
    builder.height(first - 1, wanted - lengthOf(above));
  }
}
