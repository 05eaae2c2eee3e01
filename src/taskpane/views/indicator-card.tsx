import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { STATUS_LABELS, statusName, type Finding, type IndicatorProgress } from "../../progress";
import { useLanguage, useStrings } from "../language";
import { doneOfTarget, rateText } from "../model/format";
import type { MonthPoint } from "../model/month-line";
import { Icon } from "../parts/icons";
import { MonthLine } from "../parts/month-line";
import { RateBar } from "../parts/rate-bar";
import { STATUS_TEXT_COLOURS } from "../parts/status-colours";
import { useStore } from "../store";

const useStyles = makeStyles({
  card: {
    position: "relative",
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    display: "flex",
  },
  chosen: { border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`, boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`, "@media (forced-colors: active)": { outline: `${tokens.strokeWidthThick} solid Highlight` } },
  choose: {
    flexGrow: 1,
    minWidth: 0,
    font: "inherit",
    color: "inherit",
    textAlign: "left",
    background: "none",
    border: "none",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    rowGap: "2px",
    fontVariantNumeric: "tabular-nums",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  rate: { textAlign: "right", fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  bar: { alignSelf: "center", display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  amount: { textAlign: "right", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  warning: { alignSelf: "stretch", minWidth: "32px", color: tokens.colorPaletteDarkOrangeForeground1 },
});

interface IndicatorCardProps {
  indicator: IndicatorProgress;
  pace: number;
  /** How it stood in the periods that are known; none where there are not two. */
  months: readonly MonthPoint[];
  chosen: boolean;
  finding: Finding | null;
}

/** An indicator over all regions: rate, bar against the pace, done of target; choosing it lists its regions. */
export function IndicatorCard({ indicator, pace, months, chosen, finding }: IndicatorCardProps) {
  const styles = useStyles();
  const strings = useStrings();
  const language = useLanguage();
  const store = useStore();
  const name = language === "zh-CN" ? indicator.name : indicator.english;
  const status = STATUS_LABELS[indicator.status];
  return (
    <li className={mergeClasses(styles.card, chosen && styles.chosen)}>
      <button type="button" className={styles.choose} aria-pressed={chosen} onClick={() => store.list({ indicator: indicator.id })}>
        <span>{name}</span>
        <span className={styles.rate}>
          {indicator.rate === null ? (
            ""
          ) : (
            <span title={language === "zh-CN" ? statusName(indicator.status, [indicator]) : status.english} style={{ color: STATUS_TEXT_COLOURS[indicator.status] }}>
              {status.symbol} {rateText(indicator.rate)}
            </span>
          )}
        </span>
        <span className={styles.bar}>
          {indicator.rate === null ? (
            <span className={styles.amount}>{strings.noTarget}</span>
          ) : (
            <RateBar rate={indicator.rate} status={indicator.status} pace={pace} />
          )}
          {months.length > 0 && <MonthLine points={months} />}
        </span>
        <span className={styles.amount}>
          {doneOfTarget(indicator.done, indicator.target)} {indicator.unit}
        </span>
      </button>
      {finding && (
        <Button
          className={styles.warning}
          appearance="transparent"
          icon={<Icon name="warning" />}
          title={finding.message[language]}
          aria-label={strings.seeFinding(name)}
          onClick={() => store.showFinding(finding)}
        />
      )}
    </li>
  );
}
