/** What a header's word says of the figures under it; `rest` to `share` are told of no target, done or rate of ours. */
export type Role =
  | "target"
  | "done"
  | "rate"
  | "projects"
  | "note"
  | "rest"
  | "excess"
  | "growth"
  | "rank"
  | "size"
  | "date"
  | "clerical";

/** How far a task has come: two stages of one task are two indicators. */
export type Stage =
  | "start"
  | "complete"
  | "raise"
  | "grant"
  | "allot"
  | "occupy"
  | "invest"
  | "launch"
  | "renovate"
  | "sign"
  | "demolish"
  | "recognise"
  | "pay"
  | "build"
  | "supply";

/** What a word can say; `value` is told by its kind. */
export type Kind =
  /** `value` is a Role. */
  | "role"
  /** A verb; `value` is a Stage. */
  | "stage"
  /** A subject of the field; `value` is a Concept. */
  | "concept"
  /** A programme that has several subjects under it, and is none itself: 保障性安居工程. */
  | "umbrella"
  /** What is counted or measured; `value` is the unit that it tells: 户数, 面积. */
  | "counted"
  /** A general noun: part of a name, no subject by itself: 项目, 住房. */
  | "noun"
  /** Another period than the one the figures stand for; `value` is a Period. */
  | "period"
  /** A year or a part of one taken whole: 年度, 全年, 累计. */
  | "span"
  /** 其中: a part of what stands before it. */
  | "part"
  /** 合计, 小计: the sum of what stands beside it. */
  | "total"
  /** A measure of the public-rental backlog. */
  | "backlog"
  /** An audit, its findings or their state. */
  | "audit"
  /** What is unfinished of earlier years. */
  | "continuing"
  /** What a table is called: 情况, 统计表, 台账. */
  | "table"
  /** How a share or a figure is hedged or compared: 以上, 低于. */
  | "bound"
  /** A word that says nothing here, kept so that a shorter one is not seen in it: 供应, 效率. */
  | "plain";

/** Periods beside the one that the figures stand for. */
export type Period = "month" | "week" | "quarter" | "lastMonth" | "lastWeek" | "lastYear" | "nextYear" | "sameTime" | "start";

/** The subjects that the catalogue of indicators is made of, and those of other programmes. */
export type Concept =
  | "shantytown"
  | "oldTown"
  | "publicRental"
  | "subsidisedRental"
  | "rentSubsidy"
  | "investment"
  | "fund"
  | "continuingProjects"
  | "place";

/** One thing that a word says, and how strongly: 3 outright, 2 mostly, 1 by default, less as a hint. */
export interface Sense {
  kind: Kind;
  value: string;
  weight: number;
}

/** An entry of the lexicon. */
export interface Entry extends Sense {
  word: string;
  /** A term of the field, to be kept however few workbooks need it. */
  term: boolean;
}
