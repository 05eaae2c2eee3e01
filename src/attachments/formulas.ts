import { a1, quotedSheet, type Link, type RangeAddress, type CellAddress } from "../progress";

/** A block with its sheet, absolute: '目标任务'!$C$5:$C$19. */
export function absoluteRange(range: RangeAddress): string {
  const first = absolute(range.row, range.column);
  const last = absolute(range.row + range.rowCount - 1, range.column + range.columnCount - 1);
  const cells = first === last ? first : `${first}:${last}`;
  return `${quotedSheet(range.sheet)}!${cells}`;
}

/** A cell with its sheet, absolute: '目标任务'!$C$5. */
function absoluteCell(cell: CellAddress): string {
  return `${quotedSheet(cell.sheet)}!${absolute(cell.row, cell.column)}`;
}

/** $C$5 for (4, 2). */
export function absolute(row: number, column: number): string {
  return a1(row, column).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
}

/** A text literal in a formula: quotes doubled. */
export function textLiteral(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/**
 * A text that MATCH and SUMIF look up as it stands: their wildcards * ? ~ are escaped.
 * Source: Microsoft, “MATCH function”, wildcard characters.
 */
function lookupLiteral(label: string): string {
  return textLiteral(label.replace(/[~*?]/g, "~$&"));
}

/** As `lookupLiteral`, for SUMIFS: what begins like a comparison (<甲县>) is compared as it stands. Source: Microsoft, “SUMIFS function”. */
function criterionLiteral(label: string): string {
  return lookupLiteral(/^[=<>]/.test(label) ? `=${label}` : label);
}

/** What a row of ours is called, and in which of its cells that stands: A1, "$A6". */
export interface RowName {
  name: string;
  cell: string;
}

/**
 * The expression (without "=") by which a sheet of ours follows a figure to the staff's own cell: looked up
 * by the staff's own label, so that sorting or inserting rows cannot hand one region's figure to another.
 * A blank cell counts as 0.
 * @param row the row that the figure stands in; null: one without a name of its own
 * @returns null for a typed figure, which no formula can follow
 */
export function figureExpression(link: Link, row: RowName | null): string | null {
  switch (link.kind) {
    case "lookup": {
      return scaled(`N(${found(link, row)})`, link.scale);
    }
    case "sumByLabel": {
      const criteria = link.criteria.map(({ range, label }) => `${absoluteRange(range)},${criterionLiteral(label)}`);
      return scaled(`SUMIFS(${absoluteRange(link.values)},${criteria.join(",")})`, link.scale);
    }
    case "sum":
      return scaled(`SUM(${link.ranges.map(absoluteRange).join(",")})`, link.scale);
    case "cell":
      return scaled(`N(${absoluteCell(link.cell)})`, link.scale);
    case "typed":
      return null;
  }
}

/** As `figureExpression`, for a text beside a label (进展说明); null where it cannot be followed. */
export function textExpression(link: Link, row: RowName | null): string | null {
  if (link.kind !== "lookup") return null;
  return `T(${found(link, row)})`;
}

/** The cell beside (or under) a label; of a row, whose place is said in full, as not every spreadsheet takes one index for its column. */
function found({ label, labels, values }: Extract<Link, { kind: "lookup" }>, row: RowName | null): string {
  // By the name beside it where that is what the staff write: who types another name there gets that one's figures.
  const sought = row?.name === label && lookupLiteral(label) === textLiteral(label) ? row.cell : lookupLiteral(label);
  const match = `MATCH(${sought},${absoluteRange(labels)},0)`;
  return `INDEX(${absoluteRange(values)},${values.rowCount === 1 && values.columnCount > 1 ? "1," : ""}${match})`;
}

function scaled(expression: string, scale: number): string {
  if (scale === 1) return expression;
  return scale < 1 ? `${expression}/${Math.round(1 / scale)}` : `${expression}*${scale}`;
}

/** $C5 for (4, 2): the column fixed, the row its own. */
export function a1Column(row: number, column: number): string {
  return `$${a1(row, column)}`;
}
