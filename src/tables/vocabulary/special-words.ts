import type { BacklogMeasure } from "../../progress";

/** Whether a title, sheet name or band speaks of the public-rental backlog (历年公租房、历史欠账). */
export function speaksOfBacklog(text: string): boolean {
  return /欠账|欠帐|历年公租|盘活|公租房(?:建设)?管理|2008-2015/.test(text);
}

/** Whether a column's headers do: 盘活 alone says how other housing was found, too. */
export function namesBacklog(headers: string, about: string): boolean {
  return speaksOfBacklog(headers.replaceAll("盘活", "")) || (/盘活/.test(headers) && (/公租/.test(headers + about) || speaksOfBacklog(about)));
}

/** The backlog measure that a header names; null where it names none. */
export function backlogMeasureIn(header: string): BacklogMeasure | null {
  if (/欠账|欠帐/.test(header)) {
    return /核实|核定|认定|督查|摸底|落实|确认/.test(header) ? "verified" : "computed";
  }
  if (/盘活/.test(header)) return "repurposed";
  if (/上报/.test(header)) return "reported";
  if (/实有|现有|存量|实存/.test(header)) return "stock";
  if (/核实|核定|认定|督查|摸底/.test(header)) return "verified";
  if (/任务|下达/.test(header)) return "task";
  return null;
}

/** Whether a title, sheet name or band speaks of audit findings (审计问题整改). */
export function speaksOfAudit(text: string): boolean {
  return /审计/.test(text);
}

/** Whether a title, sheet name or header speaks of projects begun before 2018 and unfinished (续建攻坚). */
export function speaksOfContinuing(text: string): boolean {
  return /攻坚|未建成/.test(text);
}

/** Whether a header holds the office's words on how such projects will end (攻坚前景). */
export function isOutlookHeader(header: string): boolean {
  return /前景|预计|预期|能否|攻坚(?:情况|计划|进展|意见)|完成情况|计划|说明|备注|情况/.test(header);
}
