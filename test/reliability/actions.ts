import {
  clearMarks,
  computeProgress,
  correctTables,
  insertAttachments,
  insertBrief,
  insertCharts,
  insertRanking,
  keepPeriod,
  keepSettings,
  proofreadDraft,
  readReport,
  saveTemplate,
  settingsOf,
  takeBack,
  updateNotice,
  updateOutdated,
  writeNotice,
  writeProofreading,
  type Outcome,
  type Reading,
} from "../../src/actions";
import { tableKey } from "../../src/tables";
import { DRAFT, LATER, TODAY, officeWorkbook } from "../support/office-workbook";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";

/** Rows under the tables that the staff have formatted but not filled. */
const SELECTION = "A30:J30";

/** An action as the pane runs it, its reading included, on a workbook in which something stands already. */
export interface TriedAction {
  name: string;
  /** Bytes of the workbook that it is run on. */
  workbook: Uint8Array;
  act(): Promise<unknown>;
}

const read = (options = TODAY) => readReport(options);

/** The names of the actions, for tests to be told apart by. */
export const TRIED = [
  "读取",
  "计算进度",
  "计算进度 again",
  "插入附件",
  "插入附件 again",
  "插入进度排名表",
  "插入进度图",
  "插入进度图 again",
  "插入领导快报",
  "生成通报 onto a sheet",
  "生成通报 again",
  "生成通报 into the selection",
  "写入校核结果",
  "全部更新",
  "更新这一段",
  "取消标记",
  "撤销 of 插入附件",
  "撤销 of 计算进度 again",
  "撤销 of 插入进度图",
  "撤销 of 插入进度图 again",
  "撤销 of a notice in the selection",
  "保存本期",
  "存为模板",
  "更正",
  "设置",
] as const;

/** Every action that reads or writes the workbook, as many as there are names. */
export async function triedActions(): Promise<TriedAction[]> {
  const fresh = await written(async () => {});
  const computed = await written(async () => computeProgress(await read()));
  const attached = await written(async () => insertAttachments(await read()));
  const noticed = await written(async () => writeNotice(await read(), "sheet"));
  const selected = await written(async () => writeNotice(await read(), "selection"));
  const drawn = await written(async () => insertCharts(await read()));
  const drawnAgain = await written(async () => insertCharts(await read(LATER)), drawn.workbook);
  const again = await written(async () => computeProgress(await read(LATER)), computed.workbook);
  const full = await written(async () => writeNotice(await read(), "sheet"), attached.workbook);
  const on = (name: string, { workbook }: Written, act: () => Promise<unknown>): TriedAction => ({ name, workbook, act });
  return [
    on("读取", fresh, () => read()),
    on("计算进度", fresh, async () => computeProgress(await read())),
    on("计算进度 again", computed, async () => computeProgress(await read(LATER))),
    on("插入附件", fresh, async () => insertAttachments(await read())),
    on("插入附件 again", attached, async () => insertAttachments(await read(LATER))),
    on("插入进度排名表", fresh, async () => insertRanking(await read())),
    on("插入进度图", fresh, async () => insertCharts(await read())),
    on("插入进度图 again", drawn, async () => insertCharts(await read(LATER))),
    on("插入领导快报", fresh, async () => insertBrief(await read())),
    on("生成通报 onto a sheet", fresh, async () => writeNotice(await read(), "sheet")),
    on("生成通报 again", noticed, async () => writeNotice(await read(LATER), "sheet")),
    on("生成通报 into the selection", fresh, async () => writeNotice(await read(), "selection")),
    on("写入校核结果", fresh, async () => check(await read())),
    on("全部更新", full, async () => updateOutdated(await read(LATER))),
    on("更新这一段", noticed, async () => updateNotice(await read(LATER), [1])),
    on("取消标记", computed, async () => clearMarks(await read())),
    on("撤销 of 插入附件", attached, () => takeBack(attached.outcome)),
    on("撤销 of 计算进度 again", again, () => takeBack(again.outcome)),
    on("撤销 of 插入进度图", drawn, () => takeBack(drawn.outcome)),
    on("撤销 of 插入进度图 again", drawnAgain, () => takeBack(drawnAgain.outcome)),
    on("撤销 of a notice in the selection", selected, () => takeBack(selected.outcome)),
    on("保存本期", fresh, async () => keepPeriod(await read())),
    on("存为模板", attached, async () => saveTemplate(await read(), "attachment1")),
    on("更正", fresh, async () => correct(await read())),
    on("设置", fresh, async () => settle(await read())),
  ];
}

function check(reading: Reading): Promise<Outcome> {
  return writeProofreading(reading, DRAFT, proofreadDraft(reading, DRAFT));
}

function correct(reading: Reading): Promise<Reading> {
  const [table] = reading.report.tables;
  if (!table) throw new Error("no table");
  return correctTables(reading, [{ kind: "column", table: tableKey(table), header: "备注", setting: { role: "ignore" } }], TODAY);
}

function settle(reading: Reading): Promise<Reading> {
  const { office, notice } = settingsOf(reading);
  return keepSettings(reading, { office: { ...office, office: "云中市住房和城乡建设局" }, notice: { ...notice, level: "市" } }, TODAY);
}

interface Written {
  workbook: Uint8Array;
  outcome: Outcome;
}

/** A workbook after an action; its sheets as the host writes them, so that one written again is the same. */
async function written(act: () => Promise<unknown>, onto?: Uint8Array): Promise<Written> {
  const open = await openWorkbook(onto ?? (await officeWorkbook({ regions: 5, noteLength: 30 })));
  try {
    if (!onto) await format(open);
    const outcome = (await act()) as Outcome;
    return { workbook: await open.host.save(), outcome };
  } finally {
    open.close();
  }
}

/** What staff do to their own sheets: a rule, a fill, a protected look; and every sheet is written once. */
async function format(open: OpenWorkbook): Promise<void> {
  for (const { name } of open.host.workbook.sheets) {
    open.host.edit(name, "A99", "1");
    open.host.edit(name, "A99", "");
  }
  await open.connection.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("目标任务");
    // Two of one kind on the same cells: what Excel's own dialog makes and then does not let an add-in read.
    for (const formula of ["=$C5>100", "=$C5<0"]) sheet.getRange("C5:C9").conditionalFormats.add("Custom").custom.rule.formula = formula;
    const cells = sheet.getRange("A31:B31");
    cells.format.fill.color = "#FFFF00";
    cells.format.font.size = 14;
    cells.format.rowHeight = 33;
    await context.sync();
  });
  open.host.select("目标任务", SELECTION);
}
