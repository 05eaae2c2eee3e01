import type { AuditYear, Link, Report } from "../progress";
import { ATTACHMENT_ROWS, putDocumentHead } from "./document-head";
import { putFigure } from "./figure-cell";
import { a1Column, textExpression } from "./formulas";
import { linesIn, rowHeightFor } from "./measure";
import { landscapePage } from "./page";
import type { SheetPlan } from "./plan";
import { SheetBuilder } from "./sheet-builder";
import { BODY, COUNT_FORMAT, HEADER, TABLE_FONT_SIZE, TOTAL_ROW, WORDS } from "./styles";

/** A column of 附件2: figures with a total, or words. */
interface Column {
  band: string;
  header: string;
  width: number;
  put(row: number, column: number, region: string): void;
  /** "sum": the column's own total; a function for a total of another kind; null for words. */
  total: "sum" | ((row: number, column: number) => void) | null;
}

/**
 * Plans 附件2 《住房保障工作督查情况汇总表》: progress notes, the public-rental backlog, audit findings still open
 * by year and category, and the projects begun before 2018. Only what the workbook has appears.
 */
export function planAttachmentTwo(report: Report): SheetPlan {
  const builder = new SheetBuilder();
  const columns = [...noteColumns(builder, report), ...backlogColumns(builder, report), ...auditColumns(builder, report), ...continuingColumns(builder, report)];
  const columnCount = columns.length + 1;
  const { band, header, first } = ATTACHMENT_ROWS;
  const totalRow = first + report.regions.length;

  putDocumentHead(builder, report, {
    label: "附件2",
    title: `${report.place ?? ""}住房保障工作督查情况汇总表`,
    units: "套、个",
    columnCount,
  });
  builder.style(band, 0, 2, columnCount, HEADER);
  builder.style(first, 0, report.regions.length, columnCount, BODY);
  builder.style(totalRow, 0, 1, columnCount, TOTAL_ROW);
  builder.text(band, 0, "县（市、区）");
  builder.merge(band, 0, 2, 1);
  builder.widen(0, "县（市、区）", TABLE_FONT_SIZE, 10);
  builder.text(totalRow, 0, "合计");
  columns.forEach((column, index) => putColumnHead(builder, columns, column, index));
  report.regions.forEach(({ name }, index) => {
    const row = first + index;
    builder.text(row, 0, name);
    builder.widen(0, name, TABLE_FONT_SIZE, 10);
    builder.height(row, 21);
    columns.forEach((column, at) => column.put(row, at + 1, name));
  });
  columns.forEach(({ total }, index) => {
    const at = index + 1;
    if (total === "sum") {
      builder.formula(totalRow, at, `=SUM(${a1Column(first, at)}:${a1Column(totalRow - 1, at)})`);
    } else total?.(totalRow, at);
  });
  columns.forEach(({ total }, index) => {
    if (total === null) builder.style(first, index + 1, report.regions.length, 1, WORDS);
    else builder.style(first, index + 1, report.regions.length + 1, 1, { numberFormat: COUNT_FORMAT });
  });
  builder.height(totalRow, 21);
  const headerLines = columns.map((column) => linesIn(column.header || column.band, column.width, TABLE_FONT_SIZE));
  const lines = Math.max(2, ...headerLines);
  builder.height(header, rowHeightFor(lines, TABLE_FONT_SIZE));
  builder.height(band, rowHeightFor(1, TABLE_FONT_SIZE) + 4);
  return builder.plan({
    key: "attachment2",
    name: "附件2 督查情况汇总表",
    freeze: { rows: first, columns: 1 },
    print: landscapePage({ first: band, last: header }),
    tabColor: "#C50F1F",
  });
}

/** Whether the workbook has anything that 附件2 shows. */
export function hasAttachmentTwo(report: Report): boolean {
  return report.notes.length > 0 || report.backlog !== null || report.audit.length > 0 || report.continuing !== null;
}

function putColumnHead(builder: SheetBuilder, columns: readonly Column[], column: Column, index: number): void {
  const { band, header } = ATTACHMENT_ROWS;
  const at = index + 1;
  builder.widen(at, "", TABLE_FONT_SIZE, column.width);
  const startsBand = index === 0 || columns[index - 1]?.band !== column.band;
  if (column.header === "") {
    builder.text(band, at, column.band);
    builder.merge(band, at, 2, 1);
    return;
  }
  builder.text(header, at, column.header);
  if (!startsBand) return;
  const width = columns.slice(index).findIndex((other) => other.band !== column.band);
  builder.text(band, at, column.band);
  builder.merge(band, at, 1, width === -1 ? columns.length - index : width);
}

