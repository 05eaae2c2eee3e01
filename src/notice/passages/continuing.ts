import type { ContinuingProgress } from "../../progress";
import { nameList, sentence } from "../join";
import { mendNote } from "../mend-note";
import { nounOf } from "../names";
import { inOrder, say, type Phrase, type Quantity } from "../phrase";
import { cellsOfAll, quantity } from "../quantity";
import { inTableOrder } from "./rows";
import { columnsOf, type Writing } from "../writing";

type ContinuingRow = ContinuingProgress["regions"][number];

/** The programme's own limit, where the table's header names no other. */
const DEFAULT_YEAR = "2017";
/** From this many on, a list of names is counted. */
const FEWEST_COUNTED = 3;
/** An outlook that begins with a time is a plan. */
const STARTS_WITH_TIME = /^(?:年底|年内|月底|明年|今年|本年|\d{1,2}月|(?:19|20)\d{2}年)/;

/** The day before which the projects were begun: 2017年12月31日. */
export function limitDay(writing: Writing): string {
  return `${limitYear(writing)}年12月31日`;
}

/** The units in all: 5922套; null where the table counts none. */
export function unfinishedUnits(continuing: ContinuingProgress): Quantity | null {
  const cells = cellsOfAll(continuing.regions.map((row) => row.units));
  return cells.length === 0 ? null : quantity(continuing.units, "套", cells);
}

/** The regions by their own outlook: 石楼、离石、交口3县区计划年底前基本建成；…。 */
export function outlookSentence(continuing: ContinuingProgress, writing: Writing): Phrase {
  return sentence(outlooks(continuing, writing));
}

function limitYear(writing: Writing): string {
  const headers = columnsOf(writing.report, (meaning) => meaning.kind === "continuing");
  return headers.map(({ header }) => /(?:19|20)\d{2}(?=年)/.exec(header)?.[0]).find(Boolean) ?? DEFAULT_YEAR;
}

/** 石楼、离石、交口3县区计划年底前基本建成; one clause an outlook, in the order first met. */
function outlooks(continuing: ContinuingProgress, writing: Writing): Phrase[] {
  const groups = new Map<string, ContinuingRow[]>();
  for (const row of inTableOrder(continuing.regions, ({ units }) => [units])) {
    const outlook = mendNote(row.outlook ?? "", []);
    groups.set(outlook, [...(groups.get(outlook) ?? []), row]);
  }
  const silent = groups.get("") ?? [];
  groups.delete("");
  const clauses = [...groups].map(([outlook, rows]) => {
    const plan = STARTS_WITH_TIME.test(outlook) ? "计划" : "";
    return inOrder(counted(rows, writing), [`${plan}${outlook}`]);
  });
  if (silent.length > 0 && groups.size > 0) {
    clauses.push(inOrder(counted(silent, writing), ["尚未明确攻坚计划"]));
  }
  return clauses;
}

function counted(rows: readonly ContinuingRow[], writing: Writing): Phrase {
  const names = nameList(rows.map((row) => writing.names.short(row.region)));
  if (rows.length < FEWEST_COUNTED) return [names];
  const cells = rows.flatMap((row) => [
    ...(row.units?.source.cells ?? []),
    ...(row.outlookSource ? [row.outlookSource] : []),
  ]);
  return say`${names}${quantity(rows.length, "", cells)}${nounOf(rows.map((row) => row.region))}`;
}
