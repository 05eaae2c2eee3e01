import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Reading } from "../../actions";
import { staleFigures } from "../../notice/record";
import { cellName } from "../../progress";
import { useStrings } from "../language";
import { useStore } from "../store";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: { display: "flex", alignItems: "center", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  words: { overflowWrap: "anywhere" },
});

/** More than these are only counted. */
const SHOWN = 6;
/** Signs shown before a figure, so that it is found in the notice. */
const CONTEXT = 10;

/** The figures of the written notice that the workbook no longer bears out, each with the way to what changed. */
export function NoticeStale({ reading }: { reading: Reading }) {
  const styles = useStyles();
  const strings = useStrings();
  const store = useStore();
  const { noticeRecord } = reading.state;
  const stale = useMemo(() => (noticeRecord ? staleFigures(noticeRecord, reading.report) : []), [noticeRecord, reading.report]);
  if (!noticeRecord || stale.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {strings.staleFigures(stale.length)}
        <ul className={styles.list}>
          {stale.slice(0, SHOWN).map(({ paragraph, start, end, cells }) => {
            const text = noticeRecord.paragraphs[paragraph]?.text ?? "";
            const figure = text.slice(start, end);
            const [first] = cells;
            return (
              <li key={`${paragraph}-${start}`} className={styles.row}>
                <span className={styles.words} lang="zh-CN">
                  {text.slice(Math.max(0, start - CONTEXT), start)}
                  <s>{figure}</s>
                </span>
                {first ? (
                  <Button size="small" aria-label={strings.staleFigure(figure, cellName(first))} onClick={() => void store.showCell(first)}>
                    {cellName(first)}
                  </Button>
                ) : (
                  strings.staleGone
                )}
              </li>
            );
          })}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
