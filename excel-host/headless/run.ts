import { composeNotice, computeProgress, computeReport, describeError, insertAttachments, periodsOf, Problem, proofreadDraft, readReport, writeNotice, writeProofreadings, type ProblemCode, type Reading } from "../../src/actions";
import { noticeLines } from "../../src/notice";
import type { DayOptions, IsoDate, Language } from "../../src/progress";
import { ExcelHost, WorkbookError, type WorkbookErrorKind } from "../index";
import { SETTINGS_TOO_LARGE } from "../engine/settings";
import { connectNode } from "../node";
import { readDrafts } from "./draft";
import { readInput } from "./files";
import { humanReport } from "./human-report";
import { InputError } from "./input-error";
import type { Options } from "./options";
import { findPlaces } from "./output-places";
import { kindOf, macroRemark } from "./out-kind";
import { proofreadingReport, proofreadingResults, type CheckedDraft } from "./proofreading-report";
import { resultOf } from "./result";
import { stageOutputs, type Output } from "./write-outputs";

/** What a run leaves: the exit status and what goes to standard output. */
export interface RunOutcome {
  status: 0 | 3;
  standardOutput: string;
  /** Lines for people beside the result. */
  remarks: string[];
}

const STANDARD_OUTPUT = "-";

function dayOf({ asOf }: Options, today: IsoDate): DayOptions {
  return { today, ...(asOf === null ? {} : { asOf }) };
}

/** A reading whose ranking counts indicators as the command line asks. */
async function weighted(reading: Reading, options: Options, today: IsoDate): Promise<Reading> {
  if (options.weights === null) return reading;
  const { indicators } = reading.report;
  const weights = Object.entries(options.weights).map(([named, weight]) => {
    const found = indicators.find(({ id, name }) => id === named || name === named);
    const known = indicators.map(({ id, name }) => (id === `own:${name}` ? name : `${id}（${name}）`)).join("、");
    if (!found) throw new InputError(`--weights 里的“${named}”不是工作簿里的指标；有：${known}`, `“${named}” in --weights is no indicator of the workbook; it has ${indicators.map(({ id }) => id).join(", ")}`);
    return [found.id, weight] as const;
  });
  return computeReport(reading.state, { ...dayOf(options, today), weights: Object.fromEntries(weights) });
}

/** Problems of the input, not of ours: exit status 2. */
const INPUT_PROBLEMS: ReadonlySet<ProblemCode> = new Set(["no-county-table", "empty-workbook", "other-day", "protected", "too-large", "no-room", "template", "other-day"]);

/**
 * Runs the add-in's actions on a workbook file, as the ribbon buttons do in Excel.
 * @param tell takes what goes to standard output, before any file has its name: what cannot be told leaves no files
 * @throws InputError where the input cannot be used; nothing is written then
 */
export async function run(options: Options, today: IsoDate, tell: (standardOutput: string) => Promise<void> = () => Promise.resolve()): Promise<RunOutcome> {
  const files = [
    ...(options.out === null ? [] : [{ option: "--out", path: options.out }]),
    ...(options.notice === null ? [] : [{ option: "--notice", path: options.notice }]),
    ...(options.json === null || options.json === STANDARD_OUTPUT ? [] : [{ option: "--json", path: options.json }]),
  ];
  if (options.out !== null) kindOf(options.out);
  const bytes = await readInput(options.workbook);
  const drafts = await readDrafts(options.check);
  const places = await findPlaces(files, options.workbook, drafts.map(({ file }) => file));
  const host = await openWorkbook(bytes, options.workbook);
  const connection = connectNode(host);
  const removeGlobals = connection.installGlobals();
  try {
    const reading = await weighted(await readReport(dayOf(options, today)), options, today);
    const { report } = reading;
    const notice = await noticeOf(reading, options.workbook);
    const checked = drafts.map((draft): CheckedDraft => ({ ...draft, proofreading: proofreadDraft(reading, draft.text) }));
    const written = options.out === null ? [] : await writeWorkbook(reading, checked, notice.length > 0);
    const result = {
      ...resultOf({ report, notice, periods: periodsOf(reading) }, host.stats, options.language),
      ...proofreadingResults(checked, options.language),
    };
    const json = `${JSON.stringify(result, null, 2)}\n`;
    const macros = options.out === null ? [] : macroRemark(host.engine.macros, options.out, options.language);
    const outputs: Output[] = [];
    for (const place of places) {
      const { option } = place;
      const content = option === "--out" ? await host.save(kindOf(place.path)) : option === "--notice" ? `${notice.join("\n")}\n` : json;
      outputs.push({ ...place, content });
    }
    const reports = [humanReport(report, options.language), ...checked.map((one) => proofreadingReport(one, checked.length > 1, options.language))];
    const standardOutput = options.json === STANDARD_OUTPUT ? json : `${reports.join("\n")}\n`;
    const wrong = checked.some(({ proofreading }) => proofreading.claims.some(({ verdict }) => verdict === "wrong"));
    const staged = await stageOutputs(outputs);
    try {
      await tell(standardOutput);
      staged.commit();
    } finally {
      await staged.discard();
    }
    return { status: wrong ? 3 : 0, standardOutput, remarks: [...macros, ...written.flatMap((sheet) => leftRemark(sheet, options.language))] };
  } catch (error) {
    const problem = error instanceof InputError ? error : describeError(error);
    if (problem instanceof Problem && INPUT_PROBLEMS.has(problem.code)) {
      throw new InputError(`“${options.workbook}”：${problem.text["zh-CN"]}`, `“${options.workbook}”: ${problem.text.en}`, { cause: error });
    }
    if (isTooMuchKept(error)) {
      throw new InputError(`“${options.workbook}”：要写入的内容超过了工作簿设置能存的 2 MB，请减少工作表或行数`, `“${options.workbook}”: what would be kept in the workbook's settings is more than 2 MB; use fewer sheets or rows`, { cause: error });
    }
    throw error;
  } finally {
    removeGlobals();
    connection.close();
  }
}

