import type { Language } from "./texts";

/** A button of the manifest's ribbon group. */
export interface RibbonButton {
  id: string;
  label: string;
  tooltip: string;
  /** the 32-pixel icon's address below the add-in's own */
  icon: string;
  /** the function it runs; undefined: it shows the pane */
  action: string | undefined;
}

export interface RibbonGroup {
  label: string;
  buttons: RibbonButton[];
}

/**
 * The ribbon group as Excel would read it from the manifest.
 *
 * @param manifest the text of manifest.xml
 * @throws Error when a resource that it names is not in it
 */
export function readRibbon(manifest: string, language: Language): RibbonGroup {
  const xml = new DOMParser().parseFromString(manifest, "text/xml");
  const child = (element: Element, name: string) => {
    const found = element.getElementsByTagNameNS("*", name)[0];
    if (!found) throw new Error(`manifest.xml: no <${name}> in <${element.tagName}>`);
    return found;
  };
  const resource = (element: Element): string => {
    const id = element.getAttribute("resid") ?? "";
    const found = xml.querySelector(`[id="${id}"]`);
    if (!found) throw new Error(`manifest.xml: no resource ${id}`);
    const override = [...found.children].find((item) =>
      item.getAttribute("Locale")?.startsWith(`${language}-`),
    );
    return (override?.getAttribute("Value") ?? found.getAttribute("DefaultValue")) || "";
  };
  const group = child(xml.documentElement, "Group");
  const buttons = [...group.getElementsByTagNameNS("*", "Control")].map((control) => {
    const icon = [...control.getElementsByTagNameNS("*", "Image")].find(
      (image) => image.getAttribute("size") === "32",
    );
    return {
      id: control.getAttribute("id") ?? "",
      label: resource(child(control, "Label")),
      tooltip: resource(child(child(control, "Supertip"), "Description")),
      icon: icon ? new URL(resource(icon)).pathname.slice(1) : "",
      action: control.getElementsByTagNameNS("*", "FunctionName")[0]?.textContent ?? undefined,
    };
  });
  return { label: resource(child(group, "Label")), buttons };
}
