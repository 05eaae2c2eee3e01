/**
 * `npm run attachment-pictures`: inserts the attachments into workbooks of 5, 15 and 120 regions, prints them in
 * LibreOffice and draws each page for docs/attachments.md. Look at each before it is committed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { insertAttachments, insertRanking, readReport } from "../src/actions";
import { earlierPeriod } from "../test/support/earlier-period";
import { officeWorkbook } from "../test/support/office-workbook";
import { openWorkbook, SAMPLE } from "../test/support/open-workbook";
import { printed } from "../test/support/libreoffice-runs";
import { DOCS, drawPages, numberedParts } from "./printed-pages";

const SHEETS = [
  { key: "attachment1", title: "附件1 目标任务进展情况表" },
  { key: "attachment2", title: "附件2 督查情况汇总表" },
  { key: "ranking", title: "进度排名表" },
] as const;

const WORKBOOKS = [
  { name: "5", heading: "5 个县（市、区）", indicators: undefined, bytes: () => officeWorkbook({ regions: 5, noteLength: 60 }) },
  { name: "15", heading: "15 个县（市、区）：样例工作簿", indicators: undefined, bytes: () => Promise.resolve(new Uint8Array(readFileSync(SAMPLE))) },
  { name: "120", heading: "120 个县（市、区）", indicators: ["starts"], bytes: () => officeWorkbook({ regions: 120, noteLength: 80 }) },
];
const TODAY = "2022-10-10";
/** The day of the period that the ranking compares with. */
const BEFORE = "2021-03-31";

async function main(): Promise<void> {
  const lines = [
    "# 附件打印样张",
    "",
    "由插件插入 5、15、120 个县（市、区）的工作簿后，用 LibreOffice 打印的每一页（`npm run attachment-pictures` 重做）。本机没有方正小标宋、仿宋、黑体时以相近字体代替。",
    "",
    "Every page of the inserted sheets as LibreOffice prints them, for 5, 15 and 120 regions.",
    "",
  ];
  for (const { name, heading, indicators, bytes } of WORKBOOKS) {
    lines.push(`## ${heading}`, "");
    const pdf = printed(await withSheets(await bytes(), indicators));
    const parts = numberedParts(pdf);
    if (parts.length !== SHEETS.length) throw new Error(`${parts.length} sheets were printed`);
    parts.forEach((part, at) => {
      const { key, title } = SHEETS[at] ?? SHEETS[0];
      const grey = name === "15" ? drawPages(pdf, { first: part.first, last: part.first }, `attachments-${name}-${key}-grey`, true) : [];
      const pages = [...drawPages(pdf, part, `attachments-${name}-${key}`), ...grey];
      lines.push(`### ${title}`, "", ...pages.map((page, index) => `![${title}，第${index + 1}页](pictures/${page})`), "");
    });
  }
  writeFileSync(path.join(DOCS, "attachments.md"), lines.join("\n"));
}

/** The workbook with all sheets of ours in it. */
async function withSheets(workbook: Uint8Array, indicators: readonly string[] | undefined): Promise<Uint8Array> {
  const open = await openWorkbook(workbook);
  try {
    const { reading } = await insertAttachments(await readReport({ today: TODAY }));
    await insertRanking(reading, { indicators, previous: earlierPeriod(reading.report, BEFORE) });
    return await open.host.save();
  } finally {
    open.close();
  }
}

void main();
