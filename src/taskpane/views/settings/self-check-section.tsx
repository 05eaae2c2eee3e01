import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { describeError, selfCheck, selfCheckReport } from "../../../actions";
import { PROBES, type SelfCheck } from "../../../excel";
import { copyText } from "../../host";
import { useLanguage } from "../../language";
import { useSettingsStrings } from "../../language/settings";
import { usePane } from "../../store";
import { useViewStyles } from "../use-view-styles";

/** 自检: whether this Excel does what the add-in rests on, and the report for whoever looks after it. */
export function SelfCheckSection() {
  const styles = useViewStyles();
  const strings = useSettingsStrings();
  const language = useLanguage();
  const { busy } = usePane();
  const [done, setDone] = useState<number | null>(null);
  const [check, setCheck] = useState<SelfCheck | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const run = async () => {
    setCheck(null);
    setMessage(null);
    setDone(0);
    try {
      setCheck(await selfCheck(setDone));
    } catch (error) {
      setMessage(describeError(error).text[language]);
    } finally {
      setDone(null);
    }
  };
  const copy = async (report: string) => setMessage((await copyText(report)) ? strings.reportCopied : report);
  const failed = check?.results.filter(({ holds }) => !holds) ?? [];
  return (
    <section className={styles.card}>
      <h3 className={styles.heading}>{strings.selfCheck}</h3>
      <p className={styles.help}>{strings.selfCheckHelp}</p>
      <div className={styles.actions}>
        <Button disabledFocusable={busy !== null || done !== null} onClick={() => void run()}>
          {done === null ? strings.runSelfCheck : strings.checking(done, PROBES.length)}
        </Button>
        {check && <Button onClick={() => void copy(selfCheckReport(check))}>{strings.copyReport}</Button>}
      </div>
      {check && (
        <div role="status">
          <div>{strings.checked(check.results.length - failed.length, check.results.length)}</div>
          <ul>
            {failed.map(({ id, claim, expected, answer }) => (
              <li key={id}>
                {claim[language]}
                <div className={styles.help}>{strings.answered(expected, answer)}</div>
              </li>
            ))}
          </ul>
          {!check.cleared && <div>{strings.scratchLeft}</div>}
        </div>
      )}
      {message !== null && <div role="alert">{message}</div>}
    </section>
  );
}
