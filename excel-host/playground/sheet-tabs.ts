import type { Host } from "../types";

/** Draws the tabs of the sheets that are not hidden; a click makes one active. */
export function showSheetTabs(container: HTMLElement, host: Host): void {
  const active = host.workbook.activeSheet.id;
  const tabs = host.workbook.sheets
    .filter((sheet) => sheet.visibility === "Visible")
    .map((sheet) => {
      const tab = document.createElement("button");
      tab.type = "button";
      tab.className = "sheet-tab";
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-selected", String(sheet.id === active));
      tab.textContent = sheet.name;
      if (sheet.tabColor) tab.style.borderBottomColor = sheet.tabColor;
      tab.addEventListener("click", () => host.activate(sheet.name));
      return tab;
    });
  container.replaceChildren(...tabs);
  const shown = tabs.find((tab) => tab.getAttribute("aria-selected") === "true");
  // Measured only when tabs overflow, so that the row moves no more than it must.
  if (shown && container.scrollWidth > container.clientWidth) shown.scrollIntoView({ inline: "nearest" });
}
