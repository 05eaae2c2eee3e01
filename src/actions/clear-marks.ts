import { removeMarks, withExcel } from "../excel";
import type { Reading } from "./read-report";

/** 取消标记: takes every conditional format of ours off the staff's sheets; their own rules stay. */
export async function clearMarks(reading: Reading): Promise<void> {
  await withExcel((context) => removeMarks(context, reading.state));
}
