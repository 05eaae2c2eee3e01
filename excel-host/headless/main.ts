import type { Language } from "../../src/progress";
import { HELP } from "./help";
import { InputError } from "./input-error";
import { asksForHelp, readOptions } from "./options";
import { print } from "./print";
import { run } from "./run";

/**
 * The headless command: the add-in on a workbook file, without Excel.
 * @param args the command line after the command's own name
 * @returns the exit status of the headless contract: 0 done, 1 a fault of ours, 2 input that cannot be used,
 *   3 a wrong claim in the draft
 */
export async function main(args: readonly string[]): Promise<number> {
  // A reader that leaves (`| head`) is told of at each write; without a listener it would end the command as a fault.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  try {
    if (asksForHelp(args)) {
      await print(process.stdout, HELP);
      return 0;
    }
    const { status, remarks } = await run(readOptions(args), localToday(), (text) => print(process.stdout, text));
    await print(process.stderr, remarks.map((remark) => `${remark}\n`).join(""));
    return status;
  } catch (error) {
    const language = languageOf(args);
    if (error instanceof InputError) {
      process.stderr.write(`${error.text[language]}\n`);
      return 2;
    }
    process.stderr.write(`${FAULT[language]}${chainOf(error)}\n`);
    return 1;
  }
}

/** An error with what caused it, each in its own words: what a technician needs to find the place. */
function chainOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = "debugInfo" in error ? ` ${JSON.stringify(error.debugInfo)}` : "";
  return `${error.message}${place}${error.cause === undefined ? "" : ` ← ${chainOf(error.cause)}`}`;
}

const FAULT: Record<Language, string> = {
  "zh-CN": "程序出错，没有写入任何文件。请把下面的内容告诉技术人员：",
  en: "A fault of the program; nothing was written. Please report the following:",
};

/** Bad options are told in the language asked for, where that can be told. */
function languageOf(args: readonly string[]): Language {
  return args.includes("--lang=en") || args[args.indexOf("--lang") + 1] === "en" ? "en" : "zh-CN";
}

function localToday(): string {
  const now = new Date();
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
