import { excelError } from "../engine/errors";
import type { Sheet } from "../engine/sheet";
import { child, flag } from "../engine/xml";
import { defineClass, method, value } from "../protocol/define";

const OPTIONS: Record<string, string> = {
  allowAutoFilter: "autoFilter", allowDeleteColumns: "deleteColumns", allowDeleteRows: "deleteRows", allowEditObjects: "objects", allowEditScenarios: "scenarios",
  allowFormatCells: "formatCells", allowFormatColumns: "formatColumns", allowFormatRows: "formatRows", allowInsertColumns: "insertColumns",
  allowInsertHyperlinks: "insertHyperlinks", allowInsertRows: "insertRows", allowPivotTables: "pivotTables", allowSort: "sort",
};

/** Protection of a sheet; passwords are refused: this host cannot check them as Excel does. */
export const WorksheetProtection = defineClass<Sheet>({
  name: "WorksheetProtection",
  members: {
    protected: value((s) => s.isProtected),
    options: value((s) => {
      const node = child(s.root, "sheetProtection");
      if (!s.isProtected) return null;
      // In the file "1" forbids; objects and scenarios are allowed unless they say so.
      return Object.fromEntries(Object.entries(OPTIONS).map(([name, attribute]) => [name, !flag(node, attribute, attribute !== "objects" && attribute !== "scenarios")]));
    }),
    protect: method((s, [options, password], c) => {
      if (s.isProtected) throw excelError("AccessDenied", `${s.name} is protected already`);
      if (password) throw excelError("ApiNotFound", "WorksheetProtection.protect with a password is not available in this host");
      const node = s.section("sheetProtection");
      node.attrs = { sheet: "1" };
      const given = (options ?? {}) as unknown as Record<string, boolean>;
      for (const [name, attribute] of Object.entries(OPTIONS)) {
        const allowed = given[name] === true;
        if (attribute === "objects" || attribute === "scenarios") {
          if (!allowed) node.attrs[attribute] = "1";
        } else if (allowed) node.attrs[attribute] = "0";
      }
      c.layoutChanged(s);
    }),
    unprotect: method((s, _args, c) => {
      const node = child(s.root, "sheetProtection");
      if (node?.attrs["password"] || node?.attrs["hashValue"]) throw excelError("AccessDenied", `${s.name} is protected by a password`);
      s.removeSection("sheetProtection");
      c.layoutChanged(s);
    }),
  },
});
