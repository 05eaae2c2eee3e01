import { type CellValue } from "../../src/tables";
import { everySo, LONG_TEST } from "../support/cases";
import { reportOf, sheetOf } from "../support/grid";

/** The longest text that a cell holds. */
const LONGEST = 32_767;

/** Texts at which an expression that tries every division of a text takes the square or cube of their length: hours, not seconds. */
const REPEATED = [
  "(含", "（含", "(1", "注1", "*", "。", "①", " ", "\u3000", "\n", "0", "1,", "12", "1 ", "1.", "-", "—", "/", "年", "2021年", "一", "一、", "十月",
  "县", "市", "经济", "截至", "截至2021年4月", "单位：", "（套", "(万元", "目标", "目标任务", "完成率", "其中:", "其中：", "\"", "'", "%", "％", "#", "、", ":", "合计", "某市2021年",
];
const long = (piece: string) => piece.repeat(Math.floor(LONGEST / piece.length));

const table = (title: string, caption: string, header: string, name: string, figure: CellValue): CellValue[][] => [
  [title, "", ""],
  [caption, "", ""],
  [header, "棚户区改造开工目标任务（套）", "已开工"],
  [name, figure, 40],
  ["乙县", 200, 60],
  ["丙县", 300, 60],
];
const TITLE = "某市住房保障目标任务完成情况表（截至2021年4月23日）";

describe("a text as long as a cell holds does not hold up the reading", () => {
  test.each(everySo(10, REPEATED))("%j over and over", (piece) => {
    const text = long(piece);
    for (const rows of [table(text, "", "县区", "甲县", 100), table(TITLE, text, "县区", "甲县", 100), table(TITLE, "", text, "甲县", 100), table(TITLE, "", "县区", text, 100), table(TITLE, "", "县区", "甲县", text), table(`${TITLE}${text}`.slice(0, LONGEST), `${text.slice(0, 15_000)}x`, "县区", `甲县${text.slice(0, 15_000)}x`, 100)]) {
      expect(reportOf([sheetOf("表", rows)]).tables.length).toBeLessThanOrEqual(2);
    }
  }, LONG_TEST);
});
