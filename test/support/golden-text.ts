import { Workbook, type Cell, type Worksheet } from "@cj-tech-master/excelts";
import { ExcelHost } from "../../excel-host";
import type { CellStyle } from "../../excel-host/engine/types";

/** A saved sheet as text that people can read and compare: everything in it, cell by cell. */
export async function sheetTexts(bytes: Uint8Array, names: readonly string[]): Promise<string> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  // excelts reads sizes as whole points; the looks are read by the host.
  const { engine } = await ExcelHost.open(bytes);
  return names
    .map((name) => {
      const sheet = workbook.getWorksheet(name);
      const own = engine.findSheet(name);
      if (!sheet || !own) throw new Error(`no sheet ${name}`);
      return textOf(sheet, (cell) => lookOf(own.style(Number(cell.row) - 1, Number(cell.col) - 1)));
    })
    .join("\n");
}

function textOf(sheet: Worksheet, lookAt: (cell: Cell) => string): string {
  const looks = new Map<string, string>();
  const cells: string[] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (cell.isMerged && cell.master !== cell) return;
      const look = lookAt(cell);
      if (!looks.has(look)) looks.set(look, `f${looks.size + 1}`);
      cells.push(`${cell.address.padEnd(5)} ${(looks.get(look) ?? "").padEnd(4)} ${contentOf(cell)}`.trimEnd());
    });
  });
  const { mergeCells, cols } = sheet.model as { mergeCells?: string[]; cols?: { min: number; max: number; width?: number; hidden?: boolean }[] };
  return [
    `══ ${sheet.name}`,
    ...pageOf(sheet),
    `冻结 ${sheet.views.map((view) => JSON.stringify({ ...view, workbookViewId: undefined, tabSelected: undefined })).join(" ")}`,
    `列宽 ${(cols ?? []).map(({ min, max, width, hidden }) => `${min}-${max}:${rounded(width)}${hidden ? " 隐藏" : ""}`).join(" ")}`,
    `行高 ${Array.from({ length: sheet.rowCount }, (_, row) => rounded(sheet.getRow(row + 1).height)).join(" ")}`,
    `合并 ${[...(mergeCells ?? [])].sort().join(" ")}`,
    ...sheet.conditionalFormattings.flatMap(({ ref, rules }) => rules.map((rule) => `标记 ${ref} ${JSON.stringify(rule)}`)),
    ...[...looks].map(([look, name]) => `格式 ${name} ${look}`),
    ...cells,
    "",
  ].join("\n");
}

function pageOf(sheet: Worksheet): string[] {
  const { orientation, paperSize, fitToPage, fitToWidth, fitToHeight, scale, margins, horizontalCentered, printArea, printTitlesRow, printTitlesColumn, firstPageNumber } = sheet.pageSetup;
  const page = { orientation, paperSize, fitToPage, fitToWidth, fitToHeight, scale, horizontalCentered, printArea, printTitlesRow, printTitlesColumn, firstPageNumber };
  const inches = Object.entries(margins ?? {}).map(([side, value]) => `${side} ${Math.round(Number(value) * 25.4)}mm`);
  const { rowBreaks } = sheet as unknown as { rowBreaks?: { id: number }[] };
  return [`页面 ${JSON.stringify(page)}`, `分页 ${(rowBreaks ?? []).map(({ id }) => id + 1).join(" ")}`.trimEnd(), `页边 ${inches.join(" ")}`, `页脚 ${sheet.headerFooter.oddFooter ?? ""}`];
}

function contentOf(cell: Cell): string {
  const { formula, result, value } = cell as { formula?: string; result?: unknown; value: unknown };
  const show = (content: unknown) => JSON.stringify(typeof content === "number" ? Number(content.toPrecision(12)) : (content ?? ""));
  const text = formula ? `=${formula} → ${show(result)}` : value === null ? "" : show(value);
  const prompt = cell.dataValidation?.prompt;
  return prompt === undefined ? text : `${text} ⟦${prompt}⟧`;
}

function lookOf({ font, fill, borders, horizontalAlignment, verticalAlignment, wrapText, numberFormat }: CellStyle): string {
  const sides = Object.entries(borders).map(([side, { weight }]) => `${side[0] ?? ""}:${weight}`);
  const words = [font.name, font.size, font.bold ? "粗" : "", font.color, fill ?? "无底色", horizontalAlignment, verticalAlignment, wrapText ? "换行" : "", `边框(${sides.join(" ")})`, numberFormat];
  return words.filter((word) => word !== "").join(" ");
}

function rounded(value: number | null | undefined): string {
  return value === null || value === undefined ? "-" : String(Math.round(value * 100) / 100);
}
