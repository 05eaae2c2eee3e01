import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Reading } from "../../actions";
import { noticeLines } from "../../notice/writer";
import { copyText } from "../host/clipboard";
import { useStrings } from "../language";
import { plannedSheet } from "../model/planned-writes";
import { Icon } from "../parts/icons";
import { NoticeParagraphText } from "../parts/notice-paragraph";
import { WriteButton } from "../parts/write-button";
import { WrittenList } from "../parts/written-list";
import { usePane, useStore } from "../store";
import { useNotice } from "./use-notice";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  text: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, lineHeight: tokens.lineHeightBase400 },
});

/** 通报: the paragraphs as they will stand, each figure leading to its source, and the ways to take them. */
export default function NoticeView({ reading }: { reading: Reading }) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const { finished } = usePane();
  const [copyFailed, setCopyFailed] = useState(false);
  const notice = useNotice(reading);
  if (notice === null) return null;
  if (notice.paragraphs.length === 0) return <p className={shared.help}>{strings.noNotice}</p>;
  const sheet = plannedSheet(reading, "notice", "通报");
  const copy = async () => {
    const done = await copyText(noticeLines(notice).join("\n"));
    setCopyFailed(!done);
    if (done) store.copied();
  };
  return (
    <div className={shared.view}>
      <p className={shared.help}>{strings.noticeHelp(notice.paragraphs.length)}</p>
      <article className={`${shared.card} ${styles.text}`} lang="zh-CN">
        {notice.paragraphs.map((paragraph, index) => (
          <NoticeParagraphText key={index} paragraph={paragraph} />
        ))}
      </article>
      <div className={shared.footer}>
        <WriteButton task={{ kind: "writeNotice", target: "selection" }} onClick={() => void store.writeNotice("selection")}>
          {strings.writeSelection}
        </WriteButton>
        <div className={shared.actions}>
          <WriteButton
            task={{ kind: "writeNotice", target: "sheet" }}
            appearance="secondary"
            onClick={() => void store.writeNotice("sheet")}
          >
            {sheet.update ? strings.writeSheetUpdate : strings.writeSheet}
          </WriteButton>
          <Button icon={<Icon name={finished === "copied" ? "check" : "copy"} />} onClick={() => void copy()}>
            {strings.copy}
          </Button>
        </div>
        {copyFailed && <div role="alert">{strings.copyFailed}</div>}
        <WrittenList kind="writeNotice" />
      </div>
    </div>
  );
}
