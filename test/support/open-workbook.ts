import { readFileSync } from "node:fs";
import path from "node:path";
import { ExcelHost, type HostOptions } from "../../excel-host";
import { connectNode, type NodeConnection } from "../../excel-host/node";

export const SAMPLE = path.resolve(__dirname, "../../samples/lvliang-2021-04.xlsx");

/** A workbook open in the host, with the genuine office.js among the globals. */
export interface OpenWorkbook {
  host: ExcelHost;
  connection: NodeConnection;
  close(): void;
}

/** Opens a workbook (the sample, if not told otherwise) as an add-in finds it in Excel. */
export async function openWorkbook(bytes: Uint8Array = readFileSync(SAMPLE), options: HostOptions = {}): Promise<OpenWorkbook> {
  const host = await ExcelHost.open(bytes, options);
  const connection = connectNode(host);
  const removeGlobals = connection.installGlobals();
  return {
    host,
    connection,
    close: () => {
      removeGlobals();
      connection.close();
    },
  };
}
