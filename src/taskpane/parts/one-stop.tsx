import { useLayoutEffect, useRef, type FocusEvent, type HTMLAttributes, type KeyboardEvent } from "react";
import { moveFocus, type FocusStep } from "./move-focus";

const KEYS: Readonly<Record<string, FocusStep>> = {
  ArrowLeft: "previous",
  ArrowUp: "previous",
  ArrowRight: "next",
  ArrowDown: "next",
  Home: "first",
  End: "last",
};
const STOPS = "button:not(:disabled), [role=button], input[type=checkbox], summary";

interface OneStopProps extends HTMLAttributes<HTMLElement> {
  as?: "div" | "ul" | "ol" | "span" | "article" | "fieldset";
}

/** Buttons that are one stop of the Tab key however many they are; the arrows go from one to the next. */
export function OneStop({ as: Element = "div", ...rest }: OneStopProps) {
  const box = useRef<HTMLElement>(null);
  const stop = useRef(0);
  const stops = () => [...(box.current?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
  // After every drawing: which buttons there are is the content's own matter.
  useLayoutEffect(() => {
    const all = stops();
    const at = Math.min(stop.current, all.length - 1);
    all.forEach((one, index) => (one.tabIndex = index === at ? 0 : -1));
  });
  const follow = ({ target }: FocusEvent) => {
    const at = stops().findIndex((one) => one === target);
    if (at < 0) return;
    stop.current = at;
    stops().forEach((one, index) => (one.tabIndex = index === at ? 0 : -1));
  };
  const move = (event: KeyboardEvent) => moveFocus(event, stops(), KEYS);
  // One element of any of these kinds; what they have in common is all that is used.
  const props = { ref: box as never, onFocus: follow, onKeyDown: move, ...rest };
  return <Element {...props} />;
}
