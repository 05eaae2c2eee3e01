import { STATUSES, STATUS_LABELS, cellName, chineseDate, percentage, plain, statusName, unitsBelow, type Language, type Report } from "../../src/progress";

const SEVERITIES = {
  "zh-CN": { error: "有误", warning: "请核对", info: "提示" },
  en: { error: "error", warning: "warning", info: "info" },
} as const;

/** The short report for people on standard output: progress, statuses, findings. */
export function humanReport(report: Report, language: Language): string {
  const chinese = language === "zh-CN";
  const pace = `${percentage(report.pace, 2)}%`;
  const head = chinese
    ? `截至${chineseDate(report.asOf)}，序时进度 ${pace}；找到 ${report.tables.length} 张表，${report.regions.length} 个${unitsBelow(report.regions.map(({ name }) => name)).header}`
    : `As of ${report.asOf}, pace ${pace}; ${report.tables.length} tables, ${report.regions.length} regions`;
  const indicators = report.indicators.map((indicator) => {
    const { name, english, unit, target, done, rate } = indicator;
    const label = chinese ? name : english;
    // Goals in per cent have no total.
    const figures = [done === null && target !== null ? "–" : done, target].flatMap((figure) => (figure === null ? [] : [typeof figure === "number" ? plain(figure) : figure]));
    const share = rate === null ? "" : `  ${percentage(rate, 2)}%`;
    const counts = STATUSES.filter((status) => status !== "noTask").flatMap((status) => {
      const count = indicator.regions.filter((row) => row.status === status).length;
      return count === 0 ? [] : [`${chinese ? statusName(status, [indicator]) : STATUS_LABELS[status].english} ${count}`];
    });
    const statuses = target === null || counts.length === 0 ? "" : `  [${counts.join(chinese ? "、" : ", ")}]`;
    return `  ${label}  ${figures.length === 0 ? "" : `${figures.join("/")}${unit}`}${share}${statuses}`;
  });
  const findings = report.findings.map(({ severity, message, cells }) => {
    const where = cells.map(cellName).join("、");
    return `  ${SEVERITIES[language][severity]}  ${message[language]}${where === "" ? "" : ` (${where})`}`;
  });
  const title = chinese ? `核对发现 ${findings.length} 处` : `${findings.length} findings`;
  return [head, ...indicators, title, ...findings].join("\n");
}
