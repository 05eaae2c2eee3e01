import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useStrings } from "../language";
import { usePane, useStore, VIEWS, type View } from "../store";
import { moveFocus, type FocusStep } from "./move-focus";

const useStyles = makeStyles({
  list: { display: "flex", flexShrink: 0, borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`, paddingLeft: tokens.spacingHorizontalXS },
  // Five English names have to fit 320 px, in whatever font stands in for Segoe UI.
  tab: {
    position: "relative",
    flexShrink: 0,
    display: "flex",
    alignItems: "center",
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalXS}`,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: "pointer",
    "::after": { content: '""', position: "absolute", bottom: 0, left: tokens.spacingHorizontalSNudge, right: tokens.spacingHorizontalSNudge, height: tokens.strokeWidthThick, borderRadius: tokens.borderRadiusCircular },
    ":hover": { color: tokens.colorNeutralForeground2Hover },
    ":hover::after": { backgroundColor: tokens.colorNeutralStroke1Hover },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    "@media (forced-colors: active)": { ":hover::after": { backgroundColor: "Highlight" } },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    ":hover": { color: tokens.colorNeutralForeground1Hover },
    "::after": { backgroundColor: tokens.colorCompoundBrandStroke },
    ":hover::after": { backgroundColor: tokens.colorCompoundBrandStrokeHover },
    "@media (forced-colors: active)": { "::after": { backgroundColor: "ButtonText" }, ":hover::after": { backgroundColor: "ButtonText" } },
  },
  // As wide as when it is chosen: nothing moves when the choice does.
  name: {
    display: "inline-grid",
    padding: `0 ${tokens.spacingHorizontalXXS}`,
    ":lang(en)": { fontSize: tokens.fontSizeBase200, padding: 0 },
    "::after": { content: "attr(data-name)", height: 0, overflow: "hidden", visibility: "hidden", fontWeight: tokens.fontWeightSemibold },
  },
  // Beside the name without room of its own, so that nothing moves when it comes.
  dot: {
    position: "absolute",
    top: tokens.spacingVerticalSNudge,
    right: 0,
    width: "6px",
    height: "6px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorPaletteRedBackground3,
    forcedColorAdjust: "none",
  },
});

/**
 * The five views by name. One of them is a stop of the Tab key; the arrows, Home and End go to the others, Enter or the
 * space bar chooses. Fluent's own TabList would be a seventh of all that the pane has to load before it stands.
 */
export function ViewTabs() {
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const { view, reading } = usePane();
  const toCheck = reading?.report.findings.some(({ severity }) => severity !== "info") ?? false;
  const stop: View = view === "settings" ? "data" : view;
  return (
    <div role="tablist" className={styles.list} onKeyDown={(event) => moveFocus(event, [...event.currentTarget.children], KEYS)}>
      {VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`tab-${one}`}
          className={mergeClasses(styles.tab, one === view && styles.selected)}
          aria-selected={one === view}
          aria-controls="view"
          tabIndex={one === stop ? 0 : -1}
          onClick={() => store.show(one)}
        >
          <span className={styles.name} data-name={strings.views[one]}>
            {strings.views[one]}
          </span>
          {one === "data" && toCheck && (
            <span className={styles.dot} title={strings.attention}>
              <span className="visually-hidden">{strings.attention}</span>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

const KEYS: Readonly<Record<string, FocusStep>> = { ArrowLeft: "previous", ArrowRight: "next", Home: "first", End: "last" };
