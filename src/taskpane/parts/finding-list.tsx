import { makeStyles, tokens } from "@fluentui/react-components";
import type { Finding } from "../../progress";
import { useStrings } from "../language";
import { usePane } from "../store";
import { FindingItem } from "./finding-item";
import { Folded } from "./folded";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  summary: { cursor: "pointer", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, padding: `${tokens.spacingVerticalXS} 0` },
});

/** Findings worst first; hints, which ask nothing of a clerk, are folded away. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const styles = useStyles();
  const strings = useStrings();
  const { shownFinding } = usePane();
  const items = (some: readonly Finding[]) => (
    <ul className={styles.list}>
      {some.map((finding, index) => (
        <FindingItem key={`${finding.code}-${index}`} finding={finding} shown={finding === shownFinding} />
      ))}
    </ul>
  );
  const toLookAt = findings.filter(({ severity }) => severity !== "info");
  const hints = findings.filter(({ severity }) => severity === "info");
  return (
    <>
      {toLookAt.length > 0 && items(toLookAt)}
      {hints.length > 0 && (
        <Folded summary={strings.moreHints(hints.length)} summaryClassName={styles.summary}>
          {items(hints)}
        </Folded>
      )}
    </>
  );
}
