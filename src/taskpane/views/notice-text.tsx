import { makeStyles, tokens } from "@fluentui/react-components";
import type { NoticeParagraph } from "../../notice";
import { NoticeParagraphText } from "../parts/notice-paragraph";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  text: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, lineHeight: tokens.lineHeightBase400 },
});

/** Paragraphs of a notice as they will stand, their figures traced. */
export function NoticeText({ paragraphs }: { paragraphs: readonly NoticeParagraph[] }) {
  const shared = useViewStyles();
  const styles = useStyles();
  return (
    <article className={`${shared.card} ${styles.text}`} lang="zh-CN">
      {paragraphs.map((paragraph, index) => (
        <NoticeParagraphText key={index} paragraph={paragraph} />
      ))}
    </article>
  );
}
