import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { cellName, type Finding, type Severity } from "../../progress";
import { useLanguage, useStrings } from "../language";
import { useStore } from "../store";
import { Icon } from "./icons";

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
  cells: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  more: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  locate: { minWidth: "0", maxWidth: "100%", paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS },
});

const ICONS = { error: "error", warning: "warning", info: "info" } as const satisfies Record<Severity, string>;
/** More cells than this are counted, not listed. */
const CELLS_SHOWN = 3;

/** A finding: what is wrong, and the cells to look at, each a button that goes there. */
export function FindingItem({ finding, shown }: { finding: Finding; shown: boolean }) {
  const styles = useStyles();
  const strings = useStrings();
  const language = useLanguage();
  const store = useStore();
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
        <div className={styles.cells}>
          {finding.cells.slice(0, CELLS_SHOWN).map((cell) => (
            <Button
              key={cellName(cell)}
              className={styles.locate}
              appearance="subtle"
              size="small"
              icon={<Icon name="target" />}
              onClick={() => void store.showCell(cell)}
            >
              {strings.locate} {cellName(cell)}
            </Button>
          ))}
          {finding.cells.length > CELLS_SHOWN && (
            <span className={styles.more}>{strings.moreCells(finding.cells.length)}</span>
          )}
        </div>
      </div>
    </li>
  );
}
