import type { AuditYear } from "../../progress";
import { enumerated } from "../join";
import { inOrder, say, type Phrase } from "../phrase";
import { cellsOfAll, quantity } from "../quantity";
import { inTableOrder } from "./rows";
import type { Writing } from "../writing";

/** 2016年审计发现问题仍有10个未整改，分别是交城2个、离石8个。2017年…。 Each year by region, in the table's own order. */
export function auditByRegion(writing: Writing): Phrase {
  return inOrder(...writing.report.audit.map((year) => yearSentence(year, writing)));
}

function yearSentence(year: AuditYear, writing: Writing): Phrase {
  const left = year.regions.filter((row) => row.open > 0);
  const rows = inTableOrder(left, (row) => row.figures);
  if (rows.length === 0) return [`${year.year}年审计发现问题已全部整改。`];
  const open = quantity(year.open, "个", cellsOfAll(rows.flatMap((row) => row.figures)));
  const items = rows.map(
    (row) => say`${writing.names.short(row.region)}${quantity(row.open, "个", cellsOfAll(row.figures))}`,
  );
  const [only] = rows;
  const split = rows.length === 1 && only ? [`全部在${only.region}`] : say`分别是${enumerated(items)}`;
  return say`${`${year.year}年审计发现问题仍有`}${open}未整改，${split}。`;
}
