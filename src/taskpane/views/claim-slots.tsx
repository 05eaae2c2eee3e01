import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Claim } from "../../notice";
import { useStrings } from "../language";
import { isFigure, likeClaims, type SlotSetting } from "../model/draft";
import { usePane, useStore } from "../store";

const useStyles = makeStyles({
  slots: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
});

/** What stands for leaving a slot as the text was read. */
const AS_READ = "";

/** 这是…的: sets whose, of which time and of what a figure is; those that were read alike are offered with it. */
export function ClaimSlots({ claim, claims }: { claim: Claim; claims: readonly Claim[] }) {
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const { draft, reading, busy } = usePane();
  const [last, setLast] = useState<{ setting: SlotSetting; like: readonly Claim[] } | null>(null);
  if (!isFigure(claim) || !reading) return null;
  const { regions, indicators } = reading.report;
  const filling = draft.fillings.find(({ start, end }) => start === claim.start && end === claim.end);
  const set = (setting: SlotSetting) => {
    setLast({ setting, like: likeClaims(claim, setting, claims) });
    void store.fill([{ start: claim.start, end: claim.end, ...setting }]);
  };
  const choose = (slot: keyof SlotSetting, options: readonly (readonly [value: string, words: string])[]) => (
    <Field label={strings.slotNames[slot]} size="small" orientation="horizontal">
      <Select
        size="small"
        value={filling?.[slot] ?? AS_READ}
        disabled={busy !== null}
        onChange={(_, { value }) => set({ [slot]: value === AS_READ ? undefined : value } as SlotSetting)}
      >
        <option value={AS_READ}>{strings.slotAsRead}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <details>
      <summary>{strings.setSlots}</summary>
      <div className={styles.slots}>
        {choose("place", [["all", strings.slotPlaces.all], ...regions.map(({ name }) => [name, name] as const), ["outside", strings.slotPlaces.outside]])}
        {choose("period", [["own", strings.slotPeriods.own], ["other", strings.slotPeriods.other]])}
        {choose("subject", [...indicators.map(({ id, name }) => [id, name] as const), ["none", strings.slotNoSubject]])}
        {last && last.like.length > 0 && (
          <Button size="small" disabledFocusable={busy !== null} onClick={() => void store.fill(last.like.map(({ start, end }) => ({ start, end, ...last.setting }))).then(() => setLast(null))}>
            {strings.fillLike(last.like.length)}
          </Button>
        )}
      </div>
    </details>
  );
}
