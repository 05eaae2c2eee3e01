import { Textarea } from "@fluentui/react-components";
import { useStrings } from "../language";
import { FileButton } from "../parts/file-button";
import { WriteButton } from "../parts/write-button";
import { usePane, useStore } from "../store";
import { useViewStyles } from "./use-view-styles";

/** Where the draft is pasted, or read from the selected cells. */
export function DraftForm() {
  const styles = useViewStyles();
  const strings = useStrings();
  const store = useStore();
  const { draft } = usePane();
  return (
    <div className={styles.view}>
      <p className={styles.help}>{strings.draftHelp}</p>
      <Textarea
        aria-label={strings.draftLabel}
        lang="zh-CN"
        resize="vertical"
        rows={14}
        value={draft.text}
        onChange={(_, { value }) => store.draft({ text: value })}
      />
      <div className={styles.footer}>
        <WriteButton task={{ kind: "proofread" }} disabled={draft.text.trim() === ""} onClick={() => void store.proofread()}>
          {strings.proofread}
        </WriteButton>
        <WriteButton task={{ kind: "readDraft" }} appearance="secondary" onClick={() => void store.readDraft()}>
          {strings.readDraft}
        </WriteButton>
        <FileButton
          accept=".docx,.txt,application/vnd.openxmlformats-officedocument.wordprocessingml.document,text/plain"
          choose={(file) => void store.openDraft(file)}
        >
          {strings.openDraft}
        </FileButton>
      </div>
    </div>
  );
}
