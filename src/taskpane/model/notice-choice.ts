import type { NoticeRequest, Reading } from "../../actions";
import type { NoticeSettings } from "../../notice";
import type { NoticeChoice, TemplateDraft } from "../store/pane-state";

/** What the actions are asked for: the workbook's settings with what was chosen since. */
export function noticeRequest(choice: NoticeChoice, reading: Reading): NoticeRequest {
  return { settings: settingsWith(choice, reading), leftOut: choice.leftOut };
}

/** The notice's settings with the template chosen in this session. */
export function settingsWith({ template }: Pick<NoticeChoice, "template">, { state }: Reading): NoticeSettings {
  return template === null ? state.noticeSettings : { ...state.noticeSettings, template };
}

/** The settings with the template that is being edited kept under its name, and in use. */
export function withTemplate(settings: NoticeSettings, { name, text, replaces }: TemplateDraft): NoticeSettings {
  const others = settings.own.filter((one) => one.name !== replaces && one.name !== name);
  return { ...settings, template: name, own: [...others, { name, text }] };
}

/** The settings without a template of the office's own; where it was in use, the standard one is. */
export function withoutTemplate(settings: NoticeSettings, name: string): NoticeSettings {
  return { ...settings, template: settings.template === name ? "standard" : settings.template, own: settings.own.filter((one) => one.name !== name) };
}

/** A name that no template has yet: 督查通报 (2). */
export function freeTemplateName(wanted: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    if (!taken.includes(name)) return name;
  }
}
