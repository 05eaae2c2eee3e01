import { makeStyles, tokens } from "@fluentui/react-components";
import { periodsUntil, type Reading } from "../../actions";
import { useStrings, type Strings } from "../language";
import { findingOfIndicator } from "../model/findings";
import { monthPoints } from "../model/month-line";
import { plannedProgress } from "../model/planned-writes";
import { listedIndicator } from "../model/region-list";
import { OneStop } from "../parts/one-stop";
import { PlannedList, plannedSheetText } from "../parts/planned-list";
import { WriteButton } from "../parts/write-button";
import { WrittenList } from "../parts/written-list";
import { ranHere, usePane, useStore } from "../store";
import { IndicatorCard } from "./indicator-card";
import { RegionList } from "./region-list";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  cards: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
});

/** 进度: the indicators against the pace, the regions of one of them, and the button that computes. */
export default function ProgressView({ reading }: { reading: Reading }) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const state = usePane();
  const { list, marked } = state;
  const { report } = reading;
  const listed = listedIndicator(report, list);
  const periods = periodsUntil(reading);
  return (
    <div className={shared.view}>
      {report.indicators.length === 0 && <p className={shared.help}>{strings.noIndicators}</p>}
      <OneStop as="ul" className={styles.cards} aria-label={strings.indicators}>
        {report.indicators.map((indicator) => (
          <IndicatorCard
            key={indicator.id}
            indicator={indicator}
            pace={report.demand.rate}
            months={monthPoints(periods, indicator.id)}
            chosen={indicator === listed}
            finding={findingOfIndicator(report, indicator.id)}
          />
        ))}
      </OneStop>
      {listed && <RegionList indicator={listed} />}
      <div className={shared.footer}>
        <div className={shared.main}>
          <WriteButton task={{ kind: "computeProgress" }} onClick={() => void store.computeProgress()}>
            {strings.computeProgress}
          </WriteButton>
          {marked && (
            <WriteButton task={{ kind: "clearMarks" }} appearance="subtle" onClick={() => void store.clearMarks()}>
              {strings.clearMarks}
            </WriteButton>
          )}
        </div>
        {!ranHere(state, "computeProgress") && !ranHere(state, "clearMarks") && <PlannedList lines={plannedLines(reading, strings)} />}
        <WrittenList kinds={["computeProgress", "clearMarks"]} />
      </div>
    </div>
  );
}

function plannedLines(reading: Reading, strings: Strings): string[] {
  const { sheet, marks } = plannedProgress(reading);
  return [
    plannedSheetText(sheet, strings),
    ...marks.map(({ sheet: name, isProtected }) => (isProtected ? strings.willNotMark(name) : strings.willMark(name))),
  ];
}
