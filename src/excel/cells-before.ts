import type { PlannedBlock } from "../attachments";
import { either, fields, flag, keptBlock, listOf, namedOf, number, orNull, text, whole, type Parser } from "../progress";
import { attempt, told } from "./problem";

type Format = Excel.CellPropertiesFormat;

/** Cells of the staff's as they were before a write of ours went into them: empty, but perhaps formatted. */
export interface CellsBefore {
  sheet: string;
  block: PlannedBlock;
  /** The looks that there are, each once. */
  looks: Format[];
  /** Which of them each cell has, row by row. */
  formats: number[][];
  numberFormats: string[][];
  /** In points, one a row. */
  heights: number[];
  /** Of rows without a height of their own. */
  standardHeight: number;
}

const plain = either<unknown>(text(), number(), flag);
const side = namedOf(orNull(plain));
/** Cells as they were kept. */
export const keptCellsBefore = fields<CellsBefore>({
  sheet: text(),
  block: keptBlock,
  // As Excel itself told them, and as it takes them.
  looks: listOf(namedOf(orNull(either<unknown>(plain, namedOf(orNull(either<unknown>(plain, side))))))) as Parser<Format[]>,
  formats: listOf(listOf(whole(0, Number.MAX_SAFE_INTEGER))),
  numberFormats: listOf(listOf(text())),
  heights: listOf(number(0)),
  standardHeight: number(0),
});

/** All that a cell may look like. */
const LOOKS = {
  format: {
    font: { name: true, size: true, color: true, bold: true, italic: true, underline: true, strikethrough: true },
    fill: { color: true },
    borders: { style: true, color: true, weight: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    indentLevel: true,
    shrinkToFit: true,
    textOrientation: true,
  },
} as const;

/**
 * Asks for cells as they are; read after the next sync.
 * @returns gives as many of their rows as are asked for
 */
export function requestCells(cells: Excel.Range): (rowCount: number) => CellsBefore {
  const sheet = cells.worksheet;
  const looks = cells.getCellProperties(LOOKS);
  const rows = cells.getRowProperties({ format: { rowHeight: true } });
  cells.load("numberFormat,rowIndex,columnIndex,columnCount");
  sheet.load("name,standardHeight");
  return (rowCount) => ({
    sheet: sheet.name,
    block: { row: cells.rowIndex, column: cells.columnIndex, rowCount, columnCount: cells.columnCount },
    ...eachOnce(formatsOf(looks).slice(0, rowCount)),
    numberFormats: told(cells.numberFormat as string[][] | null).slice(0, rowCount),
    heights: rows.value.slice(0, rowCount).map(({ format }) => format?.rowHeight ?? sheet.standardHeight),
    standardHeight: sheet.standardHeight,
  });
}

/**
 * Whether conditional formats lie on cells: they would go with the cells' own formats. Where Excel does not tell, they
 * may. One round trip.
 */
export async function haveRules(context: Excel.RequestContext, { sheet, block }: CellsBefore): Promise<boolean> {
  const ask = () => rangeOf(context.workbook.worksheets.getItem(sheet), block).conditionalFormats.getCount();
  // A failure may be chance; where there are none, formats come back as they were to the last theme colour.
  const count = (await attempt(context, ask)) ?? (await attempt(context, ask));
  return count === null || count.value > 0;
}

/**
 * Queues that cells are empty and as high as they were. Never are they cleared of everything: conditional formats and
 * validation on them are the staff's. Formats are cleared where no conditional format would go with them, so that
 * colours and fonts of the theme stay the theme's. What then looks otherwise than it did is formatted again by what
 * this returns, after the sync and before another.
 * @param ruled whether conditional formats lie on the cells
 * @returns queues the formats; false where there is nothing to format
 */
export function queueCellsBefore(context: Excel.RequestContext, before: CellsBefore, ruled: boolean): () => boolean {
  const { block, heights, standardHeight } = before;
  const sheet = context.workbook.worksheets.getItem(before.sheet);
  const cells = rangeOf(sheet, block);
  cells.unmerge();
  cells.clear(Excel.ClearApplyTo.contents);
  if (!ruled) cells.clear(Excel.ClearApplyTo.formats);
  heights.forEach((height, at) => {
    const { format } = sheet.getRangeByIndexes(block.row + at, block.column, 1, 1);
    if (height === standardHeight) format.useStandardHeight = true;
    else format.rowHeight = height;
  });
  const looks = cells.getCellProperties(LOOKS);
  cells.load("numberFormat");
  return () => {
    const now = formatsOf(looks);
    const wanted = before.formats.map((row) => row.map((at) => before.looks[at] ?? {}));
    const missing = wanted.map((row, at) => row.map((format, column) => {
      const missing = differing(format, now[at]?.[column]);
      return missing === undefined ? {} : { format: settable(missing as Format) };
    }));
    // A fill that was not there goes; white would hide the grid.
    wanted.forEach((row, at) => row.forEach((format, column) => {
      if (isNoFill(format) && !isNoFill(now[at]?.[column])) cells.getCell(at, column).format.fill.clear();
    }));
    const looksMissing = missing.some((row) => row.some(({ format }) => format !== undefined));
    if (looksMissing) cells.setCellProperties(missing);
    // Null leaves a cell's number format as it is.
    const numbers = before.numberFormats.map((row, at) => row.map((format, column) => (format === cells.numberFormat[at]?.[column] ? null : format)));
    const numbersMissing = numbers.some((row) => row.some((format) => format !== null));
    if (numbersMissing) cells.numberFormat = numbers;
    return looksMissing || numbersMissing;
  };
}

function rangeOf(sheet: Excel.Worksheet, { row, column, rowCount, columnCount }: PlannedBlock): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rowCount, columnCount);
}

