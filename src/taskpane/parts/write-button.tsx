import { Button, Spinner } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { busyText, useStrings } from "../language";
import { usePane, type Task } from "../store";

interface WriteButtonProps {
  /** The task that the button starts; it spins while that one runs. */
  task: Task;
  size?: "small" | "medium";
  appearance?: "primary" | "secondary" | "subtle";
  /** What it is called where its words alone do not tell which of several it is. */
  label?: string;
  /** Nothing to write yet. */
  disabled?: boolean;
  onClick(): void;
  children: ReactNode;
}

/** A button that writes: waits while anything runs, and keeps the keyboard's focus meanwhile. */
export function WriteButton({ task, size = "medium", appearance = "primary", disabled = false, label, onClick, children }: WriteButtonProps) {
  const strings = useStrings();
  const { busy } = usePane();
  const isMine = busy !== null && sameTask(busy, task);
  return (
    <Button
      size={size}
      aria-label={isMine ? undefined : label}
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
  const own = (task: Task) => ("target" in task ? task.target : "key" in task ? task.key : "wanted" in task ? task.wanted.join() : null);
  return a.kind === b.kind && own(a) === own(b);
}
