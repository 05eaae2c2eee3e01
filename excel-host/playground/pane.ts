import { texts } from "./texts";

/** The frame that holds the add-in's page, at the width of Excel's task pane. */
export interface Pane {
  show(visible: boolean): void;
  /** Starts the add-in anew, as Excel does for another workbook. */
  reload(): void;
}

/**
 * Puts the pane into `container`: Excel's own title line, and the add-in's page below it.
 * The page is loaded once and stays, hidden or shown: it is the shared runtime.
 * @param address the add-in's page, as Excel opens it
 */
export function createPane(container: HTMLElement, title: string, address: string): Pane {
  const head = document.createElement("div");
  head.className = "pane-head";
  const name = document.createElement("span");
  name.textContent = title;
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "✕";
  close.setAttribute("aria-label", texts.closePane);
  head.append(name, close);
  const frame = document.createElement("iframe");
  frame.title = title;
  frame.src = address;
  container.replaceChildren(head, frame);
  const show = (visible: boolean) => container.classList.toggle("pane-hidden", !visible);
  close.addEventListener("click", () => show(false));
  return { show, reload: () => frame.contentWindow?.location.reload() };
}
