import type { ExcelHost } from "../../../excel-host";
import type { Outcome } from "../../../src/actions";
import { planOf, plannedCell, type SheetKey, type SheetPlan } from "../../../src/attachments";
import type { CellValue } from "../../../src/tables";

/** A sheet as an action has planned it. */
export function plannedSheet({ reading: { state } }: Outcome, key: SheetKey): SheetPlan | undefined {
  const { record, formulas } = state.sheets.find((sheet) => sheet.key === key)?.standing ?? {};
  return record?.shape && formulas && planOf(record.shape, formulas.map((row) => row.map(plannedCell)));
}

/** On the sheet 进度计算 each region has its own figures, whatever it is called. */
export function notAsReported(host: ExcelHost, outcome: Outcome): string[] {
  const { reading: { report }, sheets } = outcome;
  const [plan, view] = [plannedSheet(outcome, "progress"), host.workbook.sheet(sheets[0]?.name ?? "")];
  if (!plan || !view) return ["no sheet of progress"];
  const first = plan.freeze.rows;
  return report.indicators.flatMap(({ id, regions }) =>
    regions.flatMap(({ region, target, done, unread }, index) =>
      ([["target", target], ["done", done]] as const).flatMap(([part, figure]) => {
        const column = plan.columns.findIndex((one) => one.id === `${id}.${part}`);
        if (column < 0) return [];
        const shown = view.cell(first + index, column).value as CellValue;
        if (unread?.figure === part) return shown === "?" ? [] : [`${region} ${id}.${part} shows ${String(shown)}, is not known`];
        const right = figure?.value ?? 0;
        return Math.abs(Number(shown) - right) <= 1e-8 + 1e-12 * Math.abs(right) ? [] : [`${region} ${id}.${part} shows ${String(shown)}, is ${right}`];
      }),
    ),
  );
}
