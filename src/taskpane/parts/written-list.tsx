import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { marksClearedText, takenBackText, useStrings } from "../language";
import { sheetOfPlace } from "../model/planned-writes";
import { usePane, useStore, type WriteKind, type Written } from "../store";
import { Icon } from "./icons";

const useStyles = makeStyles({
  written: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    alignItems: "start",
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: "anywhere",
  },
  head: {
    cursor: "pointer",
    display: "flex",
    minHeight: "24px",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorPaletteGreenForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  takeBack: { minWidth: 0 },
  summary: { cursor: "pointer", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: "none", margin: 0, padding: 0, fontSize: tokens.fontSizeBase200 },
  row: { display: "flex", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS, minHeight: "24px" },
});

/**
 * What buttons of a view wrote last, in one line that unfolds to each sheet with a way to it; what they wrote before it
 * is folded away beside it. Nothing before they ran. Can be taken back.
 */
export function WrittenList({ kinds }: { kinds: readonly WriteKind[] }) {
  const { history, takenBack } = usePane();
  const strings = useStrings();
  const styles = useStyles();
  const own = kinds.flatMap((kind) => history.filter((written) => written.kind === kind).at(-1) ?? []);
  const [last, ...older] = own.sort((a, b) => history.indexOf(b) - history.indexOf(a));
  if (takenBack && kinds.includes(takenBack.kind)) return <div className={styles.written}>{takenBackText(takenBack.left, strings)}</div>;
  if (!last) return null;
  return (
    <>
      <WrittenOnce written={last} />
      {older.length > 0 && (
        <details>
          <summary className={styles.summary}>{strings.olderWrites(older.length)}</summary>
          {older.map((written) => (
            <WrittenOnce key={written.kind} written={written} />
          ))}
        </details>
      )}
    </>
  );
}

function WrittenOnce({ written }: { written: Written }) {
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const state = usePane();
  const { kind, outcome, target, isEarlier } = written;
  const count = outcome.sheets.length + outcome.places.length;
  const isRemarked = outcome.skipped.length > 0 || outcome.remarks.length > 0 || (target === "selection" && outcome.places.length === 0);
  const marked = [...new Set(outcome.places.map(sheetOfPlace))];
  return (
    <div className={styles.written}>
      <details open={isRemarked || undefined}>
        <summary className={styles.head} title={strings.whatWasWritten}>
          <Icon name="check" />
          {kind === "clearMarks" ? marksClearedText(outcome.remarks, strings) : isEarlier ? strings.writtenEarlier(count) : strings.written(count)}
          <Icon name="chevronDown" size={12} />
        </summary>
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
      </details>
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
  );
}
