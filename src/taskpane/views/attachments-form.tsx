import { makeStyles, tokens } from "@fluentui/react-components";
import { handEdits, type Reading, type TemplateKey } from "../../actions";
import { useStrings } from "../language";
import { OneStop } from "../parts/one-stop";
import { WriteButton } from "../parts/write-button";
import { usePane, useStore } from "../store";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  edited: { color: tokens.colorPaletteDarkOrangeForeground1 },
});

interface AttachmentFormProps {
  reading: Reading;
  formKey: TemplateKey;
  /** What the sheet is called. */
  name: string;
}

/** How an inserted form stands to the office: edited by hand, kept as its template, or as the standard has it. */
export function AttachmentForm({ reading, formKey, name }: AttachmentFormProps) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const { savedTemplate } = usePane();
  const isOwn = reading.state.templates[formKey] !== undefined;
  const stands = reading.state.sheets.some(({ key }) => key === formKey);
  const isEdited = handEdits(reading).some(({ key }) => key === formKey);
  const saved = savedTemplate?.key === formKey ? savedTemplate : null;
  return (
    <>
      {isEdited && <div className={`${shared.quiet} ${styles.edited}`}>{strings.formEdited}</div>}
      {isOwn && <div className={shared.quiet}>{strings.formOwn}</div>}
      <OneStop className={shared.actions}>
        {stands && (
          <WriteButton
            task={{ kind: "saveTemplate", key: formKey }}
            appearance="subtle"
            size="small"
            label={strings.saveFormOf(name)}
            onClick={() => void store.saveTemplate(formKey)}
          >
            {strings.saveForm}
          </WriteButton>
        )}
        {isOwn && (
          <WriteButton
            task={{ kind: "forgetTemplate", key: formKey }}
            appearance="subtle"
            size="small"
            label={strings.forgetFormOf(name)}
            onClick={() => void store.forgetTemplate(formKey)}
          >
            {strings.forgetForm}
          </WriteButton>
        )}
      </OneStop>
      {saved && <div className={shared.quiet}>{strings.formSaved}</div>}
      {saved && saved.unknownColumns.length > 0 && <div className={shared.quiet}>{strings.formWithout(saved.unknownColumns.join("、"))}</div>}
    </>
  );
}
