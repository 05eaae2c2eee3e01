import {
  numberedFrom,
  pageCount,
  planNoticeSheet,
  planRanking,
  type RankingOptions,
  type SheetPlan,
} from "../attachments";
import { Problem, writeSheets, type WriteKind } from "../excel";
import type { Period } from "../progress";
import { composeNotice } from "./compose-notice";
import { outcomeOf, type Outcome } from "./outcome";
import { attachmentTitles, planAttachments } from "./plan-attachments";
import { comparedWith } from "./periods";
import type { Reading } from "./read-report";
import { wishesOf, type SheetSettings } from "./sheet-settings";

/** What a ranking is made of. */
interface RankingSettings extends SheetSettings, Pick<RankingOptions, "indicators"> {
  /** The period that it is compared with; null: none; the last one kept before the report's day if left out. */
  previous?: Period | null | undefined;
}

/**
 * 插入附件: writes 附件1 and 附件2, or brings them up to date where they stand, in two round trips.
 * @throws Problem `nothing-to-write` where the workbook has neither indicators nor inspection figures
 * @throws EditedByHand where the office has edited one since, unless the settings say what then
 */
export async function insertAttachments(reading: Reading, settings: SheetSettings = {}): Promise<Outcome> {
  return insert(reading, "insertAttachments", await withPageNumbers(reading, planAttachments(reading.report, reading, settings)), settings);
}

/** Attachments with pages that are numbered on from the notice's last, the second from where the first ends. */
export async function withPageNumbers(reading: Reading, plans: readonly SheetPlan[]): Promise<SheetPlan[]> {
  const titles = attachmentTitles(reading);
  const given = plans.filter(({ key }) => titles.some((one) => one.key === key));
  if (given.length === 0) return [...plans];
  // Where one of them is not among those to be written, it is planned for its pages.
  const all = given.length === titles.length ? given : planAttachments(reading.report, reading);
  const numbered = numberedFrom((await noticePages(reading)) + 1, all);
  const firstOf = (key: string) => numbered.find((one) => one.key === key)?.print.firstPage ?? 1;
  return plans.map((plan) => ({ ...plan, print: { ...plan.print, firstPage: firstOf(plan.key) } }));
}

/** The pages of the notice that attachments go on from: of the one that was written, else of the one that would be. */
async function noticePages(reading: Reading): Promise<number> {
  const { noticeRecord } = reading.state;
  const { paragraphs } = noticeRecord ?? (await composeNotice(reading, { attachments: "all" }));
  return paragraphs.length === 0 ? 0 : pageCount(planNoticeSheet(paragraphs));
}

/**
 * 插入进度排名表: ranks the regions by any set of indicators, in two round trips.
 * @throws Problem `nothing-to-write` where none of them has targets
 * @throws EditedByHand as `insertAttachments`
 */
export async function insertRanking(reading: Reading, settings: RankingSettings = {}): Promise<Outcome> {
  const plan = planRankingOf(reading, settings);
  return insert(reading, "insertRanking", plan ? [plan] : [], settings);
}

/** The ranking as it would be inserted; null where none of the indicators has targets. */
export function planRankingOf(reading: Reading, settings: RankingSettings = {}): SheetPlan | null {
  const { report } = reading;
  const { indicators, previous = comparedWith(reading).previous } = settings;
  return planRanking(report, { ...wishesOf(reading, "ranking", settings), indicators, previous: previous ?? undefined });
}

async function insert(reading: Reading, kind: WriteKind, plans: readonly SheetPlan[], { edited }: SheetSettings): Promise<Outcome> {
  if (plans.length === 0) {
    throw new Problem("nothing-to-write", {
      "zh-CN": "读到的表里没有可以做成附件的指标。",
      en: "The tables hold no figures that an attachment would show.",
    });
  }
  return outcomeOf(reading, await writeSheets(reading.state, kind, plans, { edited }), plans);
}
