import fc, { type GeneratorValue } from "../../support/property";
import type { CellValue } from "../../../src/tables";
import { flag, pick, upTo } from "../../tables/generated/draw";

/** Names that formulas, templates or screens could take for something else. */
export const WILD_NAMES = [
  "A*区", "a*区", "AB区", "~区", "?区", "~*县", "*", "???", "~~区",
  "O'Brien县", "''区", "\"引号\"县", "“甲”县", "=SUM(A1:A3)", "=甲县", "<甲县>", ">5区", "<>区", "@SUM县", "+1区", "-乙县",
  "\u202eמחוז\u202c区", "مقاطعة县", "𠮷野区", "👨‍👩‍👧区", "\ud800区", "e\u0301县", "é县", "离\u200b石区", "離石區", "离  石  区",
  "TRUE", "#N/A", "1E5", "007", "2021", "４２区", "甲县\n（含开发区）", "\u0001县", "{{ 7 | times: 7 }}县", "<img src=x>县", "&D区",
  `长${"　".repeat(280)}县`, `${"甲".repeat(300)}县`,
] as const;

const NUMBERS = [
  0, -0, 1, -1, 0.1 + 0.2, 1 / 3, 1e15, 9007199254740992, 1.7976931348623157e308, -1.7976931348623157e308, 5e-324, 2.2250738585072014e-308, 1e-9, 123456789.1234567,
  1e21, -1e-7, 4005, 999, 17342, 44309, 42847, 2958465, 2958466, 60, 0.5, 99.995,
] as const;

const TEXTS = [
  "", " ", "\u3000", "—", "/", "无", "约300", "200多", "263套", "263户", "30.1181万元", "1.73亿元", "１７００", "1,700", "24.94%", "-5", "+3", "1e5", ".5", "0x10",
  "#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "=1+1", "=cmd|'/C calc'!A0", "{% for i in (1..9) %}", "2021年4月23日", "截至2021年2月30日",
  "合计", "小计", "全市", "平均", "县（市、区）", "目标任务", "完成", "完成率", "单位：万元", "备注", "序号", "263①", "½", "1 2", "١٢٣", "𝟙𝟚",
] as const;

const FORMATS = ["General", "0.00%", "yyyy/m/d", "yyyy\"年\"m\"月\"d\"日\"", "@", "0.00\"套\"", "[红色]0;-0", "[$-804]aaaa", ";;;", "#,##0.00_);[Red](#,##0.00)", "\"", "\\", "[", "*", "_"] as const;

/** Any name, of the wild ones or of any characters. */
export function wildName(g: GeneratorValue): string {
  return flag(g) ? pick<string>(g, WILD_NAMES) : g(fc.string, { unit: pick(g, ["grapheme", "binary"] as const), maxLength: 24 });
}

/** Whatever a cell may hold. */
export function wildValue(g: GeneratorValue): CellValue {
  switch (upTo(g, 8)) {
    case 0:
      return "";
    case 1:
      return wildName(g);
    case 2:
    case 3:
      return pick<number>(g, NUMBERS);
    case 4:
      return g(fc.double, { noNaN: true, noDefaultInfinity: true });
    case 5:
      return flag(g);
    case 6:
      return upTo(g, 5000);
    case 7:
      return g(fc.string, { unit: "grapheme", maxLength: 60 });
    default:
      return pick<string>(g, TEXTS);
  }
}

/** A number format, understood or not. */
export function wildFormat(g: GeneratorValue): string {
  return pick<string>(g, FORMATS);
}

/** A name that Excel takes for a sheet: 1 to 31 signs, none of []:*?/\, no apostrophe at either end. */
export function sheetName(g: GeneratorValue, index: number): string {
  const names = ["目标任务", "'".padStart(16, "县").padEnd(31, "'县"), "2021", "R1C1", "A1", "O'Brien's", "甲!乙", "=1+1", "表 1", "𠮷野家", "TRUE", "~表", "\u202eאב"];
  const name = pick<string>(g, names).replace(/[[\]:*?/\\]/g, "");
  const end = index === 0 ? "" : ` ${index}`;
  return `${name.slice(0, 31 - end.length)}${end}`.replace(/^'|'$/g, "县");
}
