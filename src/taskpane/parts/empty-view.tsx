import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { memo } from "react";
import { useLanguage, useStrings } from "../language";
import { isWithoutTables, usePane, useStore } from "../store";
import { ProblemBar } from "./problem-bar";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, alignItems: "stretch" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** Stands in every view while there is nothing to show: reading, no table, or a problem. */
export const EmptyView = memo(function EmptyView() {
  const styles = useStyles();
  const strings = useStrings();
  const language = useLanguage();
  const store = useStore();
  const isBusy = usePane((state) => state.busy !== null);
  const isWithout = usePane(isWithoutTables);
  const problem = usePane((state) => state.blocked?.problem);
  if (isBusy) return <Spinner size="small" label={strings.reading} labelPosition="below" />;
  if (!isWithout) return <ProblemBar />;
  return (
    <div className={styles.box} role="alert">
      <h2 className={styles.heading}>{problem?.code === "empty-workbook" ? strings.emptyWorkbook : strings.noTable}</h2>
      <div>{problem?.text[language]}</div>
      <div>
        {strings.tableNeeds}
        <ul className={styles.list}>
          {strings.tableNeedsList.map((need) => (
            <li key={need}>{need}</li>
          ))}
        </ul>
      </div>
      <Button appearance="primary" onClick={() => void store.read()}>
        {strings.readAgain}
      </Button>
    </div>
  );
});
