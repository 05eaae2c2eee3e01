import { planBriefOf, type Reading } from "../../actions";
import { useStrings } from "../language";
import { plannedPicture } from "../model/planned-picture";
import { plannedSheet } from "../model/planned-writes";
import { ChartPicture } from "../parts/chart-picture";
import { InsertSheet } from "../parts/insert-sheet";
import { useStore } from "../store";
import { useViewStyles } from "./use-view-styles";

/** 领导快报: the chart that will stand on it, and the button that inserts or updates the page. */
export function AttachmentsBrief({ reading }: { reading: Reading }) {
  const shared = useViewStyles();
  const strings = useStrings();
  const store = useStore();
  const plan = planBriefOf(reading);
  if (!plan) return null;
  const sheet = plannedSheet(reading, "brief", plan.name);
  return (
    <section className={`${shared.card} ${shared.stack}`} aria-label={strings.brief}>
      <h2 className={shared.heading}>{strings.brief}</h2>
      <div className={shared.quiet}>{strings.briefContents}</div>
      {plan.charts?.map((one) => (
        <ChartPicture key={one.chart.id} picture={plannedPicture(plan, one)} />
      ))}
      <InsertSheet kind="insertBrief" sheet={sheet} words={{ insert: strings.insertBrief, update: strings.updateBrief }} onInsert={() => void store.insertBrief()} />
    </section>
  );
}
