import { MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { Outdated, Reading } from "../../actions";
import { useStrings, type Strings } from "../language";
import { useStore } from "../store";
import { useOutdated } from "./use-outdated";
import { WriteButton } from "./write-button";
import { WrittenList } from "./written-list";

/** Says on every view what stands in the workbook as it no longer would be written, with one button for all of it. */
export default function OutdatedBar({ reading }: { reading: Reading }) {
  const strings = useStrings();
  const store = useStore();
  const outdated = useOutdated(reading);
  const names = outdated ? namesOf(outdated, reading, strings) : [];
  return (
    <>
      {names.length > 0 && (
        <MessageBar intent="warning" layout="multiline" role="status" data-outdated="">
          <MessageBarBody>{strings.outdated(names.join("、"))}</MessageBarBody>
          <MessageBarActions>
            <WriteButton task={{ kind: "updateOutdated" }} size="small" appearance="secondary" onClick={() => void store.updateOutdated()}>
              {strings.updateAll}
            </WriteButton>
          </MessageBarActions>
        </MessageBar>
      )}
      <WrittenList kinds={["updateOutdated"]} />
    </>
  );
}

/** Sheets by the names that they have in the workbook, marks and notice by what they are. */
function namesOf({ plans, marks, notice }: Outdated, { state }: Reading, { outdatedNames }: Strings): string[] {
  const sheets = plans.flatMap(({ key }) => state.sheets.filter((sheet) => sheet.key === key).map(({ name }) => `「${name}」`));
  return [...sheets, ...(marks ? [outdatedNames.marks] : []), ...(notice ? [outdatedNames.notice] : [])];
}