function formatsOf(looks: OfficeExtension.ClientResult<Excel.CellProperties[][]>): Format[][] {
  return looks.value.map((row) => row.map(({ format }) => format ?? {}));
}

/** Looks of cells, each once, and which of them each cell has. */
function eachOnce(formats: readonly (readonly Format[])[]): Pick<CellsBefore, "looks" | "formats"> {
  const places = new Map<string, number>();
  const looks: Format[] = [];
  const placeOf = (format: Format): number => {
    const told = JSON.stringify(format);
    const place = places.get(told) ?? looks.push(format) - 1;
    places.set(told, place);
    return place;
  };
  return { formats: formats.map((row) => row.map(placeOf)), looks };
}

/** What is not there must not be set: a white fill hides the grid, and a colour or a weight would draw a line. */
function settable({ borders, fill, ...format }: Format): Format {
  const sides = Object.entries((borders ?? {}) as Record<string, Excel.CellBorder>);
  const gone = (line: Excel.CellBorder) => (line.style === "None" ? { style: line.style } : line);
  return {
    ...format,
    ...(fill === undefined || isNoFill({ fill }) ? {} : { fill }),
    ...(sides.length > 0 ? { borders: Object.fromEntries(sides.map(([side, line]) => [side, gone(line)])) } : {}),
  };
}

function isNoFill(format: Format | undefined): boolean {
  return (format?.fill?.color ?? "#FFFFFF").toUpperCase() === "#FFFFFF";
}

/** What of a look differs from another: what does not is not set, so that a colour of the theme stays one. */
function differing(wanted: unknown, now: unknown): unknown {
  if (typeof wanted !== "object" || wanted === null) return wanted === now ? undefined : wanted;
  const parts = Object.entries(wanted).flatMap(([name, part]) => {
    const missing = differing(part, (now as Record<string, unknown> | null | undefined)?.[name]);
    return missing === undefined ? [] : [[name, missing] as const];
  });
  return parts.length === 0 ? undefined : Object.fromEntries(parts);
}
