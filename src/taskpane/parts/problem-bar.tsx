import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useLanguage, useStrings } from "../language";
import { usePane, useStore } from "../store";
import { Icon } from "./icons";

/** What went wrong, in a clerk's words, with a way to try again. */
export function ProblemBar() {
  const strings = useStrings();
  const language = useLanguage();
  const store = useStore();
  const { blocked, busy } = usePane();
  if (!blocked) return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
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
        <Button size="small" disabledFocusable={busy !== null} onClick={() => void store.retry()}>
          {strings.retry}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
