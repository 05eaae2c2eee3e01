import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Finding, Severity } from "../../progress";
import { useLanguage, useStrings } from "../language";
import { CellButtons } from "./cell-buttons";
import { Icon } from "./icons";
import { LikelyNames } from "./likely-names";

const useStyles = makeStyles({
  item: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: "anywhere",
  },
  shown: { outline: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}` },
  symbol: { paddingTop: "2px" },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  info: { color: tokens.colorNeutralForeground3 },
});

const ICONS = { error: "error", warning: "warning", info: "info" } as const satisfies Record<Severity, string>;
/** A finding: what is wrong, and the cells to look at, each a button that goes there. */
export function FindingItem({ finding, shown }: { finding: Finding; shown: boolean }) {
  const styles = useStyles();
  const strings = useStrings();
  const language = useLanguage();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!shown) return;
    item.current?.scrollIntoView({ block: "center" });
    item.current?.focus();
  }, [shown]);
  return (
    <li ref={item} tabIndex={-1} className={mergeClasses(styles.item, shown && styles.shown)}>
      <span className={mergeClasses(styles.symbol, styles[finding.severity])} title={strings.severity[finding.severity]}>
        <Icon name={ICONS[finding.severity]} />
        <span className="visually-hidden">{strings.severity[finding.severity]}</span>
      </span>
      <div>
        {finding.message[language]}
        <CellButtons cells={finding.cells} />
        {finding.likely && <LikelyNames label={finding.likely.label} names={finding.likely.names} />}
      </div>
    </li>
  );
}
