import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { settingsOf, type Reading } from "../../../actions";
import { DEFAULT_OFFICE_SETTINGS } from "../../../progress";
import { useStrings } from "../../language";
import { useSettingsStrings } from "../../language/settings";
import { draftOf, settingsIn, type SettingsDraft, type SettingsMistakes } from "../../model/settings-draft";
import { WriteButton } from "../../parts/write-button";
import { usePane, useStore } from "../../store";
import { useViewStyles } from "../use-view-styles";
import { FileSection } from "./file-section";
import { IndicatorsSection } from "./indicators-section";
import { NoticeSection } from "./notice-section";
import { OfficeSection } from "./office-section";
import { RegionsSection } from "./regions-section";
import { SelfCheckSection } from "./self-check-section";
import { ThresholdSection } from "./threshold-section";

/** What every section of the form takes: the draft, what of it is wrong, and the way to change it. */
export interface SectionProps {
  draft: SettingsDraft;
  mistakes: SettingsMistakes;
  change(part: Partial<SettingsDraft>): void;
}

/** 设置: what the office sets once for all that is made of its tables. Nothing is kept before 保存. */
export default function SettingsView({ reading }: { reading: Reading }) {
  const styles = useViewStyles();
  const strings = useSettingsStrings();
  const { cancel, undoHelp } = useStrings();
  const store = useStore();
  const { finished } = usePane();
  const { report } = reading;
  const [before, setBefore] = useState(() => settingsOf(reading));
  const [draft, setDraft] = useState(() => draftOf(before, report));
  const [mistakes, setMistakes] = useState<SettingsMistakes>({});
  const change = (part: Partial<SettingsDraft>) => {
    setDraft((now) => ({ ...now, ...part }));
    setMistakes({});
  };
  const take = (settings: typeof before) => {
    setBefore(settings);
    setDraft(draftOf(settings, report));
    setMistakes({});
  };
  const save = async () => {
    const read = settingsIn(draft, before, report);
    if ("mistakes" in read) return setMistakes(read.mistakes);
    if (await store.keepSettings(read.settings)) setBefore(read.settings);
  };
  const section = { draft, mistakes, change };
  return (
    <div className={styles.view}>
      <h2 className={styles.heading}>{strings.title}</h2>
      <p className={styles.help}>{strings.help}</p>
      <OfficeSection {...section} />
      <ThresholdSection {...section} />
      <RegionsSection {...section} />
      <IndicatorsSection {...section} />
      <NoticeSection {...section} />
      <FileSection settings={before} take={take} />
      <SelfCheckSection />
      <section className={styles.card}>
        <h3 className={styles.heading}>{strings.undo}</h3>
        <p className={styles.help}>{undoHelp}</p>
      </section>
      <div className={styles.footer}>
        <WriteButton task={{ kind: "keepSettings", settings: before }} onClick={() => void save()}>
          {strings.save}
        </WriteButton>
        <div className={styles.actions}>
          <Button onClick={() => take({ ...before, office: DEFAULT_OFFICE_SETTINGS })}>{strings.reset}</Button>
          <Button appearance="subtle" onClick={() => store.show("data")}>
            {finished === "keepSettings" ? strings.back : cancel}
          </Button>
        </div>
        {finished === "keepSettings" && <div>{strings.saved}</div>}
      </div>
    </div>
  );
}
