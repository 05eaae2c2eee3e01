import { Problem, readWorkbookState, throwIfCancelled, withExcel, type WorkbookState } from "../excel";
import { buildReport, chineseDate, runInStretches, worstFirst, type DayOptions, type IsoDate, type KnownPeriod, type NearestTable, type RankingRule, type Report } from "../progress";
import { loadNationalList, readingSteps } from "../tables";
import { setAsideFindings } from "./set-aside";

/** The workbook as read, and all that was computed from it: what every other action starts from. */
export interface Reading {
  state: WorkbookState;
  report: Report;
}

export interface ReadingOptions extends DayOptions {
  /** What indicators count in 综合排名, by id; what the office has set if left out. */
  weights?: RankingRule["weights"];
  /** Told the share that is done: 0 as reading begins, then up to 1 where it takes long. */
  progress?: (share: number) => void;
  /** Stops the reading. */
  signal?: AbortSignal;
}

/** What reading the cells is of reading as a whole, as a share of the time. */
const CELLS_SHARE = 0.8;

/**
 * Reads the workbook (three round trips; one more for each block of a long sheet) and computes the report.
 * @throws Problem `cancelled` where the signal says so; `empty-workbook` or `no-county-table` where there is nothing to compute from;
 *   `other-day` where all months that the workbook keeps are later than the day asked for
 */
export async function readReport(options: ReadingOptions): Promise<Reading> {
  const { progress, signal } = options;
  progress?.(0);
  const watch = { ...(progress && { progress: (share: number) => progress(share * CELLS_SHARE) }), ...(signal && { signal }) };
  const [state] = await Promise.all([withExcel((context) => readWorkbookState(context, watch)), loadNationalList()]);
  return computeReport(state, options);
}

/**
 * Reads the tables of cells that were read before and computes the report, by what the state holds of the office's
 * corrections and settings.
 * @throws Problem as `readReport` does
 */
export async function computeReport(state: WorkbookState, options: ReadingOptions): Promise<Reading> {
  const { asOf } = options;
  const steps = readingSteps(state.snapshot, {
    gazetteer: await loadNationalList(),
    corrections: state.corrections,
    ...(asOf === undefined ? {} : { asOf }),
  });
  let share = CELLS_SHARE;
  const pause = async () => {
    // How many steps there are is not known beforehand: each stretch is a part of what remains.
    options.progress?.((share += (1 - share) / 10));
    await new Promise((resume) => setTimeout(resume));
    throwIfCancelled(options.signal);
  };
  const records = await runInStretches(steps, { pause });
  if (records.tables.length === 0) throw nothingToRead(state, records.nearest ?? null);
  const { officeSettings } = state;
  const settings = options.weights
    ? { ...officeSettings, ranking: { ...officeSettings.ranking, weights: options.weights } }
    : officeSettings;
  const report = buildReport(records, { ...options, settings, kept: state.periods });
  if (asOf !== undefined && report.months?.every((month) => month.asOf > asOf)) throw noFiguresBy(asOf, report.months);
  return { state, report: { ...report, findings: worstFirst([...report.findings, ...setAsideFindings(state.setAside)]) } };
}

function noFiguresBy(day: IsoDate, months: readonly KnownPeriod[]): Problem {
  const days = months.map(({ asOf }) => asOf);
  return new Problem("other-day", {
    "zh-CN": `工作簿里没有截至${chineseDate(day)}或以前的数字；有的日期：${days.map(chineseDate).join("、")}。`,
    en: `The workbook has no figures as of ${day} or before; it has ${days.join(", ")}.`,
  });
}

/** What the nearest table lacks, in both languages. */
const MISSING: Record<NearestTable["missing"], { chinese: string; english: string }> = {
  regions: {
    chinese: "没有找到地区名称的一列（或一行），如县（市、区）、乡镇、省份、责任单位",
    english: "no column or row of region names was found",
  },
  figures: { chinese: "有地区名称，但没有数字", english: "there are regions but no figures" },
  meanings: {
    chinese: "有地区名称和数字，但表头没有“目标任务”“完成”“完成率”等字样，数字之间也看不出完成率",
    english: "there are regions and figures, but no header says target, done or rate",
  },
};

function nothingToRead(state: WorkbookState, nearest: NearestTable | null): Problem {
  const sources = state.snapshot.sheets.filter((sheet) => !sheet.ours);
  const empty = sources.every(({ values }) => values.every((row) => row.every((value) => value === "")));
  if (empty) {
    return new Problem("empty-workbook", {
      "zh-CN": "工作簿是空的，没有可以计算的表。请打开县（市、区）进度表所在的工作簿。",
      en: "The workbook is empty. Open the workbook that holds the county tables.",
    });
  }
  const hidden = sources.filter(({ visible }) => !visible).map(({ name }) => `“${name}”`);
  const hint = hidden.length > 0 ? `隐藏的工作表（${hidden.join("、")}）没有读取，如需计入请先取消隐藏。` : "";
  return new Problem("no-county-table", {
    "zh-CN": `没有找到县（市、区）的进度表。${nearest ? `最接近的是工作表“${nearest.sheet}”：${MISSING[nearest.missing].chinese}。` : ""}表里需要有一列县（市、区）名称，表头写明指标和“目标任务”“完成”等字样。${hint}`,
    en: `No county table was found.${nearest ? ` The sheet “${nearest.sheet}” came nearest: ${MISSING[nearest.missing].english}.` : ""} A table needs a column of region names and headers that name the indicator, target and done.`,
  });
}
