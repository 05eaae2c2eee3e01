import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type SyntheticEvent } from "react";
import type { Claim, Proofreading } from "../../notice";
import { useStrings } from "../language";
import { draftLines, stepFrom, understood, VERDICT_SYMBOLS } from "../model/draft";
import { VERDICT_COLOURS } from "../parts/verdict-colours";
import { useStore } from "../store";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  text: {
    position: "relative",
    // Scrolls by itself, so that the statement's card stays above it.
    maxHeight: "50vh",
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    lineHeight: tokens.lineHeightBase400,
  },
  line: { margin: 0, flexShrink: 0, minHeight: tokens.lineHeightBase300, overflowWrap: "anywhere" },
  claim: {
    display: "inline",
    font: "inherit",
    background: "none",
    border: "none",
    padding: 0,
    textAlign: "left",
    cursor: "pointer",
    textDecorationLine: "underline",
    textUnderlineOffset: "3px",
    borderRadius: tokens.borderRadiusSmall,
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  wrong: { textDecorationStyle: "wavy", fontWeight: tokens.fontWeightSemibold },
  suspect: { textDecorationStyle: "dashed", fontWeight: tokens.fontWeightSemibold },
  ok: { textDecorationStyle: "solid" },
  unverified: { textDecorationStyle: "dotted" },
  understood: { margin: 0, position: "sticky", bottom: 0, backgroundColor: tokens.colorNeutralBackground1, fontSize: tokens.fontSizeBase200 },
  chosen: { backgroundColor: tokens.colorBrandBackground2, outline: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}` },
});

/** Arrow keys that step through the statements. */
const STEPS: Record<string, 1 | -1 | undefined> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

interface ClaimTextProps {
  text: string;
  result: Proofreading;
  chosen: number | null;
  /** The claims that are stepped through and drawn as buttons. */
  listed: readonly number[];
}

/** The draft with its figures marked by verdict: one stop of the Tab key, the arrow keys step through them. */
export function ClaimText({ text, result, chosen, listed }: ClaimTextProps) {
  const shared = useViewStyles();
  const styles = useStyles();
  const store = useStore();
  const strings = useStrings();
  const current = useRef<HTMLButtonElement>(null);
  // How the figure under the pointer, or the one with the focus, was understood.
  const [pointed, setPointed] = useState<number | null>(null);
  const noteId = useId();
  const pointedClaim = pointed === null ? undefined : result.claims[pointed];
  const note = pointedClaim ? understood(pointedClaim, strings.slotUnknown) : null;
  const onPoint = ({ target }: SyntheticEvent) => {
    const at = target instanceof Element ? target.closest<HTMLElement>("[data-claim]")?.dataset["claim"] : undefined;
    setPointed(at === undefined ? null : Number(at));
  };
  const stop = chosen !== null && listed.includes(chosen) ? chosen : listed[0];
  useEffect(() => {
    const [button, article] = [current.current, current.current?.closest("article")];
    if (button && article) article.scrollTop = button.offsetTop - article.clientHeight / 2;
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step || stop === undefined) return;
    event.preventDefault();
    const next = stepFrom(listed, stop, step);
    store.draft({ chosen: next });
    const article = event.currentTarget;
    // After the new choice is drawn.
    requestAnimationFrame(() => article.querySelector<HTMLElement>(`[data-claim="${next}"]`)?.focus());
  };
  return (
    <article className={mergeClasses(shared.card, styles.text)} lang="zh-CN" onKeyDown={onKeyDown} onMouseOver={onPoint} onMouseLeave={() => setPointed(null)} onFocus={onPoint}>
      {draftLines(text, result.claims).map((runs, line) => (
        <p key={line} className={styles.line}>
          {runs.map((run, at) => {
            const claim = run.claim === null ? undefined : result.claims[run.claim];
            if (!claim || run.claim === null || !listed.includes(run.claim)) return <span key={at}>{run.text}</span>;
            const isChosen = run.claim === chosen;
            return (
              <button
                key={at}
                ref={isChosen ? current : undefined}
                type="button"
                data-claim={run.claim}
                tabIndex={run.claim === stop ? 0 : -1}
                aria-pressed={isChosen}
                aria-describedby={note !== null && run.claim === pointed ? noteId : undefined}
                className={mergeClasses(styles.claim, styles[claim.verdict], isChosen && styles.chosen)}
                style={{ color: VERDICT_COLOURS[claim.verdict] }}
                onClick={() => store.draft({ chosen: run.claim })}
              >
                <VerdictMark claim={claim} />
                {run.text}
              </button>
            );
          })}
        </p>
      ))}
      {note !== null && (
        <p id={noteId} className={styles.understood}>
          {strings.understoodAs(note)}
        </p>
      )}
    </article>
  );
}

function VerdictMark({ claim }: { claim: Claim }) {
  const strings = useStrings();
  return (
    <>
      <span aria-hidden="true">{VERDICT_SYMBOLS[claim.verdict]}</span>
      <span className="visually-hidden">{strings.verdicts[claim.verdict]}</span>
    </>
  );
}
