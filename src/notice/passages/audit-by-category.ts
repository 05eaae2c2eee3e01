import type { AuditCategory, AuditYear } from "../../progress";
import { commas, nameList, sentence } from "../join";
import { looseNounOf } from "../names";
import { inOrder, say, type Phrase } from "../phrase";
import { cellsOfAll, quantity } from "../quantity";
import { inTableOrder } from "./rows";
import type { Writing } from "../writing";

type CategoryRow = AuditCategory["regions"][number];

/** From this many on, regions with equally many findings are named together: 交城、兴县、石楼3县各1个问题. */
const FEWEST_TOGETHER = 3;

/**
 * （三）: open audit findings by category. A year that the workbook counts without categories is told by region
 * alone, in 二; only where no year has any does it get a short sentence here.
 */
export function auditByCategory(writing: Writing): Phrase {
  const { audit } = writing.report;
  const categorised = audit.filter(({ categories }) => categories.length > 0);
  return inOrder(...(categorised.length > 0 ? categorised : audit).map((year) => yearSentence(year, writing)));
}

function yearSentence(year: AuditYear, writing: Writing): Phrase {
  const short = `${year.year}年审计发现问题`;
  if (year.open <= 0) return [`${short}已全部整改。`];
  const open = quantity(year.open, "个", cellsOfAll(year.regions.flatMap((row) => row.figures)));
  const categories = year.categories.filter((category) => category.open > 0);
  if (categories.length === 0) return say`${short}仍有${open}未整改。`;
  const head = `${year.year}年保障性安居工程跟踪审计发现问题`;
  const clauses = sentence(categories.map((category) => categoryClause(category, writing)));
  return say`${head}仍有${{ ...open, text: `${open.text}问题` }}未整改，分类别分析：${clauses}`;
}

function categoryClause(category: AuditCategory, writing: Writing): Phrase {
  const rows = inTableOrder(category.regions, (row) => [row.open]);
  const cells = cellsOfAll(rows.map((row) => row.open));
  const open = quantity(category.open, "个问题", cells);
  const [only] = rows;
  if (rows.length === 1 && only) {
    return say`${category.name}的涉及${writing.names.short(only.region)}${open}`;
  }
  if (rows.length === 2) {
    return commas([
      say`${category.name}共${open}`,
      say`涉及${commas(rows.map((row) => regionItem(row, writing)))}`,
    ]);
  }
  const noun = looseNounOf(rows.map((row) => row.region));
  const count = quantity(rows.length, "个", cells);
  return commas([say`${category.name}的涉及${count}${noun}${open}`, byRegion(rows, writing)]);
}

/** 其中岚县4个，交城、兴县、石楼、方山、离石5县各1个问题. */
function byRegion(rows: readonly CategoryRow[], writing: Writing): Phrase {
  const counts = [...new Set(rows.map((row) => row.open.value))].sort((a, b) => b - a);
  const groups = counts
    .map((value) => rows.filter((row) => row.open.value === value))
    .filter((group) => group.length >= FEWEST_TOGETHER);
  const single = rows.filter((row) => !groups.some((group) => group.includes(row)));
  const items = [
    ...single.map((row) => regionItem(row, writing)),
    ...groups.map((group) => groupItem(group, group.length < rows.length, writing)),
  ];
  return items.length === 1 ? commas(items) : inOrder(["其中"], commas(items));
}

function regionItem(row: CategoryRow, writing: Writing): Phrase {
  return say`${writing.names.short(row.region)}${quantity(row.open.value, "个", row.open.source.cells)}`;
}

function groupItem(group: readonly CategoryRow[], counted: boolean, writing: Writing): Phrase {
  const [first] = group;
  if (!first) return [];
  const cells = cellsOfAll(group.map((row) => row.open));
  const names = nameList(group.map((row) => writing.names.short(row.region)));
  const noun = looseNounOf(group.map((row) => row.region));
  const count = counted ? [quantity(group.length, noun.length > 1 ? "个" : "", cells), noun] : [];
  return say`${names}${count}各${quantity(first.open.value, "个问题", cells)}`;
}
