import { isZone, type RegionProgress, type Status } from "../../progress";
import { commas, enumerated, nameList, sentence } from "../join";
import { mendNote } from "../mend-note";
import { nounOf } from "../names";
import { inOrder, say, type Phrase, type SourceCells } from "../phrase";
import { cellsOfAll, figureOf, quantity, rateQuantity } from "../quantity";
import type { Writing } from "../writing";

/** A region with a task of starts, or with a note to take up. */
interface Standing {
  region: string;
  starts: RegionProgress | null;
  rental: RegionProgress | null;
  note: string;
}

/** A note that names its own subject needs no lead-in: 公租房项目已办理两项前期手续. */
const OWN_SUBJECT = /^(?:棚改|棚户区|公租房|公共租赁|租赁补贴|续建|该|项目|我[县市区])/;
/** A note that judges the whole task needs no judgement of ours beside it. */
const OWN_JUDGEMENT = /超额|完成|任务/;
/** From this many on, those who have not started and say nothing share one clause. */
const FEWEST_TOGETHER = 2;
/** More regions than this are told by how they stand and not one by one: their notes stand in 附件2. */
const MOST_CLAUSES = 30;

/** What is said of those who stand alike, the best first. */
const GROUPS: readonly [status: Status, words: string][] = [
  ["exceeded", "超额完成全年任务"],
  ["complete", "完成全年任务"],
  ["onPace", "进度正常"],
  ["behind", "滞后于序时进度"],
  ["none", "暂未开工"],
  ["unknown", "开工情况待核实"],
];

/**
 * What follows 分县市区情况看：…；…。 Counties by rate, the best first, those not started by the size of the task, those
 * with public rental housing alone after them, development zones last, as the office's notices do.
 * Notes of regions without such a task follow. Empty where there is nothing to say.
 */
export function startsByRegion(writing: Writing): Phrase {
  const all = standings(writing);
  if (all.filter(({ starts, rental }) => starts ?? rental).length > MOST_CLAUSES) return byStatus(all, writing);
  const silent = all.filter(isSilent);
  const together = silent.length >= FEWEST_TOGETHER ? silent : [];
  const single = all.filter((one) => !together.includes(one));
  let named = false;
  const clauses = single.map((one) => {
    const clause = regionClause(one, !named, writing);
    // After a word on public rental housing, 开工 alone would be taken for its starts.
    named = one.rental === null && (named || isTold(one));
    return clause;
  });
  return sentence([...clauses, notStarted(together, writing)]);
}

/**
 * Regions that have a task of starts of one kind or another and have begun nothing, in the order
 * of the clauses above. Those with unreadable figures are not among them.
 */
export function notStartedAtAll(writing: Writing): { region: string; cells: SourceCells }[] {
  return standings(writing)
    .filter(({ starts, rental }) => [starts, rental].every((row) => row === null || row.done?.value === 0) && (starts ?? rental) !== null)
    .map(({ region, starts, rental }) => ({ region, cells: cellsOfAll([starts?.done, rental?.done]) }));
}

/** 棚户区改造开工超额完成全年任务的有2个县：甲县263套、乙县120套；滞后于序时进度的有…；暂未开工的有…。 */
function byStatus(all: readonly Standing[], writing: Writing): Phrase {
  const kinds = [["starts", "棚户区改造开工"], ["rental", "公租房开工"]] as const;
  const clauses = kinds.flatMap(([kind, subject]) => {
    const rows = all.flatMap((one) => one[kind] ?? []);
    const groups = GROUPS.flatMap(([status, words]) => {
      const own = rows.filter((row) => row.status === status);
      return own.length === 0 ? [] : [{ words, own }];
    });
    return groups.map(({ words, own }, index) =>
      groupClause(own, `${index === 0 ? subject : ""}${words}`, kind === "starts" ? "starts" : "publicRentalStarts", writing),
    );
  });
  return sentence(clauses);
}

function groupClause(rows: readonly RegionProgress[], words: string, id: string, writing: Writing): Phrase {
  const indicator = { id, unit: writing.indicator(id)?.unit ?? "套" };
  const count = quantity(rows.length, "个", cellsOfAll(rows.map(({ done }) => done)));
  const noun = nounOf(rows.map(({ region }) => region)).replace(/^个/, "");
  const items = rows.map(({ region, done }) =>
    done && done.value > 0 ? say`${writing.names.short(region)}${figureOf(done, indicator)}` : [writing.names.short(region)],
  );
  return say`${words}的有${count}${noun}：${enumerated(items)}`;
}

