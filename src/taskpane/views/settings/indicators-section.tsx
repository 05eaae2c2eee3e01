import { Input, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useSettingsStrings } from "../../language/settings";
import type { IndicatorDraft } from "../../model/settings-draft";
import { useViewStyles } from "../use-view-styles";
import type { SectionProps } from "./section-props";

const DECIMALS = [0, 1, 2, 3, 4];

const useStyles = makeStyles({
  summary: { cursor: "pointer", fontWeight: tokens.fontWeightSemibold },
  row: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, minHeight: "36px" },
  name: { flexGrow: 1, minWidth: 0 },
});

/** What the office calls the indicators, and with how many decimals its notice prints their rates. */
export function IndicatorsSection({ draft: { indicators }, change }: SectionProps) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useSettingsStrings();
  const changeAt = (at: number, part: Partial<IndicatorDraft>) =>
    change({ indicators: indicators.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <section className={shared.card}>
      <details>
        <summary className={styles.summary}>{strings.indicators}</summary>
        {indicators.map(({ id, current, name, decimals }, at) => (
          <div key={id} className={styles.row}>
            <Input
              className={styles.name}
              size="small"
              aria-label={strings.indicatorName(current)}
              placeholder={current}
              value={name}
              onChange={(_, { value }) => changeAt(at, { name: value })}
            />
            <Select size="small" aria-label={strings.decimals(current)} value={decimals} onChange={(_, { value }) => changeAt(at, { decimals: value })}>
              <option value="">{strings.usualDecimals}</option>
              {DECIMALS.filter((count) => count !== 2).map((count) => (
                <option key={count} value={count}>
                  {strings.decimalPlaces(count)}
                </option>
              ))}
            </Select>
          </div>
        ))}
      </details>
    </section>
  );
}
