import { repeatedBlocks, type PlannedBlock, type PlannedCell, type SheetPlan } from "../attachments";
import { a1Range } from "../progress";
import { cellInput } from "./cell-input";

/** Excel on the web takes 5 MB at once; formats and rules need the other half. */
const MOST_BYTES = 2.5 * 1024 * 1024;

/** What Excel takes as a formula at most, in signs; a cell's value may have 32,767. */
const MOST_FORMULA = 8192;

type Inputs = (string | number)[][];

/** What is to be sent of a sheet's cells. */
export interface CellsToSend {
  /** Blocks of rows, each of which Excel takes at once; one unless it is very large. */
  blocks: { row: number; inputs: Inputs }[];
  /** Formulas that Excel copies down from their first row; the blocks hold nothing in their further rows. */
  repeated: PlannedBlock[];
}

/** A planned sheet's cells, as little as Excel needs to be told. */
export function cellsToSend({ cells }: SheetPlan): CellsToSend {
  const inputs = cells.map((row) => row.map(inputOf));
  const repeated = repeatedBlocks(cells);
  for (const { row, column, rowCount, columnCount } of repeated) {
    for (const line of inputs.slice(row + 1, row + rowCount)) line.fill("", column, column + columnCount);
  }
  return { blocks: blocksOf(inputs), repeated };
}

function blocksOf(rows: Inputs): CellsToSend["blocks"] {
  const blocks: CellsToSend["blocks"] = [];
  let room = 0;
  rows.forEach((inputs, row) => {
    const size = sizeOf(inputs);
    const open = blocks.at(-1);
    if (open && size <= room) open.inputs.push(inputs);
    else blocks.push({ row, inputs: [inputs] });
    room = (open && size <= room ? room : MOST_BYTES) - size;
  });
  return blocks;
}

/** Bytes that a row takes in a request, at most: a sign beyond ASCII takes three. */
function sizeOf(inputs: readonly (string | number)[]): number {
  return inputs.reduce<number>((total, input) => {
    const text = String(input);
    return total + text.length + 3 + 2 * text.replace(/[ -~]/g, "").length;
  }, 0);
}

/** Queues one block of a planned sheet's cells. */
export function fillCells(sheet: Excel.Worksheet, { columnCount }: SheetPlan, { row, inputs }: CellsToSend["blocks"][number]): void {
  const isLong = (input: string | number) => typeof input === "string" && input.length > MOST_FORMULA;
  sheet.getRangeByIndexes(row, 0, inputs.length, columnCount).formulas = inputs.map((cells) => cells.map((input) => (isLong(input) ? "" : input)));
  inputs.forEach((cells, at) =>
    cells.forEach((input, column) => {
      if (isLong(input)) sheet.getCell(row + at, column).values = [[input]];
    }),
  );
}

/** Queues that formulas are copied down from their first rows, which are there. */
export function copyDown(sheet: Excel.Worksheet, repeated: readonly PlannedBlock[]): void {
  for (const { row, column, rowCount, columnCount } of repeated) {
    const first = a1Range({ row, column, rowCount: 1, columnCount });
    sheet.getRangeByIndexes(row + 1, column, rowCount - 1, columnCount).copyFrom(first, Excel.RangeCopyType.formulas);
  }
}

function inputOf(cell: PlannedCell): string | number {
  switch (cell.kind) {
    case "blank":
      return "";
    case "text":
      return cellInput(cell.text);
    case "number":
      return cell.value;
    case "formula":
      return cell.formula;
  }
}
