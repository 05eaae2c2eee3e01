import { Button, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Reading } from "../../actions";
import type { NoticeText } from "../../notice";
import { STANDARD_TEMPLATES } from "../../notice/templates";
import { useLanguage, useStrings } from "../language";
import { freeTemplateName, settingsWith } from "../model/notice-choice";
import { FileButton } from "../parts/file-button";
import { OneStop } from "../parts/one-stop";
import { WriteButton } from "../parts/write-button";
import { usePane, useStore } from "../store";
import { TemplateProblems } from "./notice-problems";
import type { Composer } from "./use-notice";
import { useViewStyles } from "./use-view-styles";

interface NoticeTemplateProps {
  reading: Reading;
  composer: Composer;
  problems: NoticeText["problems"];
}

/** Which template the notice follows; it can be edited, or another one taken from a file. */
export function NoticeTemplate({ reading, composer, problems }: NoticeTemplateProps) {
  const shared = useViewStyles();
  const strings = useStrings();
  const language = useLanguage();
  const store = useStore();
  const { notice } = usePane();
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const settings = settingsWith(notice, reading);
  const { template, own } = settings;
  const standard = STANDARD_TEMPLATES.find(({ id }) => id === template);
  const mine = own.find(({ name }) => name === template);
  const taken = [...own.map(({ name }) => name), ...STANDARD_TEMPLATES.map(({ name }) => name)];
  const edit = () => {
    const base = standard ?? STANDARD_TEMPLATES[0];
    if (mine) store.notice({ editing: { ...mine, replaces: mine.name } });
    else if (base) store.notice({ editing: { name: freeTemplateName(base.name, taken), text: composer.templateText(base.id), replaces: null } });
  };
  const take = async (chosen: File) => {
    const text = await chosen.text();
    const readable = text.trim() !== "" && !text.includes("\u0000") && !text.includes("\ufffd");
    setUnreadable(readable ? null : chosen.name);
    if (readable) store.notice({ editing: { name: chosen.name.replace(/\.[^.]*$/, ""), text: text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"), replaces: null } });
  };
  return (
    <section className={`${shared.card} ${shared.stack}`} aria-label={strings.noticeTemplate}>
      <Field label={strings.noticeTemplate}>
        <Select value={mine ? mine.name : (standard?.id ?? "standard")} onChange={(_, { value }) => store.notice({ template: value })}>
          <optgroup label={strings.standardTemplates}>
            {STANDARD_TEMPLATES.map(({ id, name, english }) => (
              <option key={id} value={id}>
                {language === "zh-CN" ? name : `${english} ${name}`}
              </option>
            ))}
          </optgroup>
          {own.length > 0 && (
            <optgroup label={strings.ownTemplates}>
              {own.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
        </Select>
      </Field>
      {standard && !mine && language === "zh-CN" && <p className={shared.help}>{standard.description}</p>}
      <TemplateProblems problems={problems} />
      <OneStop className={shared.actions}>
        <Button size="small" onClick={edit}>
          {strings.editTemplate}
        </Button>
        <FileButton size="small" accept=".txt,.liquid,text/plain" choose={(file) => void take(file)}>
          {strings.importTemplate}
        </FileButton>
        {template !== reading.state.noticeSettings.template && (
          <WriteButton task={{ kind: "keepNotice", settings }} appearance="subtle" size="small" onClick={() => void store.keepNotice(settings)}>
            {strings.keepChoice}
          </WriteButton>
        )}
      </OneStop>
      {unreadable !== null && <div role="alert">{strings.importFailed(unreadable)}</div>}
    </section>
  );
}
