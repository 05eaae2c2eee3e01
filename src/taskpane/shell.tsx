import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { Suspense } from "react";
import type { Reading } from "../actions";
import { announcement, useStrings } from "./language";
import { EmptyView } from "./parts/empty-view";
import { PaneHeader } from "./parts/pane-header";
import { OldFormatBar } from "./parts/old-format-bar";
import { ProblemBar } from "./parts/problem-bar";
import { StaleBar } from "./parts/stale-bar";
import { ViewBoundary } from "./parts/view-boundary";
import { ViewTabs } from "./parts/view-tabs";
import { usePane, type View } from "./store";
import { AttachmentsView, CheckView, DataView, NoticeView, OutdatedBar, ProgressView, ReadingBar, SettingsView } from "./views/lazy-views";

const useStyles = makeStyles({
  pane: {
    height: "100vh",
    minWidth: "320px",
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground2,
  },
  main: { flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  view: {
    // What is hidden from sight stands within it, and makes no page longer.
    position: "relative",
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    padding: tokens.spacingVerticalM,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    scrollbarGutter: "stable",
    // What does not fit is scrolled to, never squeezed.
    "& > *": { flexShrink: 0 },
  },
});

/** Header, tabs and the view that is chosen, which scrolls by keyboard too; results are spoken by a live region. */
export function Shell() {
  const styles = useStyles();
  const strings = useStrings();
  const state = usePane();
  const { view, reading } = state;
  return (
    <div className={styles.pane}>
      <PaneHeader />
      <main className={styles.main}>
        <ViewTabs />
        <div id="view" className={styles.view} {...(view === "settings" ? { role: "region", "aria-label": strings.settings } : { role: "tabpanel", "aria-labelledby": `tab-${view}` })} tabIndex={-1}>
          {state.readShare !== null && (
            <Suspense fallback={null}>
              <ReadingBar />
            </Suspense>
          )}
          {reading ? (
            <>
              <ProblemBar />
              <StaleBar />
              <OldFormatBar reading={reading} />
              <Suspense fallback={null}>
                <OutdatedBar reading={reading} />
              </Suspense>
              <ViewBoundary key={view}>
                <Suspense fallback={<Spinner size="small" />}>
                  <ViewOf view={view} reading={reading} />
                </Suspense>
              </ViewBoundary>
            </>
          ) : (
            <EmptyView />
          )}
        </div>
      </main>
      <div className="visually-hidden" role="status" aria-live="polite">
        {announcement(state, strings)}
      </div>
    </div>
  );
}

function ViewOf({ view, reading }: { view: View; reading: Reading }) {
  switch (view) {
    case "data":
      return <DataView report={reading.report} />;
    case "progress":
      return <ProgressView reading={reading} />;
    case "attachments":
      return <AttachmentsView reading={reading} />;
    case "notice":
      return <NoticeView reading={reading} />;
    case "check":
      return <CheckView />;
    case "settings":
      return <SettingsView reading={reading} />;
  }
}
