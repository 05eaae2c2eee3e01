import { makeStyles, tokens } from "@fluentui/react-components";
import { useStrings, type Strings } from "../language";
import type { PlannedSheet } from "../model/planned-writes";

const useStyles = makeStyles({
  planned: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** What a sheet will become, in words. */
export function plannedSheetText(sheet: PlannedSheet, strings: Strings): string {
  if (sheet.update) return strings.updatedSheet(sheet.name);
  return strings.newSheet(sheet.name) + (sheet.nameTaken ? strings.nameTaken : "");
}

/** What a button will write and where, told before it does. */
export function PlannedList({ lines }: { lines: readonly string[] }) {
  const styles = useStyles();
  const strings = useStrings();
  return (
    <div className={styles.planned}>
      {strings.willWrite}
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
