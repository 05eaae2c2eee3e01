import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Proofreading } from "../../notice";
import { useLanguage, useStrings } from "../language";
import { stepFrom, understood, VERDICT_SYMBOLS } from "../model/draft";
import { CellButtons } from "../parts/cell-buttons";
import { VERDICT_COLOURS } from "../parts/verdict-colours";
import { usePane, useStore } from "../store";
import { ClaimSlots } from "./claim-slots";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  steps: { display: "flex", alignItems: "center", justifyContent: "space-between", fontVariantNumeric: "tabular-nums" },
  figure: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  why: { margin: 0 },
});

/** The statement that is looked at: verdict, computation, cells, and the way to put it right; stepping to the others. */
export function ClaimCard({ result, listed }: { result: Proofreading; listed: readonly number[] }) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useStrings();
  const language = useLanguage();
  const store = useStore();
  const { draft, busy } = usePane();
  const index = draft.chosen ?? listed[0] ?? null;
  const claim = index === null ? undefined : result.claims[index];
  if (index === null || !claim) return result.claims.length > 0 ? <p className={shared.help}>{strings.noneListed}</p> : null;
  const { expected, verdict } = claim;
  const place = listed.indexOf(index);
  const slots = understood(claim, strings.slotUnknown);
  const step = (direction: 1 | -1) => store.draft({ chosen: stepFrom(listed, index, direction) });
  return (
    <section className={shared.card} aria-label={`${strings.verdicts[verdict]} ${claim.text}`}>
      <div className={styles.steps}>
        <Button size="small" appearance="subtle" title={strings.stepKeys} aria-keyshortcuts="Shift+F8" onClick={() => step(-1)}>
          {strings.previousClaim}
        </Button>
        <span>{place === -1 ? "" : strings.claimOf(place + 1, listed.length)}</span>
        <Button size="small" appearance="subtle" title={strings.stepKeys} aria-keyshortcuts="F8" onClick={() => step(1)}>
          {strings.nextClaim}
        </Button>
      </div>
      <h2 className={styles.figure} style={{ color: VERDICT_COLOURS[verdict] }}>
        {VERDICT_SYMBOLS[verdict]} {strings.verdicts[verdict]} · <span lang="zh-CN">{claim.text}</span>
      </h2>
      {slots !== null && <p className={styles.why}>{strings.understoodAs(slots)}</p>}
      <p className={styles.why}>{claim.why[language]}</p>
      <CellButtons cells={claim.cells} />
      <ClaimSlots key={`${claim.start}:${claim.end}`} claim={claim} claims={result.claims} />
      {expected !== null && verdict !== "ok" && (
        <Button
          appearance="primary"
          size="small"
          disabledFocusable={busy !== null}
          onClick={() => void store.correct({ start: claim.start, end: claim.end, replacement: expected })}
        >
          {strings.change(expected)}
        </Button>
      )}
    </section>
  );
}
