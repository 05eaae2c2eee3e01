import { useDeferredValue, type ReactNode } from "react";

interface FoldedProps {
  /** What is seen of it while it is folded. */
  summary: ReactNode;
  className?: string;
  summaryClassName?: string;
  children: ReactNode;
}

/** Content folded away; it is drawn after what can be seen, so that this need not wait for it. */
export function Folded({ summary, className, summaryClassName, children }: FoldedProps) {
  const isTurn = useDeferredValue(true, false);
  return (
    <details className={className}>
      <summary className={summaryClassName}>{summary}</summary>
      {isTurn && children}
    </details>
  );
}
