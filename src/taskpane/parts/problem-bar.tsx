import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { EditedPolicy, ProblemCode } from "../../excel";
import { useLanguage, useStrings, type Strings } from "../language";
import { usePane, useStore } from "../store";
import { Icon } from "./icons";

/** What a user can answer to a problem. */
function answersTo(code: ProblemCode, strings: Strings): { label: string; edited?: EditedPolicy }[] {
  switch (code) {
    case "edited-by-hand":
      return [{ label: strings.replaceEdited, edited: "replace" }, { label: strings.keepEdited, edited: "keep" }];
    case "edited-since":
    case "other-day":
      return [];
    default:
      return [{ label: strings.retry }];
  }
}

const useStyles = makeStyles({
  // Wherever in the view the clerk is.
  bar: { position: "sticky", top: 0, zIndex: 1 },
});

/** What went wrong, in a clerk's words, with a way to try again. */
export function ProblemBar() {
  const styles = useStyles();
  const strings = useStrings();
  const language = useLanguage();
  const store = useStore();
  const { blocked, busy } = usePane();
  if (!blocked) return null;
  const answers = answersTo(blocked.problem.code, strings);
  return (
    <MessageBar className={styles.bar} intent="error" layout="multiline" role="alert">
      <MessageBarBody>{blocked.problem.text[language]}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<Icon name="close" />}
            aria-label={strings.close}
            onClick={() => store.dismissProblem()}
          />
        }
      >
        {answers.map(({ label, edited }) => (
          <Button key={label} size="small" disabledFocusable={busy !== null} onClick={() => void store.retry(edited)}>
            {label}
          </Button>
        ))}
      </MessageBarActions>
    </MessageBar>
  );
}
