import manifest from "../../manifest.xml";
import { readRibbon, type RibbonButton } from "./ribbon-buttons";
import { language, texts } from "./texts";

/**
 * Draws the ribbon with the manifest's own group.
 *
 * @param tabs where the name of the open tab stands
 * @param body where its groups stand
 * @param press called with the button pressed; while its promise runs, the button waits
 */
export function showRibbon(
  tabs: HTMLElement,
  body: HTMLElement,
  press: (button: RibbonButton) => Promise<void>,
): void {
  const tab = document.createElement("span");
  tab.className = "ribbon-tab";
  tab.textContent = texts.home;
  tabs.replaceChildren(tab);

  const { label, buttons } = readRibbon(manifest, language);
  const group = document.createElement("div");
  group.className = "ribbon-group";
  const row = document.createElement("div");
  row.className = "ribbon-buttons";
  row.append(...buttons.map((button) => draw(button, press)));
  const name = document.createElement("div");
  name.className = "ribbon-group-name";
  name.textContent = label;
  group.append(row, name);
  body.replaceChildren(group);
}

function draw(button: RibbonButton, press: (button: RibbonButton) => Promise<void>): HTMLElement {
  const element = document.createElement("button");
  element.type = "button";
  element.id = button.id;
  element.className = "ribbon-button";
  element.title = `${button.label}\n${button.tooltip}`;
  const icon = document.createElement("img");
  icon.src = `pane/${button.icon}`;
  icon.alt = "";
  icon.width = 32;
  icon.height = 32;
  const label = document.createElement("span");
  label.textContent = button.label;
  element.append(icon, label);
  element.addEventListener("click", () => {
    element.disabled = true;
    void press(button).finally(() => {
      element.disabled = false;
    });
  });
  return element;
}
