import type * as Core from "@univerjs/core";
import type * as Docs from "@univerjs/docs";
import type * as DocsUi from "@univerjs/docs-ui";
import type * as EngineFormula from "@univerjs/engine-formula";
import type * as EngineRender from "@univerjs/engine-render";
import type * as Sheets from "@univerjs/sheets";
import type * as SheetsUi from "@univerjs/sheets-ui";
import type * as Ui from "@univerjs/ui";

/** The parts of Univer that the grid uses, as its prebuilt scripts leave them on the window. */
export interface UniverParts {
  UniverCore: typeof Core;
  UniverDocs: typeof Docs;
  UniverDocsUi: typeof DocsUi;
  UniverEngineFormula: typeof EngineFormula;
  UniverEngineRender: typeof EngineRender;
  UniverSheets: typeof Sheets;
  UniverSheetsUi: typeof SheetsUi;
  UniverUi: typeof Ui;
}

/** Univer's prebuilt scripts in the order in which they need each other (webpack.config.js copies them). */
const SCRIPTS = [
  "rxjs",
  "redi",
  "redi-react-bindings",
  "protocol",
  "themes",
  "core",
  "telemetry",
  "rpc",
  "engine-formula",
  "engine-render",
  "design",
  "ui",
  "docs",
  "drawing",
  "docs-ui",
  "sheets",
  "sheets-ui",
];
const LOCALES = ["design", "ui", "docs-ui", "sheets", "sheets-ui"];
const STYLES = ["design", "ui", "docs-ui", "sheets-ui"];

/** Loads Univer once; its React is the one given to it here. */
export async function loadUniver(): Promise<UniverParts> {
  const [react, jsx, dom, client] = await Promise.all([
    import("react"),
    import("react/jsx-runtime"),
    import("react-dom"),
    import("react-dom/client"),
  ]);
  Object.assign(window, { React: { ...react, ...jsx }, ReactDOM: { ...dom, ...client } });
  for (const name of STYLES) addStyle(`univer/${name}.css`);
  const locales = LOCALES.flatMap((name) => ["zh-CN", "en-US"].map((lang) => `${name}.${lang}`));
  // Fetched together, run in order.
  await Promise.all([...SCRIPTS, ...locales].map((name) => addScript(`univer/${name}.js`)));
  return window as unknown as UniverParts;
}

function addScript(source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.async = false;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${source} could not be loaded`));
    document.head.append(script);
  });
}

function addStyle(address: string): void {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  document.head.prepend(link);
}
