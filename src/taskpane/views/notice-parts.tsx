import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { NoticeText } from "../../notice";
import { sectionsOf } from "../../notice/writer";
import { useStrings } from "../language";
import { usePane, useStore } from "../store";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  summary: { cursor: "pointer" },
  parts: { border: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
  box: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** Which parts of the notice are wanted, all of them to begin with; and what else of it is chosen. */
export function NoticeParts({ notice, children }: { notice: NoticeText; children?: ReactNode }) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const { leftOut } = usePane().notice;
  const parts = sectionsOf(notice);
  const chosen = parts.filter((part) => !leftOut.includes(part)).length;
  const choose = (part: string, wanted: boolean) =>
    store.notice({ leftOut: wanted ? leftOut.filter((one) => one !== part) : [...leftOut, part] });
  return (
    <details className={shared.card}>
      <summary className={styles.summary}>{strings.noticeParts(chosen, parts.length)}</summary>
      <fieldset className={styles.parts} aria-label={strings.choosePart}>
        {parts.map((part) => (
          <Checkbox
            key={part}
            className={styles.box}
            label={{ children: part, lang: "zh-CN" }}
            checked={!leftOut.includes(part)}
            onChange={(_, { checked }) => choose(part, checked === true)}
          />
        ))}
      </fieldset>
      {children}
    </details>
  );
}
