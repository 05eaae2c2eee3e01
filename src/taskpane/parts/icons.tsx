import type { ReactElement } from "react";

const PATHS = {
  refresh: "M13 8a5 5 0 1 1-1.5-3.5M13 2.5v3h-3",
  chevronRight: "M6 3.5 10.5 8 6 12.5",
  chevronDown: "M3.5 6 8 10.5 12.5 6",
  target: "M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3M8 12A4 4 0 1 0 8 4a4 4 0 0 0 0 8Z",
  warning: "M8 2 14.5 13.5h-13ZM8 6.2v3.6M8 11.4v.6",
  error: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
  info: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.2v3.6M8 5v.6",
  check: "M3 8.5 6.5 12 13 4.5",
  copy: "M5.5 5.5h7v8h-7zM3.5 10.5v-8h7",
  search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.5 10.5l3.5 3.5",
  settings: "M8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4",
  close: "M4 4l8 8M12 4l-8 8",
} as const;

type IconName = keyof typeof PATHS;

/** A drawn symbol in the colour of its text; what it means is said in words beside it. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false" style={{ flexShrink: 0 }}>
      <path d={PATHS[name]} fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
