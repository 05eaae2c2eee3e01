import { kindOf, type IndicatorProgress } from "../../progress";
import { rateChange } from "../change";
import { commas, enumerated, sentence } from "../join";
import { inOrder, say, type Phrase } from "../phrase";
import { quantity, rateCells, rateQuantity, totalOf } from "../quantity";
import { sortedRows, shortNames, unclearSentence } from "./rows";
import { columnsOf, type Writing } from "../writing";

/** 1、开工情况: projects and starts of the whole city; empty where the workbook has no starts. */
export function startsSentences(writing: Writing): Phrase {
  const starts = writing.indicator("starts");
  const rental = writing.indicator("publicRentalStarts");
  const progress = [shantytown(writing), rental ? publicRental(rental, writing) : []];
  const unclear = [starts, rental].map((one) => (one ? unclearSentence(one, sortedRows(one), writing) : []));
  const said = sentence(progress);
  return inOrder(
    projects(starts, rental, writing),
    said.length === 0 ? [] : inOrder(["截至目前，"], said),
    ...unclear,
  );
}

/** 全市今年有7个县（市、区）共落实棚户区改造项目10个，公租房项目1个60套。 */
function projects(
  starts: IndicatorProgress | undefined,
  rental: IndicatorProgress | undefined,
  writing: Writing,
): Phrase {
  const told = [starts, rental].filter((one) => (one?.projects ?? null) !== null);
  const rows = (told.length > 0 ? told : [starts, rental]).flatMap((one) => (one ? sortedRows(one).tasked : []));
  const regions = new Set(rows.map((row) => row.region));
  if (regions.size === 0) return [];
  const { whole, formal } = writing.place;
  const noun = [...regions].some((region) => kindOf(region) === null) ? "单位" : formal;
  const taskCells = rows.flatMap((row) => row.target?.source.cells ?? []);
  const who =
    regions.size === 1
      ? say`${whole}今年仅${writing.names.short([...regions][0] ?? "")}`
      : say`${whole}今年有${quantity(regions.size, "个", taskCells)}${noun}`;
  const counted = commas([
    starts?.projects ? say`棚户区改造项目${projectCount(starts, writing)}` : [],
    rental?.projects ? say`公租房项目${projectCount(rental, writing)}${rentalUnits(rental)}` : [],
  ]);
  if (counted.length > 0) return inOrder(who, [regions.size === 1 ? "" : "共", "落实"].filter(Boolean), counted, ["。"]);
  const tasks = [
    starts && sortedRows(starts).tasked.length > 0 ? ["棚户区改造"] : [],
    rental && sortedRows(rental).tasked.length > 0 ? ["新建公租房"] : [],
  ];
  return inOrder(who, ["有"], enumerated(tasks), ["开工任务。"]);
}

/** 10个: the projects under an indicator, over all regions. */
export function projectCount(indicator: IndicatorProgress, writing: Writing) {
  const columns = columnsOf(
    writing.report,
    (meaning) => meaning.kind === "projects" && meaning.indicator === indicator.id,
  );
  return quantity(indicator.projects ?? 0, "个", columns.flatMap(({ cells }) => cells));
}

function rentalUnits(rental: IndicatorProgress): Phrase {
  return rental.target ? [totalOf(rental, "target")] : [];
}

/** 棚户区改造已开工999套，占年度目标任务的24.94%，其中，老旧城区内脏乱差棚户区开工263套，占目标任务45.34%. */
function shantytown(writing: Writing): Phrase {
  const starts = writing.indicator("starts");
  const part = writing.indicator("oldTownStarts");
  const own = part ? oldTown(part, writing) : [];
  if (!starts || starts.done === null || starts.done < 0) return own;
  if (starts.done === 0) return starts.target === null ? [] : notYet(starts, "棚户区改造项目", writing);
  const done = totalOf(starts, "done");
  return commas([
    say`棚户区改造已开工${done}`,
    share(starts, "占年度目标任务的", writing),
    rateChange(starts, writing),
    own.length === 0 ? [] : inOrder(["其中，"], own),
  ]);
}

function oldTown(part: IndicatorProgress, writing: Writing): Phrase {
  if (part.done === null || part.done < 0) return [];
  if (part.done === 0) return part.target === null ? [] : notYet(part, "老旧城区内脏乱差棚户区", writing);
  const done = totalOf(part, "done");
  return commas([say`老旧城区内脏乱差棚户区开工${done}`, share(part, "占目标任务", writing)]);
}

function publicRental(rental: IndicatorProgress, writing: Writing): Phrase {
  if (rental.done === null || rental.done < 0) return [];
  if (rental.done === 0) return rental.target === null ? [] : notYet(rental, "公租房项目", writing);
  const done = totalOf(rental, "done");
  return commas([say`新建公租房已开工${done}`, share(rental, "占目标任务", writing), rateChange(rental, writing)]);
}

/** Nothing begun: of the whole, or of those alone whose figures could be read. */
function notYet(indicator: IndicatorProgress, subject: string, writing: Writing): Phrase {
  const { idle, unclear } = sortedRows(indicator);
  return [`${unclear.length === 0 ? "" : shortNames(idle, writing)}${subject}暂未开工`];
}

function share(indicator: IndicatorProgress, words: string, writing: Writing): Phrase {
  if (indicator.rate === null) return [];
  const decimals = writing.rateDecimals(indicator.id);
  return say`${words}${rateQuantity(indicator.rate, decimals, rateCells(indicator))}`;
}