/** Whether the workbook cannot keep as much as the actions have to note in it. */
function isTooMuchKept(error: unknown): boolean {
  return error instanceof Error && (error.message.includes(SETTINGS_TOO_LARGE) || isTooMuchKept(error.cause));
}

type Outcome = Awaited<ReturnType<typeof computeProgress>>;

/** Nobody is there to be asked: what an office edited by hand stays as it is, and ours is written beside it. */
const KEEP_EDITED = { edited: "keep" } as const;

/**
 * The whole notice, a paragraph a line. It names every attachment that could go with it, so that it is the same
 * with and without --out.
 * @throws InputError where the template that the workbook keeps has a mistake
 */
async function noticeOf(reading: Outcome["reading"], workbook: string): Promise<string[]> {
  const notice = await composeNotice(reading, { attachments: "all" });
  const [mistake] = notice.problems;
  if (mistake) {
    const { line, message } = mistake;
    throw new InputError(`“${workbook}”里保存的通报模板第 ${line} 行：${message["zh-CN"]}`, `“${workbook}”: line ${line} of the notice's template: ${message.en}`);
  }
  return noticeLines(notice);
}

async function writeWorkbook(
  reading: Outcome["reading"],
  checked: readonly CheckedDraft[],
  withNotice: boolean,
): Promise<Outcome["sheets"]> {
  const computed = await computeProgress(reading, KEEP_EDITED);
  const attached = await insertAttachments(computed.reading, KEEP_EDITED);
  const noticed = withNotice ? await writeNotice(attached.reading, "sheet", { ...KEEP_EDITED, attachments: "all" }) : attached;
  const proofread = checked.length > 0 ? [await writeProofreadings(noticed.reading, checked.map(({ file, text, proofreading }) => ({ draft: text, proofreading, file: checked.length > 1 ? file : null })), KEEP_EDITED)] : [];
  return [computed, attached, ...(withNotice ? [noticed] : []), ...proofread].flatMap(({ sheets }) => sheets);
}

function leftRemark({ name, left }: Outcome["sheets"][number], language: Language): string[] {
  if (left === null) return [];
  const text: Record<Language, string> = {
    "zh-CN": `工作表“${left}”插入之后手工改过，已原样保留；新的一张写在“${name}”`,
    en: `The sheet “${left}” was edited by hand and was left as it is; the new one is “${name}”`,
  };
  return [text[language]];
}

async function openWorkbook(bytes: Uint8Array, path: string): Promise<ExcelHost> {
  try {
    return await ExcelHost.open(bytes);
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    const { chinese, english } = UNREADABLE[error.kind];
    throw new InputError(`“${path}”${chinese}`, `“${path}” ${english}`, { cause: error });
  }
}

const UNREADABLE: Record<WorkbookErrorKind, { chinese: string; english: string }> = {
  encrypted: { chinese: "已加密，请先在 Excel 中取消密码再处理", english: "is encrypted: remove the password in Excel first" },
  notWorkbook: {
    chinese: "不是 Excel 工作簿（.xlsx），或文件已损坏；旧的 .xls 请先另存为 .xlsx",
    english: "is no Excel workbook (.xlsx), or is damaged; save an old .xls as .xlsx first",
  },
  empty: { chinese: "是空文件", english: "is an empty file" },
  tooLarge: { chinese: "解开后过大，未处理", english: "is too large when unpacked and was not processed" },
};
