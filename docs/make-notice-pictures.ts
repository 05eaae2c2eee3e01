/**
 * `npm run notice-pictures`: exports the sample's notice as a Word file, prints it in LibreOffice and draws each
 * page for docs/notice.md. Look at each before it is committed.
 */
import path from "node:path";
import { readFileSync, writeFileSync } from "node:fs";
import { exportNotice, insertAttachments, keepNoticeSettings, readReport } from "../src/actions";
import { DEFAULT_SETTINGS, FIELD_NAMES } from "../src/notice";
import { printedDocument } from "../test/support/libreoffice-runs";
import { openWorkbook } from "../test/support/open-workbook";
import { DOCS, drawPages, pageCount } from "./printed-pages";

const HEAD = "<!-- 以下图片由 npm run notice-pictures 生成 -->";

async function main(): Promise<void> {
  const pdf = printedDocument(await sampleDocument());
  const pages = drawPages(pdf, { first: 1, last: pageCount(pdf) }, "notice-word");
  const file = path.join(DOCS, "notice.md");
  const [words = ""] = readFileSync(file, "utf8").split(HEAD);
  writeFileSync(file, [words + HEAD, "", ...pages.map((page, index) => `![第${index + 1}页](pictures/${page})`), ""].join("\n"));
}

/** The sample's notice with every field filled in and both attachments, as a .docx. */
async function sampleDocument(): Promise<Uint8Array> {
  const open = await openWorkbook();
  try {
    const attached = await insertAttachments(await readReport({ today: "2021-05-06" }));
    const fields = Object.fromEntries(FIELD_NAMES.map(({ key, example }) => [key, example]));
    return await exportNotice(await keepNoticeSettings(attached.reading, { ...DEFAULT_SETTINGS, fields }));
  } finally {
    open.close();
  }
}

void main();
