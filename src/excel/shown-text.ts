import { told } from "./problem";

/**
 * What cells say, as the office reads them. Excel tells the text of a number in a narrow column as ####, and so that of
 * a long text in a cell of the format “@”: texts are taken from the values, such a number is shown by its format.
 * @param cells loaded with their values, text and numberFormat
 */
export function shownTexts({ values, text, numberFormat }: Excel.Range): string[][] {
  const [contents, texts, formats] = [told(values as unknown[][] | null), told(text as string[][] | null), told(numberFormat as string[][] | null)];
  return contents.map((row, at) => row.map((content, column) => shownText(content, texts[at]?.[column] ?? "", String(formats[at]?.[column]))));
}

function shownText(content: unknown, text: string, format: string): string {
  if (typeof content === "string") return content;
  return typeof content === "number" && /^#+$/.test(text) ? formatted(content, format) : text;
}

/** 1234567.8901 → 1,234,567.8901. */
function withCommas(fixed: string): string {
  const [whole = "", part] = fixed.split(".");
  const digits = whole.replace("-", "");
  const first = digits.length % 3 || 3;
  const groups = [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])];
  return `${whole.startsWith("-") ? "-" : ""}${groups.join(",")}${part === undefined ? "" : `.${part}`}`;
}

/** A number by the plain formats of tables: 0, 0.00, #,##0, 0.00%; by any other as it is. */
function formatted(value: number, format: string): string {
  const [, grouped, decimals = "", percent] = /^(#,##)?0(?:\.(0+))?(%)?(?:_.*|;.*)?$/.exec(format) ?? [];
  const isKnown = /^(?:#,##)?0(?:\.0+)?%?(?:_.*|;.*)?$/.test(format);
  // eslint-disable-next-line no-restricted-syntax -- a number is rounded
  if (!isKnown) return String(Number(value.toPrecision(10)));
  const fixed = (percent ? value * 100 : value).toFixed(decimals.length);
  return `${grouped ? withCommas(fixed) : fixed}${percent ?? ""}`;
}
