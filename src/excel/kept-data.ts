import type { SheetKey, SheetRecords, SheetTemplate } from "../attachments";

/** Keys under which the workbook keeps what is ours (workbook.settings, ExcelApi 1.4). */
const KEYS = { records: "HousingProgress.sheets", templates: "HousingProgress.templates" } as const;

type Templates = Partial<Record<SheetKey, SheetTemplate>>;

/** Asks for what the workbook keeps of ours; read after the next sync. */
export function requestKeptData(context: Excel.RequestContext): () => { records: SheetRecords; templates: Templates } {
  const { settings } = context.workbook;
  const [records, templates] = [settings.getItemOrNullObject(KEYS.records), settings.getItemOrNullObject(KEYS.templates)];
  records.load("value");
  templates.load("value");
  return () => ({ records: contentOf<SheetRecords>(records), templates: contentOf<Templates>(templates) });
}

/** Queues keeping the records of what we wrote. */
export function queueRecords(context: Excel.RequestContext, records: SheetRecords): void {
  context.workbook.settings.add(KEYS.records, JSON.stringify(records));
}

/** Queues keeping the office's templates. */
export function queueTemplates(context: Excel.RequestContext, templates: Templates): void {
  context.workbook.settings.add(KEYS.templates, JSON.stringify(templates));
}

/** A setting that another hand has spoiled counts as none: nothing that staff wrote depends on it. */
function contentOf<T extends object>(setting: Excel.Setting): T | Record<string, never> {
  if (setting.isNullObject || typeof setting.value !== "string") return {};
  try {
    const content: unknown = JSON.parse(setting.value);
    return typeof content === "object" && content !== null ? (content as T) : {};
  } catch {
    return {};
  }
}
