import { Button, Field, Input, Radio, RadioGroup, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useSettingsStrings } from "../../language/settings";
import type { MilestoneDraft } from "../../model/settings-draft";
import { Icon } from "../../parts/icons";
import { useViewStyles } from "../use-view-styles";
import type { SectionProps } from "./section-props";

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1));
const KINDS = ["pace", "milestones", "fixed"] as const;

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, marginBottom: tokens.spacingVerticalXS },
  rate: { width: "96px", minWidth: "72px" },
});

/** What counts as behind: the pace, milestones, or one rate. */
export function ThresholdSection({ draft, mistakes, change }: SectionProps) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useSettingsStrings();
  const { milestones } = draft;
  const changeAt = (at: number, part: Partial<MilestoneDraft>) =>
    change({ milestones: milestones.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const free = MONTHS.find((month) => milestones.every((one) => one.month !== month));
  return (
    <section className={shared.card}>
      <h3 className={shared.heading}>{strings.behind}</h3>
      <p className={shared.help}>{strings.behindHelp}</p>
      <RadioGroup
        aria-label={strings.behind}
        value={draft.threshold}
        onChange={(_, { value }) => change({ threshold: KINDS.find((kind) => kind === value) ?? "pace" })}
      >
        {KINDS.map((kind) => (
          <Radio key={kind} value={kind} label={strings.kinds[kind]} />
        ))}
      </RadioGroup>
      {draft.threshold === "fixed" && (
        <Field label={strings.rate} {...(mistakes.rate ? { validationMessage: strings.rateMistake } : {})}>
          <Input inputMode="decimal" value={draft.rate} onChange={(_, { value }) => change({ rate: value })} />
        </Field>
      )}
      {draft.threshold === "milestones" && (
        <Field {...(mistakes.milestones ? { validationMessage: strings.milestonesMistake } : {})}>
          <div>
            {milestones.map(({ month, rate }, at) => (
              <div key={at} className={styles.row}>
                <Select aria-label={strings.milestoneMonth} value={month} onChange={(_, { value }) => changeAt(at, { month: value })}>
                  {MONTHS.map((one) => (
                    <option key={one} value={one}>
                      {strings.milestone(one)}
                    </option>
                  ))}
                </Select>
                <Input
                  className={styles.rate}
                  aria-label={strings.milestoneRate}
                  inputMode="decimal"
                  value={rate}
                  contentAfter="%"
                  onChange={(_, { value }) => changeAt(at, { rate: value })}
                />
                <Button
                  appearance="subtle"
                  icon={<Icon name="close" />}
                  aria-label={strings.removeMilestone(month)}
                  onClick={() => change({ milestones: milestones.filter((_, index) => index !== at) })}
                />
              </div>
            ))}
            {free !== undefined && (
              <Button size="small" onClick={() => change({ milestones: [...milestones, { month: free, rate: "" }] })}>
                {strings.addMilestone}
              </Button>
            )}
          </div>
        </Field>
      )}
    </section>
  );
}
