import { templatesFrom } from "../attachments";
import { keep, Problem, withExcel, type WorkbookState } from "../excel";
import { noticeSettingsFrom, type NoticeSettings } from "../notice";
import { officeSettingsFrom, saysAll, type Language, type OfficeSettings } from "../progress";
import { computeReport, type Reading, type ReadingOptions } from "./read-report";
import { setAsideInFile } from "./set-aside";

/** All that an office sets, in one place: what the workbook keeps and what a settings file holds. */
export interface AllSettings {
  office: OfficeSettings;
  notice: NoticeSettings;
  /** The office's forms of the attachments. */
  templates: WorkbookState["templates"];
}

const FILE_KIND = "housing-progress-notice/settings";

/** Everything that the office has set in this workbook. */
export function settingsOf({ state }: Reading): AllSettings {
  return { office: state.officeSettings, notice: state.noticeSettings, templates: state.templates };
}

/**
 * Keeps settings in the workbook (one round trip) and computes anew by them from the cells as last read.
 * @param options the same as those of the reading
 */
export async function keepSettings(reading: Reading, settings: Partial<AllSettings>, options: ReadingOptions): Promise<Reading> {
  const { office, notice, templates } = { ...settingsOf(reading), ...settings };
  const state = await withExcel((context) => keep(context, reading.state, { officeSettings: office, noticeSettings: notice, templates }));
  return computeReport(state, options);
}

/** The settings as a file that another workbook or office can take over: JSON, UTF-8. */
export function settingsFile(settings: AllSettings): string {
  return `${JSON.stringify({ kind: FILE_KIND, ...settings }, null, 2)}\n`;
}

/** What a settings file holds. */
export interface SettingsInFile {
  settings: AllSettings;
  /** What of it could not be taken, in words; null: all was. */
  setAside: Record<Language, string> | null;
}

/**
 * Reads a settings file. What does not fit is left out, and said.
 * @throws Problem `settings-file` where it is none
 */
export function readSettingsFile(text: string): SettingsInFile {
  const content = parsed(text);
  if (content?.["kind"] !== FILE_KIND) {
    throw new Problem("settings-file", {
      "zh-CN": "这不是本加载项导出的设置文件，没有改动任何设置。请选择用“导出设置”保存的 .json 文件。",
      en: "This is no settings file of this add-in; nothing was changed. Choose a .json file saved by Export settings.",
    });
  }
  const { office, notice, templates } = content;
  const settings = { office: officeSettingsFrom(office), notice: noticeSettingsFrom(notice), templates: templatesFrom(templates) };
  const isWhole = (part: keyof AllSettings) => content[part] === undefined || saysAll(settings[part], content[part]);
  return { settings, setAside: setAsideInFile(PARTS.filter(({ part }) => !isWhole(part)).map(({ field }) => field)) };
}

/** The parts of a settings file, by what the workbook keeps of each. */
const PARTS = [
  { part: "office", field: "officeSettings" },
  { part: "notice", field: "noticeSettings" },
  { part: "templates", field: "templates" },
] as const;

function parsed(text: string): Record<string, unknown> | null {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === "object" && content !== null ? (content as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
