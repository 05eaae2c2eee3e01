import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { settingsOf, type AllSettings, type Reading } from "../../../actions";
import { useStrings } from "../../language";
import { useSettingsStrings } from "../../language/settings";
import { draftOf, settingsIn, withDefaults, type SettingsDraft, type SettingsMistakes } from "../../model/settings-draft";
import { WriteButton } from "../../parts/write-button";
import { usePane, useStore } from "../../store";
import { useViewStyles } from "../use-view-styles";
import { FileSection } from "./file-section";
import { IndicatorsSection } from "./indicators-section";
import { NoticeSection } from "./notice-section";
import { OfficeSection } from "./office-section";
import { RankingSection } from "./ranking-section";
import { RegionsSection } from "./regions-section";
import { SelfCheckSection } from "./self-check-section";
import { ThresholdSection } from "./threshold-section";

/** 设置: what the office sets once for all that is made of its tables. Nothing is kept before 保存. */
export default function SettingsView({ reading }: { reading: Reading }) {
  const styles = useViewStyles();
  const strings = useSettingsStrings();
  const { cancel, undoHelp } = useStrings();
  const store = useStore();
  const { finished, unsaved } = usePane();
  const { report } = reading;
  const [mistakes, setMistakes] = useState<SettingsMistakes>({});
  const [isReset, setIsReset] = useState(false);
  // What is being changed outlives the view: a look at the tables between costs nothing of it.
  const before = unsaved?.before ?? settingsOf(reading);
  const draft = unsaved?.draft ?? draftOf(before, report);
  const change = (part: Partial<SettingsDraft>) => {
    store.changeSettings({ before, draft: { ...draft, ...part } });
    setMistakes({});
  };
  const take = (settings: AllSettings) => {
    store.changeSettings({ before: settings, draft: draftOf(settings, report) });
    setMistakes({});
    setIsReset(false);
  };
  const save = async () => {
    const read = settingsIn(draft, before, report);
    if ("mistakes" in read) return setMistakes(read.mistakes);
    if (await store.keepSettings(read.settings)) store.changeSettings(null);
    setIsReset(false);
  };
  const reset = () => {
    take(withDefaults(before));
    setIsReset(true);
  };
  const leave = () => {
    store.changeSettings(null);
    store.show("data");
  };
  const section = { draft, mistakes, change, report };
  return (
    <div className={styles.view}>
      <h2 className={styles.heading}>{strings.title}</h2>
      <p className={styles.help}>{strings.help}</p>
      <OfficeSection {...section} />
      <ThresholdSection {...section} />
      <RegionsSection {...section} />
      <IndicatorsSection {...section} />
      <RankingSection {...section} />
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
          <Button onClick={reset}>{strings.reset}</Button>
          <Button appearance="subtle" onClick={leave}>
            {unsaved ? strings.discard : finished === "keepSettings" ? strings.back : cancel}
          </Button>
        </div>
        {isReset && <div role="status">{strings.wasReset}</div>}
        {unsaved && !isReset && <div>{strings.unsaved}</div>}
        {finished === "keepSettings" && !unsaved && <div>{strings.saved}</div>}
      </div>
    </div>
  );
}
