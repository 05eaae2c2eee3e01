/**
 * Runs in the measured page before office.js: Excel's side is outside the page, behind this machine's server, as
 * Excel's own process is; what it works on costs the page nothing.
 */
import { installBrowserBridge } from "../../../excel-host/browser";
import type { ExcelHost } from "../../../excel-host";

type HostOutside = Pick<ExcelHost, "language" | "excelApi" | "fileName" | "execute" | "setActionRunner"> & { events: Pick<ExcelHost["events"], "connect"> };

const host: HostOutside = {
  language: "zh-CN",
  excelApi: "1.19",
  fileName: "lvliang-2021-04.xlsx",
  execute: async (body) => (await fetch("/excel", { method: "POST", body })).text(),
  // Nobody edits while it is measured: no events, and no ribbon.
  events: { connect: () => () => undefined },
  setActionRunner: () => undefined,
};

installBrowserBridge(host as ExcelHost, window);
