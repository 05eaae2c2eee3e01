import { makeStyles, tokens } from "@fluentui/react-components";
import type { Status } from "../../progress";
import { STATUS_TEXT_COLOURS } from "./status-colours";

const useStyles = makeStyles({
  track: {
    position: "relative",
    backgroundColor: tokens.colorNeutralBackground6,
    borderRadius: tokens.borderRadiusSmall,
    height: "6px",
    width: "100%",
    forcedColorAdjust: "none",
  },
  thin: { height: "3px" },
  fill: { height: "100%", borderRadius: tokens.borderRadiusSmall },
  tick: {
    position: "absolute",
    top: "-3px",
    bottom: "-3px",
    width: "2px",
    marginLeft: "-1px",
    backgroundColor: tokens.colorNeutralForeground1,
  },
});

interface RateBarProps {
  /** Fraction done; more than 1 fills the bar. */
  rate: number;
  status: Status;
  /** Fraction of the year gone: a tick on the bar; left out in lists. */
  pace?: number;
}

/** A bar of what is done, with a tick where the pace is. The numbers beside it say the same in words. */
export function RateBar({ rate, status, pace }: RateBarProps) {
  const styles = useStyles();
  const percent = (fraction: number) => `${Math.min(Math.max(fraction, 0), 1) * 100}%`;
  return (
    <div className={pace === undefined ? `${styles.track} ${styles.thin}` : styles.track} aria-hidden="true">
      <div className={styles.fill} style={{ width: percent(rate), backgroundColor: STATUS_TEXT_COLOURS[status] }} />
      {pace !== undefined && <div className={styles.tick} style={{ left: percent(pace) }} />}
    </div>
  );
}
