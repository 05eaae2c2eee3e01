/** The genuine office.js in a browser window, talking to a host in this one. */
import type { ExcelHost } from "../host";
import type { MessageEntry } from "../protocol/events";
import { supportedSets } from "../protocol/requirementSets";

/** Numbers office.js gives to its calls and events. */
const EXECUTE_RICH_API = 93;
const ACTION_COMPLETED = 94;
const SELECTION_CHANGED_EVENT = 2;
const RICH_API_EVENT = 33;
const ACTION_INVOKED_EVENT = 39;

/** "The call is not supported", in office.js's numbers. */
const NOT_SUPPORTED = 5015;
const OK = 0;

interface SafeArray {
  toArray(): unknown[];
}

const safeArray = (items: unknown[]): SafeArray => ({ toArray: () => items });

type EventHandler = (eventId: number, payload: unknown) => void;

/** What the add-in's window needs to have. */
export type AddInWindow = Window & typeof globalThis;

/** Office's themes as it tells them: colours are numbers, red first. */
const THEMES = {
  light: { bodyBackgroundColor: 0xffffff, bodyForegroundColor: 0x262626, controlBackgroundColor: 0xffffff, controlForegroundColor: 0x262626 },
  dark: { bodyBackgroundColor: 0x262626, bodyForegroundColor: 0xffffff, controlBackgroundColor: 0x262626, controlForegroundColor: 0xffffff },
};
export type OfficeTheme = keyof typeof THEMES;

/** What office.js is told of its host, and what the query of a pane's address names by `_host_Info`. */
function hostInfo({ language }: Pick<ExcelHost, "language">): string {
  return `Excel|Win32|16.01|${language}|||`;
}

/** The address at which Excel opens a pane: the manifest's, with what the host is. */
export function paneAddress(page: string, host: Pick<ExcelHost, "language">): string {
  return `${page}?_host_Info=${encodeURIComponent(hostInfo(host))}`;
}

/**
 * Gives an add-in's window its host: to be called before office.js is loaded there.
 * One host serves one window at a time; a later call takes the place of an earlier one.
 * @param window the task pane's window (an iframe's, or this one)
 * @param theme of Office, which the pane follows
 * @returns what ends the connection
 */
export function installBrowserBridge(host: ExcelHost, window: AddInWindow, theme: OfficeTheme = "light"): () => void {
  const handlers = new Map<number, EventHandler>();
  const pending = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  let open = true;
  let nextAction = 1;

  const execute = (id: number, params: unknown, callback: (answer: SafeArray | number) => unknown): void => {
    const list = Array.isArray(params) ? (params as unknown[]) : (params as SafeArray).toArray();
    if (id === EXECUTE_RICH_API) {
      const message = (Array.isArray(list[0]) ? list[0] : list) as unknown[];
      const body = message[4];
      void host.execute(typeof body === "string" ? body : JSON.stringify(body)).then((answer) => {
        // In a later turn, as an answer from another process comes.
        setTimeout(() => open && callback(safeArray([OK, [200, [], answer]])), 0);
      });
    } else if (id === ACTION_COMPLETED) {
      const [action, status] = list as [string, number];
      const waiting = pending.get(action);
      pending.delete(action);
      if (status === OK) waiting?.resolve();
      else waiting?.reject(new Error(`the add-in has no function for this action (${status})`));
      setTimeout(() => callback(safeArray([OK])), 0);
    } else {
      setTimeout(() => callback(NOT_SUPPORTED), 0);
    }
  };

  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => "housing-progress-notice",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => host.language,
    GetAppDataLocale: () => host.language,
    GetDocUrl: () => host.fileName,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 0,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetSettings: () => ({ Read: (keys: unknown[], values: unknown[]) => void [keys, values], Write: () => OK }),
    GetSupportedMatrix: () => JSON.stringify(supportedSets(host.excelApi)),
    GetHostFullVersion: () => "16.0.18025.20160",
    GetOfficeThemeInfo: () => JSON.stringify(THEMES[theme]),
  };

  const external = {
    GetHostInfo: () => hostInfo(host),
    GetContext: () => context,
    Execute: execute,
    RegisterEvent(id: number, _target: string, handler: EventHandler, callback: (answer: SafeArray) => void) {
      handlers.set(id, handler);
      setTimeout(() => callback(safeArray([OK])), 0);
    },
    UnregisterEvent(id: number, _target: string, callback: (answer: SafeArray) => void) {
      handlers.delete(id);
      setTimeout(() => callback(safeArray([OK])), 0);
    },
  };
  // The browser's own window.external cannot be replaced by assignment.
  Object.defineProperty(window, "external", { value: external, configurable: true, writable: true });

  // In a later turn: what fails in the add-in is not the host's to catch.
  const send = (id: number, payload: unknown): void => {
    setTimeout(() => open && handlers.get(id)?.(id, payload), 0);
  };
  const disconnect = host.events.connect((entries: MessageEntry[]) => {
    const selection = entries.some((e) => e.messageType === SELECTION_CHANGED_EVENT && e.targetId === "");
    if (selection) send(SELECTION_CHANGED_EVENT, safeArray([]));
    const rich = entries.filter((e) => e.messageType !== SELECTION_CHANGED_EVENT || e.targetId !== "");
    if (rich.length === 0) return;
    const rows = rich.map((e) => safeArray([e.messageCategory, e.messageType, e.targetId, e.message, e.id, e.isRemoteOverride]));
    send(RICH_API_EVENT, safeArray(rows));
  });

  host.setActionRunner(
    (actionId) =>
      new Promise((resolve, reject) => {
        const handler = handlers.get(ACTION_INVOKED_EVENT);
        if (!handler) {
          reject(new Error("the add-in is not ready for its ribbon yet"));
          return;
        }
        const id = String(nextAction++);
        pending.set(id, { resolve, reject });
        handler(ACTION_INVOKED_EVENT, safeArray([id, actionId, JSON.stringify({ source: { id: actionId } })]));
      }),
  );

  return () => {
    open = false;
    disconnect();
    handlers.clear();
    for (const { reject } of pending.values()) reject(new Error("the add-in was closed"));
    pending.clear();
    host.setActionRunner(undefined);
  };
}
