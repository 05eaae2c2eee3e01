import { dateParts, type Report } from "../progress";

/** Standing words: what an office demands or refers to, which no table of figures knows. */
export interface StandingWords {
  /** Before the verified backlog. */
  backlogVerified: string;
  /** After the verified backlog; "" for none. */
  backlogDemand: string;
  /** Whose demand the continuing projects answer to. */
  continuingOrder: string;
}

/** The standing words of 吕房保办发〔2021〕8号, its deadline counted from the year of the figures. */
export function standingWords(report: Report, superior: string): StandingWords {
  const year = dateParts(report.asOf)?.year;
  return {
    backlogVerified: "通过本次督查摸底，结合工作实际，",
    backlogDemand: year === undefined ? "" : `要求${year + 1}年底前分配入住。`,
    continuingOrder: `根据${superior}保障办通知，`,
  };
}
