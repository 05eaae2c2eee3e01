import type { KeyboardEvent } from "react";

export type FocusStep = "previous" | "next" | "first" | "last";

/**
 * Moves the focus among elements that are one stop of the Tab key, round and round.
 * @param keys what each key does; others are left alone
 */
export function moveFocus(event: KeyboardEvent, among: readonly Element[], keys: Readonly<Record<string, FocusStep>>): void {
  const step = keys[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const at = among.findIndex((one) => one === document.activeElement);
  const to = { previous: at - 1, next: at + 1, first: 0, last: -1 }[step];
  const next = among.at(to % among.length);
  if (next instanceof HTMLElement) next.focus();
}
