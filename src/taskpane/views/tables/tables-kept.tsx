import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { a1Range } from "../../../progress";
import type { Correction } from "../../../tables";
import { useStrings, type Strings } from "../../language";
import { usePane, useStore } from "../../store";
import { useViewStyles } from "../use-view-styles";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  line: { display: "flex", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  button: { flexShrink: 0 },
  form: { display: "flex", flexWrap: "wrap", alignItems: "flex-end", gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, flexBasis: "120px", minWidth: 0, "& input": { minWidth: 0 }, "& .fui-Input": { minWidth: 0, width: "100%" } },
});

/** What the user may set right about the tables as a whole, and what was set right before. */
export default function TablesKept() {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const { reading, busy } = usePane();
  if (!reading) return null;
  const { corrections, sheets } = reading.state;
  const isRead = (sheet: string) => corrections.some((one) => one.kind === "readHidden" && one.sheet === sheet);
  const hidden = sheets.filter(({ visible, key, name }) => !visible && key === null && !isRead(name));
  const waits = busy !== null;
  return (
    <section className={shared.card} aria-label={strings.corrections}>
      <h3 className={shared.heading}>{strings.corrections}</h3>
      <p className={shared.help}>{strings.correctionsHelp}</p>
      <div className={shared.actions}>
        <Button size="small" disabledFocusable={waits} onClick={() => void store.changeTables({ kind: "pick" })}>
          {strings.pickRange}
        </Button>
      </div>
      <RegionForm />
      <ul className={styles.list}>
        {hidden.map(({ name }) => (
          <li key={name} className={styles.line}>
            <span>{strings.hiddenSheet(name)}</span>
            <Button className={styles.button} size="small" disabledFocusable={waits} aria-label={strings.readSheet(name)} onClick={() => void store.changeTables({ kind: "readHidden", sheet: name })}>
              {strings.readIt}
            </Button>
          </li>
        ))}
        {corrections.map((correction) => {
          const text = correctionText(correction, strings);
          return (
            <li key={text} className={styles.line}>
              <span>{text}</span>
              <Button className={styles.button} size="small" disabledFocusable={waits} aria-label={`${strings.forget} ${text}`} onClick={() => void store.changeTables({ kind: "forget", correction })}>
                {strings.forget}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A label of the tables and the region that it stands for; left empty: it is none. */
function RegionForm() {
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const { busy } = usePane();
  const [label, setLabel] = useState("");
  const [region, setRegion] = useState("");
  const apply = async () => {
    if (label.trim() === "" || !(await store.changeTables({ kind: "region", label: label.trim(), region: region.trim() || null }))) return;
    setLabel("");
    setRegion("");
  };
  return (
    <div className={styles.form}>
      <Field className={styles.field} label={strings.regionLabel} size="small">
        <Input size="small" value={label} onChange={(_, { value }) => setLabel(value)} />
      </Field>
      <Field className={styles.field} label={strings.regionMeant} size="small">
        <Input size="small" value={region} placeholder={strings.noRegion} onChange={(_, { value }) => setRegion(value)} />
      </Field>
      <Button size="small" disabledFocusable={busy !== null || label.trim() === ""} onClick={() => void apply()}>
        {strings.setRegion}
      </Button>
    </div>
  );
}

function correctionText(correction: Correction, strings: Strings): string {
  switch (correction.kind) {
    case "ignore":
      return strings.ignored(correction.table.sheet, correction.table.headers.split("|").slice(0, 3).join("、"));
    case "column":
      return `${correction.header} → ${strings.columnRoles[correction.setting.role]}`;
    case "region":
      return `${correction.label} → ${correction.region ?? strings.noRegion}`;
    case "readHidden":
      return strings.hiddenRead(correction.sheet);
    case "range":
      return strings.picked(`${correction.sheet}!${a1Range(correction.range)}`);
  }
}
