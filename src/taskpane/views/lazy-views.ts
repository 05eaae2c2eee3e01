import { lazy } from "react";
import { loadNoticeWriter } from "../../notice/writer";

const LOADERS = {
  progress: () => import("./progress-view"),
  attachments: () => import("./attachments-view"),
  notice: () => import("./notice-view"),
  check: () => import("./check-view"),
  settings: () => import("./settings/settings-view"),
};

export const ProgressView = lazy(LOADERS.progress);
export const AttachmentsView = lazy(LOADERS.attachments);
export const NoticeView = lazy(LOADERS.notice);
export const CheckView = lazy(LOADERS.check);
export const SettingsView = lazy(LOADERS.settings);

/**
 * Fetches the views ahead, when the pane stands and nothing else is to be done: a network that is gone later takes
 * no view away. What does not arrive is asked for again when it is shown.
 */
export function fetchViews(): void {
  for (const load of [...Object.values(LOADERS), loadNoticeWriter]) load().catch(() => undefined);
}
