/** What a notice says that no table of figures knows; the office fills it in. Empty: the words around it fall away. */
export interface NoticeFields {
  /** 文号: 吕房保办发〔2021〕8号. */
  number?: string;
  /** 依据: 《关于对全市住房保障工作督查的通知》（吕房保办发〔2021〕7号）. */
  basis?: string;
  /** 督查情况: who inspected when, as a sentence without its full stop. */
  inspection?: string;
  /** 任务文件: the document that handed down the year's tasks. */
  taskDocument?: string;
  /** 整改期限: until when audit findings were to be put right: 2020年底前. */
  auditDeadline?: string;
  /** 落款: who issues. */
  issuer?: string;
  /** 成文日期: the day of issue, as printed. */
  issued?: string;
}

/** A field, with the names that templates and the pane show. */
interface FieldName {
  key: keyof NoticeFields;
  name: string;
  english: string;
  /** As one office filled it in. */
  example: string;
  /** What is to be filled in, of no real office. */
  pattern: string;
  isLong?: boolean;
}

/** The fields in the order in which a notice uses them. */
export const FIELD_NAMES: readonly FieldName[] = [
  { key: "number", name: "文号", english: "Document number", example: "吕房保办发〔2021〕8号", pattern: "×保办发〔××××〕×号" },
  { key: "basis", name: "依据", english: "Basis", example: "《关于对全市住房保障工作督查的通知》（吕房保办发〔2021〕7号）", pattern: "《××通知》（×保办发〔××××〕×号）", isLong: true },
  { key: "inspection", name: "督查", english: "Inspection", example: "市住房保障办联合市财政局于4月12日至23日分两组对全市住房保障工作推进情况、政府投资的公租房以及审计整改情况等进行了督促检查", pattern: "某单位联合某单位于×月×日至×日对某工作进行了督促检查（末尾不加句号）", isLong: true },
  { key: "taskDocument", name: "任务文件", english: "Document of the year's tasks", example: "《关于下达2021年度住房保障工作目标任务的通知》（吕房保办发〔2021〕6号）", pattern: "《关于下达××××年度目标任务的通知》（×保办发〔××××〕×号）", isLong: true },
  { key: "auditDeadline", name: "整改期限", english: "Deadline of the audit findings", example: "2020年底前", pattern: "××××年底前" },
  { key: "issuer", name: "落款", english: "Issued by", example: "吕梁市住房保障工作领导小组办公室", pattern: "××市××办公室" },
  { key: "issued", name: "成文日期", english: "Day of issue", example: "2021年5月6日", pattern: "××××年×月×日" },
];
