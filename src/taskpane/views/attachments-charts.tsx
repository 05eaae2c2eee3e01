import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { planChartsOf, type Reading } from "../../actions";
import { useStrings } from "../language";
import { plannedSheet } from "../model/planned-writes";
import { plannedPicture } from "../model/planned-picture";
import { ChartPicture } from "../parts/chart-picture";
import { InsertSheet } from "../parts/insert-sheet";
import { usePane, useStore } from "../store";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  box: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  summary: { cursor: "pointer", minHeight: "24px", color: tokens.colorNeutralForeground2 },
});

/** From so many regions on it is asked whether the first and the last are enough. */
const MANY = 40;

/** 进度图: the charts as they will be drawn, and the button that inserts or updates them. */
export function AttachmentsCharts({ reading }: { reading: Reading }) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const state = usePane();
  const plan = planChartsOf(reading, { ends: state.chartEnds ?? undefined });
  if (!plan) return null;
  const sheet = plannedSheet(reading, "charts", plan.name);
  const [first, ...others] = plan.charts ?? [];
  return (
    <section className={`${shared.card} ${shared.stack}`} aria-label={strings.charts}>
      <h2 className={shared.heading}>{strings.charts}</h2>
      <div className={shared.quiet}>{strings.chartsContents(plan.charts?.length ?? 0)}</div>
      {reading.report.regions.length > MANY && (
        <Checkbox className={styles.box} label={strings.chartEnds} checked={plan.chartEnds === true} onChange={(_, { checked }) => store.chartEnds(checked === true)} />
      )}
      {first && <ChartPicture picture={plannedPicture(plan, first)} />}
      {others.length > 0 && (
        <details>
          <summary className={styles.summary}>{strings.moreCharts(others.length)}</summary>
          <div className={shared.stack}>
            {others.map((one) => (
              <ChartPicture key={one.chart.id} picture={plannedPicture(plan, one)} />
            ))}
          </div>
        </details>
      )}
      <InsertSheet kind="insertCharts" sheet={sheet} words={{ insert: strings.insertCharts, update: strings.updateCharts }} onInsert={() => void store.insertCharts()} />
    </section>
  );
}
