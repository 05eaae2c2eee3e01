import { lazy } from "react";

const LOADERS = {
  progress: () => import("./progress-view"),
  attachments: () => import("./attachments-view"),
  notice: () => import("./notice-view"),
  check: () => import("./check-view"),
  settings: () => import("./settings/settings-view"),
  columnForm: () => import("./tables/column-form"),
  tablesKept: () => import("./tables/tables-kept"),
};

const loadWriter = async () => (await import("../../notice/writer")).loadNoticeWriter();

export const ProgressView = lazy(LOADERS.progress);
export const AttachmentsView = lazy(LOADERS.attachments);
export const NoticeView = lazy(LOADERS.notice);
export const CheckView = lazy(LOADERS.check);
export const SettingsView = lazy(LOADERS.settings);
/** What sets tables right: parts of the first view that it can stand without. */
export const ColumnForm = lazy(LOADERS.columnForm);
export const TablesKept = lazy(LOADERS.tablesKept);

/**
 * Fetches the views ahead, when the pane stands and nothing else is to be done: a network that is gone later takes
 * no view away. What does not arrive is asked for again when it is shown.
 */
export function fetchViews(): void {
  for (const load of [...Object.values(LOADERS), loadWriter]) load().catch(() => undefined);
}
