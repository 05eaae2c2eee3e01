import { FIELD_NAMES, type NoticeFields } from "./fields";
import { fields, isNamed, LEVELS, listed, named, oneOf, text, whole, words, type Level } from "../progress";
import { STANDARD_TEMPLATES, type TemplateId } from "./templates";

/** A template of the office's own. */
interface OwnTemplate {
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

/** Much longer than any notice. */
const LONGEST_TEMPLATE = 200_000;
const ownTemplate = fields<OwnTemplate>({ name: words(200), text: text(LONGEST_TEMPLATE) });
const isField = (name: string) => FIELD_NAMES.some(({ key }) => key === name);

/** Settings as they were stored; whatever does not fit is left out. */
export function noticeSettingsFrom(stored: unknown): NoticeSettings {
  const kept: Partial<Record<keyof NoticeSettings, unknown>> = isNamed(stored) ? stored : {};
  return {
    template: text(200)(kept.template) ?? DEFAULT_SETTINGS.template,
    own: listed(ownTemplate)(kept.own),
    fields: named(text(1000), isField)(kept.fields),
    rateDecimals: named(whole(0, 4))(kept.rateDecimals),
    level: oneOf(LEVELS)(kept.level) ?? null,
  };
}
