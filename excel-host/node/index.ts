/** The genuine office.js in Node, talking to a host. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ExcelHost } from "../host";
import type { MessageEntry } from "../protocol/events";
import { commonApi } from "./commonApi";

/** What office.js defines for an add-in. */
export interface OfficeJs {
  Excel: typeof Excel;
  Office: typeof Office;
  OfficeExtension: typeof OfficeExtension;
}

/** An add-in's side of a host. */
export interface NodeConnection extends OfficeJs {
  /** Puts Excel, Office and OfficeExtension among the globals; returns what takes them away again. */
  installGlobals(): () => void;
  /** Ends the connection: events no longer reach the add-in. */
  close(): void;
}

type Bridge = { sendMessageToHost(text: string): void; onMessageFromHost?: (text: string) => void };
type Loaded = OfficeJs & { window: Record<string, unknown> };
type Loader = (window: Record<string, unknown>) => OfficeJs;

let source: string | undefined;

function officeSource(): string {
  if (source === undefined) {
    // From this file's own folder, so that it is found from wherever the command is run.
    const manifest = createRequire(__filename).resolve("@microsoft/office-js/package.json");
    source = readFileSync(join(dirname(manifest), "dist", "excel-win32-16.01.debug.js"), "utf8");
  }
  return source;
}

let loader: Loader | undefined;

// The file is a browser script: its globals are to land on a window of its own, yet its arrays and promises
// are to be the caller's. So it runs here, as a function whose names are that window's, and not in a vm context;
// nor in a `with`, under which every name of its 3 MB would be looked up anew at each use.
function load(): Loaded {
  const window = makeWindow();
  if (!loader) {
    const text = officeSource();
    // What the file defines at its top, or puts on the window and then calls by its bare name.
    const defined = [...text.matchAll(/^var (\w+)|setNamespace\("(\w+)", window\)|\bwindow\.(\w+) = /gm)].map(([, ...names]) => names.find(Boolean) ?? "");
    const names = [...new Set(defined)].filter((name) => !(name in window));
    const shared = names.map((name) => `${name}: { enumerable: true, get: () => ${name}, set: (value) => void (${name} = value) }`);
    const body = `var ${names.join(", ")};\nObject.defineProperties(window, { ${shared.join(", ")} });\n${text}\n;return { Excel, Office, OfficeExtension };`;
    // eslint-disable-next-line no-new-func -- Microsoft's own file from the pinned package, nothing a user gives
    const run = new Function(...Object.keys(window), body) as (...values: unknown[]) => OfficeJs;
    loader = (own) => run(...Object.values(own));
  }
  return { ...loader(window), window };
}

function makeWindow(): Record<string, unknown> {
  const none = (): void => undefined;
  const location = { href: "http://localhost/", protocol: "http:", host: "localhost", search: "", hash: "" };
  const document = {
    // Still loading: the start of a page's services, which need a real host page, is never reached.
    readyState: "loading",
    addEventListener: none,
    removeEventListener: none,
    getElementsByTagName: () => [],
    createElement: () => ({}),
    head: { appendChild: none },
    documentElement: {},
  };
  const window: Record<string, unknown> = { document, location, navigator: { userAgent: "Node" }, addEventListener: none, removeEventListener: none };
  Object.assign(window, { Promise, setTimeout, clearTimeout, window, self: window, top: window, parent: window });
  return window;
}

/**
 * Loads office.js and connects it to a host. Each connection is an add-in of its own.
 * @example
 *   const { Excel } = connectNode(await ExcelHost.open(bytes));
 *   await Excel.run(async (context) => {
 *     const sheets = context.workbook.worksheets.load("items/name");
 *     await context.sync();
 *   });
 */
export function connectNode(host: ExcelHost): NodeConnection {
  const { Excel, Office: original, OfficeExtension, window } = load();
  const bridge: Bridge = {
    sendMessageToHost(text) {
      const { id, message } = JSON.parse(text) as { id: number; message: { url: string; body: unknown } };
      const body = typeof message.body === "string" ? message.body : JSON.stringify(message.body);
      void host.execute(body).then((answer) => {
        // In a later turn, as an answer from another process comes.
        setTimeout(() => bridge.onMessageFromHost?.(JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body: answer } })), 0);
      });
    },
  };
  (OfficeExtension as unknown as { HostBridge: { init(bridge: Bridge): void } }).HostBridge.init(bridge);
  const common = commonApi(original, host);
  const Office = common.Office as typeof original;
  window["Office"] = Office;
  const disconnect = host.events.connect((entries: MessageEntry[]) => {
    bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } }));
  });
  host.setActionRunner(common.run);
  return {
    Excel,
    Office,
    OfficeExtension,
    installGlobals() {
      const all = globalThis as unknown as Record<string, unknown>;
      const before = { Excel: all["Excel"], Office: all["Office"], OfficeExtension: all["OfficeExtension"] };
      Object.assign(all, { Excel, Office, OfficeExtension });
      return () => {
        for (const [name, value] of Object.entries(before)) {
          if (value === undefined) delete all[name];
          else all[name] = value;
        }
      };
    },
    close() {
      disconnect();
      host.setActionRunner(undefined);
    },
  };
}
