import { Checkbox, makeStyles } from "@fluentui/react-components";
import { chartsOfNotice, type Reading } from "../../actions";
import type { NoticeParagraph } from "../../notice";
import { useStrings } from "../language";
import { OneStop } from "../parts/one-stop";
import { usePane, useStore } from "../store";

const useStyles = makeStyles({
  summary: { cursor: "pointer", minHeight: "24px" },
  list: { border: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
});

/** Which charts the Word file shows, each behind the paragraph that speaks of it. */
export function NoticeCharts({ reading, paragraphs }: { reading: Reading; paragraphs: readonly NoticeParagraph[] }) {
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const { charts: chosen } = usePane().notice;
  const charts = chartsOfNotice(reading, paragraphs);
  if (charts.length === 0) return null;
  const choose = (id: string, wanted: boolean) => store.notice({ charts: charts.map(({ chart }) => chart.id).filter((one) => (one === id ? wanted : chosen.includes(one))) });
  const count = charts.filter(({ chart }) => chosen.includes(chart.id)).length;
  return (
    <details>
      <summary className={styles.summary}>{strings.wordCharts(count, charts.length)}</summary>
      <OneStop as="fieldset" className={styles.list} aria-label={strings.wordCharts(count, charts.length)}>
        {charts.map(({ chart }) => (
          <Checkbox key={chart.id} label={{ children: chart.title, lang: "zh-CN" }} checked={chosen.includes(chart.id)} onChange={(_, { checked }) => choose(chart.id, checked === true)} />
        ))}
      </OneStop>
    </details>
  );
}
