/**
 * `npm run chart-pictures`: inserts 进度图 and 领导快报 into workbooks of 15 and 150 regions, prints them in LibreOffice
 * and draws the pages for docs/charts.md, in colour and in grey. Look at each before it is committed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { exportNotice, insertBrief, insertCharts, readReport, type Reading } from "../src/actions";
import { earlierPeriod } from "../test/support/earlier-period";
import { printed, printedDocument } from "../test/support/libreoffice-runs";
import { officeWorkbook } from "../test/support/office-workbook";
import { openWorkbook, SAMPLE, type OpenWorkbook } from "../test/support/open-workbook";
import { DOCS, drawPages, numberedParts, pageCount } from "./printed-pages";

const HEAD = "<!-- 以下图片由 npm run chart-pictures 生成 -->";
const TODAY = "2022-10-10";
const SHOWN = [
  { name: "sample", heading: "样例工作簿", bytes: () => Promise.resolve(new Uint8Array(readFileSync(SAMPLE))), before: "2021-03-31", ends: false },
  { name: "15", heading: "15 个县（市、区）", bytes: () => officeWorkbook({ regions: 15, noteLength: 20 }), before: "2022-07-31", ends: false },
  { name: "150", heading: "150 个县（市、区），只画前 20 名和后 20 名", bytes: () => officeWorkbook({ regions: 150, noteLength: 20 }), before: "2022-07-31", ends: true },
] as const;

async function main(): Promise<void> {
  const file = path.join(DOCS, "charts.md");
  const [words = ""] = readFileSync(file, "utf8").split(HEAD);
  const lines = [words + HEAD, ""];
  for (const { name, heading, bytes, before, ends } of SHOWN) {
    lines.push(`### ${heading}`, "");
    const pdf = printed(await withOurs(await bytes(), before, (reading) => insertCharts(reading, { ends })));
    const [part] = numberedParts(pdf);
    if (!part) throw new Error("no page was printed");
    // Of the many pages of 150 regions the first two tell how they all are.
    const pages = name === "150" ? { first: part.first, last: part.first + 1 } : part;
    const colour = drawPages(pdf, pages, `charts-${name}`);
    const grey = drawPages(pdf, { first: pages.first, last: pages.first }, `charts-${name}-grey`, true);
    lines.push(...[...colour, ...grey].map((page) => `![${heading}](pictures/${page})`), "");
    const brief = printed(await withOurs(await bytes(), before, (reading) => insertBrief(reading)));
    const last = pageCount(brief);
    lines.push(...drawPages(brief, { first: last, last }, `brief-${name}`).map((page) => `![领导快报，${heading}](pictures/${page})`), "");
    const word = printedDocument(await wordWithBrief(await bytes(), before));
    const drawn = [...drawPages(word, { first: 1, last: name === "sample" ? 2 : 1 }, `brief-word-${name}`), ...drawPages(word, { first: 1, last: 1 }, `brief-word-${name}-grey`, true)];
    lines.push(...drawn.map((page) => `![领导快报作 Word 的第一页，${heading}](pictures/${page})`), "");
  }
  writeFileSync(file, `${lines.join("\n").trim()}\n`);
}

/** The workbook with a sheet of ours in it. */
function withOurs(workbook: Uint8Array, before: string, insert: (reading: Reading) => Promise<unknown>): Promise<Uint8Array> {
  return withReading(workbook, before, async (reading, { host }) => {
    await insert(reading);
    return host.save();
  });
}

/** The notice of a workbook as a Word file that 领导快报 leads. */
function wordWithBrief(workbook: Uint8Array, before: string): Promise<Uint8Array> {
  return withReading(workbook, before, (reading) => exportNotice(reading, { brief: true }));
}

/** Does something with a workbook that compares itself with a period before. */
async function withReading(workbook: Uint8Array, before: string, work: (reading: Reading, open: OpenWorkbook) => Promise<Uint8Array>): Promise<Uint8Array> {
  const open = await openWorkbook(workbook);
  try {
    const reading = await readReport({ today: TODAY });
    return await work({ ...reading, state: { ...reading.state, periods: [earlierPeriod(reading.report, before)] } }, open);
  } finally {
    open.close();
  }
}

void main();
