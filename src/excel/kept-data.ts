import type { SheetKey, SheetRecords, SheetTemplate } from "../attachments";
import { correctionsIn, type Correction } from "../tables";

/** Keys under which the workbook keeps what is ours (workbook.settings, ExcelApi 1.4). */
const KEYS = { records: "HousingProgress.sheets", templates: "HousingProgress.templates", corrections: "HousingProgress.corrections" } as const;

type Templates = Partial<Record<SheetKey, SheetTemplate>>;

/** What the workbook keeps of ours. */
interface KeptData {
  records: SheetRecords;
  templates: Templates;
  corrections: Correction[];
}

/** Asks for what the workbook keeps of ours; read after the next sync. */
export function requestKeptData(context: Excel.RequestContext): () => KeptData {
  const { settings } = context.workbook;
  const [records, templates, corrections] = [KEYS.records, KEYS.templates, KEYS.corrections].map((key) => settings.getItemOrNullObject(key));
  for (const setting of [records, templates, corrections]) setting?.load("value");
  return () => ({
    records: contentOf<SheetRecords>(records),
    templates: contentOf<Templates>(templates),
    corrections: correctionsIn(contentOf<Correction[]>(corrections)),
  });
}

/** Queues keeping what the user has set right about the tables. */
export function queueCorrections(context: Excel.RequestContext, corrections: readonly Correction[]): void {
  context.workbook.settings.add(KEYS.corrections, JSON.stringify(corrections));
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
function contentOf<T extends object>(setting: Excel.Setting | undefined): T | Record<string, never> {
  if (!setting || setting.isNullObject || typeof setting.value !== "string") return {};
  try {
    const content: unknown = JSON.parse(setting.value);
    return typeof content === "object" && content !== null ? (content as T) : {};
  } catch {
    return {};
  }
}
