import { Field, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import { FIELD_NAMES } from "../../../notice/fields";
import { useLanguage } from "../../language";
import { useSettingsStrings } from "../../language/settings";
import { useViewStyles } from "../use-view-styles";
import type { SectionProps } from "./settings-view";

const useStyles = makeStyles({
  summary: { cursor: "pointer", fontWeight: tokens.fontWeightSemibold },
});

/** What a notice says that no table knows: its number, what it rests on, who signs. */
export function NoticeSection({ draft: { fields }, change }: SectionProps) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useSettingsStrings();
  const chinese = useLanguage() === "zh-CN";
  return (
    <section className={shared.card}>
      <details>
        <summary className={styles.summary}>{strings.notice}</summary>
        {FIELD_NAMES.map(({ key, name, english, example }) => (
          <Field key={key} label={chinese ? name : english}>
            <Textarea
              size="small"
              resize="vertical"
              rows={example.length > 40 ? 3 : 1}
              placeholder={example}
              value={fields[key]}
              onChange={(_, { value }) => change({ fields: { ...fields, [key]: value.replace(/\n/g, "") } })}
            />
          </Field>
        ))}
      </details>
    </section>
  );
}
