import { Button, Input, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Report } from "../../../progress";
import { useSettingsStrings } from "../../language/settings";
import { reordered, moved, movedBefore } from "../../model/settings-draft";
import { Icon } from "../../parts/icons";
import { OneStop } from "../../parts/one-stop";
import { useViewStyles } from "../use-view-styles";
import type { SectionProps } from "./section-props";

const useStyles = makeStyles({
  summary: { cursor: "pointer", fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXXS, minHeight: "36px" },
  name: { flexGrow: 1, minWidth: 0 },
  short: { width: "104px", minWidth: "80px" },
  dragged: { opacity: 0.5 },
  up: { transform: "rotate(180deg)" },
});

const SORTS = ["table", "code", "rate"] as const;

/** The regions' names in one of the orders that need no hand. */
async function namesBy(by: (typeof SORTS)[number], { regionsAsRead, indicators: [first] }: Report): Promise<string[]> {
  const names = regionsAsRead.map(({ name }) => name);
  if (by === "table") return names;
  if (by === "code") return (await import("../../../actions")).orderByCode(names);
  const rateOf = (name: string) => first?.regions.find(({ region }) => region === name)?.rate ?? -1;
  return names.sort((a, b) => rateOf(b) - rateOf(a));
}

/** The regions in the order in which sheets and lists name them, and their short names. */
export function RegionsSection({ draft: { regions }, change, report }: SectionProps) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useSettingsStrings();
  const [dragged, setDragged] = useState<string | null>(null);
  const drop = (other: string) => {
    if (dragged !== null) change({ regions: movedBefore(regions, dragged, other) });
    setDragged(null);
  };
  const sort = async (by: (typeof SORTS)[number]) => change({ regions: reordered(regions, await namesBy(by, report)) });
  return (
    <section className={shared.card}>
      <details>
        <summary className={styles.summary}>{strings.regions(regions.length)}</summary>
        <p className={shared.help}>{strings.dragHelp}</p>
        <OneStop className={shared.actions} role="group" aria-label={strings.sortRegions}>
          {SORTS.map((by) => (
            <Button key={by} size="small" onClick={() => void sort(by)}>
              {strings.sorts[by]}
            </Button>
          ))}
        </OneStop>
        <ol className={styles.list}>
          {regions.map(({ name, shortName }, at) => (
            <li
              key={name}
              className={mergeClasses(styles.row, dragged === name && styles.dragged)}
              draggable
              onDragStart={() => setDragged(name)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={() => drop(name)}
            >
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
