import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { cellName, type CellAddress, type RangeAddress } from "../../progress";
import { useStrings } from "../language";
import { useStore } from "../store";
import { Icon } from "./icons";

const useStyles = makeStyles({
  cells: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  more: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  locate: { minWidth: "0", maxWidth: "100%", paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS },
});

/** More cells than this are counted, not listed. */
const CELLS_SHOWN = 3;

/** The cells that something rests on, each a button that goes there. */
export function CellButtons({ cells }: { cells: readonly (CellAddress | RangeAddress)[] }) {
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  if (cells.length === 0) return null;
  return (
    <div className={styles.cells}>
      {cells.slice(0, CELLS_SHOWN).map((cell) => (
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
      {cells.length > CELLS_SHOWN && <span className={styles.more}>{strings.moreCells(cells.length)}</span>}
    </div>
  );
}
