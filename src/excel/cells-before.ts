import type { PlannedBlock } from "../attachments";

type Format = Excel.CellPropertiesFormat;

/** Cells of the staff's as they were before a write of ours went into them: empty, but perhaps formatted. */
export interface CellsBefore {
  sheet: string;
  block: PlannedBlock;
  formats: Format[][];
  numberFormats: string[][];
  /** In points, one a row. */
  heights: number[];
  /** Of rows without a height of their own. */
  standardHeight: number;
}

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
    formats: formatsOf(looks).slice(0, rowCount),
    numberFormats: (cells.numberFormat as string[][]).slice(0, rowCount),
    heights: rows.value.slice(0, rowCount).map(({ format }) => format?.rowHeight ?? sheet.standardHeight),
    standardHeight: sheet.standardHeight,
  });
}

/**
 * Queues that cells are empty and as high as they were. Cleared cells look as the sheet's default: cells that
 * looked otherwise are formatted again by what this returns, after the sync and before another.
 * @returns queues the formats; false where there is nothing to format
 */
export function queueCellsBefore(context: Excel.RequestContext, before: CellsBefore): () => boolean {
  const { block, heights, standardHeight } = before;
  const sheet = context.workbook.worksheets.getItem(before.sheet);
  const cells = rangeOf(sheet, block);
  cells.unmerge();
  cells.clear();
  heights.forEach((height, at) => {
    const { format } = sheet.getRangeByIndexes(block.row + at, block.column, 1, 1);
    if (height === standardHeight) format.useStandardHeight = true;
    else format.rowHeight = height;
  });
  const looks = cells.getCellProperties(LOOKS);
  cells.load("numberFormat");
  return () => {
    const now = formatsOf(looks);
    const missing = before.formats.map((row, at) => row.map((format, column) => {
      const missing = differing(format, now[at]?.[column]);
      return missing === undefined ? {} : { format: settable(missing as Format) };
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

/** What is not there must not be set: a white fill hides the grid, and a colour or a weight would draw a line. */
function settable({ borders, fill, ...format }: Format): Format {
  const sides = Object.entries((borders ?? {}) as Record<string, Excel.CellBorder>);
  return {
    ...format,
    ...(fill?.color?.toUpperCase() === "#FFFFFF" ? {} : { fill: fill ?? {} }),
    borders: Object.fromEntries(sides.filter(([, line]) => line.style !== "None")),
  };
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
