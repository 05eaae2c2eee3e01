import { makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import type { KeyboardEvent } from "react";
import type { NoticeFigure, NoticeParagraph } from "../../notice";
import { cellName } from "../../progress";
import { useStrings } from "../language";
import { isTraced, runsOf, type Run } from "../model/notice-runs";
import { useStore } from "../store";

const useStyles = makeStyles({
  paragraph: { margin: 0, overflowWrap: "anywhere" },
  own: { color: tokens.colorNeutralForeground3, "@media (forced-colors: active)": { color: "GrayText" } },
  figure: {
    cursor: "pointer",
    textDecorationLine: "underline",
    textDecorationStyle: "dotted",
    textUnderlineOffset: "3px",
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { color: tokens.colorBrandForegroundLinkHover, textDecorationStyle: "solid" },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
});

/** More sources than this are counted, not listed. */
const SOURCES_SHOWN = 4;

/** A paragraph of the notice; its figures are underlined, name their cells and lead to them. */
export function NoticeParagraphText({ paragraph }: { paragraph: NoticeParagraph }) {
  const styles = useStyles();
  const runs = runsOf(paragraph);
  return (
    <p className={styles.paragraph}>
      {runs.map((run, index) =>
        run.figure && isTraced(run) ? (
          <Figure key={index} text={run.text} figure={run.figure} />
        ) : (
          <Words key={index} run={run} />
        ),
      )}
    </p>
  );
}

/** Words; those that no table says are grey and say so. */
function Words({ run: { text, figure, own } }: { run: Run }) {
  const styles = useStyles();
  const strings = useStrings();
  if (!own) return <span title={figure?.basis}>{text}</span>;
  return (
    <span className={styles.own} title={strings.ownWords} data-own="">
      {text}
    </span>
  );
}

/** A button of the page would stand as a block: lines would break before its punctuation. */
function onPress(act: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  };
}

function Figure({ text, figure }: { text: string; figure: NoticeFigure }) {
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const names = figure.cells.slice(0, SOURCES_SHOWN).map(cellName).join("、");
  const more = figure.cells.length > SOURCES_SHOWN ? ` ${strings.moreCells(figure.cells.length)}` : "";
  const first = figure.cells[0];
  const go = () => first && void store.showCell(first);
  return (
    <Tooltip content={strings.source(names + more) + (figure.basis === undefined ? "" : `；${figure.basis}`)} relationship="description">
      <span role="button" tabIndex={-1} className={styles.figure} onClick={go} onKeyDown={onPress(go)}>
        {text}
      </span>
    </Tooltip>
  );
}
