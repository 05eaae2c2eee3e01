import type { GeneratorValue } from "../../support/property";
import type { CellValue } from "../../../src/tables";
import { flag, pick } from "./draw";
import type { TrueIndicator } from "./truth";

const TARGETS = ["目标任务", "任务数", "计划", "计划数", "年度目标", "目标", "任务", "年度任务"];
const DONES = ["完成", "已完成", "完成数", "累计完成", "实际完成", "完成情况"];
const RATES = ["完成率", "完成比例", "完成率（%）"];

/** The words of one indicator's columns in one table. */
export interface Words {
  subject: string;
  target: string;
  done: string;
  rate: string;
}

/** Chooses how a table names an indicator. */
export function wordsFor(g: GeneratorValue, indicator: TrueIndicator): Words {
  return {
    subject: pick<string>(g, [...indicator.subjects]),
    target: pick<string>(g, [...TARGETS, ...indicator.target]),
    done: pick<string>(g, [...DONES, ...indicator.done]),
    rate: pick<string>(g, [...RATES]),
  };
}

/** Where a table writes its units. */
export type UnitPlace = "header" | "caption" | "cell" | "none";

/** What a table counts an indicator in, and the factor from its true unit. */
export interface TableUnit {
  text: string;
  perTrue: number;
}

/** Money may be in 万元, 亿元 or 元 where the table says so. */
export function unitFor(g: GeneratorValue, { unit }: TrueIndicator, place: UnitPlace): TableUnit {
  if (unit !== "万元" || place === "none") return { text: unit, perTrue: 1 };
  return pick<TableUnit>(g, [{ text: "万元", perTrue: 1 }, { text: "亿元", perTrue: 0.0001 }, { text: "元", perTrue: 10000 }]);
}

/** A number as staff type it. */
export function typed(g: GeneratorValue, value: number, unit: string | null): CellValue {
  const plain = String(Number(value.toPrecision(15)));
  const text = pick(g, ["number", "number", "number", "text", "comma", "wide"]);
  const written =
    text === "comma" ? Number(plain).toLocaleString("en-US", { maximumFractionDigits: 6 })
    : text === "wide" ? plain.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : plain;
  if (unit !== null) return `${written}${unit}`;
  return text === "number" ? Number(plain) : flag(g) ? ` ${written}` : written;
}

/** A blank as staff leave it. */
export function blank(g: GeneratorValue): CellValue {
  return pick<string>(g, ["", "", "—", "－", "/", "无"]);
}

/** A region's name, padded or with its office. */
export function label(g: GeneratorValue, region: string, plain: boolean): string {
  if (plain) return region;
  const how = pick<string>(g, ["as is", "as is", "spaces", "wide spaces", "office"]);
  if (how === "spaces") return [...region].join(" ");
  if (how === "wide spaces") return [...region].join("　");
  return how === "office" && /[县区市]$/.test(region) && !/新区$|经开区$/.test(region) ? `${region}人民政府` : region;
}