/** Puts words: a formula onto the staff's cell, and a row high enough to show all of them. */
function putWords(builder: SheetBuilder, row: number, column: number, text: string, link: Link | null, width: number): void {
  const expression = link && textExpression(link);
  if (expression === null) builder.text(row, column, text);
  else builder.formula(row, column, `=${expression}`);
  builder.height(row, rowHeightFor(linesIn(text, width, TABLE_FONT_SIZE), TABLE_FONT_SIZE));
}

function noteColumns(builder: SheetBuilder, report: Report): Column[] {
  if (report.notes.length === 0) return [];
  const width = 40;
  return [
    {
      band: "项目进展情况",
      header: "",
      width,
      total: null,
      put: (row, column, region) => {
        const note = report.notes.find((text) => text.region === region);
        if (note) putWords(builder, row, column, note.text, note.link, width);
      },
    },
  ];
}

function backlogColumns(builder: SheetBuilder, report: Report): Column[] {
  const { backlog } = report;
  if (!backlog) return [];
  const band = "公租房历史欠账（套）";
  const names = { task: "下达任务", reported: "上报完成", repurposed: "盘活", stock: "实有", verified: "核实欠账" } as const;
  const measured = (measure: keyof typeof names): Column[] =>
    backlog[measure] === null
      ? []
      : [
          {
            band,
            header: names[measure],
            width: 9,
            total: "sum",
            put: (row, column, region) =>
              putFigure(builder, row, column, backlog.regions.find((one) => one.region === region)?.[measure] ?? null, false),
          },
        ];
  const parts = (["task", "reported", "repurposed", "stock"] as const).flatMap(measured);
  return [...parts, ...computedBacklog(builder, report, parts, band), ...measured("verified")];
}

/** 历史欠账 = 上报 − 盘活 − 实有, by the cells beside it; or what the table states where it has no parts. */
function computedBacklog(builder: SheetBuilder, report: Report, parts: readonly Column[], band: string): Column[] {
  const { backlog } = report;
  if (!backlog || backlog.computed === null) return [];
  const offset = (header: string) => {
    const index = parts.findIndex((part) => part.header === header);
    return index === -1 ? null : index - parts.length;
  };
  const [reported, repurposed, stock] = [offset("上报完成"), offset("盘活"), offset("实有")];
  return [
    {
      band,
      header: "历史欠账",
      width: 9,
      total: "sum",
      put: (row, column, region) => {
        const own = backlog.regions.find((one) => one.region === region);
        if (!own || own.computed === null) return;
        if (reported === null || stock === null || !own.reported || !own.stock) {
          return putFigure(builder, row, column, own.stated, false);
        }
        const cells = [reported, ...(repurposed === null ? [] : [repurposed]), stock];
        builder.formula(row, column, `=${cells.map((at) => `N(${a1Column(row, column + at)})`).join("-")}`);
      },
    },
  ];
}

function auditColumns(builder: SheetBuilder, report: Report): Column[] {
  return report.audit.flatMap((year) => {
    const band = `${year.year}年审计未整改问题（个）`;
    const categories = year.categories.map(
      ({ name, regions }): Column => ({
        band,
        header: name,
        width: 9,
        total: "sum",
        put: (row, column, region) => putFigure(builder, row, column, regions.find((one) => one.region === region)?.open ?? null, true),
      }),
    );
    return [...categories, auditTotal(builder, year, band, categories.length)];
  });
}

function auditTotal(builder: SheetBuilder, year: AuditYear, band: string, categories: number): Column {
  return {
    band,
    // A year counted without categories is one column under its own name.
    header: categories === 0 ? "" : "小计",
    width: categories === 0 ? 10 : 7,
    total: "sum",
    put: (row, column, region) => {
      const own = year.regions.find((one) => one.region === region);
      if (!own) return;
      if (categories === 0) return putFigure(builder, row, column, own.figures[0] ?? null, true);
      builder.formula(row, column, `=SUM(${a1Column(row, column - categories)}:${a1Column(row, column - 1)})`);
    },
  };
}

function continuingColumns(builder: SheetBuilder, report: Report): Column[] {
  const { continuing } = report;
  if (!continuing) return [];
  const own = (region: string) => continuing.regions.find((one) => one.region === region);
  const band = "续建攻坚";
  const units: Column = {
    band,
    header: "2017年底前开工未建成（套）",
    width: 12,
    total: "sum",
    put: (row, column, region) => putFigure(builder, row, column, own(region)?.units ?? null, false),
  };
  const outlook: Column = {
    band,
    header: "攻坚前景",
    width: 18,
    total: null,
    put: (row, column, region) => {
      const words = own(region);
      if (words?.outlook) putWords(builder, row, column, words.outlook, words.outlookLink, 18);
    },
  };
  return continuing.regions.some((row) => row.outlook !== null) ? [units, outlook] : [units];
}
