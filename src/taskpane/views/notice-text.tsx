import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { NoticeParagraph } from "../../notice";
import { isTraced, runsOf } from "../model/notice-runs";
import { moveFocus, type FocusStep } from "../parts/move-focus";
import { NoticeParagraphText } from "../parts/notice-paragraph";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  text: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, lineHeight: tokens.lineHeightBase400 },
});

const KEYS: Readonly<Record<string, FocusStep>> = {
  ArrowLeft: "previous",
  ArrowUp: "previous",
  ArrowRight: "next",
  ArrowDown: "next",
  Home: "first",
  End: "last",
};

/** Paragraphs of a notice as they will stand, their figures traced: one stop of the Tab key, the arrows go from figure to figure. */
export function NoticeText({ paragraphs }: { paragraphs: readonly NoticeParagraph[] }) {
  const shared = useViewStyles();
  const styles = useStyles();
  const [focused, setFocused] = useState(0);
  const counts = paragraphs.map((paragraph) => runsOf(paragraph).filter(isTraced).length);
  const before = (index: number) => counts.slice(0, index).reduce((sum, count) => sum + count, 0);
  const stop = Math.min(focused, before(counts.length) - 1);
  return (
    <article
      className={`${shared.card} ${styles.text}`}
      lang="zh-CN"
      onKeyDown={(event) => moveFocus(event, [...event.currentTarget.querySelectorAll("[role=button]")], KEYS)}
      onFocus={({ currentTarget, target }) => setFocused([...currentTarget.querySelectorAll("[role=button]")].indexOf(target))}
    >
      {paragraphs.map((paragraph, index) => (
        <NoticeParagraphText key={index} paragraph={paragraph} stop={stop - before(index)} />
      ))}
    </article>
  );
}
