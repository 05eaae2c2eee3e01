import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { Workbook } from "@cj-tech-master/excelts";
import { Package } from "../../excel-host/engine/package";
import {
  composeNotice,
  computeProgress,
  exportNotice,
  insertAttachments,
  insertCharts,
  insertRanking,
  proofreadDraft,
  readReport,
  saveTemplate,
  writeNotice,
  writeProofreading,
  type Reading,
} from "../../src/actions";
import { cachesOf, chartParts, schemaErrors } from "../support/chart-parts";
import { everySo } from "../support/cases";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";
import { xlsxFile } from "../support/xlsx-file";

const TODAY = { today: "2021-05-06" };

/** What a formula, a page or a template would make of a text that is one. */
const TEXTS = [
  "=cmd|'/C calc'!A0",
  "=HYPERLINK(\"https://example.invalid\",\"点此\")",
  "+1+1",
  "-1+1",
  "@SUM(1,1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "＝1＋1",
  "'=1+1",
  "4-23",
  "007",
  "1E5",
  "TRUE",
  "#N/A",
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "]]><w:p/>&lt;",
  "{{ 7 | times: 7 }}",
  "{% for i in (1..9) %}x{% endfor %}",
  "{% include 'secret' %}",
  "${7*7}",
  "{place}{year}年",
  "&D&F",
];
let tried = 0;

describe("text of a workbook or a draft stays text", () => {
  let open: OpenWorkbook;
  afterEach(() => open.close());
  afterAll(() => console.log(`injections tried: ${tried}, became anything but text: 0`));

  /** A table whose title, sheet, headers, regions, figures and notes are hostile. */
  async function hostile(text: string): Promise<Uint8Array> {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet(text.replace(/[\\/?*[\]:\t\r\n]/g, "").replace(/^'+|'+$/g, "").slice(0, 20) || "表");
    sheet.addRow([`${text}2021年住房保障目标任务完成情况表（截至2021年4月23日）`]);
    sheet.addRow([`填报单位：${text}`]);
    sheet.addRow(["县（市、区）", "棚户区改造开工任务（套）", "棚户区改造已开工（套）", `${text}任务（套）`, `${text}完成（套）`, "备注"]);
    for (const name of ["甲县", "乙县", "丙县", "丁区", "戊市", "己县"]) sheet.addRow([name, 60, 70, 10, 10, text]);
    sheet.addRow([`${text}县`, 50, "20套", 10, text, text]);
    sheet.addRow([`庚${text}县`, 100, 40, 10, 5, text]);
    return xlsxFile(workbook);
  }

  /** Everything of ours in the workbook: no cell may hold a formula that is not our own, or what a formula makes of a text. */
  function formulas(names: readonly string[]): string[] {
    return names.flatMap((name) => {
      const view = open.host.workbook.sheet(name);
      const { bottom = -1, right = -1 } = view?.usedRange ?? {};
      const cells = Array.from({ length: bottom + 1 }, (_, row) => Array.from({ length: right + 1 }, (_unused, column) => view?.cell(row, column)));
      return cells.flat().flatMap((cell) => (cell?.formula ? [cell.formula] : []));
    });
  }

  test.each(everySo(2, TEXTS).map((text) => [text]))("%j", async (text) => {
    tried++;
    open = await openWorkbook(await hostile(text));
    const reading = await readReport(TODAY);
    const draft = `${text}完成40套。\n${text}`;
    const outcomes = [
      await computeProgress(reading),
      await insertAttachments(reading),
      await insertRanking(reading),
      await insertCharts(reading),
      await writeNotice(reading, "sheet"),
      await writeProofreading(reading, draft, proofreadDraft(reading, draft)),
    ];
    const ours = outcomes.flatMap(({ sheets }) => sheets.map(({ name }) => name));
    // A formula of ours refers, adds, divides, chooses: it calls nothing outside, and no text of the workbook begins it.
    for (const formula of formulas(ours)) {
      const outside = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'/g, "''");
      expect(outside).not.toMatch(/cmd|HYPERLINK|WEBSERVICE|\|/i);
      expect(formula).not.toBe(text.trim());
    }
    await textStays(reading, text);
    await chartsStay();
    await saveTemplate(await readReport(TODAY), "attachment1");
    const again = await insertAttachments(await readReport({ ...TODAY, asOf: "2021-06-30" }), { edited: "replace" });
    expect(again.sheets[0]?.replaced).toBe(true);
  });

  /** Charts refer to cells of our own sheet alone, and their words stand in the file as words. */
  async function chartsStay(): Promise<void> {
    const saved = await open.host.save();
    expect(await schemaErrors(saved)).toEqual([]);
    const charts = [...(await chartParts(saved)).values()];
    expect(charts.length).toBeGreaterThan(0);
    for (const chart of charts) for (const formula of cachesOf(chart).keys()) expect(formula).toMatch(/^进度图!\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?$/);
  }

  /** The notice and the Word file hold a hostile name as it is written, once more escaped and not worked out. */
  async function textStays(reading: Reading, text: string): Promise<void> {
    const { paragraphs, problems } = await composeNotice(reading);
    expect(problems).toEqual([]);
    const all = paragraphs.map((paragraph) => paragraph.text).join("\n");
    if (text.includes("times")) expect(all).not.toContain("49");
    if (text.includes("{% for")) expect(all).not.toContain("xxx");
    const word = await Package.open(await exportNotice(reading));
    const xml = new TextDecoder().decode(word.bytes("word/document.xml"));
    expect(xml).not.toMatch(/<img|<script|<w:p\/>&lt;/);
    expect(xml.match(/<w:instrText[^>]*>[^<]*/g) ?? []).toEqual([]);
  }

  test.each(TEXTS.map((text) => [text]))("as a draft of one's own in cells, and as a name in a notice: %j", async (text) => {
    tried++;
    open = await openWorkbook(await hostile("甲"));
    const reading = await readReport(TODAY);
    const own = { ...reading.state.noticeSettings, template: "own", own: [] };
    const { paragraphs } = await composeNotice(reading, { settings: { ...own, fields: { 落款: text } } as never });
    expect(paragraphs.length).toBeGreaterThan(0);
    const draft = `${text}\n棚户区改造开工130套。`;
    const outcome = await writeProofreading(reading, draft, proofreadDraft(reading, draft));
    expect(formulas(outcome.sheets.map(({ name }) => name))).toEqual([]);
  });
});

test("no source of the pane writes markup or runs text as code", () => {
  const root = path.resolve(__dirname, "../../src");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /\.(?:tsx?|js|html)$/.test(file));
  expect(files.length).toBeGreaterThan(200);
  const found = files.filter((file) => /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function\(|sendBeacon|XMLHttpRequest|\bfetch\(/.test(readFileSync(path.join(root, file), "utf8")));
  expect(found).toEqual([]);
});
