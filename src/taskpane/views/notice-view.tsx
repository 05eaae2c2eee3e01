import { useMemo } from "react";
import type { Reading } from "../../actions";
import { useStrings } from "../language";
import { noticeRequest } from "../model/notice-choice";
import { usePane } from "../store";
import { NoticeBrief } from "./notice-brief";
import { NoticeEditor } from "./notice-editor";
import { NoticeParts } from "./notice-parts";
import { NoticePeriod } from "./notice-period";
import { NoticeChanges } from "./notice-changes";
import { NoticeCharts } from "./notice-charts";
import { NoticeTemplate } from "./notice-template";
import { NoticeSigning } from "./notice-signing";
import { NoticeParagraphs } from "./notice-text";
import { NoticeWays } from "./notice-ways";
import { useComposer, type Composer } from "./use-notice";
import { useViewStyles } from "./use-view-styles";

/** 通报: the template, the paragraphs as they will stand, each figure leading to its source, and where they go. */
export default function NoticeView({ reading }: { reading: Reading }) {
  const composer = useComposer();
  const { notice } = usePane();
  if (composer === null) return null;
  return notice.editing ? <NoticeEditor reading={reading} composer={composer} draft={notice.editing} /> : <NoticeToWrite reading={reading} composer={composer} />;
}

function NoticeToWrite({ reading, composer }: { reading: Reading; composer: Composer }) {
  const styles = useViewStyles();
  const strings = useStrings();
  const { notice: choice } = usePane();
  const whole = useMemo(() => composer.compose(reading, { ...noticeRequest(choice, reading), leftOut: [] }), [composer, reading, choice]);
  const wanted = useMemo(() => whole.paragraphs.filter(({ section }) => !choice.leftOut.includes(section)), [whole, choice.leftOut]);
  if (whole.paragraphs.length === 0 && whole.problems.length === 0) return <p className={styles.help}>{strings.noNotice}</p>;
  return (
    <div className={styles.view}>
      <NoticeChanges reading={reading} />
      {wanted.length > 0 && <NoticeSigning reading={reading} paragraphs={wanted} />}
      <NoticeTemplate reading={reading} composer={composer} problems={whole.problems} />
      {whole.paragraphs.length > 0 && (
        <NoticeParts notice={whole}>
          <NoticeBrief reading={reading} />
          <NoticeCharts reading={reading} paragraphs={wanted} />
        </NoticeParts>
      )}
      <NoticePeriod reading={reading} />
      <p className={styles.help}>{wanted.length === 0 ? strings.noPartChosen : strings.noticeHelp(wanted.length)}</p>
      {wanted.length > 0 && <NoticeParagraphs paragraphs={wanted} />}
      <NoticeWays reading={reading} paragraphs={wanted} />
    </div>
  );
}
