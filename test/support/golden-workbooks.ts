import { readFileSync } from "node:fs";
import { Workbook } from "@cj-tech-master/excelts";
import { computeProgress, insertAttachments, insertRanking, readReport } from "../../src/actions";
import { SAMPLE, openWorkbook } from "./open-workbook";
import { officeWorkbook } from "./office-workbook";
import { xlsxFile } from "./xlsx-file";

/** A workbook whose inserted sheets are held cell by cell. */
export interface GoldenWorkbook {
  name: string;
  bytes(): Promise<Uint8Array>;
}

export const GOLDEN_WORKBOOKS: GoldenWorkbook[] = [
  { name: "sample", bytes: () => Promise.resolve(new Uint8Array(readFileSync(SAMPLE))) },
  { name: "five-counties", bytes: () => officeWorkbook({ regions: 5, noteLength: 60 }) },
  { name: "typed-figures", bytes: typedFigures },
];

/** A table as clerks also keep them: units in the cells, a sheet name that needs quotes, wildcards in a name. */
function typedFigures(): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("2022年 '目标'表");
  sheet.addRow(["云中市2022年住房保障目标任务完成情况表（截至2022年6月底）"]);
  sheet.addRow(["县（市、区）", "棚户区改造开工任务（套）", "棚户区改造已开工（套）", "租赁补贴发放金额（万元）", "老旧小区改造任务（万平方米）", "老旧小区改造完成（万平方米）"]);
  sheet.addRow(["东城区", 400, "263套", 12.884, 3.5, 1.75]);
  sheet.addRow(["西山县", 200, 0, 0.5, 2, 2.25]);
  sheet.addRow(["高新区", null, null, null, 1, null]);
  sheet.addRow(["合计", 600, 263, 13.384, 6.5, 4]);
  return xlsxFile(workbook);
}

/** The workbook with every sheet of ours in it, as the host saves it; and which sheets are ours. */
export async function withOurSheets(bytes: Uint8Array): Promise<{ saved: Uint8Array; ours: string[] }> {
  const open = await openWorkbook(bytes);
  try {
    const computed = await computeProgress(await readReport({ today: "2022-05-06" }));
    const attached = await insertAttachments(computed.reading);
    const ranked = await insertRanking(attached.reading);
    return { saved: await open.host.save(), ours: [computed, attached, ranked].flatMap(({ sheets }) => sheets.map(({ name }) => name)) };
  } finally {
    open.close();
  }
}
