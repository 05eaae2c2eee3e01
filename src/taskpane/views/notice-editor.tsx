import { Button, Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { describeError, type Reading } from "../../actions";
import { saveText } from "../host/save-file";
import { useLanguage, useStrings } from "../language";
import { settingsWith, withoutTemplate, withTemplate } from "../model/notice-choice";
import { WriteButton } from "../parts/write-button";
import { usePane, useStore, type TemplateDraft } from "../store";
import { TemplateProblems } from "./notice-problems";
import { NoticeParagraphs } from "./notice-text";
import type { Composer } from "./use-notice";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  text: { "& textarea": { fontFamily: `Consolas, "Courier New", ${tokens.fontFamilyMonospace}, monospace`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, maxHeight: "none" } },
});

interface NoticeEditorProps {
  reading: Reading;
  composer: Composer;
  draft: TemplateDraft;
}

/** A template of the office's own while it is written, with what it makes of the workbook as it is. */
export function NoticeEditor({ reading, composer, draft }: NoticeEditorProps) {
  const shared = useViewStyles();
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const { notice } = usePane();
  const area = useRef<HTMLTextAreaElement>(null);
  const shown = useDeferredValue(draft);
  const settings = settingsWith(notice, reading);
  const result = useMemo(() => composer.compose(reading, { settings: withTemplate(reading.state.noticeSettings, shown) }), [composer, reading, shown]);
  const change = (part: Partial<TemplateDraft>) => store.notice({ editing: { ...draft, ...part } });
  const name = draft.name.trim();
  const replaced = settings.own.find((one) => one.name === name && one.name !== draft.replaces);
  const kept = withTemplate(settings, { ...draft, name });
  const language = useLanguage();
  const [message, setMessage] = useState<string | null>(null);
  const save = async () => {
    const file = `${name === "" ? "通报模板" : name}.txt`;
    try {
      setMessage((await saveText(file, draft.text, "text/plain;charset=utf-8")) ? strings.copiedInstead(file) : null);
    } catch (error) {
      setMessage(describeError(error).text[language]);
    }
  };
  const go = (line: number) => {
    const before = draft.text.split("\n").slice(0, line - 1).join("\n");
    const start = line === 1 ? 0 : before.length + 1;
    area.current?.focus();
    area.current?.setSelectionRange(start, start + (draft.text.split("\n")[line - 1]?.length ?? 0));
  };
  return (
    <div className={shared.view}>
      <h2 className={shared.heading}>{strings.templateEditor}</h2>
      <Field
        label={strings.templateName}
        required
        validationState={name === "" ? "error" : replaced ? "warning" : "none"}
        validationMessage={name === "" ? strings.templateNeedsName : replaced ? strings.templateReplaces(name) : undefined}
      >
        <Input value={draft.name} lang="zh-CN" onChange={(_, { value }) => change({ name: value })} />
      </Field>
      <Field label={strings.templateText} hint={strings.templateHelp}>
        <Textarea
          ref={area}
          className={styles.text}
          lang="zh-CN"
          resize="vertical"
          rows={16}
          spellCheck={false}
          value={draft.text}
          onChange={(_, { value }) => change({ text: value })}
        />
      </Field>
      <TemplateProblems problems={result.problems} onGo={go} />
      {result.paragraphs.length > 0 && (
        <>
          <h3 className={shared.heading}>{strings.noticePreview}</h3>
          <NoticeParagraphs paragraphs={result.paragraphs} />
        </>
      )}
      <div className={shared.footer}>
        <WriteButton task={{ kind: "keepNotice", settings: kept }} disabled={name === ""} onClick={() => void store.keepNotice(kept)}>
          {strings.saveTemplate}
        </WriteButton>
        <div className={shared.actions}>
          <Button onClick={() => void save()}>{strings.exportTemplate}</Button>
          {draft.replaces !== null && (
            <WriteButton task={{ kind: "keepNotice", settings }} appearance="secondary" onClick={() => void store.keepNotice(withoutTemplate(settings, draft.replaces ?? ""))}>
              {strings.deleteTemplate}
            </WriteButton>
          )}
          <Button appearance="subtle" onClick={() => store.notice({ editing: null })}>
            {strings.leaveEditor}
          </Button>
        </div>
        {message !== null && <div role="alert">{message}</div>}
      </div>
    </div>
  );
}
