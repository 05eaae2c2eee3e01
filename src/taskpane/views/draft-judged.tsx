import { Button, makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { useState, type KeyboardEvent } from "react";
import type { Proofreading, Verdict } from "../../notice";
import { copyText } from "../host/clipboard";
import { useStrings } from "../language";
import { claimsOf, stepFrom, VERDICT_SYMBOLS, verdictCounts, VERDICTS } from "../model/draft";
import { Icon } from "../parts/icons";
import { WriteButton } from "../parts/write-button";
import { WrittenList } from "../parts/written-list";
import { usePane, useStore } from "../store";
import { ClaimCard } from "./claim-card";
import { ClaimText } from "./claim-text";
import { StyleHints } from "./style-hints";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  chips: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  chip: { minWidth: 0, fontVariantNumeric: "tabular-nums" },
});

/** What a clerk has to look at; the others are a click away. */
const FIRST_SHOWN: readonly Verdict[] = ["wrong", "suspect"];

/** A judged draft: the verdicts counted, the one that is looked at, the text with its figures marked, hints on style. */
export function DraftJudged({ text, result }: { text: string; result: Proofreading }) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const { draft, finished } = usePane();
  const [shown, setShown] = useState(FIRST_SHOWN);
  const [copyFailed, setCopyFailed] = useState(false);
  const counts = verdictCounts(result);
  const listed = claimsOf(result, shown);
  const copy = async () => {
    const done = await copyText(text);
    setCopyFailed(!done);
    if (done) store.copied();
  };
  // F8 steps on from wherever the focus is in the view, as it does through mistakes in Office's own panes.
  const onKeyDown = (event: KeyboardEvent) => {
    const from = draft.chosen ?? listed[0];
    if (event.key !== "F8" || from === undefined) return;
    event.preventDefault();
    store.draft({ chosen: stepFrom(listed, from, event.shiftKey ? -1 : 1) });
  };
  return (
    <div className={shared.view} onKeyDown={onKeyDown}>
      <div className={styles.chips} role="group" aria-label={strings.showVerdicts}>
        {VERDICTS.map((verdict) => (
          <ToggleButton
            key={verdict}
            className={styles.chip}
            size="small"
            shape="circular"
            checked={shown.includes(verdict)}
            onClick={() => setShown(shown.includes(verdict) ? shown.filter((one) => one !== verdict) : [...shown, verdict])}
          >
            {VERDICT_SYMBOLS[verdict]} {strings.verdicts[verdict]} {counts[verdict]}
          </ToggleButton>
        ))}
      </div>
      {result.claims.length === 0 && <p className={shared.help}>{strings.noFigures}</p>}
      <ClaimCard result={result} listed={listed} />
      <ClaimText text={text} result={result} chosen={draft.chosen} listed={listed} />
      <StyleHints result={result} />
      <div className={shared.footer}>
        <div className={shared.actions}>
          <Button onClick={() => store.editDraft()}>{strings.editDraft}</Button>
          <Button icon={<Icon name={finished === "copied" ? "check" : "copy"} />} onClick={() => void copy()}>
            {strings.copyDraft}
          </Button>
        </div>
        <WriteButton task={{ kind: "writeProofreading" }} appearance="secondary" onClick={() => void store.writeProofreading()}>
          {strings.writeProofreading}
        </WriteButton>
        {copyFailed && <div role="alert">{strings.copyFailed}</div>}
        <WrittenList kinds={["writeProofreading"]} />
      </div>
    </div>
  );
}