function standings(writing: Writing): Standing[] {
  // In a notice on something else starts are told like any other indicator.
  const rowOf = (id: string, region: string) =>
    (writing.topic.isHousing ? writing.indicator(id) : undefined)?.regions.find((row) => row.region === region) ?? null;
  const concerned = (row: RegionProgress | null) =>
    row && (row.target !== null || row.unread !== null || (row.done?.value ?? 0) > 0) ? row : null;
  return writing.report.regions
    .map(({ name }) => ({
      region: name,
      starts: concerned(rowOf("starts", name)),
      rental: concerned(rowOf("publicRentalStarts", name)),
      note: noteOf(name, writing),
    }))
    .filter((one) => one.starts || one.rental || one.note !== "")
    .map((one, index) => ({ one, index }))
    .sort((a, b) => compare(a.one, b.one) || a.index - b.index)
    .map(({ one }) => one);
}

function compare(a: Standing, b: Standing): number {
  const row = (one: Standing) => one.starts ?? one.rental;
  return (
    groupOf(a) - groupOf(b) ||
    (row(b)?.rate ?? -1) - (row(a)?.rate ?? -1) ||
    (row(a)?.target?.value ?? 0) - (row(b)?.target?.value ?? 0)
  );
}

function groupOf(one: Standing): number {
  if (!one.starts && !one.rental) return 3;
  if (isZone(one.region)) return 2;
  return one.starts ? 0 : 1;
}

function noteOf(region: string, writing: Writing): string {
  const names = [region, writing.names.short(region)];
  const notes = writing.report.notes
    .filter((note) => note.region === region)
    .map((note) => mendNote(note.text, names));
  return [...new Set(notes.filter((note) => note !== ""))].join("，");
}

/** A task, no start, no note: said of all such regions at once. */
function isSilent(one: Standing): boolean {
  const rows = [one.starts, one.rental].filter((row) => row !== null);
  return one.note === "" && rows.length > 0 && rows.every((row) => row.done?.value === 0);
}

function notStarted(rows: readonly Standing[], writing: Writing): Phrase {
  if (rows.length === 0) return [];
  const cells = cellsOfAll(rows.flatMap((one) => [one.starts?.done, one.rental?.done]));
  const count = rows.length > 2 ? say`${quantity(rows.length, "", cells)}${nounOf(rows.map((one) => one.region))}` : [];
  const names = nameList(rows.map((one) => writing.names.short(one.region)));
  return inOrder([names], count, ["暂未开工"]);
}

function regionClause(one: Standing, first: boolean, writing: Writing): Phrase {
  const { region, starts, rental, note } = one;
  if (!isTold(one)) return [region, note];
  const judged = OWN_JUDGEMENT.test(note);
  const parts = [
    starts ? standing(starts, "starts", first ? "棚户区改造开工" : "开工", judged, note !== "", writing) : [],
    rental ? standing(rental, "publicRentalStarts", "公租房开工", judged, note !== "", writing) : [],
    note === "" ? [] : [note],
  ];
  return inOrder([region], commas(parts));
}

/** Whether figures are told of a region, and not its note alone. */
function isTold({ starts, rental, note }: Standing): boolean {
  const active = [starts, rental].some((row) => (row?.done?.value ?? 0) > 0);
  return (starts ?? rental) !== null && (active || !OWN_SUBJECT.test(note));
}

/** 开工263套，超额完成全年任务; 开工任务180套，暂未开工. */
function standing(
  row: RegionProgress,
  id: string,
  verb: string,
  judged: boolean,
  hasNote: boolean,
  writing: Writing,
): Phrase {
  const indicator = { id, unit: writing.indicator(id)?.unit ?? "套" };
  if (!row.done || row.done.value < 0) {
    const task = row.target ? say`${verb}任务${figureOf(row.target, indicator)}` : [];
    return commas([task, ["开工情况待核实"]]);
  }
  if (row.done.value === 0) {
    const task = row.target ? say`${verb}任务${figureOf(row.target, indicator)}` : [];
    return commas([task, hasNote ? [] : ["暂未开工"]]);
  }
  return commas([say`${verb}${figureOf(row.done, indicator)}`, judged ? [] : judgement(row, id, writing)]);
}

function judgement(row: RegionProgress, id: string, writing: Writing): Phrase {
  if (row.status === "exceeded") return ["超额完成全年任务"];
  if (row.status === "complete") return ["完成全年任务"];
  if (row.rate === null || !row.done || !row.target) return ["无年度目标任务"];
  const cells = [...row.done.source.cells, ...row.target.source.cells];
  const rate = rateQuantity(row.rate, writing.rateDecimals(id), cells);
  const pace = row.status === "behind" ? "，滞后于序时进度" : "，达到序时进度";
  return say`占年度目标任务的${rate}${pace}`;
}
