import { Field, Input } from "@fluentui/react-components";
import { useSettingsStrings } from "../../language/settings";
import { useViewStyles } from "../use-view-styles";
import type { SectionProps } from "./section-props";

/** Who reports, and for which year. */
export function OfficeSection({ draft, mistakes, change }: SectionProps) {
  const styles = useViewStyles();
  const strings = useSettingsStrings();
  return (
    <section className={styles.card}>
      <h3 className={styles.heading}>{strings.office}</h3>
      <Field label={strings.reporter} hint={strings.reporterHint}>
        <Input value={draft.office} onChange={(_, { value }) => change({ office: value })} />
      </Field>
      <Field label={strings.year} hint={strings.yearHint} {...(mistakes.year ? { validationMessage: strings.yearMistake } : {})}>
        <Input inputMode="numeric" value={draft.year} onChange={(_, { value }) => change({ year: value })} />
      </Field>
    </section>
  );
}
