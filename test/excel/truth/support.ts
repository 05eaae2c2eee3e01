import { readFileSync } from "node:fs";
import { conditionsOf, type ModeName } from "../../../excel-host";
import { openWorkbook, SAMPLE, type OpenWorkbook } from "../../support/open-workbook";

export const TODAY = { today: "2021-04-25" };

/** The sample workbook in an Excel that is in some modes. */
export async function openIn(modes: readonly ModeName[], bytes: Uint8Array = readFileSync(SAMPLE)): Promise<OpenWorkbook> {
  return openWorkbook(bytes, { conditions: conditionsOf(...modes) });
}

/** Lays two rules on some cells of 目标任务 as Excel's dialog does: 条件格式 → 突出显示单元格规则, twice. */
export async function layDialogRules(): Promise<void> {
  await Excel.run(async (context) => {
    const { conditionalFormats } = context.workbook.worksheets.getItem("目标任务").getRange("B5:C9");
    conditionalFormats.add(Excel.ConditionalFormatType.cellValue).cellValue.rule = { formula1: "=1", formula2: "=2", operator: "Between" };
    conditionalFormats.add(Excel.ConditionalFormatType.cellValue).cellValue.rule = { formula1: "=3", formula2: "=4", operator: "Between" };
    await context.sync();
  });
}

/** The workbook as it would be saved, opened in an Excel in some modes. */
export async function reopenIn(open: OpenWorkbook, modes: readonly ModeName[]): Promise<OpenWorkbook> {
  const bytes = await open.host.save();
  open.close();
  return openIn(modes, bytes);
}

/** The priorities, areas and kinds of a sheet's rules that are not ours, as the file has them. */
export function staffRules({ host }: OpenWorkbook, sheet: string): string[] {
  const { root } = host.engine.findSheet(sheet) ?? { root: { children: [] } };
  const text = (node: unknown): string => (typeof node === "string" ? node : JSON.stringify(node));
  return root.children.map(text).filter((node) => node.includes('"conditionalFormatting"') && !node.includes("住房保障进度通报")).map((node) => node.replace(/"priority":"?\d+"?,?/, ""));
}
