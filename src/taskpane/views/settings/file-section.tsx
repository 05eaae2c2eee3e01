import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { describeError, readSettingsFile, settingsFile, type AllSettings } from "../../../actions";
import { saveText } from "../../host/save-file";
import { useLanguage, useStrings } from "../../language";
import { useSettingsStrings } from "../../language/settings";
import { FileButton } from "../../parts/file-button";
import { useViewStyles } from "../use-view-styles";

interface FileSectionProps {
  settings: AllSettings;
  /** Puts the settings of a file into the form; they are kept when the user saves them. */
  take(settings: AllSettings): void;
}

/** Carries settings to other workbooks and offices. */
export function FileSection({ settings, take }: FileSectionProps) {
  const styles = useViewStyles();
  const strings = useSettingsStrings();
  const language = useLanguage();
  const { copiedInstead } = useStrings();
  const [message, setMessage] = useState<string | null>(null);
  const save = async () => {
    try {
      const isCopied = await saveText(strings.fileName, settingsFile(settings), "application/json");
      setMessage(isCopied ? copiedInstead(strings.fileName) : null);
    } catch (error) {
      setMessage(describeError(error).text[language]);
    }
  };
  const read = async (file: File) => {
    try {
      const { settings: found, setAside } = readSettingsFile(await file.text());
      take(found);
      setMessage(setAside ? setAside[language] : strings.imported);
    } catch (error) {
      setMessage(describeError(error).text[language]);
    }
  };
  return (
    <section className={styles.card}>
      <h3 className={styles.heading}>{strings.file}</h3>
      <p className={styles.help}>{strings.fileHelp}</p>
      <div className={styles.actions}>
        <Button onClick={() => void save()}>{strings.exportFile}</Button>
        <FileButton accept=".json,application/json" choose={(file) => void read(file)}>
          {strings.importFile}
        </FileButton>
      </div>
      {message !== null && <div role="alert">{message}</div>}
    </section>
  );
}
