import { makeStyles, Spinner, Tab, TabList, tokens } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import type { Reading } from "../actions";
import { announcement, useStrings } from "./language";
import { EmptyView } from "./parts/empty-view";
import { PaneHeader } from "./parts/pane-header";
import { ProblemBar } from "./parts/problem-bar";
import { StaleBar } from "./parts/stale-bar";
import { ViewBoundary } from "./parts/view-boundary";
import { usePane, useStore, VIEWS, type View } from "./store";
import DataView from "./views/data-view";
import { AttachmentsView, CheckView, NoticeView, ProgressView, SettingsView } from "./views/lazy-views";


const ReadingBar = lazy(() => import("./parts/reading-bar"));

const useStyles = makeStyles({
  pane: {
    height: "100vh",
    minWidth: "320px",
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground2,
  },
  tabs: { borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`, paddingLeft: tokens.spacingHorizontalXS },
  // Five English names have to fit 320 px, in whatever font stands in for Segoe UI.
  tab: {
    paddingLeft: tokens.spacingHorizontalXS,
    paddingRight: tokens.spacingHorizontalXS,
    ":lang(en) > span": { fontSize: tokens.fontSizeBase200, paddingLeft: 0, paddingRight: 0 },
  },
  dot: {
    display: "inline-block",
    width: "6px",
    height: "6px",
    marginLeft: "2px",
    verticalAlign: "super",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorPaletteRedBackground3,
    forcedColorAdjust: "none",
  },
  main: { flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  view: {
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
  const store = useStore();
  const state = usePane();
  const { view, reading } = state;
  const toCheck = reading?.report.findings.some(({ severity }) => severity !== "info") ?? false;
  return (
    <div className={styles.pane}>
      <PaneHeader />
      <main className={styles.main}>
        <TabList
          className={styles.tabs}
          size="small"
          selectedValue={view === "settings" ? null : view}
          onTabSelect={(_, { value }) => store.show(VIEWS.find((one) => one === value) ?? "data")}
        >
          {VIEWS.map((one) => (
            <Tab key={one} className={styles.tab} id={`tab-${one}`} value={one} aria-controls="view">
              {strings.views[one]}
              {one === "data" && toCheck && (
                <span className={styles.dot} title={strings.attention}>
                  <span className="visually-hidden">{strings.attention}</span>
                </span>
              )}
            </Tab>
          ))}
        </TabList>
        <div id="view" className={styles.view} {...(view === "settings" ? { role: "region", "aria-label": strings.settings } : { role: "tabpanel", "aria-labelledby": `tab-${view}` })} tabIndex={0}>
          {state.readShare !== null && (
            <Suspense fallback={null}>
              <ReadingBar />
            </Suspense>
          )}
          {reading ? (
            <>
              <ProblemBar />
              <StaleBar />
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
