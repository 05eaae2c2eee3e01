import { Workbook } from "@cj-tech-master/excelts";
import { composeNotice, computeProgress, insertAttachments, proofreadDraft, readReport, writeNotice } from "../../src/actions";
import { regionName } from "../support/county-workbook";
import { officeWorkbook } from "../support/office-workbook";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";
import { collectGarbage } from "./collect-garbage";
import { xlsxFile } from "../support/xlsx-file";

const TODAY = { today: "2021-05-06" };
const MB = 1024 * 1024;
const SESSION_RUNS = 200;
const NOTICE_LENGTH = 30_000;

/** How a whole run grows with the workbook: reading, 计算进度, 插入附件, 生成通报 through office.js on the host. */
export async function load(): Promise<string[]> {
  const many = await session();
  return [
    "规模 | 往返 | 请求 | 应答 | 自身用时 / 裸读写 | 自身用时 | 峰值内存",
    await measured("1× 38县 × 10项", await wide(38, 10)),
    await measured("4× 75县 × 20项", await wide(75, 20)),
    await measured("16× 150县 × 40项", await wide(150, 40)),
    await measured("60 张表 × 15县", await manySheets(60, 15)),
    await longNotice(),
    many,
  ];
}

async function measured(name: string, bytes: Uint8Array): Promise<string> {
  const open = await openWorkbook(bytes);
  try {
    const clock = hostClock(open);
    const start = performance.now();
    const computed = await computeProgress(await readReport(TODAY));
    const attached = await insertAttachments(computed.reading);
    await writeNotice(attached.reading, "sheet");
    const own = performance.now() - start - clock.spent;
    const { syncs, requestBytes, responseBytes } = open.host.stats;
    const memory = clock.peak / MB;
    const bare = await bareTime(open);
    return [name, syncs, kilobytes(requestBytes), kilobytes(responseBytes), (own / bare).toFixed(2), `${own.toFixed(0)} ms`, `${memory.toFixed(0)} MB`].join(" | ");
  } finally {
    open.close();
  }
}

/** Adds up the time that the host itself takes, and keeps the most memory in use at any request, of add-in and host together. */
function hostClock({ host }: OpenWorkbook): { spent: number; peak: number } {
  const clock = { spent: 0, peak: 0 };
  const execute = host.execute.bind(host);
  host.execute = async (body) => {
    const start = performance.now();
    const answer = await execute(body);
    clock.spent += performance.now() - start;
    clock.peak = Math.max(clock.peak, process.memoryUsage().heapUsed);
    return answer;
  };
  return clock;
}

/** The host's own time for reading every used cell and writing as many cells again, without a thought. */
async function bareTime(open: OpenWorkbook): Promise<number> {
  const clock = hostClock(open);
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    const used = worksheets.items.map((sheet) => sheet.getUsedRange(true));
    for (const range of used) range.load("values,numberFormat");
    await context.sync();
    const sheet = worksheets.add("bare");
    let row = 0;
    for (const { values } of used) {
      sheet.getRangeByIndexes(row, 0, values.length, values[0]?.length ?? 1).values = values;
      row += values.length;
    }
    await context.sync();
  });
  return clock.spent;
}

async function longNotice(): Promise<string> {
  const open = await openWorkbook(await officeWorkbook({ regions: 15, noteLength: 60 }));
  try {
    const reading = await readReport(TODAY);
    const notice = (await composeNotice(reading)).paragraphs.map(({ text }) => text).join("\n");
    const time = (length: number) => {
      const draft = `${notice}\n`.repeat(Math.ceil(length / notice.length)).slice(0, length);
      const start = performance.now();
      proofreadDraft(reading, draft);
      return performance.now() - start;
    };
    time(NOTICE_LENGTH / 16);
    const [one, four, sixteen] = [time(NOTICE_LENGTH / 16), time(NOTICE_LENGTH / 4), time(NOTICE_LENGTH)];
    return `通报 ${NOTICE_LENGTH} 字校核 ${sixteen.toFixed(0)} ms；四倍长用时之比 ${(four / one).toFixed(1)}，再四倍 ${(sixteen / four).toFixed(1)}（线性为 4）`;
  } finally {
    open.close();
  }
}

async function session(): Promise<string> {
  const open = await openWorkbook(await officeWorkbook({ regions: 5, noteLength: 30 }));
  try {
    const heap: number[] = [];
    for (let run = 0; run < SESSION_RUNS; run++) {
      await computeProgress(await readReport(TODAY));
      await insertAttachments(await readReport(TODAY));
      if (run % 50 === 49) heap.push(cleanHeap());
    }
    return `一次会话 ${SESSION_RUNS} 遍：每 50 遍后堆内存 ${heap.map((size) => `${(size / MB).toFixed(1)} MB`).join(" → ")}；仍被跟踪的对象 ${open.host.trackedCount}`;
  } finally {
    open.close();
  }
}

function cleanHeap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** One wide table of so many regions and indicators, each with a target and what is done. */
async function wide(regions: number, indicators: number): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("目标任务");
  sheet.addRow(["某市2021年住房保障目标任务完成情况表（截至2021年4月23日）"]);
  sheet.addRow(["县（市、区）", ...Array.from({ length: indicators }, (_, at) => [`第${at + 1}类改造任务（套）`, `第${at + 1}类改造完成（套）`]).flat()]);
  for (let row = 0; row < regions; row++) {
    sheet.addRow([regionName(row), ...Array.from({ length: indicators }, (_, at) => [100 + row, (row * 7 + at) % 120]).flat()]);
  }
  return xlsxFile(workbook);
}

async function manySheets(sheets: number, regions: number): Promise<Uint8Array> {
  const workbook = new Workbook();
  for (let at = 0; at < sheets; at++) {
    const sheet = workbook.addWorksheet(`第${at + 1}类`);
    sheet.addRow([`某市2021年第${at + 1}类改造完成情况表（截至2021年4月23日）`]);
    sheet.addRow(["县（市、区）", `第${at + 1}类改造任务（套）`, `第${at + 1}类改造完成（套）`]);
    for (let row = 0; row < regions; row++) sheet.addRow([regionName(row), 100 + row, (row * 7 + at) % 120]);
  }
  return xlsxFile(workbook);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}
