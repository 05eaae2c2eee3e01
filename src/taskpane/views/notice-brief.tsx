import { Checkbox } from "@fluentui/react-components";
import type { Reading } from "../../actions";
import { worstOf } from "../../attachments";
import { useStrings } from "../language";
import { usePane, useStore } from "../store";

/** Whether 领导快报 is the first page of the Word file; asked only where there is something for it. */
export function NoticeBrief({ reading }: { reading: Reading }) {
  const strings = useStrings();
  const store = useStore();
  const { brief } = usePane().notice;
  if (worstOf(reading.report) === null) return null;
  return <Checkbox label={strings.wordBrief} checked={brief} onChange={(_, { checked }) => store.notice({ brief: checked === true })} />;
}
