import { contentOf, editsSince, pointsOf, widthsByHand, type Look, type SheetPart, type SheetPlan, type SheetRecord, type TemplateFont } from "../attachments";
import { told } from "./problem";
import type { StandingSheet } from "./workbook-state";

/** Where a column of ours is now. */
export interface ColumnAnchor {
  id: string;
  column: number;
}

type FontCells = Partial<Record<SheetPart, Excel.Range>>;

/**
 * Asks how a sheet of ours stands: its formulas, looks, fonts and columns; read after the next sync.
 * @param used the sheet's used cells
 * @param marked the columns that names point to
 * @param drawn whether it is a sheet of charts
 */
export function requestStanding(
  worksheet: Excel.Worksheet,
  used: Excel.Range,
  record: SheetRecord | null,
  marked: readonly ColumnAnchor[],
  drawn: boolean,
): () => StandingSheet {
  // Columns that no office rearranges bear no marks: they are where they were written.
  const anchors = marked.length > 0 ? marked : Object.keys(record?.widths ?? {}).map((id, column) => ({ id, column }));
  used.load("formulas,values,rowIndex,columnIndex");
  const looks = (record?.looks ?? []).map(({ block }) => {
    const range = worksheet.getRangeByIndexes(block.row, block.column, block.rowCount, block.columnCount);
    range.load("format/font/name,format/font/size,format/font/bold,format/font/color,format/fill/color,format/horizontalAlignment");
    return range;
  });
  const fonts = Object.fromEntries(
    Object.entries(record?.parts ?? {}).map(([part, row]) => {
      const cell = worksheet.getCell(row, 0);
      cell.load("format/font/name,format/font/size,format/font/bold,format/font/color");
      return [part, cell];
    }),
  ) as FontCells;
  const last = Math.max(-1, ...anchors.map(({ column }) => column));
  const columns = last < 0 ? null : worksheet.getRangeByIndexes(0, 0, 1, last + 1).getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
  const { charts } = worksheet;
  if (drawn) charts.load("items/name");
  return () => {
    const names = drawn ? charts.items.map(({ name }) => name) : [];
    const formulas = used.isNullObject ? [] : fromA1(used);
    const placed = anchors.map(({ id, column }) => {
      const properties = columns?.value[column];
      return { id, column, width: properties?.format?.columnWidth ?? 0, hidden: properties?.columnHidden === true };
    });
    const widths = Object.fromEntries(placed.filter(({ hidden }) => !hidden).map(({ id, width }) => [id, width]));
    return {
      formulas,
      record,
      edits: record && editsSince(record, formulas, looks.map(lookOf), names),
      columns: placed,
      keptWidths: record ? widthsByHand(record, widths) : {},
      fonts: fontsOf(fonts),
      charts: names,
    };
  };
}

/**
 * A sheet as it stands when it was just written.
 * @param record what the workbook keeps of it
 */
export function standingAsWritten(plan: SheetPlan, record: SheetRecord): StandingSheet {
  return {
    formulas: plan.cells.map((row) => row.map(contentOf)),
    record,
    edits: null,
    columns: plan.columns.map(({ id, hidden }, column) => ({ id, column, width: pointsOf(plan.columnWidths[column] ?? 0), hidden })),
    keptWidths: widthsByHand(record, record.widths),
    fonts: {},
    charts: record.charts?.names ?? [],
  };
}

/**
 * The used cells' formulas with the blank ones before them. A text that begins with “=” is told without the apostrophe
 * that makes it one (#6687): it is a text where its value is the same.
 */
function fromA1(used: Excel.Range): unknown[][] {
  const above = Array.from({ length: used.rowIndex }, (): unknown[] => []);
  const before = Array.from({ length: used.columnIndex }, () => "");
  const [formulas, values] = [told(used.formulas as unknown[][] | null), told(used.values as unknown[][] | null)];
  return [...above, ...formulas.map((row, at) => [...before, ...row.map((formula, column) => (isLikeFormula(formula) && formula === values[at]?.[column] ? `'${formula}` : formula))])];
}

function isLikeFormula(content: unknown): content is string {
  return typeof content === "string" && content.startsWith("=");
}

/** What a block looks like; null where its cells differ in anything. */
function lookOf({ format }: Excel.Range): Look | null {
  const look = {
    fontName: format.font.name,
    fontSize: format.font.size,
    bold: format.font.bold,
    fontColor: format.font.color,
    fill: format.fill.color,
    horizontal: format.horizontalAlignment,
  };
  return Object.values(look).some((value) => (value as unknown) === null) ? null : (look as Look);
}

function fontsOf(cells: FontCells): Partial<Record<SheetPart, TemplateFont>> {
  return Object.fromEntries(
    Object.entries(cells).map(([part, { format }]) => {
      const { name, size, bold, color } = format.font;
      return [part, { fontName: name, fontSize: size, bold, fontColor: color }];
    }),
  );
}
