import { parseRect } from "./address";
import type { Package } from "./package";
import type { Rect } from "./types";
import { child, childElements } from "./xml";

/** A table (list object) of a sheet. */
export interface TableInfo {
  id: number;
  name: string;
  rect: Rect;
  headerRow: boolean;
  totalsRow: boolean;
  columns: string[];
  part: string;
}

/** The tables of a sheet's part. */
export function readTables(pkg: Package, part: string): TableInfo[] {
  return pkg
    .relationships(part)
    .filter((r) => r.type.endsWith("/table"))
    .flatMap(({ target }): TableInfo[] => {
      const root = pkg.xml(target);
      const rect = parseRect(root?.attrs["ref"] ?? "");
      if (!root || !rect) return [];
      return [
        {
          id: Number(root.attrs["id"] ?? 0),
          name: root.attrs["displayName"] ?? root.attrs["name"] ?? "",
          rect,
          headerRow: root.attrs["headerRowCount"] !== "0",
          totalsRow: Number(root.attrs["totalsRowCount"] ?? 0) > 0,
          columns: childElements(child(root, "tableColumns"), "tableColumn").map((c) => c.attrs["name"] ?? ""),
          part: target,
        },
      ];
    });
}
