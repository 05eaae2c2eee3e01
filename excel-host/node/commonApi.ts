/**
 * The part of Office's common API that Microsoft keeps in its loader (`office.js`) and its host pages:
 * in Node neither runs, so it is given here. In the browser the genuine loader gives it.
 */
import { excelError } from "../engine/errors";
import type { ExcelHost } from "../host";
import { supportsSet } from "../protocol/requirementSets";

type Action = (event: { source: { id: string }; completed: (options?: unknown) => void }) => unknown;

/** Office completed for a host, and how its associated functions are run. */
export interface CommonApi {
  Office: object;
  run: (actionId: string) => Promise<void>;
}

/** Completes what office.js defines as Office; the original is left as it is. */
export function commonApi(original: object, host: ExcelHost): CommonApi {
  const mappings = new Map<string, Action>();
  const info = {
    host: "Excel",
    get platform() {
      return host.conditions.platform;
    },
  };
  const refuse = (name: string) => (): never => {
    throw excelError("ApiNotFound", `${name} is not available in this host`);
  };
  // Some of the original's properties are getters of its own: a face in front of it can hold others.
  const Office = Object.create(original) as Record<string, unknown>;
  const put = (name: string, value: unknown): void => {
    Object.defineProperty(Office, name, { value, enumerable: true, configurable: true, writable: true });
  };
  put("HostType", { Excel: "Excel", Word: "Word", PowerPoint: "PowerPoint", Outlook: "Outlook" });
  put("PlatformType", { PC: "PC", OfficeOnline: "OfficeOnline", Mac: "Mac", iOS: "iOS", Android: "Android", Universal: "Universal" });
  put("onReady", (callback?: (ready: typeof info) => unknown): Promise<typeof info> =>
    Promise.resolve(info).then(async (ready) => {
      await callback?.(ready);
      return ready;
    }),
  );
  put("context", {
    displayLanguage: host.language,
    contentLanguage: host.language,
    host: info.host,
    get platform() {
      return info.platform;
    },
    diagnostics: {
      host: info.host,
      get platform() {
        return info.platform;
      },
      version: "16.0.18025.20160",
    },
    officeTheme: { bodyBackgroundColor: "#FFFFFF", bodyForegroundColor: "#262626", controlBackgroundColor: "#FFFFFF", controlForegroundColor: "#262626", isDarkTheme: false },
    requirements: { isSetSupported: (set: string, version?: string | number) => supportsSet(host.excelApi, set, version) },
    ui: { displayDialogAsync: refuse("Office.context.ui.displayDialogAsync") },
  });
  const associate = (name: string | Record<string, Action>, action?: Action): void => {
    const all = typeof name === "string" ? { [name]: action! } : name;
    for (const [key, value] of Object.entries(all)) mappings.set(key.toUpperCase(), value);
  };
  put("actions", { associate });
  put("addin", {
    showAsTaskpane: async (): Promise<void> => host.showTaskpane(true),
    hide: async (): Promise<void> => host.showTaskpane(false),
  });
  return {
    Office,
    run(actionId) {
      const action = mappings.get(actionId.toUpperCase());
      if (!action) return Promise.reject(excelError("ItemNotFound", `no function is associated with the action ${actionId}`));
      // As in Excel the action lasts until its function calls event.completed().
      return new Promise<void>((resolve, reject) => {
        Promise.resolve(action({ source: { id: actionId }, completed: () => resolve() })).catch(reject);
      });
    },
  };
}
