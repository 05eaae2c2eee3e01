import { extname } from "node:path";
import { mayHoldMacros, type FileKind } from "../engine/fileKind";
import type { Language } from "../../src/progress";
import { InputError } from "./input-error";

const KINDS: Readonly<Record<string, FileKind>> = { ".xlsm": "xlsm", ".xltx": "xltx", ".xltm": "xltm" };
/** Endings of other programs' or older files, as which nothing would open what is written. */
const OTHERS: ReadonlySet<string> = new Set([
  ".xls",
  ".xlsb",
  ".xlt",
  ".xlam",
  ".et",
  ".ett",
  ".ods",
  ".csv",
  ".txt",
  ".pdf",
  ".docx",
  ".doc",
  ".html",
  ".json",
  ".xml",
]);

/**
 * The kind of workbook that a file's name asks for.
 * @throws InputError where the name is one of another kind of file
 */
export function kindOf(path: string): FileKind {
  const ending = extname(path).toLowerCase();
  if (OTHERS.has(ending))
    throw new InputError(
      `--out 写的是 .xlsx（含宏的为 .xlsm），文件名不能以 ${ending} 结尾：“${path}”`,
      `--out writes .xlsx (.xlsm with macros), not ${ending}: “${path}”`,
    );
  return KINDS[ending] ?? "xlsx";
}

/**
 * What is said where macros cannot go along.
 * @throws InputError where whole sheets of macros would be lost
 */
export function macroRemark(macros: { project: boolean; sheets: boolean }, path: string, language: Language): string[] {
  if (mayHoldMacros(kindOf(path))) return [];
  if (macros.sheets)
    throw new InputError(
      `工作簿里有宏表，--out 的文件名请以 .xlsm 结尾：“${path}”`,
      `the workbook has macro sheets: give --out a name that ends in .xlsm: “${path}”`,
    );
  const text: Record<Language, string> = {
    "zh-CN": `宏没有写进“${path}”；要保留宏，文件名请以 .xlsm 结尾`,
    en: `The macros are not in “${path}”; a name that ends in .xlsm keeps them`,
  };
  return macros.project ? [text[language]] : [];
}
