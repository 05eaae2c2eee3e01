import { makeStyles, tokens } from "@fluentui/react-components";
import type { NoticeParagraph } from "../../notice";
import { NoticeParagraphText } from "../parts/notice-paragraph";
import { OneStop } from "../parts/one-stop";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  text: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, lineHeight: tokens.lineHeightBase400 },
});

/** Paragraphs of a notice as they will stand, their figures traced: one stop of the Tab key, the arrows go from figure to figure. */
export function NoticeParagraphs({ paragraphs }: { paragraphs: readonly NoticeParagraph[] }) {
  const shared = useViewStyles();
  const styles = useStyles();
  return (
    <OneStop as="article" className={`${shared.card} ${styles.text}`} lang="zh-CN">
      {paragraphs.map((paragraph, index) => (
        <NoticeParagraphText key={index} paragraph={paragraph} />
      ))}
    </OneStop>
  );
}
