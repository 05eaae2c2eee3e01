/**
 * The add-in's settings (workbook.settings), kept where Excel keeps them: as properties of the add-in's
 * web extension part. Extensions of other add-ins are left alone.
 */
import { newId } from "./documentParts";
import { excelError } from "./errors";
import type { Package } from "./package";
import { child, childElements, element, type XmlNode } from "./xml";

const TASKPANES = "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes";
const EXTENSION = "http://schemas.microsoft.com/office/2011/relationships/webextension";
/** The reference by which the host knows this product's add-in in a file. */
export const ADD_IN_REFERENCE = "housing-progress-notice";

/** Characters of all settings together. No limit is documented; a workbook that carries more than this is none that was meant. */
const MOST_CHARACTERS = 2 * 1024 * 1024;
/** What the refusal says beside Excel's own sentence; the code is one that stands for anything. */
export const SETTINGS_TOO_LARGE = "the settings are too large";

/** Settings by key; values are what JSON can hold. */
export class SettingsPart {
  readonly values = new Map<string, unknown>();
  private part: string | undefined;
  private root: XmlNode | undefined;
  /** Whether the file had no part for this add-in when it was opened. */
  private created = false;
  dirty = false;

  constructor(private readonly pkg: Package) {
    const panes = pkg.relationships("").find((r) => r.type === TASKPANES)?.target;
    for (const relation of panes ? pkg.relationships(panes) : []) {
      const root = relation.type === EXTENSION ? pkg.readableXml(relation.target) : undefined;
      if (child(root, "reference")?.attrs["id"] !== ADD_IN_REFERENCE) continue;
      this.part = relation.target;
      this.root = root;
      for (const property of childElements(child(root, "properties"), "property")) {
        this.values.set(property.attrs["name"] ?? "", parseJson(property.attrs["value"] ?? "null"));
      }
    }
  }

  /** @throws ExcelError where all settings together are too large */
  set(key: string, value: unknown): void {
    const others = [...this.values].reduce((total, [name, one]) => total + (name === key ? 0 : name.length + lengthOf(one)), 0);
    if (others + key.length + lengthOf(value) > MOST_CHARACTERS) throw excelError("GeneralException", SETTINGS_TOO_LARGE);
    this.values.set(key, value);
    this.dirty = true;
  }

  delete(key: string): void {
    this.values.delete(key);
    this.dirty = true;
  }

  write(): void {
    if (!this.dirty) return;
    if (this.values.size === 0 && (!this.part || this.created)) return this.removeCreated();
    const properties = [...this.values].map(([name, value]) => element("we:property", { name, value: JSON.stringify(value) }));
    if (this.root && this.part) {
      const list = child(this.root, "properties");
      if (list) list.children = properties;
      else this.root.children.push(element("we:properties", {}, properties));
      this.pkg.set(this.part, this.root);
      return;
    }
    this.created = true;
    this.part = this.pkg.freeName("xl/webextensions/webextension", ".xml");
    this.root = element(
      "we:webextension",
      { "xmlns:we": "http://schemas.microsoft.com/office/webextensions/webextension/2010/11", id: newId() },
      [
        element("we:reference", { id: ADD_IN_REFERENCE, version: "1.0.0.0", store: "developer", storeType: "Registry" }),
        element("we:alternateReferences"),
        element("we:properties", {}, properties),
        element("we:bindings"),
        element("we:snapshot", { "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships" }),
      ],
    );
    this.pkg.set(this.part, this.root, "application/vnd.ms-office.webextension+xml");
    let panes = this.pkg.relationships("").find((r) => r.type === TASKPANES)?.target;
    if (!panes) {
      panes = "xl/webextensions/taskpanes.xml";
      const list = element("wetp:taskpanes", { "xmlns:wetp": "http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11" });
      this.pkg.set(panes, list, "application/vnd.ms-office.webextensiontaskpanes+xml");
      this.pkg.relate("", TASKPANES, panes);
    }
    const id = this.pkg.relate(panes, EXTENSION, this.part);
    const root = this.pkg.xml(panes)!;
    root.children.push(
      element("wetp:taskpane", { dockstate: "right", visibility: 0, width: 350, row: 1 }, [
        element("wetp:webextensionref", { "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r:id": id }),
      ]),
    );
    this.pkg.set(panes, root);
  }

  /** Leaves the file as it was opened: without a part for this add-in, and without a list of panes that names no other. */
  private removeCreated(): void {
    const { pkg, part } = this;
    const panes = pkg.relationships("").find((r) => r.type === TASKPANES);
    if (!part || !panes) return;
    const relation = pkg.relationships(panes.target).find(({ target }) => target === part);
    const list = pkg.xml(panes.target);
    pkg.remove(part);
    if (relation) pkg.unrelate(panes.target, relation.id);
    if (list) list.children = list.children.filter((pane) => typeof pane === "string" || child(pane, "webextensionref")?.attrs["r:id"] !== relation?.id);
    if (list && childElements(list).length > 0) pkg.set(panes.target, list);
    else {
      pkg.remove(panes.target);
      pkg.unrelate("", panes.id);
    }
    this.part = undefined;
    this.root = undefined;
    this.created = false;
  }
}

function lengthOf(value: unknown): number {
  return typeof value === "string" ? value.length : JSON.stringify(value).length;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Written by something else than JSON: it is a plain text.
    return text;
  }
}
