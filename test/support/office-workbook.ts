import { Workbook, type Worksheet } from "@cj-tech-master/excelts";
import { regionName } from "./county-workbook";
import { xlsxFile } from "./xlsx-file";

/** What a generated workbook of an office holds. */
export interface OfficeWorkbook {
  regions: number;
  /** Characters of the longest project note; the others are of all lengths below it. */
  noteLength: number;
  place?: string;
}

const NOTE = "该项目涉及两个片区，已完成摸底、方案公示和征收评估，正在办理规划许可和施工图审查，资金由专项债券解决，前期手续齐备后即可开工；";
const OUTLOOKS = ["年底前基本建成", "能部分完成攻坚任务", "有困难"];
const AUDIT = ["未办理产权登记", "未办理竣工验收手续", "资金拨付慢造成闲置"];
const DAY = "截至2022年8月31日";

/** The sheets of an office's workbook, and a day after the one that its tables state. */
export const STAFF = ["目标任务", "公租房历史欠账", "审计整改", "续建攻坚"];
export const TODAY = { today: "2022-09-06" };
/** Another day than the tables' own: sheets that stand are written with other words and other marks. */
export const LATER = { ...TODAY, asOf: "2022-12-31" };
/** A draft with a figure. */
export const DRAFT = "全市完成投资17342万元。";

/**
 * A city office's workbook of so many counties, as .xlsx bytes: targets with a part and a whole, money with
 * decimals, notes of any length, the public-rental backlog, audit findings of two years, unfinished projects.
 */
export async function officeWorkbook({ regions, noteLength, place = "云中市" }: OfficeWorkbook): Promise<Uint8Array> {
  const workbook = new Workbook();
  const names = Array.from({ length: regions }, (_, index) => regionName(index + 1));
  goals(workbook.addWorksheet("目标任务"), place, names, noteLength);
  backlog(workbook.addWorksheet("公租房历史欠账"), names);
  audit(workbook.addWorksheet("审计整改"), names);
  continuing(workbook.addWorksheet("续建攻坚"), names);
  return xlsxFile(workbook);
}

function goals(sheet: Worksheet, place: string, names: readonly string[], noteLength: number): void {
  sheet.addRow([`${place}2022年住房保障目标任务完成情况表`]);
  sheet.addRow([DAY]);
  sheet.addRow(["县（市、区）", "棚户区改造开工（套）", "", "其中：老旧城区内脏乱差棚户区开工（套）", "", "租赁补贴户数（户）", "", "完成投资（万元）", "", "备注"]);
  sheet.addRow(["", ...Array.from({ length: 4 }, () => ["目标任务", "已完成"]).flat(), ""]);
  for (const range of ["A3:A4", "B3:C3", "D3:E3", "F3:G3", "H3:I3", "J3:J4"]) sheet.mergeCells(range);
  names.forEach((name, index) => {
    const target = 100 + ((index * 37) % 400);
    // Every status occurs: nothing, behind, on pace, complete, exceeded; and counties without the task.
    const done = [0, Math.floor(target / 5), Math.ceil(target * 0.8), target, target + 40][index % 5] ?? 0;
    const none = index % 7 === 6;
    const part = index % 3 === 0 && !none;
    const households = 50 + ((index * 13) % 90);
    const note = index % 2 === 0 ? NOTE.repeat(Math.ceil(noteLength / NOTE.length)).slice(0, Math.max(8, Math.round((noteLength * ((index % 5) + 1)) / 5))) : null;
    sheet.addRow([
      name,
      none ? null : target,
      none ? null : done,
      part ? 50 : null,
      part ? Math.min(done, 45) : null,
      households,
      (index * 29) % (households + 1),
      1000 + index * 10,
      Math.round((1000 + index * 10) * ((index * 17) % 130)) / 100,
      note,
    ]);
  });
}

function backlog(sheet: Worksheet, names: readonly string[]): void {
  sheet.addRow(["公租房建设管理情况表"]);
  sheet.addRow(["县（市、区）", "下达任务（套）", "上报完成（套）", "盘活（套）", "实有（套）", "核实历史欠账（套）"]);
  names.forEach((name, index) => {
    if (index % 4 === 3) return;
    const reported = 1000 + index * 7;
    sheet.addRow([name, reported - 100, reported, 80, reported - 80 - (index % 3) * 30, (index % 3) * 30]);
  });
}

function audit(sheet: Worksheet, names: readonly string[]): void {
  sheet.addRow(["保障性安居工程跟踪审计发现问题未整改情况表"]);
  sheet.addRow(["县（市、区）", "2020年", "", "", "2021年", "", ""]);
  sheet.addRow(["", ...AUDIT, ...AUDIT]);
  for (const range of ["A2:A3", "B2:D2", "E2:G2"]) sheet.mergeCells(range);
  names.forEach((name, index) => {
    sheet.addRow([name, ...Array.from({ length: 6 }, (_, category) => ((index + category) % 4 === 0 ? ((index * 3 + category) % 9) + 1 : null))]);
  });
}

function continuing(sheet: Worksheet, names: readonly string[]): void {
  sheet.addRow(["续建项目攻坚情况表"]);
  sheet.addRow(["县（市、区）", "2017年底前开工未建成（套）", "攻坚前景"]);
  names.forEach((name, index) => {
    if (index % 3 === 0) sheet.addRow([name, 100 + index * 10, OUTLOOKS[index % OUTLOOKS.length]]);
  });
}
