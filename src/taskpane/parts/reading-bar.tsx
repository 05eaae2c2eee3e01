import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useStrings } from "../language";
import { usePane, useStore } from "../store";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  line: { display: "flex", alignItems: "center", justifyContent: "space-between", fontVariantNumeric: "tabular-nums" },
});

/** How far a long reading is, and the way to stop it; nothing while reading is quick. */
export default function ReadingBar() {
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const { readShare } = usePane();
  if (readShare === null) return null;
  const text = strings.readingShare(Math.floor(readShare * 100));
  return (
    <div className={styles.box}>
      <ProgressBar value={readShare} aria-label={text} />
      <div className={styles.line}>
        <span>{text}</span>
        <Button size="small" onClick={() => store.cancelReading()}>
          {strings.cancel}
        </Button>
      </div>
    </div>
  );
}
