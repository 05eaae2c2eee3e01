import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { comparedWith, planRankingOf, type Reading } from "../../actions";
import { rankable } from "../../attachments";
import { chineseDate } from "../../progress";
import { useLanguage, useStrings } from "../language";
import { plannedSheet } from "../model/planned-writes";
import { InsertSheet } from "../parts/insert-sheet";
import { OneStop } from "../parts/one-stop";
import { SheetHead } from "../parts/sheet-head";
import { usePane, useStore } from "../store";
import { AttachmentForm } from "./attachments-form";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  indicators: { border: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
  box: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** 进度排名表: by which indicators, compared with which period, and the button that inserts it. */
export function AttachmentsRanking({ reading }: { reading: Reading }) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useStrings();
  const language = useLanguage();
  const store = useStore();
  const state = usePane();
  const { report } = reading;
  const able = rankable(report);
  const chosen = state.ranked ?? able.map(({ id }) => id);
  const plan = planRankingOf(reading, { indicators: chosen });
  if (able.length === 0) return null;
  const sheet = plannedSheet(reading, "ranking", plan?.name ?? "进度排名表");
  const { previous } = comparedWith(reading);
  const day = previous && (language === "zh-CN" ? chineseDate(previous.asOf) : previous.asOf);
  // In the workbook's order, whatever the order of the clicks.
  const choose = (id: string, wanted: boolean) => store.rankBy(able.map((one) => one.id).filter((one) => (one === id ? wanted : chosen.includes(one))));
  return (
    <section className={`${shared.card} ${shared.stack}`} aria-label={strings.ranking}>
      <h2 className={shared.heading}>{strings.ranking}</h2>
      <div className={shared.quiet}>{strings.rankingContents}</div>
      <OneStop as="fieldset" className={styles.indicators} aria-label={strings.rankBy}>
        <legend className={shared.quiet}>{strings.rankBy}</legend>
        {able.map(({ id, name }) => (
          <Checkbox
            key={id}
            className={styles.box}
            label={{ children: name, lang: "zh-CN" }}
            checked={chosen.includes(id)}
            onChange={(_, { checked }) => choose(id, checked === true)}
          />
        ))}
      </OneStop>
      {day && <div className={shared.quiet}>{strings.comparedWith(day)}</div>}
      {plan ? <SheetHead plan={plan} /> : <p className={shared.help}>{strings.noRankChosen}</p>}
      <InsertSheet kind="insertRanking" sheet={sheet} words={{ insert: strings.insertRanking, update: strings.updateRanking }} disabled={plan === null} onInsert={() => void store.insertRanking()} />
      <AttachmentForm reading={reading} formKey="ranking" name={sheet.name} />
    </section>
  );
}
