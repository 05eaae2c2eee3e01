import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { marksClearedText, takenBackText, useStrings } from "../language";
import { sheetOfPlace } from "../model/planned-writes";
import { lastWritten, usePane, useStore, type WriteKind } from "../store";
import { Icon } from "./icons";

const useStyles = makeStyles({
  written: {
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: "anywhere",
  },
  head: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorPaletteGreenForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  takeBack: { marginLeft: "auto" },
  list: { listStyleType: "none", margin: 0, padding: 0, fontSize: tokens.fontSizeBase200 },
  row: { display: "flex", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS, minHeight: "24px" },
});

/** What a button wrote last, each sheet with a way to it; nothing before it ran. Can be taken back. */
export function WrittenList({ kind }: { kind: WriteKind }) {
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const state = usePane();
  const written = lastWritten(state, kind);
  const { takenBack } = state;
  if (!written) return takenBack?.kind === kind ? <div className={styles.written}>{takenBackText(takenBack.left, strings)}</div> : null;
  const { outcome, target } = written;
  const marked = [...new Set(outcome.places.map(sheetOfPlace))];
  return (
    <div className={styles.written}>
      <div className={styles.head}>
        <Icon name="check" />
        {kind === "clearMarks" ? marksClearedText(outcome.remarks, strings) : strings.written(outcome.sheets.length + outcome.places.length)}
        <Button
          className={styles.takeBack}
          size="small"
          disabledFocusable={state.busy !== null}
          aria-label={strings.takeBackOf[kind]}
          onClick={() => void store.takeBack(kind)}
        >
          {strings.takeBack}
        </Button>
      </div>
      <ul className={styles.list}>
        {outcome.sheets.map(({ name, replaced }) => (
          <li key={name} className={styles.row}>
            {replaced ? strings.wroteUpdate(name) : strings.wroteNew(name)}
            <Button
              appearance="subtle"
              size="small"
              aria-label={strings.lookAt(name)}
              onClick={() => void store.showCell({ sheet: name, row: 0, column: 0 })}
            >
              {strings.look}
            </Button>
          </li>
        ))}
        {kind === "writeNotice"
          ? outcome.places.map((place) => (
              <li key={place} className={styles.row}>
                {strings.noticeAt(place)}
              </li>
            ))
          : marked.map((sheet) => (
              <li key={sheet} className={styles.row}>
                {strings.marked(sheet, outcome.places.filter((place) => sheetOfPlace(place) === sheet).length)}
              </li>
            ))}
        {outcome.skipped.map((sheet) => (
          <li key={`skipped-${sheet}`}>{strings.notMarked(sheet)}</li>
        ))}
        {outcome.remarks.flatMap(({ kind: remark, sheets }) => sheets.map((sheet) => <li key={`${remark}-${sheet}`}>{strings.remarks[remark](sheet)}</li>))}
        {target === "selection" && outcome.places.length === 0 && <li>{strings.noRoom}</li>}
      </ul>
    </div>
  );
}
