import { Button, Spinner } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { busyText, useStrings } from "../language";
import { usePane, type Task } from "../store";

interface WriteButtonProps {
  /** The task that the button starts; it spins while that one runs. */
  task: Task;
  appearance?: "primary" | "secondary" | "subtle";
  /** Nothing to write yet. */
  disabled?: boolean;
  onClick(): void;
  children: ReactNode;
}

/** A button that writes: waits while anything runs, and keeps the keyboard's focus meanwhile. */
export function WriteButton({ task, appearance = "primary", disabled = false, onClick, children }: WriteButtonProps) {
  const strings = useStrings();
  const { busy } = usePane();
  const isMine = busy !== null && sameTask(busy, task);
  return (
    <Button
      appearance={appearance}
      disabledFocusable={disabled || busy !== null}
      icon={isMine ? <Spinner size="tiny" aria-hidden="true" /> : undefined}
      onClick={onClick}
    >
      {isMine ? busyText(busy.kind, strings) : children}
    </Button>
  );
}

function sameTask(a: Task, b: Task): boolean {
  return a.kind === b.kind && (a.kind !== "writeNotice" || b.kind !== "writeNotice" || a.target === b.target);
}
