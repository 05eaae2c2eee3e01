import { themeNameOf, type ThemeName } from "./theme-name";

/**
 * Waits for office.js to know its host.
 * @returns false where the page was opened outside Excel
 */
export async function openedInExcel(): Promise<boolean> {
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel;
}

/** The requirement set that the pane cannot do without and that this Excel lacks; null: none. */
export function missingSet(): string | null {
  return Office.context.requirements.isSetSupported("ExcelApi", "1.9") ? null : "ExcelApi 1.9";
}

/** Office's display language, such as "zh-CN" or "en-US". */
export function displayLanguage(): string {
  return Office.context.displayLanguage ?? "zh-CN";
}

/** The theme that the pane will most likely have, before office.js tells Office's. */
export function likelyTheme(): ThemeName {
  return forcedColors() ? "highContrast" : "light";
}

function forcedColors(): boolean {
  return window.matchMedia?.("(forced-colors: active)").matches ?? false;
}

/** The theme that goes with Office's. */
export function currentTheme(): ThemeName {
  return themeNameOf(Office.context.officeTheme, forcedColors());
}

/** Brings the pane forward; where this Excel cannot, the pane shows the state when the user opens it. */
export async function showPane(): Promise<boolean> {
  try {
    await Office.addin.showAsTaskpane();
    return true;
  } catch {
    return false;
  }
}

/** Ties the ribbon's function names of the manifest to what they do. */
export function associate(name: string, run: () => Promise<void>): void {
  Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
    void run().finally(() => event.completed());
  });
}
