import { ExcelHost } from "../../excel-host";
import { connectNode, type NodeConnection } from "../../excel-host/node";

/** A host with an empty workbook and the genuine office.js connected to it. */
export function connect(host = ExcelHost.blank()): NodeConnection & { host: ExcelHost } {
  return { ...connectNode(host), host };
}

/** Runs a batch on the first sheet of an empty workbook. */
export async function onSheet<T>(
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
  host = ExcelHost.blank(),
): Promise<T> {
  const { Excel } = connect(host);
  return Excel.run((context) => work(context.workbook.worksheets.getFirst(), context));
}

/** The error code that a batch ends with; "" when it succeeds. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "";
  } catch (error) {
    return (error as OfficeExtension.Error).code;
  }
}

/** The message that a batch fails with. */
export async function messageOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}
