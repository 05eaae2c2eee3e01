import { makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import type { OutdatedNotice, Reading } from "../../actions";
import { differences, type Difference } from "../../notice/compare";
import { useStrings } from "../language";
import { useOutdated } from "../parts/use-outdated";
import { WriteButton } from "../parts/write-button";
import { useStore } from "../store";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  pair: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", columnGap: tokens.spacingHorizontalS },
  text: { margin: 0, overflowWrap: "anywhere", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  gone: { backgroundColor: tokens.colorPaletteRedBackground1, color: tokens.colorPaletteRedForeground1 },
  new: { backgroundColor: tokens.colorPaletteGreenBackground1, color: tokens.colorPaletteGreenForeground1, textDecorationLine: "underline" },
  summary: { cursor: "pointer" },
});

/** More than these are folded away. */
const SHOWN = 4;

/** The paragraphs of the written notice that would be written otherwise now: old and new side by side, to be updated one by one or all. */
export function NoticeChanges({ reading }: { reading: Reading }) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const notice = useOutdated(reading)?.notice ?? null;
  if (!notice) return null;
  const { changes, record } = notice;
  const items = (from: number, to: number) => (
    <ol className={styles.list}>
      {changes.slice(from, to).map((_, offset) => (
        <Change key={from + offset} notice={notice} index={from + offset} />
      ))}
    </ol>
  );
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <p className={shared.heading}>{strings.changedParagraphs(changes.length)}</p>
        {items(0, SHOWN)}
        {changes.length > SHOWN && (
          <details>
            <summary className={styles.summary}>{strings.moreParagraphs(changes.length - SHOWN)}</summary>
            {items(SHOWN, changes.length)}
          </details>
        )}
        {record.place === null ? (
          <WriteButton
            task={{ kind: "updateNotice", wanted: changes.map((_, index) => index) }}
            size="small"
            appearance="secondary"
            onClick={() => void store.updateNotice(changes.map((_, index) => index))}
          >
            {strings.updateParagraphs}
          </WriteButton>
        ) : (
          <p className={shared.help}>{strings.inStaffCells(record.place)}</p>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

function Change({ notice: { record, now, changes }, index }: { notice: OutdatedNotice; index: number }) {
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const { before, after } = changes[index] ?? { before: null, after: null };
  const [old, next] = [before === null ? null : (record.paragraphs[before]?.text ?? ""), after === null ? null : (now[after]?.text ?? "")];
  const pieces = old === null || next === null ? null : differences(old, next);
  const side = (kind: "gone" | "new", whole: string | null, none: string) => (
    <p className={styles.text} lang="zh-CN">
      {whole === null ? none : <Pieces pieces={(pieces ?? [{ kind, text: whole }]).filter((piece) => piece.kind === "same" || piece.kind === kind)} />}
    </p>
  );
  return (
    <li>
      <div className={styles.pair}>
        <strong>{strings.paragraphBefore}</strong>
        <strong>{strings.paragraphAfter}</strong>
        {side("gone", old, strings.paragraphNew)}
        {side("new", next, strings.paragraphGone)}
      </div>
      {record.place === null && (
        <WriteButton
          task={{ kind: "updateNotice", wanted: [index] }}
          size="small"
          appearance="subtle"
          label={`${strings.updateParagraph}：${(next ?? old ?? "").slice(0, 20)}`}
          onClick={() => void store.updateNotice([index])}
        >
          {strings.updateParagraph}
        </WriteButton>
      )}
    </li>
  );
}

/** Stretches of a text; what differs is marked by its element too, not by colour alone. */
function Pieces({ pieces }: { pieces: readonly Difference[] }) {
  const styles = useStyles();
  return pieces.map(({ kind, text }, index) => {
    if (kind === "same") return <span key={index}>{shortened(text, index === 0, index === pieces.length - 1)}</span>;
    return kind === "gone" ? (
      <del key={index} className={styles.gone}>
        {text}
      </del>
    ) : (
      <ins key={index} className={styles.new}>
        {text}
      </ins>
    );
  });
}

/** Signs of an unchanged stretch that are shown beside a change. */
const CONTEXT = 24;

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2 * CONTEXT) return text;
  const [head, tail] = [text.slice(0, CONTEXT), text.slice(-CONTEXT)];
  return `${isFirst ? "" : head}…${isLast ? "" : tail}`;
}
