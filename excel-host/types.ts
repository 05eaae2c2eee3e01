import type { Conditions } from "./conditions";
import type { FileKind } from "./engine/fileKind";
import type { ChangeEvent, WorkbookView } from "./engine/types";

/** Round trips to the host and their size in bytes of UTF-8. */
export interface HostStats {
  /** requests that did work for the add-in (context.sync); telemetry and reference clean-up are not counted */
  syncs: number;
  requestBytes: number;
  responseBytes: number;
}

/** Before a request is run: throw to fail it, return a promise to delay it (one that never settles hangs it). */
export type BeforeRequest = (request: { number: number; body: string }) => void | Promise<void>;

/** One operation of a request, as it is about to be done. */
export interface Operation {
  /** number of the request, as `beforeRequest` counts */
  request: number;
  /** place in the request, from 0 */
  index: number;
  /** what office.js calls the method or property: "Delete", "Name" */
  name: string;
}

/** Before an operation is done: throw an ExcelError to fail it; as in Excel, what was done before it in the request stays. */
export type BeforeOperation = (operation: Operation) => void;

/** After a request was run and before it is answered: throw to answer with a failure, return a promise that never settles to lose the answer. */
export type BeforeAnswer = (request: { number: number }) => void | Promise<void>;

/** How the host presents itself. */
export interface HostOptions {
  /** newest ExcelApi requirement set, e.g. "1.17" (default) */
  excelApi?: string;
  /** all else in which this Excel differs from one at its best; see `MODES` */
  conditions?: Partial<Conditions>;
  /** display language, default "zh-CN" */
  language?: string;
  /** Excel on the web's limit on a request and a response, in bytes; default 5 MB */
  payloadLimit?: number;
  /** what workbook.name answers */
  fileName?: string;
}

/** The host as the playground, the headless command and tests use it. */
export interface Host {
  /** The workbook as it is shown. */
  readonly workbook: WorkbookView;
  readonly stats: HostStats;
  /** The workbook as bytes of a file: of the kind that its name will say, else of the kind that it was. */
  save(kind?: FileKind): Promise<Uint8Array>;
  /** Replaces the workbook by another file's; all references the add-in kept are gone. */
  load(bytes: Uint8Array, fileName?: string): Promise<void>;
  /** Calls `listener` after every change; returns what ends that. */
  onChange(listener: (event: ChangeEvent) => void): () => void;
  /** Selects cells as the user does: events fire. `address` as "B2:D5". */
  select(sheet: string, address: string): void;
  /** Makes a sheet the active one, as a click on its tab does. */
  activate(sheet: string): void;
  /** What the user types into a cell: "=…" a formula, numbers, dates, percentages as Excel reads them. */
  edit(sheet: string, address: string, input: string): void;
  /** While true the add-in's requests fail with InvalidOperationInCellEditMode, as while a cell is being typed in. */
  cellEditMode: boolean;
  /** Runs the function the add-in associated with a ribbon button's action id; rejects when there is none. */
  runAction(actionId: string): Promise<void>;
  beforeRequest: BeforeRequest | undefined;
  beforeOperation: BeforeOperation | undefined;
  beforeAnswer: BeforeAnswer | undefined;
}
