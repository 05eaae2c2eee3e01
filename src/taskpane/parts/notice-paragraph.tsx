import { makeStyles, tokens, Tooltip } from "@fluentui/react-components";
import type { NoticeFigure, NoticeParagraph } from "../../notice";
import { cellName } from "../../progress";
import { useStrings } from "../language";
import { runsOf } from "../model/notice-runs";
import { useStore } from "../store";

const useStyles = makeStyles({
  paragraph: { margin: 0, overflowWrap: "anywhere" },
  figure: {
    display: "inline",
    font: "inherit",
    color: "inherit",
    background: "none",
    border: "none",
    padding: 0,
    textAlign: "left",
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
  return (
    <p className={styles.paragraph}>
      {runsOf(paragraph).map(({ text, figure }, index) =>
        figure && figure.cells.length > 0 ? (
          <Figure key={index} text={text} figure={figure} />
        ) : (
          <span key={index} title={figure?.basis}>
            {text}
          </span>
        ),
      )}
    </p>
  );
}

function Figure({ text, figure }: { text: string; figure: NoticeFigure }) {
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const names = figure.cells.slice(0, SOURCES_SHOWN).map(cellName).join("、");
  const more = figure.cells.length > SOURCES_SHOWN ? ` ${strings.moreCells(figure.cells.length)}` : "";
  const first = figure.cells[0];
  return (
    <Tooltip content={strings.source(names + more) + (figure.basis === undefined ? "" : `；${figure.basis}`)} relationship="description">
      <button type="button" className={styles.figure} onClick={() => first && void store.showCell(first)}>
        {text}
      </button>
    </Tooltip>
  );
}
