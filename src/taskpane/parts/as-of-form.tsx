import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type FormEvent } from "react";
import { dateParts, type IsoDate } from "../../progress";
import { useStrings } from "../language";
import { usePane, useStore } from "../store";

const useStyles = makeStyles({
  form: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, alignItems: "center" },
  origin: { width: "100%", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  action: { minWidth: 0 },
});

/** Changes the day that the figures stand for; the workbook is read again with it. */
export default function AsOfForm({ day, origin, close }: { day: IsoDate; origin: string; close(): void }) {
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const { asOf, busy } = usePane();
  const [value, setValue] = useState(day);
  const apply = (chosen: IsoDate | null) => {
    close();
    void store.setAsOf(chosen);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (dateParts(value)) apply(value);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Input type="date" size="small" aria-label={strings.asOfLabel} value={value} onChange={(_, data) => setValue(data.value)} />
      <Button type="submit" size="small" className={styles.action} disabled={!dateParts(value)} disabledFocusable={busy !== null}>
        {strings.useDate}
      </Button>
      {asOf !== null && (
        <Button size="small" className={styles.action} disabledFocusable={busy !== null} onClick={() => apply(null)}>
          {strings.useOwnDate}
        </Button>
      )}
      <Button size="small" className={styles.action} appearance="subtle" onClick={close}>
        {strings.cancel}
      </Button>
      <span className={styles.origin}>{origin}</span>
    </form>
  );
}
