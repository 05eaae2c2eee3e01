import type { SheetPlan } from "../attachments";
import { applySheets, type Applied } from "./apply-sheets";
import type { ApplyOptions } from "./write-options";
import { setUpPages } from "./page-setup";
import { withExcel } from "./with-excel";
import type { WorkbookState } from "./workbook-state";

/**
 * Writes planned sheets, all or none, and then sets up their pages: two round trips, more as `applySheets` and
 * `setUpPages` say.
 * @throws Problem in a clerk's words; the workbook is then as it was
 */
export async function writeSheets(state: WorkbookState, plans: readonly SheetPlan[], options: ApplyOptions = {}): Promise<Applied> {
  const { sheets, remarks } = await withExcel((context) => applySheets(context, state, plans, options));
  const printed = sheets.flatMap(({ name }, index) => {
    const plan = plans[index];
    return plan ? [{ name, plan }] : [];
  });
  return { sheets, remarks: [...remarks, ...(await setUpPages(printed))] };
}
