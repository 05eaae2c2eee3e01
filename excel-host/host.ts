import { AT_BEST, type Conditions } from "./conditions";
import { parseRect, rectName } from "./engine/address";
import { excelError } from "./engine/errors";
import type { FileKind } from "./engine/fileKind";
import type { Sheet } from "./engine/sheet";
import type { ChangeEvent, Rect, WorkbookView } from "./engine/types";
import { viewOf } from "./engine/view";
import { Workbook as Model } from "./engine/workbook";
import { writeCell } from "./engine/write";
import { HostState } from "./hostState";
import { AppRuntimeService } from "./objects/appRuntime";
import { valueOf } from "./objects/rangeValues";
import { Workbook } from "./objects/workbook";
import type { HostContext } from "./protocol/context";
import { entity } from "./protocol/define";
import { prepare } from "./protocol/refusals";
import { Session, isHousekeeping, isSilentService, type RequestBody, type ResponseBody } from "./protocol/session";
import type { BeforeAnswer, BeforeOperation, BeforeRequest, Host, HostOptions, HostStats } from "./types";

/** How many bytes a text takes in UTF-8, without making them. */
export function utf8Length(text: string): number {
  let n = text.length;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x80) continue;
    // A surrogate pair takes four bytes: two for each of its halves.
    n += c < 0x800 || (c >= 0xd800 && c <= 0xdfff) ? 1 : 2;
  }
  return n;
}

/**
 * Plays Excel: holds a workbook and answers office.js.
 * @example
 *   const host = await ExcelHost.open(bytes);
 *   const { Excel } = connectNode(host);
 *   await Excel.run(async (context) => { … });
 */
export class ExcelHost implements Host {
  readonly stats: HostStats = { syncs: 0, requestBytes: 0, responseBytes: 0 };
  readonly language: string;
  beforeRequest: BeforeRequest | undefined;
  beforeOperation: BeforeOperation | undefined;
  beforeAnswer: BeforeAnswer | undefined;
  cellEditMode = false;

  private readonly state: HostState;
  private readonly session: Session;
  private view: WorkbookView;
  private requests = 0;
  private actionRunner: ((actionId: string) => Promise<void>) | undefined;

  private constructor(model: Model, options: HostOptions) {
    this.language = options.language ?? "zh-CN";
    this.state = new HostState(model, {
      conditions: {
        ...AT_BEST,
        ...options.conditions,
        ...(options.excelApi === undefined ? {} : { excelApi: options.excelApi }),
        ...(options.payloadLimit === undefined ? {} : { payloadLimit: options.payloadLimit }),
      },
      fileName: options.fileName ?? "工作簿1.xlsx",
      shortDate: /^(zh|ja|ko)/i.test(this.language) ? "yyyy/m/d" : "m/d/yyyy",
    });
    this.session = new Session(this.state, () => entity(Workbook, this.state.workbook), {
      "Microsoft.AppRuntime.AppRuntimeService": () => entity(AppRuntimeService, this.state as HostContext),
    });
    this.state.tracked = () => this.session.trackedRanges();
    prepare(model, this.state.conditions);
    this.view = viewOf(model, this.state);
  }

  /**
   * Opens an .xlsx workbook.
   * @throws WorkbookError with its kind: "empty", "encrypted", "notWorkbook", "tooLarge"
   */
  static async open(bytes: Uint8Array, options: HostOptions = {}): Promise<ExcelHost> {
    return new ExcelHost(await Model.open(bytes), options);
  }

  /** A host with a new workbook of one empty sheet. */
  static blank(options: HostOptions = {}): ExcelHost {
    return new ExcelHost(Model.blank(), options);
  }

  get workbook(): WorkbookView {
    return this.view;
  }

  /** The engine's own workbook, for tests that look underneath. */
  get engine(): Model {
    return this.state.workbook;
  }

  /** Newest ExcelApi requirement set that is answered. */
  get excelApi(): string {
    return this.state.excelApi;
  }

  get fileName(): string {
    return this.state.fileName;
  }

  /** How this Excel differs from one at its best; may be set at any time, between two requests or within one. */
  get conditions(): Readonly<Conditions> {
    return this.state.conditions;
  }

  set conditions(conditions: Conditions) {
    this.state.conditions = conditions;
    prepare(this.state.workbook, conditions);
  }

  /** The way events and ribbon actions take to the add-in. */
  get events(): HostState["events"] {
    return this.state.events;
  }

  /** How many objects the add-in keeps tracked: for tests that look for leaks. */
  get trackedCount(): number {
    return this.session.trackedCount;
  }

  async save(kind?: FileKind): Promise<Uint8Array> {
    const bytes = await this.state.workbook.save(kind);
    this.state.workbook.isDirty = false;
    return bytes;
  }

  async load(bytes: Uint8Array, fileName?: string): Promise<void> {
    const model = await Model.open(bytes);
    this.session.clear();
    this.state.replace(model, fileName);
    prepare(model, this.state.conditions);
    this.view = viewOf(model, this.state);
    this.state.notify({ type: "changed" });
    this.state.notify({ type: "selection" });
  }

