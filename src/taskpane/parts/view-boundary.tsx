import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { useStrings } from "../language";

interface ViewBoundaryProps {
  children: ReactNode;
}

/** Keeps the pane standing when a view does not: its code did not arrive, or it failed. */
export class ViewBoundary extends Component<ViewBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <ViewFailed /> : this.props.children;
  }
}

function ViewFailed() {
  const strings = useStrings();
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{strings.viewFailed}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => location.reload()}>
          {strings.reloadPane}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
