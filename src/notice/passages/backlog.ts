import type { BacklogMeasure, BacklogProgress, RegionBacklog } from "../../progress";
import { commas, enumerated, nameList } from "../join";
import { inOrder, say, type Phrase } from "../phrase";
import { cellsOfAll, quantity } from "../quantity";
import { inTableOrder } from "./rows";
import { columnsOf, type Writing } from "../writing";

/** Task, reported, repurposed, stock and computed backlog of public rental housing; who has none. */
export function stocktaking(backlog: BacklogProgress, writing: Writing): Phrase {
  const counted = commas([task(backlog, writing), ...measures(backlog, writing)]);
  return inOrder(counted, counted.length === 0 ? [] : ["。"], withoutBacklog(backlog, writing));
}

/** 2008-2015年省下达我市公租房建设任务20359套; the years are the table's own. */
function task(backlog: BacklogProgress, writing: Writing): Phrase {
  if (backlog.task === null) return [];
  const years = /\d{4}年?\s*[-—–~～至]\s*\d{4}年/.exec(headerOf("task", writing))?.[0] ?? "历年";
  const { superior, own } = writing.place;
  return say`${years}${superior}下达${own}公租房建设任务${total(backlog, "task", backlog.task)}`;
}

function measures(backlog: BacklogProgress, writing: Writing): Phrase[] {
  const { whole } = writing.place;
  const year = /\d{4}年/.exec(headerOf("repurposed", writing))?.[0] ?? "";
  const { reported, repurposed, stock, computed } = backlog;
  return [
    reported === null ? [] : say`${whole}上报完成${total(backlog, "reported", reported)}`,
    repurposed === null ? [] : say`${year}盘活${total(backlog, "repurposed", repurposed)}`,
    stock === null ? [] : say`目前${whole}实有政府投资公租房${total(backlog, "stock", stock)}`,
    computed === null ? [] : computedTotal(backlog, computed, whole),
  ];
}

function computedTotal(backlog: BacklogProgress, computed: number, whole: string): Phrase {
  if (computed === 0) return [`${whole}没有历史欠账`];
  const cells = backlog.regions.flatMap(computedCells);
  if (computed > 0) return say`${whole}历史欠账共${quantity(computed, "套", cells)}`;
  return say`${backlog.stock === null ? "账面" : "比上报完成减盘活"}多${quantity(-computed, "套", cells)}`;
}

function computedCells(row: RegionBacklog) {
  const parts = cellsOfAll([row.reported, row.repurposed, row.stock]);
  return row.reported && row.stock ? parts : cellsOfAll([row.stated]);
}

/** 柳林、离石没有历史欠账。 Not of a region where inspection found some. */
function withoutBacklog(backlog: BacklogProgress, writing: Writing): Phrase {
  const owing = (row: RegionBacklog) => (row.computed ?? 0) > 0 || (row.verified?.value ?? 0) > 0;
  const free = rowsOf(backlog).filter((row) => row.computed !== null && !owing(row));
  if (free.length === 0) return [];
  const all = free.length === backlog.regions.length && free.length > 1;
  if (all) return (backlog.computed ?? 0) === 0 ? [] : [`各${writing.place.informal}均没有历史欠账。`];
  return [`${nameList(free.map((row) => writing.names.short(row.region)))}没有历史欠账。`];
}

/** 全市落实公租房历史欠账1753套，分别是：…。 Empty where none was verified. */
export function verifiedBacklog(backlog: BacklogProgress, writing: Writing): Phrase {
  const rows = rowsOf(backlog).filter((row) => (row.verified?.value ?? 0) > 0);
  if (rows.length === 0 || backlog.verified === null) return [];
  const items = rows.map((row) =>
    row.verified ? say`${writing.names.short(row.region)}${quantity(row.verified.value, "套", row.verified.source.cells)}` : [],
  );
  const sum = total(backlog, "verified", backlog.verified);
  const split =
    rows.length === 1 ? say`全部在${rows[0]?.region ?? ""}` : say`分别是：${enumerated(items)}`;
  return say`${writing.place.whole}落实公租房历史欠账${sum}，${split}。`;
}

function rowsOf(backlog: BacklogProgress): RegionBacklog[] {
  return inTableOrder(backlog.regions, (row) => [row.reported, row.stated, row.stock, row.task, row.verified]);
}

function total(
  backlog: BacklogProgress,
  measure: Exclude<BacklogMeasure, "computed">,
  value: number,
) {
  return quantity(value, "套", cellsOfAll(backlog.regions.map((row) => row[measure])));
}

function headerOf(measure: BacklogMeasure, writing: Writing): string {
  const columns = columnsOf(
    writing.report,
    (meaning) => meaning.kind === "backlog" && meaning.measure === measure,
  );
  return columns.map(({ header }) => header).join(" ");
}