  onChange(listener: (event: ChangeEvent) => void): () => void {
    this.state.listeners.add(listener);
    return () => this.state.listeners.delete(listener);
  }

  /** Tells whoever draws the workbook that the add-in's pane is shown or hidden. */
  showTaskpane(visible: boolean): void {
    this.state.showTaskpane(visible);
  }

  // --- the user

  private sheet(name: string): Sheet {
    const found = this.state.workbook.findSheet(name);
    if (!found) throw excelError("ItemNotFound", name);
    return found;
  }

  private static rect(address: string): Rect {
    const rect = parseRect(address);
    if (!rect) throw excelError("InvalidArgument", address);
    return rect;
  }

  select(sheet: string, address: string): void {
    this.byUser(() => this.state.select(this.sheet(sheet), ExcelHost.rect(address)));
  }

  activate(sheet: string): void {
    this.byUser(() => this.state.activate(this.sheet(sheet)));
  }

  edit(sheet: string, address: string, input: string): void {
    this.byUser(() => {
      const home = this.sheet(sheet);
      const { top: row, left: column } = ExcelHost.rect(address);
      const rect = { top: row, left: column, bottom: row, right: column };
      home.checkWritable(rect);
      const before = valueOf(home.cell(row, column));
      writeCell(home, row, column, input, this.state.workbook.date1904);
      this.state.cellsChanged(home, rect, { type: "RangeEdited", before, after: valueOf(home.cell(row, column)) });
    });
  }

  private byUser(work: () => void): void {
    this.state.source = "Unknown";
    try {
      work();
    } finally {
      this.state.finish();
      this.events.flush();
    }
  }

  // --- the add-in

  /**
   * Answers one request of office.js.
   * @param body JSON text of a ProcessQuery
   * @returns JSON text of the answer; never rejects
   */
  async execute(body: string): Promise<string> {
    const request = JSON.parse(body) as RequestBody;
    if (isSilentService(request)) return JSON.stringify(emptyAnswer(request));
    const housekeeping = isHousekeeping(request);
    const size = utf8Length(body);
    if (housekeeping) return this.answered(this.answer(request, size), false);
    this.stats.syncs++;
    this.stats.requestBytes += size;
    const number = ++this.requests;
    const refused = await fault(() => this.beforeRequest?.({ number, body }));
    if (refused !== undefined) return refused;
    const answer = this.answer(request, size, number);
    return this.answered((await fault(() => this.beforeAnswer?.({ number }))) ?? answer, true);
  }

  private answered(answer: string, counted: boolean): string {
    if (counted) {
      this.stats.responseBytes += utf8Length(answer);
      this.state.notify({ type: "answered" });
    }
    // Events reach the add-in after the answer does.
    setTimeout(() => this.events.flush(), 0);
    return answer;
  }

  private answer(request: RequestBody, size: number, number?: number): string {
    if (exceeds(size, this.state.conditions)) return JSON.stringify(failure("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit."));
    if (this.cellEditMode) {
      const error = excelError("InvalidOperationInCellEditMode");
      return JSON.stringify(failure(error.code, error.message));
    }
    this.state.source = "ThisLocalAddin";
    let response: ResponseBody;
    try {
      response = this.session.run(request, (index, name) => number !== undefined && this.beforeOperation?.({ request: number, index, name }));
    } finally {
      this.state.finish();
    }
    const text = JSON.stringify(response);
    if (exceeds(utf8Length(text), this.state.conditions)) {
      return JSON.stringify(failure("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit."));
    }
    return text;
  }

  /** How ribbon actions are run: the bridge to the add-in says. */
  setActionRunner(runner: ((actionId: string) => Promise<void>) | undefined): void {
    this.actionRunner = runner;
  }

  async runAction(actionId: string): Promise<void> {
    if (!this.actionRunner) throw excelError("InvalidOperation", "no add-in is connected");
    await this.actionRunner(actionId);
  }

  /** "B2:D5" of what is selected. */
  get selectedAddress(): string {
    return rectName(this.state.workbook.selection);
  }
}

function exceeds(bytes: number, { payloadLimit }: Conditions): boolean {
  return payloadLimit !== null && bytes > payloadLimit;
}

function failure(code: string, message: string): ResponseBody {
  return { Results: [], Error: { Code: code, Message: message, Location: "", ActionIndex: -1, HttpStatusCode: 400 } };
}

/** The answer to a request that a test makes fail; nothing where it lets it pass. */
async function fault(hook: () => void | Promise<void>): Promise<string | undefined> {
  try {
    await hook();
    return undefined;
  } catch (error) {
    const { code = "GeneralException", message } = error as Error & { code?: string };
    return JSON.stringify(failure(code, message));
  }
}

function emptyAnswer(request: RequestBody): ResponseBody {
  return { Results: request.Actions.map(({ Id, ActionType }) => ({ ActionId: Id, Value: ActionType === 1 ? {} : null })) };
}
