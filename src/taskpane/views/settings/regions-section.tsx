import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useSettingsStrings } from "../../language/settings";
import { moved } from "../../model/settings-draft";
import { Icon } from "../../parts/icons";
import { useViewStyles } from "../use-view-styles";
import type { SectionProps } from "./settings-view";

const useStyles = makeStyles({
  summary: { cursor: "pointer", fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXXS, minHeight: "36px" },
  name: { flexGrow: 1, minWidth: 0 },
  short: { width: "104px", minWidth: "80px" },
  up: { transform: "rotate(180deg)" },
});

/** The regions in the order in which sheets and lists name them, and their short names. */
export function RegionsSection({ draft: { regions }, change }: SectionProps) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useSettingsStrings();
  return (
    <section className={shared.card}>
      <details>
        <summary className={styles.summary}>{strings.regions(regions.length)}</summary>
        <ol className={styles.list}>
          {regions.map(({ name, shortName }, at) => (
            <li key={name} className={styles.row}>
              <span className={styles.name}>{name}</span>
              <Input
                className={styles.short}
                size="small"
                aria-label={strings.shortName(name)}
                value={shortName}
                onChange={(_, { value }) => change({ regions: regions.map((one, index) => (index === at ? { ...one, shortName: value } : one)) })}
              />
              <Button
                appearance="subtle"
                size="small"
                icon={<span className={styles.up}><Icon name="chevronDown" /></span>}
                aria-label={strings.moveUp(name)}
                disabledFocusable={at === 0}
                onClick={() => change({ regions: moved(regions, at, -1) })}
              />
              <Button
                appearance="subtle"
                size="small"
                icon={<Icon name="chevronDown" />}
                aria-label={strings.moveDown(name)}
                disabledFocusable={at === regions.length - 1}
                onClick={() => change({ regions: moved(regions, at, 1) })}
              />
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
