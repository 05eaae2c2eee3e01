import type { Report } from "../../../progress";
import type { SettingsDraft, SettingsMistakes } from "../../model/settings-draft";

/** What every section of the form takes: the draft, what of it is wrong, and the way to change it. */
export interface SectionProps {
  draft: SettingsDraft;
  mistakes: SettingsMistakes;
  report: Report;
  change(part: Partial<SettingsDraft>): void;
}
