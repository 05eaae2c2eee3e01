import type { Report } from "../../../src/progress";
import { loadNationalList, readWorkbook } from "../../../src/tables";
import { buildReport } from "../../../src/progress";
import { sheetOf } from "../../support/grid";
import { sampleReport } from "../sample-report";

/** The workbooks that the hand-written drafts are about, by the first word of a draft's file name. */
export const WORKBOOKS: Record<string, () => Promise<Report>> = {
  lvliang: sampleReport,
  changzhi: () =>
    tableReport("长治市2022年保障性安居工程进展情况表（截至2022年8月31日）", [
      ["县（区）", "棚户区改造开工目标任务（套）", "棚户区改造已开工（套）", "保障性租赁住房筹集任务（套）", "保障性租赁住房已筹集（套）", "租赁补贴目标任务（户）", "租赁补贴已发放（户）", "完成投资任务（亿元）", "完成投资（亿元）"],
      ["潞州区", 1200, 960, 800, 620, 500, 500, 6.5, 4.83],
      ["上党区", 600, 612, 300, 300, 200, 150, 2.1, 2.35],
      ["屯留区", 300, 150, 100, 0, 180, 90, 1.2, 0.66],
      ["潞城区", 450, 450, 200, 130, 160, 128, 1.8, 1.2],
      ["襄垣县", 500, 210, "", "", 220, 198, 1.5, 0.72],
      ["武乡县", 200, 0, "", "", 140, 56, 0.6, 0.05],
      ["沁源县", 150, 120, 50, 50, 100, 100, 0.4, 0.31],
    ]),
  shanxi: () =>
    tableReport("山西省2021年棚户区改造进展情况表（截至2021年10月底）", [
      ["市", "棚户区改造开工任务（套）", "棚户区改造已开工（套）", "基本建成任务（套）", "已基本建成（套）"],
      ["太原市", 9000, 9360, 12000, 10800],
      ["大同市", 5200, 4680, 4000, 3000],
      ["阳泉市", 1800, 1800, 1500, 1650],
      ["长治市", 3400, 2502, 2500, 2000],
      ["晋城市", 2600, 2210, 1800, 1800],
      ["朔州市", 1500, 1050, 900, 630],
      ["忻州市", 2000, 2000, 1300, 1170],
    ]),
};

async function tableReport(title: string, rows: (string | number)[][]): Promise<Report> {
  const sheets = [sheetOf("进度", [[title], ...rows])];
  return buildReport(readWorkbook({ sheets }, { gazetteer: await loadNationalList() }), { today: "2023-01-05" });
}
