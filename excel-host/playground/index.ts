/** The playground: a workbook, a ribbon and the genuine task pane, without Excel. */
import { conditionsOf, ExcelHost, MODES, type HostStats, type ModeName } from "..";
import { installBrowserBridge, paneAddress, type AddInWindow } from "../browser";
import { createEditLine } from "./edit-line";
import { acceptFiles, download } from "./files";
import { createGrid, type ShownCell } from "./grid";
import { createPane } from "./pane";
import { showRibbon } from "./ribbon";
import { showSheetTabs } from "./sheet-tabs";
import { language, texts } from "./texts";

const SAMPLE = "lvliang-2021-04.xlsx";
const MESSAGE_MS = 8000;

/** What tests reach the playground by. */
export interface PlaygroundDoor {
  /** What the grid shows in a cell; makes the sheet the active one first. */
  readCell(sheet: string, address: string): ShownCell;
  /** The workbook as it would be saved. */
  save(): Promise<Uint8Array>;
  /** Opens a workbook as if the user had chosen its file. */
  open(name: string, bytes: Uint8Array): Promise<void>;
  readonly host: ExcelHost;
  readonly stats: HostStats;
}

declare global {
  interface Window {
    playground?: PlaygroundDoor;
    /** Called by the pane's page before office.js (bridge.js). */
    connectPane?: (pane: AddInWindow) => void;
  }
}

void start();

async function start(): Promise<void> {
  document.documentElement.lang = language;
  document.title = texts.title;
  element("open").textContent = texts.open;
  element("save").textContent = texts.save;
  const host = await openSample();

  const grid = await createGrid(element("grid"), host, language, (error) =>
    say(texts.notEdited + messageOf(error)),
  );
  const line = createEditLine(
    host,
    element("address"),
    element("edit-line") as HTMLInputElement,
    element("grid"),
    (error) => say(texts.notEdited + messageOf(error)),
    () => grid.showSelection(),
  );
  const officeTheme = new URLSearchParams(location.search).get("theme") === "dark" ? "dark" : "light";
  let disconnect: (() => void) | undefined;
  window.connectPane = (paneWindow) => {
    disconnect?.();
    disconnect = installBrowserBridge(host, paneWindow, officeTheme);
  };
  const pane = createPane(element("pane"), texts.title, paneAddress("pane/taskpane.html", host));
  showRibbon(element("ribbon-tabs"), element("ribbon-body"), async ({ action, label }) => {
    if (!action) {
      pane.show(true);
      return;
    }
    try {
      await host.runAction(action);
    } catch (error) {
      say(texts.notDone(label) + messageOf(error));
    }
  });

  const drawCounters = () => {
    const { syncs, requestBytes, responseBytes } = host.stats;
    element("counters").textContent = texts.counters(syncs, kilobytes(requestBytes + responseBytes));
  };
  const draw = () => {
    showSheetTabs(element("sheet-tabs"), host);
    element("file-name").textContent = host.fileName;
    line.refresh();
    drawCounters();
  };
  host.onChange((event) => {
    if (event.type === "taskpane") pane.show(event.visible);
    else if (event.type === "answered") drawCounters();
    else scheduleDrawing();
  });
  // One drawing for all the changes of a request.
  let scheduled = false;
  function scheduleDrawing(): void {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      grid.refresh();
      draw();
    });
  }
  draw();

  const open = async (name: string, bytes: Uint8Array) => {
    try {
      await host.load(bytes, name);
      pane.reload();
    } catch (error) {
      say(`${texts.notOpened(name)}（${messageOf(error)}）`);
    }
  };
  acceptFiles(element("open"), element("file") as HTMLInputElement, (name, bytes) => void open(name, bytes));
  element("save").addEventListener("click", () => {
    void host.save().then((bytes) => download(host.fileName, new Uint8Array(bytes)));
  });
  addLanguageSwitch();

  window.playground = {
    readCell(sheet, address) {
      if (host.workbook.activeSheet.name !== sheet) host.activate(sheet);
      grid.refresh();
      return grid.readCell(address);
    },
    save: () => host.save(),
    open,
    host,
    get stats() {
      return host.stats;
    },
  };
}

async function openSample(): Promise<ExcelHost> {
  const query = new URLSearchParams(location.search);
  const excelApi = query.get("excelApi");
  // ?mode=no printer&mode=chart sheet: how this Excel differs from one at its best.
  const modes = query.getAll("mode").filter((mode): mode is ModeName => mode in MODES);
  const options = { language: language === "en" ? "en-US" : "zh-CN", fileName: SAMPLE, conditions: conditionsOf(...modes), ...(excelApi === null ? {} : { excelApi }) };
  const response = await fetch(`samples/${SAMPLE}`);
  if (!response.ok) return ExcelHost.blank(options);
  return ExcelHost.open(new Uint8Array(await response.arrayBuffer()), options);
}

function addLanguageSwitch(): void {
  const button = element("language");
  button.textContent = texts.otherLanguage;
  button.addEventListener("click", () => {
    location.search = language === "en" ? "" : "?lang=en";
  });
}

let hiding: number | undefined;

/** Tells the user one thing, for a while. */
function say(text: string): void {
  const message = element("message");
  message.textContent = text;
  message.hidden = false;
  window.clearTimeout(hiding);
  hiding = window.setTimeout(() => {
    message.hidden = true;
  }, MESSAGE_MS);
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no #${id}`);
  return found;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
