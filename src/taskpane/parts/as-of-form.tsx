import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type FormEvent } from "react";
import { dateParts, type IsoDate } from "../../progress";
import { useLanguage, useStrings } from "../language";
import { dateText } from "../model/format";
import { usePane, useStore } from "../store";
import { OneStop } from "./one-stop";

const useStyles = makeStyles({
  form: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, alignItems: "center" },
  origin: { width: "100%", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  days: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  action: { minWidth: 0 },
});

/** Changes the day that the figures stand for; the workbook is read again with it. */
export default function AsOfForm({ day, origin, close }: { day: IsoDate; origin: string; close(): void }) {
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const language = useLanguage();
  const { asOf, busy, reading } = usePane();
  const days = reading?.report.months?.map((month) => month.asOf) ?? [];
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
      {days.length > 0 && (
        <OneStop as="span" className={styles.days} aria-label={strings.daysThereAre}>
          {days.map((one) => (
            <Button key={one} size="small" className={styles.action} aria-pressed={one === day} disabledFocusable={busy !== null} onClick={() => apply(one)}>
              {dateText(one, language)}
            </Button>
          ))}
        </OneStop>
      )}
    </form>
  );
}
