import { describeError } from "./problem";

/** What actions pass along without looking into it. */
export type ExcelContext = Excel.RequestContext;

/**
 * Runs one piece of work against the open workbook.
 * @throws Problem in a clerk's words, whatever went wrong
 */
export async function withExcel<T>(work: (context: ExcelContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(work);
  } catch (error) {
    throw describeError(error);
  }
}
