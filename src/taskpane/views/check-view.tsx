import { makeStyles, tokens } from "@fluentui/react-components";
import type { Report } from "../../progress";
import { useStrings, type Strings } from "../language";
import { severityCounts } from "../model/findings";
import { FindingList } from "../parts/finding-list";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  counts: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
});

/** 校核: what the check of the tables found. */
export default function CheckView({ report }: { report: Report }) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useStrings();
  return (
    <div className={shared.view}>
      <p className={styles.counts}>{countsText(report, strings)}</p>
      <p className={shared.help}>{strings.checkHelp}</p>
      {report.findings.length > 0 && (
        <section className={shared.card}>
          <FindingList findings={report.findings} />
        </section>
      )}
    </div>
  );
}

/** "1 处有误 · 2 处请核对 · 3 条提示". */
function countsText({ findings }: Report, strings: Strings): string {
  const { error, warning, info } = severityCounts(findings);
  const parts = [
    ...(error > 0 ? [strings.checkErrors(error)] : []),
    ...(warning > 0 ? [strings.checkWarnings(warning)] : []),
    ...(info > 0 ? [strings.checkHints(info)] : []),
  ];
  return (error + warning === 0 ? [strings.checkClean, ...parts] : parts).join(" · ");
}
