import { makeStyles, tokens } from "@fluentui/react-components";
import { STATUS_LABELS, statusName, type IndicatorProgress, type RegionProgress } from "../../progress";
import { useLanguage, useStrings } from "../language";
import { doneOfTarget, rateText } from "../model/format";
import { cellOf } from "../model/region-list";
import { Icon } from "../parts/icons";
import { OneStop } from "../parts/one-stop";
import { RateBar } from "../parts/rate-bar";
import { STATUS_TEXT_COLOURS } from "../parts/status-colours";
import { useStore } from "../store";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: {
    width: "100%",
    font: "inherit",
    color: "inherit",
    textAlign: "left",
    background: "none",
    border: "none",
    cursor: "pointer",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr) auto 72px 16px",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    rowGap: "2px",
    fontVariantNumeric: "tabular-nums",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
    ":disabled": { cursor: "default" },
  },
  name: { overflowWrap: "anywhere" },
  number: { textAlign: "right" },
  quiet: { textAlign: "right", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  bar: { gridColumn: "2 / 5" },
});

/** Regions one a row: status, figures, bar; a row jumps to the cell its figure stands in. */
export function RegionRows({ indicator, regions }: { indicator: IndicatorProgress; regions: readonly RegionProgress[] }) {
  const styles = useStyles();
  return (
    <OneStop as="ul" className={styles.list}>
      {regions.map((region) => (
        <li key={region.region}>
          <RegionRow indicator={indicator} region={region} />
        </li>
      ))}
    </OneStop>
  );
}

function RegionRow({ indicator, region }: { indicator: IndicatorProgress; region: RegionProgress }) {
  const styles = useStyles();
  const strings = useStrings();
  const language = useLanguage();
  const store = useStore();
  const cell = cellOf(region);
  const label = STATUS_LABELS[region.status];
  const status = language === "zh-CN" ? statusName(region.status, [indicator]) : label.english;
  const figures = doneOfTarget(region.done?.value ?? null, region.target?.value ?? null);
  const rank = region.rank === null ? "" : strings.rank(region.rank);
  const remark = [status, rank].filter(Boolean).join(" · ");
  return (
    <button
      type="button"
      className={styles.row}
      disabled={!cell}
      title={cell ? `${remark} · ${strings.goToCell}` : remark}
      onClick={() => cell && void store.showCell(cell)}
    >
      <span aria-hidden="true" style={{ color: STATUS_TEXT_COLOURS[region.status] }}>
        {label.symbol}
      </span>
      <span className={styles.name}>{region.region}</span>
      <span className={styles.quiet}>{figures}</span>
      <span className={styles.number} style={{ color: STATUS_TEXT_COLOURS[region.status] }}>
        {rateText(region.rate)}
      </span>
      <span className="visually-hidden">{remark}</span>
      {cell && <Icon name="chevronRight" size={12} />}
      {region.rate !== null && (
        <span className={styles.bar}>
          <RateBar rate={region.rate} status={region.status} />
        </span>
      )}
    </button>
  );
}
