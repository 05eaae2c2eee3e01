import { cellName, type CellAddress, type Language } from "../progress";
import { portraitPage } from "./page";
import type { CellStyle, KeptWidths, SheetPlan } from "./plan";
import { SheetBuilder } from "./sheet-builder";
import { BODY, CAPTION, HEADER, STATUS_COLOURS, TABLE_FONT_SIZE, TITLE, WORDS } from "./styles";

const PROOFREADING_SHEET_NAME = "校核结果";

/** One judged statement of a draft, as the sheet shows it. */
export interface ProofreadStatement {
  /** Verdict of a claim; "hint" for a matter of style. */
  verdict: "wrong" | "suspect" | "unverified" | "ok" | "hint";
  text: string;
  /** Where it stands: the line of the draft, from 1. */
  line: number;
  /** The words around it. */
  context: string;
  expected: string | null;
  why: Record<Language, string>;
  cells: readonly CellAddress[];
}

/** Verdicts worst first, each with a symbol beside its colour. */
const VERDICTS: Record<ProofreadStatement["verdict"], { label: string; style: CellStyle }> = {
  wrong: { label: "✕ 有误", style: { fill: STATUS_COLOURS.none.fill, fontColor: STATUS_COLOURS.none.font, bold: true } },
  suspect: { label: "？ 存疑", style: { fill: STATUS_COLOURS.behind.fill, fontColor: STATUS_COLOURS.behind.font } },
  hint: { label: "· 用语", style: {} },
  unverified: { label: "– 未核对", style: {} },
  ok: { label: "✓ 相符", style: {} },
};
const COLUMNS = [
  { id: "verdict", header: "结论", width: 10 },
  { id: "line", header: "行", width: 5 },
  { id: "text", header: "文中的数", width: 18 },
  { id: "context", header: "原文", width: 30 },
  { id: "expected", header: "改为", width: 16 },
  { id: "why", header: "依据", width: 40 },
  { id: "cells", header: "单元格", width: 20 },
] as const;
const ROWS = { title: 0, summary: 1, header: 2, first: 3 };
/** Cells named in full; of a total's many the first are enough to find it. */
const MOST_CELLS = 3;

/** Plans the sheet 校核结果: every judged statement of a draft, the worst first. */
export function planProofreadingSheet(statements: readonly ProofreadStatement[], keptWidths: KeptWidths = {}): SheetPlan {
  const builder = new SheetBuilder();
  COLUMNS.forEach(({ width }, column) => builder.setWidth(column, width));
  const columns = builder.keepWidths(COLUMNS.map(({ id }) => `proofreading.${id}`), keptWidths);
  const count = COLUMNS.length;
  builder.text(ROWS.title, 0, PROOFREADING_SHEET_NAME);
  builder.merge(ROWS.title, 0, 1, count);
  builder.style(ROWS.title, 0, 1, count, TITLE);
  builder.height(ROWS.title, 40);
  builder.text(ROWS.summary, 0, summaryOf(statements));
  builder.merge(ROWS.summary, 0, 1, count);
  builder.style(ROWS.summary, 0, 1, count, CAPTION);
  COLUMNS.forEach(({ header }, column) => builder.text(ROWS.header, column, header));
  builder.style(ROWS.header, 0, 1, count, HEADER);
  const order = Object.keys(VERDICTS);
  const sorted = [...statements].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  sorted.forEach((statement, index) => putStatement(builder, ROWS.first + index, statement));
  builder.style(ROWS.first, 0, sorted.length, count, BODY);
  builder.style(ROWS.first, 2, sorted.length, count - 2, WORDS);
  sorted.forEach(({ verdict }, index) => builder.style(ROWS.first + index, 0, 1, 1, VERDICTS[verdict].style));
  return builder.plan({
    key: "proofreading",
    name: PROOFREADING_SHEET_NAME,
    freeze: { rows: ROWS.first, columns: 0 },
    print: { ...portraitPage(), orientation: "Landscape", titleRows: { first: ROWS.header, last: ROWS.header } },
    tabColor: "#8764B8",
    columns,
  });
}

function putStatement(builder: SheetBuilder, row: number, statement: ProofreadStatement): void {
  const named = statement.cells.slice(0, MOST_CELLS).map(cellName).join("、");
  const cells = statement.cells.length > MOST_CELLS ? `${named} 等${statement.cells.length}格` : named;
  const texts = [
    VERDICTS[statement.verdict].label,
    "",
    statement.text,
    statement.context,
    statement.expected ?? "",
    statement.why["zh-CN"],
    cells,
  ];
  texts.forEach((text, column) => {
    builder.text(row, column, text);
    builder.fit(row, text, { first: column, count: 1 }, TABLE_FONT_SIZE);
  });
  builder.number(row, 1, statement.line);
}

/** 2 处有误 · 1 处存疑 · 100 处相符 · 12 处未核对. */
function summaryOf(statements: readonly ProofreadStatement[]): string {
  const names = { wrong: "处有误", suspect: "处存疑", ok: "处相符", unverified: "处未核对", hint: "条用语提示" } as const;
  const parts = Object.entries(names).map(([verdict, words]) => `${statements.filter((one) => one.verdict === verdict).length} ${words}`);
  return parts.join(" · ");
}
