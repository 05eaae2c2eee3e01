import { Button, makeStyles, Switch, tokens } from "@fluentui/react-components";
import type { HintCode, Proofreading } from "../../notice";
import { useLanguage, useStrings } from "../language";
import { wantedHints } from "../model/draft";
import { usePane, useStore } from "../store";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  switches: { display: "grid", gridTemplateColumns: "1fr 1fr" },
});

/** Matters of style apart from errors, each kind with a switch. */
export function StyleHints({ result }: { result: Proofreading }) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useStrings();
  const language = useLanguage();
  const store = useStore();
  const { draft, busy } = usePane();
  const hints = wantedHints(result, draft.hints);
  const codes = Object.keys(strings.hintNames) as HintCode[];
  return (
    <details className={shared.card} open={hints.length > 0}>
      <summary>
        {strings.styleHints} {hints.length}
      </summary>
      {hints.length === 0 && <p className={shared.help}>{strings.noHints}</p>}
      <ul className={styles.list}>
        {hints.map(({ code, text, start, end, replacement, message }) => (
          <li key={`${code}-${start}`}>
            <span lang="zh-CN">{text}</span>：{message[language]}
            {replacement !== null && (
              <Button
                size="small"
                appearance="subtle"
                disabledFocusable={busy !== null}
                onClick={() => void store.correct({ start, end, replacement })}
              >
                {strings.change(replacement)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.switches}>
        {codes.map((code) => (
          <Switch
            key={code}
            label={strings.hintNames[code]}
            checked={draft.hints[code] !== false}
            onChange={(_, { checked }) => store.draft({ hints: { ...draft.hints, [code]: checked } })}
          />
        ))}
      </div>
    </details>
  );
}
