import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { Reading } from "../../actions";
import { useStrings } from "../language";

/** Says that a workbook of Excel 97 to 2003 keeps nothing of ours, and what to do. */
export function OldFormatBar({ reading }: { reading: Reading }) {
  const strings = useStrings();
  if (!/\.xls$/i.test(reading.state.fileName)) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody>{strings.oldFormat}</MessageBarBody>
    </MessageBar>
  );
}
