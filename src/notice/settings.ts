import { FIELD_NAMES, type NoticeFields } from "./fields";
import { LEVELS, type Level } from "../progress";
import { STANDARD_TEMPLATES, type TemplateId } from "./templates";

/** A template of the office's own. */
export interface OwnTemplate {
  name: string;
  text: string;
}

/** What the office set for its notices: plain data, kept in the workbook. */
export interface NoticeSettings {
  /** The template in use: one of ours by its id, or one of its own by its name. */
  template: string;
  own: OwnTemplate[];
  fields: NoticeFields;
  /** Decimals of a rate by indicator id. */
  rateDecimals: Record<string, number>;
  /** null: told from the tables. */
  level: Level | null;
}

export const DEFAULT_SETTINGS: NoticeSettings = { template: "standard", own: [], fields: {}, rateDecimals: {}, level: null };

/** The template in use, as the writer takes it; ours where the office's own is gone. */
export function chosenTemplate({ template, own }: NoticeSettings): TemplateId | { text: string } {
  const mine = own.find(({ name }) => name === template);
  return mine ? { text: mine.text } : (STANDARD_TEMPLATES.find(({ id }) => id === template)?.id ?? "standard");
}

/** Settings as they were stored; whatever does not fit is left out. */
export function noticeSettingsFrom(stored: unknown): NoticeSettings {
  if (typeof stored !== "object" || stored === null) return DEFAULT_SETTINGS;
  const { template, own, fields, rateDecimals, level } = stored as Partial<Record<keyof NoticeSettings, unknown>>;
  return {
    template: typeof template === "string" ? template : DEFAULT_SETTINGS.template,
    own: Array.isArray(own) ? own.filter(isTemplate) : [],
    fields: Object.fromEntries(
      FIELD_NAMES.flatMap(({ key }) => {
        const value = (fields as NoticeFields | undefined)?.[key];
        return typeof value === "string" ? [[key, value]] : [];
      }),
    ),
    rateDecimals: Object.fromEntries(Object.entries(rateDecimals ?? {}).filter((entry): entry is [string, number] => isDecimals(entry[1]))),
    level: LEVELS.find((one) => one === level) ?? null,
  };
}

function isTemplate(value: unknown): value is OwnTemplate {
  if (typeof value !== "object" || value === null) return false;
  const { name, text } = value as Partial<OwnTemplate>;
  return typeof name === "string" && name !== "" && typeof text === "string";
}

function isDecimals(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 4;
}
