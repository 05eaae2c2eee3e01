import { makeStyles } from "@fluentui/react-components";
import { comparedWith, type Reading } from "../../actions";
import { chineseDate } from "../../progress";
import { useLanguage, useStrings } from "../language";
import { Icon } from "../parts/icons";
import { WriteButton } from "../parts/write-button";
import { usePane, useStore } from "../store";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  summary: { cursor: "pointer" },
});

/** 保存本期, and the period that changes are told since. */
export function NoticePeriod({ reading }: { reading: Reading }) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useStrings();
  const language = useLanguage();
  const store = useStore();
  const { finished } = usePane();
  const { figuresAsOf: asOf } = reading.report;
  const shown = (day: string) => (language === "zh-CN" ? chineseDate(day) : day);
  const { previous } = comparedWith(reading);
  const stands = reading.state.periods.some((period) => period.asOf === asOf);
  return (
    <details className={shared.card}>
      <summary className={styles.summary}>{strings.periods}</summary>
      <p className={shared.help}>{previous ? strings.comparedWith(shown(previous.asOf)) : strings.notCompared}</p>
      <p className={shared.help}>{stands ? strings.periodStands(shown(asOf)) : strings.periodHelp(shown(asOf))}</p>
      <div className={shared.actions}>
        <WriteButton task={{ kind: "keepPeriod" }} appearance="secondary" onClick={() => void store.keepPeriod()}>
          {strings.keepPeriod}
        </WriteButton>
        {finished === "keepPeriod" && (
          <span>
            <Icon name="check" /> {strings.periodKept}
          </span>
        )}
      </div>
    </details>
  );
}
