import { makeStyles, tokens } from "@fluentui/react-components";
import { planBriefOf, type Reading } from "../../actions";
import { useStrings } from "../language";
import { plannedPicture } from "../model/planned-picture";
import { plannedSheet } from "../model/planned-writes";
import { ChartPicture } from "../parts/chart-picture";
import { PlannedList, plannedSheetText } from "../parts/planned-list";
import { WriteButton } from "../parts/write-button";
import { WrittenList } from "../parts/written-list";
import { lastWritten, usePane, useStore } from "../store";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
});

/** 领导快报: the chart that will stand on it, and the button that inserts or updates the page. */
export function AttachmentsBrief({ reading }: { reading: Reading }) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const state = usePane();
  const plan = planBriefOf(reading);
  if (!plan) return null;
  const sheet = plannedSheet(reading, "brief", plan.name);
  return (
    <section className={`${shared.card} ${styles.stack}`} aria-label={strings.brief}>
      <h2 className={shared.heading}>{strings.brief}</h2>
      <div className={shared.quiet}>{strings.briefContents}</div>
      {plan.charts?.map((one) => (
        <ChartPicture key={one.chart.id} picture={plannedPicture(plan, one)} />
      ))}
      <WriteButton task={{ kind: "insertBrief" }} appearance="secondary" onClick={() => void store.insertBrief()}>
        {sheet.update ? strings.updateBrief : strings.insertBrief}
      </WriteButton>
      <WrittenList kinds={["insertBrief"]} />
      {!lastWritten(state, "insertBrief") && <PlannedList lines={[plannedSheetText(sheet, strings)]} />}
    </section>
  );
}
