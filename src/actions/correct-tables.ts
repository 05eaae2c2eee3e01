import { keep, withExcel } from "../excel";
import type { Correction } from "../tables";
import { computeReport, type Reading, type ReadingOptions } from "./read-report";

/**
 * 更正: keeps what the user has set right in the workbook (one round trip) and reads the tables anew by it, from
 * the cells as they were last read.
 * @param corrections all that hold from now on; see `withCorrection` and `withoutCorrection`
 */
export async function correctTables(reading: Reading, corrections: readonly Correction[], options: ReadingOptions): Promise<Reading> {
  const state = await withExcel((context) => keep(context, reading.state, { corrections: [...corrections] }));
  return computeReport(state, options);
}
