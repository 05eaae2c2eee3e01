import { Field, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { FIELD_NAMES } from "../../../notice/fields";
import { useLanguage } from "../../language";
import { useSettingsStrings } from "../../language/settings";
import { usePane } from "../../store";
import { useViewStyles } from "../use-view-styles";
import type { SectionProps } from "./section-props";

const useStyles = makeStyles({
  summary: { cursor: "pointer", fontWeight: tokens.fontWeightSemibold },
});

/** What a notice says that no table knows: its number, what it rests on, who signs. */
export function NoticeSection({ draft: { fields }, change }: SectionProps) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useSettingsStrings();
  const chinese = useLanguage() === "zh-CN";
  const { shownField } = usePane();
  const shown = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    shown.current?.scrollIntoView({ block: "center" });
    shown.current?.focus();
  }, [shownField]);
  return (
    <section className={shared.card}>
      <details open={shownField !== null || undefined}>
        <summary className={styles.summary}>{strings.notice}</summary>
        {FIELD_NAMES.map(({ key, name, english, pattern, isLong }) => (
          <Field key={key} label={chinese ? name : english}>
            <Textarea
              ref={key === shownField ? shown : null}
              size="small"
              resize="vertical"
              rows={isLong ? 3 : 1}
              placeholder={pattern}
              value={fields[key]}
              onChange={(_, { value }) => change({ fields: { ...fields, [key]: value.replace(/\n/g, "") } })}
            />
          </Field>
        ))}
      </details>
    </section>
  );
}
