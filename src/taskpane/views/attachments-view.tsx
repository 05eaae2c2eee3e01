import { Checkbox } from "@fluentui/react-components";
import { planAttachments, settingsOf, type Reading } from "../../actions";
import { useStrings } from "../language";
import { plannedSheet } from "../model/planned-writes";
import { OneStop } from "../parts/one-stop";
import { PlannedList, plannedSheetText } from "../parts/planned-list";
import { SheetHead } from "../parts/sheet-head";
import { WriteButton } from "../parts/write-button";
import { WrittenList } from "../parts/written-list";
import { ranHere, usePane, useStore } from "../store";
import { AttachmentsBrief } from "./attachments-brief";
import { AttachmentsCharts } from "./attachments-charts";
import { AttachmentForm } from "./attachments-form";
import { AttachmentsRanking } from "./attachments-ranking";
import { useViewStyles } from "./use-view-styles";

/** 附件: the attachments that there are figures for, and the button that inserts or updates them. */
export default function AttachmentsView({ reading }: { reading: Reading }) {
  const styles = useViewStyles();
  const strings = useStrings();
  const store = useStore();
  const state = usePane();
  // As it is asked for, while the workbook takes it in.
  const marks = (state.busy?.kind === "keepSettings" ? state.busy.settings.office : reading.state.officeSettings).attachmentMarks;
  const mark = (attachmentMarks: boolean) => {
    const settings = settingsOf(reading);
    void store.keepSettings({ ...settings, office: { ...settings.office, attachmentMarks } });
  };
  const plans = planAttachments(reading.report, reading);
  if (plans.length === 0) return <p className={styles.help}>{strings.noAttachments}</p>;
  const sheets = plans.map((plan) => ({ plan, sheet: plannedSheet(reading, plan.key, plan.name) }));
  const allStand = sheets.every(({ sheet }) => sheet.update);
  return (
    <div className={styles.view}>
      <p className={styles.help}>{strings.attachmentsHelp}</p>
      <Checkbox
        label={strings.markAttachments}
        checked={marks}
        onChange={(_, { checked }) => mark(checked === true)}
      />
      {sheets.map(({ plan, sheet }) => (
        <section key={plan.key} className={styles.card} aria-label={sheet.name}>
          <h2 className={styles.heading}>{sheet.name}</h2>
          <div className={styles.quiet}>
            {(plan.key === "attachment1" || plan.key === "attachment2") && `${strings.attachmentContents[plan.key]} · `}
            {strings.attachmentSize(plan.rowCount, plan.columnCount)}
          </div>
          <SheetHead plan={plan} />
          {(plan.key === "attachment1" || plan.key === "attachment2") && <AttachmentForm reading={reading} formKey={plan.key} name={sheet.name} />}
        </section>
      ))}
      <AttachmentsRanking reading={reading} />
      <OneStop className={styles.view}>
        <AttachmentsCharts reading={reading} />
        <AttachmentsBrief reading={reading} />
      </OneStop>
      <div className={styles.footer}>
        <WriteButton task={{ kind: "insertAttachments" }} onClick={() => void store.insertAttachments()}>
          {allStand ? strings.updateAttachments : strings.insertAttachments}
        </WriteButton>
        {!ranHere(state, "insertAttachments") && <PlannedList lines={sheets.map(({ sheet }) => plannedSheetText(sheet, strings))} />}
        <WrittenList kinds={["insertAttachments"]} />
      </div>
    </div>
  );
}
