import { lazy, type ComponentType } from "react";
import { idle, settled } from "../host";

/**
 * A component whose code comes later. Once fetched it is there at once, without a moment of waiting in its place.
 * @param load asked again after a failure
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any component, as React's own lazy() takes it
function later<T extends ComponentType<any>>(load: () => Promise<{ default: T }>) {
  let here: { default: T } | undefined;
  const bring = async () => (here = await load());
  const Shown = lazy(() => {
    const now = here;
    if (!now) return bring();
    // React takes a promise that answers at once without showing what stands for it meanwhile.
    return { then: (answer: (module: { default: T }) => void) => answer(now) } as Promise<{ default: T }>;
  });
  return { bring, Shown };
}

const data = later(() => import(/* webpackChunkName: "at-start" */ "./data-view"));
const progress = later(() => import("./progress-view"));
const attachments = later(() => import("./attachments-view"));
const notice = later(() => import("./notice-view"));
const check = later(() => import("./check-view"));
const settings = later(() => import("./settings/settings-view"));
const columnForm = later(() => import("./tables/column-form"));
// What the first view can stand without is asked for when it can be seen.
const tablesKept = later(() => settled().then(() => import("./tables/tables-kept")));
const asOfForm = later(() => import("../parts/as-of-form"));
const outdatedBar = later(() => settled().then(() => import("../parts/outdated-bar")));
const readingBar = later(() => import(/* webpackChunkName: "reading-bar" */ "../parts/reading-bar"));

const loadActions = () => import("../../actions");
const loadWriter = async () => (await import("../../notice/writer")).loadNoticeWriter();

export const DataView = data.Shown;
export const ProgressView = progress.Shown;
export const AttachmentsView = attachments.Shown;
export const NoticeView = notice.Shown;
export const CheckView = check.Shown;
export const SettingsView = settings.Shown;
/** What sets tables right: parts of the first view that it can stand without. */
export const ColumnForm = columnForm.Shown;
export const TablesKept = tablesKept.Shown;
export const AsOfForm = asOfForm.Shown;
export const ReadingBar = readingBar.Shown;
export const OutdatedBar = outdatedBar.Shown;

/** Fetches the view that shows the first reading, while that is read. */
export function fetchFirstView(): void {
  data.bring().catch(() => undefined);
}

/**
 * Fetches the rest ahead, one after the other, when the pane stands and nothing else is to be done: a network that is
 * gone later takes no view away. What does not arrive is asked for again when it is shown.
 */
export async function fetchViews(): Promise<void> {
  const rest = [outdatedBar, tablesKept, progress, attachments, notice, check, settings, columnForm, asOfForm, readingBar];
  for (const load of [loadActions, ...rest.map(({ bring }) => bring), loadWriter]) {
    await idle();
    await load().catch(() => undefined);
  }
}
