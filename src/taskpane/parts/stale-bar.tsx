import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useStrings } from "../language";
import { usePane, useStore } from "../store";

/** Says that the staff's cells changed since they were read, and offers to read them again. */
export function StaleBar() {
  const strings = useStrings();
  const store = useStore();
  const { stale, busy } = usePane();
  if (!stale) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody>{strings.stale}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" disabledFocusable={busy !== null} onClick={() => void store.read()}>
          {strings.readAgain}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
