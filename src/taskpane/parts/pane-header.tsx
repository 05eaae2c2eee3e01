import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, Suspense, useState } from "react";
import { cellName, type Report } from "../../progress";
import { useLanguage, useStrings, type Strings } from "../language";
import { dateText, rateText } from "../model/format";
import { usePane, useStore } from "../store";
import { AsOfForm } from "../views/lazy-views";
import { Icon } from "./icons";
import { OneStop } from "./one-stop";

const useStyles = makeStyles({
  header: { padding: `0 ${tokens.spacingHorizontalM}`, fontVariantNumeric: "tabular-nums" },
  // The top right 40 × 32 px belong to Excel's own menu.
  first: { minHeight: "36px", paddingRight: "40px", display: "flex", alignItems: "center" },
  second: { display: "flex", alignItems: "center", justifyContent: "space-between", minHeight: "32px" },
  date: {
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    paddingLeft: 0,
    paddingRight: 0,
    minWidth: 0,
    // There every button has a frame.
    "@media (forced-colors: active)": { paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS },
  },
  title: { margin: 0 },
  buttons: { display: "flex", alignItems: "center" },
});

/** The day the figures stand for, the pace of that day, and the way to read again; drawn anew only where these change. */
export const PaneHeader = memo(function PaneHeader() {
  const styles = useStyles();
  const strings = useStrings();
  const language = useLanguage();
  const store = useStore();
  const reading = usePane((state) => state.reading);
  const asOf = usePane((state) => state.asOf);
  const isBusy = usePane((state) => state.busy !== null);
  const inSettings = usePane((state) => state.view === "settings");
  const [editing, setEditing] = useState(false);
  const report = reading?.report;
  const day = report?.asOf ?? asOf;
  const source = report?.asOfSource;
  const origin = source ? strings.asOfFromCell(cellName(source.source)) : report?.asOfOrigin === "guess" ? strings.asOfGuessed : strings.asOfChosen;
  return (
    <header className={styles.header}>
      {day && <h1 className="visually-hidden">{strings.title}</h1>}
      <div className={styles.first}>
        {day ? (
          <Button
            className={styles.date}
            appearance="transparent"
            icon={<Icon name="chevronDown" />}
            iconPosition="after"
            title={`${origin} · ${strings.changeAsOf}`}
            aria-expanded={editing}
            onClick={() => setEditing(!editing)}
          >
            {report?.asOfOrigin === "guess" ? strings.asOfUnsure(dateText(day, language)) : strings.asOf(dateText(day, language))}
          </Button>
        ) : (
          <h1 className={mergeClasses(styles.date, styles.title)}>{strings.title}</h1>
        )}
      </div>
      {editing && day && (
        <Suspense>
          <AsOfForm key={day} day={day} origin={origin} close={() => setEditing(false)} />
        </Suspense>
      )}
      <div className={styles.second}>
        <span title={strings.paceHelp}>{report ? demandText(report, strings) : ""}</span>
        <OneStop as="span" className={styles.buttons}>
          <Button
            appearance="subtle"
            size="small"
            icon={<Icon name="refresh" />}
            disabledFocusable={isBusy}
            onClick={() => void store.read()}
          >
            {strings.readAgain}
          </Button>
          <Button
            appearance="subtle"
            size="small"
            icon={<Icon name="settings" />}
            aria-label={strings.settings}
            title={strings.settings}
            aria-pressed={inSettings}
            disabledFocusable={!report}
            onClick={() => store.show(inSettings ? "data" : "settings")}
          />
        </OneStop>
      </div>
    </header>
  );
});

/** The pace, or what the office demands instead. */
function demandText({ pace, threshold, demand }: Report, strings: Strings): string {
  return threshold.kind === "pace" ? strings.pace(rateText(pace)) : strings.demand(demand.name, rateText(demand.rate));
}
