import { finding, type Finding } from "../findings";
import type { Records } from "../records";

/** missing-region: a table without a region that the workbook's other tables have. */
export function missingRegions(records: Records): Finding[] {
  if (records.tables.length < 2) return [];
  return records.tables.flatMap((table, index) => {
    if (!table.labels) return [];
    const present = new Set(
      [...records.facts, ...records.gaps, ...records.texts]
        .filter((item) => item.table === index)
        .map((item) => item.region),
    );
    const missing = records.regions.filter(({ name }) => !present.has(name));
    if (missing.length === 0 || present.size === 0) return [];
    const names = missing.map(({ name }) => name);
    return [
      finding(
        "missing-region",
        [table.labels],
        `“${table.sheet}”的表里没有${names.join("、")}，工作簿其他表里有`,
        `The table on “${table.sheet}” lacks ${names.join(", ")}, which other tables have`,
      ),
    ];
  });
}
