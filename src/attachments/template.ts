import { dateParts, fields, flag, listOf, named, number, oneOf, orNull, text, that, words, type IsoDate } from "../progress";
import type { StandardForm, FormColumn, FormSection } from "./form";
import { REGION_COLUMN } from "./form";
import { colour, isSheetPart, SHEET_KEYS, type CellStyle, type KeptWidths, type SheetKey, type SheetPart } from "./plan";

export type TemplateFont = Required<Pick<CellStyle, "fontName" | "fontSize" | "bold" | "fontColor">>;

/** How an office wants one of its forms: plain data, kept in the workbook. */
export interface SheetTemplate {
  key: SheetKey;
  /** Texts of the head with {place}, {year}, {month}, {day} where those stand; null: the standard one. */
  label: string | null;
  title: string | null;
  reporter: string | null;
  /** The columns shown, in their order; `path` is their header where the office words it otherwise. */
  columns: { id: string; path: string[] | null; width: number | null }[];
  /** Columns that the form has and the office leaves out. */
  dropped: string[];
  /** Fonts that differ from the standard's. */
  fonts: Partial<Record<SheetPart, TemplateFont>>;
}

/** The widest that Excel makes a column, in points. */
const WIDEST_COLUMN = 1342;
const head = orNull(text(1000));
const font = fields<TemplateFont>({ fontName: words(100), fontSize: number(1, 409), bold: flag, fontColor: colour });
const template = fields<SheetTemplate>({
  key: oneOf(SHEET_KEYS),
  label: head,
  title: head,
  reporter: head,
  columns: that(
    listOf(fields({ id: text(), path: orNull(that(listOf(text(1000), 9), (path) => path.length > 0)), width: orNull(number(0, WIDEST_COLUMN)) })),
    // A column that stands twice could not bear its name twice.
    (columns) => new Set(columns.map(({ id }) => id)).size === columns.length,
  ),
  dropped: listOf(text()),
  fonts: named(font, isSheetPart),
});

/** Templates as they were stored; whatever does not fit is left out. */
export function templatesFrom(stored: unknown): Partial<Record<SheetKey, SheetTemplate>> {
  return Object.fromEntries(Object.entries(named(template)(stored)).filter(([key, one]) => one.key === key));
}

/** What placeholders in a template's texts stand for. */
export interface TemplateContext {
  asOf: IsoDate;
  place: string | null;
}

/** A text of this month as a template keeps it: 吕梁市2021年4月… becomes {place}{year}年{month}月…. */
export function withPlaceholders(text: string, { asOf, place }: TemplateContext): string {
  const { year, month, day } = partsOf(asOf);
  const placed = place === null ? text : text.replaceAll(place, "{place}");
  return placed
    .replaceAll(`${year}年`, "{year}年")
    .replace(new RegExp(`(?<!\\d)${month}月`, "g"), "{month}月")
    .replace(new RegExp(`(?<!\\d)${day}日`, "g"), "{day}日");
}

/** A template's text for a month to come. */
function fillPlaceholders(text: string, { asOf, place }: TemplateContext): string {
  const { year, month, day } = partsOf(asOf);
  const values: Record<string, string> = { place: place ?? "", year: String(year), month: String(month), day: String(day) };
  return text.replace(/\{(place|year|month|day)\}/g, (_, name: string) => values[name] ?? "");
}

function partsOf(asOf: IsoDate): { year: number; month: number; day: number } {
  const parts = dateParts(asOf);
  if (!parts) throw new RangeError(`no such day: ${asOf}`);
  return parts;
}

/**
 * A form as its template wants it. Columns that the template does not know (a new indicator) come where the
 * standard form has them; those it leaves out stand hidden behind the table where others need them.
 */
export function applyTemplate(
  form: StandardForm,
  template: SheetTemplate,
  context: TemplateContext,
): { form: StandardForm; hidden: string[] } {
  const filled = (wanted: string | null, standard: string) => (wanted === null ? standard : fillPlaceholders(wanted, context));
  const standard = form.sections[0]?.columns ?? [];
  const order = columnOrder(
    standard.map(({ id }) => id),
    template,
  );
  const hidden = neededBehind(standard, order, form.lead?.needs ?? []);
  const arranged = (section: FormSection): FormSection => ({
    ...section,
    columns: [...order, ...hidden].flatMap((id) => {
      const column = section.columns.find((one) => one.id === id);
      const path = template.columns.find((one) => one.id === id)?.path;
      return column ? [path ? { ...column, path } : column] : [];
    }),
  });
  return {
    form: {
      ...form,
      label: form.label === null && template.label === null ? null : filled(template.label, form.label ?? ""),
      title: titleBy(template, form.title, context),
      caption: { ...form.caption, reporter: filled(template.reporter, form.caption.reporter) },
      sections: form.sections.map(arranged),
    },
    hidden,
  };
}

/** A form's title as its template wants it. */
export function titleBy(template: SheetTemplate | undefined, standard: string, context: TemplateContext): string {
  const own = template?.title ?? null;
  return own === null ? standard : fillPlaceholders(own, context);
}

/** The widths that a template asks for, under those that stand on the sheet now. */
export function templateWidths(template: SheetTemplate, kept: KeptWidths): KeptWidths {
  const wanted = template.columns.flatMap(({ id, width }) => (width === null ? [] : [[id, width] as const]));
  return { ...Object.fromEntries(wanted), ...kept };
}

function columnOrder(standard: readonly string[], template: SheetTemplate): string[] {
  const order = template.columns.map(({ id }) => id).filter((id) => standard.includes(id));
  // A table without its regions says nothing.
  if (!order.includes(REGION_COLUMN)) order.unshift(REGION_COLUMN);
  standard.forEach((id, index) => {
    if (order.includes(id) || template.dropped.includes(id)) return;
    const before = standard.slice(0, index).reverse().find((other) => order.includes(other));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  return order;
}

/** The columns left out that those shown are computed from, and what these need in turn. */
function neededBehind(columns: readonly FormColumn[], shown: readonly string[], needed: readonly string[]): string[] {
  const wanted = new Set<string>([...shown, ...needed.filter((id) => columns.some((column) => column.id === id))]);
  // A set grows while it is gone through.
  for (const id of wanted) for (const need of columns.find((column) => column.id === id)?.needs ?? []) wanted.add(need);
  return [...wanted].filter((id) => !shown.includes(id));
}
