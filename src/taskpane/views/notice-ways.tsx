import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Reading } from "../../actions";
import type { NoticeParagraph } from "../../notice";
import { copyText } from "../host/clipboard";
import { useStrings } from "../language";
import { plannedSheet } from "../model/planned-writes";
import { Icon } from "../parts/icons";
import { OneStop } from "../parts/one-stop";
import { WriteButton } from "../parts/write-button";
import { WrittenList } from "../parts/written-list";
import { usePane, useStore } from "../store";
import { useSigning } from "./notice-signing";
import { useViewStyles } from "./use-view-styles";

/** What 签发前检查 still has, said beside what was exported: it stops nothing. */
function SigningLeft({ reading, paragraphs }: { reading: Reading; paragraphs: readonly NoticeParagraph[] }) {
  const strings = useStrings();
  const { items, isDone } = useSigning(reading, paragraphs);
  return <div>{strings.signingCount(items.length, isDone)}</div>;
}

/** Where a notice goes: into the selected cells, onto a sheet, to the clipboard, into a Word file. */
export function NoticeWays({ reading, paragraphs }: { reading: Reading; paragraphs: readonly NoticeParagraph[] }) {
  const styles = useViewStyles();
  const strings = useStrings();
  const store = useStore();
  const { finished } = usePane();
  const [copyFailed, setCopyFailed] = useState(false);
  const sheet = plannedSheet(reading, "notice", "通报");
  const nothing = paragraphs.length === 0;
  const copy = async () => {
    const done = await copyText(paragraphs.map(({ text }) => text).join("\n"));
    setCopyFailed(!done);
    if (done) store.copied();
  };
  return (
    <div className={styles.footer}>
      <WriteButton task={{ kind: "writeNotice", target: "selection" }} disabled={nothing} onClick={() => void store.writeNotice("selection")}>
        {strings.writeSelection}
      </WriteButton>
      <OneStop className={styles.actions}>
        <WriteButton task={{ kind: "writeNotice", target: "sheet" }} size="small" appearance="secondary" disabled={nothing} onClick={() => void store.writeNotice("sheet")}>
          {sheet.update ? strings.writeSheetUpdate : strings.writeSheet}
        </WriteButton>
        <Button size="small" disabledFocusable={nothing} icon={<Icon name={finished === "copied" ? "check" : "copy"} />} onClick={() => void copy()}>
          {strings.copy}
        </Button>
        <WriteButton task={{ kind: "exportNotice" }} size="small" appearance="secondary" disabled={nothing} onClick={() => void store.exportNotice()}>
          {strings.exportWord}
        </WriteButton>
      </OneStop>
      {copyFailed && <div role="alert">{strings.copyFailed}</div>}
      {finished === "exportNotice" && <div>{strings.exported}</div>}
      {finished === "exportNotice" && <SigningLeft reading={reading} paragraphs={paragraphs} />}
      <WrittenList kinds={["writeNotice", "updateNotice"]} />
    </div>
  );
}
