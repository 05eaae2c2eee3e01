import { intersects, parseRects, rectName } from "../engine/address";
import { excelError } from "../engine/errors";
import { addPrefixes, stripPrefixes } from "../engine/futureFunctions";
import { removeValidations } from "../engine/structure";
import { child, childElements, element, flag, textOf, type XmlNode } from "../engine/xml";
import type { HostContext, RangeTarget } from "../protocol/context";
import { defineClass, method, value } from "../protocol/define";

const TYPES: Record<string, string> = { whole: "WholeNumber", decimal: "Decimal", list: "List", date: "Date", time: "Time", textLength: "TextLength", custom: "Custom" };
const OPERATORS: Record<string, string> = {
  between: "Between", notBetween: "NotBetween", equal: "EqualTo", notEqual: "NotEqualTo", greaterThan: "GreaterThan", lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo", lessThanOrEqual: "LessThanOrEqualTo",
};
const STYLES: Record<string, string> = { stop: "Stop", warning: "Warning", information: "Information" };

const back = (map: Record<string, string>, wanted: unknown): string | undefined => Object.entries(map).find(([, v]) => v === wanted)?.[0];

function nodesOf({ sheet, rect }: RangeTarget): XmlNode[] {
  return childElements(child(sheet.root, "dataValidations"), "dataValidation").filter((n) => parseRects(n.attrs["sqref"] ?? "").some((r) => intersects(r, rect)));
}

function nodeOf(t: RangeTarget): XmlNode | undefined {
  return nodesOf(t)[0];
}

function formula(node: XmlNode | undefined, name: string): string | number {
  const text = stripPrefixes(textOf(child(node, name)));
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : text === "" ? "" : text.startsWith('"') ? text : `=${text}`;
}

function ruleOf(t: RangeTarget): object {
  const node = nodeOf(t);
  const kind = node?.attrs["type"];
  if (!node || !kind || kind === "none") return {};
  if (kind === "list") {
    const source = formula(node, "formula1");
    return { list: { inCellDropDown: !flag(node, "showDropDown"), source: typeof source === "string" ? source.replace(/^"|"$/g, "") : source } };
  }
  if (kind === "custom") return { custom: { formula: formula(node, "formula1") } };
  const name = { whole: "wholeNumber", decimal: "decimal", date: "date", time: "time", textLength: "textLength" }[kind] ?? kind;
  const second = formula(node, "formula2");
  return { [name]: { formula1: formula(node, "formula1"), ...(second !== "" && { formula2: second }), operator: OPERATORS[node.attrs["operator"] ?? "between"] } };
}

// The range's own validation: one that also covers other cells is left to them.
function own(t: RangeTarget): XmlNode {
  const old = nodeOf(t);
  const node = old ? structuredClone(old) : element("dataValidation", { allowBlank: 1, showInputMessage: 1, showErrorMessage: 1 });
  removeValidations(t.sheet, t.rect);
  node.attrs["sqref"] = rectName(t.rect);
  const list = t.sheet.section("dataValidations");
  list.children.push(node);
  list.attrs["count"] = String(list.children.length);
  t.sheet.touchLayout();
  return node;
}

function setRule(t: RangeTarget, given: unknown, context: HostContext): void {
  t.sheet.checkWritable(t.rect);
  const entries = Object.entries((given ?? {}) as Record<string, Record<string, unknown>>).filter(([, v]) => v !== undefined && v !== null);
  const [kind, rule] = entries[0] ?? [];
  if (!kind || !rule || entries.length !== 1) throw excelError("InvalidArgument", "a rule of one kind");
  const node = own(t);
  const text = (v: unknown): string => {
    const s = String(v ?? "");
    return s.startsWith("=") ? addPrefixes(s.slice(1)) : s;
  };
  node.children = [];
  delete node.attrs["operator"];
  delete node.attrs["showDropDown"];
  if (kind === "list") {
    const source = String(rule["source"] ?? "");
    node.attrs["type"] = "list";
    if (rule["inCellDropDown"] === false) node.attrs["showDropDown"] = "1";
    node.children.push(element("formula1", {}, [source.startsWith("=") ? addPrefixes(source.slice(1)) : `"${source}"`]));
  } else if (kind === "custom") {
    node.attrs["type"] = "custom";
    node.children.push(element("formula1", {}, [text(rule["formula"])]));
  } else {
    const type = { wholeNumber: "whole", decimal: "decimal", date: "date", time: "time", textLength: "textLength" }[kind];
    if (!type) throw excelError("InvalidArgument", kind);
    node.attrs["type"] = type;
    const operator = back(OPERATORS, rule["operator"]);
    if (!operator) throw excelError("InvalidArgument", "operator");
    if (operator !== "between") node.attrs["operator"] = operator;
    node.children.push(element("formula1", {}, [text(rule["formula1"])]));
    if (operator === "between" || operator === "notBetween") node.children.push(element("formula2", {}, [text(rule["formula2"])]));
  }
  context.layoutChanged(t.sheet, t.rect);
}

/** What may be typed into a range. */
export const DataValidation = defineClass<RangeTarget>({
  name: "DataValidation",
  members: {
    type: value((t) => {
      const kinds = new Set(nodesOf(t).map((n) => TYPES[n.attrs["type"] ?? ""] ?? "None"));
      return kinds.size === 0 ? "None" : kinds.size === 1 ? [...kinds][0] : "Inconsistent";
    }),
    rule: value(ruleOf, setRule as never),
    ignoreBlanks: value((t) => flag(nodeOf(t), "allowBlank", true), (t, on) => {
      own(t).attrs["allowBlank"] = on ? "1" : "0";
    }),
    prompt: value(
      (t) => {
        const node = nodeOf(t);
        return { message: node?.attrs["prompt"] ?? "", title: node?.attrs["promptTitle"] ?? "", showPrompt: flag(node, "showInputMessage", node === undefined) };
      },
      (t, given, c) => {
        const { message = "", title = "", showPrompt = true } = given as unknown as { message?: string; title?: string; showPrompt?: boolean };
        if (message.length > 255 || title.length > 32) throw excelError("InvalidArgument", "prompt");
        const node = own(t);
        Object.assign(node.attrs, { prompt: message, promptTitle: title, showInputMessage: showPrompt ? "1" : "0" });
        c.layoutChanged(t.sheet, t.rect);
      },
    ),
    errorAlert: value(
      (t) => {
        const node = nodeOf(t);
        return {
          message: node?.attrs["error"] ?? "", title: node?.attrs["errorTitle"] ?? "",
          style: STYLES[node?.attrs["errorStyle"] ?? "stop"], showAlert: flag(node, "showErrorMessage", node === undefined),
        };
      },
      (t, given, c) => {
        const { message = "", title = "", style = "Stop", showAlert = true } = given as unknown as { message?: string; title?: string; style?: string; showAlert?: boolean };
        const word = back(STYLES, style);
        if (!word) throw excelError("InvalidArgument", "errorAlert.style");
        const node = own(t);
        Object.assign(node.attrs, { error: message, errorTitle: title, errorStyle: word, showErrorMessage: showAlert ? "1" : "0" });
        c.layoutChanged(t.sheet, t.rect);
      },
    ),
    clear: method((t, _args, c) => {
      t.sheet.checkWritable(t.rect);
      removeValidations(t.sheet, t.rect);
      c.layoutChanged(t.sheet, t.rect);
    }),
  },
});
