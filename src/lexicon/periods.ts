import type { Period } from "./sense";

/** Words for another period than the one that the figures stand for. */
export const PERIOD_WORDS: Record<Period, readonly string[]> = {
  month: ["本月", "当月", "该月", "月度", "当日", "今日", "本日", "昨日", "本旬", "当旬"],
  week: ["本周", "当周"],
  quarter: ["本季", "当季", "本季度"],
  lastMonth: ["上月", "上个月", "上期", "上次"],
  lastWeek: ["上周"],
  lastYear: ["上年", "去年", "上年度", "往年", "历年", "以前年度"],
  nextYear: ["明年", "下年", "次年", "下月", "下季度"],
  sameTime: ["同期", "上年同期", "去年同期"],
  start: ["年初", "期初"],
};

/** Words for the whole of a year or all up to now: the period of the figures themselves. */
export const SPAN_WORDS: readonly string[] = [
  "年度", "全年", "本年", "本年度", "今年", "当年", "目前", "截至目前", "截止目前", "至今", "本月止", "本月末", "月末", "月底", "年内", "年底", "自年初", "1月至本月", "年初至今", "总体", "期末", "止",
  "全市", "全省", "全县", "全区", "全国", "全州", "全盟", "全旗", "各类", "各级", "各县", "各市", "各地", "截至本月", "到本月", "至本月", "到本周", "至本周", "本周止", "本月底",
];

/** Parts of a year by their spellings, the longer before those that stand in them, with the last month of each. */
export const YEAR_PARTS: readonly (readonly [spelling: string, month: number])[] = [
  ...["前三个季度", "前三季度", "前3季度", ...["一", "1"].flatMap((first) => ["-", "—", "至"].flatMap((to) => ["三", "3"].map((last) => `${first}${to}${last}季度`)))].map((spelling) => [spelling, 9] as const),
  ["上半年", 6],
  ...["一1", "二2", "三3", "四4"].flatMap((signs, at) => ["第", ""].flatMap((before) => [...signs].map((sign) => [`${before}${sign}季度`, 3 * (at + 1)] as const))),
  ["下半年", 12],
];

/** Words of figures that are summed since the year began, and of those that are a month's own. */
export const CUMULATIVE_WORDS: readonly string[] = ["累计", "累积"];
export const INCREMENT_WORDS: readonly string[] = ["新增", "净增", "增量"];
/** What the header of a change against another period begins with: 同比% is no rate of ours, whatever stands over it. */
export const COMPARED_BEGINNINGS: readonly string[] = ["同比", "环比"];
/** What stands before a day that figures stand for. */
export const UNTIL_WORDS: readonly string[] = ["截至", "截止"];
