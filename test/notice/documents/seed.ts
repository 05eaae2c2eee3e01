import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FIELD_NAMES, type NoticeOptions } from "../../../src/notice";

/** 吕房保办发〔2021〕8号, a paragraph a line. */
export const SEED = readFileSync(join(__dirname, "..", "seed-notice-2021-8.txt"), "utf8").replace(/\r/g, "");
export const SEED_LINES = SEED.split("\n").map((line) => line.trim()).filter(Boolean);

/** What the seed says that no table knows; it bears no signature. */
export const SEED_OPTIONS: NoticeOptions = {
  fields: Object.fromEntries(FIELD_NAMES.filter(({ key }) => key !== "issuer" && key !== "issued").map(({ key, example }) => [key, example])),
  attachments: ["吕梁市2021年住房保障目标任务进展情况表", "吕梁市住房保障工作督查情况汇总表"],
};
