import { parseArgs } from "node:util";
import { dateParts, isWeight, type IsoDate, type Language } from "../../src/progress";
import { InputError } from "./input-error";

/** What the command line asks for. */
export interface Options {
  workbook: string;
  asOf: IsoDate | null;
  out: string | null;
  notice: string | null;
  /** Drafts, and folders of drafts, to proofread. */
  check: string[];
  json: string | null;
  /** What indicators count in the ranking, by id or name; null: what the office has set. */
  weights: Record<string, number> | null;
  language: Language;
}

const LANGUAGES: readonly Language[] = ["zh-CN", "en"];

/** Whether the command is asked what it does. */
export function asksForHelp(args: readonly string[]): boolean {
  const own = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  return own.includes("--help") || own.includes("-h");
}

/**
 * Reads the arguments of the headless command.
 * @throws InputError that names the option or value at fault
 */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  const language = LANGUAGES.find((one) => one === (values.lang ?? "zh-CN"));
  if (!language) {
    throw new InputError(`--lang 只能是 zh-CN 或 en，不能是“${values.lang}”`, `--lang takes zh-CN or en, not “${values.lang}”`);
  }
  const [workbook, extra] = positionals;
  if (workbook === undefined) {
    throw new InputError("没有写明工作簿文件：npm run progress -- 工作簿.xlsx [选项]", "no workbook named: npm run progress -- WORKBOOK.xlsx [options]");
  }
  if (extra !== undefined) {
    throw new InputError(`多余的参数“${extra}”：一次只能处理一个工作簿`, `unexpected argument “${extra}”: one workbook at a time`);
  }
  const asOf = values["as-of"] ?? null;
  if (asOf !== null && !dateParts(asOf)) {
    throw new InputError(`--as-of 应为存在的日期，如 2021-04-23，不能是“${asOf}”`, `--as-of takes an existing day such as 2021-04-23, not “${asOf}”`);
  }
  return {
    workbook,
    asOf,
    out: path("out", values.out),
    notice: path("notice", values.notice),
    check: (values.check ?? []).map((value) => path("check", value) ?? value),
    json: path("json", values.json),
    weights: weightsIn(values.weights),
    language,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: {
        "as-of": { type: "string" },
        out: { type: "string" },
        notice: { type: "string" },
        check: { type: "string", multiple: true },
        json: { type: "string" },
        weights: { type: "string" },
        lang: { type: "string" },
      },
    });
  } catch (error) {
    const option = /'(-[^']*)'/.exec(error instanceof Error ? error.message : "")?.[1] ?? args.join(" ");
    throw new InputError(`选项“${option}”不对：没有这个选项，或缺少它的值`, `bad option “${option}”: unknown, or its value is missing`);
  }
}

/** starts=2,investment=0.5 */
function weightsIn(value: string | undefined): Record<string, number> | null {
  if (value === undefined) return null;
  const entries = value.split(/[,，]/).map((part) => {
    const [, name = "", number] = /^(.+)=(\d{1,4}(?:\.\d{1,4})?)$/.exec(part.trim()) ?? [];
    if (number === undefined || !isWeight(Number(number))) {
      throw new InputError(`--weights 应写成 指标=权重，用逗号分开，如 starts=2,investment=1，权重为 0 到 1000 的数，不能是“${part}”`, `--weights takes INDICATOR=WEIGHT separated by commas, such as starts=2,investment=1, weights from 0 to 1000, not “${part}”`);
    }
    return [name.trim(), Number(number)] as const;
  });
  return Object.fromEntries(entries);
}

function path(option: string, value: string | undefined): string | null {
  if (value === "") throw new InputError(`--${option} 后面缺少文件名`, `--${option} needs a file name`);
  return value ?? null;
}
