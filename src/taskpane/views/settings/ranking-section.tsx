import { Checkbox, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useSettingsStrings } from "../../language/settings";
import { useViewStyles } from "../use-view-styles";
import type { SectionProps } from "./section-props";

const useStyles = makeStyles({
  summary: { cursor: "pointer", fontWeight: tokens.fontWeightSemibold },
  row: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, minHeight: "36px" },
  name: { flexGrow: 1, minWidth: 0 },
  number: { width: "88px", minWidth: "64px" },
});

/** 综合排名: what each indicator counts, who stands at the end, and who is summoned. */
export function RankingSection({ draft, mistakes, change }: SectionProps) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useSettingsStrings();
  const { indicators } = draft;
  const weigh = (at: number, weight: string) => change({ indicators: indicators.map((one, index) => (index === at ? { ...one, weight } : one)) });
  return (
    <section className={shared.card}>
      <details open={mistakes.weights || mistakes.lastPlaces || mistakes.periods}>
        <summary className={styles.summary}>{strings.ranking}</summary>
        <p className={shared.help}>{strings.rankingHelp}</p>
        <Field {...(mistakes.weights ? { validationMessage: strings.weightsMistake } : {})}>
          <div>
            {indicators.map(({ id, current, weight }, at) => (
              <div key={id} className={styles.row}>
                <span className={styles.name} lang="zh-CN">
                  {current}
                </span>
                <Input
                  className={styles.number}
                  size="small"
                  inputMode="decimal"
                  aria-label={strings.weight(current)}
                  placeholder={strings.usualWeight}
                  value={weight}
                  onChange={(_, { value }) => weigh(at, value)}
                />
              </div>
            ))}
          </div>
        </Field>
        <Field label={strings.lastPlaces} {...(mistakes.lastPlaces ? { validationMessage: strings.countMistake } : {})}>
          <Input inputMode="numeric" value={draft.lastPlaces} onChange={(_, { value }) => change({ lastPlaces: value })} />
        </Field>
        <Field label={strings.lastPeriods} {...(mistakes.periods ? { validationMessage: strings.countMistake } : {})}>
          <Input inputMode="numeric" value={draft.periods} onChange={(_, { value }) => change({ periods: value })} />
        </Field>
        <Checkbox label={strings.rankingInNotice} checked={draft.rankingInNotice} onChange={(_, { checked }) => change({ rankingInNotice: checked === true })} />
      </details>
    </section>
  );
}
